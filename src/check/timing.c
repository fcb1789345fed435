/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as intervals: the rules are monotonous, so the ends of an interval give its image. */
#include "check/timing.h"

static const struct timing never = {.can_lack_day = TRUE};

static void include(struct timing *timing, struct days days)
{
  if (timing->can_have_day) {
    timing->days.first = MIN(timing->days.first, days.first);
    timing->days.last = MAX(timing->days.last, days.last);
  } else {
    timing->days = days;
  }
  timing->can_have_day = TRUE;
}

gboolean timing_is_open(const struct timing *timing)
{
  return (timing->can_stand && timing->can_lapse) ||
         (timing->can_have_day && timing->can_lack_day) ||
         (timing->can_have_day && timing->days.first != timing->days.last);
}

/* ---- what a due counts from ---- */

/* Of several dates, as in a repeat, the latest counts. */
static struct timing question_base(struct state *state, const struct question *question)
{
  const struct model *model = state->model;
  struct extent extent = model_name(model, question->name, NULL, 0);
  struct timing base = never;
  for (guint i = extent.first; i < extent.first + extent.count; i++) {
    const struct variable *variable = &model->variables[i];
    for (guint at = 1; at < variable->count; at++) {
      int day = variable->values[at].day - model->today;
      if (state_has(state, i, at) != TRUTH_NO)
        include(&base, (struct days){day, day});
    }
    if (state_has(state, i, 0) == TRUTH_NO)
      base.can_lack_day = FALSE;
  }
  return base;
}

/* What nothing that is open can part any more. */
static gboolean is_same(const struct timing *a, const struct timing *b)
{
  return !timing_is_open(a) && !timing_is_open(b) && a->can_stand == b->can_stand &&
         a->can_have_day == b->can_have_day && (!a->can_have_day || a->days.first == b->days.first);
}

static gboolean is_same_due(const struct due *a, const struct due *b)
{
  return a->after == b->after && a->name == b->name && a->days == b->days &&
         a->weekdays == b->weekdays && a->until == b->until &&
         g_strcmp0(a->when ? a->when->text : NULL, b->when ? b->when->text : NULL) == 0;
}

/* What is written the same comes to the same. */
static gboolean has_same_dues(const struct action *a, const struct action *b)
{
  const struct due *one = a->dues, *other = b->dues;
  while (one && other && is_same_due(one, other)) {
    one = one->next;
    other = other->next;
  }
  return !one && !other;
}

const struct action *const *timing_group(struct state *state, const struct action *const *actions,
                                         guint order, struct timing_group *group)
{
  *group = (struct timing_group){.met = TRUTH_NO};
  for (; *actions && (*actions)->item.order < order; actions++) {
    if (!timing_can_stand(state, *actions))
      continue;
    struct timing timing = timing_action(state, *actions);
    if (!group->first) {
      group->first = *actions;
      group->timing = timing;
    } else if (!is_same(&group->timing, &timing) && !has_same_dues(group->first, *actions)) {
      return actions;
    }
    group->met = truth_or(group->met, state_met(state, &(*actions)->item, 0));
  }
  return group->first ? actions : NULL;
}

struct timing timing_task(struct state *state, const struct task *task, guint order)
{
  const struct action *const *actions = state->model->task_actions[task->index];
  struct timing whole = {0};
  struct timing_group group;
  while ((actions = timing_group(state, actions, order, &group))) {
    whole.can_stand = TRUE;
    whole.can_lack_day |= group.timing.can_lack_day;
    if (group.timing.can_have_day)
      include(&whole, group.timing.days);
    if (group.met == TRUTH_YES && !group.timing.can_lapse)
      return whole;
  }
  whole.can_lapse = whole.can_lack_day = TRUE;
  return whole;
}

struct timing timing_base(struct state *state, const struct action *action, const struct due *due)
{
  struct timing today = {.can_have_day = TRUE};
  switch (due->after) {
  case AFTER_QUESTION:
    return question_base(state, item_question(due->name->item));
  case AFTER_ANSWERED: /* all that is answered on a first visit is answered today */
    return today;
  case AFTER_TASK:
    return timing_task(state, due->name->task, action->item.order);
  }
  g_assert_not_reached();
}

/* ---- one due ---- */

/* The number of the region the person is in, as far as it is known. */
static int region_of(const struct state *state)
{
  const struct question *region = state->model->catalogue->region;
  if (!region)
    return CALENDAR_NOWHERE;
  return state->assigned[model_question(state->model, region, 0).first];
}

G_STATIC_ASSERT(OPEN == CALENDAR_ANYWHERE);

static struct days move(struct state *state, struct days days, const struct due *due)
{
  int region = region_of(state);
  struct calendar *calendar = state->model->calendar;
  return (struct days){calendar_move(calendar, days.first, due->weekdays, region).first,
                       calendar_move(calendar, days.last, due->weekdays, region).last};
}

gboolean timing_needs_region(struct state *state, const struct due *due, const struct timing *base)
{
  struct calendar *calendar = state->model->calendar;
  const int days[] = {base->days.first + due->days, base->days.last + due->days, 0};
  gboolean needs = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(days) && region_of(state) == CALENDAR_ANYWHERE; i++) {
    struct days to = calendar_move(calendar, days[i], due->weekdays, CALENDAR_ANYWHERE);
    needs |= to.first != to.last;
  }
  return needs;
}

/* Adds to TIMING what DUE, counted from BASE, can make of its action. */
static void add_due(struct state *state, const struct due *due, const struct timing *base,
                    struct timing *timing)
{
  struct days days = {base->days.first + due->days, base->days.last + due->days};
  struct days due_days = move(state, days, due);
  struct days today = move(state, (struct days){0, 0}, due);
  gboolean lapses = due->until >= 0 && due_days.first < -due->until;
  gboolean stands = due->until < 0 || due_days.last >= -due->until;
  timing->can_lapse |= lapses;
  if (!stands)
    return;
  timing->can_stand = TRUE;
  if (due_days.first < 0) /* late */
    due_days = (struct days){today.first, MAX(due_days.last, today.last)};
  include(timing, due_days);
}

static struct timing work_out(struct state *state, const struct action *action)
{
  struct timing timing = {0};
  for (const struct due *due = action->dues; due; due = due->next) {
    enum truth holds = state_holds(state, due->when, 0);
    if (holds == TRUTH_NO)
      continue;
    struct timing base = timing_base(state, action, due);
    if (base.can_have_day)
      add_due(state, due, &base, &timing);
    if (holds == TRUTH_YES && !base.can_lack_day)
      return timing;
  }
  timing.can_stand = timing.can_lack_day = TRUE; /* no due with a date: undated */
  return timing;
}

struct timing timing_action(struct state *state, const struct action *action)
{
  guint slot = state->model->timing_slots + action->item.order;
  const struct timing *known = memory_timing(state->memory, slot);
  if (known)
    return *known;
  state->steps++;
  struct timing timing = work_out(state, action);
  memory_keep_timing(state->memory, slot, &timing, timing_is_open(&timing));
  return timing;
}

gboolean timing_can_stand(struct state *state, const struct action *action)
{
  return state_met(state, &action->item, 0) != TRUTH_NO && timing_action(state, action).can_stand;
}

enum truth timing_soon(struct state *state, const struct task *task)
{
  struct timing timing = timing_task(state, task, G_MAXUINT);
  if (!timing.can_stand || !timing.can_have_day || timing.days.first > 1)
    return TRUTH_NO;
  gboolean sure = !timing.can_lapse && !timing.can_lack_day && timing.days.last <= 1;
  return sure ? TRUTH_YES : TRUTH_MAYBE;
}
