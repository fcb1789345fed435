/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond agenda`: what is due, day by day, over all debriefs. */
#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/json.h"
#include "command/output.h"

/* An action that is still to be done, and the debrief it comes from. */
struct agenda_entry {
  const struct action *action;
  int day, at;
  gboolean overdue;
  const char *title;
  gint64 debrief;
  const char *subject; /* of the debrief */
  int begun;           /* likewise */
};

/* An action that was done, and is one step for all debriefs. */
struct agenda_done {
  const struct action *action;
  int day;
};

/* What is gathered from all debriefs. */
struct agenda_gathering {
  struct session *session;
  gboolean holds_back;
  enum plan_scope scope;
  GPtrArray *debriefs, *plans; /* of PLAN_WHOLE: a calendar is made of them; else empty */
  GArray *dues;                /* of struct agenda_entry */
  GArray *dones;               /* of struct agenda_done */
  struct arena *words;
  guint count; /* of the debriefs */
};

/* By day, what is late before what is not, and by hour, undated last; then as the plans have them.
 */
static int compare(gconstpointer a, gconstpointer b)
{
  const struct agenda_entry *one = a, *other = b;
  if (one->day != other->day)
    return !one->day ? 1 : !other->day ? -1 : one->day - other->day;
  if (one->overdue != other->overdue)
    return one->overdue ? -1 : 1;
  return one->at - other->at;
}

/* PHRASE in plain words, which live as long as what is gathered. */
static const char *plain(const struct agenda_gathering *all, const struct phrase *phrase)
{
  g_autofree char *words = phrase_plain(phrase);
  return arena_string(all->words, words, -1);
}

/* Nothing of PLAN is needed afterwards. */
static void gather(const struct agenda_gathering *all, const struct plan *plan, gint64 debrief)
{
  const char *subject = plain(all, plan->subject);
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *planned = g_ptr_array_index(plan->actions, i);
    const struct action *action = planned->action;
    if (planned->state != ACTION_DONE) {
      struct agenda_entry entry = {
          action,  planned->day, planned->at, planned->overdue, plain(all, planned->title),
          debrief, subject,      plan->begun};
      g_array_append_val(all->dues, entry);
    } else if (action->once) {
      struct agenda_done done = {action, planned->day};
      g_array_append_val(all->dones, done);
    }
  }
}

/* What the debrief of ENTRY is called. Caller frees. */
static char *debrief_of(const struct session *session, const struct agenda_entry *entry)
{
  g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, entry->debrief);
  return tr_fill(tr(session->translator, N_("{1} (debrief {2})")), entry->subject, number, NULL);
}

/* ---- one step for all ---- */

/* Whether what ENTRY asks for is among DONES since its debrief began. */
static gboolean is_done_since(const GArray *dones, const struct agenda_entry *entry)
{
  for (guint i = 0; i < dones->len; i++) {
    const struct agenda_done *done = &g_array_index(dones, struct agenda_done, i);
    if (done->action == entry->action && done->day >= entry->begun)
      return TRUE;
  }
  return FALSE;
}

/* Of an action that is one step for all debriefs leaves the first of DUES, which are sorted, and
 * none if that is among DONES. */
static void keep_once(GArray *dues, const GArray *dones)
{
  g_autoptr(GHashTable) met = g_hash_table_new(NULL, NULL);
  guint kept = 0;
  for (guint i = 0; i < dues->len; i++) {
    struct agenda_entry entry = g_array_index(dues, struct agenda_entry, i);
    gboolean spare = entry.action->once && (!g_hash_table_add(met, (gpointer)entry.action) ||
                                            is_done_since(dones, &entry));
    if (!spare)
      g_array_index(dues, struct agenda_entry, kept++) = entry;
  }
  g_array_set_size(dues, kept);
}

/* What is to be done, for which debrief, at what hour, and whether it is late. Caller frees. */
static char *words_of(const struct session *session, const struct agenda_entry *entry)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  g_ptr_array_add(parts, g_strdup(entry->title));
  g_ptr_array_add(parts, debrief_of(session, entry));
  if (entry->at >= 0)
    g_ptr_array_add(parts, time_long(entry->at, session->translator));
  if (entry->overdue)
    g_ptr_array_add(parts, g_strdup(tr(session->translator, N_("late"))));
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
  int width = output_width(session);
  int day = -1;
  for (guint i = 0; i < dues->len; i++) {
    const struct agenda_entry *entry = &g_array_index(dues, struct agenda_entry, i);
    if (entry->day != day)
      add_day(session, entry->day, out);
    day = entry->day;
    g_autofree char *words = words_of(session, entry);
    g_string_append(out, "  ");
    text_wrap(out, words, width, 2, "  ");
    g_string_append_c(out, '\n');
  }
}

static void write_json(const GArray *dues, GString *out)
{
  json_begin_list(out);
  for (guint i = 0; i < dues->len; i++) {
    const struct agenda_entry *entry = &g_array_index(dues, struct agenda_entry, i);
    json_begin_object(out);
    json_add_number(out, "debrief", entry->debrief);
    json_add_text(out, "subject", entry->subject);
    json_add_text(out, "action", entry->action->task->name->id);
    json_add_text(out, "title", entry->title);
    json_add_day(out, "day", entry->day);
    json_add_time(out, "time", entry->at);
    json_add_truth(out, "late", entry->overdue);
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

static void take(struct debrief *given, void *data)
{
  struct agenda_gathering *all = data;
  OWNED(debrief) debrief = given;
  OWNED(plan) plan = session_sketch(all->session, debrief, all->holds_back, all->scope);
  all->count++;
  gather(all, plan, debrief->id);
  if (all->scope == PLAN_WHOLE) {
    g_ptr_array_add(all->plans, g_steal_pointer(&plan));
    g_ptr_array_add(all->debriefs, g_steal_pointer(&debrief));
  }
}

static void write_agenda(struct session *session, const char *format,
                         const struct agenda_gathering *all, GString *out)
{
  if (g_str_equal(format, "json"))
    write_json(all->dues, out);
  else if (g_str_equal(format, "ics"))
    write_calendar(session, all->debriefs, all->plans, out);
  else if (all->count == 0 && !session->damaged)
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
  g_autoptr(GArray) dones = g_array_new(FALSE, FALSE, sizeof(struct agenda_done));
  OWNED(arena) words = arena_new();
  g_autoptr(GString) out = g_string_new(NULL);
  struct agenda_gathering all = {
      session, output_holds_back(session), scope, debriefs, plans, dues, dones, words, 0};
  if (!session_each(session, take, &all, &code))
    return code;
  g_array_sort(dues, compare);
  keep_once(dues, dones);
  write_agenda(session, format, &all, out);
  session_tell_others(session);
  return scope == PLAN_WHOLE ? output_calendar(session, plans, out) : output_deliver(session, out);
}
