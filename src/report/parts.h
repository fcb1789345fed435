/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parts of the document: each adds its headings and blocks, or nothing when the plan holds nothing
 * for it. Private to document.c and its neighbours.
 */
#pragma once

#include "report/nodes.h"
#include "report/report.h"

/* "by phone" and the like. */
const char *channel_in_words(enum channel channel, const struct translator *translator);

/* What a part writes from and to. */
struct part {
  const struct plan *plan;
  const struct translator *translator;
  cmark_node *document;
};

/* What to do next and by when, or that nothing is to be done; what is missing. */
void part_summary(const struct part *part);
/* The actions by day. */
void part_days(const struct part *part);
/* The drafts of the actions that are not done. */
void part_drafts(const struct part *part);

/* A heading in the program's words. */
void part_title(const struct part *part, const char *msgid);
/* A new paragraph at the end of PARENT. */
cmark_node *part_paragraph(cmark_node *parent);
/* A paragraph of PARENT with a label in bold before PHRASE. */
void part_labelled(const struct part *part, cmark_node *parent, const char *msgid,
                   const struct phrase *phrase);
/* A paragraph of PARENT with the answers that led to a piece of advice; nothing if none did. */
void part_because(const struct part *part, cmark_node *parent, const GPtrArray *because);

/* DAY in words, with its year if that is not the plan's. */
char *part_day(const struct part *part, int day) G_GNUC_WARN_UNUSED_RESULT;
