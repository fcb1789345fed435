/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three-valued truth: what a condition is while some answers are still open (Kleene's logic). */
#pragma once

#include <glib.h>

/* In this order, so that `and` is the lesser and `or` the greater of two. */
enum truth { TRUTH_NO, TRUTH_MAYBE, TRUTH_YES };

static inline enum truth truth_of(gboolean holds)
{
  return holds ? TRUTH_YES : TRUTH_NO;
}

static inline enum truth truth_not(enum truth truth)
{
  return (enum truth)(TRUTH_YES - truth);
}

static inline enum truth truth_and(enum truth a, enum truth b)
{
  return MIN(a, b);
}

static inline enum truth truth_or(enum truth a, enum truth b)
{
  return MAX(a, b);
}
