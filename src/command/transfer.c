/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond export` and `rebond import`: a debrief as an example file, out and in. */
#include "command/commands.h"
#include "command/output.h"
#include "walk/exchange.h"

int command_export(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  OWNED(debrief) debrief = session_debrief(session, arguments[0], &code);
  if (!debrief)
    return code;
  gboolean private = session->options.private;
  OWNED(plan) plan = session_plan(session, debrief, !private);
  g_autofree char *title = phrase_plain(plan->subject);
  g_autoptr(GString) text = g_string_new(NULL);
  exchange_write(session->catalogue, debrief->answers, title, session->today,
                 private ? PRIVATE_INCLUDED : PRIVATE_LEFT_OUT, NULL, text);
  return output_deliver(session, text);
}

int command_import(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  g_autoptr(GError) error = NULL;
  if (!session_catalogue(session, &code) || !session_journal(session, FALSE, &code))
    return code;
  OWNED(debrief) debrief = session_answers(session, arguments[0], &code);
  if (!debrief)
    return code;
  gint64 id =
      journal_add(session->journal, session->catalogue, debrief->answers, session->today, &error);
  if (!id)
    return session_fail(session, &error);
  g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, id);
  session_say(session, N_("This is debrief {1}; 'rebond plan {1}' shows what follows from it."),
              number, NULL);
  return EXIT_FINE;
}
