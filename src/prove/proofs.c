/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts on all goals of a pack, each checked by the real pass. */
#include "prove/proofs.h"

#include "prove/proofs_state.h"
#include "prove/way.h"

/* The pass of ANSWERS, to its end; WAIVED, if not NULL, need not hold. Caller frees. */
static struct pass *pass_to_end(const struct proofs *proofs, const struct answers *answers,
                                int today, const struct constraint *waived)
{
  struct pass *pass = pass_new(proofs->prover->catalogue, answers, today);
  struct step step;
  if (waived)
    pass_waive(pass, waived);
  while (pass_next(pass, &step))
    continue;
  return pass;
}

/* ---- what is marked off ---- */

static enum verdict *verdict_of(struct goal *goal, enum goal_side side)
{
  return side == GOAL_REACHED ? &goal->verdict : &goal->fails;
}

/* The goal of which END is a side: twice its number, and the side. */
static struct goal *goal_at(const struct proofs *proofs, guint end)
{
  return &g_array_index(proofs->goals, struct goal, end / 2);
}

/* All that PASS, the real one of answers to all that is required, has met is reached. */
static void see_all(struct proofs *proofs, const struct pass *pass)
{
  guint *open = (guint *)(void *)proofs->open->data;
  guint left = 0;
  for (guint i = 0; i < proofs->open->len; i++) {
    struct goal *goal = goal_at(proofs, open[i]);
    if (goal_seen(goal, open[i] % 2, pass))
      *verdict_of(goal, open[i] % 2) = VERDICT_REACHED;
    else
      open[left++] = open[i];
  }
  g_array_set_size(proofs->open, left);
  rivals_see(proofs->rivals, pass);
}

/* All that may be seen: not what has to break a constraint, for which that is waived. */
static void list_open(struct proofs *proofs)
{
  proofs->open = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint end = 0; end < proofs->goals->len * 2; end++) {
    struct goal *goal = goal_at(proofs, end);
    if (*verdict_of(goal, end % 2) != VERDICT_REACHED && !goal_waives(goal, end % 2))
      g_array_append_val(proofs->open, end);
  }
}

static void see_ways(struct proofs *proofs)
{
  const GPtrArray *ways = proofs->options->ways;
  for (guint i = 0; ways && i < ways->len; i++) {
    const struct way *way = ways->pdata[i];
    OWNED(pass) pass = pass_to_end(proofs, way->answers, way->today, NULL);
    see_all(proofs, pass);
  }
}

/* ---- many goals at once ---- */

/* Both sides of all goals are hoped for, so that each of the answers found reaches many of them. */
struct sweep {
  struct proofs *proofs;
  struct formula *formula;
  GArray *hopes; /* of struct hope: those that are left, the last in document order first */
};

struct hope {
  guint end; /* of a goal */
  int literal;
};

/* Advice that others displaced where it was reached. */
static gboolean is_hidden(const struct sweep *sweep, guint end)
{
  const struct goal *goal = goal_at(sweep->proofs, end);
  return goal->spot.kind == SPOT_ITEM && end % 2 == GOAL_REACHED &&
         rivals_hide(sweep->proofs->rivals, goal->spot.item);
}

static gboolean is_open(const struct sweep *sweep, guint end)
{
  struct goal *goal = goal_at(sweep->proofs, end);
  return (*verdict_of(goal, end % 2) == VERDICT_UNDECIDED || is_hidden(sweep, end)) &&
         !goal_waives(goal, end % 2);
}

/* What the answers found fulfil of the hopes is marked off, where the real pass of them says the
 * same. */
static void see_hopes(const struct sweep *sweep)
{
  OWNED(answers) answers = formula_answers(sweep->formula);
  OWNED(pass) pass = pass_to_end(sweep->proofs, answers, formula_today(sweep->formula), NULL);
  for (guint i = 0; i < sweep->hopes->len; i++) {
    const struct hope *hope = &g_array_index(sweep->hopes, struct hope, i);
    struct goal *goal = goal_at(sweep->proofs, hope->end);
    if (solver_holds(formula_solver(sweep->formula), hope->literal) &&
        goal_seen(goal, hope->end % 2, pass))
      *verdict_of(goal, hope->end % 2) = VERDICT_REACHED;
  }
  rivals_see(sweep->proofs->rivals, pass);
}

/* Marks off what the same answers reach as the first of the hopes, and lets go of it with all that
 * is no longer open. */
static void reach_first(struct sweep *sweep)
{
  struct formula *formula = sweep->formula;
  struct hope *hopes = (struct hope *)(void *)sweep->hopes->data;
  guint left = 0, first = sweep->hopes->len - 1;
  if (formula_find(formula, hopes[first].literal, TRUE, NULL) == FOUND_SOME)
    see_hopes(sweep);
  for (guint i = 0; i <= first; i++)
    if (i < first && is_open(sweep, hopes[i].end))
      hopes[left++] = hopes[i];
    else
      gates_require(formula_gates(formula), -hopes[i].literal);
  g_array_set_size(sweep->hopes, left);
}

static gboolean is_impossible(const GArray *needs)
{
  for (guint i = 0; i < needs->len; i++)
    if (g_array_index(needs, int, i) == LITERAL_FALSE)
      return TRUE;
  return FALSE;
}

/* A literal that implies all of NEEDS; 0 if there cannot be any. */
static int hope_for(struct gates *gates, const GArray *needs)
{
  if (is_impossible(needs))
    return 0;
  int hope = -gates_variable(gates);
  for (guint i = 0; i < needs->len; i++)
    gates_imply(gates, hope, g_array_index(needs, int, i));
  return hope;
}

/* Adds what has to be true of END. */
static void add_needs(const struct sweep *sweep, guint end, GArray *needs)
{
  const struct goal *goal = goal_at(sweep->proofs, end);
  goal_needs(sweep->formula, goal, end % 2, needs);
  if (is_hidden(sweep, end))
    rivals_need(sweep->proofs->rivals, sweep->formula, goal->spot.item, needs);
}

/* Hopes for all that is open from FROM up to COUNT. They stand behind all that they are hopes for,
 * and behind what is required everywhere, so that they are tried first. */
static void hope_for_all(struct sweep *sweep, guint from, guint count)
{
  g_autoptr(GPtrArray) needs = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  formula_passed(sweep->formula, NULL, 0);
  for (guint i = from; i < count; i++) {
    g_ptr_array_add(needs, g_array_new(FALSE, FALSE, sizeof(int)));
    if (is_open(sweep, i))
      add_needs(sweep, i, needs->pdata[i - from]);
  }
  for (guint i = count; i-- > from;) {
    struct hope hope = {i, 0};
    if (is_open(sweep, i))
      hope.literal = hope_for(formula_gates(sweep->formula), needs->pdata[i - from]);
    if (hope.literal)
      g_array_append_val(sweep->hopes, hope);
  }
}

/* Marks off what is reached today from FROM on, until half of it is: the formula of what is left is
 * smaller. How far it came. */
static guint sweep_half(struct proofs *proofs, struct prover *prover, guint from, guint count)
{
  OWNED(formula) formula = prover_new_formula(prover, 0);
  g_autoptr(GArray) hopes = g_array_new(FALSE, FALSE, sizeof(struct hope));
  struct sweep sweep = {proofs, formula, hopes};
  hope_for_all(&sweep, from, count);
  guint half = hopes->len / 2;
  while (hopes->len > half)
    reach_first(&sweep);
  return hopes->len ? g_array_index(hopes, struct hope, hopes->len - 1).end : count;
}

/* Marks off all that is easily reached today. */
static void sweep_all(struct proofs *proofs)
{
  guint count = proofs->goals->len * 2;
  OWNED(prover) prover = goals_prover(proofs->prover->catalogue, proofs->options, SEARCH_HOPES);
  for (guint from = 0; from < count;)
    from = sweep_half(proofs, prover, from, count);
  proofs->prover->effort = prover->effort;
}

/* ---- one goal ---- */

/* Looks on one day for answers to the goal with number INDEX: such as answer all that is required,
 * or else all that is required before it. What is found is kept only if the real pass says the
 * same. */
static enum verdict prove_on(struct proofs *proofs, guint day, guint index, enum goal_side side)
{
  const struct goal *goal = &g_array_index(proofs->goals, struct goal, index);
  struct formula *formula = prover_formula(proofs->prover, day);
  const struct constraint *waived = goal_waives(goal, side);
  int literal = goal_literal(formula, goal, side);
  gboolean complete = TRUE;
  enum found found = formula_find(formula, literal, TRUE, waived);
  if (found != FOUND_SOME && formula_passed(formula, NULL, 0) != LITERAL_TRUE)
    found = formula_find(formula, literal, complete = FALSE, waived);
  if (found != FOUND_SOME)
    return found == FOUND_NONE ? VERDICT_NEVER : VERDICT_UNDECIDED;
  OWNED(answers) answers = formula_answers(formula);
  OWNED(pass) pass = pass_to_end(proofs, answers, formula_today(formula), waived);
  gboolean seen = goal_seen(goal, side, pass);
  if (seen && complete && !waived)
    see_all(proofs, pass);
  return seen ? VERDICT_REACHED : VERDICT_UNDECIDED;
}

static enum verdict prove(struct proofs *proofs, guint index, enum goal_side side)
{
  struct prover *prover = proofs->prover;
  enum verdict all = prover->all_days ? VERDICT_NEVER : VERDICT_UNDECIDED;
  for (guint day = 0; day < prover->days->len; day++) {
    enum verdict verdict = prove_on(proofs, day, index, side);
    if (verdict == VERDICT_REACHED)
      return verdict;
    if (verdict == VERDICT_UNDECIDED)
      all = verdict;
  }
  return all;
}

/* ---- all goals ---- */

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

static int answered_literal(struct formula *formula, const void *data)
{
  struct goal answered = *(const struct goal *)data;
  answered.answered = TRUE;
  return goal_literal(formula, &answered, GOAL_REACHED);
}

/* A question that is never asked because it always answers itself is met all the same. */
static gboolean answers_itself(struct proofs *proofs, const struct goal *goal)
{
  const struct question *question = item_question(goal->spot.item);
  struct wish wish = {answered_literal, goal};
  struct formula *formula;
  return question && question->from && prover_find(proofs->prover, &wish, &formula) != FOUND_NONE;
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
    goal->verdict = prove(proofs, index, GOAL_REACHED);
  if (goal->fails != VERDICT_REACHED)
    goal->fails = prove(proofs, index, GOAL_FAILS);
  if (goal->spot.kind == SPOT_ITEM && !goal->answered && goal->verdict == VERDICT_NEVER)
    proofs->never[goal->spot.item->order] = !answers_itself(proofs, goal);
}

struct proofs *proofs_new(const struct catalogue *catalogue, const struct proof_options *options)
{
  struct proofs *proofs = g_new0(struct proofs, 1);
  proofs->options = options;
  proofs->prover = goals_prover(catalogue, options, SEARCH_MUCH);
  proofs->arena = arena_new();
  proofs->goals = goals_new(catalogue, proofs->arena);
  proofs->rivals = rivals_new(catalogue);
  list_open(proofs);
  proofs->never = g_new0(gboolean, catalogue->item_count + 1);
  see_ways(proofs);
  sweep_all(proofs);
  for (guint i = 0; i < proofs->goals->len; i++)
    decide(proofs, i);
  return proofs;
}

void proofs_free(struct proofs *proofs)
{
  g_array_unref(proofs->goals);
  g_array_unref(proofs->open);
  rivals_free(proofs->rivals);
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
  const struct goal *goal = goals_of(proofs->goals, item, FALSE);
  g_assert(goal);
  return goal->verdict;
}
