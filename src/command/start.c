/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways into a visit: begin, go on, or ask which. */
#include "command/choice.h"
#include "command/commands.h"
#include "command/keeping.h"
#include "command/menu.h"
#include "command/visit.h"

/* ---- beginning and going on ---- */

static int begin(struct session *session, struct lines *lines)
{
  struct answers *answers = answers_new(session->catalogue);
  answers_set_begun(answers, session->today);
  OWNED(debrief) debrief = debrief_new(0, session->today, answers);
  return visit_hold(session, debrief, lines);
}

/* Locks before loading, so that what is gone on with is what stands on disk. */
static int go_on(struct session *session, gint64 id, struct lines *lines)
{
  OWNED(lines) source = lines;
  g_autoptr(GError) error = NULL;
  int code = EXIT_FINE;
  if (!journal_lock(session->journal, id, &error))
    return session_fail(session, &error);
  g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, id);
  OWNED(debrief) debrief = session_debrief(session, number, &code);
  return debrief ? visit_hold(session, debrief, g_steal_pointer(&source)) : code;
}

static struct lines *open_lines(const struct session *session)
{
  return lines_new(session->in, session->out, session->plain);
}

int command_new(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  (void)arguments;
  if (!keeping_allowed(session))
    return EXIT_USAGE;
  if (!session_catalogue(session, &code) ||
      (!session->options.no_journal && !session_journal(session, FALSE, &code)))
    return code;
  return begin(session, open_lines(session));
}

int command_resume(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  if (!keeping_allowed(session))
    return EXIT_USAGE;
  if (!session_catalogue(session, &code) || !session_journal(session, FALSE, &code))
    return code;
  OWNED(debrief) debrief = session_debrief(session, arguments[0], &code);
  return debrief ? go_on(session, debrief->id, open_lines(session)) : code;
}

/* ---- asking which ---- */

static int ask_which(struct session *session, const GPtrArray *debriefs)
{
  OWNED(lines) lines = open_lines(session);
  gint64 number = menu_ask(session, lines, debriefs);
  switch (number) {
  case CHOICE_STOP:
    return EXIT_FINE;
  case CHOICE_INTERRUPTED:
    return EXIT_INTERRUPTED;
  case CHOICE_EXHAUSTED:
    session_complain(session, N_("the input ended before it was said which debrief"), NULL);
    return EXIT_FAULTY;
  case MENU_NEW:
    return begin(session, g_steal_pointer(&lines));
  default:
    return go_on(session, number, g_steal_pointer(&lines));
  }
}

int command_visit(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  if (session->options.no_journal)
    return command_new(session, arguments);
  if (!keeping_allowed(session))
    return EXIT_USAGE;
  if (!session_catalogue(session, &code) || !session_journal(session, FALSE, &code))
    return code;
  g_autoptr(GPtrArray) debriefs = session_debriefs(session, &code);
  if (!debriefs)
    return code;
  return debriefs->len ? ask_which(session, debriefs) : command_new(session, arguments);
}
