/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is left of conditions, items and variables, from the outside in: of a conjunction or
 * disjunction only what is open, for what is decided in it can only be one thing; of a comparison
 * that is open all values, assigned or not; of an open variable what decides whether it can have a
 * value at all.
 */
#include "check/choices.h"
#include "check/expression.h"
#include "check/residue_write.h"

/* ---- conditions ---- */

/* Where a condition is read: in which repeat, at which item. */
struct view {
  struct residue *residue;
  const struct repeat *repeat;
  guint turn;
};

/* Whether the sides of EXPRESSION count as truth values, whatever they are. */
static gboolean is_logic(const struct expression *expression)
{
  if (expression->operation == OP_OR || expression->operation == OP_AND ||
      expression->operation == OP_NOT)
    return TRUE;
  return operation_compares(expression->operation) &&
         (expression_type(expression->left) == TYPE_TRUTH ||
          expression_type(expression->right) == TYPE_TRUTH);
}

/* Whether VARIABLE, one of several options, is what is asked for where a set equals TEXT. */
static gboolean matters(const struct variable *variable, const char *text)
{
  gboolean option = variable->question && variable->question->kind == KIND_CHOICES;
  return !text || !option || g_str_equal(variable->values[1].text, text);
}

/* The names in EXPRESSION, which is no truth value; of options only TEXT, if it is not NULL. */
static void add_names(const struct view *view, const struct expression *expression,
                      const char *text)
{
  const struct model *model = residue_state(view->residue)->model;
  const struct name *name = expression->operation == OP_NAME ? expression->name : NULL;
  struct extent extent = {0, 0};
  if (name && name->kind != NAME_ADVICE)
    extent = model_name(model, name, view->repeat, view->turn);
  for (guint i = extent.first; i < extent.first + extent.count; i++)
    if (matters(&model->variables[i], text))
      residue_variable(view->residue, i);
  if (expression->left)
    add_names(view, expression->left, NULL);
}

static void add_comparison(const struct view *view, const struct expression *comparison)
{
  const struct expression *left = comparison->left, *right = comparison->right;
  gboolean equal = comparison->operation == OP_EQUAL;
  add_names(view, left, equal && right->operation == OP_STRING ? right->text : NULL);
  add_names(view, right, equal && left->operation == OP_STRING ? left->text : NULL);
}

static void add_expression(const struct view *view, const struct expression *expression);

static void add_part(const struct view *view, const struct expression *part)
{
  struct state *state = residue_state(view->residue);
  if (!part)
    return;
  if (residue_verdict(view->residue, state_expression(state, part, view->repeat, view->turn)))
    add_expression(view, part);
}

static void add_define(const struct view *view, const struct define *define)
{
  const struct model *model = residue_state(view->residue)->model;
  guint slot = model_define_slot(model, define, view->repeat, view->turn);
  residue_node(view->residue, (struct waiting){.node = model->variable_count + slot,
                                               .define = define,
                                               .repeat = view->repeat,
                                               .turn = view->turn});
}

/* EXPRESSION is open. */
static void add_expression(const struct view *view, const struct expression *expression)
{
  residue_number(view->residue, (guint64)(gsize)expression);
  if (expression->operation == OP_NAME && expression->name->kind == NAME_DEFINE)
    add_define(view, expression->name->define);
  else if (is_logic(expression)) {
    add_part(view, expression->left);
    add_part(view, expression->right);
  } else if (operation_compares(expression->operation))
    add_comparison(view, expression);
  else
    add_names(view, expression, NULL);
}

void residue_write_define(struct residue *residue, const struct waiting *waiting)
{
  struct view view = {residue, waiting->repeat, waiting->turn};
  add_expression(&view, waiting->define->test->root);
}

void residue_condition(struct residue *residue, const struct condition *condition, guint turn)
{
  struct view view = {residue, condition->repeat, condition->repeat ? turn : 0};
  residue_number(residue, view.turn);
  add_expression(&view, condition->root);
}

/* ---- questions ---- */

void residue_offers(struct residue *residue, const struct question *question, guint turn)
{
  struct state *state = residue_state(residue);
  if (question->from) {
    residue_extent(residue, model_name(state->model, question->from->name, question->repeat, turn));
    return;
  }
  const struct option *option = choices_next(question->item.first);
  for (; option; option = choices_next(option->item.next))
    if (option->item.when && residue_verdict(residue, state_holds(state, option->item.when, turn)))
      residue_condition(residue, option->item.when, turn);
}

/* How many are chosen decides how many can follow. */
static void add_choices(struct residue *residue, const struct question *question, guint turn)
{
  const struct state *state = residue_state(residue);
  struct extent extent = model_question(state->model, question, turn);
  guint chosen = 0;
  gboolean alone = FALSE;
  residue_end_own(residue);
  for (guint i = extent.first; i < extent.first + extent.count; i++) {
    const struct option *option = state->model->variables[i].values[1].option;
    chosen += state->assigned[i] > 0;
    alone |= state->assigned[i] > 0 && option && option->exclusive;
    if (state->assigned[i] == OPEN)
      residue_variable(residue, i);
  }
  residue_number(residue, chosen);
  residue_number(residue, alone);
}

static gboolean has_options(const struct question *question)
{
  return question->kind == KIND_CHOICE || question->kind == KIND_CHOICES;
}

/* What decides which values of QUESTION may stand. */
static void write_question(struct residue *residue, const struct question *question, guint turn)
{
  if (residue_verdict(residue, state_met(residue_state(residue), &question->item, turn)))
    residue_item(residue, &question->item, turn);
  if (has_options(question))
    residue_offers(residue, question, turn);
  const struct constraint *constraint = question->constraints;
  for (; constraint; constraint = constraint->next)
    if (residue_verdict(residue, state_holds(residue_state(residue), constraint->test, turn)))
      residue_condition(residue, constraint->test, turn);
  if (choices_coupled(question))
    add_choices(residue, question, turn);
}

void residue_write_variable(struct residue *residue, guint index)
{
  const struct variable *variable = &residue_state(residue)->model->variables[index];
  residue_number(residue, residue_state(residue)->reaches[index].first);
  residue_number(residue, residue_state(residue)->reaches[index].last);
  if (variable->question)
    write_question(residue, variable->question, variable->turn);
  else if (variable->repeat &&
           residue_verdict(residue, state_met(residue_state(residue), &variable->repeat->item, 0)))
    residue_item(residue, &variable->repeat->item, 0);
}

/* ---- items ---- */

static void add_chosen(struct residue *residue, const struct item *option, guint turn)
{
  const struct model *model = residue_state(residue)->model;
  const struct question *question = item_question(option->parent);
  struct extent extent = model_question(model, question, turn);
  for (guint i = extent.first; i < extent.first + extent.count; i++)
    if (question->kind != KIND_CHOICES ||
        model->variables[i].values[1].option == item_option(option))
      residue_variable(residue, i);
}

/* What ITEM stands in. */
static void add_around(struct residue *residue, const struct item *item, guint turn)
{
  struct state *state = residue_state(residue);
  const struct item *parent = item->parent;
  guint outer = parent->kind == ITEM_REPEAT ? 0 : turn;
  const struct item *met = parent->kind == ITEM_OPTION ? parent->parent : parent;
  if (residue_verdict(residue, state_met(state, met, outer)))
    residue_item(residue, met, outer);
  if (parent->kind == ITEM_OPTION) {
    if (residue_verdict(residue, state_chosen(state, parent, turn)))
      add_chosen(residue, parent, turn);
  } else if (parent->kind == ITEM_QUESTION && item->kind != ITEM_OPTION) {
    const struct question *question = item_question(parent);
    if (residue_verdict(residue, state_answered(state, question, turn)))
      residue_extent(residue, model_question(state->model, question, turn));
  } else if (parent->kind == ITEM_REPEAT) {
    residue_number(residue, turn);
    if (residue_verdict(residue, state_has_item(state, item_repeat(parent), turn)))
      residue_variable(residue, model_repeat(state->model, item_repeat(parent)));
  }
}

void residue_region(struct residue *residue)
{
  const struct model *model = residue_state(residue)->model;
  residue_extent(residue, model_question(model, model->catalogue->region, 0));
}

void residue_write_item(struct residue *residue, const struct item *item, guint turn)
{
  struct state *state = residue_state(residue);
  const struct question *question = item_question(item), *region = state->model->catalogue->region;
  if (item->parent)
    add_around(residue, item, turn);
  if (item->when && residue_verdict(residue, state_holds(state, item->when, turn)))
    residue_condition(residue, item->when, turn);
  if (region && residue_verdict(residue, state_in_region(state, item)))
    residue_region(residue);
  if (question && has_options(question))
    residue_offers(residue, question, turn);
}
