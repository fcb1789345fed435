/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exchange: answers to and from the example format, for answers files, exports, imports, the pack's
 * examples and witnesses.
 *
 * Items of a repeat. An <item> says that one more was wanted: its turn is answered "yes", on the
 * first day of what stands in it. After the last one "no" is understood, and where there is none
 * the repeat counts as skipped. Where that is not so, what was said to "one more?" is written as an
 * answer or skip of the repeat's id: inside an item for the turn of that item, outside for the turn
 * after the last. So what was told comes back as it was, parked items included.
 */
#pragma once

#include "reader/example.h"
#include "walk/walk.h"

/*
 * The answers that EXAMPLE tells, checked as content/FORMAT.md section 5 says: unknown questions,
 * values not offered, missing required answers, second answers, ticks after today and the like are
 * errors at their line, answers that are not asked a warning. An optional question without an
 * answer counts as skipped. What has an error is left out. Never NULL; check the findings.
 *
 * From a required question without an answer (rule missing-answer) on, what is not told stays open
 * rather than skipped. So who wants to take up a debrief that was exported before its end may go on
 * with the answers when that rule is the only one broken.
 */
struct answers *exchange_read(const struct catalogue *catalogue, const struct example *example,
                              const struct translator *translator, struct findings *findings);

/*
 * What a debrief exported (its root has an `id`) is taken as it is: values that may not stand now
 * wait, what has no place becomes a stray, and what is not told stays open. Nothing of it is an
 * error.
 */

/* What exchange_write() holds back. */
enum exchange_private { PRIVATE_LEFT_OUT, PRIVATE_INCLUDED };

/*
 * ANSWERS as an example file, in document order, parked ones marked, those that answer themselves
 * left out. TITLE and TODAY go to the root; `given` to the root is the day the debrief began.
 * EXPECTATIONS, already written elements, or NULL. Without its private answers
 * (question_is_private()) the file is one in which they were never given: what they alone led to is
 * marked as parked; strays, of which nobody knows, are left out too, unless they were set aside at
 * a question that is not private.
 *
 * Of a debrief (answers_identity()) all is said that exchange_read() needs to give the same back:
 * days on which answers were confirmed, days of skips; what stands in items has its turn instead of
 * an <item>.
 */
void exchange_write(const struct catalogue *catalogue, const struct answers *answers,
                    const char *title, int today, enum exchange_private private,
                    const char *expectations, GString *out);
