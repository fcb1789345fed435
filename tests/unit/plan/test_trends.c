/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes back over several plans of one pack. */
#include "plan/trends.h"

#include "plan/told.h"

#define DAY "2026-11-20"
#define ASK(id, inside)                                                                            \
  "<question id='" id                                                                              \
  "' kind='choice'><prompt>?</prompt><option value='no'/><option value='yes'>" inside              \
  "</option></question>"
#define LESSON(id, topic)                                                                          \
  "<lesson id='" id "' topic='" topic "'" STRESS "><if>si</if><then>alors</then></lesson>"
#define STRESS " stress=\"$b = 'yes'\""

static const char pack[] = "<subject>Essai</subject><topic id='x'><title>X</title></topic>"
                           "<topic id='y'><title>Y</title></topic>";
static const char theme[] =
    "<question id='region' kind='choice'><prompt>?</prompt><option value='no'/></question>" ASK(
        "b", "<strength id='s'>Fort.</strength>") ASK("first", LESSON("l1", "x"))
        ASK("second", LESSON("l2", "x")) ASK("third", LESSON("l3", "y"));

/* Debriefs as the questions answered with yes: b, first, second, third. */
static const char *const debriefs[][4] = {
    {"no", "yes", "yes", "yes"}, {"yes", "no", "yes", "no"}, {"no", "no", "yes", "yes"}};

static void free_plan(gpointer plan)
{
  plan_free(plan);
}

static void counts(void)
{
  struct fixture fixture = begin(pack, theme, NULL, DAY, DAY);
  g_autoptr(GPtrArray) plans = g_ptr_array_new_with_free_func(free_plan);
  for (guint i = 0; i < G_N_ELEMENTS(debriefs); i++) {
    answers_set_begun(fixture.answers, date_parse(DAY) - 20 + (int)i);
    static const char *const questions[] = {"b", "first", "second", "third"};
    for (guint q = 0; q < 4; q++)
      tell(&fixture, &(struct told){questions[q], debriefs[i][q], DAY, 0});
    g_ptr_array_add(plans,
                    plan_new(fixture.pack->catalogue, fixture.answers, fixture.today, NULL, FALSE));
  }
  g_autoptr(GArray) trends = trends_new(plans);
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < trends->len; i++) {
    const struct trend *trend = &g_array_index(trends, struct trend, i);
    g_string_append_printf(out, "%s %u, last %d, %u since:", trend->topic->id, trend->debriefs,
                           trend->last - date_parse(DAY) + 20, trend->since);
    for (guint l = 0; l < trend->lessons->len; l++) {
      const struct trend_lesson *lesson = &g_array_index(trend->lessons, struct trend_lesson, l);
      g_string_append_printf(out, " %s %u%s", lesson->lesson->lesson->item.id, lesson->debriefs,
                             lesson->stressed ? "!" : "");
    }
    g_string_append_c(out, '\n');
  }
  ASSERT_TEXT(out->str, "x 3, last 2, 0 since: l2 3! l1 1\ny 2, last 2, 0 since: l3 2\n");
  CU_ASSERT_EQUAL(trends_debriefs(plans), 3);
  g_autoptr(GArray) all = trends_lessons(trends);
  CU_ASSERT_EQUAL_FATAL(all->len, 3);
  for (guint i = 0; i < 3; i++) /* whatever their topics */
    CU_ASSERT_EQUAL(g_array_index(all, struct trend_lesson, i).debriefs, 3 - i);
  g_autoptr(GPtrArray) strengths = trends_strengths(plans, 3);
  CU_ASSERT_EQUAL(strengths->len, 1);
  end(&fixture);
}

/* What came up at first and not in the debriefs after, of which those without any lesson or
 * strength say nothing. */
static void better_since(void)
{
  static const char *const told[][4] = {{"no", "yes", "no", "yes"},
                                        {"no", "no", "no", "yes"},
                                        {"no", "no", "no", "no"},
                                        {"yes", "no", "no", "no"}};
  struct fixture fixture = begin(pack, theme, NULL, DAY, DAY);
  g_autoptr(GPtrArray) plans = g_ptr_array_new_with_free_func(free_plan);
  for (guint i = 0; i < G_N_ELEMENTS(told); i++) {
    static const char *const questions[] = {"b", "first", "second", "third"};
    answers_set_begun(fixture.answers, date_parse(DAY) + (int)i);
    for (guint q = 0; q < 4; q++)
      tell(&fixture, &(struct told){questions[q], told[i][q], DAY, 0});
    g_ptr_array_add(plans,
                    plan_new(fixture.pack->catalogue, fixture.answers, fixture.today, NULL, FALSE));
  }
  g_autoptr(GArray) trends = trends_new(plans);
  const struct trend *y = &g_array_index(trends, struct trend, 0);
  const struct trend *x = &g_array_index(trends, struct trend, 1);
  ASSERT_TEXT(y->topic->id, "y");
  CU_ASSERT_EQUAL(y->since, 1);
  CU_ASSERT_EQUAL(x->since, 2);
  CU_ASSERT_EQUAL(x->last, date_parse(DAY));
  CU_ASSERT_EQUAL(trends_debriefs(plans), 3);
  end(&fixture);
}

static void nothing_yet(void)
{
  g_autoptr(GPtrArray) plans = g_ptr_array_new();
  g_autoptr(GArray) trends = trends_new(plans);
  CU_ASSERT_EQUAL(trends->len, 0);
}

SUITE(trends, {"what comes back is counted once a debrief", counts},
      {"what has not come back for two debriefs is better", better_since},
      {"no debriefs, no trends", nothing_yet})
