/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rivals: advice that shares a slot. What comes first in document order of what is selected stands
 * in it, so that advice may be displaced whenever it is selected. What lapses displaces nothing for
 * good, and what stands in a repeat shares no slot with the rest.
 */
#pragma once

#include "prove/prover.h"
#include "walk/pass.h"

struct rivals;

/* Of CATALOGUE, borrowed. */
struct rivals *rivals_new(const struct catalogue *catalogue);
void rivals_free(struct rivals *rivals);
DEFINE_OWNED(rivals, rivals_free)

/* Notes what PASS, which has run to its end, selects before all its rivals. */
void rivals_see(struct rivals *rivals, const struct pass *pass);

/* ITEM has rivals, and has not been seen before them all. */
gboolean rivals_hide(const struct rivals *rivals, const struct item *item);

/* Adds literals: none of the rivals before ITEM displaces it. */
void rivals_need(const struct rivals *rivals, struct formula *formula, const struct item *item,
                 GArray *needs);

/* The first of the advice that displaces ITEM, if on all ways some does: looked for with PROVER,
 * unless a way on which none does has been seen. Else, or if it is undecided, NULL. */
const struct item *rivals_displace(const struct rivals *rivals, struct prover *prover,
                                   const struct item *item);
