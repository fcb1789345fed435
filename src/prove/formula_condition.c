/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions as literals, by the rules of XPath as in condition/evaluate.c. */
#include <math.h>
#include <string.h>

#include "catalogue/expression.h"
#include "prove/formula_state.h"
#include "prove/operand.h"

/* ---- truth ---- */

static gboolean is_true(const struct operand *operand, const struct member *member)
{
  switch (operand->sort) {
  case SORT_NUMBER:
    return member->number != 0 && !isnan(member->number);
  case SORT_STRING:
    return *member->text != '\0';
  case SORT_SET:
  case SORT_TRUTH:
    return TRUE;
  }
  g_assert_not_reached();
}

static int truth_of_operand(const struct view *view, const struct operand *operand)
{
  if (operand->sort == SORT_TRUTH)
    return operand->truth;
  struct gates *gates = view->formula->gates;
  g_autoptr(GArray) any = g_array_new(FALSE, FALSE, sizeof(int));
  for (guint i = 0; i < operand->members->len; i++) {
    const struct member *member = operand_at(operand, i);
    if (is_true(operand, member))
      g_array_append_val(any, member->literal);
  }
  return gates_or(gates, gates_any_of(gates, any), gates_maybe(gates, operand->unknown));
}

/* ---- comparisons ---- */

static int compare_truths(const struct view *view, enum operation operation, int a, int b)
{
  struct gates *gates = view->formula->gates;
  int same = gates_or(gates, gates_and(gates, a, b), gates_and(gates, -a, -b));
  return operation == OP_EQUAL ? same : -same;
}

/* What has to be true of a member of one list and one of another: they compare, as numbers or as
 * texts, or the one and SIGN times the other compare with NUMBER, which stands FIRST or last. */
struct relation {
  enum operation operation;
  enum { OF_TEXTS, OF_NUMBERS, OF_TOTALS } of;
  double sign, number;
  gboolean first;
};

static gboolean is_related(const struct relation *relation, const struct member *a,
                           const struct member *b)
{
  enum operation operation = relation->operation;
  double total = a->number + relation->sign * b->number;
  switch (relation->of) {
  case OF_TEXTS:
    return (strcmp(a->text, b->text) == 0) == (operation == OP_EQUAL);
  case OF_NUMBERS:
    return condition_compare(operation, a->number, b->number);
  case OF_TOTALS:
    return relation->first ? condition_compare(operation, relation->number, total)
                           : condition_compare(operation, total, relation->number);
  }
  g_assert_not_reached();
}

/* One side of a comparison, against which each member of the other is held. */
struct facing {
  const struct relation *relation;
  const struct operand *operand;
  gboolean left;
  GArray *before; /* by index: any of the members before it; NULL: several can be true */
};

static GArray *all_before(struct gates *gates, const struct operand *operand)
{
  GArray *before = g_array_new(FALSE, FALSE, sizeof(int));
  int any = LITERAL_FALSE;
  gates_append(before, any);
  for (guint i = 0; i < operand->members->len; i++) {
    any = gates_or(gates, any, operand_at(operand, i)->literal);
    gates_append(before, any);
  }
  return before;
}

static gboolean meets(const struct facing *side, guint index, const struct member *other)
{
  const struct member *member = operand_at(side->operand, index);
  return side->left ? is_related(side->relation, member, other)
                    : is_related(side->relation, other, member);
}

/* Any of the members of SIDE from FIRST to END. */
static int any_between(struct gates *gates, const struct facing *side, guint first, guint end)
{
  if (end - first == 1)
    return operand_at(side->operand, first)->literal;
  return gates_and(gates, g_array_index(side->before, int, end),
                   -g_array_index(side->before, int, first));
}

/* Any of the members of SIDE that meet OTHER. Of numbers and days in order they stand in a row, and
 * what rows have in common is written once. */
static int partners_of(struct gates *gates, const struct facing *side, const struct member *other)
{
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(int));
  guint count = side->operand->members->len;
  for (guint i = 0, end; i < count; i = end) {
    end = i + 1;
    if (!meets(side, i, other))
      continue;
    while (side->before && end < count && meets(side, end, other))
      end++;
    gates_append(rows, any_between(gates, side, i, end));
  }
  return gates_any_of(gates, rows);
}

static int relate_some(struct gates *gates, const struct operand *some, const struct facing *side)
{
  g_autoptr(GArray) any = g_array_new(FALSE, FALSE, sizeof(int));
  for (guint i = 0; i < some->members->len; i++) {
    const struct member *member = operand_at(some, i);
    gates_append(any, gates_and(gates, member->literal, partners_of(gates, side, member)));
  }
  return gates_any_of(gates, any);
}

/* The same where it is ONE of its members at most: a literal for the whole, and none for each of
 * them, which would be hundreds for two dates. */
static int relate_one(struct gates *gates, const struct operand *one, const struct facing *side)
{
  g_autoptr(GArray) some = g_array_new(FALSE, FALSE, sizeof(int));
  int related = gates_variable(gates);
  gates_append(some, -related);
  for (guint i = 0; i < one->members->len; i++) {
    const struct member *member = operand_at(one, i);
    int partners = partners_of(gates, side, member);
    const int makes[] = {-member->literal, -partners, related};
    const int needs[] = {-member->literal, partners, -related};
    solver_clause(gates_solver(gates), makes, G_N_ELEMENTS(makes));
    solver_clause(gates_solver(gates), needs, G_N_ELEMENTS(needs));
    g_array_append_val(some, member->literal);
  }
  solver_clause(gates_solver(gates), (const int *)(const void *)some->data, some->len);
  return related;
}

enum { MANY_MEMBERS = 8 };

static gboolean is_one_of_many(const struct operand *operand)
{
  return operand->sort == SORT_NUMBER && operand->members->len > MANY_MEMBERS;
}

/* Some member of A is related to some of B. */
static int relate(const struct view *view, const struct relation *relation, const struct operand *a,
                  const struct operand *b)
{
  struct gates *gates = view->formula->gates;
  int unknown = gates_maybe(gates, gates_or(gates, a->unknown, b->unknown));
  gboolean left = is_one_of_many(a) && !is_one_of_many(b);
  const struct operand *other = left ? b : a;
  struct facing side = {relation, left ? a : b, left, NULL};
  if (side.operand->sort == SORT_NUMBER)
    side.before = all_before(gates, side.operand);
  gboolean many = is_one_of_many(other);
  int related = (many ? relate_one : relate_some)(gates, other, &side);
  if (side.before)
    g_array_unref(side.before);
  return gates_or(gates, related, unknown);
}

static int compare_all(const struct view *view, enum operation operation, const struct operand *a,
                       const struct operand *b)
{
  gboolean numbers =
      operation_orders(operation) || a->sort == SORT_NUMBER || b->sort == SORT_NUMBER;
  struct relation relation = {.operation = operation, .of = numbers ? OF_NUMBERS : OF_TEXTS};
  return relate(view, &relation, a, b);
}

/* A truth value among others is one where it is held equal, and a number where it is ordered. */
static int compare_mixed(const struct view *view, const struct expression *comparison,
                         const struct operand *a, const struct operand *b)
{
  int left = truth_of_operand(view, a), right = truth_of_operand(view, b);
  if (!operation_orders(comparison->operation))
    return compare_truths(view, comparison->operation, left, right);
  gboolean left_truth = a->sort == SORT_TRUTH || a->sort == SORT_SET;
  gboolean right_truth = b->sort == SORT_TRUTH || b->sort == SORT_SET;
  CLEARED(operand) one = operand_of_truth(left), other = operand_of_truth(right);
  return compare_all(view, comparison->operation, left_truth ? &one : a, right_truth ? &other : b);
}

static gboolean is_total(const struct expression *expression)
{
  return expression->operation == OP_PLUS || expression->operation == OP_SUBTRACT;
}

static gboolean is_fixed(const struct operand *operand)
{
  return operand->members && operand->members->len == 1 && operand->unknown == LITERAL_FALSE &&
         operand_at(operand, 0)->literal == LITERAL_TRUE;
}

/* Two numbers together, compared with a third that is fixed: each of the one with what does of the
 * other, without all that they can come to. FIRST: the fixed one stands first. */
static int relate_total(const struct view *view, enum operation operation,
                        const struct expression *total, double number, gboolean first)
{
  CLEARED(operand) a = operand_number(view, total->left), b = operand_number(view, total->right);
  double sign = total->operation == OP_PLUS ? 1 : -1;
  struct relation relation = {operation, OF_TOTALS, sign, number, first};
  return relate(view, &relation, &a, &b);
}

/* True with *VERDICT if one side of COMPARISON adds up and the other is fixed. */
static gboolean compare_total(const struct view *view, const struct expression *comparison,
                              int *verdict)
{
  gboolean first = !is_total(comparison->left);
  const struct expression *total = first ? comparison->right : comparison->left;
  if (!is_total(total))
    return FALSE;
  CLEARED(operand) fixed = operand_of(view, first ? comparison->left : comparison->right);
  if (!is_fixed(&fixed))
    return FALSE;
  *verdict = relate_total(view, comparison->operation, total, operand_at(&fixed, 0)->number, first);
  return TRUE;
}

static int compare(const struct view *view, const struct expression *comparison)
{
  int verdict;
  if (compare_total(view, comparison, &verdict))
    return verdict;
  CLEARED(operand) a = operand_of(view, comparison->left);
  CLEARED(operand) b = operand_of(view, comparison->right);
  return a.sort == SORT_TRUTH || b.sort == SORT_TRUTH
             ? compare_mixed(view, comparison, &a, &b)
             : compare_all(view, comparison->operation, &a, &b);
}

/* ---- the whole ---- */

static int make_truth(const struct view *view, const struct expression *expression)
{
  struct gates *gates = view->formula->gates;
  switch (expression->operation) {
  case OP_OR:
    return gates_or(gates, formula_truth(view, expression->left),
                    formula_truth(view, expression->right));
  case OP_AND:
    return gates_and(gates, formula_truth(view, expression->left),
                     formula_truth(view, expression->right));
  case OP_NOT:
    return -formula_truth(view, expression->left);
  case OP_TRUE:
    return LITERAL_TRUE;
  case OP_FALSE:
    return LITERAL_FALSE;
#define COMPARISON(id, sign, level) case OP_##id:
#include "condition/operations.def"
    return compare(view, expression);
  case OP_NAME:
    if (expression->name && expression->name->kind == NAME_DEFINE) {
      const struct condition *test = expression->name->define->test;
      return test && test->root ? formula_truth(view, test->root) : LITERAL_FALSE;
    }
    break;
  case OP_MINUS:
  case OP_COUNT:
  case OP_DAYS_SINCE:
  case OP_PLUS:
  case OP_SUBTRACT:
  case OP_SUM:
  case OP_UNION:
  case OP_STRING:
  case OP_NUMBER:
    break;
  }
  CLEARED(operand) operand = operand_of(view, expression);
  return truth_of_operand(view, &operand);
}

/* Equal parts of conditions are written once for each item of a repeat at which they are read: also
 * what they come to by something that is not modelled is the same. */
int formula_truth(const struct view *view, const struct expression *expression)
{
  struct formula *formula = view->formula;
  struct reading_place place = {expression, view->repeat, view->turn};
  gpointer known = g_hash_table_lookup(formula->known, &place);
  if (known)
    return GPOINTER_TO_INT(known);
  int truth = make_truth(view, expression);
  struct reading_place *key = arena_make(formula->arena, struct reading_place);
  *key = place;
  g_hash_table_insert(formula->known, key, GINT_TO_POINTER(truth));
  return truth;
}

int formula_holds(struct formula *formula, const struct condition *condition, guint turn)
{
  if (!condition)
    return LITERAL_TRUE;
  if (!condition->root)
    return LITERAL_FALSE;
  struct view view = {formula, condition->repeat, condition->repeat ? turn : 0};
  return formula_truth(&view, condition->root);
}
