/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people type them. */
#include "french.h"
#include "support/suite.h"
#include "terminal/typed_inside.h"

struct typed_case {
  const char *text, *unit, *language;
  gboolean decimals;
  const char *stored; /* NULL: refused */
};

static void check(const struct typed_case *c)
{
  struct question question = {.kind = KIND_NUMBER, .decimals = c->decimals};
  g_autofree char *why = NULL;
  g_autofree char *number = typed_number(c->text, &question, c->unit, NULL, c->language, &why);
  g_autofree char *seen = g_strdup_printf("%s: %s", c->text, number ? number : "refused");
  g_autofree char *wanted = g_strdup_printf("%s: %s", c->text, c->stored ? c->stored : "refused");
  ASSERT_TEXT(seen, wanted);
  CU_ASSERT_EQUAL(number == NULL, why != NULL);
}

static void test_numbers(void)
{
  static const struct typed_case cases[] = {
      {"12", NULL, "fr", FALSE, "12"},         {" 12 ", NULL, "fr", FALSE, "12"},
      {"007", NULL, "fr", FALSE, "7"},         {"0", NULL, "fr", FALSE, "0"},
      {"-3", NULL, "fr", FALSE, "-3"},         {"−3", NULL, "fr", FALSE, "-3"},
      {"+3", NULL, "fr", FALSE, "3"},          {"-0", NULL, "fr", FALSE, "0"},
      {"1 200", NULL, "fr", FALSE, "1200"},    {"1 200", NULL, "fr", FALSE, "1200"},
      {"1,200", NULL, "en", FALSE, "1200"},    {"1.200.000", NULL, "fr", FALSE, "1200000"},
      {"12,5", NULL, "fr", TRUE, "12.5"},      {"12.5", NULL, "fr", TRUE, "12.5"},
      {"12,50", NULL, "fr", TRUE, "12.5"},     {"12,0", NULL, "fr", TRUE, "12"},
      {"1 234,5", NULL, "fr", TRUE, "1234.5"}, {"1,234.5", NULL, "en", TRUE, "1234.5"},
      {"1,234", NULL, "en", TRUE, "1234"},     {"1,234", NULL, "fr", TRUE, "1.234"},
      {"1.234", NULL, "en", TRUE, "1.234"},    {"1.234", NULL, "fr", TRUE, "1234"},
      {"12,5", NULL, "fr", FALSE, "12.5"},     {"douze", NULL, "fr", FALSE, NULL},
      {"12 13", NULL, "fr", FALSE, NULL},      {"", NULL, "fr", FALSE, NULL},
      {"1e3", NULL, "fr", FALSE, NULL},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    check(&cases[i]);
}

static void test_units(void)
{
  static const struct typed_case cases[] = {
      {"12 minutes", "minutes", "fr", FALSE, "12"}, {"12min", "minutes", "fr", FALSE, "12"},
      {"12 minute", "minutes", "fr", FALSE, "12"},  {"2 mois", "mois", "fr", FALSE, "2"},
      {"3 années", "année", "fr", FALSE, "3"},      {"12 heures", "minutes", "fr", FALSE, NULL},
      {"12 min", NULL, "fr", FALSE, NULL},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    check(&cases[i]);
}

static void test_wrong_unit_is_named(void)
{
  struct question question = {.kind = KIND_NUMBER};
  g_autofree char *why = NULL;
  CU_ASSERT_PTR_NULL(typed_number("2 heures", &question, "minutes", NULL, "fr", &why));
  ASSERT_TEXT(why, "understood 2, but not 'heures'; the number is of minutes");
}

static void test_yes_no(void)
{
  static const struct {
    const char *text;
    int yes; /* -1: neither */
  } cases[] = {{"oui", 1}, {"O", 1},  {"Ouais", 1}, {"yes", 1}, {"y", 1},  {"NON", 0},
               {"n", 0},   {"no", 0}, {"ou", -1},   {"", -1},   {"1", -1}, {"si", -1}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    gboolean yes = FALSE;
    gboolean understood = typed_yes_no(cases[i].text, &french, &yes);
    CU_ASSERT_EQUAL(understood, cases[i].yes >= 0);
    if (understood)
      CU_ASSERT_EQUAL(yes, cases[i].yes);
  }
}

SUITE(typed_number, {"numbers have either decimal sign and may be grouped", test_numbers},
      {"a unit may follow if it is the right one", test_units},
      {"a wrong unit is named", test_wrong_unit_is_named},
      {"yes and no are understood in both languages", test_yes_no})
