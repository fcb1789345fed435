/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages with and without a translator. */
#include "base/translator.h"

#include "support/suite.h"

static const char *french(const struct translator *translator, const char *msgid)
{
  (void)translator;
  return g_str_equal(msgid, "{1} and {2}") ? "{1} et {2}" : msgid;
}

static const char *french_plural(const struct translator *translator, const char *singular,
                                 const char *plural, unsigned long n)
{
  (void)translator;
  return n < 2 ? singular : plural;
}

static const struct translator to_french = {french, french_plural};

static void test_without(void)
{
  ASSERT_TEXT(tr(NULL, "day"), "day");
  ASSERT_TEXT(tr_plural(NULL, "day", "days", 1), "day");
  ASSERT_TEXT(tr_plural(NULL, "day", "days", 0), "days");
}

static void test_with(void)
{
  ASSERT_TEXT(tr(&to_french, "{1} and {2}"), "{1} et {2}");
  ASSERT_TEXT(tr_plural(&to_french, "day", "days", 0), "day");
  ASSERT_TEXT(tr_plural(&to_french, "day", "days", 2), "days");
}

static void test_fill(void)
{
  static const struct {
    const char *pattern, *expected;
  } cases[] = {
      {"{1} then {2}", "one then {1}"}, /* what is filled in is not read again */
      {"{2} before {1}", "{1} before one"},       {"{1}{1}", "oneone"},
      {"{3} {0} {} {12} {", "{3} {0} {} {12} {"}, {"", ""},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *filled = tr_fill(cases[i].pattern, "one", "{1}", NULL);
    ASSERT_TEXT(filled, cases[i].expected);
  }
  g_autofree char *nothing = tr_fill("{1}", NULL);
  ASSERT_TEXT(nothing, "{1}");
}

static void test_join(void)
{
  static const struct {
    const char *items[5];
    const char *english, *french;
  } cases[] = {
      {{NULL}, "", ""},
      {{"a"}, "a", "a"},
      {{"a", "b"}, "a and b", "a et b"},
      {{"a", "{2}", "c", "d"}, "a, {2}, c and d", "a, {2}, c et d"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *english = tr_join(NULL, cases[i].items);
    g_autofree char *in_french = tr_join(&to_french, cases[i].items);
    ASSERT_TEXT(english, cases[i].english);
    ASSERT_TEXT(in_french, cases[i].french);
  }
}

SUITE(translator, {"without a translator messages stay as they are", test_without},
      {"a translator translates", test_with}, {"placeholders are filled once", test_fill},
      {"lists are joined in the language's way", test_join})
