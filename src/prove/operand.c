/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of conditions, by the rules of XPath as in condition/evaluate.c. */
#include "prove/operand.h"

#include <math.h>

#include "prove/formula_state.h"

/* ---- members ---- */

static struct operand operand_new(enum sort sort)
{
  return (struct operand){sort, LITERAL_FALSE, g_array_new(FALSE, FALSE, sizeof(struct member)),
                          LITERAL_FALSE};
}

void operand_clear(struct operand *operand)
{
  if (operand->members)
    g_array_unref(operand->members);
}

static void add_member(struct operand *operand, const char *text, double number, int literal)
{
  struct member member = {text, number, literal};
  if (literal != LITERAL_FALSE)
    g_array_append_val(operand->members, member);
}

const struct member *operand_at(const struct operand *operand, guint index)
{
  return &g_array_index(operand->members, struct member, index);
}

static void add_unknown(const struct view *view, struct operand *operand, int literal)
{
  operand->unknown = gates_or(view->formula->gates, operand->unknown, literal);
}

/* ---- sets ---- */

/* The same text at several items is one member. */
static void unite(const struct view *view, struct operand *operand)
{
  g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
  struct member *list = (struct member *)(void *)operand->members->data;
  guint kept = 0;
  for (guint i = 0; i < operand->members->len; i++) {
    gpointer at = g_hash_table_lookup(known, list[i].text);
    if (at) {
      struct member *same = &list[GPOINTER_TO_UINT(at) - 1];
      same->literal = gates_or(view->formula->gates, same->literal, list[i].literal);
      continue;
    }
    list[kept++] = list[i];
    g_hash_table_insert(known, (gpointer)list[i].text, GUINT_TO_POINTER(kept));
  }
  g_array_set_size(operand->members, kept);
}

/* Inside a repeat its own items up to this one are certain. */
static struct operand items_of(const struct view *view, const struct repeat *repeat)
{
  struct formula *formula = view->formula;
  struct operand operand = operand_new(SORT_SET);
  gboolean inside = repeat == view->repeat && view->turn;
  guint count = inside ? view->turn : formula_items(formula, repeat);
  for (guint turn = 1; turn <= count; turn++) {
    char *text = g_strdup_printf("%u", turn);
    add_member(&operand, arena_string(formula->arena, text, -1), turn,
               inside ? LITERAL_TRUE : formula_has_item(formula, repeat, turn));
    g_free(text);
  }
  if (!inside)
    operand.unknown = formula_beyond(formula, repeat);
  return operand;
}

static struct operand set_of(const struct view *view, const struct name *name)
{
  struct formula *formula = view->formula;
  if (name->kind == NAME_REPEAT)
    return items_of(view, item_repeat(name->item));
  struct operand operand = operand_new(SORT_SET);
  if (name->kind != NAME_QUESTION && name->kind != NAME_TASK)
    return operand;
  struct extent extent = formula_extent(formula, name, view->repeat, view->turn);
  operand.unknown = extent.beyond;
  for (guint i = extent.first; i < extent.first + extent.count; i++) {
    const struct cell *cell = formula_cell_at(formula, i);
    for (guint j = 0; j < cell->count; j++)
      add_member(&operand, cell->points[j].text, cell->points[j].number, cell->literals[j]);
    add_unknown(view, &operand, cell->else_literal);
  }
  if (extent.count > 1)
    unite(view, &operand);
  return operand;
}

/* ---- numbers ---- */

static double days_to(const struct point *point, int today)
{
  return point->day ? (double)(today - point->day) : (double)NAN;
}

/* The number of the first member of the set NAME, or the DAYS since it; not a number where there is
 * none. */
static struct operand first_of(const struct view *view, const struct name *name, gboolean days)
{
  struct formula *formula = view->formula;
  struct operand operand = operand_new(SORT_NUMBER);
  struct extent extent = formula_extent(formula, name, view->repeat, view->turn);
  int none = LITERAL_TRUE;
  operand.unknown = extent.beyond;
  for (guint i = extent.first; i < extent.first + extent.count; i++) {
    const struct cell *cell = formula_cell_at(formula, i);
    gboolean several = formula_takes_several(cell);
    for (guint j = 0; j < cell->count; j++) {
      const struct point *point = &cell->points[j];
      add_member(&operand, NULL, days ? days_to(point, formula->today) : point->number,
                 gates_and(formula->gates, none, cell->literals[j]));
      if (several)
        none = gates_and(formula->gates, none, -cell->literals[j]);
    }
    none = gates_and(formula->gates, none, -cell->answered);
    add_unknown(view, &operand, cell->else_literal);
  }
  add_member(&operand, NULL, NAN, gates_and(formula->gates, none, -extent.beyond));
  return operand;
}

static gboolean has_cells(const struct expression *expression)
{
  return expression->operation == OP_NAME && expression->name &&
         (expression->name->kind == NAME_QUESTION || expression->name->kind == NAME_TASK);
}

static struct operand constant(double number)
{
  struct operand operand = operand_new(SORT_NUMBER);
  add_member(&operand, NULL, number, LITERAL_TRUE);
  return operand;
}

/* How many members a set has. */
static struct operand count_of(const struct view *view, const struct expression *argument)
{
  struct formula *formula = view->formula;
  OWNED(sums) sums = sums_new(formula->gates);
  g_autoptr(GPtrArray) parts = g_ptr_array_new();
  gboolean cells = has_cells(argument);
  CLEARED(operand) set = cells ? (struct operand){.members = NULL} : operand_of(view, argument);
  if (!cells && set.sort != SORT_SET)
    return constant(1); /* anything else is one */
  if (cells) {
    struct extent extent = formula_extent(formula, argument->name, view->repeat, view->turn);
    set.unknown = extent.beyond;
    for (guint i = extent.first; i < extent.first + extent.count; i++) {
      guint count;
      const int *literals = formula_parts(formula_cell_at(formula, i), &count);
      for (guint j = 0; j < count; j++)
        g_ptr_array_add(parts, sums_part(sums, literals[j], 1));
    }
  }
  struct operand operand = operand_new(SORT_NUMBER);
  operand.unknown = set.unknown;
  struct sum *sum = sums_all(sums, parts);
  guint most = set.members ? set.members->len : sums_most(sum);
  int more = -operand.unknown;
  for (guint count = 0; count <= most; count++) {
    int next = count == most ? LITERAL_FALSE
               : set.members ? operand_at(&set, count)->literal
                             : sums_at_least(sums, sum, count + 1);
    add_member(&operand, NULL, count, gates_and(formula->gates, more, -next));
    more = gates_and(formula->gates, more, next);
  }
  return operand;
}

struct operand operand_of_truth(int truth)
{
  struct operand operand = operand_new(SORT_NUMBER);
  add_member(&operand, NULL, 1, truth);
  add_member(&operand, NULL, 0, -truth);
  return operand;
}

struct operand operand_number(const struct view *view, const struct expression *expression)
{
  if (has_cells(expression))
    return first_of(view, expression->name, FALSE);
  struct operand operand = operand_of(view, expression);
  if (operand.sort == SORT_TRUTH)
    return operand_of_truth(operand.truth);
  if (operand.sort == SORT_STRING)
    operand.sort = SORT_NUMBER;
  if (operand.sort == SORT_NUMBER)
    return operand;
  int first = operand.members->len ? operand_at(&operand, 0)->literal : LITERAL_FALSE;
  g_array_set_size(operand.members, 0); /* items: the first is number one */
  add_member(&operand, NULL, 1, first);
  add_member(&operand, NULL, NAN, -first);
  operand.sort = SORT_NUMBER;
  return operand;
}

static struct operand minus(const struct view *view, const struct expression *expression)
{
  struct operand operand = operand_number(view, expression->left);
  for (guint i = 0; i < operand.members->len; i++)
    g_array_index(operand.members, struct member, i).number *= -1;
  return operand;
}

/* ---- sums ---- */

/* Adds NUMBER under LITERAL to OPERAND, whose members exclude one another: once for each number. */
static void add_amount(const struct view *view, struct operand *operand, double number, int literal)
{
  for (guint i = 0; i < operand->members->len; i++) {
    struct member *member = &g_array_index(operand->members, struct member, i);
    if (member->number == number || (isnan(member->number) && isnan(number))) {
      member->literal = gates_or(view->formula->gates, member->literal, literal);
      return;
    }
  }
  add_member(operand, NULL, number, literal);
}

/* LEFT and SIGN times RIGHT, both numbers, taken over. More sums than are modelled are unknown. */
static struct operand add_up(const struct view *view, struct operand left, struct operand right,
                             double sign)
{
  CLEARED(operand) a = left, b = right;
  struct gates *gates = view->formula->gates;
  guint most = view->formula->thresholds->caps->of[CAP_VALUES];
  struct operand total = operand_new(SORT_NUMBER);
  total.unknown = gates_or(gates, a.unknown, b.unknown);
  for (guint i = 0; i < a.members->len; i++)
    for (guint j = 0; j < b.members->len; j++) {
      const struct member *one = operand_at(&a, i), *other = operand_at(&b, j);
      int both = gates_and(gates, one->literal, other->literal);
      if (total.members->len < most)
        add_amount(view, &total, one->number + sign * other->number, both);
      else
        add_unknown(view, &total, both);
    }
  return total;
}

/* What CELL adds to a sum: nothing while it is unanswered. */
static struct operand amount_of(const struct view *view, struct operand total,
                                const struct cell *cell)
{
  gboolean several = formula_takes_several(cell);
  struct operand part = operand_new(SORT_NUMBER);
  for (guint i = 0; i < cell->count; i++) {
    add_member(&part, NULL, cell->points[i].number, cell->literals[i]);
    if (!several)
      continue;
    add_member(&part, NULL, 0, -cell->literals[i]);
    total = add_up(view, total, part, 1);
    part = operand_new(SORT_NUMBER);
  }
  if (!several)
    add_member(&part, NULL, 0, -cell->answered);
  else
    add_member(&part, NULL, 0, LITERAL_TRUE);
  part.unknown = cell->else_literal;
  return add_up(view, total, part, 1);
}

/* The sum over a union of questions: each answer counts once, however often it is named. */
static struct operand sum_of(const struct view *view, const struct expression *set)
{
  struct formula *formula = view->formula;
  struct operand total = constant(0);
  g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
  for (; set; set = set->operation == OP_UNION ? set->left : NULL) {
    const struct expression *one = set->operation == OP_UNION ? set->right : set;
    if (!has_cells(one))
      continue;
    struct extent extent = formula_extent(formula, one->name, view->repeat, view->turn);
    add_unknown(view, &total, extent.beyond);
    for (guint i = extent.first; i < extent.first + extent.count; i++)
      if (g_hash_table_add(known, formula_cell_at(formula, i)))
        total = amount_of(view, total, formula_cell_at(formula, i));
  }
  return total;
}

static struct operand days_since(const struct view *view, const struct expression *argument)
{
  return has_cells(argument) ? first_of(view, argument->name, TRUE) : constant(NAN);
}

static struct operand named(const struct view *view, const struct expression *expression)
{
  const struct name *name = expression->name;
  if (!name)
    return operand_new(SORT_SET);
  if (name->kind == NAME_DEFINE)
    return (struct operand){.sort = SORT_TRUTH, .truth = formula_truth(view, expression)};
  return set_of(view, name);
}

struct operand operand_of(const struct view *view, const struct expression *expression)
{
  switch (expression->operation) {
  case OP_NAME:
    return named(view, expression);
  case OP_NUMBER:
    return constant(expression->number);
  case OP_STRING: {
    struct operand operand = operand_new(SORT_STRING);
    add_member(&operand, expression->text, condition_number(expression->text), LITERAL_TRUE);
    return operand;
  }
  case OP_MINUS:
    return minus(view, expression);
  case OP_COUNT:
    return count_of(view, expression->left);
  case OP_DAYS_SINCE:
    return days_since(view, expression->left);
  case OP_PLUS:
  case OP_SUBTRACT:
    return add_up(view, operand_number(view, expression->left),
                  operand_number(view, expression->right),
                  expression->operation == OP_PLUS ? 1 : -1);
  case OP_SUM:
    return sum_of(view, expression->left);
  case OP_UNION: /* stands in sum() alone */
    return operand_new(SORT_SET);
#define CONNECTIVE(id, sign, level) case OP_##id:
#define COMPARISON(id, sign, level) case OP_##id:
#include "condition/operations.def"
  case OP_NOT:
  case OP_TRUE:
  case OP_FALSE:
    return (struct operand){.sort = SORT_TRUTH, .truth = formula_truth(view, expression)};
  }
  g_assert_not_reached();
}
