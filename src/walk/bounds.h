/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bounds on how much is asked, from the structure of the catalogue: every condition counts as if it
 * held, and what stands in an action if a tick names it. They are worked out once; asking them
 * costs the depth of the tree.
 *
 * A firm step is one that every way asks, and that stays settled once it is: a question or repeat
 * without condition or constraint in a theme without condition, whose options have none, that takes
 * no options from elsewhere and is not asked again on later visits.
 */
#pragma once

#include "walk/pass.h"

struct bounds;

/* ANSWERS are looked at for their ticks only, now. */
struct bounds *bounds_new(const struct catalogue *catalogue, const struct answers *answers);
void bounds_free(struct bounds *bounds);
DEFINE_OWNED(bounds, bounds_free)

/* The most steps that ITEM with all inside it can ask. */
guint64 bounds_weight(const struct bounds *bounds, const struct item *item);

/* The most steps that can be asked from STEP on, itself included. PASS has met STEP. */
guint64 bounds_most(const struct bounds *bounds, const struct pass *pass, struct step step);

gboolean bounds_firm(const struct bounds *bounds, struct step step);

/* The number of firm steps that come after STEP. */
guint bounds_firm_after(const struct bounds *bounds, struct step step);

/* The number of firm steps in all. */
guint bounds_firm_total(const struct bounds *bounds);
