/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/suite.h"
#include "support/told.h"

#define DAY 739000

static struct test_pack *make_pack(void)
{
  struct test_pack *pack = test_pack_new(
      NULL, "<question id='a' kind='choices'><prompt>A</prompt>"
            "<option value='x'><label>X</label></option><option value='y'><label>Y</label></option>"
            "<option value='z'><label>Z</label></option></question>"
            "<repeat id='r' max='3'><prompt>Encore ?</prompt>"
            "<question id='ra' kind='text'><prompt>RA</prompt></question>"
            "<question id='rb' kind='text'><prompt>RB</prompt></question></repeat>"
            "<question id='b' kind='text'><prompt>B</prompt></question>"
            "<action id='one' channel='self'><title>Un</title></action>"
            "<action id='two' channel='self' slot='s'><title>Deux</title></action>");
  g_autofree char *findings = test_pack_findings(pack);
  ASSERT_TEXT(findings, "");
  return pack;
}

static char *list_all(const struct answers *answers)
{
  g_autoptr(GPtrArray) list = answers_list(answers);
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < list->len; i++) {
    g_autofree char *text = told_answer(list->pdata[i]);
    g_string_append_printf(out, "%s; ", text);
  }
  return g_string_free(g_steal_pointer(&out), FALSE);
}

static void test_order(void)
{
  OWNED(test_pack) pack = make_pack();
  OWNED(answers)
  answers = told_answers(pack->catalogue,
                         "b last; rb.2 d; ra.2 c; r.2 yes; rb.1 b; r.3; r.1 yes; ra.1 a; a x", DAY);
  g_autofree char *all = list_all(answers);
  ASSERT_TEXT(all, "a x; r.1 yes; ra.1 a; rb.1 b; r.2 yes; ra.2 c; rb.2 d; r.3; b last; ");
}

static void test_values_in_order(void)
{
  OWNED(test_pack) pack = make_pack();
  OWNED(answers) answers = told_answers(pack->catalogue, "a z|gone|x", DAY);
  struct step step = told_step(pack->catalogue, "a", 0);
  g_autofree char *text = told_answer(answers_get(answers, step));
  ASSERT_TEXT(text, "a x|z|gone");
  CU_ASSERT_TRUE(answers_says(answers, step, (const char *[]){"gone", "z", "x", NULL}));
  CU_ASSERT_FALSE(answers_says(answers, step, (const char *[]){"z", "x", NULL}));
  CU_ASSERT_FALSE(answers_says(answers, step, NULL));
  CU_ASSERT_FALSE(answers_says(answers, told_step(pack->catalogue, "b", 0), NULL));
}

static void test_days(void)
{
  OWNED(test_pack) pack = make_pack();
  OWNED(answers) answers = told_answers(pack->catalogue, "a x|y; b", DAY);
  told_set(answers, pack->catalogue, "a y|x", DAY + 1);
  told_set(answers, pack->catalogue, "b", DAY + 1);
  const struct answer *a = answers_get(answers, told_step(pack->catalogue, "a", 0));
  const struct answer *b = answers_get(answers, told_step(pack->catalogue, "b", 0));
  CU_ASSERT_EQUAL(a->given, DAY);
  CU_ASSERT_EQUAL(a->seen, DAY + 1);
  CU_ASSERT_TRUE(b->skipped);
  CU_ASSERT_EQUAL(b->given, DAY);

  told_set(answers, pack->catalogue, "b said", DAY + 2);
  CU_ASSERT_PTR_EQUAL(b, answers_get(answers, told_step(pack->catalogue, "b", 0)));
  CU_ASSERT_FALSE(b->skipped);
  CU_ASSERT_EQUAL(b->given, DAY + 2);
}

static void test_seen_before(void)
{
  OWNED(test_pack) pack = make_pack();
  OWNED(answers) answers = told_answers(pack->catalogue, "a x; b", DAY);
  told_set(answers, pack->catalogue, "b", DAY + 3);
  CU_ASSERT_EQUAL(answers_seen_before(answers, DAY + 9), DAY + 3);
  CU_ASSERT_EQUAL(answers_seen_before(answers, DAY + 3), DAY);
  CU_ASSERT_EQUAL(answers_seen_before(answers, DAY), 0);
}

/* The values that are set may be those that stand there. */
static void test_set_to_itself(void)
{
  OWNED(test_pack) pack = make_pack();
  OWNED(answers) answers = told_answers(pack->catalogue, "b said", DAY);
  const struct answer *b = answers_get(answers, told_step(pack->catalogue, "b", 0));
  answers_set(answers, b->step, (const char *const *)b->values, DAY);
  ASSERT_TEXT(b->values[0], "said");
}

static void test_remove(void)
{
  OWNED(test_pack) pack = make_pack();
  OWNED(answers) answers = told_answers(pack->catalogue, "a x; r.1 no", DAY);
  answers_remove(answers, told_step(pack->catalogue, "r", 1));
  g_autofree char *all = list_all(answers);
  ASSERT_TEXT(all, "a x; ");
}

static void test_ticks(void)
{
  OWNED(test_pack) pack = make_pack();
  OWNED(answers) answers = answers_new(pack->catalogue);
  CU_ASSERT_EQUAL_FATAL(pack->catalogue->task_count, 2);
  const struct task *slot = pack->catalogue->tasks[1];
  CU_ASSERT_EQUAL(answers_tick(answers, slot), 0);
  answers_set_tick(answers, slot, DAY, NULL);
  CU_ASSERT_EQUAL(answers_tick(answers, slot), DAY);
  CU_ASSERT_EQUAL(answers_tick(answers, pack->catalogue->tasks[0]), 0);
}

/* A copy is equal until one thing in it changes. */
static void test_equal(void)
{
  static const char *const changes[] = {"a y", "b", "b other", "r.2 yes"};
  OWNED(test_pack) pack = make_pack();
  OWNED(answers) answers = told_answers(pack->catalogue, "a x; r.1 no; b said", DAY);
  answers_set_tick(answers, pack->catalogue->tasks[0], DAY, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(changes); i++) {
    OWNED(answers) copy = answers_copy(answers);
    CU_ASSERT_TRUE(answers_equal(answers, copy));
    told_set(copy, pack->catalogue, changes[i], DAY);
    CU_ASSERT_FALSE(answers_equal(answers, copy));
  }
  OWNED(answers) later = answers_copy(answers);
  told_set(later, pack->catalogue, "b said", DAY + 1);
  CU_ASSERT_FALSE(answers_equal(answers, later));
  OWNED(answers) unticked = answers_copy(answers);
  answers_set_tick(unticked, pack->catalogue->tasks[0], 0, NULL);
  CU_ASSERT_FALSE(answers_equal(answers, unticked));
  OWNED(answers) begun = answers_copy(answers);
  answers_set_begun(begun, DAY - 1);
  CU_ASSERT_FALSE(answers_equal(answers, begun));
}

SUITE(answers, {"answers are listed in the order in which they are met", test_order},
      {"chosen values stand in the order of the options", test_values_in_order},
      {"`given` is the day of the present value, `seen` the last", test_days},
      {"the days of visits, from the last back", test_seen_before},
      {"an answer can be set to itself", test_set_to_itself},
      {"an answer can be removed", test_remove}, {"ticks belong to actions and slots", test_ticks},
      {"equal answers are equal in everything", test_equal})
