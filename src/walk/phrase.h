/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Phrases: texts of the pack as said to one person, with answers filled in and conditional parts
 * decided. A phrase is a flat run of pieces with a style, ready for a screen, a document or a mail.
 */
#pragma once

#include "walk/words.h"

enum run_style {
  RUN_EM = 1 << 0,
  RUN_STRONG = 1 << 1,
  RUN_BLANK = 1 << 2,  /* what only the person can write */
  RUN_QUOTED = 1 << 3, /* words the person typed: never markup */
};

struct run {
  struct run *next; /* or NULL */
  guint style;      /* of enum run_style */
  const char *href; /* or NULL; borrowed from the pack, as what follows is */
  /* RUN_BLANK: an example of what to write, and what the words are kept as; or NULL. Of the words
   * that fill a blank, the latter as well. */
  const char *example;
  const struct name *fill;
  char text[]; /* UTF-8, not empty; a line feed only in what a person typed */
};

/* The runs of one text, the first and so on; NULL: it is empty. Neighbours differ in more than
 * their text. */
struct phrase {
  struct run *runs;
};

/*
 * TEXT as VOICE says it: em, strong, links, answers in words (README.md, "The report"), dates
 * in full; white space around what turned out empty is closed up. With `keep_private`, a private
 * answer (question_is_private()) is said as if it was not given, so that its `else` stands. TEXT
 * NULL gives an empty phrase.
 */
struct phrase *phrase_new(const struct voice *voice, const struct text *text);
/* The same in the language in which TEXT was written. */
struct phrase *phrase_as_written(const struct voice *voice, const struct text *text);
/* WORDS as one run of STYLE; of "" or NULL an empty phrase. */
struct phrase *phrase_of(const char *words, guint style);
void phrase_free(struct phrase *phrase);
DEFINE_OWNED(phrase, phrase_free)

gboolean phrase_empty(const struct phrase *phrase);
gboolean phrase_has_blank(const struct phrase *phrase);
/*
 * As plain text; a blank is [its words], a link its words with the address in round brackets after
 * them unless they are the same (mailto: and tel: do not count, and are not said).
 */
char *phrase_plain(const struct phrase *phrase) G_GNUC_WARN_UNUSED_RESULT;

/* TEXT as VOICE says it, plain. Caller frees. */
char *phrase_say(const struct voice *voice, const struct text *text) G_GNUC_WARN_UNUSED_RESULT;

/* The sentence of STEP, a question with a stem, with WORDS, which are not empty, in its gap, plain.
 * Caller frees. */
char *phrase_say_stem(const struct voice *voice, struct step step,
                      const char *words) G_GNUC_WARN_UNUSED_RESULT;
