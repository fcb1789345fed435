/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a question is put: its title, options and default, and what stands in the line. */
#pragma once

#include "terminal/talk.h"

/* What an empty line means at a question. */
enum fallback_kind {
  FALLBACK_KEEP,      /* the answer that stands there */
  FALLBACK_LAST_TIME, /* that of the debrief before, for `remember` */
  FALLBACK_DEFAULT,
  FALLBACK_SKIP,
  FALLBACK_SKIP_AGAIN, /* it was left out before, and a default does not change that */
  FALLBACK_NEEDED,     /* nothing: the question is asked again */
};

struct fallback {
  enum fallback_kind kind;
  char **values; /* stored form; NULL for FALLBACK_SKIP and FALLBACK_NEEDED */
  char *words;   /* the same in words */
};

/* For talk->step, which is current. */
struct fallback *fallback_new(const struct talk *talk) G_GNUC_WARN_UNUSED_RESULT;
void fallback_free(struct fallback *fallback);
DEFINE_OWNED(fallback, fallback_free)

/* Shows talk->step with all that a person needs to answer it. */
void ask_show(struct talk *talk, const struct fallback *fallback);

/* Reads a line at talk->step; as talk_read(). */
enum heard ask_read(struct talk *talk, const struct fallback *fallback, char **text);

/* The prompt of a line: a sign, or words where those were asked for. */
const char *ask_prompt(const struct talk *talk);

/* True if the values of the debrief before are to be taken at talk->step without asking. */
gboolean ask_is_silent(const struct talk *talk, const struct fallback *fallback);
