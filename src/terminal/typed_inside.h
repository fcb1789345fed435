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
/* What stands at {1} for each alternative of PATTERNS that fits, the shortest first; with a {2}
 * what stands at {1}, a tab, and what stands there. NULL-terminated; caller: g_strfreev(). */
char **words_matches(const char *words, const char *patterns) G_GNUC_WARN_UNUSED_RESULT;
/* If WORDS ends with an alternative of LIST, cuts it off with the blanks before it. */
gboolean words_cut_end(char *words, const char *list);

/* The languages to try: TRANSLATOR's, then English (NULL). A loop runs i over 0 and 1. */
#define TYPED_LANGUAGES 2
const struct translator *typed_language(guint i, const struct translator *translator);

/* ---- days ---- */

/* Between which days a day without a year, or a weekday, is looked for; 0: open. */
struct horizon {
  int today, from, to;
};

/* Days as they were said: one, several ("next week"), or all up to one ("by Friday"). */
enum said_kind { SAID_DAY, SAID_SPAN, SAID_DEADLINE };
struct said {
  enum said_kind kind;
  int first, last;
  gboolean hour; /* one was said with it, which a day does not keep: "Monday noon" */
};

/* The days that TEXT says. False if it says none; *WHY (caller frees) is then set if it has the
 * shape of a day that there is not. */
gboolean typed_said(const char *text, const struct horizon *horizon,
                    const struct translator *translator, struct said *said, char **why);

/*
 * The day that TEXT means at STEP, a question about a day; 0 as above. What may be meant in several
 * ways ("Friday") is read as it may stand there. *SAID, if not NULL, is all that was said.
 */
int typed_answer_day(const struct pass *pass, struct step step, const char *text,
                     const struct translator *translator, struct said *said, char **why);

/* The parts of that, each for one language. */

/* One day; *FALSE_DAY as in typed_date.c. 0: none. */
int said_day(const char *words, const struct horizon *horizon, const struct translator *translator,
             int *false_day);
/* Minutes since midnight; -1: no time of day. */
int said_time(const char *words, const struct translator *translator);
/* A week, a month, a year, a part of one. */
gboolean said_period(const char *words, const struct horizon *horizon,
                     const struct translator *translator, struct said *said);

/* The number of the name that WORD is or, from three letters on, alone begins with; 0: none. */
int said_name(const char *word, int count, const char *(*name)(int, const struct translator *),
              const struct translator *translator);
int said_full_year(int year, const struct horizon *horizon);

enum unit { UNIT_DAY, UNIT_WORKDAY, UNIT_MONTH };

/* "three weeks", "two or three days": in units, at least and at most. */
struct quantity {
  int least, most;
  enum unit unit;
};
gboolean said_quantity(const char *words, const struct translator *translator,
                       struct quantity *quantity);
/* The day COUNT (which may be negative) units from DAY; 0 outside of the calendar. */
int quantity_from(int day, int count, enum unit unit);

/* Minutes since midnight, or -1. */
int typed_time(const char *text, const struct translator *translator);

/* A number in stored form. UNIT (may be NULL) may follow it; LANGUAGE tells what "1,200" is. */
char *typed_number(const char *text, const struct question *question, const char *unit,
                   const struct translator *translator, const char *language, char **why);

/* Stored values of offered options. */
char **typed_options(const struct pass *pass, struct step step, gboolean several, const char *text,
                     const struct translator *translator, char **why);
