/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The walk: which question comes next, and the ways to move. A pure state that is fed:
 * the caller asks what is current, gives an answer or a skip, and stores what was accepted. No text
 * is printed and nothing is read here.
 *
 * Its state is the answers (walk/answers.h) and where the person stands. The frontier is the first
 * step, in document order, that is relevant and not settled; on a later day's visit the `revisit`
 * questions not yet seen that day come before it. The work per answer does not grow with the size
 * of the pack.
 */
#pragma once

#include "walk/phrase.h"
#include "walk/value.h"

struct walk;

/* Takes ANSWERS over. TODAY is the day of this visit. Both others are borrowed. */
struct walk *walk_new(const struct catalogue *catalogue, struct answers *answers, int today,
                      const struct translator *translator);
void walk_free(struct walk *walk);
DEFINE_OWNED(walk, walk_free)

/* What is asked now; item NULL: nothing is left. */
struct step walk_current(const struct walk *walk);

/*
 * True if walk_current() has been answered or skipped before (back, jump, revisit): what was told
 * is there to edit, and confirming it changes nothing but the day on which it was seen.
 */
gboolean walk_is_again(const struct walk *walk);

/*
 * Answers the current step and goes on. False if VALUES may not stand there, with *WHY (caller
 * frees) in words. After success what was recorded is answers_get() of the step that was current.
 */
gboolean walk_answer(struct walk *walk, const char *const *values, char **why);

/*
 * Leaves the current step without an answer and goes on; a step asked again by revisit keeps its
 * old answer if that may stand today, and sets it aside if not. False, with *WHY, if it is required.
 */
gboolean walk_skip(struct walk *walk, char **why);

/* True if the current step is asked again because time has gone past what was told there: a day
 * that was to come. */
gboolean walk_is_past(const struct walk *walk);

/*
 * Goes to the step that was asked before the current one: the last before it on the way that was
 * asked on this day, else the last at all; false at the first. From there answers lead forward step
 * by step, each with its old answer, to where the person stood. What a changed answer newly asks
 * comes first, and from there the way leads to the frontier.
 */
gboolean walk_back(struct walk *walk);

/* Goes to STEP, which was asked before; its answer leads back to where the person stood, or first
 * to what it newly asks. False if it is not on the way now. */
gboolean walk_jump(struct walk *walk, struct step step);

/* Ticks TASK on DAY, or takes the tick off (0), and follows what that changes. ACTION is the id of
 * the action that stands for it, or NULL. */
void walk_tick(struct walk *walk, const struct task *task, int day, const char *action);

/* Sets what changes nothing of the way: as answers_set_fill(), answers_set_own_draft() and
 * answers_set_moved(). */
void walk_fill(struct walk *walk, const char *id, const char *words);
void walk_reword(struct walk *walk, const char *draft, const char *words);
void walk_move(struct walk *walk, const struct task *task, int day);

/* The steps asked so far on the way now, in order, settled; without those that answer themselves.
 * GArray of struct step; caller frees. */
GArray *walk_path(const struct walk *walk);

/*
 * Steps whose answers the last walk_answer(), walk_skip() or walk_tick() parked or restored, as far
 * as the way is settled: GArrays of struct step owned by the walk, in document order, until the
 * next call.
 */
const GArray *walk_parked(const struct walk *walk);
const GArray *walk_restored(const struct walk *walk);

/* Remarks newly met by the last answer, skip or tick, in order: GArray of struct step owned by the
 * walk. */
const GArray *walk_remarks(const struct walk *walk);

/*
 * How many more questions will be asked, at least and at most, counting the current one. Sound
 * bounds from the structure and from the conditions that are decided already, whatever is answered;
 * going forward neither number rises.
 */
struct progress {
  guint least, most;
};
struct progress walk_progress(const struct walk *walk);

const struct answers *walk_answers(const struct walk *walk);
/* The pass up to the frontier. */
const struct pass *walk_pass(const struct walk *walk);
int walk_today(const struct walk *walk);
