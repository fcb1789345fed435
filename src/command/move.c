/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond move`: an action put off to a day, and put back to its own. */
#include "base/date.h"
#include "command/actions.h"
#include "command/commands.h"
#include "terminal/typed.h"

/* The day that WORDS, NULL-terminated, say; 0, with the person told, if it is none to come. */
static int read_day(struct session *session, const char *const *words)
{
  g_autofree char *text = g_strjoinv(" ", (char **)words);
  if (!*text) {
    session_refuse(session, N_("to which day? For example tomorrow, next Tuesday or 12 November"),
                   NULL);
    return 0;
  }
  int day = typed_date(text, session->today, TRUE, session->translator);
  if (!day)
    session_refuse(session, N_("'{1}' is no day that can be read"), text, NULL);
  else if (day < session->today)
    session_refuse(session, N_("'{1}' is past; an action is put off to a day to come"), text, NULL);
  return day < session->today ? 0 : day;
}

static int move(struct session *session, const struct debrief *debrief, const char *const *words)
{
  gboolean undo = session->options.undo;
  g_autoptr(GPtrArray) plans = actions_plans(session, debrief);
  const struct planned_action *action = actions_choose(session, plans, FALSE, words[0]);
  int day = action && !undo ? read_day(session, words + 1) : 0;
  if (!action || (!day && !undo))
    return EXIT_USAGE;
  g_autoptr(GError) error = NULL;
  if (!journal_record_move(session->journal, debrief->id, action->action->task->name->id, day,
                           session->today, &error))
    return session_fail(session, &error);
  g_autofree char *title = phrase_plain(action->title);
  g_autofree char *full = day ? date_long(day, session->translator) : g_strdup("");
  session_say(session, undo ? N_("Back on its own day: {1}") : N_("Put off to {2}: {1}"), title,
              full, NULL);
  return EXIT_FINE;
}

int command_move(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  OWNED(debrief) debrief = actions_open(session, &arguments, FALSE, &code);
  if (debrief && !arguments[0])
    return session_refuse(session, N_("which action? rebond move [DEBRIEF] ACTION DAY"), NULL);
  return debrief ? move(session, debrief, arguments) : code;
}
