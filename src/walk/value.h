/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Values in their stored form: whether one may stand at a question. Every way in uses this
 * one check: the dialogue, answers files, imports; and a pass, of all that was accepted before.
 */
#pragma once

#include "walk/pass.h"

/* The longest text that may be typed, in 1024 bytes: as for all texts of the format. */
#define VALUE_KILOBYTES 16

/*
 * True if VALUES may stand at STEP, which PASS has met: kind, offered options, min and max,
 * exclusive, pattern, constraints. Else false, with *WHY (caller frees) one translated sentence
 * fragment that says what is wrong and what would be right. Constraints are evaluated as if the
 * values stood there.
 */
gboolean value_check(const struct pass *pass, struct step step, const char *const *values,
                     const struct translator *translator, char **why);

/*
 * The same for values that were said on the day GIVEN and have stood since: what is counted from
 * today has moved on. They may stand if they could on that day, or can today.
 */
gboolean value_check_given(const struct pass *pass, struct step step, const char *const *values,
                           int given, const struct translator *translator, char **why);

/*
 * The same but for what is offered, at a step that PASS is about to meet: whether what was accepted
 * once may stand on, now that the pack or another answer has changed.
 */
gboolean value_stands(const struct pass *pass, struct step step, const char *const *values,
                      int given);

/*
 * The part of that check that needs no pass, for an answer to a question that is not asked: kind,
 * known options, min and max, exclusive, pattern. PASS, which need not have met STEP, gives
 * languages and today.
 */
gboolean value_check_form(const struct pass *pass, struct step step, const char *const *values,
                          int given, const struct translator *translator, char **why);

/* min or max of a question as a number of its kind (a day, minutes, a number). False: none, or one
 * outside of the calendar. */
gboolean value_bound(const struct bound *bound, int today, double *number);

/* The answer that gives BOUND, of the question at STEP, which another answer does (bound->limit).
 */
struct values value_limit(const struct pass *pass, struct step step, const struct bound *bound);

/* The default at STEP of a question in stored form, NULL-terminated (NULL: none): `today-30` worked
 * out, or what was answered at the question that it names. Caller frees. */
char **value_default(const struct pass *pass, struct step step) G_GNUC_WARN_UNUSED_RESULT;
