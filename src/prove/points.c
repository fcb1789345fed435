/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points around thresholds, by kind of question. */
#include "prove/points.h"

#include <math.h>
#include <string.h>

#include "base/date.h"
#include "prove/sample.h"
#include "xml/pattern.h"

enum { MINUTES = 24 * 60, USUAL_HOUR = 9 };

/* Points in the making. */
struct points_making {
  const struct thresholds *thresholds;
  const struct threshold *threshold;
  const struct question *question; /* NULL: a tick */
  int today;
  struct arena *arena;
  GArray *points; /* of struct point */
  gboolean whole;
  gboolean every; /* all that can be given is among the points */
};

/* Numbers between two bounds. */
struct interval {
  double low, high; /* -INFINITY and INFINITY: open */
  gboolean integral;
};

/* How many values beside a threshold stand for all there are. Those of POOL (NULL: of none) are
 * compared with one another, some with so much APART: where two that follow each other are further
 * from one another than one more than that, they come nearer without a change to any comparison. So
 * no value need be further from a threshold than all the others in between, each as far from the
 * next. Where these are too many, what stands in a difference can be something else, and the rest
 * is told apart without it. */
static guint spread_of(const struct pool *pool, const struct caps *caps)
{
  guint members = pool ? pool->members : 1, most = MAX(caps->of[CAP_LINKED], 1);
  double wanted = members * (pool ? pool->with.apart + 1 : 1);
  return wanted <= most ? (guint)wanted : MIN(members, most);
}

/* That is enough for values that are held so much APART from others. */
static gboolean is_spread(const struct pool *pool, const struct caps *caps, double apart)
{
  guint spread = spread_of(pool, caps);
  return !pool || spread >= pool->members * (apart > 0 ? pool->with.apart + 1 : 1);
}

static guint spread(const struct points_making *making)
{
  return spread_of(threshold_pool(making->threshold), making->thresholds->caps);
}

static gboolean is_known(const struct points_making *making, const char *text)
{
  for (guint i = 0; i < making->points->len; i++)
    if (g_str_equal(g_array_index(making->points, struct point, i).text, text))
      return TRUE;
  return FALSE;
}

static void add_point(struct points_making *making, const char *text)
{
  if (making->points->len >= making->thresholds->caps->of[CAP_VALUES]) {
    making->whole = FALSE;
    return;
  }
  struct point point = {arena_string(making->arena, text, -1), condition_number(text),
                        date_parse(text)};
  g_array_append_val(making->points, point);
}

/* ---- numbers around thresholds ---- */

static int by_size(const void *a, const void *b)
{
  double first = *(const double *)a, second = *(const double *)b;
  return (first > second) - (first < second);
}

static void sort_unique(GArray *numbers)
{
  guint kept = 0;
  double *list = (double *)(void *)numbers->data;
  g_array_sort(numbers, by_size);
  for (guint i = 0; i < numbers->len; i++)
    if (!kept || list[i] != list[kept - 1])
      list[kept++] = list[i];
  g_array_set_size(numbers, kept);
}

static void add_number(GArray *numbers, double number, struct interval interval)
{
  if (number >= interval.low && number <= interval.high &&
      (!interval.integral || number == floor(number)))
    g_array_append_val(numbers, number);
}

/* Around THRESHOLD, and up to the NEXT one where there are numbers between whole ones. */
static void add_around(GArray *numbers, double threshold, double next, struct interval interval,
                       guint spread)
{
  add_number(numbers, threshold, interval);
  for (guint step = 0; step <= spread; step++) {
    add_number(numbers, floor(threshold) - step, interval);
    add_number(numbers, ceil(threshold) + step, interval);
    if (!interval.integral && !isinf(next))
      add_number(numbers, threshold + (next - threshold) * step / (spread + 1), interval);
  }
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

/* What is as far from each of NUMBERS as SHIFTS say, to both sides. */
static void append_shifted(GArray *numbers, const GArray *shifts)
{
  guint count = numbers->len;
  for (guint i = 0; i < count; i++)
    for (guint j = 0; j < shifts->len; j++) {
      double number = g_array_index(numbers, double, i), shift = g_array_index(shifts, double, j);
      double sides[] = {number - shift, number + shift};
      g_array_append_vals(numbers, sides, 2);
    }
}

/* All that a number or day of MAKING is compared with, and its bounds; in order. */
static GArray *thresholds_of(const struct points_making *making, struct interval interval)
{
  static const double nothing = 0;
  GArray *all = g_array_new(FALSE, FALSE, sizeof(double));
  const struct pool *pool = threshold_pool(making->threshold);
  append_all(all, making->threshold->with.numbers);
  append_days(all, making->threshold->with.days, making->today);
  /* How far apart is counted from it where nothing else is named. */
  g_array_append_val(all, nothing);
  if (pool) {
    append_all(all, pool->with.numbers);
    append_days(all, pool->with.days, making->today);
    if (making->threshold->summed || making->threshold->with.apart > spread(making))
      append_shifted(all, pool->with.shifts);
  }
  if (!isinf(interval.low))
    g_array_append_val(all, interval.low);
  if (!isinf(interval.high))
    g_array_append_val(all, interval.high);
  sort_unique(all);
  return all;
}

static GArray *numbers_within(const struct points_making *making, struct interval interval)
{
  g_autoptr(GArray) thresholds = thresholds_of(making, interval);
  GArray *numbers = g_array_new(FALSE, FALSE, sizeof(double));
  for (guint i = 0; i < thresholds->len; i++)
    add_around(numbers, g_array_index(thresholds, double, i),
               i + 1 < thresholds->len ? g_array_index(thresholds, double, i + 1) : INFINITY,
               interval, spread(making));
  sort_unique(numbers);
  return numbers;
}

/* ---- by kind ---- */

/* As it is stored. Caller frees. */
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

static struct interval bounds(const struct question *question)
{
  struct interval interval = {-INFINITY, INFINITY, !question->decimals};
  if (question->min.given)
    interval.low = question->min.number;
  if (question->max.given)
    interval.high = question->max.number;
  return interval;
}

static void make_amounts(struct points_making *making)
{
  struct interval interval = bounds(making->question);
  const struct pool *pool = threshold_pool(making->threshold);
  g_autoptr(GArray) numbers = numbers_within(making, interval);
  making->every = interval.integral && numbers->len > interval.high - interval.low;
  making->whole = interval.integral || !pool || !pool->with.apart;
  for (guint i = 0; i < numbers->len; i++) {
    g_autofree char *text = number_text(g_array_index(numbers, double, i));
    add_point(making, text);
  }
}

/* Dates are points on the line of days since them. */
static void make_moments(struct points_making *making, struct interval interval)
{
  g_autoptr(GArray) numbers = numbers_within(making, interval);
  for (guint i = 0; i < numbers->len; i++) {
    int day = date_add(making->today, -(int)g_array_index(numbers, double, i));
    g_autofree char *text = day ? date_to_iso(day) : NULL;
    if (text)
      add_point(making, text);
  }
}

static double since(const struct bound *bound, int today)
{
  return bound->from_today ? -bound->number : today - bound->number;
}

static void make_dates(struct points_making *making)
{
  const struct question *question = making->question;
  struct interval interval = {-INFINITY, INFINITY, TRUE};
  if (question->max.given)
    interval.low = since(&question->max, making->today);
  if (question->min.given && !question->min.from_today)
    interval.high = since(&question->min, making->today);
  make_moments(making, interval);
}

int points_given(const struct question *question, const struct point *point, int today)
{
  if (!question->min.given || !question->min.from_today || !point->day)
    return today;
  int last = date_add(point->day, -(int)question->min.number);
  return last ? MIN(last, today) : today;
}

typedef gboolean (*fitting)(const char *text, const struct question *question);

static void add_texts(struct points_making *making, const GPtrArray *texts, fitting fits)
{
  for (guint i = 0; i < texts->len; i++)
    if (!is_known(making, texts->pdata[i]) && fits(texts->pdata[i], making->question))
      add_point(making, texts->pdata[i]);
}

/* All texts that are compared with it, and that FITS lets stand. */
static void add_mentioned(struct points_making *making, fitting fits)
{
  const struct pool *pool = threshold_pool(making->threshold);
  add_texts(making, making->threshold->with.texts, fits);
  if (pool)
    add_texts(making, pool->with.texts, fits);
}

static gboolean fits_time(const char *text, const struct question *question)
{
  struct interval interval = bounds(question);
  int minutes = time_parse(text);
  return minutes >= 0 && minutes >= interval.low && minutes <= interval.high;
}

/* Times are only ever equal or not: those that are mentioned, and as many others as are compared.
 */
static void make_times(struct points_making *making)
{
  add_mentioned(making, fits_time);
  guint others = spread(making);
  for (int at = 0; at < MINUTES && others > 0; at++) {
    int minutes = (at + USUAL_HOUR * 60) % MINUTES;
    g_autofree char *text = g_strdup_printf("%02d:%02d", minutes / 60, minutes % 60);
    if (!fits_time(text, making->question) || is_known(making, text))
      continue;
    add_point(making, text);
    others--;
  }
}

static gboolean fits_pattern(const char *text, const struct question *question)
{
  if (strspn(text, " \t\n") == strlen(text))
    return FALSE;
  if (question_answered_by(question) == BY_LINE && strchr(text, '\n'))
    return FALSE;
  if (!question->pattern)
    return TRUE;
  OWNED(pattern) pattern = pattern_new(question->pattern);
  return pattern && pattern_matches(pattern, text);
}

/* Where anything can be typed. */
static GPtrArray *any_texts(guint count)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < count; i++)
    g_ptr_array_add(texts, g_strdup_printf("text %u", i + 1));
  return texts;
}

static void make_words(struct points_making *making)
{
  const struct question *question = making->question;
  const struct caps *caps = making->thresholds->caps;
  add_mentioned(making, fits_pattern);
  guint others = spread(making);
  gboolean every = FALSE;
  g_autoptr(GPtrArray) samples = question->pattern
                                     ? sample_texts(question->pattern, caps, &every)
                                     : any_texts(caps->of[CAP_SAMPLES] + making->points->len);
  for (guint i = 0; i < samples->len && others > 0; i++) {
    const char *text = samples->pdata[i];
    if (is_known(making, text) || !fits_pattern(text, question))
      continue;
    add_point(making, text);
    others--;
  }
  making->whole &= others == 0 || every;
}

/* ---- the whole ---- */

static struct points finish(struct points_making *making)
{
  guint count = making->points->len;
  struct point *list = arena_alloc(making->arena, (count + 1) * sizeof *list);
  if (count)
    memcpy(list, making->points->data, count * sizeof *list);
  g_array_unref(making->points);
  making->whole &= is_spread(threshold_pool(making->threshold), making->thresholds->caps,
                             making->threshold->with.apart);
  making->whole &= !making->threshold->summed || making->every;
  return (struct points){count, list, making->whole};
}

static struct points_making begin(const struct thresholds *thresholds,
                                  const struct threshold *threshold, int today, struct arena *arena)
{
  GArray *points = g_array_new(FALSE, FALSE, sizeof(struct point));
  return (struct points_making){thresholds, threshold, NULL, today, arena, points, TRUE, FALSE};
}

struct points points_question(const struct thresholds *thresholds, const struct question *question,
                              int today, struct arena *arena)
{
  struct points_making making =
      begin(thresholds, &thresholds->questions[question->index], today, arena);
  making.question = question;
  switch (question_answered_by(question)) {
  case BY_NUMBER:
    make_amounts(&making);
    break;
  case BY_DAY:
    make_dates(&making);
    break;
  case BY_TIME:
    make_times(&making);
    break;
  case BY_LINE:
  case BY_LINES:
    make_words(&making);
    break;
  case BY_OPTION:
  case BY_OPTIONS:
  case BY_NOTHING:
    break;
  }
  return finish(&making);
}

struct points points_task(const struct thresholds *thresholds, const struct task *task, int today,
                          struct arena *arena)
{
  struct points_making making = begin(thresholds, &thresholds->tasks[task->index], today, arena);
  make_moments(&making, (struct interval){0, INFINITY, TRUE});
  return finish(&making);
}

/* ---- today ---- */

static void add_bound(const struct bound *bound, GArray *days, GArray *shifts)
{
  double number = bound->from_today ? -bound->number : bound->number;
  if (bound->given)
    g_array_append_val(bound->from_today ? shifts : days, number);
}

/* Days of the calendar, and numbers of days, that some date is compared with or bound by, and so
 * many days before and after. */
static void gather_days(const struct thresholds *thresholds, GArray *days, GArray *shifts,
                        int *apart, gboolean *all)
{
  const struct catalogue *catalogue = thresholds->catalogue;
  for (guint i = 0; i < catalogue->question_count; i++) {
    const struct question *question = catalogue->questions[i];
    if (!question_is_day(question))
      continue;
    append_all(days, thresholds->questions[i].with.days);
    append_all(shifts, thresholds->questions[i].with.numbers);
    add_bound(&question->min, days, shifts);
    add_bound(&question->max, days, shifts);
  }
  for (guint i = 0; i < catalogue->task_count; i++) {
    append_all(days, thresholds->tasks[i].with.days);
    append_all(shifts, thresholds->tasks[i].with.numbers);
  }
  for (guint i = 0; i < thresholds->pools->len; i++) {
    const struct pool *pool = thresholds->pools->pdata[i];
    append_all(shifts, pool->with.numbers);
    *apart = MAX(*apart, (int)spread_of(pool, thresholds->caps));
    *all &= is_spread(pool, thresholds->caps, 0);
  }
  sort_unique(days);
  sort_unique(shifts);
}

GArray *points_today(const struct thresholds *thresholds, int today, gboolean *all)
{
  const struct caps *caps = thresholds->caps;
  g_autoptr(GArray) days = g_array_new(FALSE, FALSE, sizeof(double));
  g_autoptr(GArray) shifts = g_array_new(FALSE, TRUE, sizeof(double));
  g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
  GArray *listed = g_array_new(FALSE, FALSE, sizeof(int));
  g_array_append_val(listed, today);
  g_hash_table_add(known, GINT_TO_POINTER(today));
  g_array_set_size(shifts, 1);
  int apart = 1;
  *all = TRUE;
  gather_days(thresholds, days, shifts, &apart, all);
  *all |= !days->len;
  for (guint i = 0; i < days->len; i++)
    for (guint j = 0; j < shifts->len; j++)
      for (int step = -apart; step <= apart; step++) {
        int shift = (int)floor(g_array_index(shifts, double, j)) + step;
        int day = date_add((int)g_array_index(days, double, i), shift);
        if (!day || !g_hash_table_add(known, GINT_TO_POINTER(day)))
          continue;
        if (listed->len < caps->of[CAP_DAYS])
          g_array_append_val(listed, day);
        else
          *all = FALSE;
      }
  return listed;
}
