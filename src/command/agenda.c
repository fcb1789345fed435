/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond agenda`: what is due, day by day, over all debriefs. */
#include "base/date.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/json.h"
#include "command/output.h"

/* An action that is still to be done, and the debrief it comes from. */
struct agenda_entry {
  const struct planned_action *action;
  const struct plan *plan;
  gint64 debrief;
};

/* By day, what is late before what is not, and by hour, undated last; then as the plans have them.
 */
static int compare(gconstpointer a, gconstpointer b)
{
  const struct agenda_entry *one = a, *other = b;
  const struct planned_action *first = one->action, *second = other->action;
  if (first->day != second->day)
    return !first->day ? 1 : !second->day ? -1 : first->day - second->day;
  if (first->overdue != second->overdue)
    return first->overdue ? -1 : 1;
  return first->at - second->at;
}

static void gather(GArray *dues, const struct plan *plan, gint64 debrief)
{
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = g_ptr_array_index(plan->actions, i);
    struct agenda_entry entry = {action, plan, debrief};
    if (action->state != ACTION_DONE)
      g_array_append_val(dues, entry);
  }
}

/* What the debrief of ENTRY is called. Caller frees. */
static char *debrief_of(const struct session *session, const struct agenda_entry *entry)
{
  g_autofree char *subject = phrase_plain(entry->plan->subject);
  g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, entry->debrief);
  return tr_fill(tr(session->translator, N_("{1} (debrief {2})")), subject, number, NULL);
}

/* ---- one step for all ---- */

/* Whether ACTION was done in one of PLANS since the debrief of PLAN began. */
static gboolean is_done_since(const GPtrArray *plans, const struct action *action,
                              const struct plan *plan)
{
  for (guint i = 0; i < plans->len; i++) {
    const struct planned_action *planned = plan_task(plans->pdata[i], action->task);
    if (planned && planned->action == action && planned->state == ACTION_DONE &&
        planned->day >= plan->begun)
      return TRUE;
  }
  return FALSE;
}

/* Of an action that is one step for all debriefs leaves the first of DUES, which are sorted, and
 * none once it is done in any of PLANS. */
static void keep_once(GArray *dues, const GPtrArray *plans)
{
  g_autoptr(GHashTable) met = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < dues->len;) {
    const struct agenda_entry *entry = &g_array_index(dues, struct agenda_entry, i);
    const struct action *action = entry->action->action;
    gboolean spare = action->once && (!g_hash_table_add(met, (gpointer)action) ||
                                      is_done_since(plans, action, entry->plan));
    if (spare)
      g_array_remove_index(dues, i);
    else
      i++;
  }
}

/* What is to be done, for which debrief, at what hour, and whether it is late. Caller frees. */
static char *words_of(const struct session *session, const struct agenda_entry *entry)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(parts, phrase_plain(entry->action->title));
  g_ptr_array_add(parts, debrief_of(session, entry));
  if (entry->action->at >= 0)
    g_ptr_array_add(parts, time_long(entry->action->at, session->translator));
  if (entry->action->overdue)
    g_ptr_array_add(parts, g_strdup(tr(session->translator, N_("late"))));
  g_ptr_array_add(parts, NULL);
  return g_strjoinv(tr(session->translator, N_("; ")), (char **)parts->pdata);
}

/* ---- the formats ---- */

static void add_day(const struct session *session, int day, GString *out)
{
  g_autofree char *words = day ? date_long(day, session->translator)
                               : g_strdup(tr(session->translator, N_("Without a date")));
  g_autofree char *title = text_capital(words);
  output_title(session, out, title);
}

static void write_text(const struct session *session, const GArray *dues, GString *out)
{
  int day = -1;
  for (guint i = 0; i < dues->len; i++) {
    const struct agenda_entry *entry = &g_array_index(dues, struct agenda_entry, i);
    if (entry->action->day != day)
      add_day(session, entry->action->day, out);
    day = entry->action->day;
    g_autofree char *words = words_of(session, entry);
    g_string_append(out, "  ");
    text_wrap(out, words, output_width(session), 2, "  ");
    g_string_append_c(out, '\n');
  }
}

static void write_json(const GArray *dues, GString *out)
{
  json_begin_list(out);
  for (guint i = 0; i < dues->len; i++) {
    const struct agenda_entry *entry = &g_array_index(dues, struct agenda_entry, i);
    g_autofree char *title = phrase_plain(entry->action->title);
    g_autofree char *subject = phrase_plain(entry->plan->subject);
    json_begin_object(out);
    json_add_number(out, "debrief", entry->debrief);
    json_add_text(out, "subject", subject);
    json_add_text(out, "action", entry->action->action->task->name->id);
    json_add_text(out, "title", title);
    json_add_day(out, "day", entry->action->day);
    json_add_time(out, "time", entry->action->at);
    json_add_truth(out, "late", entry->action->overdue);
    json_end_object(out);
  }
  json_end_list(out);
}

static void write_calendar(struct session *session, const GPtrArray *debriefs,
                           const GPtrArray *plans, GString *out)
{
  g_autofree char *stamp = session_stamp(session);
  struct report_options options = session_report(session, 0);
  g_auto(GStrv) names = g_new0(char *, debriefs->len + 1);
  for (guint i = 0; i < debriefs->len; i++)
    names[i] = session_identity(session, g_ptr_array_index(debriefs, i));
  g_autofree char *before = output_earlier(session);
  options.stamp = stamp;
  options.earlier = before;
  report_calendar(plans, (const char *const *)names, &options, out);
}

/* ---- the whole ---- */

/* What is gathered from all debriefs. */
struct gathering {
  struct session *session;
  gboolean holds_back;
  enum plan_scope scope;
  GPtrArray *debriefs; /* of PLAN_WHOLE, whose plans need them */
  GPtrArray *plans;
  GArray *dues;
};

static void take(struct debrief *given, void *data)
{
  const struct gathering *all = data;
  OWNED(debrief) debrief = given;
  struct plan *plan = session_sketch(all->session, debrief, all->holds_back, all->scope);
  g_ptr_array_add(all->plans, plan);
  gather(all->dues, plan, debrief->id);
  if (all->scope == PLAN_WHOLE)
    g_ptr_array_add(all->debriefs, g_steal_pointer(&debrief));
}

static void write_agenda(struct session *session, const char *format, const struct gathering *all,
                         GString *out)
{
  if (g_str_equal(format, "json"))
    write_json(all->dues, out);
  else if (g_str_equal(format, "ics"))
    write_calendar(session, all->debriefs, all->plans, out);
  else if (all->plans->len == 0 && !session->damaged)
    session_say(session, N_("No debrief yet; 'rebond new' begins one."), NULL);
  else if (all->dues->len == 0 && !session->damaged)
    session_say(session, N_("Nothing is due."), NULL);
  else
    write_text(session, all->dues, out);
}

int command_agenda(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  (void)arguments;
  const char *format = output_format(session, command_find("agenda")->formats);
  if (!format)
    return EXIT_USAGE;
  enum plan_scope scope = g_str_equal(format, "ics") ? PLAN_WHOLE : PLAN_TO_DO;
  g_autoptr(GPtrArray) debriefs = debrief_list_new(), plans = plan_list_new();
  g_autoptr(GArray) dues = g_array_new(FALSE, FALSE, sizeof(struct agenda_entry));
  g_autoptr(GString) out = g_string_new(NULL);
  struct gathering all = {session, output_holds_back(session), scope, debriefs, plans, dues};
  if (!session_each(session, take, &all, &code))
    return code;
  g_array_sort(dues, compare);
  keep_once(dues, plans);
  write_agenda(session, format, &all, out);
  session_tell_others(session);
  return scope == PLAN_WHOLE ? output_calendar(session, plans, out) : output_deliver(session, out);
}
