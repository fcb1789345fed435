/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers thresholds from all comparisons of a pack. */
#include "check/thresholds.h"

#include <math.h>

#include "base/date.h"
#include "check/choices.h"
#include "check/expression.h"
#include "check/sample.h"
#include "check/visit.h"

enum {
  SOON = 2,          /* days ahead at which an action is not yet soon */
  LONGEST_MOVE = 10, /* days to the next working day, with holidays */
  MOST_SAMPLES = 12, /* texts of a pattern */
};

/* One side of a comparison. */
struct side {
  enum { SIDE_NUMBER, SIDE_TEXT, SIDE_AMOUNT, SIDE_MOMENT, SIDE_WORDS, SIDE_SPAN, SIDE_OTHER } kind;
  struct threshold *threshold; /* of what is named, or NULL */
  double number;               /* SIDE_NUMBER */
  const char *text;            /* SIDE_TEXT */
  struct range range;          /* SIDE_SPAN: whole numbers it can be */
  gboolean negative;
};

static void add_number(struct threshold *threshold, double number)
{
  g_array_append_val(threshold->numbers, number);
}

static struct threshold *name_threshold(const struct thresholds *thresholds,
                                        const struct expression *expression)
{
  const struct name *name = expression->operation == OP_NAME ? expression->name : NULL;
  if (!name)
    return NULL;
  if (name->kind == NAME_TASK)
    return &thresholds->tasks[name->task->index];
  const struct question *question = expression_question(expression);
  return question ? &thresholds->questions[question->index] : NULL;
}

static struct side name_side(const struct thresholds *thresholds,
                             const struct expression *expression)
{
  struct side side = {SIDE_OTHER, .threshold = name_threshold(thresholds, expression)};
  switch (expression_type(expression)) {
  case TYPE_AMOUNT:
    side.kind = SIDE_AMOUNT;
    break;
  case TYPE_DATE:
    side.kind = SIDE_MOMENT;
    break;
  case TYPE_TIME:
  case TYPE_WORDS:
    side.kind = SIDE_WORDS;
    break;
  case TYPE_ITEMS:
    side.kind = SIDE_SPAN;
    expression_range(expression, &side.range);
    break;
  default:
    break;
  }
  return side;
}

static struct side side_of(const struct thresholds *thresholds, const struct expression *expression)
{
  switch (expression->operation) {
  case OP_NUMBER:
    return (struct side){SIDE_NUMBER, .number = expression->number};
  case OP_STRING:
    return (struct side){SIDE_TEXT, .text = expression->text};
  case OP_NAME:
    return name_side(thresholds, expression);
  case OP_DAYS_SINCE:
    return (struct side){SIDE_AMOUNT, .threshold = name_threshold(thresholds, expression->left)};
  case OP_COUNT: {
    struct side side = {.kind = SIDE_SPAN};
    expression_range(expression, &side.range);
    return side;
  }
  case OP_MINUS: {
    struct side side = side_of(thresholds, expression->left);
    side.number = -side.number;
    side.negative = !side.negative;
    return side;
  }
  default:
    return (struct side){.kind = SIDE_OTHER};
  }
}

static void meet_amount(const struct side *side, const struct side *other)
{
  double sign = side->negative ? -1 : 1;
  if (other->kind == SIDE_NUMBER)
    add_number(side->threshold, sign * other->number);
  else if (other->kind == SIDE_AMOUNT)
    side->threshold->linked = TRUE;
  else if (other->kind == SIDE_SPAN)
    for (double at = 0; at <= MIN(other->range.high, 200); at++)
      add_number(side->threshold, other->negative == side->negative ? at : -at);
  else if (other->kind == SIDE_TEXT && !isnan(condition_number(other->text)))
    add_number(side->threshold, sign * condition_number(other->text));
}

/* Numbers that options are called by. */
static void meet_choice(const struct side *side, const struct expression *choice)
{
  const struct question *question = expression_question(choice);
  if (!question || side->kind != SIDE_AMOUNT)
    return;
  g_autofree const char **values = choices_values(question);
  for (int i = 0; values[i]; i++)
    if (!isnan(condition_number(values[i])))
      add_number(side->threshold, condition_number(values[i]));
}

static void meet(const struct side *side, const struct side *other)
{
  if (!side->threshold)
    return;
  if (side->kind == SIDE_AMOUNT)
    meet_amount(side, other);
  else if (other->kind == side->kind)
    side->threshold->linked = TRUE;
  else if (other->kind == SIDE_TEXT && side->kind == SIDE_MOMENT) {
    double day = date_parse(other->text);
    if (day > 0)
      g_array_append_val(side->threshold->days, day);
  } else if (other->kind == SIDE_TEXT && side->kind == SIDE_WORDS)
    g_ptr_array_add(side->threshold->texts, (gpointer)other->text);
}

static const struct repeat *repeat_of(const struct expression *expression)
{
  const struct question *question = expression_question(expression);
  if (question)
    return question->repeat;
  return expression_type(expression) == TYPE_ITEMS ? item_repeat(expression->name->item) : NULL;
}

/* A number of items, or of answers of all items, that is compared with OTHER. */
static void need_items(struct thresholds *thresholds, const struct expression *counted,
                       const struct side *other)
{
  const struct repeat *repeat = repeat_of(counted);
  if (!repeat)
    return;
  guint *items = &thresholds->items[repeat->index];
  gboolean small = other->kind == SIDE_NUMBER && other->number < repeat->max;
  *items += small ? (guint)MAX(other->number + 1, 1) : repeat->max;
}

static void gather_comparison(struct thresholds *thresholds, const struct expression *comparison)
{
  struct side left = side_of(thresholds, comparison->left);
  struct side right = side_of(thresholds, comparison->right);
  meet(&left, &right);
  meet(&right, &left);
  meet_choice(&left, comparison->right);
  meet_choice(&right, comparison->left);
  gboolean counts = comparison->left->operation == OP_COUNT;
  if (left.kind == SIDE_SPAN)
    need_items(thresholds, counts ? comparison->left->left : comparison->left, &right);
  counts = comparison->right->operation == OP_COUNT;
  if (right.kind == SIDE_SPAN)
    need_items(thresholds, counts ? comparison->right->left : comparison->right, &left);
}

static void gather(struct thresholds *thresholds, const struct expression *expression)
{
  if (operation_compares(expression->operation))
    gather_comparison(thresholds, expression);
  if (expression->operation == OP_NAME && repeat_of(expression))
    thresholds->items[repeat_of(expression)->index]++;
  if (expression->left)
    gather(thresholds, expression->left);
  if (expression->right)
    gather(thresholds, expression->right);
}

static void gather_spot(const struct spot *spot, void *data)
{
  if (spot->when && spot->when->root)
    gather(data, spot->when->root);
}

static void threshold_init(struct threshold *threshold)
{
  threshold->numbers = g_array_new(FALSE, FALSE, sizeof(double));
  threshold->days = g_array_new(FALSE, FALSE, sizeof(double));
  threshold->texts = g_ptr_array_new();
}

static void threshold_clear(struct threshold *threshold)
{
  g_array_unref(threshold->numbers);
  g_array_unref(threshold->days);
  g_ptr_array_unref(threshold->texts);
}

static void pool(struct thresholds *thresholds, const struct threshold *threshold)
{
  if (!threshold->linked)
    return;
  struct threshold *all = &thresholds->pool;
  for (guint i = 0; i < threshold->numbers->len; i++) {
    double number = g_array_index(threshold->numbers, double, i);
    add_number(all, number);
    add_number(all, -number);
  }
  if (threshold->days->len)
    g_array_append_vals(all->days, threshold->days->data, threshold->days->len);
  for (guint i = 0; i < threshold->texts->len; i++)
    g_ptr_array_add(all->texts, g_ptr_array_index(threshold->texts, i));
}

/* Bounds of questions that are compared with others tell those apart too. */
static void pool_bounds(struct thresholds *thresholds, const struct question *question)
{
  const struct bound *bounds[] = {&question->min, &question->max};
  for (int i = 0; i < 2; i++)
    if (bounds[i]->given && question->kind == KIND_DATE && !bounds[i]->from_today)
      g_array_append_val(thresholds->pool.days, bounds[i]->number);
    else if (bounds[i]->given)
      add_number(&thresholds->pool,
                 question->kind == KIND_DATE ? -bounds[i]->number : bounds[i]->number);
}

/* Days since the date DUE counts from; a move to a working day counts on top. */
static void add_due(struct thresholds *thresholds, const struct due *due)
{
  const struct question *question = item_question(due->name->item);
  int last = due->days + MAX(due->until, 0) + LONGEST_MOVE;
  for (int since = due->days - SOON - LONGEST_MOVE; since <= last; since++)
    add_number(&thresholds->questions[question->index], since);
}

void thresholds_add_dues(struct thresholds *thresholds, const struct catalogue *catalogue)
{
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct action *action = item_action(catalogue->items[i]);
    for (const struct due *due = action ? action->dues : NULL; due; due = due->next)
      if (due->after == AFTER_QUESTION)
        add_due(thresholds, due);
  }
}

/* What one question lets be typed can be what another is compared with. */
static void pool_samples(struct thresholds *thresholds, const struct question *question)
{
  gboolean every;
  if (!question->pattern)
    return;
  guint wanted = CLAMP(thresholds->linked, 1, MOST_SAMPLES);
  g_autoptr(GPtrArray) samples = sample_texts(question->pattern, wanted, &every);
  for (guint i = 0; i < samples->len; i++) {
    char *sample = g_strdup(g_ptr_array_index(samples, i));
    g_ptr_array_add(thresholds->samples, sample);
    g_ptr_array_add(thresholds->pool.texts, sample);
  }
}

static struct threshold *threshold_list(guint count)
{
  struct threshold *list = g_new0(struct threshold, count + 1);
  for (guint i = 0; i < count; i++)
    threshold_init(&list[i]);
  return list;
}

static void pool_all(struct thresholds *thresholds, const struct catalogue *catalogue)
{
  for (guint i = 0; i < catalogue->question_count; i++) {
    const struct question *question = catalogue->questions[i];
    if (!thresholds->questions[i].linked)
      continue;
    pool(thresholds, &thresholds->questions[i]);
    pool_bounds(thresholds, question);
    thresholds->linked += question->repeat ? thresholds->items[question->repeat->index] : 1;
  }
  for (guint i = 0; i < catalogue->task_count; i++) {
    pool(thresholds, &thresholds->tasks[i]);
    thresholds->linked += thresholds->tasks[i].linked;
  }
  for (guint i = 0; i < catalogue->question_count; i++)
    if (thresholds->questions[i].linked)
      pool_samples(thresholds, catalogue->questions[i]);
}

struct thresholds *thresholds_new(const struct catalogue *catalogue)
{
  struct thresholds *thresholds = g_new0(struct thresholds, 1);
  thresholds->question_count = catalogue->question_count;
  thresholds->task_count = catalogue->task_count;
  thresholds->questions = threshold_list(catalogue->question_count);
  thresholds->tasks = threshold_list(catalogue->task_count);
  thresholds->items = g_new0(guint, catalogue->repeat_count + 1);
  thresholds->samples = g_ptr_array_new_with_free_func(g_free);
  threshold_init(&thresholds->pool);
  visit_spots(catalogue, gather_spot, thresholds);
  for (guint i = 0; i < catalogue->repeat_count; i++)
    thresholds->items[i] = MIN(thresholds->items[i] + 1, catalogue->repeats[i]->max);
  pool_all(thresholds, catalogue);
  return thresholds;
}

static void threshold_list_free(struct threshold *list, guint count)
{
  for (guint i = 0; i < count; i++)
    threshold_clear(&list[i]);
  g_free(list);
}

void thresholds_free(struct thresholds *thresholds)
{
  threshold_list_free(thresholds->questions, thresholds->question_count);
  threshold_list_free(thresholds->tasks, thresholds->task_count);
  threshold_clear(&thresholds->pool);
  g_ptr_array_unref(thresholds->samples);
  g_free(thresholds->items);
  g_free(thresholds);
}
