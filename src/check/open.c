/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On which open variable it depends whether an obligation is met. */
#include "check/choices.h"
#include "check/expression.h"
#include "check/obligation.h"

/* The best open variable so far: the one with the fewest values. */
struct choice {
  struct state *state;
  const struct repeat *repeat; /* the view on names */
  guint turn;
  int variable;
  GPtrArray *defines; /* that were looked into; NULL: none yet. What they name may be doubled again
                         and again. */
};

static void consider(struct choice *choice, guint index)
{
  const struct model *model = choice->state->model;
  if (choice->state->assigned[index] != OPEN)
    return;
  if (choice->variable < 0 ||
      model->variables[index].count < model->variables[choice->variable].count)
    choice->variable = (int)index;
}

static void consider_extent(struct choice *choice, struct extent extent)
{
  for (guint i = 0; i < extent.count; i++)
    consider(choice, extent.first + i);
}

static void look_in(struct choice *choice, const struct expression *expression);

static void look_at_define(struct choice *choice, const struct define *define)
{
  if (!choice->defines)
    choice->defines = g_ptr_array_new();
  if (!define->test || !define->test->root || g_ptr_array_find(choice->defines, define, NULL))
    return;
  g_ptr_array_add(choice->defines, (gpointer)define);
  look_in(choice, define->test->root);
}

static void look_at_name(struct choice *choice, const struct name *name)
{
  if (name && name->kind == NAME_DEFINE) {
    look_at_define(choice, name->define);
  } else if (name && name->kind != NAME_ADVICE) {
    consider_extent(choice, model_name(choice->state->model, name, choice->repeat, choice->turn));
  }
}

static gboolean is_truth(const struct expression *expression)
{
  return expression_type(expression) == TYPE_TRUTH;
}

/* Only what is open itself decides; sides of comparisons are looked at as they are. */
static void look_in(struct choice *choice, const struct expression *expression)
{
  if (is_truth(expression) &&
      state_expression(choice->state, expression, choice->repeat, choice->turn) != TRUTH_MAYBE)
    return;
  if (expression->operation == OP_NAME)
    look_at_name(choice, expression->name);
  if (expression->left)
    look_in(choice, expression->left);
  if (expression->right)
    look_in(choice, expression->right);
}

static void look_at(struct choice *choice, const struct condition *condition, guint turn)
{
  if (!condition || !condition->root)
    return;
  choice->repeat = condition->repeat;
  choice->turn = condition->repeat ? turn : 0;
  g_clear_pointer(&choice->defines, g_ptr_array_unref); /* what they name may differ by these */
  look_in(choice, condition->root);
}

static void look_at_question(struct choice *choice, const struct question *question, guint turn)
{
  consider_extent(choice, model_question(choice->state->model, question, turn));
}

static void look_at_offers(struct choice *choice, const struct question *question, guint turn)
{
  if (question->from) {
    consider_extent(choice,
                    model_name(choice->state->model, question->from->name, question->repeat, turn));
    if (choice->variable < 0 && question->from->from)
      look_at_offers(choice, question->from, turn);
    return;
  }
  const struct option *option = choices_next(question->item.first);
  for (; option; option = choices_next(option->item.next))
    if (state_holds(choice->state, option->item.when, turn) == TRUTH_MAYBE)
      look_at(choice, option->item.when, turn);
}

static void look_at_region(struct choice *choice)
{
  const struct question *region = choice->state->model->catalogue->region;
  if (region)
    look_at_question(choice, region, 0);
}

static void look_at_option(struct choice *choice, const struct item *option, guint turn)
{
  const struct question *question = item_question(option->parent);
  struct extent extent = model_question(choice->state->model, question, turn);
  for (guint i = extent.first; i < extent.first + extent.count; i++)
    if (question->kind != KIND_CHOICES ||
        choice->state->model->variables[i].values[1].option == item_option(option))
      consider(choice, i);
}

/* From the outermost thing that is open: what stands inside may fall with it. */
static void look_at_item(struct choice *choice, const struct item *item, guint turn)
{
  const struct item *parent = item->parent;
  if (state_met(choice->state, item, turn) != TRUTH_MAYBE)
    return;
  if (parent)
    look_at_item(choice, parent, parent->kind == ITEM_REPEAT ? 0 : turn);
  if (choice->variable >= 0)
    return;
  if (parent && parent->kind == ITEM_OPTION)
    look_at_option(choice, parent, turn);
  else if (parent && parent->kind == ITEM_QUESTION && item->kind != ITEM_OPTION &&
           state_answered(choice->state, item_question(parent), turn) == TRUTH_MAYBE)
    look_at_question(choice, item_question(parent), turn);
  else if (parent && parent->kind == ITEM_ACTION)
    consider(choice, model_task(choice->state->model, item_action(parent)->task));
  else if (parent && parent->kind == ITEM_REPEAT)
    consider(choice, model_repeat(choice->state->model, item_repeat(parent)));
  if (choice->variable < 0)
    look_at(choice, item->when, turn);
  if (choice->variable < 0 && state_in_region(choice->state, item) == TRUTH_MAYBE)
    look_at_region(choice);
  if (choice->variable < 0 && item->kind == ITEM_QUESTION)
    look_at_offers(choice, item_question(item), turn);
}

static void look_at_fit(struct choice *choice, const struct item *item, guint turn)
{
  const struct question *question = item_question(item);
  look_at_item(choice, item, question ? turn : 0);
  if (choice->variable < 0 && question)
    look_at_offers(choice, question, turn);
  if (choice->variable < 0 && question)
    look_at_question(choice, question, turn);
  const struct constraint *constraint = question ? question->constraints : NULL;
  for (; constraint && choice->variable < 0; constraint = constraint->next)
    look_at(choice, constraint->test, turn);
}

int obligation_open(struct state *state, const struct obligation *obligation)
{
  struct choice choice = {.state = state, .variable = -1};
  const struct item *item = obligation->item;
  guint turn = obligation->turn;
  switch (obligation->kind) {
  case OBLIGE_HOLDS:
  case OBLIGE_FAILS:
    look_at(&choice, obligation->condition, turn);
    break;
  case OBLIGE_MET:
  case OBLIGE_UNMET:
    look_at_item(&choice, item, turn);
    break;
  case OBLIGE_ANSWERED:
    look_at_question(&choice, item_question(item), turn);
    break;
  case OBLIGE_ASKED:
  case OBLIGE_OFFERS:
  case OBLIGE_NOTHING:
    look_at_offers(&choice, item_question(item), turn);
    break;
  case OBLIGE_CHOSEN:
    look_at_option(&choice, item, turn);
    break;
  case OBLIGE_ITEM:
    consider(&choice, model_repeat(state->model, item_repeat(item)));
    break;
  case OBLIGE_REGION:
    look_at_region(&choice);
    break;
  case OBLIGE_SOON:
    g_assert_not_reached(); /* only ever a part of a measure */
  case OBLIGE_FITS:
  case OBLIGE_PASSED:
    look_at_fit(&choice, item, turn);
    break;
  }
  g_clear_pointer(&choice.defines, g_ptr_array_unref);
  return choice.variable;
}
