/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond delete`: a debrief off the disk, and with it the lines typed before. */
#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/date.h"
#include "command/commands.h"
#include "command/paths.h"

/* What the debrief NUMBER is about; its number alone if the pack cannot say. Caller frees. */
static char *subject_of(struct session *session, const char *number)
{
  int code = EXIT_FINE;
  OWNED(debrief) debrief = session_debrief(session, number, &code);
  if (!debrief)
    return tr_fill(tr(session->translator, N_("debrief {1}")), number, NULL);
  OWNED(plan) plan = session_plan(session, debrief, FALSE);
  return phrase_plain(plan->subject);
}

static gboolean confirmed(struct session *session, const char *number, int begun)
{
  g_autofree char *subject = subject_of(session, number);
  g_autofree char *day = begun ? date_long(begun, session->translator) : g_strdup("?");
  g_autofree char *question =
      tr_fill(tr(session->translator, N_("Wipe {1} (begun {2}) for good? Yes or no: ")), subject,
              day, NULL);
  return session_confirm(session, question);
}

/* The history does not say which debrief a line was typed in, so all of it goes. */
static int forget_lines(struct session *session)
{
  g_autofree char *history = paths_history();
  if (!history || g_unlink(history) == 0 || errno == ENOENT)
    return EXIT_FINE;
  session_complain(session, N_("cannot delete '{1}': {2}"), history, g_strerror(errno), NULL);
  return EXIT_IO;
}

static int wipe(struct session *session, const char *number, gint64 id)
{
  g_autoptr(GError) error = NULL;
  gboolean wiped = FALSE;
  if (!journal_delete(session->journal, id, &wiped, &error))
    return session_fail(session, &error);
  int code = forget_lines(session);
  session_say(session, N_("Debrief {1} is deleted."), number, NULL);
  if (!wiped) {
    session_complain(session,
                     N_("its words can be found on the disk until no program uses the journal any "
                        "more"),
                     NULL);
    return EXIT_IO;
  }
  session_say(session, N_("Plans that were written to files are still there."), NULL);
  return code;
}

/* Goes without the pack, so that what a pack has become holds up no wiping. */
int command_delete(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE, begun = 0;
  if (!session_journal(session, FALSE, &code))
    return code;
  gint64 id = session_number(session, arguments[0], &begun, &code);
  if (!id)
    return code;
  if (!session->options.force && !isatty(fileno(session->in)))
    return session_refuse(session, N_("nobody there to confirm; --force deletes without asking"),
                          NULL);
  if (!session->options.force && !confirmed(session, arguments[0], begun)) {
    session_say(session, N_("Nothing was deleted."), NULL);
    return EXIT_FINE;
  }
  return wipe(session, arguments[0], id);
}
