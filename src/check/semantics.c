/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings about conditions that are well-formed and whose names are known. */
#include "check/semantics.h"

#include <math.h>

#include "base/date.h"
#include "base/rules.h"
#include "catalogue/choices.h"
#include "catalogue/expression.h"
#include "catalogue/spots.h"
#include "condition/functions.h"
#include "walk/condition_words.h"

struct semantics {
  const struct catalogue *catalogue;
  const struct translator *translator;
  struct findings *findings;
  const struct condition *condition; /* being looked at */
};

/* Why two types never compare, and what would be right. NULL: they do. */
#define TRUTH N_("what is true or false by itself is not compared; write $name, or not($name)")
#define CHOICE N_("a choice compares with the quoted value of one of its options")
#define AMOUNT N_("a number compares with a number, written without quotes")
#define DATE                                                                                       \
  N_("a date compares with a date such as '2026-11-12', and as a number of days by days-since()")
#define TIME N_("a time compares with a time such as '09:30'")
#define WORDS N_("a text compares with a quoted text")
#define ITEMS N_("a repeat compares with numbers of items; count() tells how many there are")

#define ALWAYS_THE_SAME N_("this is always the same; a condition names a question, as $name")
#define WHOLE_COMPARISON                                                                           \
  N_("'and' and 'or' stand between whole comparisons, as in $name = 'a' or $name = 'b'")

/* The type itself against each other one, for = and !=; a type's own message is the earlier's. */
static const char *const equal_faults[TYPE_COUNT_][TYPE_COUNT_] = {
    [TYPE_TRUTH] = {[TYPE_NUMBER] = TRUTH,
                    [TYPE_STRING] = TRUTH,
                    [TYPE_CHOICE] = CHOICE,
                    [TYPE_AMOUNT] = AMOUNT,
                    [TYPE_DATE] = DATE,
                    [TYPE_TIME] = TIME,
                    [TYPE_WORDS] = WORDS,
                    [TYPE_ITEMS] = ITEMS},
    [TYPE_NUMBER] =
        {[TYPE_STRING] = AMOUNT, [TYPE_DATE] = DATE, [TYPE_TIME] = TIME, [TYPE_WORDS] = WORDS},
    [TYPE_STRING] = {[TYPE_AMOUNT] = AMOUNT, [TYPE_ITEMS] = ITEMS},
    [TYPE_CHOICE] = {[TYPE_AMOUNT] = CHOICE,
                     [TYPE_DATE] = CHOICE,
                     [TYPE_TIME] = CHOICE,
                     [TYPE_WORDS] = CHOICE,
                     [TYPE_ITEMS] = CHOICE},
    [TYPE_AMOUNT] = {[TYPE_DATE] = DATE, [TYPE_TIME] = TIME, [TYPE_WORDS] = AMOUNT},
    [TYPE_DATE] = {[TYPE_TIME] = DATE, [TYPE_WORDS] = DATE, [TYPE_ITEMS] = DATE},
    [TYPE_TIME] = {[TYPE_WORDS] = TIME, [TYPE_ITEMS] = TIME},
    [TYPE_WORDS] = {[TYPE_ITEMS] = WORDS},
};

/* What < and > do not order, whatever stands on the other side. */
static const char *const order_faults[TYPE_COUNT_] = {
    [TYPE_TRUTH] = N_("a truth value is no number; join comparisons by and, or"),
    [TYPE_STRING] = N_("< and > compare numbers; a quoted text is none"),
    [TYPE_CHOICE] = N_("< and > compare numbers, and not all options of this choice are numbers"),
    [TYPE_DATE] = N_("< and > compare numbers; use days-since() for a date"),
    [TYPE_TIME] = N_("< and > compare numbers; a time of day compares by = and != only"),
    [TYPE_WORDS] = N_("< and > compare numbers; a text is none"),
};

static void report_type(struct semantics *semantics, const struct expression *expression,
                        const char *advice)
{
  g_autofree char *words = expression_words(expression);
  findings_add(semantics->findings, &rules[RULE_WRONG_TYPE],
               condition_place(semantics->condition, expression->offset), words, NULL);
  findings_explain(semantics->findings, tr(semantics->translator, advice));
}

static gboolean all_numbers(const struct expression *expression)
{
  const struct question *question = expression_question(expression);
  if (!question)
    return FALSE;
  g_autofree const char **values = choices_values(question);
  for (int i = 0; values[i]; i++)
    if (isnan(condition_number(values[i])))
      return FALSE;
  return values[0] != NULL;
}

static const char *order_fault(const struct expression *side)
{
  enum expression_type type = expression_type(side);
  return type == TYPE_CHOICE && all_numbers(side) ? NULL : order_faults[type];
}

/* A literal that no answer of the kind can equal; NULL if one can. */
static const char *literal_fault(enum expression_type type, const char *text)
{
  if (type == TYPE_DATE && !date_parse(text))
    return DATE;
  if (type == TYPE_TIME && (time_parse(text) < 0 || strlen(text) != 5))
    return TIME;
  if ((type == TYPE_WORDS || type == TYPE_CHOICE) && !*text)
    return N_(
        "an answer is never empty; $name is true where there is one, not($name) where none is");
  return NULL;
}

static void report_value(struct semantics *semantics, const struct expression *at,
                         const struct question *question, const char *value)
{
  findings_add(semantics->findings, &rules[RULE_VALUE_NOT_OFFERED],
               condition_place(semantics->condition, at->offset), question->item.id, value, NULL);
  choices_suggest(question, value, semantics->findings);
  findings_relate(semantics->findings, question->item.place, N_("the question is here"));
}

static gboolean offers_number(const struct question *question, double number)
{
  g_autofree const char **values = choices_values(question);
  for (int i = 0; values[i]; i++)
    if (condition_number(values[i]) == number)
      return TRUE;
  return FALSE;
}

/* SIDE, a name, against the literal LITERAL. */
static void check_literal(struct semantics *semantics, const struct expression *comparison,
                          const struct expression *side, const struct expression *literal)
{
  enum expression_type type = expression_type(side);
  const struct question *question = expression_question(side);
  if (literal->operation == OP_STRING) {
    const char *fault = literal_fault(type, literal->text);
    gboolean any = comparison->operation == OP_UNEQUAL && type == TYPE_WORDS;
    if (fault && !any)
      report_type(semantics, comparison, fault);
    else if (type == TYPE_CHOICE && !choices_offer(question, literal->text))
      report_value(semantics, literal, question, literal->text);
  } else if (literal->operation == OP_NUMBER && type == TYPE_CHOICE &&
             !offers_number(question, literal->number)) {
    g_autofree char *words = expression_words(literal);
    report_value(semantics, literal, question, words);
  }
}

static gboolean never(enum operation operation, const struct range *left, const struct range *right)
{
  switch (operation) {
  case OP_EQUAL:
    return left->high < right->low || left->low > right->high;
  case OP_UNEQUAL:
    return left->low == left->high && right->low == right->high && left->low == right->low;
  case OP_LESS:
    return left->low >= right->high;
  case OP_AT_MOST:
    return left->low > right->high;
  case OP_GREATER:
    return left->high <= right->low;
  default:
    return left->high < right->low;
  }
}

static void write_bound(char *buffer, int size, double bound)
{
  if (isinf(bound))
    g_strlcpy(buffer, bound < 0 ? "−∞" : "∞", (gsize)size);
  else
    g_ascii_formatd(buffer, size, "%.15g", bound + 0.0); /* not -0 */
}

/* PART of the condition in words. */
static char *said(const struct semantics *semantics, const struct expression *part)
{
  return condition_part_words(semantics->catalogue, semantics->condition, part,
                              semantics->translator);
}

static void check_range(struct semantics *semantics, const struct expression *comparison)
{
  struct range left, right;
  if (!expression_range(comparison->left, &left) || !expression_range(comparison->right, &right) ||
      !never(comparison->operation, &left, &right))
    return;
  gboolean turned = left.low == left.high;
  const struct range *range = turned ? &right : &left;
  g_autofree char *whole = expression_words(comparison);
  g_autofree char *words = said(semantics, comparison);
  g_autofree char *part = said(semantics, turned ? comparison->right : comparison->left);
  char low[G_ASCII_DTOSTR_BUF_SIZE], high[G_ASCII_DTOSTR_BUF_SIZE];
  write_bound(low, sizeof low, range->low);
  write_bound(high, sizeof high, range->high);
  findings_add(semantics->findings, &rules[RULE_OUT_OF_BOUNDS],
               condition_place(semantics->condition, comparison->offset), words, whole, part, low,
               high, NULL);
}

static void check_any_other(struct semantics *semantics, const struct expression *comparison)
{
  gboolean turned = expression_is_literal(comparison->left);
  const struct expression *side = turned ? comparison->right : comparison->left;
  if (comparison->operation != OP_UNEQUAL || !expression_is_set(side, semantics->condition) ||
      !expression_is_literal(turned ? comparison->left : comparison->right))
    return;
  struct expression equal = *comparison;
  equal.operation = OP_EQUAL;
  g_autofree char *words = expression_words(comparison), *plain = expression_words(&equal);
  g_autofree char *instead = g_strdup_printf("not(%s)", plain);
  findings_add(semantics->findings, &rules[RULE_ANY_OTHER],
               condition_place(semantics->condition, comparison->offset), words, instead, NULL);
}

/* Whether SIDE lists values, as if what they are compared with went without saying. */
static gboolean lists_values(const struct expression *side)
{
  if (side->operation != OP_OR && side->operation != OP_AND)
    return FALSE;
  return expression_is_literal(side->left) || expression_is_literal(side->right);
}

static void check_comparison(struct semantics *semantics, const struct expression *comparison)
{
  const struct expression *left = comparison->left, *right = comparison->right;
  enum expression_type first = MIN(expression_type(left), expression_type(right));
  enum expression_type last = MAX(expression_type(left), expression_type(right));
  if (first == TYPE_UNKNOWN)
    return;
  if (expression_is_literal(left) && expression_is_literal(right)) {
    report_type(semantics, comparison, ALWAYS_THE_SAME);
    return;
  }
  const char *fault = equal_faults[first][last];
  if (operation_orders(comparison->operation)) {
    fault = order_fault(left);
    fault = fault ? fault : order_fault(right);
  }
  if (fault) {
    report_type(semantics, comparison, fault);
    return;
  }
  if (!operation_orders(comparison->operation)) {
    check_literal(semantics, comparison, left, right);
    check_literal(semantics, comparison, right, left);
    check_any_other(semantics, comparison);
  }
  check_range(semantics, comparison);
}

/* What stands where a truth value is wanted: CONNECTED by `and` or `or`, or alone. */
static void check_truth(struct semantics *semantics, const struct expression *expression,
                        gboolean connected)
{
  enum operation operation = expression->operation;
  if (operation == OP_STRING || operation == OP_NUMBER || operation == OP_MINUS)
    report_type(semantics, expression, connected ? WHOLE_COMPARISON : ALWAYS_THE_SAME);
  else if (operation == OP_PLUS || operation == OP_SUBTRACT)
    report_type(semantics, expression, N_("a sum is compared with a number"));
  else if (function_of(operation) && function_of(operation)->alone)
    report_type(semantics, expression, function_of(operation)->alone);
}

static gboolean is_amount(const struct expression *expression)
{
  enum expression_type type = expression_type(expression);
  return type == TYPE_NUMBER || type == TYPE_AMOUNT || type == TYPE_UNKNOWN ||
         (type == TYPE_CHOICE && all_numbers(expression));
}

/* One of the two that are added or taken away. */
static void check_term(struct semantics *semantics, const struct expression *term)
{
  if (expression_type(term) == TYPE_DATE)
    report_type(semantics, term, N_("days are counted by days-since()"));
  else if (!is_amount(term))
    report_type(semantics, term, N_("only numbers are added and taken away"));
}

struct summed {
  struct semantics *semantics;
  const struct function *function;
};

static void check_summed(const struct expression *name, void *data)
{
  const struct summed *summed = data;
  if (!is_amount(name))
    report_type(summed->semantics, name, summed->function->takes);
}

static void check_argument(struct semantics *semantics, const struct expression *call)
{
  if (!call->left)
    return;
  const struct function *function = function_of(call->operation);
  enum expression_type type = expression_type(call->left);
  struct summed summed = {semantics, function};
  switch (function->argument) {
  case ARGUMENT_NONE:
    break;
  case ARGUMENT_TRUTH:
    check_truth(semantics, call->left, FALSE);
    break;
  case ARGUMENT_SET:
    if (type != TYPE_UNKNOWN && type < TYPE_CHOICE)
      report_type(semantics, call, function->takes);
    break;
  case ARGUMENT_SETS:
    expression_members(call->left, check_summed, &summed);
    break;
  case ARGUMENT_DATE:
    if (type != TYPE_DATE && type != TYPE_UNKNOWN)
      report_type(semantics, call, function->takes);
    break;
  }
}

static void check_minus(struct semantics *semantics, const struct expression *minus)
{
  enum expression_type type = expression_type(minus->left);
  if (type != TYPE_NUMBER && type != TYPE_AMOUNT && type != TYPE_UNKNOWN)
    report_type(semantics, minus, N_("only a number has a minus"));
}

static void check_expression(struct semantics *semantics, const struct expression *expression)
{
  switch (expression->operation) {
  case OP_OR:
  case OP_AND:
    check_truth(semantics, expression->left, TRUE);
    check_truth(semantics, expression->right, TRUE);
    break;
#define FUNCTION(id, name, argument, gives, takes, alone) case OP_##id:
#include "condition/functions.def"
#undef FUNCTION
    check_argument(semantics, expression);
    break;
  case OP_MINUS:
    check_minus(semantics, expression);
    break;
  case OP_PLUS:
  case OP_SUBTRACT:
    check_term(semantics, expression->left);
    check_term(semantics, expression->right);
    break;
#define COMPARISON(id, sign, level) case OP_##id:
#include "condition/operations.def"
    if (lists_values(expression->left) || lists_values(expression->right)) {
      report_type(semantics, expression, WHOLE_COMPARISON);
      return;
    }
    check_comparison(semantics, expression);
    break;
  case OP_UNION:
  case OP_STRING:
  case OP_NUMBER:
  case OP_NAME:
    break;
  }
  if (expression_is_leaf(expression))
    return;
  if (expression->left)
    check_expression(semantics, expression->left);
  if (expression->right)
    check_expression(semantics, expression->right);
}

/* What is advised for some regions stands after the question that asks for the region. */
static void check_region(struct semantics *semantics, const struct item *item)
{
  const struct origin *origin = item_origin(item);
  const struct question *region = semantics->catalogue->region;
  if (origin && origin->regions && region && region->item.order > item->order)
    findings_add(semantics->findings, &rules[RULE_LATE_REGION], item->place, region->item.id, NULL);
}

static void check_spot(const struct spot *spot, void *data)
{
  struct semantics *semantics = data;
  if (spot->kind == SPOT_ITEM)
    check_region(semantics, spot->item);
  if (spot->hidden && (spot->kind == SPOT_TEXT || spot->kind == SPOT_DUE)) {
    g_autofree char *words = spot_words(spot, semantics->translator);
    findings_add(semantics->findings, &rules[RULE_HIDDEN_ALTERNATIVE], spot->place, words, NULL);
  }
  if (spot->when && spot->when->root) {
    semantics->condition = spot->when;
    check_truth(semantics, spot->when->root, FALSE);
    check_expression(semantics, spot->when->root);
  }
}

void semantics_check(const struct catalogue *catalogue, const struct proof_options *options,
                     struct findings *findings)
{
  struct semantics semantics = {catalogue, options->translator, findings, NULL};
  spots_visit(catalogue, check_spot, &semantics);
}
