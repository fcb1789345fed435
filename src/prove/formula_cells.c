/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The variables of a formula: what can be answered, added to a repeat and ticked. */
#include "prove/formula_state.h"

struct cell *formula_cell(struct formula *formula, const struct question *question, guint turn)
{
  guint first = formula->question_cells[question->index];
  return formula_cell_at(formula, first + (question->repeat ? turn - 1 : 0));
}

struct cell *formula_tick_cell(struct formula *formula, const struct task *task)
{
  return formula_cell_at(formula, formula->task_cells[task->index]);
}

struct extent formula_extent(struct formula *formula, const struct name *name,
                             const struct repeat *repeat, guint turn)
{
  if (name->kind == NAME_TASK)
    return (struct extent){formula->task_cells[name->task->index], 1, LITERAL_FALSE};
  const struct question *question = item_question(name->item);
  guint first = formula->question_cells[question->index];
  if (!question->repeat)
    return (struct extent){first, 1, LITERAL_FALSE};
  if (question->repeat == repeat && turn)
    return (struct extent){first + turn - 1, 1, LITERAL_FALSE};
  return (struct extent){first, formula_items(formula, question->repeat),
                         formula_beyond(formula, question->repeat)};
}

/* The options that QUESTION can offer, as points. */
static struct points option_points(struct arena *arena, const struct question *question)
{
  g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(struct point));
  for (const struct item *item = question_first_option(question); item && item->kind == ITEM_OPTION;
       item = item->next) {
    struct point point = {item->id, condition_number(item->id), 0};
    g_array_append_val(points, point);
  }
  struct point *list = arena_alloc(arena, (points->len + 1) * sizeof *list);
  for (guint i = 0; i < points->len; i++)
    list[i] = g_array_index(points, struct point, i);
  return (struct points){points->len, list, TRUE};
}

/* What can be answered in CELL. */
static struct points points_of(struct formula *formula, const struct cell *cell)
{
  const struct thresholds *thresholds = formula->thresholds;
  if (cell->task)
    return points_task(thresholds, cell->task, formula->today, formula->arena);
  if (question_first_option(cell->question))
    return option_points(formula->arena, cell->question);
  return points_question(thresholds, cell->question, formula->today, formula->arena);
}

/* On a first visit nothing is ticked, and all that is told can be told today. */
static void bind_first_visit(struct formula *formula, const struct cell *cell)
{
  if (cell->task)
    gates_imply(formula->gates, formula->first_visit, -cell->answered);
  for (guint i = 0; cell->question && i < cell->count; i++)
    if (points_given(cell->question, &cell->points[i], formula->today) < formula->today)
      gates_imply(formula->gates, formula->first_visit, -cell->literals[i]);
}

/* A literal for each of the points of CELL. */
static void write_cell(struct formula *formula, struct cell *cell)
{
  struct points points = points_of(formula, cell);
  cell->count = points.count;
  cell->points = points.list;
  cell->literals = arena_alloc(formula->arena, (points.count + 1) * sizeof *cell->literals);
  for (guint i = 0; i < points.count; i++)
    cell->literals[i] = gates_variable(formula->gates);
  cell->own = cell->else_literal = LITERAL_FALSE;
  if (!points.whole) {
    cell->else_literal = gates_variable(formula->gates);
    g_array_append_val(formula->something_else, cell->else_literal);
  }
  cell->answered = gates_or(formula->gates, cell->else_literal,
                            gates_any(formula->gates, cell->literals, cell->count));
  bind_first_visit(formula, cell);
  formula_bind_cell(formula, cell);
}

#define DEEP 100 /* cells being written, each for the next */

/* What a cell rests on stands before it. A long chain is written from its beginning, since it would
 * not fit on the stack from its end. */
struct cell *formula_cell_at(struct formula *formula, guint index)
{
  struct cell *cell = &formula->cells[index];
  if (cell->answered)
    return cell;
  formula->depth++;
  for (guint i = 0; formula->depth == DEEP && i < index; i++)
    formula_cell_at(formula, i);
  write_cell(formula, cell);
  formula->depth--;
  return cell;
}

static void write_items(struct formula *formula, const struct repeat *repeat)
{
  guint count = formula_items(formula, repeat);
  int *items = arena_alloc(formula->arena, (count + 1) * sizeof *items);
  formula->items[repeat->index] = items;
  for (guint i = 0; i < count; i++)
    items[i] = gates_variable(formula->gates);
  int beyond = LITERAL_FALSE;
  if (count < repeat->max) {
    beyond = gates_variable(formula->gates);
    g_array_append_val(formula->something_else, beyond);
    gates_imply(formula->gates, beyond, items[count - 1]);
  }
  formula->beyond[repeat->index] = beyond;
  formula_bind_items(formula, repeat);
}

const int *formula_items_of(struct formula *formula, const struct repeat *repeat)
{
  if (!formula->items[repeat->index])
    write_items(formula, repeat);
  return formula->items[repeat->index];
}

static guint count_cells(const struct formula *formula)
{
  const struct catalogue *catalogue = formula->catalogue;
  guint count = catalogue->task_count;
  for (guint i = 0; i < catalogue->question_count; i++) {
    const struct repeat *repeat = catalogue->questions[i]->repeat;
    count += repeat ? formula_items(formula, repeat) : 1;
  }
  return count;
}

void formula_place_cells(struct formula *formula)
{
  const struct catalogue *catalogue = formula->catalogue;
  formula->cells = g_new0(struct cell, count_cells(formula) + 1);
  for (guint i = 0; i < catalogue->question_count; i++) {
    const struct question *question = catalogue->questions[i];
    struct turns turns = formula_turns(formula, question->repeat);
    formula->question_cells[i] = formula->cell_count;
    for (guint turn = turns.first; turn <= turns.last; turn++)
      formula->cells[formula->cell_count++] = (struct cell){.question = question, .turn = turn};
  }
  for (guint i = 0; i < catalogue->task_count; i++) {
    formula->task_cells[i] = formula->cell_count;
    formula->cells[formula->cell_count++] = (struct cell){.task = catalogue->tasks[i]};
  }
}

int formula_literal_of(const struct cell *cell, const char *value)
{
  for (guint i = 0; i < cell->count; i++)
    if (g_str_equal(cell->points[i].text, value))
      return cell->literals[i];
  return LITERAL_FALSE;
}

gboolean formula_takes_several(const struct cell *cell)
{
  return cell->question && question_takes_several(cell->question);
}

const int *formula_parts(const struct cell *cell, guint *count)
{
  gboolean several = formula_takes_several(cell);
  *count = several ? cell->count : 1;
  return several ? cell->literals : &cell->answered;
}

/* ---- days ---- */

static int by_day(const void *a, const void *b)
{
  const struct dated *one = a, *other = b;
  return (one->day > other->day) - (one->day < other->day);
}

/* Two of one day become one; of several days the latest counts. */
static void keep_latest(struct formula *formula, GArray *dates)
{
  guint kept = 0;
  struct dated *list = (struct dated *)(void *)dates->data;
  g_array_sort(dates, by_day);
  for (guint i = 0; i < dates->len; i++)
    if (kept && list[kept - 1].day == list[i].day)
      list[kept - 1].literal = gates_or(formula->gates, list[kept - 1].literal, list[i].literal);
    else
      list[kept++] = list[i];
  g_array_set_size(dates, kept);
  int later = LITERAL_FALSE;
  for (guint i = kept; i-- > 0;) {
    int literal = list[i].literal;
    list[i].literal = gates_and(formula->gates, literal, -later);
    later = gates_or(formula->gates, later, literal);
  }
}

GArray *formula_dates(struct formula *formula, const struct name *name, int *unknown)
{
  struct extent extent = formula_extent(formula, name, NULL, 0);
  GArray *dates = g_array_new(FALSE, FALSE, sizeof(struct dated));
  *unknown = extent.beyond;
  for (guint i = extent.first; i < extent.first + extent.count; i++) {
    const struct cell *cell = formula_cell_at(formula, i);
    *unknown = gates_or(formula->gates, *unknown, cell->else_literal);
    for (guint j = 0; j < cell->count; j++) {
      struct dated dated = {cell->points[j].day, cell->literals[j]};
      if (dated.day)
        g_array_append_val(dates, dated);
    }
  }
  if (extent.count > 1)
    keep_latest(formula, dates);
  return dates;
}
