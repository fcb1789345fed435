/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a visit begins with: what matters today over all debriefs, and which one it is about. */
#pragma once

#include "command/session.h"
#include "terminal/lines.h"

enum menu_choice {
  MENU_DEBRIEF,     /* to go on with one */
  MENU_NEW,         /* to begin anew */
  MENU_STOP,        /* neither, now */
  MENU_INTERRUPTED, /* Ctrl-C */
  MENU_EXHAUSTED,   /* input that is no terminal ended */
};

/*
 * Shows what to read before a next time that is today or tomorrow, then asks which of DEBRIEFS (the
 * latest first, at least one) to go on with: what is due is offered first, what is finished last,
 * by the numbers of `rebond list`. *NUMBER is that of MENU_DEBRIEF.
 */
enum menu_choice menu_ask(struct session *session, struct lines *lines, const GPtrArray *debriefs,
                          gint64 *number);
