/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Representative numbers around thresholds. */
#include "check/points.h"

#include <math.h>

static int by_size(const void *a, const void *b)
{
  double first = *(const double *)a, second = *(const double *)b;
  return (first > second) - (first < second);
}

static void add(GArray *points, double number, struct interval interval)
{
  if (number >= interval.low && number <= interval.high &&
      (!interval.whole || number == floor(number)))
    g_array_append_val(points, number);
}

static void add_whole(GArray *points, double threshold, struct interval interval, guint spread)
{
  for (guint step = 0; step <= spread; step++) {
    add(points, floor(threshold) - step, interval);
    add(points, ceil(threshold) + step, interval);
  }
}

/* Between THRESHOLD and the next one, or beyond it where there is none. */
static void add_between(GArray *points, double threshold, double next, struct interval interval,
                        guint spread)
{
  for (guint step = 1; step <= spread; step++) {
    double ahead = isinf(next) ? step : (next - threshold) * step / (spread + 1);
    add(points, threshold + ahead, interval);
  }
}

static GArray *sort_unique(GArray *numbers)
{
  GArray *unique = g_array_new(FALSE, FALSE, sizeof(double));
  g_array_sort(numbers, by_size);
  for (guint i = 0; i < numbers->len; i++) {
    double number = g_array_index(numbers, double, i);
    if (i == 0 || number != g_array_index(numbers, double, i - 1))
      g_array_append_val(unique, number);
  }
  return unique;
}

static GArray *all_thresholds(const GArray *thresholds, struct interval interval)
{
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(double));
  if (thresholds->len)
    g_array_append_vals(all, thresholds->data, thresholds->len);
  if (!isinf(interval.low))
    g_array_append_val(all, interval.low);
  if (!isinf(interval.high))
    g_array_append_val(all, interval.high);
  double nothing = 1;
  if (all->len == 0)
    g_array_append_val(all, nothing);
  return sort_unique(all);
}

GArray *points_new(const GArray *thresholds, struct interval interval, guint spread)
{
  g_autoptr(GArray) all = all_thresholds(thresholds, interval);
  g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(double));
  for (guint i = 0; i < all->len; i++) {
    double threshold = g_array_index(all, double, i);
    if (interval.whole) {
      add_whole(points, threshold, interval, spread);
      continue;
    }
    double next = i + 1 < all->len ? g_array_index(all, double, i + 1) : INFINITY;
    add(points, threshold, interval);
    add_between(points, threshold, next, interval, spread);
    if (i == 0)
      for (guint step = 1; step <= spread; step++)
        add(points, threshold - step, interval);
  }
  return sort_unique(points);
}
