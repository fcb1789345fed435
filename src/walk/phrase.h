/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Phrases: texts of the pack as said to one person, with answers filled in and conditional parts
 * decided. A phrase is a flat run of pieces with a style, ready for a screen, a document or a mail.
 */
#pragma once

#include "walk/pass.h"

enum run_style {
  RUN_EM = 1 << 0,
  RUN_STRONG = 1 << 1,
  RUN_BLANK = 1 << 2,  /* what only the person can write */
  RUN_QUOTED = 1 << 3, /* words the person typed: never markup */
};

struct run {
  guint style; /* of enum run_style */
  char *text;  /* UTF-8, not empty; a line feed only in what a person typed */
  char *href;  /* or NULL */
};

/* The runs of one text: a GPtrArray of struct run, which it frees. Never NULL; may be empty. */
struct phrase {
  GPtrArray *runs;
};

/* With what a text is said. */
struct voice {
  const struct pass *pass;
  guint turn;                          /* of a repeat, or 0 */
  const struct translator *translator; /* the program's, for lists and dates */
  gboolean keep_private;               /* leave out what quotes a private answer */
  /* The day on which a task is planned, 0 if none, for <date>; may be NULL. */
  int (*planned)(const void *plan, const struct task *task);
  const void *plan;
};

/*
 * TEXT as VOICE says it: em, strong, links, answers in words (docs/design.md, "The report"), dates
 * in full; white space around what turned out empty is closed up. With `keep_private`, a private
 * answer is said as if it was not given, so that its `else` stands. TEXT NULL gives an empty
 * phrase.
 */
struct phrase *phrase_new(const struct voice *voice, const struct text *text);
/* WORDS as one run of STYLE. */
struct phrase *phrase_of(const char *words, guint style);
void phrase_free(struct phrase *phrase);
DEFINE_OWNED(phrase, phrase_free)

gboolean phrase_empty(const struct phrase *phrase);
gboolean phrase_has_blank(const struct phrase *phrase);
/* As plain text; a blank is [its words], a link its words with the address in brackets after them
 * unless they are the same. */
char *phrase_plain(const struct phrase *phrase) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The answer at STEP in words: an option's label, several joined in the language's way, a long
 * date, a number with its unit, text as typed. Empty when there is none that counts. STYLE, if not
 * NULL, becomes RUN_QUOTED for typed text.
 */
char *answer_words(const struct voice *voice, struct step step,
                   guint *style) G_GNUC_WARN_UNUSED_RESULT;

/* The words for VALUES at STEP whether or not they stand there. */
char *values_words(const struct voice *voice, struct step step,
                   const char *const *values) G_GNUC_WARN_UNUSED_RESULT;

/* The short name of a question for summaries: its label, else its prompt. */
char *question_words(const struct voice *voice, struct step step) G_GNUC_WARN_UNUSED_RESULT;
