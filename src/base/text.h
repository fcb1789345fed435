/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What no library gives for lines of text on a terminal: width and wrapping by
 * the rules of Unicode, and the few normal forms in which typed words are
 * compared. But for text_clean() all text that comes in is UTF-8.
 */
#pragma once

#include <glib.h>

/* Columns that TEXT (no line feed) takes on a terminal, by UAX 11. */
int text_width(const char *text);
/* Of its first LENGTH bytes. */
int text_width_of(const char *text, gsize length);

/* How many of the LENGTH bytes at TEXT fit into ROOM columns, in whole characters; blanks behind
 * them take no room. */
gsize text_fit(const char *text, gsize length, int room);

/* A line of a text, without the blanks at its end. */
struct text_line {
  const char *start;
  gsize length; /* bytes */
};

/* Whether the blank at BLANK in TEXT is no place for a line to end: between a number and what it
 * counts or names, "5 minutes", "24 November", and inside of "24 November 2026" and "9 h 30". */
gboolean text_holds(const char *text, const char *blank);
/* TEXT with no-break spaces there, for what others wrap. Caller frees. */
char *text_hold(const char *text) G_GNUC_WARN_UNUSED_RESULT;

/*
 * Adds the lines of TEXT, of at most WIDTH columns, to LINES (of struct text_line, into TEXT). They
 * end where UAX 14 allows it, and not where text_holds() is against it if there is another place; a
 * word that is longer than a line is broken inside. Of the first line FIRST columns are filled
 * already, of the others MARGIN. Line feeds of TEXT stay breaks; non-breaking spaces hold.
 */
void text_lines(GArray *lines, const char *text, int width, int first, int margin);

/*
 * Adds TEXT in such lines: every line but the first starts with INDENT, which counts towards WIDTH.
 * There is no final line feed but that of TEXT.
 */
void text_wrap(GString *out, const char *text, int width, int first, const char *indent);

/*
 * A copy in which control characters (all of C0 and C1 but line feed; tab becomes
 * a space), bidirectional overrides and isolates (UAX 9, section 2), U+FFFE, U+FFFF and bytes
 * that are not UTF-8 have become U+FFFD. CRLF becomes a line feed. This is done once, where text
 * enters.
 */
char *text_clean(const char *text, gssize length) G_GNUC_WARN_UNUSED_RESULT;

/* True if text_clean() would change nothing; asking is much cheaper than cleaning. */
gboolean text_is_clean(const char *text, gsize length);

/* How many of the LENGTH bytes at TEXT are words that single spaces part: none before the first of
 * them, none behind the last, and no control characters. */
gsize text_folded_length(const char *text, gsize length);

/*
 * Case, accents and width folded away, typographic apostrophes and ligatures made what people type,
 * runs of blanks made one and none left at the ends: for comparing typed words.
 */
char *text_fold(const char *text) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The number and name in Unicode, "U+00A0 NO-BREAK SPACE", of the first character of TEXT that
 * cannot be seen, or is a letter of another script than the Latin letters beside it; NULL if there
 * is none. Caller frees.
 */
char *text_disguised(const char *text) G_GNUC_WARN_UNUSED_RESULT;

/*
 * TEXT on one line, in at most MOST characters and "…": cut after a word, or inside one that is
 * longer than that. Caller frees.
 */
char *text_shorten(const char *text, glong most) G_GNUC_WARN_UNUSED_RESULT;

/* WORDS with a capital, unless their first word has letters of its own ("iOS") or is no word.
 * Caller frees. */
char *text_capital(const char *words) G_GNUC_WARN_UNUSED_RESULT;

/* The last character of TEXT but for blanks and what closes a quotation or bracket; 0: none. */
gunichar text_last_inside(const char *text);

/* TEXT with a capital in front and a full stop behind, unless it ends with a mark already, maybe
 * inside quotes or brackets; nothing stays nothing. Caller frees. */
char *text_sentence(const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The byte with which the last of the characters, as a reader counts them (UAX 29), in the LENGTH
 * bytes of TEXT, at least one, begins: an emoji made of several is one. */
gsize text_last_character(const char *text, gsize length);

/* For sorting what holds texts (const char *), by their bytes. */
int text_compare(const void *a, const void *b);

/* The number of words, as a reader counts them (UAX 29). */
guint text_words(const char *text);

/*
 * The name in NAMES (NULL-terminated) that is nearest to WORD by edits of one letter
 * (insertion, deletion, change, swap of neighbours; capitals make no difference), if it is near
 * enough to have been meant; NULL otherwise. The result belongs to NAMES.
 */
const char *text_nearest(const char *word, const char *const *names);

/* True if ONE and OTHER, of three letters at least, are one such edit apart, and are not called so
 * on purpose, as "step-1" and "step-2" or "step-a" and "step-b" are. */
gboolean text_is_slip(const char *one, const char *other);
