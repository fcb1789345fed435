/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relevance under open answers: what is met, offered, answered. */
#include "check/state.h"

#include "check/choices.h"
#include "check/memory.h"
#include "check/visit.h"

/* Where nothing is the only value there is. */
static gboolean is_fixed(const struct variable *variable)
{
  return variable->count == 1 && !variable->lossy;
}

struct state *state_new(const struct model *model)
{
  struct state *state = g_new0(struct state, 1);
  state->model = model;
  state->horizon.order = G_MAXUINT;
  state->assigned = g_new(gint16, model->variable_count + 1);
  state->reaches = g_new(struct reach, model->variable_count + 1);
  for (guint i = 0; i < model->variable_count; i++) {
    state->assigned[i] = is_fixed(&model->variables[i]) ? 0 : OPEN;
    state->reaches[i] = (struct reach){0, model->variables[i].count - 1};
  }
  state->trail = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  state->memory = memory_new(model->slot_count);
  return state;
}

void state_free(struct state *state)
{
  memory_free(state->memory);
  g_array_unref(state->trail);
  g_free(state->assigned);
  g_free(state->reaches);
  g_free(state);
}

void state_begin(struct state *state)
{
  state->lossy = FALSE;
  memory_rewind(state->memory, 0);
}

static void note(struct state *state, guint variable)
{
  struct assignment assignment = {variable, state->reaches[variable], memory_mark(state->memory)};
  g_array_append_val(state->trail, assignment);
  memory_forget_open(state->memory);
}

void state_assign(struct state *state, guint variable, int value)
{
  note(state, variable);
  state->assigned[variable] = (gint16)value;
}

void state_narrow(struct state *state, guint variable, struct reach reach)
{
  note(state, variable);
  state->reaches[variable] = reach;
}

void state_undo(struct state *state, guint count)
{
  if (state->trail->len == count)
    return;
  for (guint i = state->trail->len; i > count; i--) {
    const struct assignment *last = &g_array_index(state->trail, struct assignment, i - 1);
    state->assigned[last->variable] = OPEN;
    state->reaches[last->variable] = last->reach;
  }
  memory_rewind(state->memory, g_array_index(state->trail, struct assignment, count).decided);
  g_array_set_size(state->trail, count);
}

/* ---- single variables ---- */

gboolean state_comes_before(const struct state *state, const struct question *question, guint turn)
{
  const struct horizon *horizon = &state->horizon;
  if (question->repeat && question->repeat == horizon->repeat && turn != horizon->turn)
    return turn < horizon->turn;
  return question->item.order < horizon->order;
}

gboolean state_must(const struct state *state, const struct question *question, guint turn)
{
  return !question->optional && state_comes_before(state, question, turn);
}

void state_set_horizon(struct state *state, struct horizon horizon)
{
  state->horizon = horizon;
  memory_rewind(state->memory, 0);
  for (guint i = 0; i < state->trail->len; i++)
    g_array_index(state->trail, struct assignment, i).decided = 0;
}

/* Whether an open VARIABLE of a question can come to stand without a value. */
static enum truth open_nothing(struct state *state, const struct variable *variable)
{
  const struct question *question = variable->question;
  enum truth met = state_met(state, &question->item, variable->turn);
  if (met == TRUTH_NO)
    return TRUTH_YES;
  gboolean alone = question->kind != KIND_CHOICES;
  if (met == TRUTH_YES && alone &&
      (state_must(state, question, variable->turn) ||
       state_own(state, question, variable->turn) == TRUTH_YES))
    return TRUTH_NO;
  return TRUTH_MAYBE;
}

static enum truth open_question(struct state *state, guint index, const struct variable *variable,
                                guint value)
{
  if (value == 0)
    return open_nothing(state, variable);
  if (state_met(state, &variable->question->item, variable->turn) == TRUTH_NO ||
      (!variable->free && state_offers(state, index, value) == TRUTH_NO))
    return TRUTH_NO;
  return TRUTH_MAYBE;
}

static enum truth open_repeat(struct state *state, const struct repeat *repeat, guint value)
{
  if (state_met(state, &repeat->item, 0) == TRUTH_NO)
    return truth_of(value == 0);
  return TRUTH_MAYBE;
}

enum truth state_has(struct state *state, guint index, guint value)
{
  if (state->assigned[index] != OPEN)
    return truth_of((guint)state->assigned[index] == value);
  const struct variable *variable = &state->model->variables[index];
  if (value < state->reaches[index].first || value > state->reaches[index].last)
    return TRUTH_NO;
  state->lossy |= variable->lossy;
  if (variable->question)
    return open_question(state, index, variable, value);
  if (variable->repeat)
    return open_repeat(state, variable->repeat, value);
  return TRUTH_MAYBE;
}

guint state_next(struct state *state, guint index, guint from, guint last)
{
  const struct variable *variable = &state->model->variables[index];
  const struct item *item = variable->question ? &variable->question->item
                            : variable->repeat ? &variable->repeat->item
                                               : NULL;
  state->lossy |= variable->lossy;
  if (item && state_met(state, item, variable->turn) == TRUTH_NO)
    return 0;
  while (from <= last && variable->question && !variable->free &&
         state_offers(state, index, from) == TRUTH_NO)
    from++;
  return from <= last ? from : 0;
}

/* ---- options ---- */

static enum truth chosen_at(struct state *state, const struct question *source,
                            const struct repeat *repeat, guint turn, const char *value)
{
  struct extent extent = model_name(state->model, source->name, repeat, turn);
  enum truth chosen = TRUTH_NO;
  for (guint i = 0; i < extent.count; i++) {
    const struct variable *variable = &state->model->variables[extent.first + i];
    for (guint at = 1; at < variable->count; at++)
      if (g_str_equal(variable->values[at].text, value))
        chosen = truth_or(chosen, state_has(state, extent.first + i, at));
  }
  return chosen;
}

enum truth state_offers(struct state *state, guint index, guint value)
{
  const struct variable *variable = &state->model->variables[index];
  const struct question *question = variable->question;
  if (value == 0 || (question->kind != KIND_CHOICE && question->kind != KIND_CHOICES))
    return TRUTH_YES;
  if (question->from)
    return chosen_at(state, question->from, question->repeat, variable->turn,
                     variable->values[value].text);
  const struct option *option = variable->values[value].option;
  return option ? state_holds(state, option->item.when, variable->turn) : TRUTH_NO;
}

struct span state_offered(struct state *state, const struct question *question, guint turn)
{
  struct span span = {0, 0};
  if (question->kind != KIND_CHOICE && question->kind != KIND_CHOICES)
    return (struct span){1, 1};
  struct extent extent = model_question(state->model, question, turn);
  for (guint i = 0; i < extent.count; i++)
    for (guint at = 1; at < state->model->variables[extent.first + i].count; at++) {
      enum truth offered = state_offers(state, extent.first + i, at);
      span.least += offered == TRUTH_YES;
      span.most += offered != TRUTH_NO;
    }
  return span;
}

enum truth state_own(struct state *state, const struct question *question, guint turn)
{
  if (!question->from)
    return TRUTH_NO;
  struct span span = state_offered(state, question, turn);
  if (span.least > 1 || span.most == 0)
    return TRUTH_NO;
  return span.least == 1 && span.most == 1 ? TRUTH_YES : TRUTH_MAYBE;
}

/* ---- what is met ---- */

enum truth state_chosen(struct state *state, const struct item *option, guint turn)
{
  const struct question *question = item_question(option->parent);
  struct extent extent = model_question(state->model, question, turn);
  for (guint i = 0; i < extent.count; i++) {
    const struct variable *variable = &state->model->variables[extent.first + i];
    for (guint at = 1; at < variable->count; at++)
      if (variable->values[at].option == item_option(option))
        return state_has(state, extent.first + i, at);
  }
  return TRUTH_NO;
}

enum truth state_answered(struct state *state, const struct question *question, guint turn)
{
  struct extent extent = model_question(state->model, question, turn);
  enum truth answered = TRUTH_NO;
  for (guint i = 0; i < extent.count && answered != TRUTH_YES; i++)
    answered = truth_or(answered, truth_not(state_has(state, extent.first + i, 0)));
  gboolean must = answered == TRUTH_MAYBE && question->kind == KIND_CHOICES &&
                  (state_must(state, question, turn) || question->from) &&
                  state_met(state, &question->item, turn) == TRUTH_YES;
  if (must && (state_must(state, question, turn) || state_own(state, question, turn) == TRUTH_YES))
    return TRUTH_YES;
  return answered;
}

/* At least TURN items: none of the lower numbers. */
enum truth state_has_item(struct state *state, const struct repeat *repeat, guint turn)
{
  guint index = model_repeat(state->model, repeat);
  if (turn >= state->model->variables[index].count)
    return TRUTH_NO;
  if (state->assigned[index] != OPEN)
    return truth_of((guint)state->assigned[index] >= turn);
  return state_met(state, &repeat->item, 0) == TRUTH_NO ? TRUTH_NO : TRUTH_MAYBE;
}

enum truth state_around(struct state *state, const struct item *item, guint turn)
{
  const struct item *parent = item->parent;
  if (!parent)
    return TRUTH_YES;
  switch (parent->kind) {
  case ITEM_OPTION:
    return truth_and(state_met(state, parent->parent, turn), state_chosen(state, parent, turn));
  case ITEM_QUESTION: {
    enum truth met = state_met(state, parent, turn);
    if (item->kind == ITEM_OPTION)
      return met;
    return truth_and(met, state_answered(state, item_question(parent), turn));
  }
  case ITEM_REPEAT:
    return truth_and(state_met(state, parent, 0), state_has_item(state, item_repeat(parent), turn));
  case ITEM_ACTION: {
    guint tick = model_task(state->model, item_action(parent)->task);
    return truth_and(state_met(state, parent, turn), truth_not(state_has(state, tick, 0)));
  }
  default:
    return state_met(state, parent, turn);
  }
}

enum truth state_in_region(struct state *state, const struct item *item)
{
  const struct origin *origin = item_origin(item);
  const char *const *regions = origin ? origin->regions : NULL;
  const struct question *question = state->model->catalogue->region;
  if (!regions || !question)
    return truth_of(!regions);
  guint index = model_question(state->model, question, 0).first;
  const struct variable *variable = &state->model->variables[index];
  enum truth listed = TRUTH_NO, other = TRUTH_NO;
  for (guint at = 0; at < variable->count; at++) {
    gboolean counts = at > 0 && g_strv_contains(regions, variable->values[at].text);
    enum truth has = state_has(state, index, at);
    *(counts ? &listed : &other) = truth_or(counts ? listed : other, has);
  }
  return other == TRUTH_NO ? truth_or(listed, TRUTH_YES) : listed;
}

static enum truth meets(struct state *state, const struct item *item, guint turn)
{
  enum truth met = state_around(state, item, turn);
  if (met != TRUTH_NO)
    met = truth_and(met, state_holds(state, item->when, turn));
  if (met != TRUTH_NO)
    met = truth_and(met, state_in_region(state, item));
  const struct question *question = met == TRUTH_NO ? NULL : item_question(item);
  if (question) {
    struct span span = state_offered(state, question, turn);
    met = truth_and(met, span.least ? TRUTH_YES : span.most ? TRUTH_MAYBE : TRUTH_NO);
  }
  return met;
}

enum truth state_met(struct state *state, const struct item *item, guint turn)
{
  guint slot = state->model->slots[item->order] + turn;
  enum truth known;
  if (memory_knows(state->memory, slot, &known))
    return known;
  state->steps++;
  if (!memory_enter(state->memory))
    return TRUTH_MAYBE;
  known = meets(state, item, turn);
  memory_leave(state->memory, slot, known);
  return known;
}
