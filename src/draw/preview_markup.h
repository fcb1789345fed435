/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a preview as HTML. */
#pragma once

#include "catalogue/catalogue.h"

/* What markup is made with. */
struct preview_markup {
  const struct catalogue *catalogue;
  const struct item *part;             /* what is shown, and can be led to; NULL: the whole pack */
  const struct translator *translator; /* the program's */
  GString *out;                        /* to which all is added */
};

/* WORDS as they are. */
void markup_add_words(const struct preview_markup *markup, const char *words);

/* PIECES with their inline parts in sight: styles and links as such, <mark>[blank]</mark>,
 * {when …: span}, and what is answered there as a link to the question, ‹Label›. */
void markup_add_pieces(const struct preview_markup *markup, const struct piece *pieces);

/* " when Mood is 'Low'", and the condition as it is written; nothing for NULL. */
void markup_add_when(const struct preview_markup *markup, const struct condition *when);

/* The id of ITEM's element. Caller frees. */
char *markup_anchor(const struct item *item) G_GNUC_WARN_UNUSED_RESULT;

/* WORDS as a link to ITEM, or alone if ITEM is not shown. */
void markup_add_link(const struct preview_markup *markup, const struct item *item,
                     const char *words);

/* The name of DEFINE, as a link if the whole pack is shown. */
void markup_add_define(const struct preview_markup *markup, const struct define *define);

/* Whether ITEM is among what is shown. */
gboolean markup_shows(const struct preview_markup *markup, const struct item *item);
