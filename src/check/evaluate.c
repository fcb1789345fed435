/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions under open answers, by the rules of XPath as in catalogue/evaluate.c. */
#include "check/memory.h"
#include "check/view.h"

static enum truth truth(const struct view *view, const struct expression *expression);

/* ---- sets ---- */

struct extent view_extent(const struct view *view, const struct expression *expression)
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

guint view_member_most(const struct variable *variable)
{
  return variable->repeat ? variable->count - 1 : 1;
}

/* Whether VARIABLE gives its member number MEMBER, from 1, to its set. */
enum truth view_has_member(const struct view *view, guint index, guint member)
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
    verdict = truth_or(verdict, view_has_member(view, extent.first + i, 1));
  return verdict;
}

static enum truth defined(const struct view *view, const struct define *define)
{
  const struct condition *test = define->test;
  if (!test || !test->root)
    return TRUTH_NO;
  struct memory *memory = view->state->memory;
  guint slot = model_define_slot(view->state->model, define, view->repeat, view->turn);
  enum truth verdict;
  if (memory_knows(memory, slot, &verdict))
    return verdict;
  if (!memory_enter(memory))
    return TRUTH_MAYBE;
  verdict = truth(view, test->root);
  memory_leave(memory, slot, verdict);
  return verdict;
}

/* A question as a whole knows more than its options do one by one. */
static enum truth named(const struct view *view, const struct expression *expression)
{
  const struct name *name = expression->name;
  struct extent extent = view_extent(view, expression);
  const struct question *question = expression_question(expression);
  if (question && (!question->repeat || (question->repeat == view->repeat && view->turn)))
    return state_answered(view->state, question, question->repeat ? view->turn : 0);
  if (!name || name->kind != NAME_DEFINE)
    return not_empty(view, extent);
  return defined(view, name->define);
}

/* ---- truth ---- */

/* Where one side is a truth value, so is the other. */
static enum truth compare_truths(const struct view *view, const struct expression *comparison)
{
  enum truth left = truth(view, comparison->left), right = truth(view, comparison->right);
  if (left == TRUTH_MAYBE || right == TRUTH_MAYBE)
    return TRUTH_MAYBE;
  return truth_of(condition_compare(comparison->operation, left == TRUTH_YES, right == TRUTH_YES));
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
    return view_number(view, expression);
  case OP_PLUS:
  case OP_SUBTRACT:
  case OP_SUM:
    return TRUTH_MAYBE; /* not followed */
  default:
    if (expression_type(expression->left) == TYPE_TRUTH ||
        expression_type(expression->right) == TYPE_TRUTH)
      return compare_truths(view, expression);
    return view_compare(view, expression);
  }
}

enum truth state_holds(struct state *state, const struct condition *condition, guint turn)
{
  if (!condition)
    return TRUTH_YES;
  if (!condition->root)
    return TRUTH_NO;
  struct view view = {state, condition->repeat, condition->repeat ? turn : 0, FALSE};
  return truth(&view, condition->root);
}

enum truth state_expression(struct state *state, const struct expression *expression,
                            const struct repeat *repeat, guint turn)
{
  struct view view = {state, repeat, turn, FALSE};
  return truth(&view, expression);
}
