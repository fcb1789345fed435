/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Views: conditions as they are read under open answers. evaluate.c has their logic, compare.c
 * their comparisons. */
#pragma once

#include "check/expression.h"
#include "check/state.h"

/* Where a condition is read: in which repeat, at which item; and whether it is a comparison by
 * order. */
struct view {
  struct state *state;
  const struct repeat *repeat;
  guint turn;
  gboolean orders;
};

/* The variables whose answers EXPRESSION, if it is a name, stands for. */
struct extent view_extent(const struct view *view, const struct expression *expression);

/* Whether variable INDEX gives its member number MEMBER, from 1, to its set; and how many it can.
 */
enum truth view_has_member(const struct view *view, guint index, guint member);
guint view_member_most(const struct variable *variable);

/* A comparison of which no side is a truth value. */
enum truth view_compare(const struct view *view, const struct expression *comparison);
/* A number as a truth value. */
enum truth view_number(const struct view *view, const struct expression *expression);
