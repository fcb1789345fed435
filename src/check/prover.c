/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches over all days that can be told apart. */
#include "check/prover.h"

/* A required question that not every way lets a person answer. */
static gboolean is_hurdle(const struct question *question)
{
  return !question->optional &&
         (question->constraints || question->min.given || question->max.given || question->pattern);
}

static void add_hurdles(struct prover *prover)
{
  const struct catalogue *catalogue = prover->catalogue;
  const struct model *model = prover_state(prover, 0)->model;
  for (guint i = 0; i < catalogue->question_count; i++) {
    const struct question *question = catalogue->questions[i];
    guint turns = question->repeat ? model->items[question->repeat->index] : 0;
    for (guint turn = question->repeat ? 1 : 0; is_hurdle(question) && turn <= turns; turn++)
      obligations_add(prover->hurdles, OBLIGE_PASSED, &question->item, NULL, turn);
  }
}

struct prover *prover_new(const struct catalogue *catalogue, const struct check_options *options,
                          enum scope scope)
{
  struct prover *prover = g_new0(struct prover, 1);
  prover->catalogue = catalogue;
  prover->options = options;
  prover->scope = scope;
  prover->domains = domains_new(catalogue, scope == SCOPE_FIRST_VISIT);
  prover->all_days = TRUE;
  prover->days = domains_days(prover->domains, options->today, &prover->all_days);
  prover->models = g_ptr_array_new_with_free_func((GDestroyNotify)model_free);
  prover->states = g_ptr_array_new_with_free_func((GDestroyNotify)state_free);
  prover->hurdles = g_array_new(FALSE, FALSE, sizeof(struct obligation));
  prover->budget = (struct budget){budget_steps(options, BUDGET_ALL),
                                   budget_steps(options, BUDGET_EACH), FALSE, options};
  add_hurdles(prover);
  return prover;
}

void prover_free(struct prover *prover)
{
  g_ptr_array_unref(prover->states);
  g_ptr_array_unref(prover->models);
  g_array_unref(prover->days);
  g_array_unref(prover->hurdles);
  domains_free(prover->domains);
  g_free(prover);
}

struct state *prover_state(struct prover *prover, guint index)
{
  while (prover->states->len <= index) {
    int day = g_array_index(prover->days, int, prover->states->len);
    struct model *model = model_new(prover->catalogue, prover->domains, day, prover->scope);
    g_ptr_array_add(prover->models, model);
    g_ptr_array_add(prover->states, state_new(model));
  }
  return g_ptr_array_index(prover->states, index);
}

GArray *prover_obligations(const struct prover *prover, const struct state *state,
                           const GArray *obligations)
{
  GArray *all = g_array_new(FALSE, FALSE, sizeof(struct obligation));
  if (obligations->len)
    g_array_append_vals(all, obligations->data, obligations->len);
  for (guint i = 0; i < prover->hurdles->len; i++) {
    struct obligation hurdle = g_array_index(prover->hurdles, struct obligation, i);
    if (state_must(state, item_question(hurdle.item), hurdle.turn))
      g_array_append_val(all, hurdle);
  }
  return all;
}

static enum found search_day(struct prover *prover, guint index, const struct inquiry *inquiry,
                             struct solution **solution)
{
  struct state *state = prover_state(prover, index);
  state_set_horizon(state, inquiry->horizon);
  state->waived = inquiry->waived;
  g_autoptr(GArray) obligations = prover_obligations(prover, state, inquiry->obligations);
  return inquiry->shortest ? search_shortest(state, obligations, &prover->budget, solution)
                           : search_run(state, obligations, G_MAXUINT, &prover->budget, solution);
}

enum found prover_search(struct prover *prover, const struct inquiry *inquiry,
                         struct solution **solution)
{
  enum found found = prover->all_days ? FOUND_NONE : FOUND_NOTHING_YET;
  *solution = NULL;
  for (guint i = 0; i < prover->days->len; i++) {
    enum found on_day = search_day(prover, i, inquiry, solution);
    if (on_day == FOUND_SOME)
      return on_day;
    if (on_day == FOUND_NOTHING_YET)
      found = on_day;
  }
  return found;
}

enum found prover_reach(struct prover *prover, const struct goal *goal, enum goal_side side,
                        gboolean shortest, struct solution **solution)
{
  const struct repeat *repeat =
      goal->spot.item ? item_repeat_around(goal->spot.item->parent) : NULL;
  guint last = repeat ? prover_state(prover, 0)->model->items[repeat->index] : 0;
  enum found found = FOUND_NONE;
  for (guint turn = repeat ? 1 : 0; turn <= last; turn++) {
    g_autoptr(GArray) obligations = g_array_new(FALSE, FALSE, sizeof(struct obligation));
    goal_oblige(goal, side, turn, obligations);
    gboolean waive = goal->spot.kind == SPOT_CONSTRAINT && side == GOAL_FAILS;
    struct inquiry inquiry = {obligations, goal_horizon(goal, turn),
                              waive ? goal->spot.constraint : NULL, shortest};
    enum found at_turn = prover_search(prover, &inquiry, solution);
    if (at_turn == FOUND_SOME)
      return at_turn;
    if (at_turn == FOUND_NOTHING_YET)
      found = at_turn;
  }
  return found;
}
