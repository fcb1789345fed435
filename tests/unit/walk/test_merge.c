/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two versions of a debrief become one. */
#include "support/suite.h"
#include "support/told.h"
#include "walk/merge.h"

#define DAY 739000

static struct test_pack *pack_new(void)
{
  return test_pack_new(NULL, "<question id='a' kind='text'><prompt>A</prompt></question>"
                             "<question id='b' kind='text'><prompt>B</prompt></question>"
                             "<question id='c' kind='text'><prompt>C</prompt></question>"
                             "<action id='one' channel='self'><title>Un</title></action>"
                             "<action id='two' channel='self'><title>Deux</title></action>");
}

static struct answers *told(const struct test_pack *pack, const char *lines, int day)
{
  struct answers *answers = told_answers(pack->catalogue, lines, day);
  answers_set_begun(answers, DAY);
  return answers;
}

static void assert_told(const struct answers *answers, const char *id, const char *expected)
{
  struct step step = told_step(answers_catalogue(answers), id, 0);
  const struct answer *answer = answers_get(answers, step);
  g_autofree char *words = answer ? told_answer(answer) : NULL;
  ASSERT_TEXT(words, expected);
}

static void test_later_counts(void)
{
  OWNED(test_pack) pack = pack_new();
  OWNED(answers) here = told(pack, "a here; b here", DAY + 1);
  OWNED(answers) there = told(pack, "a there; c there", DAY);
  told_set(there, pack->catalogue, "b there", DAY + 1);
  answers_merge(here, there);
  assert_told(here, "a", "a here");
  assert_told(here, "b", "b there");
  assert_told(here, "c", "c there");
}

static void test_tasks_and_words(void)
{
  OWNED(test_pack) pack = pack_new();
  const struct task *one = catalogue_find(pack->catalogue, "one")->task;
  const struct task *two = catalogue_find(pack->catalogue, "two")->task;
  OWNED(answers) here = told(pack, "a here", DAY + 1);
  OWNED(answers) there = told(pack, "a there", DAY);
  answers_set_tick(there, one, DAY, "one");
  answers_set_moved(here, two, DAY + 9);
  answers_set_moved(there, two, DAY + 5);
  answers_set_fill(here, "name", "Ada");
  answers_set_fill(there, "name", "Eve");
  answers_set_fill(there, "street", "here");
  answers_set_own_draft(there, "mail", "Hello");
  answers_merge(here, there);
  CU_ASSERT_EQUAL(answers_tick(here, one), DAY);
  ASSERT_TEXT(answers_ticked_action(here, one), "one");
  CU_ASSERT_EQUAL(answers_moved(here, two), DAY + 9);
  ASSERT_TEXT(answers_fill(here, "name"), "Ada");
  ASSERT_TEXT(answers_fill(here, "street"), "here");
  ASSERT_TEXT(answers_own_draft(here, "mail"), "Hello");
}

/* What knows less takes nothing away, and what is the same changes nothing. */
static void test_less(void)
{
  OWNED(test_pack) pack = pack_new();
  struct stray stray = {ENTRY_SKIP, (char *)"gone", 0, NULL, DAY, DAY};
  OWNED(answers) here = told(pack, "a here; b", DAY);
  OWNED(answers) less = told(pack, "", DAY);
  const struct task *one = catalogue_find(pack->catalogue, "one")->task;
  answers_set_tick(here, one, DAY, NULL);
  answers_set_moved(here, one, DAY + 3); /* another of a slot, after the tick */
  answers_add_stray(here, &stray);
  OWNED(answers) both = answers_copy(here);
  answers_merge(both, less);
  CU_ASSERT(answers_equal(both, here));
  answers_merge(both, here);
  CU_ASSERT(answers_equal(both, here));
  answers_merge(less, here);
  CU_ASSERT(answers_equal(less, here));
}

SUITE(merge, {"the later of two answers counts", test_later_counts},
      {"ticks, days put off to and words", test_tasks_and_words},
      {"what is not told takes nothing away", test_less})
