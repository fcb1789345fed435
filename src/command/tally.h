/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a run of the checker has read, and how it went, in a line. */
#pragma once

#include "command/session.h"

struct tally {
  guint themes, questions, examples;
  GPtrArray *left; /* of char *, which it frees: files that were left alone */
  gboolean interrupted;
};

void tally_begin(struct tally *tally);
void tally_end(struct tally *tally);

/* Adds the themes and questions of CATALOGUE. */
void tally_add(struct tally *tally, const struct catalogue *catalogue);

/* "12 themes, 40 questions and 159 examples: all well". Caller frees. */
char *tally_words(const struct tally *tally, const struct findings *findings,
                  const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;

/* The same, and what was left alone, on standard output; nothing where neither was anything read
 * nor found. */
void tally_say(const struct tally *tally, struct session *session, const struct findings *findings);
