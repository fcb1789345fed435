/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An ear for what is typed: words that call for support, and words that are no label. */
#pragma once

#include "terminal/talk.h"

/* Shows the support that TEXT calls for (walk/heard.h), each once in a conversation, and no more:
 * what was typed is understood as it would be without it. True if something was shown. */
gboolean listen_for_support(struct talk *talk, const char *text);

enum listen {
  LISTEN_NOTHING, /* no option was heard, and nothing was asked */
  LISTEN_MEANT,   /* *VALUES are meant */
  LISTEN_DENIED,  /* they are not; *INSTEAD, if not NULL, was typed instead */
  LISTEN_TOLD,    /* which of several may be meant was told, and the question waits */
};

/*
 * TEXT is no answer to the question of talk->step: asks whether the options are meant that it tells
 * of. The caller owns *VALUES and *INSTEAD.
 */
enum listen listen_for_options(struct talk *talk, const char *text, char ***values, char **instead);
