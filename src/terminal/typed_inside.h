/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that read typed text share; nobody else includes it. */
#pragma once

#include "terminal/typed.h"

/*
 * Words of a language are messages: alternatives separated by '|', in which {1} stands for the part
 * that varies. WORDS and TEXT below are folded (text_fold()).
 */

/* The index from 1 of the alternative of LIST that WORDS is; 0: none. */
guint words_index(const char *words, const char *list);
/* What stands at {1} if WORDS is as one of the alternatives of PATTERNS, else NULL. Of several that
 * fit, the one with the most words of its own counts. */
char *words_match(const char *words, const char *patterns) G_GNUC_WARN_UNUSED_RESULT;
/* If WORDS ends with an alternative of LIST, cuts it off with the blanks before it. */
gboolean words_cut_end(char *words, const char *list);

/* The languages to try: TRANSLATOR's, then English (NULL). A loop runs i over 0 and 1. */
#define TYPED_LANGUAGES 2
const struct translator *typed_language(guint i, const struct translator *translator);

/* Between which days a day without a year is looked for; 0: open. */
struct span {
  int today, from, to;
};
int typed_day(const char *text, const struct span *span, const struct translator *translator,
              char **why);

/* Minutes since midnight, or -1. */
int typed_time(const char *text, const struct translator *translator);

/* A number in stored form. UNIT (may be NULL) may follow it; LANGUAGE tells what "1,200" is. */
char *typed_number(const char *text, const struct question *question, const char *unit,
                   const struct translator *translator, const char *language, char **why);

/* Stored values of offered options. */
char **typed_options(const struct pass *pass, struct step step, gboolean several, const char *text,
                     const struct translator *translator, char **why);
