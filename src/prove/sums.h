/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sums of weighted literals: for each number that a sum can come to, a literal for "it is at least
 * that" (Bailleux and Boufkhad, "Efficient CNF encoding of Boolean cardinality constraints", 2003,
 * with weights as Joshi, Martins and Manquinho, 2015). A sum is made of others as the pack is made
 * of its parts, so that what excludes itself in one place is never counted twice. Only the literals
 * that are asked for are written, and of the parts those that they rest on: what is far below or
 * above costs nothing.
 */
#pragma once

#include "prove/gates.h"

struct sum; /* NULL: nothing */

struct sums; /* all sums over some gates, which die together */

struct sums *sums_new(struct gates *gates);
void sums_free(struct sums *sums);
DEFINE_OWNED(sums, sums_free)

/* WEIGHT if LITERAL is true, else nothing. */
struct sum *sums_part(struct sums *sums, int literal, guint weight);

/* A and B together; and the greater of the two, where they exclude each other or only one counts.
 */
struct sum *sums_add(struct sums *sums, struct sum *a, struct sum *b);
struct sum *sums_greater(struct sums *sums, struct sum *a, struct sum *b);

/* All of LIST, of struct sum, together, added up in its order two by two. */
struct sum *sums_all(struct sums *sums, const GPtrArray *list);

/* The most that SUM can come to; and a literal for "it is at least NUMBER", which may add clauses:
 * before the solver looks for answers, not after. */
guint sums_most(const struct sum *sum);
int sums_at_least(struct sums *sums, struct sum *sum, guint number);

/* SUM is known never to be NUMBER or more. */
void sums_bound(struct sum *sum, guint number);

/* Calls SEE for each of SUMS that adds others up, after its parts, if by what is known of these it
 * can still come to LEAST to MOST numbers. */
typedef void (*sums_visitor)(struct sum *sum, void *data);
void sums_visit(struct sums *sums, guint least, guint most, sums_visitor see, void *data);

/* What SUM comes to where the solver found answers; notes it of all of SUMS; and the most noted of
 * one. */
guint sums_found(const struct sum *sum, const struct solver *solver);
void sums_note(struct sums *sums, const struct solver *solver);
guint sums_noted(const struct sum *sum);
