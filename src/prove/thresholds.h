/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thresholds: what the conditions of a pack compare each question and each tick with. */
#pragma once

#include "catalogue/catalogue.h"
#include "prove/caps.h"

/* What one question or tick is compared with. */
struct threshold {
  gboolean linked;  /* compared with other questions or ticks, so that the pool counts too */
  GArray *numbers;  /* of double; of a date: days since it */
  GArray *days;     /* of double: days of the calendar, as in base/date.h */
  GPtrArray *texts; /* of const char, borrowed from the catalogue or from `samples` */
};

struct thresholds {
  const struct catalogue *catalogue;
  const struct caps *caps;
  struct threshold *questions; /* by index of the question */
  struct threshold *tasks;     /* by index of the task */
  struct threshold pool;       /* of all that are linked, together */
  GPtrArray *samples;          /* of char: texts that fit the patterns of those that are linked */
  guint linked;                /* how many values are compared with one another at most */
};

/* From CONDITIONS, all of CATALOGUE: const struct condition. Borrows all three but the array. */
struct thresholds *thresholds_new(const struct catalogue *catalogue, const GPtrArray *conditions,
                                  const struct caps *caps);
void thresholds_free(struct thresholds *thresholds);
DEFINE_OWNED(thresholds, thresholds_free)

/* Tells each of the days from FROM to TO apart, counted from today, for dates given to QUESTION; and
 * for ticks of TASK. */
void thresholds_add_days(struct thresholds *thresholds, const struct question *question, int from,
                         int to);
void thresholds_add_ticks(struct thresholds *thresholds, const struct task *task, int from, int to);
