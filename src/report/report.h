/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The report: a plan as one document tree, and the formats it is written in. All output is text
 * in a GString; no format opens a file.
 */
#pragma once

#include "plan/plan.h"

struct report_options {
  const struct translator *translator; /* the program's */
  const char *language;                /* of the text, "fr": for HTML's lang */
  gboolean page_only;                  /* all but the calendar: without the details */
  int width;                           /* columns, for text alone */
  gboolean colour;                     /* text alone: ANSI styles */
  gboolean words_only; /* text alone: no symbol that is not a word, for speech and braille */
  const char *stamp;   /* calendar alone: DTSTAMP, "20261123T120000Z" */
  const char *debrief; /* calendar alone: what makes the UIDs of this debrief its own */
};

struct report_format {
  const char *name;   /* "markdown", as --format takes it */
  const char *suffix; /* ".md" */
  void (*write)(const struct plan *plan, const struct report_options *options, GString *out);
};

/* All formats, the last with name NULL: markdown, html, ics, text. */
extern const struct report_format report_formats[];
const struct report_format *report_format_find(const char *name);

/* One draft as text ready to paste into a mail: to, subject, a blank line, paragraphs. */
void report_draft(const struct planned_draft *draft, const struct report_options *options,
                  GString *out);
