/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Gates: literals for conjunctions and disjunctions of others. The same conjunction is written
 * once, however often it is asked for; what is constant, doubled or contradicts itself is seen at
 * once. A gate and what it stands for are true together (Tseitin, "On the complexity of derivation
 * in propositional calculus", 1968).
 */
#pragma once

#include "prove/solver.h"

#define LITERAL_TRUE 1
#define LITERAL_FALSE (-1)

struct gates;

/* Borrows SOLVER, which has no variables yet. */
struct gates *gates_new(struct solver *solver);
void gates_free(struct gates *gates);
DEFINE_OWNED(gates, gates_free)

/* A literal about which nothing is known. */
int gates_variable(struct gates *gates);

/* One that may be true where LITERAL is: about what is not modelled nothing is known. */
int gates_maybe(struct gates *gates, int literal);

/* All of, or any of, the COUNT LITERALS. */
int gates_all(struct gates *gates, const int *literals, guint count);
int gates_any(struct gates *gates, const int *literals, guint count);
int gates_and(struct gates *gates, int a, int b);
int gates_or(struct gates *gates, int a, int b);

/* The same over a GArray of int, to which gates_append() adds one. */
void gates_append(GArray *literals, int literal);
int gates_all_of(struct gates *gates, const GArray *literals);
int gates_any_of(struct gates *gates, const GArray *literals);

/* Requires that LITERAL is true; that A makes B true. */
void gates_require(struct gates *gates, int literal);
void gates_imply(struct gates *gates, int a, int b);

/* Requires that at most one of LITERALS, a GArray of int, is true. */
void gates_at_most_one(struct gates *gates, const GArray *literals);

struct solver *gates_solver(const struct gates *gates);
