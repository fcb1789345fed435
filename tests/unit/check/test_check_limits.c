/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The most that is asked and advised, against the trial of all answers. */
#include <stdio.h>

#include "check/prover.h"
#include "support/small_pack.h"
#include "support/suite.h"

enum { PACKS = 300, WAYS = 600, KINDS = 3 };

static const enum measure_kind kinds[KINDS] = {MEASURE_QUESTIONS, MEASURE_TEXTS, MEASURE_ACTIONS};

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
  most[0] = MAX(most[0], questions);
  most[1] = MAX(most[1], texts);
  most[2] = MAX(most[2], count_tasks(pass));
}

static guint search_kind(struct prover *prover, enum measure_kind kind, gboolean *exact)
{
  struct measure measure = {kind, NULL, NULL};
  g_autoptr(GArray) none = g_array_new(FALSE, FALSE, sizeof(struct obligation));
  guint most = 0;
  *exact = prover->all_days;
  for (guint i = 0; i < prover->days->len; i++) {
    struct solution *solution;
    gboolean all;
    struct state *state = prover_state(prover, i);
    state_set_horizon(state, (struct horizon){.order = G_MAXUINT});
    g_autoptr(GArray) obligations = prover_obligations(prover, state, none);
    search_most(state, obligations, &measure, most, &prover->budget, &solution, &most, &all);
    *exact = *exact && all;
    if (solution)
      solution_free(solution);
  }
  return most;
}

static gboolean compare_pack(const struct test_pack *pack)
{
  guint most[KINDS] = {0};
  struct check_options options = {.today = small_pack_today()};
  if (!small_pack_walk(pack, WAYS, see, most))
    return FALSE;
  OWNED(prover) prover = prover_new(pack->catalogue, &options, TRUE);
  for (int i = 0; i < KINDS; i++) {
    gboolean exact;
    guint found = search_kind(prover, kinds[i], &exact);
    CU_ASSERT(exact && found == most[i]);
    if (exact && found == most[i])
      continue;
    g_autofree char *text = small_pack_text(pack);
    printf("\nmeasure %d: searched %u%s, tried %u\n%s", i, found, exact ? "" : " or more", most[i],
           text);
    break;
  }
  return TRUE;
}

static void test_against_trial(void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed(17);
  guint failures = CU_get_number_of_failures();
  for (guint done = 0; done < PACKS && CU_get_number_of_failures() == failures;) {
    OWNED(test_pack) pack = small_pack_new(rand, 2 + g_rand_int(rand) % 6);
    done += compare_pack(pack);
  }
}

SUITE(check_limits, {"the most found is the most there is", test_against_trial})
