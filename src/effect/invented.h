/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented people: answers at random, for what neither examples nor proofs think of. */
#pragma once

#include "prove/witness.h"

/* Calls SEE for COUNT people who answer CATALOGUE at random, always the same; TITLE says the first
 * things they chose. */
void invented_visit(const struct catalogue *catalogue, const struct proof_options *options,
                    guint count, witness_visitor see, void *data);
