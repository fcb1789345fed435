/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes: answers of several lines, typed, pasted or written in an editor. */
#pragma once

#include "terminal/talk.h"

/*
 * Goes on with a note after its first line was HEARD (HEARD_TEXT with *TEXT, or HEARD_EDIT) until
 * an empty line. HEARD_TEXT: *TEXT is the whole note, also where the conversation ends in the
 * middle of it (talk->ended), so that nothing typed is lost. Otherwise as talk_read(); what was
 * typed waits in talk->unsent.
 */
enum heard note_read(struct talk *talk, enum heard heard, char **text);

/* True if a note waits at talk->step to be gone on with; it is shown, and becomes *TEXT. */
gboolean note_resume(struct talk *talk, char **text);
