/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words: answers and questions as they are named inside a sentence, in the language of a voice.
 */
#pragma once

#include "walk/pass.h"

/* With what a text is said. */
struct voice {
  const struct pass *pass;
  guint turn;                          /* of the repeat the text stands in, or 0 */
  const struct translator *translator; /* the program's, for lists and dates */
  gboolean keep_private;               /* leave out what quotes a private answer */
  /* The day on which a task is planned, 0 if none, for <date>; may be NULL. */
  int (*planned)(const void *plan, const struct task *task);
  const void *plan;
  /* For days in texts: that from which they are seen, 0 being today. */
  int seen;
  enum day_form form; /* of a day that is named by an answer */
  gboolean in_text;   /* it is so named; else in full, with its year */
};

/* The day from which the days in VOICE's texts are seen. */
int voice_seen(const struct voice *voice);

/* Whether VOICE may not say what was answered to QUESTION. */
gboolean voice_hides(const struct voice *voice, const struct question *question);

/*
 * The answer at STEP in words: an option's label, several joined in the language's way, a date as
 * the voice says it, a time, a number with its unit, text as typed without blanks at its ends, and
 * of a stem without the final full stop. Empty when there
 * is none that counts, or when the voice keeps it private. STYLE, if not NULL, becomes RUN_QUOTED
 * (walk/phrase.h) for typed text, else 0.
 */
char *answer_words(const struct voice *voice, struct step step,
                   guint *style) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The same for QUESTION named in a text of the repeat WITHIN (NULL: of none): of a question of that
 * repeat the answer of the voice's turn, of another repeat's the answers of all items, joined.
 */
char *answers_words(const struct voice *voice, const struct question *question,
                    const struct repeat *within, guint *style) G_GNUC_WARN_UNUSED_RESULT;

/* The words for VALUES at STEP whether or not they stand there. */
char *values_words(const struct voice *voice, struct step step,
                   const char *const *values) G_GNUC_WARN_UNUSED_RESULT;

/* The short name of a question for summaries: its label, else its prompt. Of a repeat its prompt.
 */
char *question_words(const struct voice *voice, struct step step) G_GNUC_WARN_UNUSED_RESULT;

/* A number in stored form as the language writes it: "1,5" in French. */
char *number_words(const char *stored,
                   const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;

/*
 * True if the answers to QUESTION are for the person only: it is private itself, stands in an
 * option of a private question, or offers what was chosen at one, or is by default what was
 * answered there. Such an answer would betray the private one.
 */
gboolean question_is_private(const struct question *question);
