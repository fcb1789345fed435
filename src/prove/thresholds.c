/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers thresholds from all comparisons of a pack. */
#include "prove/thresholds.h"

#include <math.h>

#include "base/date.h"
#include "catalogue/expression.h"
#include "condition/functions.h"
#include "prove/sample.h"
#include "walk/answers.h"

/* One side of a comparison: a question or tick, or what it can be. */
struct side {
  struct threshold *threshold; /* NULL: it is none of them */
  gboolean negative;
  GArray *numbers;  /* of double */
  GPtrArray *texts; /* of const char */
};

/* Each number once, however many conditions and days name it. */
static void add_number(GArray *numbers, double number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index(numbers, double, i) == number)
      return;
  if (!isnan(number))
    g_array_append_val(numbers, number);
}

static void add_numbers(GArray *to, const GArray *from)
{
  for (guint i = 0; i < from->len; i++)
    add_number(to, g_array_index(from, double, i));
}

/* ---- sides ---- */

static const struct task *named_task(const struct expression *expression)
{
  const struct name *name = expression->operation == OP_NAME ? expression->name : NULL;
  return name && name->kind == NAME_TASK ? name->task : NULL;
}

static void add_text(struct side *side, const char *text)
{
  g_ptr_array_add(side->texts, (gpointer)text);
  add_number(side->numbers, condition_number(text));
}

/* The whole numbers that EXPRESSION, which has bounds, can be. */
static void add_range(const struct thresholds *thresholds, const struct expression *expression,
                      struct side *side)
{
  struct range range = {0, 0};
  expression_range(expression, &range);
  double last = MIN(range.high, range.low + thresholds->caps->of[CAP_VALUES]);
  for (double at = range.low; at <= last; at++)
    add_number(side->numbers, at);
}

/* That of the question that is typed or the tick which EXPRESSION names; NULL: it names none. */
static struct threshold *named_threshold(const struct thresholds *thresholds,
                                         const struct expression *expression)
{
  const struct question *question = expression_question(expression);
  const struct task *task = named_task(expression);
  if (task)
    return &thresholds->tasks[task->index];
  return question && !question_has_options(question) ? &thresholds->questions[question->index]
                                                     : NULL;
}

static void read_name(const struct thresholds *thresholds, const struct expression *expression,
                      struct side *side)
{
  const struct question *question = expression_question(expression);
  side->threshold = named_threshold(thresholds, expression);
  if (expression_type(expression) == TYPE_ITEMS)
    add_range(thresholds, expression, side);
  else if (question && !side->threshold)
    for (const struct item *item = question_first_option(question);
         item && item->kind == ITEM_OPTION; item = item->next)
      add_text(side, item->id);
}

static void read_side(const struct thresholds *thresholds, const struct expression *expression,
                      struct side *side)
{
  switch (expression->operation) {
  case OP_NUMBER:
    add_number(side->numbers, expression->number);
    break;
  case OP_STRING:
    add_text(side, expression->text);
    break;
  case OP_NAME:
    read_name(thresholds, expression, side);
    break;
  case OP_DAYS_SINCE:
    read_name(thresholds, expression->left, side);
    break;
  case OP_COUNT:
    add_range(thresholds, expression, side);
    break;
  case OP_MINUS:
    read_side(thresholds, expression->left, side);
    side->negative = !side->negative;
    break;
#define CONNECTIVE(id, sign, level) case OP_##id:
#define COMPARISON(id, sign, level) case OP_##id:
#include "condition/operations.def"
  case OP_NOT:
  case OP_TRUE:
  case OP_FALSE:
    add_number(side->numbers, 0);
    add_number(side->numbers, 1);
    break;
  case OP_PLUS:
  case OP_SUBTRACT:
  case OP_SUM:
  case OP_UNION:
    break; /* gather_sum() looks at the whole comparison */
  }
}

/* ---- pools ---- */

static void others_init(struct others *others)
{
  others->numbers = g_array_new(FALSE, FALSE, sizeof(double));
  others->days = g_array_new(FALSE, FALSE, sizeof(double));
  others->shifts = g_array_new(FALSE, FALSE, sizeof(double));
  others->texts = g_ptr_array_new();
}

static void others_clear(struct others *others)
{
  g_array_unref(others->numbers);
  g_array_unref(others->days);
  g_array_unref(others->shifts);
  g_ptr_array_unref(others->texts);
}

static struct pool *last_joined(struct pool *pool)
{
  while (pool->joined)
    pool = pool->joined;
  return pool;
}

const struct pool *threshold_pool(const struct threshold *threshold)
{
  return threshold->pool ? last_joined(threshold->pool) : NULL;
}

static struct pool *pool_of(struct thresholds *thresholds, struct threshold *threshold)
{
  if (threshold->pool)
    return last_joined(threshold->pool);
  struct pool *pool = threshold->pool = g_new0(struct pool, 1);
  others_init(&pool->with);
  g_ptr_array_add(thresholds->pools, pool);
  return pool;
}

static void pool_free(gpointer data)
{
  struct pool *pool = data;
  others_clear(&pool->with);
  g_free(pool);
}

static void link_both(struct thresholds *thresholds, struct threshold *a, struct threshold *b)
{
  struct pool *one = pool_of(thresholds, a), *other = pool_of(thresholds, b);
  if (one != other)
    one->joined = other;
}

/* ---- comparisons ---- */

static void meet(const struct side *side, const struct side *other)
{
  struct threshold *threshold = side->threshold;
  if (!threshold)
    return;
  double sign = side->negative == other->negative ? 1 : -1;
  for (guint i = 0; i < other->numbers->len; i++)
    add_number(threshold->with.numbers, sign * g_array_index(other->numbers, double, i));
  for (guint i = 0; i < other->texts->len; i++) {
    double day = date_parse(other->texts->pdata[i]);
    if (day > 0)
      add_number(threshold->with.days, day);
    g_ptr_array_add(threshold->with.texts, other->texts->pdata[i]);
  }
}

/* ---- sums ---- */

static gboolean is_sum(const struct expression *expression)
{
  const struct function *function = function_of(expression->operation);
  return expression->operation == OP_PLUS || expression->operation == OP_SUBTRACT ||
         (function && function->argument == ARGUMENT_SETS);
}

static gboolean has_sum(const struct expression *expression)
{
  if (expression_is_leaf(expression))
    return FALSE;
  return is_sum(expression) || (expression->left && has_sum(expression->left)) ||
         (expression->right && has_sum(expression->right));
}

/* Adds what EXPRESSION names to MEMBERS, of struct threshold, and its numbers to SHIFTS. */
static void gather_members(const struct thresholds *thresholds, const struct expression *expression,
                           GPtrArray *members, GArray *shifts)
{
  struct threshold *named = named_threshold(thresholds, expression);
  if (expression->operation == OP_NUMBER)
    add_number(shifts, expression->number);
  else if (named)
    g_ptr_array_add(members, named);
  if (expression_is_leaf(expression))
    return;
  if (expression->left)
    gather_members(thresholds, expression->left, members, shifts);
  if (expression->right)
    gather_members(thresholds, expression->right, members, shifts);
}

/* What a comparison comes to, all on its left side. */
struct total {
  guint added, taken; /* numbers that are answered, days since dates and ticks */
  double number;
  gboolean other; /* and more than these */
};

static void read_total(const struct expression *expression, int sign, struct total *total)
{
  const struct question *question = expression_question(expression);
  switch (expression->operation) {
  case OP_NUMBER:
    total->number += sign * expression->number;
    break;
  case OP_NAME:
    total->added += sign > 0;
    total->taken += sign < 0;
    total->other |= !named_task(expression) && (!question || question_has_options(question));
    break;
  case OP_DAYS_SINCE:
    read_total(expression->left, sign, total);
    break;
  case OP_MINUS:
    read_total(expression->left, -sign, total);
    break;
  case OP_PLUS:
    read_total(expression->left, sign, total);
    read_total(expression->right, sign, total);
    break;
#define COMPARISON(id, sign, level) case OP_##id:
#include "condition/operations.def"
  case OP_SUBTRACT:
    read_total(expression->left, sign, total);
    read_total(expression->right, -sign, total);
    break;
#define CONNECTIVE(id, sign, level) case OP_##id:
#include "condition/operations.def"
  case OP_NOT:
  case OP_COUNT:
  case OP_SUM:
  case OP_TRUE:
  case OP_FALSE:
  case OP_UNION:
  case OP_STRING:
    total->other = TRUE;
    break;
  }
}

/* One number less another, or one alone. */
static gboolean is_difference(const struct total *total)
{
  return !total->other && total->added <= 1 && total->taken <= 1;
}

/* All that EXPRESSION adds up and compares is told apart together: how far its members are from
 * one another counts as much as where each stands. */
static void gather_sum(struct thresholds *thresholds, const struct expression *expression)
{
  g_autoptr(GPtrArray) members = g_ptr_array_new();
  g_autoptr(GArray) shifts = g_array_new(FALSE, FALSE, sizeof(double));
  struct total total = {0};
  gather_members(thresholds, expression, members, shifts);
  read_total(expression, 1, &total);
  for (guint i = 0; i < members->len; i++) {
    struct threshold *member = members->pdata[i];
    link_both(thresholds, member, members->pdata[0]);
    if (is_difference(&total))
      member->with.apart = MAX(member->with.apart, ceil(fabs(total.number)));
    else
      member->summed = TRUE;
    for (guint j = 0; j < shifts->len; j++)
      add_number(member->with.shifts, g_array_index(shifts, double, j));
  }
}

static void gather_comparison(struct thresholds *thresholds, const struct expression *comparison)
{
  struct side sides[2] = {{0}, {0}};
  for (guint i = 0; i < 2; i++) {
    sides[i].numbers = g_array_new(FALSE, FALSE, sizeof(double));
    sides[i].texts = g_ptr_array_new();
    read_side(thresholds, i ? comparison->right : comparison->left, &sides[i]);
  }
  meet(&sides[0], &sides[1]);
  meet(&sides[1], &sides[0]);
  if (sides[0].threshold && sides[1].threshold)
    link_both(thresholds, sides[0].threshold, sides[1].threshold);
  for (guint i = 0; i < 2; i++) {
    g_array_unref(sides[i].numbers);
    g_ptr_array_unref(sides[i].texts);
  }
}

static void gather(struct thresholds *thresholds, const struct expression *expression)
{
  if (expression_is_leaf(expression))
    return;
  gboolean comparison = expression->operation >= OP_EQUAL && expression->operation <= OP_AT_LEAST;
  if (is_sum(expression) || (comparison && has_sum(expression))) {
    gather_sum(thresholds, expression);
    return;
  }
  if (comparison)
    gather_comparison(thresholds, expression);
  if (expression->left)
    gather(thresholds, expression->left);
  if (expression->right)
    gather(thresholds, expression->right);
}

/* ---- what is in the pools ---- */

/* One side of a comparison may stand with a minus. */
static void add_with_minus(GArray *numbers, double number)
{
  add_number(numbers, number);
  add_number(numbers, -number);
}

static void fill(struct pool *pool, const struct threshold *threshold)
{
  for (guint i = 0; i < threshold->with.numbers->len; i++)
    add_with_minus(pool->with.numbers, g_array_index(threshold->with.numbers, double, i));
  add_numbers(pool->with.days, threshold->with.days);
  add_numbers(pool->with.shifts, threshold->with.shifts);
  pool->with.apart = MAX(pool->with.apart, threshold->with.apart);
  g_ptr_array_extend(pool->with.texts, threshold->with.texts, NULL, NULL);
}

/* Bounds of questions that are compared with others tell those apart too. */
static void fill_bounds(struct pool *pool, const struct question *question)
{
  const struct bound *bounds[] = {&question->min, &question->max};
  for (int i = 0; i < 2; i++)
    if (bounds[i]->given && question_is_day(question) && !bounds[i]->from_today)
      add_number(pool->with.days, bounds[i]->number);
    else if (bounds[i]->given)
      add_with_minus(pool->with.numbers, bounds[i]->number);
}

/* What one question lets be typed can be what another is compared with. */
static void fill_samples(struct thresholds *thresholds, struct pool *pool,
                         const struct question *question)
{
  gboolean every;
  if (!question->pattern)
    return;
  g_autoptr(GPtrArray) samples = sample_texts(question->pattern, thresholds->caps, &every);
  for (guint i = 0; i < MIN(samples->len, thresholds->caps->of[CAP_LINKED]); i++) {
    char *sample = g_strdup(samples->pdata[i]);
    g_ptr_array_add(thresholds->samples, sample);
    g_ptr_array_add(pool->with.texts, sample);
  }
}

static void fill_all(struct thresholds *thresholds)
{
  const struct catalogue *catalogue = thresholds->catalogue;
  for (guint i = 0; i < catalogue->question_count; i++) {
    const struct question *question = catalogue->questions[i];
    struct threshold *threshold = &thresholds->questions[i];
    if (!threshold->pool)
      continue;
    struct pool *pool = last_joined(threshold->pool);
    fill(pool, threshold);
    fill_bounds(pool, question);
    fill_samples(thresholds, pool, question);
    pool->members += question->repeat ? question->repeat->max : 1;
  }
  for (guint i = 0; i < catalogue->task_count; i++)
    if (thresholds->tasks[i].pool) {
      struct pool *pool = last_joined(thresholds->tasks[i].pool);
      fill(pool, &thresholds->tasks[i]);
      pool->members++;
    }
}

/* ---- the whole ---- */

static struct threshold *list_new(guint count)
{
  struct threshold *list = g_new0(struct threshold, count + 1);
  for (guint i = 0; i < count; i++)
    others_init(&list[i].with);
  return list;
}

static void list_free(struct threshold *list, guint count)
{
  for (guint i = 0; i < count; i++)
    others_clear(&list[i].with);
  g_free(list);
}

struct thresholds *thresholds_new(const struct catalogue *catalogue, const GPtrArray *conditions,
                                  const struct caps *caps)
{
  struct thresholds *thresholds = g_new0(struct thresholds, 1);
  thresholds->catalogue = catalogue;
  thresholds->caps = caps;
  thresholds->questions = list_new(catalogue->question_count);
  thresholds->tasks = list_new(catalogue->task_count);
  thresholds->samples = g_ptr_array_new_with_free_func(g_free);
  thresholds->pools = g_ptr_array_new_with_free_func(pool_free);
  for (guint i = 0; i < conditions->len; i++) {
    const struct condition *condition = conditions->pdata[i];
    if (condition->root)
      gather(thresholds, condition->root);
  }
  fill_all(thresholds);
  return thresholds;
}

void thresholds_free(struct thresholds *thresholds)
{
  list_free(thresholds->questions, thresholds->catalogue->question_count);
  list_free(thresholds->tasks, thresholds->catalogue->task_count);
  g_ptr_array_unref(thresholds->pools);
  g_ptr_array_unref(thresholds->samples);
  g_free(thresholds);
}

void thresholds_add_days(struct thresholds *thresholds, const struct name *name, int from, int to)
{
  struct threshold *threshold = name->kind == NAME_TASK
                                    ? &thresholds->tasks[name->task->index]
                                    : &thresholds->questions[item_question(name->item)->index];
  for (int day = from; day <= to; day++)
    add_number(threshold->with.numbers, -day);
}
