/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Wording: what can be said about the words of a text in its language, by tables of patterns. A
 * language without a row has no findings about its words.
 */
#pragma once

#include "catalogue/catalogue.h"

/* Forms in which a person is spoken to. */
enum address_form { ADDRESS_FAMILIAR, ADDRESS_POLITE, ADDRESS_COUNT };

struct address {
  const char *const *words; /* NULL-terminated, in small letters from a to z, with ’ at the end
                               of what has lost its vowel; NULL: no such form */
  const char *not_after;    /* right after this the words do not count; or NULL */
};

struct wording {
  const struct address *address; /* by form */
  guint32 initials;              /* a bit for each letter with which a word of address begins */
  GRegex *compound;              /* what makes two questions of one, or NULL */
  gboolean spaced;               /* a no-break space stands before : ; ? ! % and inside « » */
};

/* The tables for LANGUAGE ("fr", also for "fr-CA"); empty ones if nothing is known of it. Compiled
 * once, never freed. */
const struct wording *wording_find(const char *language);

struct word {
  const char *at; /* in the text it was found in */
  gsize length;   /* in bytes; 0: there is no such word */
};

/* What there is to know of the words of a text. */
struct look {
  guint words;                        /* no fewer than text_words() has */
  struct word address[ADDRESS_COUNT]; /* the first of each form */
};

/* One look over TEXT, many times faster than text_words() or a regular expression. */
struct look wording_look(const struct wording *wording, const char *text);

/* Whether the question TEXT asks two things at once. */
gboolean wording_is_compound(const struct wording *wording, const char *text);

/* What is wrong with the signs of TEXT, the first that is, as a message id; NULL: nothing. */
const char *wording_signs(const struct wording *wording, const char *text);

/* Words of the longest sentence of PLAIN, which ends with . ! ? or … and a space. */
guint wording_longest(const char *plain);
