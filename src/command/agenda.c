/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond agenda`: what is due, day by day, over all debriefs. */
#include "base/date.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/output.h"

/* An action that is still to be done, and the debrief it comes from. */
struct entry {
  const struct planned_action *action;
  const struct plan *plan;
  gint64 debrief;
};

/* By day and hour, undated last; then as the plans have them. */
static int compare(gconstpointer a, gconstpointer b)
{
  const struct planned_action *first = ((const struct entry *)a)->action;
  const struct planned_action *second = ((const struct entry *)b)->action;
  if (first->day != second->day)
    return !first->day ? 1 : !second->day ? -1 : first->day - second->day;
  return first->at - second->at;
}

static void gather(GArray *dues, const struct plan *plan, gint64 debrief)
{
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = g_ptr_array_index(plan->actions, i);
    struct entry entry = {action, plan, debrief};
    if (action->state != ACTION_DONE)
      g_array_append_val(dues, entry);
  }
}

/* What is to be done, for which debrief, at what hour, and whether it is late. Caller frees. */
static char *words_of(const struct session *session, const struct entry *entry)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(parts, phrase_plain(entry->action->title));
  g_ptr_array_add(parts, phrase_plain(entry->plan->subject));
  if (entry->action->at >= 0)
    g_ptr_array_add(parts, time_long(entry->action->at, session->translator));
  if (plan_is_overdue(entry->plan, entry->action))
    g_ptr_array_add(parts, g_strdup(tr(session->translator, N_("late"))));
  g_ptr_array_add(parts, NULL);
  return g_strjoinv(tr(session->translator, N_("; ")), (char **)parts->pdata);
}

static void print_day(struct session *session, int day)
{
  g_autofree char *words = day ? date_long(day, session->translator)
                               : g_strdup(tr(session->translator, N_("Without a date")));
  fprintf(session->out, "%s\n", words);
}

static void print(struct session *session, const GArray *dues)
{
  int day = -1;
  for (guint i = 0; i < dues->len; i++) {
    const struct entry *entry = &g_array_index(dues, struct entry, i);
    if (entry->action->day != day)
      print_day(session, entry->action->day);
    day = entry->action->day;
    g_autofree char *words = words_of(session, entry);
    g_autoptr(GString) out = g_string_new(NULL);
    g_string_append_printf(out, "%4" G_GINT64_FORMAT "  ", entry->debrief);
    text_wrap(out, words, output_width(session), 6, "      ");
    fprintf(session->out, "%s\n", out->str);
  }
}

int command_agenda(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  (void)arguments;
  g_autoptr(GPtrArray) debriefs = session_debriefs(session, &code);
  if (!debriefs)
    return code;
  g_autoptr(GPtrArray) plans = session_plans(session, debriefs);
  g_autoptr(GArray) dues = g_array_new(FALSE, FALSE, sizeof(struct entry));
  for (guint i = 0; i < debriefs->len; i++) {
    const struct debrief *debrief = g_ptr_array_index(debriefs, i);
    gather(dues, g_ptr_array_index(plans, i), debrief->id);
  }
  g_array_sort(dues, compare);
  if (dues->len == 0 && !session->damaged)
    session_say(session, N_("Nothing is due."), NULL);
  print(session, dues);
  return EXIT_FINE;
}
