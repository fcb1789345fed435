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
#include "walk/answers.h"

struct proofs;

enum verdict {
  VERDICT_REACHED,
  VERDICT_NEVER,
  VERDICT_UNDECIDED, /* within the budget */
};

enum goal_kind {
  GOAL_ITEM,     /* the item is met: asked, selected; an option: chosen; a theme: entered */
  GOAL_ANSWERED, /* the question can be given an answer */
  GOAL_TEXT,     /* the text or paragraph is said */
  GOAL_SPAN,     /* the inline span is said */
  GOAL_DRAFT,
  GOAL_DUE,
  GOAL_STRESS,
  GOAL_DEFINE,
  GOAL_CONSTRAINT,
};

/* One place of the pack, and what became of it. */
struct goal {
  enum goal_kind kind;
  const struct item *item; /* the item it is or belongs to; of a define NULL */
  const char *id;          /* of a define or draft; else the item's, possibly NULL */
  struct place place;
  const struct condition *when; /* its own condition, or NULL */
  enum verdict verdict;
  enum verdict fails; /* whether `when` can be false where it stands; REACHED without `when` */
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
