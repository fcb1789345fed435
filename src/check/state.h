/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The state of a search: which variables of a model have a value so far, and what is true, false or
 * still open because of that. An assigned value is taken to stand; whether it may stand is for
 * state_fits() to say.
 */
#pragma once

#include "check/model.h"
#include "check/truth.h"

#define OPEN (-1) /* a variable without a value so far */

/*
 * Up to where the way is looked at: before this place in document order a required question has
 * to be answered, for a person gets past it no other way.
 */
struct horizon {
  guint order;
  const struct repeat *repeat; /* in which it stands, or NULL, */
  guint turn;                  /* and at which item */
};

struct memory; /* memory.h */

/* The values, by index, between which an open variable has one. */
struct reach {
  guint first, last;
};

/* A variable that was assigned or narrowed, with what it could be and how much was decided before.
 */
struct assignment {
  guint variable;
  struct reach reach;
  guint decided;
};

struct state {
  const struct model *model;
  gint16 *assigned;                /* by variable: OPEN, or the index of its value */
  struct reach *reaches;           /* by variable: what it can be while it is open */
  GArray *trail;                   /* of struct assignment, in order */
  guint64 steps;                   /* effort so far: expressions looked at */
  const struct constraint *waived; /* left out of state_fits(), or NULL */
  struct horizon horizon;
  gboolean lossy; /* a variable was looked at of which values that matter may be missing */
  struct memory *memory;
};

struct state *state_new(const struct model *model);
void state_free(struct state *state);
DEFINE_OWNED(state, state_free)

/* Forgets all verdicts and that something was lossy, for a new search. */
void state_begin(struct state *state);
/* Gives VARIABLE, which is open, a value. */
void state_assign(struct state *state, guint variable, int value);
/* Leaves VARIABLE open, but only for values of REACH. */
void state_narrow(struct state *state, guint variable, struct reach reach);
/* Takes back all assignments and narrowings but the first COUNT. */
void state_undo(struct state *state, guint count);
void state_set_horizon(struct state *state, struct horizon horizon);

/* Whether VARIABLE has its value INDEX. */
enum truth state_has(struct state *state, guint variable, guint index);

/* The first value of VARIABLE, which is open, from number FROM (not nothing) to LAST that it may
 * have; 0: none. */
guint state_next(struct state *state, guint variable, guint from, guint last);

/* CONDITION (NULL holds) at item TURN of the repeat it stands in. */
enum truth state_holds(struct state *state, const struct condition *condition, guint turn);
/* A part of a condition, read in REPEAT at item TURN. */
enum truth state_expression(struct state *state, const struct expression *expression,
                            const struct repeat *repeat, guint turn);

/* Whether ITEM counts: asked or answering itself, selected; of an option: offered; a theme:
 * entered. */
enum truth state_met(struct state *state, const struct item *item, guint turn);
/* The same without its own condition and, for a question, without options to offer. */
enum truth state_around(struct state *state, const struct item *item, guint turn);

/* Whether OPTION is chosen; whether there is an item TURN; whether ITEM counts where the person is.
 */
enum truth state_chosen(struct state *state, const struct item *option, guint turn);
enum truth state_has_item(struct state *state, const struct repeat *repeat, guint turn);
enum truth state_in_region(struct state *state, const struct item *item);

/* Whether QUESTION has an answer, and whether it offers the value of VARIABLE, INDEX. */
enum truth state_answered(struct state *state, const struct question *question, guint turn);
enum truth state_offers(struct state *state, guint variable, guint index);

/* How many options are offered: at least and at most. Of kinds without options: 1 and 1. */
struct span {
  guint least, most;
};
struct span state_offered(struct state *state, const struct question *question, guint turn);
/* Whether `from` leaves one option only, so that QUESTION answers itself. */
enum truth state_own(struct state *state, const struct question *question, guint turn);

/*
 * Whether what is assigned to QUESTION may stand: an answer where it is asked, within bounds and
 * constraints; none where it is not asked, or need not be answered.
 */
enum truth state_fits(struct state *state, const struct question *question, guint turn);

/* Whether what is assigned to VARIABLE, or what it is narrowed to, may stand. */
enum truth state_stands(struct state *state, guint variable);

/* After VARIABLE was assigned: options that can no longer be chosen beside it are not. */
void state_close_choices(struct state *state, guint variable);

/* Whether QUESTION comes before the horizon, and whether it cannot be passed without an answer. */
gboolean state_comes_before(const struct state *state, const struct question *question, guint turn);
gboolean state_must(const struct state *state, const struct question *question, guint turn);
