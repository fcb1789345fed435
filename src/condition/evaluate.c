/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions evaluated by the rules of XPath 1.0, and the reasons why they hold. */
#include <math.h>
#include <string.h>

#include "base/blank.h"
#include "base/date.h"
#include "condition/condition.h"
#include "condition/name.h"

#define DIGITS "0123456789"

enum type { TYPE_BOOLEAN, TYPE_NUMBER, TYPE_STRING, TYPE_SET };

struct value {
  enum type type;
  union {
    gboolean boolean;
    double number;
    struct values texts; /* those of a set; of a string its one */
  };
};

enum define_verdict { DEFINE_UNKNOWN, DEFINE_FAILS, DEFINE_HOLDS };

struct evaluation {
  const struct environment *environment;
  GByteArray *verdicts; /* of defines: without them doubling chains take for ever; or NULL */
};

/* ---- conversions (XPath 4.2 to 4.4) ---- */

double condition_number(const char *text)
{
  const char *start = text + strspn(text, BLANKS);
  const char *digits = start + (*start == '-');
  gsize whole = strspn(digits, DIGITS);
  gboolean point = digits[whole] == '.';
  gsize fraction = point ? strspn(digits + whole + 1, DIGITS) : 0;
  const char *end = digits + whole + point + fraction;
  if (whole + fraction == 0 || end[strspn(end, BLANKS)] != '\0')
    return NAN;
  return g_ascii_strtod(start, NULL);
}

static struct value boolean(gboolean verdict)
{
  return (struct value){.type = TYPE_BOOLEAN, .boolean = verdict};
}

static struct value number(double is)
{
  return (struct value){.type = TYPE_NUMBER, .number = is};
}

static gboolean has_texts(struct value value)
{
  return value.type == TYPE_STRING || value.type == TYPE_SET;
}

/* The string of a set is that of its first member; other types have none that conditions need. */
static const char *to_string(struct value value)
{
  return has_texts(value) && value.texts.count ? value.texts.texts[0] : "";
}

static gboolean to_boolean(struct value value)
{
  switch (value.type) {
  case TYPE_BOOLEAN:
    return value.boolean;
  case TYPE_NUMBER:
    return value.number != 0 && !isnan(value.number);
  case TYPE_STRING:
    return *to_string(value) != '\0';
  default:
    return value.texts.count > 0;
  }
}

static double to_number(struct value value)
{
  switch (value.type) {
  case TYPE_BOOLEAN:
    return value.boolean;
  case TYPE_NUMBER:
    return value.number;
  default:
    return condition_number(to_string(value));
  }
}

/* ---- comparisons (XPath 3.4) ---- */

gboolean condition_compare(enum operation operation, double a, double b)
{
  switch (operation) {
  case OP_EQUAL:
    return a == b;
  case OP_UNEQUAL:
    return a != b;
  case OP_LESS:
    return a < b;
  case OP_AT_MOST:
    return a <= b;
  case OP_GREATER:
    return a > b;
  default:
    return a >= b;
  }
}

static guint member_count(struct value value)
{
  return has_texts(value) ? value.texts.count : 1;
}

static double member_number(struct value value, guint index)
{
  return has_texts(value) ? condition_number(value.texts.texts[index]) : to_number(value);
}

/* Whether one of the texts of A is one of those of B (SAME), or is another than one of them. */
static gboolean compare_texts(const struct values *a, const struct values *b, gboolean same)
{
  for (guint i = 0; i < a->count; i++)
    for (guint j = 0; j < b->count; j++)
      if (g_str_equal(a->texts[i], b->texts[j]) == same)
        return TRUE;
  return FALSE;
}

static gboolean compare_numbers(enum operation operation, struct value a, struct value b)
{
  for (guint i = 0; i < member_count(a); i++)
    for (guint j = 0; j < member_count(b); j++)
      if (condition_compare(operation, member_number(a, i), member_number(b, j)))
        return TRUE;
  return FALSE;
}

/* VALUE as it is compared with OTHER: a set meets a boolean as a whole. */
static struct value facing(struct value value, struct value other)
{
  return value.type == TYPE_SET && other.type == TYPE_BOOLEAN ? boolean(to_boolean(value)) : value;
}

static gboolean compare(enum operation operation, struct value left, struct value right)
{
  gboolean equality = operation == OP_EQUAL || operation == OP_UNEQUAL;
  if (equality && has_texts(left) && has_texts(right))
    return compare_texts(&left.texts, &right.texts, operation == OP_EQUAL);
  if (equality && (left.type == TYPE_BOOLEAN || right.type == TYPE_BOOLEAN))
    return condition_compare(operation, to_boolean(left), to_boolean(right));
  return compare_numbers(operation, facing(left, right), facing(right, left));
}

/* ---- evaluation ---- */

static gboolean holds(struct evaluation *evaluation, const struct expression *expression);
static struct value evaluate(struct evaluation *evaluation, const struct expression *expression);

static const struct expression *define_root(const struct name *name)
{
  return name->define && name->define->test ? name->define->test->root : NULL;
}

/* Where the verdict on DEFINE stands. */
static guint8 *verdict_of(struct evaluation *evaluation, const struct define *define)
{
  if (!evaluation->verdicts)
    evaluation->verdicts = g_byte_array_new();
  GByteArray *verdicts = evaluation->verdicts;
  guint count = verdicts->len;
  if (define->index >= count) {
    g_byte_array_set_size(verdicts, define->index + 1);
    memset(verdicts->data + count, DEFINE_UNKNOWN, verdicts->len - count);
  }
  return &verdicts->data[define->index];
}

static gboolean define_holds(struct evaluation *evaluation, const struct name *name)
{
  const struct expression *root = define_root(name);
  if (!root)
    return FALSE;
  if (*verdict_of(evaluation, name->define) == DEFINE_UNKNOWN) {
    enum define_verdict verdict = holds(evaluation, root) ? DEFINE_HOLDS : DEFINE_FAILS;
    *verdict_of(evaluation, name->define) = (guint8)verdict;
  }
  return *verdict_of(evaluation, name->define) == DEFINE_HOLDS;
}

static gboolean is_define(const struct name *name)
{
  return name && name->kind == NAME_DEFINE;
}

/* What NAME, no define, stands for. */
static struct value set_of(const struct evaluation *evaluation, const struct name *name)
{
  struct value value = {.type = TYPE_SET};
  if (name)
    value.texts = evaluation->environment->values(evaluation->environment, name);
  return value;
}

/* Whole days from the date that VALUE is to today; not a number if it is none. */
static double days_since(const struct evaluation *evaluation, struct value value)
{
  int day = date_parse(to_string(value));
  return day ? (double)(evaluation->environment->today - day) : NAN;
}

struct summing {
  struct evaluation *evaluation;
  double sum;
};

static void add_member(const struct expression *name, void *data)
{
  struct summing *summing = data;
  struct value set = evaluate(summing->evaluation, name);
  if (set.type != TYPE_SET) {
    summing->sum = NAN;
    return;
  }
  for (guint i = 0; i < set.texts.count; i++)
    summing->sum += condition_number(set.texts.texts[i]);
}

static double sum_of(struct evaluation *evaluation, const struct expression *set)
{
  struct summing summing = {evaluation, 0};
  expression_members(set, add_member, &summing);
  return summing.sum;
}

static double number_of(struct evaluation *evaluation, const struct expression *expression)
{
  return to_number(evaluate(evaluation, expression));
}

/* Most sets are empty: no comparison with a text holds of them, whichever it is. */
static gboolean compare_sides(struct evaluation *evaluation, const struct expression *comparison)
{
  struct value left = evaluate(evaluation, comparison->left);
  if (left.type == TYPE_SET && left.texts.count == 0 && comparison->right->operation == OP_STRING)
    return FALSE;
  return compare(comparison->operation, left, evaluate(evaluation, comparison->right));
}

/* What is no verdict by itself becomes one (XPath 4.3). */
static gboolean holds(struct evaluation *evaluation, const struct expression *expression)
{
  const struct expression *left = expression->left, *right = expression->right;
  switch (expression->operation) {
  case OP_OR:
    return holds(evaluation, left) || holds(evaluation, right);
  case OP_AND:
    return holds(evaluation, left) && holds(evaluation, right);
  case OP_NOT:
    return !holds(evaluation, left);
  case OP_TRUE:
  case OP_FALSE:
    return expression->operation == OP_TRUE;
  case OP_NAME:
    return is_define(expression->name) ? define_holds(evaluation, expression->name)
                                       : set_of(evaluation, expression->name).texts.count > 0;
#define COMPARISON(id, sign, level) case OP_##id:
#include "condition/operations.def"
    return compare_sides(evaluation, expression);
  case OP_STRING:
  case OP_NUMBER:
  case OP_MINUS:
  case OP_COUNT:
  case OP_SUM:
  case OP_DAYS_SINCE:
#define ARITHMETIC(id, sign, level) case OP_##id:
#include "condition/operations.def"
    return to_boolean(evaluate(evaluation, expression));
  case OP_UNION:
    break; /* stands in a sum alone */
  }
  g_assert_not_reached();
}

static struct value evaluate(struct evaluation *evaluation, const struct expression *expression)
{
  const struct expression *left = expression->left, *right = expression->right;
  switch (expression->operation) {
  case OP_OR:
  case OP_AND:
  case OP_NOT:
  case OP_TRUE:
  case OP_FALSE:
#define COMPARISON(id, sign, level) case OP_##id:
#include "condition/operations.def"
    return boolean(holds(evaluation, expression));
  case OP_MINUS:
    return number(-number_of(evaluation, left));
  case OP_PLUS:
    return number(number_of(evaluation, left) + number_of(evaluation, right));
  case OP_SUBTRACT:
    return number(number_of(evaluation, left) - number_of(evaluation, right));
  case OP_SUM:
    return number(sum_of(evaluation, left));
  case OP_COUNT:
    return number(member_count(evaluate(evaluation, left)));
  case OP_DAYS_SINCE:
    return number(days_since(evaluation, evaluate(evaluation, left)));
  case OP_STRING:
    return (struct value){.type = TYPE_STRING, .texts = {1, &expression->text}};
  case OP_NUMBER:
    return number(expression->number);
  case OP_NAME:
    return is_define(expression->name) ? boolean(define_holds(evaluation, expression->name))
                                       : set_of(evaluation, expression->name);
  case OP_UNION:
    break; /* sum_of() goes through its members */
  }
  g_assert_not_reached();
}

static struct evaluation begin(const struct environment *environment)
{
  return (struct evaluation){environment, environment->verdicts};
}

static void finish(struct evaluation *evaluation)
{
  if (evaluation->verdicts && evaluation->verdicts != evaluation->environment->verdicts)
    g_byte_array_unref(evaluation->verdicts);
}

gboolean condition_holds(const struct condition *condition, const struct environment *environment)
{
  if (!condition)
    return TRUE;
  if (!condition->root)
    return FALSE;
  struct evaluation evaluation = begin(environment);
  gboolean verdict = holds(&evaluation, condition->root);
  finish(&evaluation);
  return verdict;
}

/* ---- reasons ---- */

struct explaining {
  struct evaluation evaluation;
  GArray *reasons;
  GPtrArray *followed; /* of const struct name: the defines that were */
  enum reasons which;
};

static void add_reason(struct explaining *search, const struct name *name, const char *value)
{
  struct reason reason = {name, value};
  g_array_append_val(search->reasons, reason);
}

/* Adds what `$name = 'value'`, which is true, found; false if EXPRESSION is no such comparison. */
static gboolean explain_member(struct explaining *search, const struct expression *expression)
{
  const struct expression *name = expression->left, *value = expression->right;
  if (expression->operation != OP_EQUAL)
    return FALSE;
  if (name->operation == OP_STRING) {
    name = expression->right;
    value = expression->left;
  }
  if (name->operation != OP_NAME || name->name->kind == NAME_DEFINE ||
      value->operation != OP_STRING)
    return FALSE;
  add_reason(search, name->name, value->text);
  return TRUE;
}

static void explain(struct explaining *search, const struct expression *expression,
                    gboolean verdict);

/* What PART comes to, worked out where the VERDICT of the whole EXPRESSION does not tell it. A
 * union has none, and needs none. */
static gboolean part_holds(struct explaining *search, const struct expression *expression,
                           gboolean verdict, const struct expression *part)
{
  if (expression->operation == (verdict ? OP_AND : OP_OR))
    return verdict;
  if (expression->operation == OP_NOT)
    return !verdict;
  return part->operation != OP_UNION && holds(&search->evaluation, part);
}

/* Of a true `or` the true parts decided, of a false `and` the false ones; else all of them. What is
 * written in the condition is no reason. */
static void explain_part(struct explaining *search, const struct expression *expression,
                         gboolean verdict, const struct expression *part)
{
  if (!part || part->operation == OP_STRING || part->operation == OP_NUMBER)
    return;
  gboolean one_decides = expression->operation == (verdict ? OP_OR : OP_AND);
  gboolean part_verdict = part_holds(search, expression, verdict, part);
  if (!one_decides || part_verdict == verdict)
    explain(search, part, part_verdict);
}

static gboolean has_reason(const struct explaining *search, const struct name *name)
{
  for (guint i = 0; i < search->reasons->len; i++) {
    const struct reason *reason = &g_array_index(search->reasons, struct reason, i);
    if (reason->name == name && !reason->value)
      return TRUE;
  }
  return FALSE;
}

static void explain_define(struct explaining *search, const struct name *name, gboolean verdict)
{
  if (g_ptr_array_find(search->followed, name, NULL))
    return;
  g_ptr_array_add(search->followed, (void *)name);
  if (define_root(name))
    explain(search, define_root(name), verdict);
}

static void explain_name(struct explaining *search, const struct name *name, gboolean verdict)
{
  if (is_define(name))
    explain_define(search, name, verdict);
  else if (name && !has_reason(search, name))
    add_reason(search, name, NULL);
}

/* Adds what made EXPRESSION true, or false, as its VERDICT is. */
static void explain(struct explaining *search, const struct expression *expression,
                    gboolean verdict)
{
  if (search->which == REASONS_PLAIN && expression->operation == OP_NOT)
    return;
  if (verdict && explain_member(search, expression))
    return;
  if (expression->operation == OP_NAME)
    explain_name(search, expression->name, verdict);
  if (expression_is_leaf(expression))
    return;
  explain_part(search, expression, verdict, expression->left);
  explain_part(search, expression, verdict, expression->right);
}

void condition_reasons(const struct condition *condition, const struct environment *environment,
                       enum reasons which, GArray *reasons)
{
  if (!condition || !condition_holds(condition, environment))
    return;
  g_autoptr(GPtrArray) followed = g_ptr_array_new();
  struct explaining search = {
      .evaluation = begin(environment), .reasons = reasons, .which = which, .followed = followed};
  explain(&search, condition->root, TRUE);
  finish(&search.evaluation);
}
