/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond done`: actions ticked off, and the ticks taken off again. */
#include "base/date.h"
#include "command/actions.h"
#include "command/commands.h"

/* Says what there is to tick; without an action nothing can be done. */
static int list(struct session *session, const GPtrArray *actions)
{
  g_autofree char *list = actions_names(session, actions);
  if (actions->len == 0)
    return session_refuse(session, N_("no action is left for that"), NULL);
  return session_refuse(session, N_("which action? There are {1}"), list, NULL);
}

static int tick(struct session *session, const struct debrief *debrief,
                const struct planned_action *action)
{
  g_autoptr(GError) error = NULL;
  gboolean undo = session->options.undo;
  if (!journal_record_tick(session->journal, debrief->id, action->action->task->name->id,
                           action->action->name->id, undo ? 0 : session->today, session->today,
                           &error))
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
  int begun = answers_begun(debrief->answers);
  if (session->today < begun) {
    g_autofree char *first = date_long(begun, session->translator);
    g_autofree char *today = date_long(session->today, session->translator);
    return session_refuse(
        session, N_("this debrief began on {1}, and today is said to be {2}; is the clock right?"),
        first, today, NULL);
  }
  g_autoptr(GPtrArray) all = actions_plans(session, debrief);
  g_autoptr(GPtrArray) actions = actions_in(all, session->options.undo);
  g_autoptr(GPtrArray) chosen = g_ptr_array_new();
  if (!words[0])
    return list(session, actions);
  for (; *words; words++) {
    const struct planned_action *action = actions_find(session, actions, *words);
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
