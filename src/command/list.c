/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond list`: the debriefs, and what comes next in each. */
#include "base/date.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/json.h"
#include "command/output.h"

static char *dated(const struct session *session, const struct planned_action *action)
{
  g_autofree char *day = date_medium(action->day, session->translator);
  g_autofree char *title = phrase_plain(action->title);
  g_autofree char *words = tr_fill(tr(session->translator, N_("{1}: {2}")), day, title, NULL);
  if (!action->overdue)
    return g_steal_pointer(&words);
  return g_strjoin(tr(session->translator, N_("; ")), words, tr(session->translator, N_("late")),
                   NULL);
}

/* What comes next in PLAN, in words. Caller frees. */
static char *next_of(const struct session *session, const struct plan *plan)
{
  const struct planned_action *action = plan_next(plan);
  g_autoptr(GPtrArray) parts = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  if (action)
    g_ptr_array_add(parts, dated(session, action));
  if (plan->missing->len > 0)
    g_ptr_array_add(parts, tr_count(session->translator, "{1} question still open",
                                    "{1} questions still open", plan->missing->len));
  if (parts->len == 0)
    g_ptr_array_add(parts, g_strdup(tr(session->translator, N_("nothing is due"))));
  return g_strjoinv(tr(session->translator, N_("; ")), (char **)parts->pdata);
}

/* ---- the formats ---- */

static void write_text(const struct session *session, int width, const struct debrief *debrief,
                       const struct plan *plan, GString *out)
{
  g_autofree char *subject = phrase_plain(plan->subject);
  g_autofree char *begun = date_long(answers_begun(debrief->answers), session->translator);
  g_autofree char *next = next_of(session, plan);
  g_autofree char *text =
      tr_fill(tr(session->translator, N_("{1} (begun {2})")), subject, begun, NULL);
  g_string_append_printf(out, "%3" G_GINT64_FORMAT "  ", debrief->id);
  text_wrap(out, text, width, 5, "     ");
  g_string_append(out, "\n     ");
  text_wrap(out, next, width, 5, "     ");
  g_string_append_c(out, '\n');
}

static void write_json(const struct debrief *debrief, const struct plan *plan, GString *out)
{
  const struct planned_action *next = plan_next(plan);
  g_autofree char *subject = phrase_plain(plan->subject);
  g_autofree char *title = next ? phrase_plain(next->title) : NULL;
  json_begin_object(out);
  json_add_number(out, "debrief", debrief->id);
  json_add_text(out, "subject", subject);
  json_add_day(out, "begun", answers_begun(debrief->answers));
  json_add_text(out, "next", title);
  json_add_day(out, "day", next ? next->day : 0);
  json_add_time(out, "time", next ? next->at : -1);
  json_add_number(out, "open_questions", plan->missing->len);
  json_end_object(out);
}

struct listing {
  struct session *session;
  gboolean json, holds_back;
  guint count;
  int width;
  GString *out;
};

static void write_debrief(struct debrief *given, void *data)
{
  struct listing *listing = data;
  OWNED(debrief) debrief = given;
  OWNED(plan)
  plan = session_sketch(listing->session, debrief, listing->holds_back, PLAN_NEXT);
  listing->count++;
  if (listing->json)
    write_json(debrief, plan, listing->out);
  else
    write_text(listing->session, listing->width, debrief, plan, listing->out);
}

int command_list(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  (void)arguments;
  const char *format = output_format(session, command_find("list")->formats);
  if (!format)
    return EXIT_USAGE;
  g_autoptr(GString) out = g_string_new(NULL);
  struct listing listing = {.session = session,
                            .json = g_str_equal(format, "json"),
                            .holds_back = output_holds_back(session),
                            .width = output_width(session),
                            .out = out};
  if (listing.json)
    json_begin_list(out);
  if (!session_each(session, write_debrief, &listing, &code))
    return code;
  if (listing.json)
    json_end_list(out);
  else if (listing.count == 0 && !session->damaged)
    session_say(session, N_("No debrief yet; 'rebond new' begins one."), NULL);
  session_tell_others(session);
  return output_deliver(session, out);
}
