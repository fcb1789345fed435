/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of a few things, chosen outside of the conversation. */
#pragma once

#include "command/session.h"
#include "terminal/lines.h"

enum { CHOICE_STOP = -2, CHOICE_INTERRUPT = -3, CHOICE_EXHAUSTED = -4 };

/*
 * Asks QUESTION until one of WORDS, which end with NULL, is chosen, NOTE (or NULL) below them:
 * which, from 0 on. Or one of the above: :quit, or the end of what somebody types; Ctrl-C; the end
 * of other input. QUESTION and NOTE are messages to translate.
 */
int choice_ask(struct session *session, struct lines *lines, const char *question,
               const GPtrArray *words, const char *note);
