/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Proofs: for every place of a pack whether some answers lead there, and the answers that do.
 * A verdict "reached" is never the prover's own word: the answers found were walked by the real
 * pass, which met the place. "Unreachable" means that no answers were left to try: over finite
 * points that stand for every value which conditions and bounds can tell apart (points.h).
 *
 * Reached means selected or asked. Ticks are free (none, or any day up to today), so is the day
 * on which it happens; a required question on the way must be answered.
 */
#pragma once

#include "prove/goals.h"

struct proofs;

/* Tries all goals of CATALOGUE, which has no errors. Borrows both. */
struct proofs *proofs_new(const struct catalogue *catalogue, const struct proof_options *options);
void proofs_free(struct proofs *proofs);
DEFINE_OWNED(proofs, proofs_free)

/* All goals in document order: a GArray of struct goal, owned by the proofs. */
const GArray *proofs_goals(const struct proofs *proofs);

/* The verdict on an item; an item inside one that is never reached is never reached. */
enum verdict proofs_item(const struct proofs *proofs, const struct item *item);
