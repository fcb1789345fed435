/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals: what the proofs try to reach, as obligations, as a literal and as seen by a real pass. */
#pragma once

#include "catalogue/spots.h"
#include "prove/obligation.h"
#include "prove/proof_options.h"
#include "prove/prover.h"
#include "walk/pass.h"

enum verdict {
  VERDICT_REACHED,
  VERDICT_NEVER,
  VERDICT_UNDECIDED, /* within the budget */
};

/* One place of the pack, and what became of it. */
struct goal {
  struct spot spot;  /* its arrays are not kept: see the two lists below */
  gboolean answered; /* not whether the question is met, but whether it can be given an answer */
  const struct condition *const *hold, *const *fail; /* NULL-terminated */
  gboolean inside;      /* it stands in an item that is never reached */
  enum verdict verdict; /* of an item: met; an option: chosen; a text: said; a define: true */
  enum verdict fails;   /* whether its own condition can be false there; REACHED without one */
};

/* The prover for CATALOGUE, with the caps and the patience of OPTIONS. Borrows both. */
struct prover *goals_prover(const struct catalogue *catalogue, const struct proof_options *options,
                            enum search search);

/* All goals of CATALOGUE in document order: a GArray of struct goal. What they point to is in
 * ARENA. Caller frees. */
GArray *goals_new(const struct catalogue *catalogue, struct arena *arena);

/* Of GOALS that of ITEM, or of its answer; NULL if there is none. */
struct goal *goals_of(const GArray *goals, const struct item *item, gboolean answered);

/* Whether it is about the goal's place, or about its condition being false there. */
enum goal_side { GOAL_REACHED, GOAL_FAILS };

/* Adds what has to be true for GOAL at item TURN of the repeat it stands in. */
void goal_oblige(const struct goal *goal, enum goal_side side, guint turn, GArray *obligations);

/* GOAL at any item of its repeat, with all that is required before it answered. */
int goal_literal(struct formula *formula, const struct goal *goal, enum goal_side side);

/* Adds literals, as ints, that have to be true together for GOAL, with all that is required
 * answered.
 */
void goal_needs(struct formula *formula, const struct goal *goal, enum goal_side side,
                GArray *needs);

/* What need not hold on the way to it: the constraint that is to be broken, or NULL. */
const struct constraint *goal_waives(const struct goal *goal, enum goal_side side);

/*
 * Writes the formula of today in DIMACS, for any solver, after a comment for each goal: the literal
 * that is to be added as a clause to ask for it. Without answers there it is never reached.
 */
void goals_write(const struct catalogue *catalogue, const struct proof_options *options,
                 GString *out);

/* Whether PASS, which has run to its end, reached GOAL. */
gboolean goal_seen(const struct goal *goal, enum goal_side side, const struct pass *pass);
