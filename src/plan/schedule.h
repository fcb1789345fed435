/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The schedule: when actions are due, which of a slot stands, what is done, late and lapsed
 * (content/FORMAT.md, section 4). Numbers and names only; the words are the plan's.
 */
#pragma once

#include "walk/pass.h"

/* An action that is selected, or done, and what became of it. */
struct scheduled {
  const struct action *action;
  const struct due *by; /* that counts the day; NULL: none does */
  int day; /* on which it stands in the plan: of one that is done, of its tick; 0: undated */
  int due; /* before lateness moved it, or a tick, but after the person did; 0: undated */
  int at;  /* minutes since midnight; -1: no hour, as for one that is done */
  gboolean done, late, lapsed;
  gboolean displaced; /* an earlier action of its slot stands instead */
};

/*
 * All selected actions of PASS, which has run to its end, in document order, then those that are
 * not selected any more and that ticks name: a GArray of struct scheduled. Caller frees. A day that
 * the calendar does not have (base/date.h) is no date. A due counted from a date question inside a
 * repeat counts from the latest of its dates.
 */
GArray *schedule_new(const struct pass *pass);

/*
 * Whether SCHEDULED, which is late, stood in a plan for the day it was due, as far as what is known
 * now can tell: the debrief had begun, what leads to the action and what its day is counted from
 * had been told, and seen from that day the action was due on it. Conditions that look at today may
 * have chosen another due then.
 */
gboolean schedule_stood(const struct pass *pass, const struct scheduled *scheduled);

/*
 * Of a SCHEDULE what stands in the plan and is due first: what leads, if anything does; by day,
 * then hour, then document order; neither done nor undated. NULL: nothing is.
 */
const struct scheduled *schedule_next(const GArray *schedule);

/*
 * The first day from DAY on, itself included, that WEEKDAYS allows and that is no holiday of REGION
 * (NULL: not known, so there are none). DAY itself if WEEKDAYS is 0, and where holidays leave no
 * such day within SCHEDULE_SEARCH days.
 */
#define SCHEDULE_SEARCH 800
int schedule_move(const struct catalogue *catalogue, const char *region, int day, guint weekdays);

/* The holiday in REGION (NULL: not known, so there are none) that DAY is, or NULL. */
const struct holiday *schedule_holiday(const struct catalogue *catalogue, const char *region,
                                       int day);
