/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond plan`: the plan of a debrief, in one of the formats. */
#include "base/date.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/output.h"

/* What there is of each format, the last two parted by a comma too. Caller frees. */
static char *list_formats(gsize offset)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (const struct report_format *format = report_formats; format->name; format++)
    g_ptr_array_add(names, G_STRUCT_MEMBER(gpointer, format, offset));
  g_ptr_array_add(names, NULL);
  return g_strjoinv(", ", (char **)names->pdata);
}

static const struct report_format *refuse_format(struct session *session, const char *name)
{
  g_autofree char *list = list_formats(G_STRUCT_OFFSET(struct report_format, name));
  session_refuse(session, N_("unknown format '{1}'; there are {2}"), name, list, NULL);
  return NULL;
}

/* By the ending of FILE, in small letters or capitals. What is there and is no plain file has no
 * ending to go by. */
static const struct report_format *format_of_file(struct session *session, const char *file)
{
  g_autofree char *small = g_ascii_strdown(file, -1);
  for (const struct report_format *format = report_formats; format->name; format++)
    if (g_str_has_suffix(small, format->suffix))
      return format;
  if (g_file_test(file, G_FILE_TEST_EXISTS) && !g_file_test(file, G_FILE_TEST_IS_REGULAR))
    return report_format_find("markdown");
  g_autofree char *list = list_formats(G_STRUCT_OFFSET(struct report_format, suffix));
  session_refuse(session, N_("the ending of '{1}' tells no format; there are {2}, or --format"),
                 file, list, NULL);
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
  if (options->output)
    return format_of_file(session, options->output);
  return report_format_find(output_is_screen(session) ? "text" : "markdown");
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
