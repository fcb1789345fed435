/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The page: what of a plan stands at its beginning, in every format and at the end of a dialogue.
 * All else is detail.
 */
#pragma once

#include "plan/plan.h"

/* The most that the page holds of each, and of words in all where something can be left out: what
 * one reads at a sitting, on one sheet; and for whoever had the time for few questions, fewer:
 * these and as many for each question. */
#define PAGE_REPLIES 4
#define PAGE_FIRST_REPLIES 2 /* before a lesson */
#define PAGE_LATER 4
#define PAGE_LESSONS 2
#define PAGE_READY_DAYS 2 /* before the next time, in which one gets ready for it */
#define PAGE_WORDS 450
#define PAGE_LEAST_WORDS 40
#define PAGE_QUESTION_WORDS 37

/*
 * Beside the openings of the plan, which are on the page, all of them. What it holds is borrowed
 * from the plan.
 *
 * Of more than PAGE_LATER actions those stay that somebody else has a part in, and those of the
 * next time (plan.h) or the PAGE_READY_DAYS before it: of the others on one's own (CHANNEL_SELF)
 * the last are left out first, then the last of all. Those that stay keep their order. Of replies
 * and lessons the first stay, of lessons the first of a topic standing for it. The openings and the
 * next action are on every page; of the rest come the actions that are sent or called, the strength
 * and the holidays, the actions that belong to the next time, the first PAGE_FIRST_REPLIES replies,
 * the first lesson, the other replies, and then the other lessons and actions by turns: what does
 * not fit into these words with those before it is left out.
 */
struct plan_page {
  const struct planned_action *next;   /* plan_next(), else the first open one, or NULL */
  const struct planned_draft *message; /* the first of its drafts, or NULL */
  GPtrArray *replies;                  /* of struct planned_reply */
  GPtrArray *later;    /* of struct planned_action: open ones but `next`, in order */
  GPtrArray *holidays; /* of struct planned_holiday: those before the last day of `later` */
  GPtrArray *lessons;  /* of struct planned_lesson */
  const struct planned_strength *strength; /* the first, or NULL */
};

struct plan_page *plan_page_new(const struct plan *plan);
void plan_page_free(struct plan_page *page);
DEFINE_OWNED(plan_page, plan_page_free)

/* True if PART, of the plan, stands on PAGE: an action, draft, reply, lesson or strength. */
gboolean plan_page_holds(const struct plan_page *page, const void *part);

/* The words of DRAFT's subject and paragraphs. */
guint plan_draft_words(const struct planned_draft *draft);
