/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page as a choice from the plan. */
#include "plan/page.h"

/* ---- actions ---- */

static gboolean is_open(const struct planned_action *action)
{
  return action->state != ACTION_DONE;
}

static const struct planned_action *first_open(const struct plan *plan)
{
  for (guint i = 0; i < plan->actions->len; i++)
    if (is_open(plan->actions->pdata[i]))
      return plan->actions->pdata[i];
  return NULL;
}

/* Which of too many actions the page can spare: the last of those that nobody waits for, else the
 * last of all. */
static guint find_spare(const GPtrArray *actions)
{
  for (guint i = actions->len; i > 0; i--)
    if (((struct planned_action *)actions->pdata[i - 1])->action->channel == CHANNEL_SELF)
      return i - 1;
  return actions->len - 1;
}

static void add_later(struct plan_page *page, const struct plan *plan)
{
  for (guint i = 0; i < plan->actions->len; i++) {
    struct planned_action *action = plan->actions->pdata[i];
    if (is_open(action) && action != page->next)
      g_ptr_array_add(page->later, action);
  }
  while (page->later->len > PAGE_LATER)
    g_ptr_array_remove_index(page->later, find_spare(page->later));
}

/* ---- lessons ---- */

static gboolean has_topic(const GPtrArray *lessons, const struct topic *topic)
{
  for (guint i = 0; i < lessons->len; i++)
    if (((struct planned_lesson *)lessons->pdata[i])->lesson->topic == topic)
      return TRUE;
  return FALSE;
}

static void add_lessons(struct plan_page *page, const struct plan *plan)
{
  for (guint i = 0; i < plan->lessons->len && page->lessons->len < PAGE_LESSONS; i++) {
    struct planned_lesson *lesson = plan->lessons->pdata[i];
    if (!has_topic(page->lessons, lesson->lesson->topic))
      g_ptr_array_add(page->lessons, lesson);
  }
}

/* ---- the whole ---- */

struct plan_page *plan_page_new(const struct plan *plan)
{
  struct plan_page *page = g_new0(struct plan_page, 1);
  page->next = plan_next(plan);
  if (!page->next)
    page->next = first_open(plan);
  page->message = page->next && page->next->drafts->len ? page->next->drafts->pdata[0] : NULL;
  page->replies = g_ptr_array_new();
  page->later = g_ptr_array_new();
  page->lessons = g_ptr_array_new();
  g_ptr_array_extend(page->replies, plan->replies, NULL, NULL);
  add_later(page, plan);
  add_lessons(page, plan);
  page->strength = plan->strengths->len ? plan->strengths->pdata[0] : NULL;
  return page;
}

void plan_page_free(struct plan_page *page)
{
  g_ptr_array_unref(page->replies);
  g_ptr_array_unref(page->later);
  g_ptr_array_unref(page->lessons);
  g_free(page);
}

gboolean plan_page_holds(const struct plan_page *page, const void *part)
{
  return part &&
         (part == page->next || part == page->message || part == page->strength ||
          g_ptr_array_find(page->replies, part, NULL) ||
          g_ptr_array_find(page->later, part, NULL) || g_ptr_array_find(page->lessons, part, NULL));
}
