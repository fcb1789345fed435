/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The preview as a page of HTML, for colleagues of who writes a pack: theme by theme, texts in all
 * languages of the pack beside each other, conditions in words, what is wrong beside its place,
 * links from and to what depends on what.
 */
#pragma once

#include "catalogue/catalogue.h"

struct preview_language {
  const char *tag;                     /* BCP 47: "fr", "fr-CA" */
  const struct translator *translator; /* of the pack's texts; NULL: it is written in it */
};

struct preview_page {
  const struct translator *translator; /* the program's, */
  const char *language;                /* and the language it speaks */
  /* That in which the pack is written, then the others; of a country only what differs is shown. */
  const struct preview_language *languages;
  guint language_count;
  struct findings *findings; /* about the pack */
  const char *summary;       /* what was read, and how that went, in a line */
};

/* PART, a question or advice, with all that stands in it; NULL: the whole pack. CATALOGUE NULL, or
 * not sound: what is wrong alone. */
void preview_page_write(const struct catalogue *catalogue, const struct item *part,
                        const struct preview_page *page, GString *out);
