/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parts of the document: each adds its headings and blocks, or nothing when the plan holds nothing
 * for it. Private to document.c and its neighbours.
 */
#pragma once

#include "plan/page.h"
#include "report/nodes.h"
#include "report/report.h"

/* "by phone" and the like. */
const char *channel_in_words(enum channel channel, const struct translator *translator);

/* What a part writes from and to. */
struct part {
  const struct plan *plan;
  const struct plan_page *page; /* what of the plan stands on the page */
  const struct translator *translator;
  const char *language; /* of the text, "fr" */
  cmark_node *parent;   /* of the blocks that are added */
  GHashTable *said; /* a set of what is to be said no second time: examples, reasons; borrowed */
};

/* The page: opening, next step with its message, replies, what comes then, lessons, what nobody can
 * know, a strength. */
void part_page(const struct part *part);
/* What of the plan is not as it was last time, in a few lines. */
void part_since(const struct part *part, const struct since *since);
/* What else the plan holds, nothing of the page again. */
void part_details(const struct part *part);

/* ---- what both use ---- */

/* A new paragraph at the end of PARENT. */
cmark_node *part_paragraph(cmark_node *parent);
/* A heading of LEVEL in the program's words. */
void part_title(const struct part *part, int level, const char *msgid);
/* The label of what follows it, in bold, at the end of PARAGRAPH: as it stands, or
 * WORDS with a colon. */
void part_label(cmark_node *paragraph, const char *label);
void part_label_of(const struct part *part, cmark_node *paragraph, const char *words);
/* A paragraph of PHRASES (of struct phrase), one behind the other, behind a label if MSGID is not
 * NULL; nothing if there are none. */
void part_run_on(const struct part *part, const char *msgid, const GPtrArray *phrases);
/* PHRASE behind a blank, if the paragraph has begun; with a full stop where no mark ends it. */
void part_sentence(cmark_node *paragraph, const struct phrase *phrase);
void part_sentences(cmark_node *paragraph, const GPtrArray *phrases);
/* Why ACTION is worth doing, as a paragraph; nothing if it does not say. */
void part_why(const struct part *part, const struct planned_action *action);

/* A heading of LEVEL such as "Tomorrow, Wednesday 4 November, 10 am: Say thank you". */
void part_action_title(const struct part *part, int level, const struct planned_action *action);
/* DAY, with its year if that is not the plan's. Caller frees. */
char *part_date(const struct part *part, int day) G_GNUC_WARN_UNUSED_RESULT;
/* The same with a capital, and how near it is: "Tomorrow, Wednesday 4 November".
 * Caller frees. */
char *part_day(const struct part *part, int day);
/* The day of ACTION with a capital, its year if that is not the plan's, and its hour if it has one.
 * Caller frees. */
char *part_when(const struct part *part,
                const struct planned_action *action) G_GNUC_WARN_UNUSED_RESULT;
/* That ACTION was due on a day that has passed, at the end of PARAGRAPH, of a new one if that is
 * NULL; nothing if it is not late. */
void part_late(const struct part *part, cmark_node *paragraph, const struct planned_action *action);
/* DRAFT, a draft of ACTION, in full: by what channel if that is not the action's, its text as a
 * quote, examples of what goes into its blanks. */
void part_draft(const struct part *part, const struct planned_action *action,
                const struct planned_draft *draft);
/* What happened, what to do next time, why (where no other place has it) and the exercise. */
void part_lesson(const struct part *part, cmark_node *paragraph,
                 const struct planned_lesson *lesson, gboolean why);
/* What to say and to which words, as an item of LIST. */
void part_reply(cmark_node *list, const struct planned_reply *reply);
