/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each piece of advice that the pack starts from is cited by advice that an example is given, or by
 * a question that it is asked: what is asked for a fact sheet. */
#include <stdio.h>

#include "people.h"
#include "plan/plan.h"
#include "support/suite.h"

static const struct origin *origin_of(const struct item *item)
{
  const struct action *action = item_action(item);
  const struct lesson *lesson = item_lesson(item);
  const struct strength *strength = item_strength(item);
  const struct question *question = item_question(item);
  const struct opening *opening = item_opening(item);
  const struct reply *reply = item_reply(item);
  return action     ? &action->origin
         : lesson   ? &lesson->origin
         : strength ? &strength->origin
         : question ? &question->origin
         : opening  ? &opening->origin
         : reply    ? &reply->origin
                    : NULL;
}

/* Adds "ARTICLE ID" for each piece that ORIGIN cites. */
static void add_cited(GHashTable *pieces, const struct origin *origin)
{
  for (const struct citation *one = origin->citations; one; one = one->next)
    if (one->item)
      g_hash_table_add(pieces, g_strdup_printf("%s %s", one->source->id, one->item));
}

static void add_given(GHashTable *pieces, const struct person *person)
{
  OWNED(plan) plan = plan_new(people_pack(), person->answers, person->today, NULL, FALSE);
  for (guint i = 0; i < plan->actions->len; i++)
    add_cited(pieces, &((struct planned_action *)plan->actions->pdata[i])->action->origin);
  for (guint i = 0; i < plan->lessons->len; i++)
    add_cited(pieces, &((struct planned_lesson *)plan->lessons->pdata[i])->lesson->origin);
  for (guint i = 0; i < plan->strengths->len; i++)
    add_cited(pieces, &((struct planned_strength *)plan->strengths->pdata[i])->strength->origin);
  for (guint i = 0; i < plan->openings->len; i++)
    add_cited(pieces, &((struct planned_opening *)plan->openings->pdata[i])->opening->origin);
  for (guint i = 0; i < plan->replies->len; i++)
    add_cited(pieces, &((struct planned_reply *)plan->replies->pdata[i])->reply->origin);
  g_autoptr(GArray) asked = people_asked(person);
  for (guint i = 0; i < asked->len; i++)
    if (origin_of(g_array_index(asked, struct step, i).item))
      add_cited(pieces, origin_of(g_array_index(asked, struct step, i).item));
}

/* The lines of the ledger that are no comments. Caller frees. */
static char **ledger(void)
{
  g_autofree char *file = g_build_filename(g_getenv("SOURCE"), "tests/pack/ledger.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  if (!g_file_get_contents(file, &text, NULL, &error))
    g_error("%s", error->message);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  g_autoptr(GStrvBuilder) pieces = g_strv_builder_new();
  for (char **line = lines; *line; line++)
    if (**line && **line != '#')
      g_strv_builder_add(pieces, *line);
  return g_strv_builder_end(pieces);
}

static void test_all_given(void)
{
  const struct catalogue *pack = people_pack();
  g_autoptr(GHashTable) cited = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) given = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < pack->item_count; i++)
    if (origin_of(pack->items[i]))
      add_cited(cited, origin_of(pack->items[i]));
  g_autoptr(GPtrArray) people = people_examples();
  for (guint i = 0; i < people->len; i++)
    add_given(given, people->pdata[i]);
  g_auto(GStrv) pieces = ledger();
  CU_ASSERT(g_strv_length(pieces) == 73);
  for (char **piece = pieces; *piece; piece++) {
    const char *fault = !g_hash_table_contains(cited, *piece)   ? "no advice cites"
                        : !g_hash_table_contains(given, *piece) ? "no example is given"
                                                                : NULL;
    if (fault)
      printf("\n%s %s", fault, *piece);
    CU_ASSERT(!fault);
  }
}

SUITE(ledger, {"each piece of advice reaches somebody", test_all_given})
