/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page as a choice from the plan. */
#include "plan/page.h"

static void add_later(struct plan_page *page, const struct plan *plan)
{
  for (guint i = 0; i < plan->actions->len && page->later->len < PAGE_LATER; i++) {
    struct planned_action *action = plan->actions->pdata[i];
    if (action->state != ACTION_DONE && action != page->next)
      g_ptr_array_add(page->later, action);
  }
}

static void add_all(GPtrArray *list, const GPtrArray *from, guint most)
{
  for (guint i = 0; i < MIN(from->len, most); i++)
    g_ptr_array_add(list, from->pdata[i]);
}

struct plan_page *plan_page_new(const struct plan *plan)
{
  struct plan_page *page = g_new0(struct plan_page, 1);
  page->next = plan_next(plan);
  page->message = page->next && page->next->drafts->len ? page->next->drafts->pdata[0] : NULL;
  page->replies = g_ptr_array_new();
  page->later = g_ptr_array_new();
  page->lessons = g_ptr_array_new();
  add_all(page->replies, plan->replies, G_MAXUINT);
  add_later(page, plan);
  add_all(page->lessons, plan->lessons, PAGE_LESSONS);
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
