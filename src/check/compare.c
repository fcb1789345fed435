/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparisons under open answers: of what each side can be, whether some or all compare. */
#include <math.h>
#include <string.h>

#include "check/memory.h"
#include "check/view.h"

/* ---- operands of comparisons ---- */

static void push_value(const struct view *view, struct value value)
{
  g_array_append_val(view->state->memory->values, value);
}

static void push_number(const struct view *view, double number)
{
  push_value(view, (struct value){NULL, number, 0, NULL});
}

static void push_slot(const struct view *view, guint first, gboolean certain, int variable)
{
  struct memory *memory = view->state->memory;
  struct operand_slot slot = {first, memory->values->len - first, certain, variable};
  if (slot.count)
    g_array_append_val(memory->slots, slot);
}

/* The value of variable INDEX after number AT that it may have; 0: no more. Where values are only
 * held against others by order, the first and the last stand for all. */
static guint next_value(const struct view *view, guint index, guint at)
{
  const struct variable *variable = &view->state->model->variables[index];
  int assigned = view->state->assigned[index];
  if (assigned != OPEN)
    return at < (guint)assigned ? (guint)assigned : 0;
  struct reach reach = view->state->reaches[index];
  gboolean skips = view->orders && variable->ascends && at > 0;
  return state_next(view->state, index, MAX(at + 1, skips ? reach.last : reach.first), reach.last);
}

static void push_possible(const struct view *view, guint index)
{
  const struct variable *variable = &view->state->model->variables[index];
  for (guint at = next_value(view, index, 0); at; at = next_value(view, index, at))
    push_value(view, variable->values[at]);
}

static void push_set(const struct view *view, struct extent extent)
{
  struct memory *memory = view->state->memory;
  for (guint i = 0; i < extent.count; i++) {
    guint index = extent.first + i;
    const struct variable *variable = &view->state->model->variables[index];
    for (guint member = 1; member <= view_member_most(variable); member++) {
      guint first = memory->values->len;
      enum truth has = view_has_member(view, index, member);
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
    for (guint at = next_value(view, index, 0); at; at = next_value(view, index, at))
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
    for (guint member = 1; member <= view_member_most(variable); member++) {
      enum truth has = view_has_member(view, extent.first + i, member);
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
    push_count(view, view_extent(view, expression->left));
    break;
  case OP_DAYS_SINCE:
    push_first(view, view_extent(view, expression->left), pick_days);
    break;
  case OP_MINUS: {
    guint first = memory->values->len;
    push_numbers(view, expression->left);
    for (guint i = first; i < memory->values->len; i++)
      g_array_index(memory->values, struct value, i).number *= -1;
    break;
  }
  default:
    push_first(view, view_extent(view, expression), pick_number);
  }
}

/* Slots of one side of a comparison; their number is returned. */
static guint push_operand(const struct view *view, const struct expression *expression)
{
  struct memory *memory = view->state->memory;
  guint before = memory->slots->len, first = memory->values->len;
  if (expression->operation == OP_NAME) {
    push_set(view, view_extent(view, expression));
  } else if (expression->operation == OP_STRING) {
    push_value(view, (struct value){expression->text, condition_number(expression->text), 0, NULL});
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
  gboolean equal = a->text == b->text || (a->text && b->text && a->text[0] == b->text[0] &&
                                          strcmp(a->text, b->text) == 0);
  return equal == (operation == OP_EQUAL);
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

/* Whether a member of variable INDEX is, or is not, TEXT: the most usual comparison, and so without
 * the stacks. */
static enum truth compare_text(const struct view *view, enum operation operation, guint index,
                               const struct value *text)
{
  const struct variable *variable = &view->state->model->variables[index];
  gboolean some = FALSE, other = FALSE;
  for (guint at = next_value(view, index, 0); at && !(some && other);
       at = next_value(view, index, at)) {
    gboolean holds = compare_values(operation, FALSE, &variable->values[at], text);
    some |= holds;
    other |= !holds;
  }
  if (!some)
    return TRUTH_NO;
  return other || state_has(view->state, index, 0) != TRUTH_NO ? TRUTH_MAYBE : TRUTH_YES;
}

static enum truth compare_texts(const struct view *view, const struct expression *comparison,
                                struct extent extent)
{
  const struct value text = {.text = comparison->right->text};
  enum truth verdict = TRUTH_NO;
  for (guint i = 0; i < extent.count && verdict != TRUTH_YES; i++)
    verdict = truth_or(verdict, compare_text(view, comparison->operation, extent.first + i, &text));
  return verdict;
}

/* $question = 'text', or != */
static gboolean is_with_text(const struct expression *comparison)
{
  return expression_question(comparison->left) && comparison->right->operation == OP_STRING &&
         !operation_orders(comparison->operation);
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
  struct view operands = *view;
  operands.orders = operation_orders(comparison->operation);
  guint left = push_operand(&operands, comparison->left);
  guint right = push_operand(&operands, comparison->right);
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

enum truth view_number(const struct view *view, const struct expression *expression)
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

static gboolean is_sum(const struct expression *expression)
{
  while (expression->operation == OP_MINUS)
    expression = expression->left;
  return expression->operation == OP_PLUS || expression->operation == OP_SUBTRACT ||
         expression->operation == OP_SUM;
}

enum truth view_compare(const struct view *view, const struct expression *comparison)
{
  if (is_sum(comparison->left) || is_sum(comparison->right))
    return TRUTH_MAYBE; /* sums are not followed */
  if (is_with_text(comparison))
    return compare_texts(view, comparison, view_extent(view, comparison->left));
  return compare_sets(view, comparison);
}
