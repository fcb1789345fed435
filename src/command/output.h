/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where texts go: to the screen, a page at a time, or to files that only their owner may read.
 */
#pragma once

#include "command/session.h"

/* How wide lines may be on the screen that output goes to. */
int output_width(const struct session *session);

/* True if output goes to a terminal. */
gboolean output_is_screen(const struct session *session);

/* True if what is private is held back: from files and pipes, unless it is asked for. */
gboolean output_holds_back(const struct session *session);

/* Adds TITLE to OUT as a line or more of their own, on a screen in bold. */
void output_title(const struct session *session, GString *out, const char *title);

/* Puts TEXT on standard output; on a screen that is shorter, through $PAGER (less), and without it
 * if that fails. */
void output_show(struct session *session, const char *text);

/*
 * Puts TEXT into FILE: whole or not at all, 0600. A file that is there is replaced only with
 * --force, through a link what it leads to; devices and pipes are written to. Returns an exit code;
 * the person has been told what went wrong.
 */
int output_save(struct session *session, const GString *text, const char *file);

/* Puts TEXT into FILE in the same way, whatever is there: a link stays one, and what it leads to is
 * replaced. */
int output_replace(struct session *session, const GString *text, const char *file);

/* What stands in the file of --output before it is replaced, or NULL. Caller frees. */
char *output_earlier(const struct session *session) G_GNUC_WARN_UNUSED_RESULT;

/* To --output if it was given, else to the screen or what stands in its place. An exit code. */
int output_deliver(struct session *session, const GString *text);

/* The same for TEXT, the calendar of PLANS (of const struct plan): what it cannot hold is not left
 * out in silence, and an empty one is not written. */
int output_calendar(struct session *session, const GPtrArray *plans, const GString *text);

/*
 * Puts TEXT into a new file of the current folder, "START.SUFFIX" or, where that is taken,
 * "START-2.SUFFIX" and so on; one that holds just this text already serves. Where that cannot be,
 * the person is told why, and it goes into their home. Returns its path (caller frees), or NULL.
 */
char *output_keep(struct session *session, const GString *text, const char *start,
                  const char *suffix) G_GNUC_WARN_UNUSED_RESULT;

/*
 * Which of NAMES, formats that end with NULL, --format asks for, or the ending of --output tells,
 * in small letters or capitals; without either the first, also for what is there and is no plain
 * file, which has no ending to go by. NULL: none of them, and the person has been told.
 */
const char *output_format(struct session *session, const char *const *names);
