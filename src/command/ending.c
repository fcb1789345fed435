/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of a visit: the page on the screen, and the whole plan in a file that stays. */
#include "base/date.h"
#include "command/keeping.h"
#include "command/output.h"
#include "command/visit.h"

/* Takes off what has been ticked since DAY: the person was shown the plan without it. */
static void untick_since(struct answers *answers, int day)
{
  const struct catalogue *catalogue = answers_catalogue(answers);
  for (guint i = 0; i < catalogue->task_count; i++)
    if (answers_tick(answers, catalogue->tasks[i]) > day)
      answers_set_tick(answers, catalogue->tasks[i], 0, NULL);
}

struct plan *ending_before(const struct session *session, const struct answers *answers)
{
  int day = answers_seen_before(answers, session->today + 1);
  if (!day)
    return NULL;
  OWNED(answers) then = answers_copy(answers);
  untick_since(then, day);
  OWNED(plan)
  plan = plan_sketch(session->catalogue, then, day, session->translator, FALSE, PLAN_TO_DO);
  return plan->missing->len ? NULL : g_steal_pointer(&plan);
}

/* The plan of today in FORMAT. */
static void write_plan(struct session *session, const struct answers *answers, gboolean on_screen,
                       const struct plan *before, const struct report_format *format, GString *out)
{
  OWNED(plan)
  plan = plan_new(session->catalogue, answers, session->today, session->translator, !on_screen);
  OWNED(since) since = before ? since_new(before, plan) : NULL;
  struct report_options options = session_report(session, on_screen ? output_width(session) : 0);
  options.page_only = on_screen && !session->options.no_journal;
  options.since = since;
  OWNED(report) report = report_new(plan, &options);
  format->write(report, out);
}

/* It may be passed on, so it holds nothing private. */
static int keep_file(struct session *session, const struct answers *answers)
{
  g_autoptr(GString) file = g_string_new(NULL);
  const struct report_format *form = keeping_choose(session);
  write_plan(session, answers, FALSE, NULL, form, file);
  g_autofree char *day = date_to_iso(session->today);
  g_autofree char *start = g_strconcat("rebond-", day, NULL);
  g_autofree char *path = output_keep(session, file, start, form->suffix);
  if (!path)
    return EXIT_IO;
  fputc('\n', session->out);
  session_say(session, N_("This plan is kept in {1}"), path, NULL);
  return EXIT_FINE;
}

/* The screen shows the person all that is private, and where a file has the rest, the page. */
int ending_show(struct session *session, const struct answers *answers, const struct plan *before)
{
  g_autoptr(GString) screen = g_string_new(NULL);
  write_plan(session, answers, TRUE, before, report_format_find("text"), screen);
  fputc('\n', session->out);
  output_show(session, screen->str);
  if (!session->options.no_journal)
    return keep_file(session, answers);
  fputc('\n', session->out);
  session_say(session,
              N_("Nothing of this is kept; copy what you want to have before you close the "
                 "window"),
              NULL);
  return EXIT_FINE;
}
