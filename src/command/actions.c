/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/actions.h"

#include <string.h>

#include "base/text.h"

/* Whether the title of ACTION has WORDS (folded) in it. */
static gboolean titled(const struct planned_action *action, const char *words)
{
  g_autofree char *title = phrase_plain(action->title);
  g_autofree char *folded = text_fold(title);
  return strstr(folded, words) != NULL;
}

static void free_plan(gpointer plan)
{
  plan_free(plan);
}

GPtrArray *actions_plans(const struct session *session, const struct debrief *debrief)
{
  GPtrArray *plans = g_ptr_array_new_with_free_func(free_plan);
  for (int day = debrief->today; day; day = answers_seen_before(debrief->answers, day))
    g_ptr_array_add(
        plans, plan_new(session->catalogue, debrief->answers, day, session->translator, FALSE));
  return plans;
}

static gboolean holds(const GPtrArray *actions, const struct task *task)
{
  for (guint i = 0; i < actions->len; i++)
    if (((const struct planned_action *)actions->pdata[i])->action->task == task)
      return TRUE;
  return FALSE;
}

GPtrArray *actions_in(const GPtrArray *plans, gboolean ticked)
{
  GPtrArray *found = g_ptr_array_new();
  for (guint i = 0; i < plans->len; i++) {
    const struct plan *plan = g_ptr_array_index(plans, i);
    for (guint j = 0; j < plan->actions->len; j++) {
      struct planned_action *action = g_ptr_array_index(plan->actions, j);
      if ((action->state == ACTION_DONE) == ticked && !holds(found, action->action->task))
        g_ptr_array_add(found, action);
    }
  }
  return found;
}

char *actions_names(const struct session *session, const GPtrArray *actions)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < actions->len; i++) {
    const struct planned_action *action = g_ptr_array_index(actions, i);
    g_autofree char *title = phrase_plain(action->title);
    g_ptr_array_add(words, g_strdup_printf("%s (%s)", action->action->task->name->id, title));
  }
  g_ptr_array_add(words, NULL);
  return tr_join(session->translator, (const char *const *)words->pdata);
}

const struct planned_action *actions_find(struct session *session, const GPtrArray *actions,
                                          const char *word)
{
  g_autofree char *folded = text_fold(word);
  g_autoptr(GPtrArray) found = g_ptr_array_new();
  for (guint i = 0; i < actions->len; i++) {
    struct planned_action *action = g_ptr_array_index(actions, i);
    if (g_str_equal(action->action->task->name->id, word))
      return action;
    if (titled(action, folded))
      g_ptr_array_add(found, action);
  }
  if (found->len == 1)
    return g_ptr_array_index(found, 0);
  g_autofree char *list = actions_names(session, found->len ? found : actions);
  if (found->len)
    session_refuse(session, N_("'{1}' may be {2}; please say more"), word, list, NULL);
  else if (actions->len)
    session_refuse(session, N_("no such action: '{1}'; there are {2}"), word, list, NULL);
  else
    session_refuse(session, N_("no such action: '{1}'; no action is left for that"), word, NULL);
  return NULL;
}
