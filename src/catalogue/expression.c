/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Types, words and ranges of the parts of conditions. */
#include "catalogue/expression.h"

#include <math.h>

#include "catalogue/choices.h"
#include "condition/functions.h"

static const char *const signs[] = {
#define CONNECTIVE(id, sign, level) [OP_##id] = (sign),
#define COMPARISON(id, sign, level) [OP_##id] = (sign),
#define ARITHMETIC(id, sign, level) [OP_##id] = (sign),
#include "condition/operations.def"
    [OP_UNION] = "|",
};

gboolean operation_orders(enum operation operation)
{
  return operation >= OP_LESS && operation <= OP_AT_LEAST;
}

const struct question *expression_question(const struct expression *expression)
{
  if (expression->operation != OP_NAME || !expression->name)
    return NULL;
  return expression->name->kind == NAME_QUESTION ? item_question(expression->name->item) : NULL;
}

gboolean expression_is_literal(const struct expression *expression)
{
  return expression->operation == OP_STRING || expression->operation == OP_NUMBER;
}

gboolean expression_is_set(const struct expression *expression, const struct condition *condition)
{
  const struct question *question = expression_question(expression);
  const struct repeat *repeat = question ? item_repeat_around(&question->item) : NULL;
  return question && (question_takes_several(question) || (repeat && repeat != condition->repeat));
}

static enum expression_type answers_type(const struct question *question)
{
  switch (question_answered_by(question)) {
  case BY_OPTION:
  case BY_OPTIONS:
    return TYPE_CHOICE;
  case BY_NUMBER:
    return TYPE_AMOUNT;
  case BY_DAY:
    return TYPE_DATE;
  case BY_TIME:
    return TYPE_TIME;
  case BY_LINE:
  case BY_LINES:
    return TYPE_WORDS;
  case BY_NOTHING:
    return TYPE_UNKNOWN;
  }
  g_assert_not_reached();
}

static enum expression_type name_type(const struct name *name)
{
  if (!name)
    return TYPE_UNKNOWN;
  switch (name->kind) {
  case NAME_QUESTION:
    return answers_type(item_question(name->item));
  case NAME_REPEAT:
    return TYPE_ITEMS;
  case NAME_DEFINE:
    return TYPE_TRUTH;
  case NAME_TASK:
    return TYPE_DATE;
  case NAME_ADVICE:
  case NAME_SLOT:
  case NAME_FILL:
    return TYPE_UNKNOWN;
  }
  g_assert_not_reached();
}

enum expression_type expression_type(const struct expression *expression)
{
  switch (expression->operation) {
  case OP_NAME:
    return name_type(expression->name);
  case OP_STRING:
    return TYPE_STRING;
  case OP_NUMBER:
  case OP_PLUS:
  case OP_SUBTRACT:
  case OP_MINUS:
    return TYPE_NUMBER;
  case OP_UNION:
    return TYPE_UNKNOWN; /* its names have types */
#define CONNECTIVE(id, sign, level) case OP_##id:
#define COMPARISON(id, sign, level) case OP_##id:
#include "condition/operations.def"
    return TYPE_TRUTH;
#define FUNCTION(id, name, argument, gives, takes, alone) case OP_##id:
#include "condition/functions.def"
#undef FUNCTION
    return function_of(expression->operation)->gives == GIVES_NUMBER ? TYPE_NUMBER : TYPE_TRUTH;
  }
  g_assert_not_reached();
}

static void write_number(GString *out, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append(out, g_ascii_formatd(buffer, sizeof buffer, "%.15g", number));
}

static gboolean loose(const struct expression *part, const struct expression *whole)
{
  gboolean sum = whole->operation == OP_PLUS || whole->operation == OP_SUBTRACT;
  gboolean part_sum = part->operation == OP_PLUS || part->operation == OP_SUBTRACT;
  if (sum && part_sum)
    return part == whole->right;
  return part->operation <= OP_SUBTRACT && part->operation < whole->operation;
}

static void write_expression(GString *out, const struct expression *expression);

static void write_part(GString *out, const struct expression *part, const struct expression *whole)
{
  if (loose(part, whole))
    g_string_append_c(out, '(');
  write_expression(out, part);
  if (loose(part, whole))
    g_string_append_c(out, ')');
}

static void write_expression(GString *out, const struct expression *expression)
{
  switch (expression->operation) {
  case OP_NAME:
    g_string_append_printf(out, "$%s", expression->text);
    break;
  case OP_STRING: {
    char quote = strchr(expression->text, '\'') ? '"' : '\'';
    g_string_append_printf(out, "%c%s%c", quote, expression->text, quote);
    break;
  }
  case OP_NUMBER:
    write_number(out, expression->number);
    break;
  case OP_MINUS:
    g_string_append_c(out, '-');
    write_part(out, expression->left, expression);
    break;
#define FUNCTION(id, name, argument, gives, takes, alone) case OP_##id:
#include "condition/functions.def"
#undef FUNCTION
    g_string_append_printf(out, "%s(", function_of(expression->operation)->name);
    if (expression->left)
      write_expression(out, expression->left);
    g_string_append_c(out, ')');
    break;
#define CONNECTIVE(id, sign, level) case OP_##id:
#define COMPARISON(id, sign, level) case OP_##id:
#define ARITHMETIC(id, sign, level) case OP_##id:
#include "condition/operations.def"
  case OP_UNION:
    write_part(out, expression->left, expression);
    g_string_append_printf(out, " %s ", signs[expression->operation]);
    write_part(out, expression->right, expression);
  }
}

char *expression_words(const struct expression *expression)
{
  GString *out = g_string_new(NULL);
  write_expression(out, expression);
  return g_string_free(out, FALSE);
}

static void bound_range(const struct question *question, struct range *range)
{
  if (question->min.given)
    range->low = question->min.number;
  if (question->max.given)
    range->high = question->max.number;
}

static gboolean name_range(const struct name *name, struct range *range)
{
  if (name_type(name) == TYPE_AMOUNT) {
    bound_range(item_question(name->item), range);
    return TRUE;
  }
  if (name_type(name) == TYPE_ITEMS) {
    *range = (struct range){1, item_repeat(name->item)->max};
    return TRUE;
  }
  return FALSE;
}

/* How many members the set ARGUMENT can have. */
static void count_range(const struct expression *argument, struct range *range)
{
  *range = (struct range){0, 1};
  if (expression_type(argument) == TYPE_ITEMS) {
    range->high = item_repeat(argument->name->item)->max;
    return;
  }
  const struct question *question = expression_question(argument);
  if (!question)
    return;
  if (question_takes_several(question)) {
    range->high = choices_count(question);
    if (question->max.given)
      range->high = MIN(range->high, question->max.number);
  }
  if (question->repeat)
    range->high *= question->repeat->max;
}

/* The days since a date only grow after it was given: a `min` counted from that day bounds nothing.
 */
static void days_range(const struct expression *argument, struct range *range)
{
  if (argument->operation == OP_NAME && argument->name && argument->name->kind == NAME_TASK)
    range->low = 0;
  const struct question *question = expression_question(argument);
  if (!question)
    return;
  if (question->max.given && question->max.from_today)
    range->low = -question->max.number;
}

/* What a name adds to a sum: 0 where there is no answer, and in a repeat as often as it may be. */
static void add_range(const struct expression *name, void *data)
{
  struct range *range = data, own = {-INFINITY, INFINITY};
  const struct question *question = expression_question(name);
  double times = question && question->repeat ? question->repeat->max : 1;
  if (question && name_type(name->name) == TYPE_AMOUNT)
    bound_range(question, &own);
  range->low += MIN(own.low, 0) * times;
  range->high += MAX(own.high, 0) * times;
}

static gboolean joined_range(const struct expression *expression, struct range *range)
{
  struct range left, right;
  if (!expression_range(expression->left, &left) || !expression_range(expression->right, &right))
    return FALSE;
  gboolean plus = expression->operation == OP_PLUS;
  range->low = left.low + (plus ? right.low : -right.high);
  range->high = left.high + (plus ? right.high : -right.low);
  return TRUE;
}

gboolean expression_range(const struct expression *expression, struct range *range)
{
  *range = (struct range){-INFINITY, INFINITY};
  switch (expression->operation) {
  case OP_NUMBER:
    *range = (struct range){expression->number, expression->number};
    return TRUE;
  case OP_MINUS: {
    struct range inner;
    if (!expression_range(expression->left, &inner))
      return FALSE;
    *range = (struct range){-inner.high, -inner.low};
    return TRUE;
  }
  case OP_NAME:
    return name_range(expression->name, range);
  case OP_COUNT:
    count_range(expression->left, range);
    return TRUE;
  case OP_DAYS_SINCE:
    days_range(expression->left, range);
    return TRUE;
  case OP_PLUS:
  case OP_SUBTRACT:
    return joined_range(expression, range);
  case OP_SUM:
    *range = (struct range){0, 0};
    expression_members(expression->left, add_range, range);
    return TRUE;
#define CONNECTIVE(id, sign, level) case OP_##id:
#define COMPARISON(id, sign, level) case OP_##id:
#include "condition/operations.def"
  case OP_NOT:
  case OP_TRUE:
  case OP_FALSE:
  case OP_STRING:
  case OP_UNION:
    return FALSE;
  }
  g_assert_not_reached();
}
