/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Trends: what comes back over several debriefs and what has not come back since, as days and
 * counts. Nothing is scored or ranked against others; from TREND_PATTERN debriefs on one speaks of
 * it.
 */
#pragma once

#include "plan/plan.h"

#define TREND_PATTERN 3
/* So many debriefs without it, and something is better. */
#define TREND_BETTER 2

/* A lesson, and in how many debriefs it was drawn. */
struct trend_lesson {
  const struct planned_lesson *lesson; /* as the first plan that has it says it */
  guint debriefs;
  gboolean stressed; /* in any of them */
};

/* A topic, in how many debriefs one of its lessons was drawn, and these lessons. */
struct trend {
  const struct topic *topic;
  const struct phrase *title;
  guint debriefs;
  int last;    /* the day on which the last of these debriefs began */
  guint since; /* how many debriefs with lessons or strengths have begun after it */
  GArray
      *lessons; /* of struct trend_lesson: what comes back most first, of those what is stressed */
};

/*
 * The trends of PLANS (of const struct plan), what comes back most first: a GArray of struct trend,
 * which borrows from the plans. A lesson counts once a plan, however often a repeat drew it. Caller
 * unrefs.
 */
GArray *trends_new(const GPtrArray *plans);

/* In how many of PLANS there is something to learn from, a lesson or a strength. */
guint trends_debriefs(const GPtrArray *plans);

/* All lessons of TRENDS in one list, in the order of a trend's own: a GArray of struct
 * trend_lesson. Caller unrefs. */
GArray *trends_lessons(const GArray *trends);

/* Up to COUNT strengths of PLANS, none twice, in the order of the plans: const struct
 * planned_strength. Caller frees the array. */
GPtrArray *trends_strengths(const GPtrArray *plans, guint count);
