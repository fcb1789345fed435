/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Points: for every question that is typed and every tick, the values that stand for all that can
 * be given. Numbers and dates are told apart only by the thresholds they are compared with, so a
 * threshold, its neighbours and the bounds stand for all; where questions are compared with one
 * another, as many values between two thresholds as there are such questions. Texts: those that are
 * mentioned, and others.
 */
#pragma once

#include "base/arena.h"
#include "prove/thresholds.h"

/* A value in its stored form, with its number (NAN: none) and its day (0: none). */
struct point {
  const char *text;
  double number;
  int day;
};

/* The points of one question or tick, in its order. */
struct points {
  guint count;
  const struct point *list;
  gboolean whole; /* false: there are others that may matter */
};

/* Of QUESTION, which has no options, up to the day TODAY; in ARENA. */
struct points points_question(const struct thresholds *thresholds, const struct question *question,
                              int today, struct arena *arena);

/* Of the days on which TASK can have been ticked, up to TODAY; in ARENA. */
struct points points_task(const struct thresholds *thresholds, const struct task *task, int today,
                          struct arena *arena);

/* The last day, TODAY at most, on which POINT could be given to QUESTION: what is asked for from
 * today on may lie in the past by now. */
int points_given(const struct question *question, const struct point *point, int today);

/*
 * The days that can be told apart as today: a GArray of int, TODAY first. More than one only if
 * the pack names days of the calendar. *ALL becomes false if there are more than are listed. Caller
 * frees.
 */
GArray *points_today(const struct thresholds *thresholds, int today, gboolean *all);
