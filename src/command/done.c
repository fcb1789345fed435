/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond done`: actions ticked off, and the ticks taken off again. */
#include "base/date.h"
#include "command/actions.h"
#include "command/commands.h"
#include "terminal/typed.h"

/* Says what there is to tick; without an action nothing can be done. */
static int list(struct session *session, const GPtrArray *actions)
{
  g_autofree char *list = actions_names(session, actions);
  if (actions->len == 0)
    return session_refuse(session, N_("no action is left for that"), NULL);
  return session_refuse(session, N_("which action? There are {1}"), list, NULL);
}

/* On which day: --on, else today; 0, with the person told, if it cannot have been then. */
static int day_of(struct session *session, const struct debrief *debrief)
{
  const char *on = session->options.on;
  int begun = answers_begun(debrief->answers);
  int day = on ? typed_date(on, session->today, FALSE, session->translator) : session->today;
  g_autofree char *first = date_long(begun, session->translator);
  g_autofree char *today = date_long(session->today, session->translator);
  if (session->today < begun)
    session_refuse(
        session, N_("this debrief began on {1}, and today is said to be {2}; is the clock right?"),
        first, today, NULL);
  else if (!day)
    session_refuse(session, N_("'{1}' is no day that can be read"), on, NULL);
  else if (day > session->today)
    session_refuse(session, N_("'{1}' is still to come; say a day up to today"), on, NULL);
  else if (day < begun)
    session_refuse(session, N_("this debrief began on {1}; say a day since then"), first, NULL);
  return day >= begun && day <= session->today ? day : 0;
}

static int tick(struct session *session, const struct debrief *debrief,
                const struct planned_action *action, int day)
{
  g_autoptr(GError) error = NULL;
  gboolean undo = session->options.undo;
  if (!journal_record_tick(session->journal, debrief->id, action->action->task->name->id,
                           action->action->item.id, undo ? 0 : day, session->today, &error))
    return session_fail(session, &error);
  OWNED(plan) plan = session_plan(session, debrief, FALSE);
  g_autofree char *title = phrase_plain(action->title);
  g_autofree char *words = date_long(day, session->translator);
  g_autofree char *subject = phrase_plain(plan->subject);
  if (undo)
    session_say(session, N_("To be done again: {1} ({2})"), title, subject, NULL);
  else
    session_say(session, N_("Done on {2}: {1} ({3})"), title, words, subject, NULL);
  return EXIT_FINE;
}

/* All words are understood before anything is ticked. */
static int tick_all(struct session *session, const struct debrief *debrief,
                    const char *const *words)
{
  g_autoptr(GPtrArray) plans = actions_plans(session, debrief);
  g_autoptr(GPtrArray) chosen = g_ptr_array_new();
  if (!words[0]) {
    g_autoptr(GPtrArray) actions = actions_in(plans, session->options.undo);
    return list(session, actions);
  }
  int day = day_of(session, debrief);
  if (!day)
    return EXIT_USAGE;
  for (; *words; words++) {
    const struct planned_action *action =
        actions_choose(session, plans, session->options.undo, *words);
    if (!action)
      return EXIT_USAGE;
    g_ptr_array_add(chosen, (gpointer)action);
  }
  int code = EXIT_FINE;
  for (guint i = 0; i < chosen->len && code == EXIT_FINE; i++)
    code = tick(session, debrief, g_ptr_array_index(chosen, i), day);
  return code;
}

int command_done(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  OWNED(debrief) debrief = actions_open(session, &arguments, session->options.undo, &code);
  return debrief ? tick_all(session, debrief, arguments) : code;
}
