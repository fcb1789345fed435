/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The most that is asked, advised and written, against the trial of all answers. */
#include <stdio.h>

#include "check/prover.h"
#include "check/solution.h"
#include "plan/plan.h"
#include "plan/schedule.h"
#include "support/small_pack.h"
#include "support/suite.h"

enum { PACKS = 300, WAYS = 600 };

#define KINDS (MEASURE_WORDS + 1)

/* ---- as tried ---- */

static guint count_tasks(const struct pass *pass)
{
  g_autoptr(GHashTable) tasks = g_hash_table_new(NULL, NULL);
  const GArray *met = pass_met(pass);
  for (guint i = 0; i < met->len; i++) {
    const struct action *action = item_action(g_array_index(met, struct step, i).item);
    if (action)
      g_hash_table_add(tasks, (gpointer)action->task);
  }
  return g_hash_table_size(tasks);
}

static gboolean is_first_visit(const struct pass *pass)
{
  const struct catalogue *catalogue = pass_catalogue(pass);
  for (guint i = 0; i < catalogue->task_count; i++)
    if (answers_tick(pass_answers(pass), catalogue->tasks[i]))
      return FALSE;
  return TRUE;
}

static guint count_soon(const struct pass *pass)
{
  guint soon = 0;
  g_autoptr(GArray) schedule = schedule_new(pass);
  for (guint i = 0; i < schedule->len; i++) {
    const struct scheduled *one = &g_array_index(schedule, struct scheduled, i);
    soon += !one->lapsed && !one->displaced && one->day && one->day <= pass_today(pass) + 1;
  }
  return soon;
}

/* In a slot, whether an action stands is not a matter of words. */
static guint count_words(const struct pass *pass)
{
  guint words = 0;
  OWNED(plan)
  plan = plan_new(pass_catalogue(pass), pass_answers(pass), pass_today(pass), NULL, FALSE);
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = g_ptr_array_index(plan->actions, i);
    for (guint j = 0; !action->action->slot && j < action->drafts->len; j++)
      words = MAX(words, ((const struct planned_draft *)action->drafts->pdata[j])->words);
  }
  return words;
}

static void see(const struct pass *pass, const struct item *at, void *data)
{
  guint *most = data, questions = 0, texts = 0;
  const GArray *met = pass_met(pass);
  if (at)
    return;
  for (guint i = 0; i < met->len; i++) {
    struct step step = g_array_index(met, struct step, i);
    const struct question *question = item_question(step.item);
    if (pass_answers_itself(pass, step))
      continue;
    questions += question || step.item->kind == ITEM_REPEAT;
    texts += question && (question->kind == KIND_TEXT || question->kind == KIND_NOTE);
  }
  most[MEASURE_QUESTIONS] = MAX(most[MEASURE_QUESTIONS], questions);
  most[MEASURE_TEXTS] = MAX(most[MEASURE_TEXTS], texts);
  most[MEASURE_ACTIONS] = MAX(most[MEASURE_ACTIONS], count_tasks(pass));
  most[MEASURE_WORDS] = MAX(most[MEASURE_WORDS], count_words(pass));
  if (is_first_visit(pass))
    most[MEASURE_SOON] = MAX(most[MEASURE_SOON], count_soon(pass));
}

/* ---- as searched ---- */

/* What the real plan of the answers comes to. */
static guint plan_soon(const struct solution *solution)
{
  OWNED(answers) answers = solution_answers(solution);
  OWNED(pass) pass = pass_new(solution->model->catalogue, answers, solution->model->today);
  struct step step;
  while (pass_next(pass, &step))
    continue;
  return count_soon(pass);
}

static void search_day(struct prover *prover, struct state *state, const struct measure *measure,
                       const GArray *obligations, guint *most, gboolean *exact)
{
  gboolean all;
  struct solution *solution;
  state_set_horizon(state, (struct horizon){.order = G_MAXUINT});
  g_autoptr(GArray) whole = prover_obligations(prover, state, obligations);
  struct aim aim = {measure, measure->kind == MEASURE_SOON ? plan_soon : NULL};
  search_most(state, whole, &aim, *most, &prover->budget, &solution, most, &all);
  *exact = *exact && all;
  if (solution)
    solution_free(solution);
}

static void search_drafts(struct prover *prover, struct state *state, guint *most, gboolean *exact)
{
  for (guint i = 0; i < prover->catalogue->item_count; i++) {
    const struct action *action = item_action(prover->catalogue->items[i]);
    const struct draft *draft = action && !action->slot ? action->drafts : NULL;
    for (; draft; draft = draft->next) {
      OWNED(measure) measure = measure_draft(state->model, action, draft);
      g_autoptr(GArray) obligations = g_array_new(FALSE, FALSE, sizeof(struct obligation));
      obligations_for(obligations, &action->item, 0, FALSE);
      if (draft->when)
        obligations_add(obligations, OBLIGE_HOLDS, &action->item, draft->when, 0);
      search_day(prover, state, measure, obligations, most, exact);
    }
  }
}

static guint search_kind(struct prover *prover, enum measure_kind kind, gboolean *exact)
{
  g_autoptr(GArray) none = g_array_new(FALSE, FALSE, sizeof(struct obligation));
  guint most = 0;
  *exact = prover->all_days;
  for (guint i = 0; i < prover->days->len; i++) {
    struct state *state = prover_state(prover, i);
    if (kind == MEASURE_WORDS) {
      search_drafts(prover, state, &most, exact);
      continue;
    }
    OWNED(measure) measure = measure_new(state->model, kind);
    search_day(prover, state, measure, none, &most, exact);
  }
  return most;
}

/* ---- both ---- */

static void compare_kind(const struct test_pack *pack, enum measure_kind kind, guint tried)
{
  struct check_options options = {.today = small_pack_today()};
  gboolean exact, first = kind == MEASURE_SOON;
  OWNED(prover)
  prover = prover_new(pack->catalogue, &options, first ? SCOPE_FIRST_VISIT : SCOPE_BOUNDS);
  if (first && prover->days->len > 1) /* other days than those tried, with other weekdays */
    return;
  guint found = search_kind(prover, kind, &exact);
  CU_ASSERT(exact && found == tried);
  if (exact && found == tried)
    return;
  g_autofree char *text = small_pack_text(pack);
  printf("\nmeasure %d: searched %u%s, tried %u\n%s", kind, found, exact ? "" : " or more", tried,
         text);
}

static gboolean compare_pack(const struct test_pack *pack, guint *sums)
{
  guint most[KINDS] = {0};
  if (!small_pack_walk(pack, WAYS, see, most))
    return FALSE;
  for (enum measure_kind kind = 0; kind < KINDS; kind++) {
    compare_kind(pack, kind, most[kind]);
    sums[kind] += most[kind];
  }
  return TRUE;
}

static void test_against_trial(void)
{
  guint sums[KINDS] = {0};
  g_autoptr(GRand) rand = g_rand_new_with_seed(17);
  guint failures = CU_get_number_of_failures();
  for (guint done = 0; done < PACKS && CU_get_number_of_failures() == failures;) {
    OWNED(test_pack) pack = small_pack_new(rand, 2 + g_rand_int(rand) % 6, TRUE);
    done += compare_pack(pack, sums);
  }
  for (guint kind = 0; kind < KINDS; kind++)
    CU_ASSERT(sums[kind] > PACKS / 20); /* there was something to be found */
}

SUITE(check_limits, {"the most found is the most there is", test_against_trial})
