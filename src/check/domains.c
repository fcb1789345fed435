/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values from thresholds, by kind of question. */
#include "check/domains.h"

#include <math.h>
#include <string.h>

#include "base/date.h"
#include "catalogue/pattern.h"
#include "check/points.h"
#include "check/sample.h"
#include "check/thresholds.h"

enum {
  MOST_LINKED = 12, /* values compared with one another that are told apart */
  MOST_DAYS = 200,
  MOST_SAMPLES = 40,
  MINUTES = 24 * 60,
};

struct domains {
  const struct catalogue *catalogue;
  struct thresholds *thresholds;
};

struct domains *domains_new(const struct catalogue *catalogue, gboolean dues)
{
  struct domains *domains = g_new0(struct domains, 1);
  domains->catalogue = catalogue;
  domains->thresholds = thresholds_new(catalogue);
  if (dues)
    thresholds_add_dues(domains->thresholds, catalogue);
  return domains;
}

void domains_free(struct domains *domains)
{
  thresholds_free(domains->thresholds);
  g_free(domains);
}

guint domains_items(const struct domains *domains, const struct repeat *repeat)
{
  return domains->thresholds->items[repeat->index];
}

static guint spread(const struct domains *domains, const struct threshold *threshold)
{
  return threshold->linked ? CLAMP(domains->thresholds->linked, 1, MOST_LINKED) : 1;
}

static void append_all(GArray *to, const GArray *from)
{
  if (from->len)
    g_array_append_vals(to, from->data, from->len);
}

/* Days of the calendar become days since them. */
static void append_days(GArray *to, const GArray *days, int today)
{
  for (guint i = 0; i < days->len; i++) {
    double since = today - g_array_index(days, double, i);
    g_array_append_val(to, since);
  }
}

static GArray *thresholds_of(const struct domains *domains, const struct threshold *threshold,
                             int today)
{
  GArray *all = g_array_new(FALSE, FALSE, sizeof(double));
  const struct threshold *pool = &domains->thresholds->pool;
  append_all(all, threshold->numbers);
  append_days(all, threshold->days, today);
  if (threshold->linked) {
    append_all(all, pool->numbers);
    append_days(all, pool->days, today);
  }
  return all;
}

/* ---- stored forms ---- */

static char *number_text(double number)
{
  char buffer[64];
  g_ascii_formatd(buffer, sizeof buffer, "%.9f", number);
  char *end = buffer + strlen(buffer);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    end[-1] = '\0';
  return g_strdup(strcmp(buffer, "-0") == 0 ? "0" : buffer);
}

static char *time_text(double minutes)
{
  return g_strdup_printf("%02d:%02d", (int)minutes / 60, (int)minutes % 60);
}

static void append_value(GArray *values, struct arena *arena, const char *text)
{
  struct value value = {arena_string(arena, text, -1), condition_number(text), date_parse(text),
                        NULL};
  g_array_append_val(values, value);
}

static struct values_list list_in(struct arena *arena, const GArray *values)
{
  struct value *copy = arena_alloc(arena, (values->len + 1) * sizeof *copy);
  if (values->len)
    memcpy(copy, values->data, values->len * sizeof *copy);
  return (struct values_list){values->len, copy};
}

/* ---- by kind ---- */

static struct interval bounds(const struct question *question)
{
  struct interval interval = {-INFINITY, INFINITY, !question->decimals};
  if (question->min.given)
    interval.low = question->min.number;
  if (question->max.given)
    interval.high = question->max.number;
  return interval;
}

static void amount_values(const struct domains *domains, const struct question *question,
                          const struct threshold *threshold, GArray *values, struct arena *arena)
{
  g_autoptr(GArray) all = thresholds_of(domains, threshold, 0);
  g_autoptr(GArray) points = points_new(all, bounds(question), spread(domains, threshold));
  for (guint i = 0; i < points->len; i++) {
    g_autofree char *text = number_text(g_array_index(points, double, i));
    append_value(values, arena, text);
  }
}

static double since(const struct bound *bound, int today)
{
  return bound->from_today ? -bound->number : today - bound->number;
}

/* Dates are points on the line of days since them. */
static void moment_values(const struct domains *domains, const struct threshold *threshold,
                          struct interval interval, int today, GArray *values, struct arena *arena)
{
  double nothing = 0;
  g_autoptr(GArray) all = thresholds_of(domains, threshold, today);
  g_array_append_val(all, nothing);
  g_autoptr(GArray) points = points_new(all, interval, spread(domains, threshold));
  for (guint i = 0; i < points->len; i++) {
    int day = date_add(today, -(int)g_array_index(points, double, i));
    g_autofree char *text = day ? date_to_iso(day) : NULL;
    if (text)
      append_value(values, arena, text);
  }
}

static void date_values(const struct domains *domains, const struct question *question,
                        const struct threshold *threshold, int today, GArray *values,
                        struct arena *arena)
{
  struct interval interval = {-INFINITY, INFINITY, TRUE};
  if (question->max.given)
    interval.low = since(&question->max, today);
  if (question->min.given && !question->min.from_today)
    interval.high = since(&question->min, today);
  moment_values(domains, threshold, interval, today, values, arena);
}

int domains_given(const struct question *question, const struct value *value, int today)
{
  if (!question->min.given || !question->min.from_today || !value->day)
    return today;
  int last = date_add(value->day, -(int)question->min.number);
  return last ? MIN(last, today) : today;
}

static gboolean contains(const GArray *values, const char *text)
{
  for (guint i = 0; i < values->len; i++)
    if (g_str_equal(g_array_index(values, struct value, i).text, text))
      return TRUE;
  return FALSE;
}

static void mentioned_values(const GPtrArray *texts, GArray *values, struct arena *arena,
                             gboolean (*fits)(const char *text, const void *data), const void *data)
{
  for (guint i = 0; i < texts->len; i++) {
    const char *text = g_ptr_array_index(texts, i);
    if (!contains(values, text) && fits(text, data))
      append_value(values, arena, text);
  }
}

static gboolean fits_time(const char *text, const void *data)
{
  struct interval interval = bounds(data);
  int minutes = time_parse(text);
  return minutes >= 0 && minutes >= interval.low && minutes <= interval.high;
}

/* Times are only ever equal or not: those that are mentioned, and as many others as are compared.
 */
static void time_values(const struct domains *domains, const struct question *question,
                        const struct threshold *threshold, GArray *values, struct arena *arena)
{
  mentioned_values(threshold->texts, values, arena, fits_time, question);
  if (threshold->linked)
    mentioned_values(domains->thresholds->pool.texts, values, arena, fits_time, question);
  struct interval interval = bounds(question);
  guint others = spread(domains, threshold);
  for (int minutes = 0; minutes < MINUTES && others > 0; minutes++) {
    int shifted = (minutes + 9 * 60) % MINUTES; /* a usual hour first */
    g_autofree char *text = time_text(shifted);
    if (shifted < interval.low || shifted > interval.high || contains(values, text))
      continue;
    append_value(values, arena, text);
    others--;
  }
}

static gboolean fits_pattern(const char *text, const void *data)
{
  const struct question *question = data;
  if (strspn(text, " \t\n") == strlen(text))
    return FALSE;
  if (question->kind == KIND_TEXT && strchr(text, '\n'))
    return FALSE;
  if (!question->pattern)
    return TRUE;
  OWNED(pattern) pattern = pattern_new(question->pattern);
  return pattern && pattern_matches(pattern, text);
}

/* Where anything can be typed. */
static GPtrArray *any_texts(void)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
  for (int i = 0; i < MOST_SAMPLES; i++)
    g_ptr_array_add(texts, g_strdup_printf("text %d", i + 1));
  return texts;
}

static void words_values(const struct domains *domains, const struct question *question,
                         const struct threshold *threshold, GArray *values, struct arena *arena,
                         gboolean *all)
{
  mentioned_values(threshold->texts, values, arena, fits_pattern, question);
  if (threshold->linked)
    mentioned_values(domains->thresholds->pool.texts, values, arena, fits_pattern, question);
  guint others = spread(domains, threshold);
  gboolean every = FALSE;
  g_autoptr(GPtrArray) samples =
      question->pattern ? sample_texts(question->pattern, MOST_SAMPLES, &every) : any_texts();
  for (guint i = 0; i < samples->len && others > 0; i++) {
    const char *text = g_ptr_array_index(samples, i);
    if (contains(values, text) || !fits_pattern(text, question))
      continue;
    append_value(values, arena, text);
    others--;
  }
  if (others > 0 && !every)
    *all = FALSE;
}

struct values_list domains_question(const struct domains *domains, const struct question *question,
                                    int today, struct arena *arena, gboolean *all)
{
  const struct threshold *threshold = &domains->thresholds->questions[question->index];
  g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(struct value));
  if (threshold->linked && domains->thresholds->linked > MOST_LINKED)
    *all = FALSE;
  switch (question->kind) {
  case KIND_SCALE:
  case KIND_NUMBER:
    amount_values(domains, question, threshold, values, arena);
    break;
  case KIND_DATE:
    date_values(domains, question, threshold, today, values, arena);
    break;
  case KIND_TIME:
    time_values(domains, question, threshold, values, arena);
    break;
  case KIND_TEXT:
  case KIND_NOTE:
    words_values(domains, question, threshold, values, arena, all);
    break;
  case KIND_CHOICE:
  case KIND_CHOICES:
  case KIND_UNKNOWN:
    break;
  }
  return list_in(arena, values);
}

struct values_list domains_task(const struct domains *domains, const struct task *task, int today,
                                struct arena *arena)
{
  g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(struct value));
  struct interval interval = {0, INFINITY, TRUE};
  moment_values(domains, &domains->thresholds->tasks[task->index], interval, today, values, arena);
  return list_in(arena, values);
}

/* ---- today ---- */

static void add_bound(const struct bound *bound, GArray *days, GArray *shifts)
{
  double number = bound->from_today ? -bound->number : bound->number;
  if (bound->given)
    g_array_append_val(bound->from_today ? shifts : days, number);
}

/* Days of the calendar, and numbers of days, that some date is compared with or bound by. */
static void gather_days(const struct domains *domains, GArray *days, GArray *shifts)
{
  const struct catalogue *catalogue = domains->catalogue;
  for (guint i = 0; i < catalogue->question_count; i++) {
    const struct question *question = catalogue->questions[i];
    if (question->kind != KIND_DATE)
      continue;
    append_all(days, domains->thresholds->questions[i].days);
    append_all(shifts, domains->thresholds->questions[i].numbers);
    add_bound(&question->min, days, shifts);
    add_bound(&question->max, days, shifts);
  }
  for (guint i = 0; i < catalogue->task_count; i++) {
    append_all(days, domains->thresholds->tasks[i].days);
    append_all(shifts, domains->thresholds->tasks[i].numbers);
  }
  append_all(shifts, domains->thresholds->pool.numbers);
}

static gboolean has_day(const GArray *days, int day)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index(days, int, i) == day)
      return TRUE;
  return FALSE;
}

GArray *domains_days(const struct domains *domains, int today, gboolean *all)
{
  g_autoptr(GArray) days = g_array_new(FALSE, FALSE, sizeof(double));
  g_autoptr(GArray) shifts = g_array_new(FALSE, TRUE, sizeof(double));
  GArray *listed = g_array_new(FALSE, FALSE, sizeof(int));
  g_array_append_val(listed, today);
  g_array_set_size(shifts, 1);
  gather_days(domains, days, shifts);
  int apart = (int)CLAMP(domains->thresholds->linked, 1, MOST_LINKED);
  for (guint i = 0; i < days->len; i++)
    for (guint j = 0; j < shifts->len; j++)
      for (int step = -apart; step <= apart; step++) {
        double shift = g_array_index(shifts, double, j);
        int day = date_add((int)g_array_index(days, double, i), (int)floor(shift) + step);
        if (!day || has_day(listed, day))
          continue;
        if (listed->len >= MOST_DAYS)
          *all = FALSE;
        else
          g_array_append_val(listed, day);
      }
  return listed;
}
