/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a visit begins with: what matters today over all debriefs, and which one it is about. */
#pragma once

#include "command/session.h"
#include "terminal/lines.h"

/* What begins a new debrief; they are numbered from 1. */
enum { MENU_NEW = 0 };

/*
 * Shows what to read before a next time that is today or tomorrow, then asks which of DEBRIEFS (the
 * latest first, at least one) to go on with: what is due is offered first; what is finished, and
 * what was left undone for weeks, last; by the numbers of `rebond list`. That of a debrief,
 * MENU_NEW, or what choice_ask() gives in place of a number.
 */
gint64 menu_ask(struct session *session, struct lines *lines, const GPtrArray *debriefs);
