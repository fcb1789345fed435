/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a part of a condition is, and how it reads: for findings about conditions. */
#pragma once

#include "catalogue/catalogue.h"

/* What a part of a condition stands for; finer than XPath's types, as the kinds of questions are.
 */
enum expression_type {
  TYPE_UNKNOWN, /* a name that is not there: the reader has said so */
  TYPE_TRUTH,
  TYPE_NUMBER, /* a number, count(), days-since() */
  TYPE_STRING,
  TYPE_CHOICE,
  TYPE_AMOUNT, /* a number or scale question */
  TYPE_DATE,   /* a date question, or the tick of an action */
  TYPE_TIME,
  TYPE_WORDS, /* a text or note question */
  TYPE_ITEMS, /* a repeat */
  TYPE_COUNT_
};

enum expression_type expression_type(const struct expression *expression);

gboolean operation_orders(enum operation operation); /* < <= > >= */

/* The question that EXPRESSION names, or NULL. */
const struct question *expression_question(const struct expression *expression);

/* Whether EXPRESSION is a text or a number as it stands there. */
gboolean expression_is_literal(const struct expression *expression);

/* Whether EXPRESSION, which stands in CONDITION, can have several values at once: several options,
 * or the answers of several items. */
gboolean expression_is_set(const struct expression *expression, const struct condition *condition);

/* EXPRESSION as one would write it: "$date = 3". Caller frees. */
char *expression_words(const struct expression *expression) G_GNUC_WARN_UNUSED_RESULT;

/* The numbers EXPRESSION can be, from the bounds of what it names; -INFINITY and INFINITY where
 * there is none. False if it is no number. */
struct range {
  double low, high;
};
gboolean expression_range(const struct expression *expression, struct range *range);
