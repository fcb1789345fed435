/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Wording: what can be said about the words of a text in its language, by tables of patterns. A
 * language without a row has no findings about its words.
 */
#pragma once

#include "catalogue/catalogue.h"

struct wording {
  const char *language;
  GRegex *familiar, *polite; /* forms of address; NULL where the language has one only */
  GRegex *compound;          /* what makes two questions of one */
};

/* The patterns for LANGUAGE ("fr", also for "fr-CA"). Compiled once, never freed. */
const struct wording *wording_find(const char *language);

/* The first match of PATTERN (NULL: none) in TEXT, or NULL. Caller frees. */
char *wording_match(GRegex *pattern, const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The characters of PIECES in their order, an answer or date as its `else` or as "…". */
char *wording_plain(const struct piece *pieces) G_GNUC_WARN_UNUSED_RESULT;

/*
 * What ITEM is called where there is little room: a question's label or prompt, an action's title,
 * an option's label (NULL on yes and no), what a lesson says to do. Of alternatives the last, which
 * is the general one.
 */
const struct text *wording_title(const struct item *item);

/* Words of the longest sentence of PLAIN, which ends with . ! ? or … and a space. */
guint wording_longest(const char *plain);
