/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bounds: the most that a measure can come to under what is assigned so far. What is open falls
 * apart into problems that have no variable in common; each is solved by itself, value by value of
 * the variable on which most depends, and its result kept by its residue, so that the same problem
 * is solved once however it is come upon (Dechter and Mateescu, "AND/OR search spaces for graphical
 * models", Artificial Intelligence 171, 2007).
 *
 * A bound is never too low. It is the most itself but for what answers on one side of such a split
 * exclude on the other through a question that both leave unanswered.
 */
#pragma once

#include "check/budget.h"
#include "check/measure.h"

struct ceiling;

/* Borrows all three. */
struct ceiling *ceiling_new(const struct measure *measure, struct state *state,
                            struct allowance *allowance);
void ceiling_free(struct ceiling *ceiling);
DEFINE_OWNED(ceiling, ceiling_free)

/* The bound, if it is greater than ABOVE; else some number between the bound and ABOVE. */
guint ceiling_most(struct ceiling *ceiling, guint above);

/* The open variable on which most of the measure depends; -1 if nothing of it is open. */
int ceiling_branch(struct ceiling *ceiling);
