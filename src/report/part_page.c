/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page: what somebody reads who reads no more than that. */
#include "report/parts.h"

static void add_opening(const struct part *part, const struct planned_opening *opening)
{
  for (guint i = 0; i < opening->paragraphs->len; i++) {
    cmark_node *paragraph = part_paragraph(part->parent);
    if (i == 0 && opening->opening->last)
      part_label(paragraph, tr(part->translator, N_("What nobody can know:")));
    else if (i == 0 && opening->asked)
      node_add_phrase(paragraph, opening->asked, RUN_STRONG);
    part_sentence(paragraph, opening->paragraphs->pdata[i]);
  }
}

/* The openings at the head, or those that stand last. */
static void add_openings(const struct part *part, gboolean last)
{
  const GPtrArray *openings = part->plan->openings;
  for (guint i = 0; i < openings->len; i++) {
    const struct planned_opening *opening = openings->pdata[i];
    if (opening->opening->last == last)
      add_opening(part, opening);
  }
}

/* ---- what is to be done around the next step ---- */

static void add_other_action(const struct part *part, cmark_node *list,
                             const struct planned_action *action)
{
  cmark_node *paragraph = part_paragraph(node_add(list, CMARK_NODE_ITEM));
  g_autofree char *when = part_when(part, action);
  node_add_box(paragraph, action, FALSE);
  part_label_of(part, paragraph, when);
  part_sentence(paragraph, action->title);
  part_sentences(paragraph, action->steps);
  part_late(part, paragraph, action);
}

/* How many of the other actions come before the next step; they are in order. */
static guint count_sooner(const struct plan_page *page)
{
  guint count = 0;
  while (count < page->later->len &&
         ((struct planned_action *)page->later->pdata[count])->day < page->next->day)
    count++;
  return count;
}

static void add_sooner(const struct part *part)
{
  guint count = count_sooner(part->page);
  if (count == 0)
    return;
  part_title(part, 2, N_("First"));
  cmark_node *list = node_add_list(part->parent);
  for (guint i = 0; i < count; i++)
    add_other_action(part, list, part->page->later->pdata[i]);
}

/* ---- the next step ---- */

/* What to say when nothing is open. */
static const char *nothing_next(const struct plan *plan)
{
  if (plan->actions->len > 0)
    return N_("Nothing is left to do in this plan.");
  return plan->missing->len > 0 ? N_("From the answers so far, there is nothing to do yet.")
                                : N_("There is nothing to do. That is a plan too.");
}

static void add_next(const struct part *part)
{
  const struct planned_action *next = part->page->next;
  if (!next) {
    node_add_words(part_paragraph(part->parent), tr(part->translator, nothing_next(part->plan)),
                   RUN_STRONG);
    return;
  }
  part_action_title(part, 2, next);
  part_late(part, NULL, next);
  part_why(part, next);
  part_run_on(part, NULL, next->steps);
  part_run_on(part, N_("Avoid:"), next->avoids);
  if (part->page->message)
    part_draft(part, next, part->page->message);
}

/* ---- what follows ---- */

static void add_replies(const struct part *part)
{
  const GPtrArray *replies = part->page->replies;
  if (replies->len == 0)
    return;
  part_title(part, 2, N_("What you can say"));
  cmark_node *list = node_add_list(part->parent);
  for (guint i = 0; i < replies->len; i++)
    part_reply(list, replies->pdata[i]);
}

static void add_holiday(const struct part *part, cmark_node *list,
                        const struct planned_holiday *holiday)
{
  cmark_node *paragraph = part_paragraph(node_add(list, CMARK_NODE_ITEM));
  g_autofree char *when = part_day(part, holiday->day);
  part_label_of(part, paragraph, when);
  part_sentence(paragraph, holiday->title);
}

/* A holiday stands before what is to be done after it, which is always something. */
static void add_later(const struct part *part)
{
  const GPtrArray *later = part->page->later, *holidays = part->page->holidays;
  guint first = count_sooner(part->page);
  if (first == later->len)
    return;
  part_title(part, 2, N_("Then"));
  cmark_node *list = node_add_list(part->parent);
  guint next = 0;
  for (guint i = first; i < later->len; i++) {
    const struct planned_action *action = later->pdata[i];
    while (next < holidays->len &&
           ((struct planned_holiday *)holidays->pdata[next])->day <= action->day)
      add_holiday(part, list, holidays->pdata[next++]);
    add_other_action(part, list, action);
  }
}

static void add_lessons(const struct part *part)
{
  const GPtrArray *lessons = part->page->lessons;
  if (lessons->len == 0)
    return;
  part_title(part, 2, N_("Next time"));
  cmark_node *list = node_add_list(part->parent);
  for (guint i = 0; i < lessons->len; i++)
    part_lesson(part, part_paragraph(node_add(list, CMARK_NODE_ITEM)), lessons->pdata[i], FALSE);
}

static void add_strength(const struct part *part)
{
  if (!part->page->strength)
    return;
  cmark_node *paragraph = part_paragraph(part->parent);
  part_label(paragraph, tr(part->translator, N_("What went well:")));
  part_sentence(paragraph, part->page->strength->text);
}

void part_page(const struct part *part)
{
  add_openings(part, FALSE);
  add_sooner(part);
  add_next(part);
  add_replies(part);
  add_later(part);
  add_lessons(part);
  add_openings(part, TRUE);
  add_strength(part);
}
