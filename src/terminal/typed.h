/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What people type, turned into stored values: numbers and labels of options, dates as they are
 * said in the language in use, numbers with a unit, times. Whether a value may stand is the walk's
 * to say (walk/value.h); here it is only understood.
 *
 * The interface's language and English are both understood, the former first. Case, accents and
 * kinds of apostrophes make no difference.
 */
#pragma once

#include "walk/walk.h"

/*
 * The stored values that TEXT means at STEP, NULL-terminated (caller: g_strfreev). NULL if it
 * cannot be understood; *WHY (caller frees) then says what was understood and what would be
 * accepted.
 */
char **typed_read(const struct pass *pass, struct step step, const char *text,
                  const struct translator *translator, const char *language, char **why);

/*
 * What was understood by TEXT at STEP, a question about a day, where that is more than the day of
 * VALUE, to which it led: "by Friday 27 November 2026" for "within a week". NULL: no more.
 */
char *typed_understood(const struct pass *pass, struct step step, const char *text,
                       const char *value, const struct translator *translator);

/* True if VALUE, a day typed in answer to the question of STEP, is so far away that it may be a
 * slip of the hand: years from today, and on a side on which the question sets no bound. */
gboolean typed_is_far(const struct pass *pass, struct step step, const char *value);

/*
 * A day said in words or figures ("hier", "last Tuesday", "12/11", "12 nov", "2026-11-12"), or 0.
 * The day comes before the month, unless there is no such month. Days without a year are the latest
 * such day up to TODAY; with FUTURE, the first from TODAY on. Of several days ("next week") with
 * FUTURE the first counts, of all up to one that one; otherwise they are no day.
 */
int typed_date(const char *text, int today, gboolean future, const struct translator *translator);

/* True for yes, *YES set, in the interface's language and in English; false if it is neither yes
 * nor no. */
gboolean typed_yes_no(const char *text, const struct translator *translator, gboolean *yes);

/* What is accepted at STEP in one translated sentence, with an example where that says more. */
char *typed_hint(const struct pass *pass, struct step step,
                 const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;

/* The label of the offered option VALUE in words. */
char *typed_label(const struct pass *pass, struct step step, const char *value,
                  const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;
