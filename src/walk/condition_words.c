/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree of a condition as a sentence. */
#include "walk/condition_words.h"

#include "base/date.h"
#include "base/text.h"
#include "catalogue/expression.h"
#include "catalogue/plain_text.h"
#include "reader/translation.h"
#include "walk/words.h"

/* Characters of what people read where it is named. */
#define SHORT 40

/* A define that names so much at most is said by what it tests. */
#define OPENED 2

struct condition_wording {
  const struct catalogue *catalogue;
  const struct condition *condition;
  const struct translator *translator;
  gboolean in_define; /* where other defines are not opened, so that it stays short */
};

static char *fill(const struct condition_wording *wording, const char *msgid, const char *first,
                  const char *second)
{
  return tr_fill(tr(wording->translator, msgid), first, second, NULL);
}

/* ---- names ---- */

/* TEXT in the language to show, cut before a word where it is long. */
static char *shown(const struct condition_wording *wording, const struct text *text)
{
  g_autofree char *words = plain_text(translation_pieces(wording->catalogue, text));
  return text_shorten(words, SHORT);
}

static char *quoted(const struct condition_wording *wording, const char *words)
{
  return fill(wording, N_("'{1}'"), words, NULL);
}

/* Labels are written to be named; what else stands for an item is quoted. */
static char *subject(const struct condition_wording *wording, const struct item *item)
{
  const struct question *question = item_question(item);
  const struct text *title = plain_text_title(item);
  g_autofree char *words = title ? shown(wording, title) : g_strdup(item->id);
  return question && question->label ? g_steal_pointer(&words) : quoted(wording, words);
}

static char *name_words(const struct condition_wording *wording, const struct name *name)
{
  return name && name->item ? subject(wording, name->item) : quoted(wording, name ? name->id : "?");
}

/* ---- values ---- */

/* The options that need no label are yes and no; what is not offered has none. */
static char *label_words(const struct condition_wording *wording, const struct question *question,
                         const char *value)
{
  const struct text *label = option_label(question, value);
  g_autofree char *words = label ? shown(wording, label) : NULL;
  return quoted(wording, words ? words : *value ? tr(wording->translator, value) : value);
}

static char *string_words(const struct condition_wording *wording, const char *text,
                          const struct expression *other)
{
  enum expression_type type = expression_type(other);
  if (type == TYPE_CHOICE)
    return label_words(wording, expression_question(other), text);
  if (type == TYPE_DATE && date_parse(text))
    return date_long(date_parse(text), wording->translator);
  if (type == TYPE_TIME && time_parse(text) >= 0)
    return time_long(time_parse(text), wording->translator);
  return quoted(wording, text);
}

/* With the unit of the question OTHER, if that is one with a unit. */
static char *amount_words(const struct condition_wording *wording, double number,
                          const struct expression *other)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(buffer, sizeof buffer, "%.15g", number);
  g_autofree char *digits = number_words(buffer, wording->translator);
  const struct question *question = other ? expression_question(other) : NULL;
  if (!question || !question->unit)
    return g_steal_pointer(&digits);
  return g_strdup_printf("%s\u00a0%s", digits,
                         catalogue_message(wording->catalogue, question->unit));
}

static char *operand(const struct condition_wording *wording, const struct expression *expression,
                     const struct expression *other);

struct members {
  const struct condition_wording *wording;
  GPtrArray *words;
};

static void add_member(const struct expression *name, void *data)
{
  struct members *members = data;
  g_ptr_array_add(members->words, name_words(members->wording, name->name));
}

static char *sum_words(const struct condition_wording *wording, const struct expression *set)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  struct members members = {wording, words};
  expression_members(set, add_member, &members);
  g_autofree char *list = tr_join(wording->translator, (const char *const *)words->pdata);
  return fill(wording, N_("the sum of {1}"), list, NULL);
}

/* PATTERN filled with both sides of a sum, or the only one of a minus. */
static char *joined(const struct condition_wording *wording, const char *pattern,
                    const struct expression *expression)
{
  g_autofree char *left = operand(wording, expression->left, NULL);
  g_autofree char *right =
      expression->right ? operand(wording, expression->right, NULL) : g_strdup("");
  return tr_fill(pattern, left, right, NULL);
}

static gboolean has_sides(const struct expression *expression)
{
  return !expression_is_leaf(expression) && expression->right;
}

static char *truth(const struct condition_wording *wording, const struct expression *expression,
                   gboolean denied);

/* What is compared, and maybe with OTHER. */
static char *operand(const struct condition_wording *wording, const struct expression *expression,
                     const struct expression *other)
{
  switch (expression->operation) {
  case OP_NAME:
    return name_words(wording, expression->name);
  case OP_STRING:
    return other ? string_words(wording, expression->text, other)
                 : quoted(wording, expression->text);
  case OP_NUMBER:
    return amount_words(wording, expression->number, other);
  case OP_COUNT:
    return joined(wording, tr(wording->translator, N_("the number of {1}")), expression);
  case OP_DAYS_SINCE:
    return joined(wording, tr(wording->translator, N_("the number of days since {1}")), expression);
  case OP_SUM:
    return sum_words(wording, expression->left);
  case OP_PLUS:
    return joined(wording, "{1} + {2}", expression);
  case OP_SUBTRACT:
    return joined(wording, has_sides(expression->right) ? "{1} − ({2})" : "{1} − {2}", expression);
  case OP_MINUS:
    return joined(wording, has_sides(expression->left) ? "−({1})" : "−{1}", expression);
#define CONNECTIVE(id, sign, level) case OP_##id:
#define COMPARISON(id, sign, level) case OP_##id:
#include "condition/operations.def"
  case OP_NOT:
  case OP_TRUE:
  case OP_FALSE:
    return truth(wording, expression, FALSE);
  case OP_UNION:
    break; /* sum_words() goes through its members */
  }
  g_assert_not_reached();
}

/* ---- comparisons ---- */

/* COMPARISON with its literal on the right. */
static struct expression turned(const struct expression *comparison)
{
  static const enum operation mirrored[] = {
      [OP_EQUAL] = OP_EQUAL,      [OP_UNEQUAL] = OP_UNEQUAL, [OP_LESS] = OP_GREATER,
      [OP_AT_MOST] = OP_AT_LEAST, [OP_GREATER] = OP_LESS,    [OP_AT_LEAST] = OP_AT_MOST,
  };
  struct expression result = *comparison;
  if (!expression_is_literal(comparison->left) || expression_is_literal(comparison->right))
    return result;
  result.operation = mirrored[comparison->operation];
  result.left = comparison->right;
  result.right = comparison->left;
  return result;
}

/* The sentence for OPERATION; DENIED: that it is not so, NULL where that takes brackets. AMONG: the
 * left side can have several values. */
static const char *sentence(enum operation operation, gboolean among, gboolean denied)
{
  static const char *const one[] = {
      [OP_EQUAL] = N_("{1} is {2}"),
      [OP_UNEQUAL] = N_("{1} is another than {2}"),
      [OP_LESS] = N_("{1} is less than {2}"),
      [OP_AT_MOST] = N_("{1} is at most {2}"),
      [OP_GREATER] = N_("{1} is more than {2}"),
      [OP_AT_LEAST] = N_("{1} is at least {2}"),
  };
  if (operation == OP_EQUAL && denied)
    return among ? N_("{2} is not among {1}") : N_("{1} is not {2}");
  if (denied)
    return NULL;
  if (operation == OP_EQUAL && among)
    return N_("{2} is among {1}");
  if (operation == OP_UNEQUAL && among)
    return N_("another than {2} is among {1}");
  return one[operation];
}

/* That SIDE stands to VALUE, words, as COMPARISON says. */
static char *compared(const struct condition_wording *wording, const struct expression *comparison,
                      const char *value, gboolean denied)
{
  const struct expression *side = comparison->left;
  gboolean among = expression_is_set(side, wording->condition);
  const char *pattern = sentence(comparison->operation, among, denied);
  g_autofree char *left = operand(wording, side, comparison->right);
  if (pattern)
    return fill(wording, pattern, left, value);
  g_autofree char *plain =
      fill(wording, sentence(comparison->operation, among, FALSE), left, value);
  return fill(wording, N_("not ({1})"), plain, NULL);
}

static char *comparison_words(const struct condition_wording *wording,
                              const struct expression *expression, gboolean denied)
{
  struct expression comparison = turned(expression);
  g_autofree char *value = operand(wording, comparison.right, comparison.left);
  return compared(wording, &comparison, value, denied);
}

/* ---- what is true ---- */

static void count_name(struct expression *name, void *data)
{
  guint *count = data;
  (void)name;
  (*count)++;
}

/* The define that EXPRESSION is, if it is said by what it tests. */
static const struct define *opened(const struct condition_wording *wording,
                                   const struct expression *expression)
{
  gboolean named = expression->operation == OP_NAME && expression->name;
  const struct define *define = named ? expression->name->define : NULL;
  if (!define || !define->test->root || wording->in_define)
    return NULL;
  guint count = 0;
  condition_names(define->test, count_name, &count);
  return count <= OPENED ? define : NULL;
}

static const char *name_sentence(const struct name *name, gboolean denied)
{
  if (name && name->kind == NAME_DEFINE)
    return denied ? N_("{1} is false") : N_("{1} is true");
  if (name && name->kind == NAME_TASK)
    return denied ? N_("{1} is not done") : N_("{1} is done");
  if (name && name->kind == NAME_REPEAT)
    return denied ? N_("nothing was told at {1}") : N_("something was told at {1}");
  return denied ? N_("{1} is not answered") : N_("{1} is answered");
}

/* A name, or a number, which is true unless it is 0. */
static char *alone_words(const struct condition_wording *wording,
                         const struct expression *expression, gboolean denied)
{
  g_autofree char *words = operand(wording, expression, NULL);
  if (expression->operation == OP_NAME)
    return fill(wording, name_sentence(expression->name, denied), words, NULL);
  return fill(wording, denied ? N_("{1} is {2}") : N_("{1} is another than {2}"), words, "0");
}

static void collect(GPtrArray *parts, const struct expression *expression, enum operation joint)
{
  if (expression->operation != joint) {
    g_ptr_array_add(parts, (gpointer)expression);
    return;
  }
  collect(parts, expression->left, joint);
  collect(parts, expression->right, joint);
}

/* Whether BOTH say what one question is, so that it is named once. */
static gboolean alike(const struct expression *one, const struct expression *other)
{
  return one->operation == OP_EQUAL && other->operation == OP_EQUAL &&
         one->left->operation == OP_NAME && other->left->operation == OP_NAME &&
         one->left->name == other->left->name && expression_is_literal(one->right) &&
         expression_is_literal(other->right);
}

/* The part at *AT of an `or`, with those behind it that are alike; *AT becomes the last of them. */
static char *either_words(const struct condition_wording *wording, const GPtrArray *parts,
                          guint *at)
{
  const struct expression *first = parts->pdata[*at];
  if (*at + 1 == parts->len || !alike(first, parts->pdata[*at + 1]))
    return truth(wording, first, FALSE);
  g_autofree char *values = operand(wording, first->right, first->left);
  while (*at + 1 < parts->len && alike(first, parts->pdata[*at + 1])) {
    const struct expression *next = parts->pdata[++*at];
    g_autofree char *before = values, *value = operand(wording, next->right, next->left);
    values = fill(wording, N_("{1} or {2}"), before, value);
  }
  return compared(wording, first, values, FALSE);
}

/* A part of an `and`. */
static char *each_words(const struct condition_wording *wording, const struct expression *part)
{
  const struct define *define = opened(wording, part);
  gboolean either = (define ? define->test->root : part)->operation == OP_OR;
  g_autofree char *words = truth(wording, part, FALSE);
  return either ? g_strdup_printf("(%s)", words) : g_steal_pointer(&words);
}

static char *chain_words(const struct condition_wording *wording,
                         const struct expression *expression, gboolean denied)
{
  gboolean either = expression->operation == OP_OR;
  g_autoptr(GPtrArray) parts = g_ptr_array_new();
  collect(parts, expression, expression->operation);
  char *words = NULL;
  for (guint i = 0; i < parts->len; i++) {
    g_autofree char *before = words;
    g_autofree char *part =
        either ? either_words(wording, parts, &i) : each_words(wording, parts->pdata[i]);
    words = before ? fill(wording, either ? N_("{1} or {2}") : N_("{1} and {2}"), before, part)
                   : g_steal_pointer(&part);
  }
  if (!denied)
    return words;
  g_autofree char *whole = words;
  return fill(wording, N_("not ({1})"), whole, NULL);
}

/* EXPRESSION, or, DENIED, that it is not so. */
static char *truth(const struct condition_wording *wording, const struct expression *expression,
                   gboolean denied)
{
  const struct define *define = opened(wording, expression);
  struct condition_wording inside = {wording->catalogue, define ? define->test : NULL,
                                     wording->translator, TRUE};
  if (define)
    return truth(&inside, define->test->root, denied);
  switch (expression->operation) {
#define COMPARISON(id, sign, level) case OP_##id:
#include "condition/operations.def"
    return comparison_words(wording, expression, denied);
  case OP_NOT:
    return truth(wording, expression->left, !denied);
  case OP_TRUE:
  case OP_FALSE:
    return g_strdup(tr(wording->translator,
                       (expression->operation == OP_TRUE) != denied ? N_("always") : N_("never")));
#define CONNECTIVE(id, sign, level) case OP_##id:
#include "condition/operations.def"
    return chain_words(wording, expression, denied);
  case OP_NAME:
  case OP_STRING:
  case OP_NUMBER:
  case OP_MINUS:
  case OP_COUNT:
  case OP_SUM:
  case OP_DAYS_SINCE:
#define ARITHMETIC(id, sign, level) case OP_##id:
#include "condition/operations.def"
    return alone_words(wording, expression, denied);
  case OP_UNION:
    break; /* stands in a sum alone */
  }
  g_assert_not_reached();
}

/* ---- the whole ---- */

char *condition_words(const struct catalogue *catalogue, const struct condition *condition,
                      const struct translator *translator)
{
  struct condition_wording wording = {catalogue, condition, translator, FALSE};
  return condition->root ? truth(&wording, condition->root, FALSE) : g_strdup(condition->text);
}

char *condition_words_beside(const struct catalogue *catalogue, const struct condition *condition,
                             const struct translator *translator)
{
  g_autofree char *words = condition_words(catalogue, condition, translator);
  return g_strdup_printf("%s [%s]", words, condition->text);
}

char *condition_denied_beside(const struct catalogue *catalogue, const struct condition *condition,
                              const struct translator *translator)
{
  struct condition_wording wording = {catalogue, condition, translator, FALSE};
  g_autofree char *words = condition->root ? truth(&wording, condition->root, TRUE) : g_strdup("");
  return g_strdup_printf("%s [not(%s)]", words, condition->text);
}

char *condition_part_words(const struct catalogue *catalogue, const struct condition *condition,
                           const struct expression *part, const struct translator *translator)
{
  struct condition_wording wording = {catalogue, condition, translator, FALSE};
  return operand(&wording, part, NULL);
}

char *condition_words_both(const struct catalogue *catalogue, const struct condition *first,
                           const struct condition *second, const struct translator *translator)
{
  if (!first || !second)
    return first || second ? condition_words(catalogue, first ? first : second, translator)
                           : g_strdup("");
  struct condition_wording one = {catalogue, first, translator, FALSE};
  struct condition_wording other = {catalogue, second, translator, FALSE};
  g_autofree char *words = first->root ? each_words(&one, first->root) : g_strdup(first->text);
  g_autofree char *more = second->root ? each_words(&other, second->root) : g_strdup(second->text);
  return fill(&one, N_("{1} and {2}"), words, more);
}

char *choice_words(const struct catalogue *catalogue, const struct question *question,
                   const char *value, const struct translator *translator)
{
  struct condition_wording wording = {catalogue, NULL, translator, FALSE};
  g_autofree char *name = subject(&wording, &question->item);
  g_autofree char *label = label_words(&wording, question, value);
  gboolean among = question_takes_several(question);
  return fill(&wording, sentence(OP_EQUAL, among, FALSE), name, label);
}

char *subject_words(const struct catalogue *catalogue, const struct item *item,
                    const struct translator *translator)
{
  struct condition_wording wording = {catalogue, NULL, translator, FALSE};
  return subject(&wording, item);
}
