/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A visit: one conversation with the person about one debrief, kept in the journal answer by
 * answer, and what is handed over at its end.
 */
#pragma once

#include "command/session.h"
#include "terminal/lines.h"

/*
 * Holds the conversation about DEBRIEF (id 0: a new one, which is kept from its first answer on;
 * with --no-journal never), which is locked already, and takes its answers over. LINES is closed
 * before the plan is shown. An exit code.
 */
int visit_hold(struct session *session, struct debrief *debrief, struct lines *lines);

/* Asks for the words of the blanks in the message for TASK of DEBRIEF, which is locked already, and
 * takes its answers over. On OUT, with LINES on it, which are closed. An exit code. */
int visit_fill(struct session *session, struct debrief *debrief, struct lines *lines, FILE *out,
               const struct task *task);

/* The plan that ANSWERS came to on the last visit, to compare with. NULL if questions were open
 * then, or this is the first. Caller frees. */
struct plan *ending_before(const struct session *session,
                           const struct answers *answers) G_GNUC_WARN_UNUSED_RESULT;

/* What the visit hands over: the plan on the screen, with what has changed since BEFORE (NULL: not
 * known), and in a file of the current folder. An exit code. */
int ending_show(struct session *session, const struct answers *answers, const struct plan *before);
