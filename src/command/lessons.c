/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `rebond lessons`: what keeps coming back over several debriefs, and what has been better since,
 * with days and counts and never a score; and ten lines to read before the next time.
 */
#include "base/date.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/json.h"
#include "command/output.h"
#include "command/reminder.h"
#include "plan/before.h"
#include "plan/trends.h"

/* ---- over time ---- */

/* What keeps coming back, and what has not for a while. */
enum course { COURSE_BACK, COURSE_BETTER, COURSE_NEITHER };

static enum course course_of(const struct trend *trend)
{
  if (trend->since >= TREND_BETTER)
    return COURSE_BETTER;
  return trend->debriefs > 1 ? COURSE_BACK : COURSE_NEITHER;
}

static char *words_of(const struct session *session, const struct trend *trend, guint debriefs)
{
  static const char *const patterns[] = {
      [COURSE_BACK] = N_("{1}: in {2} of {3} debriefs, last on {4}"),
      [COURSE_BETTER] = N_("{1}: in {2} of {3} debriefs, last on {4}; not in the {5} since"),
  };
  g_autofree char *title = phrase_plain(trend->title);
  g_autofree char *times = g_strdup_printf("%u", trend->debriefs);
  g_autofree char *all = g_strdup_printf("%u", debriefs);
  g_autofree char *since = g_strdup_printf("%u", trend->since);
  g_autofree char *day = date_long(trend->last, session->translator);
  return tr_fill(tr(session->translator, patterns[course_of(trend)]), title, times, all, day, since,
                 NULL);
}

static void write_course(const struct session *session, const GArray *trends, guint debriefs,
                         enum course course, const char *title, GString *out)
{
  gboolean titled = FALSE;
  for (guint i = 0; i < trends->len; i++) {
    const struct trend *trend = &g_array_index(trends, struct trend, i);
    if (course_of(trend) != course)
      continue;
    if (!titled)
      output_title(session, out, tr(session->translator, title));
    titled = TRUE;
    g_autofree char *words = words_of(session, trend, debriefs);
    g_string_append(out, "  ");
    text_wrap(out, words, output_width(session), 2, "  ");
    g_string_append_c(out, '\n');
  }
  if (titled)
    g_string_append_c(out, '\n');
}

static void write_text(const struct session *session, const GArray *trends, const GPtrArray *plans,
                       GString *out)
{
  guint debriefs = trends_debriefs(plans);
  if (debriefs >= TREND_PATTERN) {
    write_course(session, trends, debriefs, COURSE_BACK, N_("What keeps coming back"), out);
    write_course(session, trends, debriefs, COURSE_BETTER, N_("What has been better since"), out);
  }
  output_title(session, out, tr(session->translator, N_("To read before the next time")));
  reminder_write(session, plans, out);
}

/* ---- for scripts ---- */

/* An object for each lesson, with its topic. */
static void write_json(const struct session *session, const GArray *trends, GString *out)
{
  json_begin_list(out);
  for (guint i = 0; i < trends->len; i++) {
    const struct trend *trend = &g_array_index(trends, struct trend, i);
    g_autofree char *topic = phrase_plain(trend->title);
    for (guint j = 0; j < trend->lessons->len; j++) {
      const struct trend_lesson *counted = &g_array_index(trend->lessons, struct trend_lesson, j);
      g_autofree char *words = before_resolution(counted->lesson, session->translator);
      json_begin_object(out);
      json_add_text(out, "topic", topic);
      json_add_number(out, "topic_debriefs", trend->debriefs);
      json_add_day(out, "topic_last", trend->last);
      json_add_number(out, "debriefs_since", trend->since);
      json_add_text(out, "lesson", words);
      json_add_number(out, "debriefs", counted->debriefs);
      json_end_object(out);
    }
  }
  json_end_list(out);
}

static void write_lessons(const struct session *session, const GPtrArray *plans, const char *format,
                          GString *out)
{
  g_autoptr(GArray) trends = trends_new(plans);
  if (g_str_equal(format, "json"))
    write_json(session, trends, out);
  else if (session->options.before)
    reminder_write(session, plans, out);
  else if (trends->len > 0)
    write_text(session, trends, plans, out);
}

struct learning {
  struct session *session;
  gboolean holds_back;
  GPtrArray *plans;
};

static void learn(struct debrief *given, void *data)
{
  const struct learning *learning = data;
  OWNED(debrief) debrief = given;
  g_ptr_array_add(learning->plans,
                  session_sketch(learning->session, debrief, learning->holds_back, PLAN_LEARNT));
}

int command_lessons(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  (void)arguments;
  const char *format = output_format(session, command_find("lessons")->formats);
  if (!format)
    return EXIT_USAGE;
  g_autoptr(GPtrArray) plans = plan_list_new();
  struct learning learning = {session, output_holds_back(session), plans};
  if (!session_each(session, learn, &learning, &code))
    return code;
  g_autoptr(GString) out = g_string_new(NULL);
  write_lessons(session, plans, format, out);
  if (out->len == 0 && !session->damaged)
    session_say(session,
                plans->len ? N_("No lessons yet.") : N_("No debrief yet; 'rebond new' begins one."),
                NULL);
  session_tell_others(session);
  return out->len ? output_deliver(session, out) : EXIT_FINE;
}
