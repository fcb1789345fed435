/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lines of a preview: all that stands in a pack, or in a part of it, one after the other in the
 * order of the files, for what writes them down.
 */
#pragma once

#include "catalogue/catalogue.h"

enum preview_kind {
  PREVIEW_HEADING, /* what begins: that which stands in it follows, one deeper */
  PREVIEW_SAYING,  /* what is said there */
  PREVIEW_CHOICE,  /* what can be answered, by its number: an option, or the end of a scale */
};

struct preview_line {
  enum preview_kind kind;
  int deep;                     /* in the part, from 0 */
  const struct item *item;      /* that begins with this line, */
  const struct define *define;  /* or that this line is; else NULL */
  const char *name;             /* "question 'late'", "prompt"; of an option its value; of the end
                                   of a scale NULL */
  const char *details;          /* of a heading: what else is to be known, maybe "" */
  const struct condition *when; /* or NULL */
  const struct text *text;      /* what is said, with MORE (or NULL) behind a comma; */
  const struct text *more;      /* NULL where it is said in the program's */
  const char *words;            /* words, or nothing is */
  double number;                /* of a choice */
};

typedef void (*preview_seer)(const struct preview_line *line, void *data);

/* Calls SEE for each line of PART, a question or advice, with all that stands in it; NULL: of the
 * whole pack. The line lives until SEE returns. TRANSLATOR is the program's. */
void preview_visit(const struct catalogue *catalogue, const struct item *part,
                   const struct translator *translator, preview_seer see, void *data);
