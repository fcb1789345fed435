/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Timing under open answers: when actions stand in the plan of a first visit, by the rules of
 * plan/schedule.c, as far as what is assigned lets it be known. Days are counted from today.
 */
#pragma once

#include "check/memory.h"
#include "check/state.h"

/* Whether more than one thing can come of it. */
gboolean timing_is_open(const struct timing *timing);

/* What ACTION, if it is selected, can come to, be it the first of its slot or not. */
struct timing timing_action(struct state *state, const struct action *action);

/* Whether ACTION can be selected and stand in the plan. */
gboolean timing_can_stand(struct state *state, const struct action *action);

/* What DUE of ACTION counts from: the dates of a question, the day of answers, an earlier task. */
struct timing timing_base(struct state *state, const struct action *action, const struct due *due);

/* What TASK comes to by its actions before the one with number ORDER: by the first that stands. */
struct timing timing_task(struct state *state, const struct task *task, guint order);

/*
 * Actions of one task that follow one another and come to the same, so that it does not matter
 * which of them is selected. TIMING_GROUP fills in the first group of ACTIONS, which end before
 * number ORDER, and returns those after it; NULL if there is none.
 */
struct timing_group {
  const struct action *first;
  struct timing timing;
  enum truth met; /* whether any of them is selected */
};
const struct action *const *timing_group(struct state *state, const struct action *const *actions,
                                         guint order, struct timing_group *group);

/* Whether it depends on the region where DUE, counted from BASE, is moved. */
gboolean timing_needs_region(struct state *state, const struct due *due, const struct timing *base);

/* Whether TASK stands in the plan today or tomorrow. */
enum truth timing_soon(struct state *state, const struct task *task);
