/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of a pass, shared by the files that move it (pass.c), say what is offered (offers.c)
 * and what names stand for (outlook.c).
 */
#pragma once

#include "walk/pass.h"

/* What became of a met step. */
struct mark {
  const struct answer *stands; /* the answer or skip that settles it; NULL: none does */
  guint before; /* of the same item's turn before this one: 1 + its index in `met`; 0: none */
  gboolean own; /* `stands` was made from the only offer, and is freed with the mark */
};

struct pass {
  const struct catalogue *catalogue;
  const struct answers *answers;
  int today;
  const struct constraint *waived; /* does not count; or NULL */
  struct step next;                /* what will be looked at next; item NULL: the end */
  GArray *met;                     /* of struct step */
  GArray *marks;                   /* of struct mark, beside `met` */
  guint *latest; /* by order of the item: 1 + the index in `met` of its latest turn; 0: not met */
  /* Sets of values that are more than one answer: struct name -> GPtrArray of strings. Filled while
   * conditions are evaluated, emptied when the pass moves. */
  GHashTable *sets;
  GByteArray *verdicts; /* of defines, outside of repeats; filled and emptied likewise */
};

/* The answer that a mark gives to conditions, or NULL. */
const struct answer *mark_answer(const struct mark *mark);

/* True if STORED settles its step: a skip does not where an answer is required, nor an answer that
 * is not offered, or may not stand any more (value_stands()). */
gboolean pass_lets_settle(const struct pass *pass, const struct answer *stored);

/* True if QUESTION has something to offer at TURN, or needs no options. */
gboolean offers_any(const struct pass *pass, const struct question *question, guint turn);

/* True if all VALUES are offered by QUESTION at TURN, or it needs no options. */
gboolean offers_all(const struct pass *pass, const struct question *question, guint turn,
                    char **values);

/*
 * The answer that QUESTION gives itself at TURN because `from` leaves it one offer; NULL: it is
 * asked. Free with offers_free_answer().
 */
struct answer *offers_own_answer(const struct pass *pass, const struct question *question,
                                 guint turn);
void offers_free_answer(struct answer *answer);
