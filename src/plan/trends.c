/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trends over several plans, counted. */
#include "plan/trends.h"

static void clear_trend(gpointer data)
{
  g_array_unref(((struct trend *)data)->lessons);
}

static struct trend *trend_of(GArray *trends, const struct planned_lesson *lesson)
{
  for (guint i = 0; i < trends->len; i++) {
    struct trend *trend = &g_array_index(trends, struct trend, i);
    if (trend->topic == lesson->lesson->topic)
      return trend;
  }
  struct trend fresh = {.topic = lesson->lesson->topic,
                        .title = lesson->topic,
                        .lessons = g_array_new(FALSE, TRUE, sizeof(struct trend_lesson))};
  g_array_append_val(trends, fresh);
  return &g_array_index(trends, struct trend, trends->len - 1);
}

static struct trend_lesson *lesson_of(struct trend *trend, const struct planned_lesson *lesson)
{
  for (guint i = 0; i < trend->lessons->len; i++) {
    struct trend_lesson *counted = &g_array_index(trend->lessons, struct trend_lesson, i);
    if (counted->lesson->lesson == lesson->lesson)
      return counted;
  }
  struct trend_lesson fresh = {.lesson = lesson};
  g_array_append_val(trend->lessons, fresh);
  return &g_array_index(trend->lessons, struct trend_lesson, trend->lessons->len - 1);
}

static void count(GArray *trends, const struct plan *plan)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < plan->lessons->len; i++) {
    const struct planned_lesson *lesson = g_ptr_array_index(plan->lessons, i);
    struct trend *trend = trend_of(trends, lesson);
    struct trend_lesson *counted = lesson_of(trend, lesson);
    trend->debriefs += g_hash_table_add(seen, (gpointer)lesson->lesson->topic);
    trend->last = MAX(trend->last, plan->begun);
    counted->debriefs += g_hash_table_add(seen, (gpointer)lesson->lesson);
    counted->stressed = counted->stressed || lesson->stressed;
  }
}

static gboolean teaches(const struct plan *plan)
{
  return plan->lessons->len > 0 || plan->strengths->len > 0;
}

guint trends_debriefs(const GPtrArray *plans)
{
  guint count = 0;
  for (guint i = 0; i < plans->len; i++)
    count += teaches(g_ptr_array_index(plans, i));
  return count;
}

static guint count_since(const GPtrArray *plans, int day)
{
  guint count = 0;
  for (guint i = 0; i < plans->len; i++) {
    const struct plan *plan = g_ptr_array_index(plans, i);
    count += teaches(plan) && plan->begun > day;
  }
  return count;
}

static int compare_trends(gconstpointer a, gconstpointer b)
{
  return (int)((const struct trend *)b)->debriefs - (int)((const struct trend *)a)->debriefs;
}

static int compare_lessons(gconstpointer a, gconstpointer b)
{
  const struct trend_lesson *first = a, *second = b;
  if (first->debriefs != second->debriefs)
    return (int)second->debriefs - (int)first->debriefs;
  return second->stressed - first->stressed;
}

GArray *trends_new(const GPtrArray *plans)
{
  GArray *trends = g_array_new(FALSE, FALSE, sizeof(struct trend));
  g_array_set_clear_func(trends, clear_trend);
  for (guint i = 0; i < plans->len; i++)
    count(trends, g_ptr_array_index(plans, i));
  g_array_sort(trends, compare_trends);
  for (guint i = 0; i < trends->len; i++) {
    struct trend *trend = &g_array_index(trends, struct trend, i);
    trend->since = count_since(plans, trend->last);
    g_array_sort(trend->lessons, compare_lessons);
  }
  return trends;
}

GArray *trends_lessons(const GArray *trends)
{
  GArray *all = g_array_new(FALSE, FALSE, sizeof(struct trend_lesson));
  for (guint i = 0; i < trends->len; i++) {
    const GArray *lessons = g_array_index(trends, struct trend, i).lessons;
    g_array_append_vals(all, lessons->data, lessons->len);
  }
  g_array_sort(all, compare_lessons);
  return all;
}

GPtrArray *trends_strengths(const GPtrArray *plans, guint count_wanted)
{
  GPtrArray *strengths = g_ptr_array_new();
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < plans->len; i++) {
    const struct plan *plan = g_ptr_array_index(plans, i);
    for (guint s = 0; s < plan->strengths->len && strengths->len < count_wanted; s++) {
      struct planned_strength *strength = g_ptr_array_index(plan->strengths, s);
      if (g_hash_table_add(seen, (gpointer)strength->strength))
        g_ptr_array_add(strengths, strength);
    }
  }
  return strengths;
}
