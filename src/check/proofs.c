/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts on all goals of a pack, each checked by the real pass. */
#include "check/proofs.h"

#include "check/proofs_state.h"
#include "check/solution.h"

/* Everything that a pass over ANSWERS on the day TODAY sees is reached. */
static void see_all(struct proofs *proofs, const struct answers *answers, int today)
{
  OWNED(pass) pass = pass_new(proofs->prover->catalogue, answers, today);
  struct step step;
  while (pass_next(pass, &step))
    continue;
  for (guint i = 0; i < proofs->goals->len; i++) {
    struct goal *goal = &g_array_index(proofs->goals, struct goal, i);
    if (goal->verdict != VERDICT_REACHED && goal_seen(goal, GOAL_REACHED, pass))
      goal->verdict = VERDICT_REACHED;
    gboolean constraint = goal->spot.kind == SPOT_CONSTRAINT;
    if (goal->fails != VERDICT_REACHED && !constraint && goal_seen(goal, GOAL_FAILS, pass))
      goal->fails = VERDICT_REACHED;
  }
}

static gboolean see_one(const struct goal *goal, enum goal_side side, const struct answers *answers,
                        int today, const struct catalogue *catalogue)
{
  OWNED(pass) pass = pass_new(catalogue, answers, today);
  struct step step;
  if (goal->spot.kind == SPOT_CONSTRAINT && side == GOAL_FAILS)
    pass_waive(pass, goal->spot.constraint);
  while (pass_next(pass, &step))
    continue;
  return goal_seen(goal, side, pass);
}

/* A verdict by the search, kept only if the real pass says the same. */
static enum verdict prove(struct proofs *proofs, const struct goal *goal, enum goal_side side)
{
  static const enum verdict verdicts[] = {
      [FOUND_NONE] = VERDICT_NEVER, [FOUND_NOTHING_YET] = VERDICT_UNDECIDED};
  struct solution *found;
  enum found result = prover_reach(proofs->prover, goal, side, FALSE, &found);
  if (result != FOUND_SOME)
    return verdicts[result];
  OWNED(solution) solution = found;
  OWNED(answers) answers = solution_answers(solution);
  int today = solution->model->today;
  gboolean waived = goal->spot.kind == SPOT_CONSTRAINT && side == GOAL_FAILS;
  gboolean seen = see_one(goal, side, answers, today, proofs->prover->catalogue);
  if (seen && solution->complete && !waived)
    see_all(proofs, answers, today);
  return seen ? VERDICT_REACHED : VERDICT_UNDECIDED;
}

static gboolean is_inside(const struct proofs *proofs, const struct goal *goal)
{
  const struct item *item = goal->spot.item;
  if (item && goal->spot.kind == SPOT_ITEM && !goal->answered)
    item = item->parent;
  for (; item; item = item->parent)
    if (proofs->never[item->order])
      return TRUE;
  return FALSE;
}

/* A question that is never asked because it always answers itself is met all the same. */
static gboolean answers_itself(struct proofs *proofs, const struct goal *goal)
{
  const struct question *question = item_question(goal->spot.item);
  if (!question || !question->from)
    return FALSE;
  struct goal answered = *goal;
  answered.answered = TRUE;
  return prove(proofs, &answered, GOAL_REACHED) != VERDICT_NEVER;
}

/* By index: the array's goals change as answers are seen. */
static void decide(struct proofs *proofs, guint index)
{
  struct goal *goal = &g_array_index(proofs->goals, struct goal, index);
  goal->inside = is_inside(proofs, goal);
  if (goal->inside) {
    goal->verdict = VERDICT_NEVER;
    return;
  }
  if (goal->verdict != VERDICT_REACHED)
    goal->verdict = prove(proofs, goal, GOAL_REACHED);
  if (goal->fails != VERDICT_REACHED)
    goal->fails = prove(proofs, goal, GOAL_FAILS);
  if (goal->spot.kind == SPOT_ITEM && !goal->answered && goal->verdict == VERDICT_NEVER)
    proofs->never[goal->spot.item->order] = !answers_itself(proofs, goal);
}

struct proofs *proofs_new(const struct catalogue *catalogue, const struct check_options *options)
{
  struct proofs *proofs = g_new0(struct proofs, 1);
  proofs->prover = prover_new(catalogue, options, SCOPE_PROOFS);
  proofs->arena = arena_new();
  proofs->goals = goals_new(catalogue, proofs->arena);
  proofs->never = g_new0(gboolean, catalogue->item_count + 1);
  for (guint i = 0; i < proofs->goals->len; i++)
    decide(proofs, i);
  return proofs;
}

void proofs_free(struct proofs *proofs)
{
  g_array_unref(proofs->goals);
  prover_free(proofs->prover);
  arena_free(proofs->arena);
  g_free(proofs->never);
  g_free(proofs);
}

const GArray *proofs_goals(const struct proofs *proofs)
{
  return proofs->goals;
}

enum verdict proofs_item(const struct proofs *proofs, const struct item *item)
{
  for (guint i = 0; i < proofs->goals->len; i++) {
    const struct goal *goal = &g_array_index(proofs->goals, struct goal, i);
    if (goal->spot.kind == SPOT_ITEM && goal->spot.item == item && !goal->answered)
      return goal->verdict;
  }
  g_assert_not_reached();
}
