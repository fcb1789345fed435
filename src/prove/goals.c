/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals from spots, and what they oblige to. */
#include "prove/goals.h"

struct gathering {
  GArray *goals;
  struct arena *arena;
};

static const struct condition *const *copy(struct arena *arena, const GPtrArray *conditions)
{
  const struct condition **list =
      arena_alloc(arena, (conditions->len + 1) * sizeof(struct condition *));
  for (guint i = 0; i < conditions->len; i++)
    list[i] = g_ptr_array_index(conditions, i);
  return list;
}

/* A question that may be impossible to answer where it is asked. */
static gboolean can_refuse(const struct question *question)
{
  return question &&
         (question->constraints || question->min.given || question->max.given || question->pattern);
}

static void gather(const struct spot *spot, void *data)
{
  struct gathering *gathering = data;
  gboolean plain_text = spot->kind == SPOT_TEXT && !spot->when && spot->fail->len == 0;
  if (spot->hidden || plain_text)
    return;
  struct goal goal = {.spot = *spot};
  goal.hold = copy(gathering->arena, spot->hold);
  goal.fail = copy(gathering->arena, spot->fail);
  goal.spot.hold = goal.spot.fail = NULL;
  goal.fails = spot->when ? VERDICT_UNDECIDED : VERDICT_REACHED;
  goal.verdict = VERDICT_UNDECIDED;
  g_array_append_val(gathering->goals, goal);
  if (spot->kind == SPOT_ITEM && can_refuse(item_question(spot->item))) {
    goal.answered = TRUE;
    goal.fails = VERDICT_REACHED;
    g_array_append_val(gathering->goals, goal);
  }
}

static void gather_condition(const struct spot *spot, void *data)
{
  if (spot->when)
    g_ptr_array_add(data, (gpointer)spot->when);
}

struct prover *goals_prover(const struct catalogue *catalogue, const struct proof_options *options,
                            enum search search)
{
  g_autoptr(GPtrArray) conditions = g_ptr_array_new();
  spots_visit(catalogue, gather_condition, conditions);
  return prover_new(catalogue, conditions, options->today, options->caps, search,
                    effort_new(options->patience, options->out_of_time, options->data));
}

GArray *goals_new(const struct catalogue *catalogue, struct arena *arena)
{
  struct gathering gathering = {g_array_new(FALSE, FALSE, sizeof(struct goal)), arena};
  spots_visit(catalogue, gather, &gathering);
  return gathering.goals;
}

struct goal *goals_of(const GArray *goals, const struct item *item, gboolean answered)
{
  for (guint i = 0; i < goals->len; i++) {
    struct goal *goal = &g_array_index(goals, struct goal, i);
    if (goal->spot.kind == SPOT_ITEM && goal->spot.item == item && goal->answered == answered)
      return goal;
  }
  return NULL;
}

/* ---- obligations ---- */

static void oblige_item(const struct goal *goal, enum goal_side side, guint turn,
                        GArray *obligations)
{
  const struct item *item = goal->spot.item;
  g_assert(item);
  obligations_for(obligations, item, turn, side == GOAL_FAILS);
  if (side == GOAL_FAILS)
    obligations_add(obligations, OBLIGE_FAILS, item, item->when, turn);
  else if (goal->answered)
    obligations_add(obligations, OBLIGE_ANSWERED, item, NULL, turn);
  else if (item->kind == ITEM_OPTION)
    obligations_add(obligations, OBLIGE_CHOSEN, item, NULL, turn);
  else if (item->kind == ITEM_QUESTION && item_question(item)->from)
    obligations_add(obligations, OBLIGE_ASKED, item, NULL, turn);
}

static void oblige_conditions(const struct goal *goal, enum goal_side side, guint turn,
                              GArray *obligations)
{
  const struct item *item = goal->spot.item;
  for (guint i = 0; goal->hold[i]; i++) {
    gboolean own = side == GOAL_FAILS && !goal->hold[i + 1];
    obligations_add(obligations, own ? OBLIGE_FAILS : OBLIGE_HOLDS, item, goal->hold[i], turn);
  }
  for (guint i = 0; side == GOAL_REACHED && goal->fail[i]; i++)
    obligations_add(obligations, OBLIGE_FAILS, item, goal->fail[i], turn);
}

void goal_oblige(const struct goal *goal, enum goal_side side, guint turn, GArray *obligations)
{
  const struct item *item = goal->spot.item;
  if (goal->spot.kind == SPOT_ITEM) {
    oblige_item(goal, side, turn, obligations);
    return;
  }
  if (item)
    obligations_for(obligations, item, turn, FALSE);
  if (goal->spot.kind == SPOT_CONSTRAINT)
    obligations_add(obligations, OBLIGE_ANSWERED, item, NULL, turn);
  oblige_conditions(goal, side, turn, obligations);
}

int goal_literal(struct formula *formula, const struct goal *goal, enum goal_side side)
{
  const struct item *item = goal->spot.item;
  const struct repeat *repeat = item ? item_repeat_around(item->parent) : NULL;
  struct turns turns = formula_turns(formula, repeat);
  struct gates *gates = formula_gates(formula);
  g_autoptr(GArray) any = g_array_new(FALSE, FALSE, sizeof(int));
  g_autoptr(GArray) obligations = g_array_new(FALSE, FALSE, sizeof(struct obligation));
  for (guint turn = turns.first; turn <= turns.last; turn++) {
    g_array_set_size(obligations, 0);
    goal_oblige(goal, side, turn, obligations);
    gates_append(any, gates_and(gates, obligations_literal(formula, obligations),
                                formula_passed(formula, item, turn)));
  }
  gates_append(any, gates_maybe(gates, repeat ? formula_beyond(formula, repeat) : LITERAL_FALSE));
  return gates_any_of(gates, any);
}

void goal_needs(struct formula *formula, const struct goal *goal, enum goal_side side,
                GArray *needs)
{
  const struct item *item = goal->spot.item;
  g_autoptr(GArray) obligations = g_array_new(FALSE, FALSE, sizeof(struct obligation));
  if (item && item_repeat_around(item->parent)) {
    gates_append(needs, goal_literal(formula, goal, side));
    return;
  }
  goal_oblige(goal, side, 0, obligations);
  obligations_literals(formula, obligations, needs);
}

const struct constraint *goal_waives(const struct goal *goal, enum goal_side side)
{
  return goal->spot.kind == SPOT_CONSTRAINT && side == GOAL_FAILS ? goal->spot.constraint : NULL;
}

static void write_side(struct formula *formula, const struct goal *goal, enum goal_side side,
                       GString *out)
{
  static const char *const sides[] = {[GOAL_REACHED] = "", [GOAL_FAILS] = " is false"};
  g_autofree char *words = spot_words(&goal->spot, NULL);
  g_autofree char *place = place_words(goal->spot.place);
  g_string_append_printf(out, "c %d %s %s%s%s\n", goal_literal(formula, goal, side), place, words,
                         goal->answered ? " answered" : "", sides[side]);
}

void goals_write(const struct catalogue *catalogue, const struct proof_options *options,
                 GString *out)
{
  OWNED(arena) arena = arena_new();
  OWNED(prover) prover = goals_prover(catalogue, options, SEARCH_LITTLE);
  struct formula *formula = prover_formula(prover, 0);
  g_autoptr(GArray) goals = goals_new(catalogue, arena);
  for (guint i = 0; i < goals->len; i++) {
    const struct goal *goal = &g_array_index(goals, struct goal, i);
    write_side(formula, goal, GOAL_REACHED, out);
    if (goal->spot.when && goal->spot.kind != SPOT_CONSTRAINT)
      write_side(formula, goal, GOAL_FAILS, out);
  }
  formula_write(formula, out);
}

/* ---- as seen by a pass ---- */

static gboolean chosen(const struct pass *pass, const struct item *option, guint turn)
{
  const struct answer *answer = pass_answer(pass, (struct step){option->parent, turn});
  return answer && g_strv_contains((const char *const *)answer->values, option->id);
}

static gboolean met(const struct pass *pass, const struct item *item, guint turn)
{
  if (item->kind == ITEM_THEME)
    return pass_holds(pass, item->when, 0);
  if (item->kind == ITEM_OPTION)
    return chosen(pass, item, turn);
  return pass_has_met(pass, (struct step){item, item->kind == ITEM_REPEAT ? 1 : turn});
}

/* All that stands around ITEM counts, so that its own condition decides. */
static gboolean around(const struct pass *pass, const struct item *item, guint turn)
{
  const struct item *parent = item->parent;
  if (!parent)
    return TRUE;
  if (item->kind == ITEM_OPTION) /* whether its question has something to offer is not asked */
    return around(pass, parent, turn) && pass_holds(pass, parent->when, turn);
  if (parent->kind == ITEM_QUESTION)
    return pass_answer(pass, (struct step){parent, turn}) != NULL;
  if (parent->kind == ITEM_REPEAT) {
    const struct answer *answer = pass_answer(pass, (struct step){parent, turn});
    return answer && g_str_equal(answer->values[0], "yes");
  }
  if (parent->kind == ITEM_ACTION && !answers_has_done(pass_answers(pass), item_action(parent)))
    return FALSE;
  return met(pass, parent, turn);
}

static gboolean item_seen(const struct goal *goal, enum goal_side side, const struct pass *pass,
                          guint turn)
{
  const struct item *item = goal->spot.item;
  g_assert(item);
  struct step step = {item, turn};
  if (side == GOAL_FAILS)
    return around(pass, item, turn) && !pass_holds(pass, item->when, turn);
  if (!met(pass, item, turn))
    return FALSE;
  if (goal->answered)
    return pass_answer(pass, step) != NULL;
  return item->kind != ITEM_QUESTION || !pass_answers_itself(pass, step);
}

static gboolean conditions_seen(const struct goal *goal, enum goal_side side,
                                const struct pass *pass, guint turn)
{
  for (guint i = 0; goal->hold[i]; i++) {
    gboolean own = side == GOAL_FAILS && !goal->hold[i + 1];
    if (pass_holds(pass, goal->hold[i], turn) == own)
      return FALSE;
  }
  for (guint i = 0; side == GOAL_REACHED && goal->fail[i]; i++)
    if (pass_holds(pass, goal->fail[i], turn))
      return FALSE;
  return TRUE;
}

static gboolean seen_at(const struct goal *goal, enum goal_side side, const struct pass *pass,
                        guint turn)
{
  const struct item *item = goal->spot.item;
  if (goal->spot.kind == SPOT_ITEM)
    return item_seen(goal, side, pass, turn);
  if (item && !met(pass, item, turn))
    return FALSE;
  if (goal->spot.kind == SPOT_CONSTRAINT && !pass_answer(pass, (struct step){item, turn}))
    return FALSE;
  return conditions_seen(goal, side, pass, turn);
}

gboolean goal_seen(const struct goal *goal, enum goal_side side, const struct pass *pass)
{
  const struct repeat *repeat =
      goal->spot.item ? item_repeat_around(goal->spot.item->parent) : NULL;
  if (!repeat)
    return seen_at(goal, side, pass, 0);
  for (guint turn = 1; turn <= repeat->max; turn++)
    if (seen_at(goal, side, pass, turn))
      return TRUE;
  return FALSE;
}
