/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be answered in a formula, and what has to be. */
#include "prove/formula_state.h"

/* ---- offers ---- */

/* VALUE was chosen at the question that the one of CELL takes its options from. */
static int chosen_before(struct formula *formula, const struct cell *cell, const char *value)
{
  const struct question *question = cell->question;
  struct extent extent =
      formula_extent(formula, question->from->name, question->repeat, cell->turn);
  g_autoptr(GArray) chosen = g_array_new(FALSE, FALSE, sizeof(int));
  for (guint i = 0; i < extent.count; i++)
    gates_append(chosen, formula_literal_of(formula_cell_at(formula, extent.first + i), value));
  gates_append(chosen, gates_maybe(formula->gates, extent.beyond));
  return gates_any_of(formula->gates, chosen);
}

static int offered(struct formula *formula, const struct cell *cell, guint index)
{
  const char *value = cell->points[index].text;
  if (cell->question->from)
    return chosen_before(formula, cell, value);
  const struct option *option = question_option(cell->question, value);
  return option ? formula_holds(formula, option->item.when, cell->turn) : LITERAL_FALSE;
}

/* What is offered, by value: a GArray of int. Caller frees. */
static GArray *offers_of(struct formula *formula, const struct cell *cell)
{
  GArray *offers = g_array_new(FALSE, FALSE, sizeof(int));
  for (guint i = 0; i < cell->count; i++)
    gates_append(offers, offered(formula, cell, i));
  return offers;
}

int formula_offers(struct formula *formula, const struct question *question, guint turn)
{
  if (!question_first_option(question))
    return LITERAL_TRUE;
  g_autoptr(GArray) offers = offers_of(formula, formula_cell(formula, question, turn));
  return gates_any_of(formula->gates, offers);
}

/* For each of OFFERS whether it is the only one. Caller frees. */
static GArray *alone(struct formula *formula, const GArray *offers)
{
  struct gates *gates = formula->gates;
  GArray *alone = g_array_new(FALSE, FALSE, sizeof(int));
  int before = LITERAL_FALSE, after = LITERAL_FALSE;
  for (guint i = 0; i < offers->len; i++) {
    int offer = g_array_index(offers, int, i);
    gates_append(alone, gates_and(gates, offer, -before));
    before = gates_or(gates, before, offer);
  }
  for (guint i = offers->len; i-- > 0;) {
    int *only = &g_array_index(alone, int, i);
    *only = gates_and(gates, *only, -after);
    after = gates_or(gates, after, g_array_index(offers, int, i));
  }
  return alone;
}

/* ---- what may be answered ---- */

/* A question with `from` that has one thing to offer is answered by it. */
static void answer_itself(struct formula *formula, struct cell *cell, const GArray *offers, int met)
{
  struct gates *gates = formula->gates;
  g_autoptr(GArray) only = alone(formula, offers);
  for (guint i = 0; i < cell->count; i++)
    gates_imply(gates, gates_and(gates, met, g_array_index(only, int, i)), cell->literals[i]);
  cell->own = gates_and(gates, met, gates_any_of(gates, only));
}

static void choose_one(struct formula *formula, const struct cell *cell)
{
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(int));
  g_array_append_vals(all, cell->literals, cell->count);
  if (cell->else_literal != LITERAL_FALSE)
    g_array_append_val(all, cell->else_literal);
  if (all->len)
    gates_at_most_one(formula->gates, all);
}

/* Options that go with no other. */
static void choose_alone(struct formula *formula, const struct cell *cell)
{
  for (guint i = 0; i < cell->count; i++) {
    const struct option *option = question_option(cell->question, cell->points[i].text);
    for (guint j = 0; option && option->exclusive && j < cell->count; j++)
      if (j != i)
        gates_imply(formula->gates, cell->literals[i], -cell->literals[j]);
  }
}

static void choose_several(struct formula *formula, const struct cell *cell)
{
  const struct question *question = cell->question;
  struct gates *gates = formula->gates;
  choose_alone(formula, cell);
  if (!question->min.given && !question->max.given)
    return;
  OWNED(sums) sums = sums_new(gates);
  struct sum *sum = NULL;
  for (guint i = 0; i < cell->count; i++)
    sum = sums_add(sums, sum, sums_part(sums, cell->literals[i], 1));
  int asked = gates_and(gates, cell->answered, -cell->own);
  if (question->min.given)
    gates_imply(gates, asked, sums_at_least(sums, sum, (guint)MAX(question->min.number, 0)));
  if (question->max.given)
    gates_imply(gates, asked, -sums_at_least(sums, sum, (guint)MAX(question->max.number, 0) + 1));
}

/* CONSTRAINT need not hold: for answers that break it. */
static int waives(struct formula *formula, const struct constraint *constraint)
{
  int waiver = GPOINTER_TO_INT(g_hash_table_lookup(formula->waivers, constraint));
  if (!waiver) {
    waiver = gates_variable(formula->gates);
    g_hash_table_insert(formula->waivers, (gpointer)constraint, GINT_TO_POINTER(waiver));
    gates_imply(formula->gates, formula->no_waiver, -waiver);
  }
  return waiver;
}

static void constrain(struct formula *formula, const struct cell *cell)
{
  const struct constraint *constraint = cell->question->constraints;
  for (; constraint; constraint = constraint->next) {
    const int either[] = {-cell->answered, cell->own,
                          formula_holds(formula, constraint->test, cell->turn),
                          waives(formula, constraint)};
    gates_require(formula->gates, gates_any(formula->gates, either, G_N_ELEMENTS(either)));
  }
}

static void bind_question(struct formula *formula, struct cell *cell)
{
  const struct question *question = cell->question;
  struct gates *gates = formula->gates;
  int met = formula_met(formula, &question->item, cell->turn);
  gates_imply(gates, cell->answered, met);
  if (question_first_option(question)) {
    g_autoptr(GArray) offers = offers_of(formula, cell);
    for (guint i = 0; i < cell->count; i++)
      gates_imply(gates, cell->literals[i], g_array_index(offers, int, i));
    if (question->from)
      answer_itself(formula, cell, offers, met);
  }
  if (question_takes_several(question))
    choose_several(formula, cell);
  else
    choose_one(formula, cell);
  constrain(formula, cell);
}

void formula_bind_cell(struct formula *formula, struct cell *cell)
{
  if (cell->question)
    bind_question(formula, cell);
  else
    choose_one(formula, cell);
}

void formula_bind_items(struct formula *formula, const struct repeat *repeat)
{
  const int *items = formula_items_of(formula, repeat);
  gates_imply(formula->gates, items[0], formula_met(formula, &repeat->item, 0));
  for (guint i = 1; i < formula_items(formula, repeat); i++)
    gates_imply(formula->gates, items[i], items[i - 1]);
}

/* ---- what is required ---- */

/* Whether ONE at turn ONE_TURN is met before OTHER at its. */
static gboolean comes_before(const struct item *one, guint one_turn, const struct item *other,
                             guint other_turn)
{
  const struct repeat *repeat = one_turn ? item_repeat_around(one) : NULL;
  gboolean same = repeat && other_turn && item_repeat_around(other) == repeat;
  return same && one_turn != other_turn ? one_turn < other_turn : one->order < other->order;
}

static int by_way(const void *a, const void *b)
{
  const struct required *one = a, *other = b;
  if (comes_before(&one->question->item, one->turn, &other->question->item, other->turn))
    return -1;
  return comes_before(&other->question->item, other->turn, &one->question->item, one->turn);
}

void formula_list_required(struct formula *formula)
{
  const struct catalogue *catalogue = formula->catalogue;
  for (guint i = 0; i < catalogue->question_count; i++) {
    const struct question *question = catalogue->questions[i];
    struct turns turns = formula_turns(formula, question->repeat);
    for (guint turn = turns.first; !question->optional && turn <= turns.last; turn++) {
      struct required required = {question, turn, 0};
      g_array_append_val(formula->required, required);
    }
  }
  g_array_sort(formula->required, by_way);
}

/* REQUIRED is answered if it is asked, and PASSED. */
static int pass(struct formula *formula, const struct required *required, int passed)
{
  int met = formula_met(formula, &required->question->item, required->turn);
  int answered = formula_answered(formula, required->question, required->turn);
  return gates_and(formula->gates, passed, gates_or(formula->gates, -met, answered));
}

int formula_passed(struct formula *formula, const struct item *item, guint turn)
{
  int passed = LITERAL_TRUE;
  for (guint i = 0; i < formula->required->len; i++) {
    struct required *required = &g_array_index(formula->required, struct required, i);
    if (item && !comes_before(&required->question->item, required->turn, item, turn))
      break;
    if (!required->passed)
      required->passed = pass(formula, required, passed);
    passed = required->passed;
  }
  return passed;
}
