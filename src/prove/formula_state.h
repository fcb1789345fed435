/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a formula, for the files that make it: formula_cells.c has its variables,
 * formula_rules.c what may and what has to be answered, formula.c what counts, formula_condition.c
 * and operand.c conditions, formula_answers.c what the solver found. */
#pragma once

#include "prove/formula.h"

/* All that can be answered to one question at one turn, or how one task can be ticked. */
struct cell {
  const struct question *question; /* NULL: of a tick */
  guint turn;
  guint count;
  const struct point *points; /* of options: their values */
  int *literals;              /* beside the points */
  int else_literal;           /* something else; LITERAL_FALSE: there is nothing else */
  int answered;               /* any of them */
  int own;                    /* of a question with `from`: it answers itself */
};

/* Consecutive cells. */
struct extent {
  guint first, count;
  int beyond; /* there are items beyond those modelled */
};

/* A key of `known`: a condition or define, read at one item of one repeat. */
struct reading_place {
  const struct expression *root;
  const struct repeat *repeat;
  guint turn;
};

struct formula {
  const struct thresholds *thresholds;
  const struct catalogue *catalogue;
  int today;
  struct arena *arena;
  struct solver *solver;
  struct gates *gates;
  struct cell *cells; /* of questions, then of ticks */
  guint cell_count;
  guint *question_cells, *task_cells; /* the first, by index */
  int **items;            /* by index of the repeat: literals of its items, by turn - 1 */
  int *beyond;            /* by index: items beyond those modelled */
  guint *slots;           /* by order: of the item's literals in `met`, by turn */
  int *met;               /* 0: not made yet */
  GArray *something_else; /* of int */
  GHashTable *known;      /* struct reading_place -> literal */
  GArray *required;       /* of struct required, in the order in which they are met */
  GHashTable *waivers;    /* const struct constraint -> literal */
  GHashTable *named;      /* const struct action -> literal: the tick of its slot names it */
  int no_waiver;
  int first_visit; /* 0: not made yet */
};

/* A required question, and whether it and those before it are answered if they are asked. */
struct required {
  const struct question *question;
  guint turn;
  int passed;
};

struct cell *formula_cell(const struct formula *formula, const struct question *question,
                          guint turn);

/* The cells that a question or task NAME stands for in a condition of REPEAT (NULL: of none) at
 * TURN: those of this item, or of all. */
struct extent formula_extent(const struct formula *formula, const struct name *name,
                             const struct repeat *repeat, guint turn);

/* The literal of VALUE in CELL, or LITERAL_FALSE. */
int formula_literal_of(const struct cell *cell, const char *value);

/* The steps of formula_new(), in this order: all variables; the rules that bind them; `required`.
 */
void formula_add_variables(struct formula *formula);
void formula_bind_all(struct formula *formula);
void formula_require_all(struct formula *formula);

/* EXPRESSION is true where VIEW (operand.h) reads it. Written once for each place. */
struct view;
int formula_truth(const struct view *view, const struct expression *expression);
