/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Proofs: for every place of a pack whether some answers lead there, and the answers that do.
 * A verdict "reached" is never the prover's own word: the answers found were walked by the real
 * pass, which met the place. "Unreachable" means that no answers were left to try: over finite
 * domains that hold every value which conditions and bounds can tell apart (domains.h).
 *
 * Reached means selected or asked. Ticks are free (none, or any day up to today), so is the day
 * on which it happens; a required question on the way must be answered.
 */
#pragma once

#include "check/check.h"
#include "check/visit.h"
#include "walk/answers.h"

struct proofs;

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

/* Tries all goals of CATALOGUE, which has no errors. Borrows both. */
struct proofs *proofs_new(const struct catalogue *catalogue, const struct check_options *options);
void proofs_free(struct proofs *proofs);
DEFINE_OWNED(proofs, proofs_free)

/* All goals in document order: a GArray of struct goal, owned by the proofs. */
const GArray *proofs_goals(const struct proofs *proofs);

/* The verdict on an item; an item inside one that is never reached is never reached. */
enum verdict proofs_item(const struct proofs *proofs, const struct item *item);

/* Adds what the verdicts mean to FINDINGS; of nested places only the outermost is named. */
void proofs_report(struct proofs *proofs, struct findings *findings);

/*
 * Proves the limits of the pack, as bounds over all ways through it: a limit that some answers
 * exceed is an error that names them, one that could be neither proved nor broken a warning.
 */
void limits_report(struct proofs *proofs, struct findings *findings);
