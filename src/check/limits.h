/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounds over all ways through a pack, and the answers that come nearest to them. */
#pragma once

#include "check/check.h"
#include "walk/answers.h"

struct limit_most {
  gboolean known; /* there is such a measure */
  guint count;
  gboolean exact; /* no answers come to more */
  int today;      /* the day on which the answers are given */
};

/*
 * The answers found for which the measure NAME ("questions", "actions", "first-day", "texts",
 * "words") is the greatest, as RESULT says; NULL if none were found in time, or it is always
 * nothing. Caller frees.
 */
struct answers *limits_most(const struct catalogue *catalogue, const struct check_options *options,
                            const char *name, struct limit_most *result);
