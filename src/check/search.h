/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The search for answers under which obligations hold together: by trying the values of one open
 * variable after the other, as few answers as possible first, and giving up a try as soon as an
 * obligation cannot hold any more (Russell and Norvig, Artificial Intelligence, chapter 6:
 * backtracking with inference, most constrained variable first).
 */
#pragma once

#include "check/ceiling.h"

/* Answers that were found: the values of all variables of a model. */
struct solution {
  const struct model *model;
  gint16 *values;
  guint answers;     /* how many of them are not nothing */
  gboolean complete; /* required questions after the goal are answered too */
};

void solution_free(struct solution *solution);
DEFINE_OWNED(solution, solution_free)

enum found { FOUND_SOME, FOUND_NONE, FOUND_NOTHING_YET };

/*
 * Answers under which all OBLIGATIONS (a GArray of struct obligation) hold, with at most MOST
 * answers given. FOUND_NONE: there are none; FOUND_NOTHING_YET: the budget ended first, or the
 * model is not complete. SOLUTION, with FOUND_SOME, is the caller's. STATE is left without values.
 */
enum found search_run(struct state *state, const GArray *obligations, guint most,
                      struct budget *budget, struct solution **solution);

/* The same, again and again with fewer answers until there are none. */
enum found search_shortest(struct state *state, const GArray *obligations, struct budget *budget,
                           struct solution **solution);

/* What is to become the most. */
struct aim {
  const struct measure *measure;
  /* What the measure comes to for answers, where the state alone does not tell; NULL: it does. */
  guint (*count)(const struct solution *solution);
};

/*
 * Answers under which OBLIGATIONS hold and AIM comes to more than ABOVE, and to as much as can be
 * found; *MOST is what it comes to, or ABOVE. FOUND_NONE: it never does. *EXACT is true if it
 * cannot come to more.
 */
enum found search_most(struct state *state, const GArray *obligations, const struct aim *aim,
                       guint above, struct budget *budget, struct solution **solution, guint *most,
                       gboolean *exact);
