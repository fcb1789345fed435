/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions held against values, by the rules of XPath, and the reasons why they hold. */
#include <math.h>

#include "condition/world.h"

/* Today is 2026-11-24. */
static void begin(struct world *world)
{
  world_begin(world);
  world_set(world, "late", "late");
  world_set(world, "none", "");
  world_set(world, "few", "a b c");
  world_set(world, "others", "c d");
  world_set(world, "minutes", "12");
  world_set(world, "spaced", "012");
  world_set(world, "marks", "3 30");
  world_set(world, "day", "2026-11-20");
  world_set(world, "zero", "0");
  world_define(world, "was-late", "$late = 'late'");
  world_define(world, "far", "$was-late and $minutes > 100");
}

/* Each string of CASES holds, or does not, as VERDICT says. */
static void assert_verdicts(const char *const *cases, gboolean verdict)
{
  struct world world;
  begin(&world);
  for (; *cases; cases++)
    if (world_holds(&world, *cases) != verdict)
      CU_FAIL(*cases);
  CU_ASSERT_EQUAL(findings_count(world.findings, SEVERITY_ERROR), 0);
  world_end(&world);
}

static void test_sets(void)
{
  static const char *const hold[] = {"$late",           "$late = 'late'",
                                     "'late' = $late",  "$few = 'b'",
                                     "$few != 'b'",     "$few = $others",
                                     "$few != $few",    "not($none)",
                                     "not($none = '')", "not($none != 'x')",
                                     "$none = false()", "$few = true()",
                                     "$none != true()", "$few != false()",
                                     "count($few) = 3", "count($none) = 0",
                                     "$zero",           "$late and ($few or $none)",
                                     "not($unknown)",   "count($unknown) = 0",
                                     "$none < true()",  "true() > $none",
                                     "$few >= true()",  NULL};
  static const char *const do_not[] = {"$none",
                                       "$none = $none",
                                       "$none != $none",
                                       "$few = 'd'",
                                       "$late != 'late'",
                                       "$none = 0",
                                       "$none < 1",
                                       "$few = false()",
                                       "$few < 1",
                                       "$unknown = 'x'",
                                       "$late and $none",
                                       "$few > true()",
                                       NULL};
  assert_verdicts(hold, TRUE);
  assert_verdicts(do_not, FALSE);
}

static void test_numbers(void)
{
  static const char *const hold[] = {"$minutes > 9",
                                     "$minutes = 12.0",
                                     "$minutes <= 12",
                                     "$spaced = 12",
                                     "'012' = 12",
                                     "$marks > 20",
                                     "$marks < 20",
                                     "$marks = 30",
                                     "$marks != 30",
                                     "-$minutes = -12",
                                     "--$minutes = 12",
                                     "-$marks = -3",
                                     "'5' < '10'",
                                     "$minutes >= '12'",
                                     "$minutes < $marks",
                                     "1 = true()",
                                     "2 = true()",
                                     "0 != true()",
                                     "true() > '0'",
                                     "true() < '5'",
                                     "'x' != 1",
                                     "-'x' != -'x'",
                                     "not(-$none = -$none)",
                                     "not(0)",
                                     "1",
                                     "-1",
                                     "'0'",
                                     "-0 = 0",
                                     "' 7 ' = 7",
                                     "1 < 2 = true()",
                                     "3 > 2 > 0",
                                     "$minutes + 3 = 15",
                                     "10 - 3 - 2 = 5",
                                     "10 - (3 - 2) = 9",
                                     "1 + true() = 2",
                                     "not($none + 1 = $none + 1)",
                                     "sum($none) = 0",
                                     "sum($minutes | $none) = 12",
                                     "sum($minutes | $minutes) = 12",
                                     "sum($minutes | $spaced) = 24",
                                     "sum($marks) > $minutes + 20",
                                     "not(sum($late) = sum($late))",
                                     NULL};
  static const char *const do_not[] = {"$spaced = '12'",
                                       "$minutes > 12",
                                       "$late > 0",
                                       "$late <= 0",
                                       "0",
                                       "''",
                                       "-'x'",
                                       "'x' = 1",
                                       "'1e1' = 10",
                                       "'+1' = 1",
                                       "'- 1' < 0",
                                       "1 < 'x'",
                                       "'x' < 'y'",
                                       "3 > 2 > 1",
                                       "$none >= 0",
                                       "$marks > $marks < 1",
                                       NULL};
  assert_verdicts(hold, TRUE);
  assert_verdicts(do_not, FALSE);
}

static void test_dates(void)
{
  static const char *const hold[] = {"days-since($day) = 4",
                                     "days-since('2026-11-24') = 0",
                                     "days-since('2026-11-30') = -6",
                                     "days-since($none) != 0",
                                     "not(days-since($late) > 0)",
                                     "$day = '2026-11-20'",
                                     NULL};
  static const char *const do_not[] = {"days-since($none) = 0",
                                       "days-since($none) >= 0",
                                       "days-since($none) < 1",
                                       "days-since($day) > 4",
                                       "days-since($minutes)",
                                       "days-since('2026-11-24')",
                                       NULL};
  assert_verdicts(hold, TRUE);
  assert_verdicts(do_not, FALSE);
}

static void test_defines(void)
{
  static const char *const hold[] = {"$was-late",      "$was-late = true()", "not($far)",
                                     "$far = false()", "$was-late != $far",  "$was-late > $far",
                                     "$was-late = 1",  "$was-late = $few",   NULL};
  static const char *const do_not[] = {"$far", "$far or $none", "$was-late = $none",
                                       "$was-late = ''", NULL};
  assert_verdicts(hold, TRUE);
  assert_verdicts(do_not, FALSE);
}

static void test_malformed(void)
{
  struct world world;
  begin(&world);
  world_define(&world, "broken", "$late = ");
  CU_ASSERT_FALSE(world_holds(&world, "$late = "));
  CU_ASSERT_FALSE(world_holds(&world, "$broken"));
  CU_ASSERT_TRUE(condition_holds(NULL, &world.environment));
  world_end(&world);
}

/* The reasons for CONDITION: names, with = and the value that decided. Caller frees. */
static char *list_reasons(struct world *world, const char *condition, enum reasons which)
{
  g_autoptr(GArray) reasons = g_array_new(FALSE, FALSE, sizeof(struct reason));
  GString *list = g_string_new(NULL);
  condition_reasons(world_condition(world, condition), &world->environment, which, reasons);
  for (guint i = 0; i < reasons->len; i++) {
    const struct reason *reason = &g_array_index(reasons, struct reason, i);
    g_string_append_printf(list, "%s%s%s%s", i ? " " : "", reason->name->id,
                           reason->value ? "=" : "", reason->value ? reason->value : "");
  }
  return g_string_free(list, FALSE);
}

/* Each define names the one before it twice: 2^30 evaluations for who works all of them out. */
static void test_doubling(void)
{
  struct world world;
  begin(&world);
  world_define(&world, "d0", "$late");
  for (int i = 1; i <= 30; i++) {
    g_autofree char *id = g_strdup_printf("d%d", i);
    g_autofree char *test = g_strdup_printf("$d%d = $d%d", i - 1, i - 1);
    world_define(&world, id, test);
  }
  CU_ASSERT_TRUE(world_holds(&world, "$d30"));
  g_autofree char *reasons = list_reasons(&world, "$d30", REASONS_ALL);
  ASSERT_TEXT(reasons, "late");
  world_end(&world);
}

static void test_settle(void)
{
  struct world world;
  begin(&world);
  world_define(&world, "d0", "not($late)");
  for (int i = 1; i < CONDITION_DEPTH; i++) {
    g_autofree char *id = g_strdup_printf("d%d", i);
    g_autofree char *test = g_strdup_printf("$d%d", i - 1);
    world_define(&world, id, test);
  }
  CU_ASSERT_EQUAL(findings_count(world.findings, SEVERITY_ERROR), 0);
  CU_ASSERT_FALSE(world_holds(&world, "$late = 'late' and $d63"));
  CU_ASSERT_EQUAL(findings_count(world.findings, SEVERITY_ERROR), 1);
  const struct finding *finding = findings_get(world.findings, 0);
  ASSERT_TEXT(finding->rule->name, "condition-too-deep");
  CU_ASSERT_EQUAL(finding->place.column, 20);
  world_end(&world);
}

static void test_number(void)
{
  static const struct {
    const char *text;
    double number;
  } cases[] = {
      {"0", 0},  {"12", 12},       {"-3.5", -3.5}, {".5", 0.5},  {"-.5", -0.5},
      {"7.", 7}, {" \t\n8\r ", 8}, {"007", 7},     {"0.1", 0.1}, {"1234567890123", 1234567890123}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    CU_ASSERT_EQUAL(condition_number(cases[i].text), cases[i].number);
  static const char *const none[] = {"",    " ",   ".",    "-",        "-.",  "- 1",
                                     "+1",  "1e5", "0x10", "x",        "1 2", "1.2.3",
                                     "1,5", "inf", "nan",  "Infinity", "١",   "--1"};
  for (gsize i = 0; i < G_N_ELEMENTS(none); i++)
    if (!isnan(condition_number(none[i])))
      CU_FAIL(none[i]);
}

static void test_reasons(void)
{
  static const char *const cases[][2] = {
      {"$late = 'late'", "late=late"},
      {"$late = 'x'", ""},
      {"'late' = $late and $minutes > 5", "late=late minutes"},
      {"$none or $minutes > 5 or $day", "minutes day"},
      {"$late and ($none or $few = 'a')", "late few=a"},
      {"$few = 'a' or $few = 'x' or $few = 'c' or $few != 'b'", "few=a few=c few"},
      {"not($late = 'x' or $none)", "late none"},
      {"not($late = 'late' and $none)", "none"},
      {"not($none and $others = 'x')", "none others"},
      {"not(not($late and $few))", "late few"},
      {"$was-late and $few", "late=late few"},
      {"not($far)", "minutes"},
      {"not($far) and $was-late", "minutes late=late"},
      {"$far = false()", "minutes"},
      {"$few = $others", "few others"},
      {"count($few) > 2 and $few = 'a' and days-since($day) > 1", "few few=a day"},
      {"($few = 'x') = ($late = 'x')", "few late"},
      {"-$minutes < 0", "minutes"},
      {"true() or 1 = 1", ""},
      {"$unknown or $late", "late"},
      {"$late = ", ""},
  };
  struct world world;
  begin(&world);
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *reasons = list_reasons(&world, cases[i][0], REASONS_ALL);
    ASSERT_TEXT(reasons, cases[i][1]);
  }
  world_end(&world);
}

static void test_plain_reasons(void)
{
  struct world world;
  begin(&world);
  g_autofree char *reasons =
      list_reasons(&world, "not($late = 'x') and ($few or not($minutes > 500))", REASONS_PLAIN);
  ASSERT_TEXT(reasons, "few");
  world_end(&world);
}

static void test_reasons_add(void)
{
  struct world world;
  begin(&world);
  g_autoptr(GArray) reasons = g_array_new(FALSE, FALSE, sizeof(struct reason));
  condition_reasons(world_condition(&world, "$late"), &world.environment, REASONS_ALL, reasons);
  condition_reasons(world_condition(&world, "$few and $late"), &world.environment, REASONS_ALL,
                    reasons);
  condition_reasons(NULL, &world.environment, REASONS_ALL, reasons);
  CU_ASSERT_EQUAL(reasons->len, 2);
  world_end(&world);
}

SUITE(evaluate, {"sets compare if any member does", test_sets},
      {"numbers compare as numbers", test_numbers}, {"days since a date", test_dates},
      {"a define is a boolean", test_defines},
      {"what is malformed holds nowhere, what is not there everywhere", test_malformed},
      {"defines that double do not take for ever", test_doubling},
      {"defines count as levels", test_settle}, {"number()", test_number},
      {"reasons are what decided", test_reasons},
      {"nothing under not() is a plain reason", test_plain_reasons},
      {"reasons are added without duplicates", test_reasons_add})
