/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The report: a plan as one document tree, and the formats it is written in. All output is text
 * in a GString; no format opens a file.
 */
#pragma once

#include "plan/since.h"

struct report_options {
  const struct translator *translator; /* the program's */
  const char *language;                /* of the text, "fr": for HTML's lang */
  gboolean page_only;                  /* all but the calendar: without the details */
  const struct since *since;           /* all but the calendar: what is said first, or NULL */
  int width;                           /* columns, for text alone */
  gboolean colour;                     /* text alone: ANSI styles */
  gboolean words_only; /* text alone: no symbol that is not a word, for speech and braille */
  const char *stamp;   /* calendar alone: DTSTAMP, "20261123T120000Z" */
  const char *debrief; /* calendar alone: what makes the UIDs of this debrief its own */
  const char *earlier; /* calendar alone: an earlier one, which this one follows on, or NULL */
};

/* PLAN as one document, made once, of which each format is a rendering. PLAN and OPTIONS are
 * borrowed. */
struct report;
struct report *report_new(const struct plan *plan, const struct report_options *options);
void report_free(struct report *report);
DEFINE_OWNED(report, report_free)

struct report_format {
  const char *name;   /* "markdown", as --format takes it */
  const char *suffix; /* ".md" */
  void (*write)(const struct report *report, GString *out);
};

/* All formats, the last with name NULL: markdown, html, ics, text. */
extern const struct report_format report_formats[];
const struct report_format *report_format_find(const char *name);

/* One draft as text ready to paste into a mail: to, subject, a blank line, paragraphs; or all of
 * the person's own version. */
void report_draft(const struct planned_draft *draft, const struct report_options *options,
                  GString *out);
/* WORDS, which are to stand for DRAFT, as the person's own version: NULL where they are what the
 * plan has, whether or not the person has a version now. */
const char *report_draft_own(const struct planned_draft *draft,
                             const struct report_options *options, const char *words);
/* The paragraphs alone, parted by blank lines; or all of the person's own version. */
void report_draft_body(const struct planned_draft *draft, GString *out);

/*
 * PLANS (of const struct plan) as one calendar; DEBRIEFS has for each what OPTIONS have for one.
 *
 * A calendar holds what has a day, under UIDs that are the same for the same task of the same
 * debrief in every file. What is done is in it as called off (STATUS:CANCELLED), and of what an
 * earlier file held so is what the plan has dropped; programs that take the new file in let go of
 * these. Of an action that betrays a private answer it holds the day, under a title that says
 * nothing. Where no event is left OUT stays as it is.
 */
void report_calendar(const GPtrArray *plans, const char *const *debriefs,
                     const struct report_options *options, GString *out);
/* Whether a calendar holds ACTION: it has a day, and one that programs can read. */
gboolean report_calendar_takes(const struct planned_action *action);
