/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond plan`: the plan of a debrief, in one of the formats. */
#include "base/date.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/output.h"

/* Where nothing is asked for, what reads well there. */
static const struct report_format *choose_format(struct session *session)
{
  const struct options *options = &session->options;
  gboolean screen = !options->format && !options->output && output_is_screen(session);
  const char *name = screen ? "text" : output_format(session, command_find("plan")->formats);
  return name ? report_format_find(name) : NULL;
}

/* In calendars a file written by hand, which bears no identity, is known by its name: that sets it
 * apart from others begun on its day, and stays when the answers change. */
static void identify_by_name(struct debrief *debrief, const char *file)
{
  if (answers_identity(debrief->answers))
    return;
  g_autofree char *name = g_path_get_basename(file);
  g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, name, -1);
  g_autofree char *identity = g_strdup_printf("n%.32s", sum);
  answers_set_identity(debrief->answers, identity);
}

static int deliver(struct session *session, const struct debrief *debrief,
                   const struct report_format *format)
{
  gboolean screen = !session->options.output && output_is_screen(session);
  OWNED(plan) plan = session_plan(session, debrief, output_holds_back(session));
  g_autofree char *when = session_stamp(session);
  g_autofree char *name = session_identity(session, debrief);
  gboolean calendar = g_str_equal(format->name, "ics");
  g_autofree char *before = calendar ? output_earlier(session) : NULL;
  struct report_options options = session_report(session, screen ? output_width(session) : 0);
  options.page_only = session->options.page;
  options.stamp = when;
  options.debrief = name;
  options.earlier = before;
  g_autoptr(GString) text = g_string_new(NULL);
  OWNED(report) report = report_new(plan, &options);
  format->write(report, text);
  if (!calendar)
    return output_deliver(session, text);
  g_autoptr(GPtrArray) plans = g_ptr_array_new();
  g_ptr_array_add(plans, plan);
  return output_calendar(session, plans, text);
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
  if (debrief && file)
    identify_by_name(debrief, file);
  return debrief ? deliver(session, debrief, format) : code;
}
