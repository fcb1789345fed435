/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond plan`: the plan of a debrief, in one of the formats. */
#include "base/date.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/output.h"

static const struct report_format *refuse_format(struct session *session, const char *name)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (const struct report_format *format = report_formats; format->name; format++)
    g_ptr_array_add(names, (gpointer)format->name);
  g_ptr_array_add(names, NULL);
  g_autofree char *list = g_strjoinv(", ", (char **)names->pdata);
  session_refuse(session, N_("unknown format '{1}'; there are {2}"), name, list, NULL);
  return NULL;
}

/* By --format, else by the ending of --output, else what reads well where it goes. */
static const struct report_format *choose_format(struct session *session)
{
  const struct options *options = &session->options;
  if (options->format) {
    const struct report_format *format = report_format_find(options->format);
    return format ? format : refuse_format(session, options->format);
  }
  for (const struct report_format *format = report_formats; options->output && format->name;
       format++)
    if (g_str_has_suffix(options->output, format->suffix))
      return format;
  gboolean screen = !options->output && output_is_screen(session);
  return report_format_find(screen ? "text" : "markdown");
}

/* The moment of writing; --today stands for the beginning of that day. Caller frees. */
static char *stamp(const struct session *session)
{
  if (!session->options.today) {
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    return g_date_time_format(now, "%Y%m%dT%H%M%SZ");
  }
  g_auto(GStrv) parts = g_strsplit(session->options.today, "-", -1);
  g_autofree char *day = g_strjoinv("", parts);
  return g_strconcat(day, "T000000Z", NULL);
}

/* What stays the same when this debrief is written again, on whichever machine, and differs from
 * others. Caller frees. */
static char *name_of(const struct session *session, const struct debrief *debrief)
{
  g_autofree char *begun = date_to_iso(answers_begun(debrief->answers));
  const char *identity = answers_identity(debrief->answers);
  return g_strdup_printf("%s-%s-%s", session->catalogue->id, begun, identity ? identity : "0");
}

static int deliver(struct session *session, const struct debrief *debrief,
                   const struct report_format *format)
{
  gboolean screen = !session->options.output && output_is_screen(session);
  OWNED(plan) plan = session_plan(session, debrief, output_holds_back(session));
  g_autofree char *when = stamp(session);
  g_autofree char *name = name_of(session, debrief);
  struct report_options report = session_report(session, screen ? output_width(session) : 0);
  report.stamp = when;
  report.debrief = name;
  g_autoptr(GString) text = g_string_new(NULL);
  format->write(plan, &report, text);
  return output_deliver(session, text);
}

int command_plan(struct session *session, const char *const *arguments)
{
  int code = EXIT_USAGE;
  const char *file = session->options.answers;
  if (file && arguments[0])
    return session_refuse(session, N_("either --answers or a debrief, not both"), NULL);
  if (!file && session->options.no_journal)
    return session_refuse(session, N_("--no-journal leaves no debrief to plan; use --answers"),
                          NULL);
  const struct report_format *format = choose_format(session);
  if (!format)
    return EXIT_USAGE;
  OWNED(debrief)
  debrief =
      file ? session_answers(session, file, &code) : session_debrief(session, arguments[0], &code);
  return debrief ? deliver(session, debrief, format) : code;
}
