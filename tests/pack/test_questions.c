/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every question of the shipped pack buys something: for each there are two people who told the
 * same but for its answer, and get another plan: openings, actions, drafts, replies, lessons or
 * sheets; or are asked something else. That the answer is repeated to them, and praise for it, does
 * not count.
 */
#include <stdio.h>

#include "people.h"
#include "plan/plan.h"
#include "support/random_pack.h"
#include "support/suite.h"
#include "support/told.h"

#define INVENTED 10000 /* at most: a few hundred show it, unless a question buys nothing */
#define CHANGES 6      /* other answers tried for one question of one person */

/* ---- what a person gets ---- */

static void add_phrase(GString *out, const struct phrase *phrase)
{
  g_autofree char *plain = phrase_plain(phrase);
  g_string_append_printf(out, "%s\n", plain);
}

static void add_phrases(GString *out, const GPtrArray *phrases)
{
  for (guint i = 0; i < phrases->len; i++)
    add_phrase(out, phrases->pdata[i]);
}

static void add_action(GString *out, const struct planned_action *action)
{
  g_string_append_printf(out, "%s %d %d %d\n", action->action->item.id, action->day, action->at,
                         action->state);
  add_phrase(out, action->title);
  add_phrase(out, action->why);
  add_phrases(out, action->steps);
  add_phrases(out, action->avoids);
  for (guint i = 0; i < action->drafts->len; i++) {
    const struct planned_draft *draft = action->drafts->pdata[i];
    add_phrase(out, draft->to);
    add_phrase(out, draft->subject);
    add_phrases(out, draft->paragraphs);
  }
}

static void add_lesson(GString *out, const struct planned_lesson *lesson)
{
  g_string_append_printf(out, "%s.%u %d\n", lesson->lesson->item.id, lesson->turn,
                         lesson->stressed);
  add_phrase(out, lesson->fact);
  add_phrase(out, lesson->if_text);
  add_phrase(out, lesson->then_text);
  add_phrase(out, lesson->why);
  add_phrase(out, lesson->exercise);
}

static void add_opening(GString *out, const struct planned_opening *opening)
{
  g_string_append(out, "opening\n");
  add_phrases(out, opening->paragraphs);
}

static void add_reply(GString *out, const struct planned_reply *reply)
{
  g_string_append(out, "reply\n");
  add_phrase(out, reply->title);
  add_phrases(out, reply->paragraphs);
}

static void add_sheet(GString *out, const struct planned_sheet *sheet)
{
  add_phrase(out, sheet->title);
  for (guint i = 0; i < sheet->lines->len; i++) {
    const struct sheet_line *line = sheet->lines->pdata[i];
    g_string_append_printf(out, "%s: %s\n", line->label, line->words);
  }
}

/* All that counts, as text. Caller frees. */
static char *outcome(const struct answers *answers, int today)
{
  OWNED(walk) walk = walk_new(people_pack(), answers_copy(answers), today, NULL);
  OWNED(plan) plan = plan_new(people_pack(), answers, today, NULL, FALSE);
  g_autoptr(GArray) asked = walk_path(walk);
  g_autofree char *current = told_name(walk_current(walk));
  g_autofree char *path = told_names(asked);
  GString *out = g_string_new(NULL);
  g_string_append_printf(out, "%s then %s\n", path, current);
  for (guint i = 0; i < plan->openings->len; i++)
    add_opening(out, plan->openings->pdata[i]);
  for (guint i = 0; i < plan->actions->len; i++)
    add_action(out, plan->actions->pdata[i]);
  for (guint i = 0; i < plan->replies->len; i++)
    add_reply(out, plan->replies->pdata[i]);
  for (guint i = 0; i < plan->lessons->len; i++)
    add_lesson(out, plan->lessons->pdata[i]);
  for (guint i = 0; i < plan->sheets->len; i++)
    add_sheet(out, plan->sheets->pdata[i]);
  return g_string_free(out, FALSE);
}

/* ---- one answer changed ---- */

static gboolean changes(GRand *rand, const struct person *person, struct step step,
                        const char *before)
{
  OWNED(walk) walk = walk_new(people_pack(), answers_copy(person->answers), person->today, NULL);
  g_auto(GStrv) values = people_value(rand, walk, step);
  const struct question *question = item_question(step.item);
  if (!values && question && !question->optional)
    return FALSE;
  OWNED(answers) answers = answers_copy(person->answers);
  answers_set(answers, step, (const char *const *)values, person->today);
  g_autofree char *after = outcome(answers, person->today);
  return !g_str_equal(before, after);
}

static gboolean any_missing(const GArray *asked, GHashTable *missing)
{
  for (guint i = 0; i < asked->len; i++)
    if (g_hash_table_contains(missing, g_array_index(asked, struct step, i).item))
      return TRUE;
  return FALSE;
}

/* Takes from MISSING the questions that change something for PERSON. */
static void try_person(GRand *rand, const struct person *person, GHashTable *missing)
{
  g_autoptr(GArray) asked = people_asked(person);
  if (!any_missing(asked, missing))
    return;
  g_autofree char *before = outcome(person->answers, person->today);
  for (guint i = 0; i < asked->len; i++) {
    struct step step = g_array_index(asked, struct step, i);
    for (guint j = 0; j < CHANGES && g_hash_table_contains(missing, step.item); j++)
      if (changes(rand, person, step, before))
        g_hash_table_remove(missing, step.item);
  }
}

static void test_all_matter(void)
{
  const struct catalogue *pack = people_pack();
  g_autoptr(GHashTable) missing = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < pack->question_count; i++)
    g_hash_table_add(missing, (void *)&pack->questions[i]->item);
  for (guint i = 0; i < pack->repeat_count; i++)
    g_hash_table_add(missing, (void *)&pack->repeats[i]->item);
  GRand *rand = g_rand_new_with_seed(random_seed(20261123));
  g_autoptr(GPtrArray) people = people_examples();
  for (guint i = 0; i < people->len; i++)
    try_person(rand, people->pdata[i], missing);
  for (guint i = 0; i < random_scale(INVENTED) && g_hash_table_size(missing); i++) {
    OWNED(person) person = people_invent(rand, i);
    try_person(rand, person, missing);
  }
  g_rand_free(rand);
  for (guint i = 0; i < pack->item_count; i++)
    if (g_hash_table_contains(missing, pack->items[i]))
      printf("\nnothing changes with the answer to '%s'", pack->items[i]->id);
  CU_ASSERT(g_hash_table_size(missing) == 0);
}

SUITE(questions, {"every question changes something", test_all_matter})
