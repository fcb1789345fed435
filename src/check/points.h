/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points: the numbers that stand for all numbers, given the thresholds that tell them apart. */
#pragma once

#include <glib.h>

struct interval {
  double low, high; /* -INFINITY and INFINITY: open */
  gboolean whole;
};

/*
 * In ascending order, without duplicates: the THRESHOLDS (a GArray of double) and the bounds of
 * INTERVAL as far as they lie in it, and up to SPREAD numbers between, below and above them. Never
 * empty unless INTERVAL is. Caller frees.
 */
GArray *points_new(const GArray *thresholds, struct interval interval, guint spread);
