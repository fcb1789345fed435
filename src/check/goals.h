/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals: what the proofs try to reach, as obligations for the search and as seen by a real pass. */
#pragma once

#include "check/obligation.h"
#include "check/proofs.h"
#include "walk/pass.h"

/* All goals of CATALOGUE in document order: a GArray of struct goal. What they point to is in
 * ARENA. Caller frees. */
GArray *goals_new(const struct catalogue *catalogue, struct arena *arena);

/* Whether it is about the goal's place, or about its condition being false there. */
enum goal_side { GOAL_REACHED, GOAL_FAILS };

/* Adds what has to be true for GOAL at item TURN of the repeat it stands in. */
void goal_oblige(const struct goal *goal, enum goal_side side, guint turn, GArray *obligations);

/* Before what the answers to GOAL have to be given. */
struct horizon goal_horizon(const struct goal *goal, guint turn);

/* Whether PASS, which has run to its end, reached GOAL. ITEMS: how many items to look at. */
gboolean goal_seen(const struct goal *goal, enum goal_side side, const struct pass *pass);
