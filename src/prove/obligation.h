/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Obligations: what has to be true of answers that lead to a goal, part by part. Each is a thing
 * that can be named to a person when it contradicts another.
 */
#pragma once

#include "prove/formula.h"

enum obligation_kind {
  OBLIGE_HOLDS,    /* the condition is true, */
  OBLIGE_FAILS,    /* or false */
  OBLIGE_ANSWERED, /* the question has an answer */
  OBLIGE_ASKED,    /* it does not answer itself */
  OBLIGE_OFFERS,   /* it has an option to offer */
  OBLIGE_CHOSEN,   /* the option is chosen */
  OBLIGE_ITEM,     /* the repeat has this item */
  OBLIGE_DONE,     /* the action is ticked */
  OBLIGE_REGION,   /* the advice counts where the person is */
};

struct obligation {
  enum obligation_kind kind;
  const struct item *item;
  const struct condition *condition;
  guint turn;
};

/* Each of OBLIGATIONS, a GArray of them, is true, added to LITERALS, a GArray of int; all are. */
void obligations_literals(struct formula *formula, const GArray *obligations, GArray *literals);
int obligations_literal(struct formula *formula, const GArray *obligations);

/*
 * Adds to OBLIGATIONS (a GArray of struct obligation) those under which ITEM is met at TURN: all
 * it stands in, from the theme down, with their conditions, and its own unless AROUND.
 */
void obligations_for(GArray *obligations, const struct item *item, guint turn, gboolean around);
void obligations_add(GArray *obligations, enum obligation_kind kind, const struct item *item,
                     const struct condition *condition, guint turn);

/* OBLIGATION, of CATALOGUE, in words: "Late is 'A little' [$late = 'little']". Caller frees. */
char *obligation_words(const struct catalogue *catalogue, const struct obligation *obligation,
                       const struct translator *translator);
/* Where it is written. */
struct place obligation_place(const struct obligation *obligation);
