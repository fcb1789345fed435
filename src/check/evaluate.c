/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions under open answers, by the rules of XPath as in catalogue/evaluate.c. */
#include <math.h>

#include "check/expression.h"
#include "check/memory.h"
#include "check/state.h"

/* Where a condition is read: in which repeat, at which item. */
struct view {
  struct state *state;
  const struct repeat *repeat;
  guint turn;
};

static enum truth truth(const struct view *view, const struct expression *expression);

/* ---- sets ---- */

static struct extent extent_of(const struct view *view, const struct expression *expression)
{
  if (expression->operation != OP_NAME || !expression->name ||
      expression->name->kind == NAME_DEFINE || expression->name->kind == NAME_ADVICE)
    return (struct extent){0, 0};
  return model_name(view->state->model, expression->name, view->repeat, view->turn);
}

/* Inside a repeat its own items up to this one are certain. */
static gboolean is_inside(const struct view *view, const struct variable *variable)
{
  return variable->repeat == view->repeat && view->turn > 0;
}

/* Whether the items of VARIABLE, a repeat, include number ITEM. */
static enum truth has_item(const struct view *view, guint index, guint item)
{
  const struct variable *variable = &view->state->model->variables[index];
  if (is_inside(view, variable))
    return truth_of(item <= view->turn);
  enum truth has = TRUTH_NO;
  gboolean all = TRUE;
  for (guint count = 0; count < variable->count; count++) {
    enum truth is = state_has(view->state, index, count);
    if (count >= item)
      has = truth_or(has, is);
    else
      all = all && is == TRUTH_NO;
  }
  return all && has != TRUTH_NO ? TRUTH_YES : has;
}

static guint member_most(const struct variable *variable)
{
  return variable->repeat ? variable->count - 1 : 1;
}

/* Whether VARIABLE gives its member number MEMBER, from 1, to its set. */
static enum truth has_member(const struct view *view, guint index, guint member)
{
  const struct variable *variable = &view->state->model->variables[index];
  if (variable->repeat)
    return has_item(view, index, member);
  return truth_not(state_has(view->state, index, 0));
}

static enum truth not_empty(const struct view *view, struct extent extent)
{
  enum truth verdict = TRUTH_NO;
  for (guint i = 0; i < extent.count && verdict != TRUTH_YES; i++)
    verdict = truth_or(verdict, has_member(view, extent.first + i, 1));
  return verdict;
}

/* A question as a whole knows more than its options do one by one. */
static enum truth named(const struct view *view, const struct expression *expression)
{
  const struct name *name = expression->name;
  struct extent extent = extent_of(view, expression);
  const struct question *question = expression_question(expression);
  if (question && (!question->repeat || (question->repeat == view->repeat && view->turn)))
    return state_answered(view->state, question, question->repeat ? view->turn : 0);
  if (!name || name->kind != NAME_DEFINE)
    return not_empty(view, extent);
  enum truth verdict;
  struct memory *memory = view->state->memory;
  if (memory_knows_define(memory, name->define, view->repeat, view->turn, &verdict))
    return verdict;
  const struct condition *test = name->define->test;
  verdict = test && test->root ? truth(view, test->root) : TRUTH_NO;
  memory_keep_define(memory, name->define, view->repeat, view->turn, verdict);
  return verdict;
}

/* ---- operands of comparisons ---- */

static void push_value(const struct view *view, struct value value)
{
  g_array_append_val(view->state->memory->values, value);
}

static void push_number(const struct view *view, double number)
{
  push_value(view, (struct value){NULL, number, 0});
}

static void push_slot(const struct view *view, guint first, gboolean certain, int variable)
{
  struct memory *memory = view->state->memory;
  struct operand_slot slot = {first, memory->values->len - first, certain, variable};
  if (slot.count)
    g_array_append_val(memory->slots, slot);
}

static void push_possible(const struct view *view, guint index)
{
  const struct variable *variable = &view->state->model->variables[index];
  for (guint at = 1; at < variable->count; at++)
    if (state_has(view->state, index, at) != TRUTH_NO)
      push_value(view, variable->values[at]);
}

static void push_set(const struct view *view, struct extent extent)
{
  struct memory *memory = view->state->memory;
  for (guint i = 0; i < extent.count; i++) {
    guint index = extent.first + i;
    const struct variable *variable = &view->state->model->variables[index];
    for (guint member = 1; member <= member_most(variable); member++) {
      guint first = memory->values->len;
      enum truth has = has_member(view, index, member);
      if (has == TRUTH_NO)
        continue;
      if (variable->repeat)
        push_value(view, variable->values[member]);
      else
        push_possible(view, index);
      push_slot(view, first, has == TRUTH_YES, variable->repeat ? -1 : (int)index);
    }
  }
}

/* What the first member of a set can be: pushes PICK of each; NAN if there may be none. */
static void push_first(const struct view *view, struct extent extent,
                       double (*pick)(const struct view *view, const struct value *value))
{
  for (guint i = 0; i < extent.count; i++) {
    guint index = extent.first + i;
    const struct variable *variable = &view->state->model->variables[index];
    for (guint at = 1; at < variable->count; at++)
      if (state_has(view->state, index, at) != TRUTH_NO)
        push_number(view, pick(view, &variable->values[at]));
    if (state_has(view->state, index, 0) == TRUTH_NO)
      return;
  }
  push_number(view, NAN);
}

static double pick_number(const struct view *view, const struct value *value)
{
  (void)view;
  return value->number;
}

static double pick_days(const struct view *view, const struct value *value)
{
  return value->day ? view->state->model->today - value->day : NAN;
}

static void push_count(const struct view *view, struct extent extent)
{
  guint least = 0, most = 0;
  for (guint i = 0; i < extent.count; i++) {
    const struct variable *variable = &view->state->model->variables[extent.first + i];
    for (guint member = 1; member <= member_most(variable); member++) {
      enum truth has = has_member(view, extent.first + i, member);
      least += has == TRUTH_YES;
      most += has != TRUTH_NO;
    }
  }
  for (guint count = least; count <= most; count++)
    push_number(view, count);
}

/* The numbers that EXPRESSION can be. */
static void push_numbers(const struct view *view, const struct expression *expression)
{
  struct memory *memory = view->state->memory;
  switch (expression->operation) {
  case OP_NUMBER:
    push_number(view, expression->number);
    break;
  case OP_STRING:
    push_number(view, condition_number(expression->text));
    break;
  case OP_COUNT:
    push_count(view, extent_of(view, expression->left));
    break;
  case OP_DAYS_SINCE:
    push_first(view, extent_of(view, expression->left), pick_days);
    break;
  case OP_MINUS: {
    guint first = memory->values->len;
    push_numbers(view, expression->left);
    for (guint i = first; i < memory->values->len; i++)
      g_array_index(memory->values, struct value, i).number *= -1;
    break;
  }
  default:
    push_first(view, extent_of(view, expression), pick_number);
  }
}

/* Slots of one side of a comparison; their number is returned. */
static guint push_operand(const struct view *view, const struct expression *expression)
{
  struct memory *memory = view->state->memory;
  guint before = memory->slots->len, first = memory->values->len;
  if (expression->operation == OP_NAME) {
    push_set(view, extent_of(view, expression));
  } else if (expression->operation == OP_STRING) {
    push_value(view, (struct value){expression->text, condition_number(expression->text), 0});
    push_slot(view, first, TRUE, -1);
  } else {
    push_numbers(view, expression);
    push_slot(view, first, TRUE, -1);
  }
  return memory->slots->len - before;
}

/* ---- comparisons ---- */

static gboolean compare_values(enum operation operation, gboolean numbers, const struct value *a,
                               const struct value *b)
{
  if (numbers)
    return condition_compare(operation, a->number, b->number);
  return (g_strcmp0(a->text, b->text) == 0) == (operation == OP_EQUAL);
}

/* Whether members from A and B compare; the same variable has the same value on both sides. */
static enum truth compare_slots(const struct view *view, enum operation operation, gboolean numbers,
                                const struct operand_slot *a, const struct operand_slot *b)
{
  const struct value *values = (const struct value *)(void *)view->state->memory->values->data;
  gboolean same = a->variable >= 0 && a->variable == b->variable;
  gboolean some = FALSE, all = a->certain && b->certain;
  for (guint i = 0; i < a->count; i++)
    for (guint j = same ? i : 0; j < (same ? i + 1 : b->count); j++) {
      gboolean holds =
          compare_values(operation, numbers, &values[a->first + i], &values[b->first + j]);
      some |= holds;
      all &= holds;
    }
  return all ? TRUTH_YES : some ? TRUTH_MAYBE : TRUTH_NO;
}

static gboolean is_numeric(const struct expression *expression)
{
  return expression_type(expression) == TYPE_NUMBER;
}

static enum truth compare_sets(const struct view *view, const struct expression *comparison)
{
  struct memory *memory = view->state->memory;
  guint values = memory->values->len, first = memory->slots->len;
  gboolean numbers = operation_orders(comparison->operation) || is_numeric(comparison->left) ||
                     is_numeric(comparison->right);
  guint left = push_operand(view, comparison->left);
  guint right = push_operand(view, comparison->right);
  enum truth verdict = TRUTH_NO;
  for (guint i = 0; i < left; i++)
    for (guint j = 0; j < right && verdict != TRUTH_YES; j++)
      verdict = truth_or(
          verdict,
          compare_slots(view, comparison->operation, numbers,
                        &g_array_index(memory->slots, struct operand_slot, first + i),
                        &g_array_index(memory->slots, struct operand_slot, first + left + j)));
  g_array_set_size(memory->slots, first);
  g_array_set_size(memory->values, values);
  return verdict;
}

/* Where one side is a truth value, so is the other. */
static enum truth compare_truths(const struct view *view, const struct expression *comparison)
{
  enum truth left = truth(view, comparison->left), right = truth(view, comparison->right);
  if (left == TRUTH_MAYBE || right == TRUTH_MAYBE)
    return TRUTH_MAYBE;
  return truth_of(condition_compare(comparison->operation, left == TRUTH_YES, right == TRUTH_YES));
}

static enum truth number_truth(const struct view *view, const struct expression *expression)
{
  struct memory *memory = view->state->memory;
  guint first = memory->values->len;
  gboolean some = FALSE, all = TRUE;
  push_numbers(view, expression);
  for (guint i = first; i < memory->values->len; i++) {
    double number = g_array_index(memory->values, struct value, i).number;
    gboolean holds = number != 0 && !isnan(number);
    some |= holds;
    all &= holds;
  }
  g_array_set_size(memory->values, first);
  return all ? TRUTH_YES : some ? TRUTH_MAYBE : TRUTH_NO;
}

static enum truth truth(const struct view *view, const struct expression *expression)
{
  view->state->steps++;
  switch (expression->operation) {
  case OP_OR: {
    enum truth left = truth(view, expression->left);
    return left == TRUTH_YES ? left : truth_or(left, truth(view, expression->right));
  }
  case OP_AND: {
    enum truth left = truth(view, expression->left);
    return left == TRUTH_NO ? left : truth_and(left, truth(view, expression->right));
  }
  case OP_NOT:
    return truth_not(truth(view, expression->left));
  case OP_TRUE:
  case OP_FALSE:
    return truth_of(expression->operation == OP_TRUE);
  case OP_NAME:
    return named(view, expression);
  case OP_STRING:
    return truth_of(*expression->text != '\0');
  case OP_NUMBER:
  case OP_MINUS:
  case OP_COUNT:
  case OP_DAYS_SINCE:
    return number_truth(view, expression);
  default:
    if (expression_type(expression->left) == TYPE_TRUTH ||
        expression_type(expression->right) == TYPE_TRUTH)
      return compare_truths(view, expression);
    return compare_sets(view, expression);
  }
}

enum truth state_holds(struct state *state, const struct condition *condition, guint turn)
{
  if (!condition)
    return TRUTH_YES;
  if (!condition->root)
    return TRUTH_NO;
  struct view view = {state, condition->repeat, condition->repeat ? turn : 0};
  return truth(&view, condition->root);
}

enum truth state_expression(struct state *state, const struct expression *expression,
                            const struct repeat *repeat, guint turn)
{
  struct view view = {state, repeat, turn};
  return truth(&view, expression);
}
