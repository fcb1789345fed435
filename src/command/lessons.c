/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `rebond lessons`: what keeps coming back over several debriefs, counted and never scored, and ten
 * lines to read before the next time.
 */
#include "base/text.h"
#include "command/commands.h"
#include "command/json.h"
#include "command/output.h"
#include "plan/trends.h"

/* How many lines there are to read before the next time, and how many of them are strengths. */
#define LINES 10
#define STRENGTHS 3

static void add_line(const struct session *session, GString *out, const char *start,
                     const char *text)
{
  g_autofree char *indent = g_strnfill((gsize)text_width(start), ' ');
  g_string_append(out, start);
  text_wrap(out, text, output_width(session), text_width(start), indent);
  g_string_append_c(out, '\n');
}

/* The lesson as a resolution. Caller frees. */
static char *resolution(const struct session *session, const struct planned_lesson *lesson)
{
  g_autofree char *situation = phrase_plain(lesson->if_text);
  g_autofree char *deed = phrase_plain(lesson->then_text);
  return tr_fill(tr(session->translator, N_("When {1}, {2}.")), situation, deed, NULL);
}

static void write_trend(const struct session *session, const struct trend *trend, GString *out)
{
  g_autofree char *title = phrase_plain(trend->title);
  g_autofree char *times = g_strdup_printf("%u", trend->debriefs);
  const char *pattern = trend->debriefs >= TREND_PATTERN
                            ? tr(session->translator, N_("{1}: in {2} debriefs; that is a pattern"))
                            : tr_plural(session->translator, "{1}: in {2} debrief",
                                        "{1}: in {2} debriefs", trend->debriefs);
  g_autofree char *line = tr_fill(pattern, title, times, NULL);
  add_line(session, out, "", line);
  for (guint i = 0; i < trend->lessons->len; i++) {
    const struct trend_lesson *counted = &g_array_index(trend->lessons, struct trend_lesson, i);
    g_autofree char *start = g_strdup_printf("%4u  ", counted->debriefs);
    g_autofree char *words = resolution(session, counted->lesson);
    add_line(session, out, start, words);
  }
}

static void write_lines(const struct session *session, const GArray *trends, const GPtrArray *plans,
                        GString *out)
{
  g_autoptr(GArray) lessons = trends_lessons(trends);
  g_autoptr(GPtrArray) kept = trends_strengths(plans, STRENGTHS);
  add_line(session, out, "", tr(session->translator, N_("To read before the next time")));
  for (guint i = 0; i < MIN(lessons->len, LINES - kept->len); i++) {
    g_autofree char *words =
        resolution(session, g_array_index(lessons, struct trend_lesson, i).lesson);
    add_line(session, out, "  - ", words);
  }
  for (guint i = 0; i < kept->len; i++) {
    const struct planned_strength *strength = g_ptr_array_index(kept, i);
    g_autofree char *words = phrase_plain(strength->text);
    add_line(session, out, "  + ", words);
  }
}

static void write_text(const struct session *session, const GArray *trends, const GPtrArray *plans,
                       GString *out)
{
  for (guint i = 0; i < trends->len; i++) {
    write_trend(session, &g_array_index(trends, struct trend, i), out);
    g_string_append_c(out, '\n');
  }
  write_lines(session, trends, plans, out);
}

/* An object for each lesson, with its topic. */
static void write_json(const struct session *session, const GArray *trends, GString *out)
{
  json_begin_list(out);
  for (guint i = 0; i < trends->len; i++) {
    const struct trend *trend = &g_array_index(trends, struct trend, i);
    g_autofree char *topic = phrase_plain(trend->title);
    for (guint j = 0; j < trend->lessons->len; j++) {
      const struct trend_lesson *counted = &g_array_index(trend->lessons, struct trend_lesson, j);
      g_autofree char *words = resolution(session, counted->lesson);
      json_begin_object(out);
      json_add_text(out, "topic", topic);
      json_add_number(out, "topic_debriefs", trend->debriefs);
      json_add_text(out, "lesson", words);
      json_add_number(out, "debriefs", counted->debriefs);
      json_end_object(out);
    }
  }
  json_end_list(out);
}

int command_lessons(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  (void)arguments;
  const char *format = output_format(session, command_find("lessons")->formats);
  if (!format)
    return EXIT_USAGE;
  g_autoptr(GPtrArray) debriefs = session_debriefs(session, &code);
  if (!debriefs)
    return code;
  g_autoptr(GPtrArray) plans = session_plans(session, debriefs);
  g_autoptr(GArray) trends = trends_new(plans);
  g_autoptr(GString) out = g_string_new(NULL);
  if (g_str_equal(format, "json")) {
    write_json(session, trends, out);
  } else if (trends->len > 0) {
    write_text(session, trends, plans, out);
  } else {
    if (!session->damaged)
      session_say(session,
                  debriefs->len ? N_("No lessons yet.")
                                : N_("No debrief yet; 'rebond new' begins one."),
                  NULL);
    return EXIT_FINE;
  }
  return output_deliver(session, out);
}
