/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read before the next time: lessons, own words and strengths, in turn. */
#include "plan/before.h"

#include "plan/told.h"

#define DAY "2026-11-20"
#define TRUST " evidence='judgement'"
#define LESSON(id, inside) "<lesson id='" id "' topic='x'" TRUST ">" inside "</lesson>"

static const char pack[] = "<subject>Essai</subject><topic id='x'><title>X</title></topic>";
static const char theme[] =
    "<question id='region' kind='choice'><prompt>?</prompt><option value='no'/></question>"
    "<question id='mine' kind='text' next-time='yes'><prompt>?</prompt><label>Ma réponse</label>"
    "</question><question id='story' kind='note' private='yes' next-time='yes'><prompt>?</prompt>"
    "<label>Récit</label></question><question id='not' kind='text'><prompt>?</prompt></question>"
    "<question id='on' kind='date' next-time='yes'><prompt>?</prompt></question>"
    "<question id='again' kind='date' next-time='yes'><prompt>?</prompt></question>" //
    LESSON("l1", "<if>on me presse</if><then>je respire</then>")                     //
    LESSON("l2", "<then>je dis un chiffre</then>")                                   //
    LESSON("l3", "<then>je me tais ensuite.</then>")                                 //
    "<strength id='s1'" TRUST ">Vous avez ri.</strength>"
    "<strength id='s2'" TRUST ">Vous étiez à l’heure.</strength>";

/* The lines as "kind text", one each. */
static char *lines_of(const struct told *told, gboolean keep_private)
{
  static const char kinds[] = {[BEFORE_LESSON] = '-', [BEFORE_OWN] = '=', [BEFORE_STRENGTH] = '+'};
  struct fixture fixture = begin(pack, theme, told, DAY, DAY);
  g_autoptr(GPtrArray) plans = plan_list_new();
  for (int twice = 0; twice < 2; twice++)
    g_ptr_array_add(plans, plan_new(fixture.pack->catalogue, fixture.answers, fixture.today, NULL,
                                    keep_private));
  g_autoptr(GPtrArray) lines = before_new(plans, NULL);
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < lines->len; i++) {
    const struct before_line *line = lines->pdata[i];
    g_string_append_printf(out, "%c %s\n", kinds[line->kind], line->text);
  }
  end(&fixture);
  return g_string_free(out, FALSE);
}

static void in_turn(void)
{
  static const struct told told[] = {{"mine", "Deux ans à l’accueil.", DAY, 0},
                                     {"story", "Une scène\nlongue", DAY, 0},
                                     {"not", "pas cela", DAY, 0},
                                     {0}};
  g_autofree char *all = lines_of(told, FALSE), *without = lines_of(told, TRUE);
  ASSERT_TEXT(all, "- When on me presse, je respire.\n- Je dis un chiffre.\n"
                   "= Ma réponse: “Deux ans à l’accueil.”\n+ Vous avez ri.\n"
                   "- Je me tais ensuite.\n= Récit: “Une scène longue”\n"
                   "+ Vous étiez à l’heure.\n");
  CU_ASSERT_PTR_NULL(strstr(without, "Récit"));
  CU_ASSERT_PTR_NOT_NULL(strstr(without, "Ma réponse"));
}

static void long_words_are_cut(void)
{
  g_autofree char *much = g_strnfill(400, 'a');
  const struct told told[] = {{"mine", much, DAY, 0}, {0}};
  g_autofree char *all = lines_of(told, FALSE);
  CU_ASSERT_PTR_NOT_NULL(strstr(all, "aaa…”\n"));
  CU_ASSERT(strlen(all) < 400);
}

/* The day of the next time, 0 for none, as a number of days from DAY. */
static int next_time(const char *on, const char *again, int today)
{
  struct told told[] = {{"on", on, DAY, 0}, {"again", again, DAY, 0}, {0}};
  struct fixture fixture = begin(pack, theme, told, DAY, DAY);
  OWNED(plan)
  plan = plan_new(fixture.pack->catalogue, fixture.answers, fixture.today + today, NULL, FALSE);
  int days = plan->next_time ? plan->next_time - date_parse(DAY) : 0;
  end(&fixture);
  return days;
}

static void the_day(void)
{
  CU_ASSERT_EQUAL(next_time("-", "-", 0), 0);
  CU_ASSERT_EQUAL(next_time("2026-11-19", "-", 0), 0); /* was not to come when it was said */
  CU_ASSERT_EQUAL(next_time(DAY, "-", 0), 0);
  CU_ASSERT_EQUAL(next_time("2026-11-24", "-", 0), 4);
  CU_ASSERT_EQUAL(next_time("2026-11-24", "-", 9), 4);
  CU_ASSERT_EQUAL(next_time("2026-11-24", "2026-11-22", 0), 2); /* the first to come */
  CU_ASSERT_EQUAL(next_time("2026-11-24", "2026-11-22", 2), 2); /* on its day as well */
  CU_ASSERT_EQUAL(next_time("2026-11-22", "2026-11-24", 2), 2);
  CU_ASSERT_EQUAL(next_time("2026-11-24", "2026-11-22", 3), 4);
  CU_ASSERT_EQUAL(next_time("2026-11-24", "2026-11-22", 9), 4); /* the last that has been */
}

SUITE(before, {"lessons, own words and strengths take turns", in_turn},
      {"what was said is cut between words", long_words_are_cut},
      {"the day of the next time", the_day})
