/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pass: one way through the catalogue in document order, along which everything that counts
 * is met once. Conditions look back only, so what a pass has behind it never changes by what it
 * meets later. The walk lets a pass stop at the first question without an answer; the plan runs one
 * to the end.
 */
#pragma once

#include "walk/answers.h"

struct pass;

/* ANSWERS is borrowed and may change only behind pass_rewind(). TODAY is a day. */
struct pass *pass_new(const struct catalogue *catalogue, const struct answers *answers, int today);
void pass_free(struct pass *pass);
DEFINE_OWNED(pass, pass_free)

/* Lets answers stand that break CONSTRAINT alone: for showing that it can be broken. Before
 * pass_next(). */
void pass_waive(struct pass *pass, const struct constraint *constraint);
const struct constraint *pass_waived(const struct pass *pass);

/*
 * Goes on to the next thing that counts: a question or repeat that is relevant (also one that
 * answers itself through `from`), or advice of any kind that is selected. False at the end. What is
 * nested in a question's options, and in the items of a repeat, is met if its answer stands; what
 * is nested in an action, if a tick names that action.
 */
gboolean pass_next(struct pass *pass, struct step *met);

/*
 * Goes back so that pass_next() meets STEP again, which it has met before; a step without item: to
 * the start. What stands at STEP and after it may have changed.
 */
void pass_rewind(struct pass *pass, struct step step);

/* Everything met so far, in order: an array of struct step, owned by the pass. */
const GArray *pass_met(const struct pass *pass);

/* True if STEP was met and not unmet by a rewind. */
gboolean pass_has_met(const struct pass *pass, struct step step);
/* Where STEP stands in pass_met(); -1 if it was not met. */
int pass_index(const struct pass *pass, struct step step);

/*
 * The answer that counts at STEP: active, or answering itself; NULL while unanswered, skipped,
 * parked, naming an option that is not offered now, or such as may not stand any more: beyond a
 * bound, against a constraint, of another kind.
 */
const struct answer *pass_answer(const struct pass *pass, struct step step);

/* True if the question at STEP has just one option offered through `from`, so is not asked. */
gboolean pass_answers_itself(const struct pass *pass, struct step step);

/* True if the step is settled: answered with what is offered, skipped where that is allowed, or
 * answering itself. */
gboolean pass_settled(const struct pass *pass, struct step step);

/*
 * The options offered at STEP now: an array of const struct offer, in order. Empty for kinds
 * without options. Caller frees.
 */
struct offer {
  const char *value;
  const struct option *option; /* the question's own; NULL where `from` gives it without one */
  const struct text *label;    /* NULL: yes or no */
};
GArray *pass_offers(const struct pass *pass, struct step step);

/* True if CONDITION holds here; TURN picks the item of the repeat it stands in. NULL holds. */
gboolean pass_holds(const struct pass *pass, const struct condition *condition, guint turn);

/*
 * What $NAME (no define) stands for in a condition of the repeat REPEAT (NULL: of none) at its item
 * TURN: answers that count, numbers of items, a day of a tick. Borrowed until the pass moves.
 */
struct values pass_values(const struct pass *pass, const struct name *name,
                          const struct repeat *repeat, guint turn);

/* The first of a list of alternatives that holds, or NULL; of a group its member. */
const struct text *pass_choose(const struct pass *pass, const struct text *alternatives,
                               guint turn);

/* All of a list of texts that hold, in order; of a group its first member that does. Never a group.
 * A GPtrArray of const struct text; caller frees the array. */
GPtrArray *pass_select(const struct pass *pass, const struct text *texts, guint turn);

/* What made CONDITION true, as condition_reasons(). */
void pass_reasons(const struct pass *pass, const struct condition *condition, guint turn,
                  enum reasons which, GArray *reasons);

const struct catalogue *pass_catalogue(const struct pass *pass);
const struct answers *pass_answers(const struct pass *pass);
int pass_today(const struct pass *pass);

/* The region of the person (a value of the pack's region question), or NULL while not known. As
 * everything else it counts from where it is told on, not before. */
const char *pass_region(const struct pass *pass);
/* The regions in which ITEM counts; NULL: everywhere. */
const char *const *pass_regions(const struct item *item);
/* True if REGIONS (NULL: everywhere) counts for the person. */
gboolean pass_in_region(const struct pass *pass, const char *const *regions);
