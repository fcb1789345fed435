/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thresholds: what the conditions of a pack compare each question and each tick with. */
#pragma once

#include "catalogue/catalogue.h"
#include "prove/caps.h"

/* What is compared with a question or tick, or with any of those in one pool. */
struct others {
  GArray *numbers;  /* of double; of a date: days since it */
  GArray *days;     /* of double: days of the calendar, as in base/date.h */
  GArray *shifts;   /* of double: numbers beside it in sums: how far apart these may have to be */
  GPtrArray *texts; /* of const char, borrowed from the catalogue or from `samples` */
  double apart;     /* how far from another a difference it stands in holds it at most */
};

/* One question or tick. */
struct threshold {
  struct others with;
  struct pool *pool; /* compared with other questions or ticks, so that what these are compared with
                        counts too; NULL: with none */
  gboolean summed; /* stands in a sum that is no difference, so that any of its values may matter */
};

/* Those that are compared with one another, directly or by others. */
struct pool {
  struct others with;
  guint members;       /* how many values are compared with one another at most */
  struct pool *joined; /* the pool that this one has become part of, or NULL */
};

struct thresholds {
  const struct catalogue *catalogue;
  const struct caps *caps;
  struct threshold *questions; /* by index of the question */
  struct threshold *tasks;     /* by index of the task */
  GPtrArray *pools;            /* of struct pool */
  GPtrArray *samples;          /* of char: texts that fit the patterns of those in pools */
};

/* From CONDITIONS, all of CATALOGUE: const struct condition. Borrows all three but the array. */
struct thresholds *thresholds_new(const struct catalogue *catalogue, const GPtrArray *conditions,
                                  const struct caps *caps);
void thresholds_free(struct thresholds *thresholds);
DEFINE_OWNED(thresholds, thresholds_free)

/* The pool of THRESHOLD, or NULL. */
const struct pool *threshold_pool(const struct threshold *threshold);

/* Tells each of the days from FROM to TO apart, counted from today, for dates given to the question
 * or ticks of the task that NAME stands for. */
void thresholds_add_days(struct thresholds *thresholds, const struct name *name, int from, int to);
