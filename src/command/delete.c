/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond delete`: a debrief off the disk, and with it the lines typed before. */
#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/date.h"
#include "command/commands.h"
#include "command/paths.h"
#include "terminal/lines.h"
#include "terminal/typed.h"

/* Asks once; anything but a clear yes keeps the debrief. */
static gboolean confirmed(struct session *session, const struct debrief *debrief)
{
  OWNED(plan) plan = session_plan(session, debrief, FALSE);
  OWNED(lines) lines = lines_new(session->in, session->out, session->plain);
  g_autofree char *subject = phrase_plain(plan->subject);
  g_autofree char *day = date_long(answers_begun(debrief->answers), session->translator);
  g_autofree char *question =
      tr_fill(tr(session->translator, N_("Wipe {1} (begun {2}) for good? Yes or no: ")), subject,
              day, NULL);
  struct line_request request = {.prompt = question};
  g_autofree char *typed = NULL;
  gboolean yes = FALSE;
  return lines_read(lines, &request, &typed) == LINE_TEXT &&
         typed_yes_no(typed, session->translator, &yes) && yes;
}

/* The history does not say which debrief a line was typed in, so all of it goes. */
static int forget_lines(struct session *session)
{
  g_autofree char *history = paths_history();
  if (g_unlink(history) == 0 || errno == ENOENT)
    return EXIT_FINE;
  session_complain(session, N_("cannot delete '{1}': {2}"), history, g_strerror(errno), NULL);
  return EXIT_IO;
}

int command_delete(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  g_autoptr(GError) error = NULL;
  if (!session_catalogue(session, &code) || !session_journal(session, FALSE, &code))
    return code;
  OWNED(debrief) debrief = session_debrief(session, arguments[0], &code);
  if (!debrief)
    return code;
  if (!session->options.force && !isatty(fileno(session->in)))
    return session_refuse(session, N_("nobody there to confirm; --force deletes without asking"),
                          NULL);
  if (!session->options.force && !confirmed(session, debrief)) {
    session_say(session, N_("Nothing was deleted."), NULL);
    return EXIT_FINE;
  }
  if (!journal_delete(session->journal, debrief->id, &error))
    return session_fail(session, &error);
  code = forget_lines(session);
  if (code == EXIT_FINE) {
    session_say(session, N_("Debrief {1} is deleted."), arguments[0], NULL);
    session_say(session, N_("Plans that were written to files are still there."), NULL);
  }
  return code;
}
