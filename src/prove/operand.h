/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Operands: what a part of a condition can be, as a list of members, each with the literal under
 * which it is one: for a number they exclude one another, for a set they need not.
 */
#pragma once

#include "prove/formula.h"

enum sort { SORT_TRUTH, SORT_NUMBER, SORT_STRING, SORT_SET };

struct member {
  const char *text;
  double number;
  int literal;
};

struct operand {
  enum sort sort;
  int truth;       /* SORT_TRUTH */
  GArray *members; /* of struct member; NULL: SORT_TRUTH */
  int unknown;     /* there is one that is not modelled: about it anything may be true */
};

/* Where a condition is read. */
struct view {
  struct formula *formula;
  const struct repeat *repeat;
  guint turn;
};

/* What EXPRESSION can be where VIEW reads it. */
struct operand operand_of(const struct view *view, const struct expression *expression);

/* The same as XPath's number() makes it: of a set its first member. */
struct operand operand_number(const struct view *view, const struct expression *expression);

/* One where TRUTH is true, else nothing. */
struct operand operand_of_truth(int truth);

void operand_clear(struct operand *operand);
const struct member *operand_at(const struct operand *operand, guint index);
