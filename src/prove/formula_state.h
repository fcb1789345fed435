/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a formula, for the files that make it: formula_cells.c has its variables,
 * formula_rules.c what may and what has to be answered, formula.c what counts, formula_condition.c
 * and operand.c conditions, formula_answers.c what the solver found. */
#pragma once

#include "prove/formula.h"

/* All that can be answered to one question at one turn, or how one task can be ticked: written,
 * with the rules that bind it, when it is first asked for. */
struct cell {
  const struct question *question; /* NULL: of a tick */
  const struct task *task;         /* or NULL */
  guint turn;
  guint count;
  const struct point *points; /* of options: their values */
  int *literals;              /* beside the points */
  int else_literal;           /* something else; LITERAL_FALSE: there is nothing else */
  int answered;               /* any of them; 0: not written yet */
  int own;                    /* of a question with `from`: it answers itself */
};

/* Consecutive cells. */
struct extent {
  guint first, count;
  int beyond; /* there are items beyond those modelled */
};

/* A key of `known`: a part of a condition, wherever it is written, read at one item of one repeat.
 */
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
  guint depth;                        /* how many cells are being written, one for the other */
  guint *question_cells, *task_cells; /* the first, by index */
  int **items;            /* by index of the repeat: literals of its items, by turn - 1; NULL: not
                             written yet */
  int *beyond;            /* by index: items beyond those modelled, if the items are written */
  guint *slots;           /* by order: of the item's literals in `met`, by turn */
  int *met;               /* 0: not made yet */
  GArray *something_else; /* of int */
  GHashTable *known;      /* struct reading_place -> literal */
  GArray *required;       /* of struct required, in the order in which they are met */
  GHashTable *waivers;    /* const struct constraint -> literal */
  GHashTable *named;      /* const struct action -> literal: the tick of its slot names it */
  int no_waiver;
  int first_visit;
};

/* A required question, and whether it and those before it are answered if they are asked. */
struct required {
  const struct question *question;
  guint turn;
  int passed; /* 0: not made yet */
};

struct cell *formula_cell(struct formula *formula, const struct question *question, guint turn);
struct cell *formula_cell_at(struct formula *formula, guint index);
struct cell *formula_tick_cell(struct formula *formula, const struct task *task);

/* The cells that a question or task NAME stands for in a condition of REPEAT (NULL: of none) at
 * TURN: those of this item, or of all. */
struct extent formula_extent(struct formula *formula, const struct name *name,
                             const struct repeat *repeat, guint turn);

/* The literal of VALUE in CELL, or LITERAL_FALSE. */
int formula_literal_of(const struct cell *cell, const char *value);

/* Several values of CELL can be true together; and all of its literals each of which is an answer
 * by itself: those of several, else that there is one. */
gboolean formula_takes_several(const struct cell *cell);
const int *formula_parts(const struct cell *cell, guint *count);

/* The literals of the items of REPEAT, by turn - 1. */
const int *formula_items_of(struct formula *formula, const struct repeat *repeat);

/* The steps of formula_new(): a place for each cell; and `required`. */
void formula_place_cells(struct formula *formula);
void formula_list_required(struct formula *formula);

/* The rules that bind a new cell, and new items. */
void formula_bind_cell(struct formula *formula, struct cell *cell);
void formula_bind_items(struct formula *formula, const struct repeat *repeat);

/* EXPRESSION is true where VIEW (operand.h) reads it. Written once for each place. */
struct view;
int formula_truth(const struct view *view, const struct expression *expression);
