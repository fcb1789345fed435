/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether assigned answers may stand, as walk/value.c says of given ones. */
#include "check/state.h"

/* How many options of a question are chosen, and how many are open. */
struct tally {
  guint chosen, open;
  gboolean exclusive; /* one that goes with no other is chosen */
};

static struct tally tally(const struct state *state, struct extent extent)
{
  struct tally tally = {0};
  for (guint i = extent.first; i < extent.first + extent.count; i++) {
    const struct variable *variable = &state->model->variables[i];
    gboolean open = state->assigned[i] == OPEN;
    tally.open += open;
    if (open ? state->reaches[i].first == 0 : state->assigned[i] == 0)
      continue;
    tally.chosen++;
    if (variable->question->kind == KIND_CHOICES) {
      const struct option *option = variable->values[1].option;
      tally.exclusive |= option && option->exclusive;
    }
  }
  return tally;
}

/* Whether the number of options chosen may stand, given that more can follow. */
static enum truth count_fits(const struct question *question, const struct tally *tally)
{
  guint most = tally->chosen + tally->open;
  const struct bound *min = &question->min, *max = &question->max;
  if ((min->given && most < min->number) || (max->given && tally->chosen > max->number) ||
      (tally->exclusive && tally->chosen > 1))
    return TRUTH_NO;
  return min->given && tally->chosen < min->number ? TRUTH_MAYBE : TRUTH_YES;
}

static enum truth offered(struct state *state, struct extent extent)
{
  enum truth verdict = TRUTH_YES;
  for (guint i = extent.first; i < extent.first + extent.count; i++)
    if (state->assigned[i] > 0)
      verdict = truth_and(verdict, state_offers(state, i, (guint)state->assigned[i]));
  return verdict;
}

static enum truth constraints_hold(struct state *state, const struct question *question, guint turn)
{
  enum truth verdict = TRUTH_YES;
  for (const struct constraint *constraint = question->constraints; constraint;
       constraint = constraint->next)
    if (constraint != state->waived)
      verdict = truth_and(verdict, state_holds(state, constraint->test, turn));
  return verdict;
}

/* No answer stands where none is asked for, where it may be left out, and there is no own one. */
static enum truth nothing_fits(struct state *state, const struct question *question, guint turn)
{
  if (state_must(state, question, turn))
    return truth_not(state_met(state, &question->item, turn));
  if (!question->from)
    return TRUTH_YES;
  return truth_not(
      truth_and(state_met(state, &question->item, turn), state_own(state, question, turn)));
}

enum truth state_fits(struct state *state, const struct question *question, guint turn)
{
  struct extent extent = model_question(state->model, question, turn);
  struct tally count = tally(state, extent);
  if (count.chosen == 0) {
    enum truth nothing = nothing_fits(state, question, turn);
    return count.open == 0 ? nothing : truth_or(nothing, TRUTH_MAYBE);
  }
  enum truth met = state_met(state, &question->item, turn);
  enum truth verdict = truth_and(met, offered(state, extent));
  if (verdict == TRUTH_NO)
    return verdict;
  enum truth bounds = constraints_hold(state, question, turn);
  if (question->kind == KIND_CHOICES)
    bounds = truth_and(bounds, count_fits(question, &count));
  return truth_and(verdict, truth_or(bounds, state_own(state, question, turn)));
}

void state_close_choices(struct state *state, guint variable)
{
  const struct variable *assigned = &state->model->variables[variable];
  const struct question *question = assigned->question;
  if (!question || question->kind != KIND_CHOICES || state->assigned[variable] <= 0)
    return;
  struct extent extent = model_question(state->model, question, assigned->turn);
  struct tally count = tally(state, extent);
  gboolean full = question->max.given && count.chosen >= question->max.number;
  for (guint i = extent.first; i < extent.first + extent.count; i++) {
    const struct option *option = state->model->variables[i].values[1].option;
    gboolean alone = option && option->exclusive;
    if (state->assigned[i] == OPEN && (full || count.exclusive || alone))
      state_assign(state, i, 0);
  }
}

enum truth state_stands(struct state *state, guint index)
{
  const struct variable *variable = &state->model->variables[index];
  if (variable->question)
    return state_fits(state, variable->question, variable->turn);
  if (variable->repeat && state->assigned[index] > 0)
    return state_met(state, &variable->repeat->item, 0);
  return TRUTH_YES;
}
