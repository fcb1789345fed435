/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond done`: actions ticked off, and the ticks taken off again. */
#include "base/date.h"
#include "base/text.h"
#include "command/commands.h"

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

/* The plan of today, then as it stood on each earlier visit, the last first: what has lapsed since
 * may have been done all the same. GPtrArray of struct plan, which it frees. */
static GPtrArray *plans(const struct session *session, const struct debrief *debrief)
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

/* Of PLANS the actions that are ticked (or not) already, the first of each task. GPtrArray; caller
 * frees. */
static GPtrArray *tickable(const GPtrArray *plans, gboolean ticked)
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

/* The names that ACTIONS go by, for a message. Caller frees. */
static char *names(const struct session *session, const GPtrArray *actions)
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

/* The one action that WORD means, by its id or a part of its title; NULL, with the person told, if
 * it is none or several. */
static const struct planned_action *find(struct session *session, const GPtrArray *actions,
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
  g_autofree char *list = names(session, found->len ? found : actions);
  if (found->len)
    session_refuse(session, N_("'{1}' may be {2}; please say more"), word, list, NULL);
  else if (actions->len)
    session_refuse(session, N_("no such action: '{1}'; there are {2}"), word, list, NULL);
  else
    session_refuse(session, N_("no such action: '{1}'; nothing is left to tick"), word, NULL);
  return NULL;
}

/* Says what there is to tick; without an action nothing can be done. */
static int list(struct session *session, const GPtrArray *actions)
{
  g_autofree char *list = names(session, actions);
  if (actions->len == 0)
    return session_refuse(session, N_("nothing is left to tick"), NULL);
  return session_refuse(session, N_("which action? There are {1}"), list, NULL);
}

static int tick(struct session *session, const struct debrief *debrief,
                const struct planned_action *action)
{
  g_autoptr(GError) error = NULL;
  gboolean undo = session->options.undo;
  if (!journal_record_tick(session->journal, debrief->id, action->action->task->name->id,
                           action->action->name->id, undo ? 0 : session->today, session->today, &error))
    return session_fail(session, &error);
  g_autofree char *title = phrase_plain(action->title);
  g_autofree char *day = date_long(session->today, session->translator);
  if (undo)
    session_say(session, N_("To be done again: {1}"), title, NULL);
  else
    session_say(session, N_("Done on {2}: {1}"), title, day, NULL);
  return EXIT_FINE;
}

/* All words are understood before anything is ticked. */
static int tick_all(struct session *session, const struct debrief *debrief,
                    const char *const *words)
{
  g_autoptr(GPtrArray) all = plans(session, debrief);
  g_autoptr(GPtrArray) actions = tickable(all, session->options.undo);
  g_autoptr(GPtrArray) chosen = g_ptr_array_new();
  if (!words[0])
    return list(session, actions);
  for (; *words; words++) {
    const struct planned_action *action = find(session, actions, *words);
    if (!action)
      return EXIT_USAGE;
    g_ptr_array_add(chosen, (gpointer)action);
  }
  int code = EXIT_FINE;
  for (guint i = 0; i < chosen->len && code == EXIT_FINE; i++)
    code = tick(session, debrief, g_ptr_array_index(chosen, i));
  return code;
}

int command_done(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  g_autoptr(GError) error = NULL;
  guint64 number;
  gboolean numbered =
      arguments[0] && g_ascii_string_to_unsigned(arguments[0], 10, 1, G_MAXINT64, &number, NULL);
  if (!session_catalogue(session, &code) || !session_journal(session, FALSE, &code))
    return code;
  OWNED(debrief) debrief = session_debrief(session, numbered ? arguments[0] : NULL, &code);
  if (!debrief)
    return code;
  if (!journal_lock(session->journal, debrief->id, &error))
    return session_fail(session, &error);
  return tick_all(session, debrief, arguments + (numbered ? 1 : 0));
}
