/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of debriefs. */
#include "command/menu.h"

#include "base/date.h"
#include "command/choice.h"
#include "command/output.h"
#include "command/reminder.h"

/* Older debriefs than these are reached by their numbers. */
#define OFFERED 5

/* What comes first: where something is late or was to be told, where something is due today, where
 * something is open, where nothing is left but what nobody has done for weeks. */
enum urgency { URGENCY_LATE, URGENCY_DUE, URGENCY_OPEN, URGENCY_NONE };

struct menu_entry {
  gint64 number;
  enum urgency urgency;
  char *words;
  char *title; /* of a next time that is today or tomorrow, or NULL */
};

static void free_menu_entry(void *data)
{
  struct menu_entry *offer = data;
  g_free(offer->words);
  g_free(offer->title);
  g_free(offer);
}

/* ---- one debrief ---- */

static int last_seen(const struct answers *answers)
{
  g_autoptr(GPtrArray) list = answers_list(answers);
  int last = 0;
  for (guint i = 0; i < list->len; i++)
    last = MAX(last, ((const struct answer *)list->pdata[i])->seen);
  return last;
}

/* The next time has been, and nothing was told since. */
static gboolean is_over(const struct plan *plan, const struct answers *answers)
{
  return plan->next_time && plan->next_time < plan->today && last_seen(answers) <= plan->next_time;
}

/* What has been left undone for longer waits, and presses nobody. */
static gboolean is_left(const struct planned_action *action, int today)
{
  return action->overdue && today - action->due > PLAN_HOLIDAY_DAYS;
}

static enum urgency urgency_of(const struct plan *plan, const struct answers *answers)
{
  enum urgency urgency = plan->missing->len ? URGENCY_OPEN : URGENCY_NONE;
  if (is_over(plan, answers))
    return URGENCY_LATE;
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = plan->actions->pdata[i];
    if (!action->day || action->state == ACTION_DONE || is_left(action, plan->today))
      continue;
    if (action->overdue)
      return URGENCY_LATE;
    urgency = MIN(urgency, action->day <= plan->today ? URGENCY_DUE : URGENCY_OPEN);
  }
  return urgency;
}

/* "; today: say thank you", where that is so. Caller frees. */
static char *due_words(const struct session *session, const struct plan *plan,
                       const struct answers *answers)
{
  const struct planned_action *next = plan_next(plan);
  if (is_over(plan, answers)) {
    g_autofree char *day = date_medium(plan->next_time, session->translator);
    /* TRANSLATORS: stands behind the name of a debrief; {1} is the day of what took place since. */
    return tr_fill(tr(session->translator, N_("; {1} is over: how did it go?")), day, NULL);
  }
  if (!next || (next->day > plan->today && !next->overdue))
    return g_strdup("");
  g_autofree char *title = phrase_plain(next->title);
  /* TRANSLATORS: stand behind the name of a debrief; {1} is what is to be done. */
  const char *pattern = next->overdue ? N_("; late: {1}") : N_("; today: {1}");
  return tr_fill(tr(session->translator, pattern), title, NULL);
}

static struct menu_entry *menu_entry_new(struct session *session, const struct debrief *debrief)
{
  OWNED(plan) plan = session_sketch(session, debrief, FALSE, PLAN_TO_DO);
  g_autofree char *due = due_words(session, plan, debrief->answers);
  g_autofree char *subject = phrase_plain(plan->subject);
  g_autofree char *day = date_long(answers_begun(debrief->answers), session->translator);
  const char *pattern =
      plan->missing->len > 0 ? N_("Go on: {1} (begun {2})") : N_("Bring news: {1} (begun {2})");
  g_autofree char *words = tr_fill(tr(session->translator, pattern), subject, day, NULL);
  struct menu_entry *offer = g_new0(struct menu_entry, 1);
  offer->number = debrief->id;
  offer->urgency = urgency_of(plan, debrief->answers);
  offer->words = g_strconcat(words, due, NULL);
  offer->title = reminder_is_due(plan) ? reminder_title(session, plan) : NULL;
  return offer;
}

/* ---- all of them ---- */

static int compare(gconstpointer a, gconstpointer b)
{
  const struct menu_entry *one = *(struct menu_entry *const *)a,
                          *other = *(struct menu_entry *const *)b;
  return (int)one->urgency - (int)other->urgency;
}

/* What is offered of DEBRIEFS: struct menu_entry, by urgency and among those as they were, the new
 * one last. */
static GPtrArray *offers_new(struct session *session, const GPtrArray *debriefs)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func(free_menu_entry);
  for (guint i = 0; i < debriefs->len; i++)
    g_ptr_array_add(offers, menu_entry_new(session, debriefs->pdata[i]));
  g_ptr_array_sort(offers, compare);
  struct menu_entry *fresh = g_new0(struct menu_entry, 1);
  *fresh = (struct menu_entry){MENU_NEW, URGENCY_NONE,
                               g_strdup(tr(session->translator, N_("Begin anew"))), NULL};
  g_ptr_array_add(offers, fresh);
  return offers;
}

/* What to read before a next time, where it is today or tomorrow. */
static void show_reminders(struct session *session, const GPtrArray *debriefs,
                           const GPtrArray *offers)
{
  g_autoptr(GString) out = g_string_new(NULL), lines = g_string_new(NULL);
  for (guint i = 0; i < offers->len; i++) {
    const struct menu_entry *offer = offers->pdata[i];
    if (offer->title)
      output_title(session, out, offer->title);
  }
  if (out->len == 0)
    return;
  g_autoptr(GPtrArray) plans = session_plans(session, debriefs, PLAN_LEARNT);
  reminder_write(session, plans, lines);
  if (lines->len)
    fprintf(session->out, "%s%s\n", out->str, lines->str);
}

gint64 menu_ask(struct session *session, struct lines *lines, const GPtrArray *debriefs)
{
  g_autoptr(GPtrArray) entries = offers_new(session, debriefs);
  g_autoptr(GArray) offers = g_array_new(FALSE, FALSE, sizeof(struct choice_offer));
  for (guint i = 0; i < entries->len; i++) {
    const struct menu_entry *entry = entries->pdata[i];
    gboolean hidden = i >= OFFERED && entry->number != MENU_NEW;
    struct choice_offer offer = {entry->number, entry->words, hidden};
    g_array_append_val(offers, offer);
  }
  const char *more = N_("There are more: 'rebond list' shows them, and their numbers do here.");
  show_reminders(session, debriefs, entries);
  return choice_ask(session, lines, N_("What would you like to do?"), offers,
                    debriefs->len > OFFERED ? more : NULL);
}
