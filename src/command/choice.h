/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of a few things, chosen outside of the conversation. */
#pragma once

#include "command/session.h"
#include "terminal/lines.h"

struct choice_offer {
  gint64 number;     /* what it is chosen by; from 0 on */
  const char *words; /* or how these begin, where no other offer's begin so */
  gboolean hidden;   /* not shown, but there */
};

/* In place of a number: :quit, or the end of what somebody types; Ctrl-C; the end of other input.
 */
enum { CHOICE_STOP = -1, CHOICE_INTERRUPTED = -2, CHOICE_EXHAUSTED = -3 };

/*
 * Asks QUESTION until one of OFFERS (struct choice_offer, at least one) is chosen, NOTE (or NULL)
 * below them: its number, or one of the above. Enter chooses the first. QUESTION and NOTE are
 * messages to translate.
 */
gint64 choice_ask(struct session *session, struct lines *lines, const char *question,
                  const GArray *offers, const char *note);
