/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Days: when actions stand in the plan, as literals. Every day is worked out by the plan's own
 * schedule (plan/schedule.h), for each of the finitely many days and regions that can make a
 * difference; the rules of what counts first, is late, lapses or is displaced are those of
 * schedule_new(), on which this has to be kept.
 */
#pragma once

#include "prove/formula.h"

/*
 * Tells apart all days of questions and ticks that make a difference to when an action stands in
 * the plan of TODAY: on which day up to tomorrow, or to what another counts from, or whether it has
 * lapsed. To be called before formulas are made of THRESHOLDS.
 */
void days_add_thresholds(struct thresholds *thresholds, int today);

struct days;

/* Of FORMULA, whose thresholds know them; borrowed. All that was answered was answered today. What
 * becomes of an action is written when it is first asked for. */
struct days *days_new(struct formula *formula);
void days_free(struct days *days);
DEFINE_OWNED(days, days_free)

/* ACTION stands in the plan, for its task. */
int days_stands_as(struct days *days, const struct action *action);
/* TASK stands in the plan; and does so today or tomorrow. */
int days_stands(struct days *days, const struct task *task);
int days_soon(struct days *days, const struct task *task);
