/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Wording: what can be said about the words of a text in its language, by tables of patterns. A
 * language without a row has no findings about its words.
 */
#pragma once

#include "catalogue/catalogue.h"

/* Forms in which a person is spoken to. */
enum address_form { ADDRESS_FAMILIAR, ADDRESS_POLITE, ADDRESS_COUNT };

struct wording {
  GRegex *address[ADDRESS_COUNT]; /* the words of each form; NULL: there are none */
  GRegex *compound;               /* what makes two questions of one, or NULL */
  GRegex
      *unspaced; /* where a no-break space should stand, before : ; ? ! % and inside « »; or NULL */
};

/* The tables for LANGUAGE ("fr", also for "fr-CA"); empty ones if nothing is known of it. Compiled
 * once, never freed. */
const struct wording *wording_find(const char *language);

/* The first word of FORM in TEXT; NULL: there is none. Caller frees. */
char *wording_address(const struct wording *wording, enum address_form form, const char *text);

/* Whether the question TEXT asks two things at once. */
gboolean wording_is_compound(const struct wording *wording, const char *text);

/* What is wrong with the signs of TEXT, the first that is, as a message id; NULL: nothing. */
const char *wording_signs(const struct wording *wording, const char *text);

/* Words of the longest sentence of PLAIN, which ends with . ! ? or … and a space. */
guint wording_longest(const char *plain);
