/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thresholds: what the conditions of a pack compare each question and each tick with. */
#pragma once

#include "catalogue/catalogue.h"

/* What one question or tick is compared with. */
struct threshold {
  gboolean linked;  /* compared with other questions, so that the pool counts too */
  GArray *numbers;  /* of double; of a date: days since it */
  GArray *days;     /* of double: days of the calendar, as in base/date.h */
  GPtrArray *texts; /* of const char, borrowed from the catalogue */
};

struct thresholds {
  guint question_count, task_count;
  struct threshold *questions; /* by index of the question */
  struct threshold *tasks;     /* by index of the task */
  struct threshold pool;       /* of all that are linked, together */
  GPtrArray *samples;          /* of char: texts that fit the patterns of those that are linked */
  guint linked;                /* how many values are compared with one another at most */
  guint *items;                /* by index of the repeat: how many of its items matter */
};

struct thresholds *thresholds_new(const struct catalogue *catalogue);
/* Adds, for each date question that an action is due from, all days on which that decides anything:
 * from when it is due the day after tomorrow until it has lapsed. */
void thresholds_add_dues(struct thresholds *thresholds, const struct catalogue *catalogue);
void thresholds_free(struct thresholds *thresholds);
DEFINE_OWNED(thresholds, thresholds_free)
