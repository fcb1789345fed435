/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The formula: all that can be answered and ticked in a pack on one day, and what has to be true
 * for anything in it to count, as clauses over literals. Questions of options have a literal for
 * each, other questions one for each of their points (points.h), a repeat one for each of its
 * items; what is not modelled is "something else". Everything that reads the pack's logic asks
 * here. Only what is asked about is written, with all that it rests on: the formula of one place is
 * as small as what leads there.
 *
 * TURN is the item of the repeat that something stands in, from 1; 0 where it stands in none.
 */
#pragma once

#include "prove/points.h"
#include "prove/sums.h"
#include "walk/answers.h"

struct formula;

/* Borrows all. TODAY is a day. */
struct formula *formula_new(const struct thresholds *thresholds, int today, enum search search,
                            struct effort *effort);
void formula_free(struct formula *formula);
DEFINE_OWNED(formula, formula_free)

const struct catalogue *formula_catalogue(const struct formula *formula);
int formula_today(const struct formula *formula);
struct gates *formula_gates(const struct formula *formula);
struct solver *formula_solver(const struct formula *formula);

/* So many items of REPEAT are modelled. */
guint formula_items(const struct formula *formula, const struct repeat *repeat);
/* The turns at which what stands in REPEAT (NULL: in none) can be: from the first to the last. */
struct turns {
  guint first, last;
};
struct turns formula_turns(const struct formula *formula, const struct repeat *repeat);

/* ---- literals ---- */

/* ITEM counts: it is asked, chosen, selected. And what it stands in does, so that its own
 * condition, region and offer decide. */
int formula_met(struct formula *formula, const struct item *item, guint turn);
int formula_around(struct formula *formula, const struct item *item, guint turn);

/* ACTION is ticked, and of the actions of a slot the tick names this one. */
int formula_named(struct formula *formula, const struct action *action);

/* CONDITION, which may be NULL, holds. */
int formula_holds(struct formula *formula, const struct condition *condition, guint turn);

/* QUESTION has an answer; has something to offer; answers itself, having one thing to offer. */
int formula_answered(struct formula *formula, const struct question *question, guint turn);
int formula_offers(struct formula *formula, const struct question *question, guint turn);
int formula_own(struct formula *formula, const struct question *question, guint turn);

int formula_chosen(struct formula *formula, const struct item *option, guint turn);
int formula_has_item(struct formula *formula, const struct repeat *repeat, guint turn);
/* There are items of REPEAT (NULL: of any) beyond those that are modelled. */
int formula_beyond(struct formula *formula, const struct repeat *repeat);
/* ITEM counts where the person is. */
int formula_in_region(struct formula *formula, const struct item *item);

/* All that is required before ITEM is answered if it is asked; ITEM NULL: all of the pack. */
int formula_passed(struct formula *formula, const struct item *item, guint turn);

struct dated {
  int day;     /* as in base/date.h */
  int literal; /* it is the day */
};
/* The latest date given to the question, or the day of the tick of the task that NAME stands for:
 * exclude one another. A GArray of struct dated in order of days; *UNKNOWN is a literal for a day
 * that is not modelled. Caller frees. */
GArray *formula_dates(struct formula *formula, const struct name *name, int *unknown);
/* The region that option VALUE of the pack's region question names is told. */
int formula_region(struct formula *formula, const char *value);

/* Nothing is ticked, and all that is answered can have been answered today. */
int formula_first_visit(const struct formula *formula);

/* ---- answers ---- */

enum found { FOUND_SOME, FOUND_NONE, FOUND_NOTHING_YET };

/*
 * Answers under which WANTED is true and all constraints but WAIVED (or NULL) hold. COMPLETE: what
 * is required anywhere is answered too. FOUND_NONE: whatever else may be given, there are none.
 * FOUND_NOTHING_YET: only by something that is not modelled, or the effort was over first.
 */
enum found formula_find(struct formula *formula, int wanted, gboolean complete,
                        const struct constraint *waived);

/* The same for COUNT literals WANTED all together. */
enum found formula_find_all(struct formula *formula, const int *wanted, guint count,
                            gboolean complete, const struct constraint *waived);

/* The formula in DIMACS, with all constraints. */
void formula_write(const struct formula *formula, GString *out);

/* The answers last found, as the real walk reads them, given today or as late as they could be.
 * Caller frees. */
struct answers *formula_answers(struct formula *formula);

/* As formula_find() of what need not be complete, but with as few answers, chosen options, items
 * and ticks as can be. */
enum found formula_find_shortest(struct formula *formula, int wanted);
