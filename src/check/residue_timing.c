/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left of when actions are due. */
#include "check/residue_write.h"
#include "check/timing.h"

static void add_timing(struct residue *residue, const struct timing *timing)
{
  residue_number(residue, (guint64)(timing->can_stand | timing->can_lapse << 1 |
                                    timing->can_have_day << 2 | timing->can_lack_day << 3));
  if (!timing->can_have_day)
    return;
  residue_number(residue, (guint64)(gint64)timing->days.first);
  residue_number(residue, (guint64)(gint64)timing->days.last);
}

static void add_dues(struct residue *residue, const struct action *action);

/* One of ACTIONS up to the one at END that is selected whenever any beside it is; NULL: none. */
static const struct action *covering(struct state *state, const struct action *const *actions,
                                     const struct action *const *end)
{
  const struct item *parent = (*actions)->item.parent;
  const struct action *covering = NULL;
  for (; actions != end; actions++) {
    const struct item *item = &(*actions)->item;
    if (!timing_can_stand(state, *actions))
      continue;
    if (item->parent != parent)
      return NULL;
    if (state_holds(state, item->when, 0) == TRUTH_YES && state_in_region(state, item) == TRUTH_YES)
      covering = *actions;
  }
  return covering;
}

/* Whether any of ACTIONS up to the one at END is selected. */
static void add_selected(struct residue *residue, const struct action *const *actions,
                         const struct action *const *end)
{
  const struct action *whenever = covering(residue_state(residue), actions, end);
  if (whenever) {
    residue_item(residue, &whenever->item, 0);
    return;
  }
  for (; actions != end; actions++)
    if (timing_can_stand(residue_state(residue), *actions) &&
        residue_verdict(residue, state_met(residue_state(residue), &(*actions)->item, 0)))
      residue_item(residue, &(*actions)->item, 0);
}

/* By which of its actions before number ORDER the TASK stands. */
void residue_task(struct residue *residue, const struct task *task, guint order)
{
  struct state *state = residue_state(residue);
  const struct action *const *actions = state->model->task_actions[task->index], *const * end;
  struct timing_group group;
  for (; (end = timing_group(state, actions, order, &group)); actions = end) {
    add_timing(residue, &group.timing);
    if (residue_verdict(residue, group.met))
      add_selected(residue, actions, end);
    if (timing_is_open(&group.timing))
      add_dues(residue, group.first);
    if (group.met == TRUTH_YES && !group.timing.can_lapse)
      return;
  }
}

/* What ACTION's DUE counts from, which is open. */
static void add_base(struct residue *residue, const struct action *action, const struct due *due)
{
  if (due->after == AFTER_QUESTION)
    residue_extent(residue, model_name(residue_state(residue)->model, due->name, NULL, 0));
  else if (due->after == AFTER_TASK)
    residue_task(residue, due->name->task, action->item.order);
}

static void add_dues(struct residue *residue, const struct action *action)
{
  for (const struct due *due = action->dues; due; due = due->next) {
    enum truth holds = state_holds(residue_state(residue), due->when, 0);
    if (residue_verdict(residue, holds))
      residue_condition(residue, due->when, 0);
    if (holds == TRUTH_NO)
      continue;
    struct timing base = timing_base(residue_state(residue), action, due);
    add_timing(residue, &base);
    if (timing_is_open(&base))
      add_base(residue, action, due);
    if (base.can_have_day && timing_needs_region(residue_state(residue), due, &base))
      residue_region(residue);
    if (holds == TRUTH_YES && !base.can_lack_day)
      return;
  }
}
