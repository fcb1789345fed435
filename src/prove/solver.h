/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The solver: clauses over literals, and whether they can all be true under assumptions. It is
 * CaDiCaL (Biere, Fazekas, Fleury, Heisinger, "CaDiCaL, Kissat, Paracooba, Plingeling and
 * Treengeling entering the SAT Competition 2020"), asked again and again with what it has learnt.
 *
 * A literal is an int, as in DIMACS: a variable from 1 on, or its negation.
 */
#pragma once

#include "base/arena.h"
#include "prove/effort.h"

struct solver;

/* What is tried first of what is free. */
enum search {
  SEARCH_LITTLE, /* nothing is true, so that answers are few */
  SEARCH_MUCH,   /* everything is, so that much counts */
  SEARCH_HOPES,  /* those variables are false that were made last; what is hard is soon given up */
};

/* Borrows EFFORT. */
struct solver *solver_new(enum search search, struct effort *effort);
void solver_free(struct solver *solver);
DEFINE_OWNED(solver, solver_free)

/* A new variable, as a literal. */
int solver_variable(struct solver *solver);
guint solver_variable_count(const struct solver *solver);

/* At least one of the COUNT LITERALS is true. */
void solver_clause(struct solver *solver, const int *literals, guint count);

enum outcome {
  OUTCOME_SOME,    /* all clauses and assumptions are true under what solver_holds() says */
  OUTCOME_NONE,    /* they exclude each other */
  OUTCOME_UNKNOWN, /* the effort was over first */
};
/* ASSUMPTIONS, COUNT of them, count for this once. */
enum outcome solver_solve(struct solver *solver, const int *assumptions, guint count);
gboolean solver_holds(const struct solver *solver, int literal);
/* After OUTCOME_NONE: the assumption LITERAL is among those that exclude each other. */
gboolean solver_blames(const struct solver *solver, int literal);

/* All clauses in DIMACS, as other solvers read it, and that LITERAL is true. */
void solver_write(const struct solver *solver, int literal, GString *out);
