/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the solver is asked, and what it found, as answers, items and ticks. */
#include "prove/formula_state.h"

/* ---- asking ---- */

static void append_waivers(const struct formula *formula, const struct constraint *waived,
                           GArray *assumptions)
{
  GHashTableIter iterator;
  gpointer constraint, literal;
  g_hash_table_iter_init(&iterator, formula->waivers);
  while (g_hash_table_iter_next(&iterator, &constraint, &literal))
    if (constraint != waived)
      gates_append(assumptions, -GPOINTER_TO_INT(literal));
}

static enum outcome solve(struct formula *formula, GArray *assumptions)
{
  const int *list = (const int *)(const void *)assumptions->data;
  return solver_solve(formula->solver, list, assumptions->len);
}

/* What is always assumed of answers that are looked for. */
static GArray *assume(struct formula *formula, gboolean complete, const struct constraint *waived)
{
  GArray *assumptions = g_array_new(FALSE, FALSE, sizeof(int));
  int passed = complete ? formula_passed(formula, NULL, 0) : LITERAL_TRUE;
  if (waived)
    append_waivers(formula, waived, assumptions);
  else
    g_array_append_val(assumptions, formula->no_waiver);
  if (passed != LITERAL_TRUE)
    g_array_append_val(assumptions, passed);
  return assumptions;
}

static int nothing_else(struct formula *formula)
{
  return -gates_any_of(formula->gates, formula->something_else);
}

enum found formula_find_all(struct formula *formula, const int *wanted, guint count,
                            gboolean complete, const struct constraint *waived)
{
  g_autoptr(GArray) assumptions = assume(formula, complete, waived);
  g_array_append_vals(assumptions, wanted, count);
  int known = nothing_else(formula);
  guint modelled = assumptions->len;
  g_array_append_val(assumptions, known);
  enum outcome outcome = solve(formula, assumptions);
  if (outcome == OUTCOME_SOME)
    return FOUND_SOME;
  if (outcome == OUTCOME_NONE && solver_blames(formula->solver, known)) {
    g_array_set_size(assumptions, modelled);
    outcome = solve(formula, assumptions);
  }
  return outcome == OUTCOME_NONE ? FOUND_NONE : FOUND_NOTHING_YET;
}

enum found formula_find(struct formula *formula, int wanted, gboolean complete,
                        const struct constraint *waived)
{
  return formula_find_all(formula, &wanted, 1, complete, waived);
}

void formula_write(const struct formula *formula, GString *out)
{
  solver_write(formula->solver, formula->no_waiver, out);
}

/* ---- answers ---- */

/* Under the answers last found. */
static gboolean is_true(const struct formula *formula, int literal)
{
  return solver_holds(formula->solver, literal);
}

static void set_question(const struct formula *formula, struct answers *answers,
                         const struct cell *cell)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  int given = formula->today;
  if (is_true(formula, cell->own))
    return;
  for (guint i = 0; i < cell->count; i++) {
    if (!is_true(formula, cell->literals[i]))
      continue;
    g_ptr_array_add(values, (gpointer)cell->points[i].text);
    given = MIN(given, points_given(cell->question, &cell->points[i], formula->today));
  }
  if (values->len == 0)
    return;
  answers_set(answers, (struct step){&cell->question->item, cell->turn},
              (const char *const *)values->pdata, given);
}

/* The action that the tick of TASK names, or NULL. */
static const char *named_action(const struct formula *formula, const struct task *task)
{
  GHashTableIter iterator;
  gpointer key, literal;
  g_hash_table_iter_init(&iterator, formula->named);
  while (g_hash_table_iter_next(&iterator, &key, &literal)) {
    const struct action *action = key;
    if (action->task == task && is_true(formula, GPOINTER_TO_INT(literal)))
      return action->item.id;
  }
  return NULL;
}

static void set_tick(const struct formula *formula, struct answers *answers,
                     const struct task *task)
{
  const struct cell *cell = &formula->cells[formula->task_cells[task->index]];
  for (guint i = 0; i < cell->count; i++)
    if (is_true(formula, cell->literals[i]))
      answers_set_tick(answers, task, cell->points[i].day, named_action(formula, task));
}

static void set_repeat(const struct formula *formula, struct answers *answers,
                       const struct repeat *repeat)
{
  static const char *const yes[] = {"yes", NULL}, *const no[] = {"no", NULL};
  guint items = 0, most = formula_items(formula, repeat);
  const int *literals = formula->items[repeat->index];
  while (literals && items < most && is_true(formula, literals[items]))
    answers_set(answers, (struct step){&repeat->item, ++items}, yes, formula->today);
  if (items > 0 && items < repeat->max)
    answers_set(answers, (struct step){&repeat->item, items + 1}, no, formula->today);
}

struct answers *formula_answers(struct formula *formula)
{
  const struct catalogue *catalogue = formula->catalogue;
  struct answers *answers = answers_new(catalogue);
  answers_set_begun(answers, formula->today);
  for (guint i = 0; i < catalogue->repeat_count; i++)
    set_repeat(formula, answers, catalogue->repeats[i]);
  for (guint i = 0; i < formula->cell_count; i++)
    if (formula->cells[i].question && formula->cells[i].answered)
      set_question(formula, answers, &formula->cells[i]);
  for (guint i = 0; i < catalogue->task_count; i++)
    set_tick(formula, answers, catalogue->tasks[i]);
  return answers;
}

/* ---- few answers ---- */

static void add_told(struct formula *formula, const struct cell *cell, GArray *told)
{
  guint count;
  const int *parts = formula_parts(cell, &count);
  for (guint i = 0; i < count; i++)
    gates_append(told, gates_and(formula->gates, parts[i], -cell->own));
}

/* All that a person may have to tell: a GArray of int. Caller frees. */
static GArray *all_told(struct formula *formula)
{
  const struct catalogue *catalogue = formula->catalogue;
  GArray *told = g_array_new(FALSE, FALSE, sizeof(int));
  for (guint i = 0; i < formula->cell_count; i++)
    if (formula->cells[i].answered)
      add_told(formula, &formula->cells[i], told);
  for (guint i = 0; i < catalogue->repeat_count; i++)
    if (formula->items[i])
      g_array_append_vals(told, formula->items[i], formula_items(formula, catalogue->repeats[i]));
  return told;
}

static guint count_found(const struct formula *formula, const GArray *literals)
{
  guint count = 0;
  for (guint i = 0; i < literals->len; i++)
    count += is_true(formula, g_array_index(literals, int, i));
  return count;
}

static struct sum *add_up(struct sums *sums, const GArray *literals)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new();
  for (guint i = 0; i < literals->len; i++)
    g_ptr_array_add(parts, sums_part(sums, g_array_index(literals, int, i), 1));
  return sums_all(sums, parts);
}

enum found formula_find_shortest(struct formula *formula, int wanted)
{
  g_autoptr(GArray) told = all_told(formula);
  enum found found = formula_find(formula, wanted, FALSE, NULL);
  if (found != FOUND_SOME)
    return found;
  guint most = count_found(formula, told);
  OWNED(sums) sums = sums_new(formula->gates);
  struct sum *sum = add_up(sums, told);
  do {
    const int fewer[] = {wanted, -sums_at_least(sums, sum, most)};
    found = most ? formula_find_all(formula, fewer, 2, FALSE, NULL) : FOUND_NONE;
    most = found == FOUND_SOME ? count_found(formula, told) : most;
  } while (found == FOUND_SOME);
  const int least[] = {wanted, -sums_at_least(sums, sum, most + 1)};
  return formula_find_all(formula, least, 2, FALSE, NULL);
}
