/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Obligations: what has to be true of answers that lead to a goal. Each is a thing that
 * can be named to a person when it contradicts another.
 */
#pragma once

#include "check/state.h"

enum obligation_kind {
  OBLIGE_HOLDS,    /* the condition is true, */
  OBLIGE_FAILS,    /* or false */
  OBLIGE_MET,      /* the item counts, */
  OBLIGE_UNMET,    /* or does not */
  OBLIGE_ANSWERED, /* the question has an answer */
  OBLIGE_ASKED,    /* it does not answer itself */
  OBLIGE_OFFERS,   /* it has an option to offer, */
  OBLIGE_NOTHING,  /* or none */
  OBLIGE_CHOSEN,   /* the option is chosen */
  OBLIGE_ITEM,     /* the repeat has this item */
  OBLIGE_REGION,   /* the advice counts where the person is */
  OBLIGE_FITS,     /* what is assigned to the question, or the repeat, may stand */
  OBLIGE_PASSED,   /* the question is answered if it is met */
  OBLIGE_SOON,     /* the action's task stands in the plan of a first visit today or tomorrow */
};

struct obligation {
  enum obligation_kind kind;
  const struct item *item;
  const struct condition *condition;
  guint turn;
};

enum truth obligation_truth(struct state *state, const struct obligation *obligation);

/* An open variable on which the truth of OBLIGATION depends; -1 if there is none. */
int obligation_open(struct state *state, const struct obligation *obligation);

/*
 * Adds to OBLIGATIONS (a GArray of struct obligation) those under which ITEM is met at TURN: all
 * it stands in, from the theme down, with their conditions, and its own unless AROUND.
 */
void obligations_for(GArray *obligations, const struct item *item, guint turn, gboolean around);
void obligations_add(GArray *obligations, enum obligation_kind kind, const struct item *item,
                     const struct condition *condition, guint turn);

/* OBLIGATION in words: "'$late = 'late''", "answer 'yes' to 'late'"; NULL if it says nothing to a
 * person. Caller frees. */
char *obligation_words(const struct obligation *obligation, const struct translator *translator);
/* Where it is written. */
struct place obligation_place(const struct obligation *obligation);
