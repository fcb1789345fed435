/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of debriefs. */
#include "command/menu.h"

#include "base/date.h"
#include "base/text.h"
#include "command/output.h"
#include "command/reminder.h"

/* Older debriefs than these are reached by their numbers. */
#define OFFERED 5

/* What begins a new one; debriefs are numbered from 1. */
#define NEW 0

/* What comes first: where something is due, where something is open, where nothing is left. */
enum urgency { URGENCY_DUE, URGENCY_OPEN, URGENCY_NONE };

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

static enum urgency urgency_of(const struct plan *plan, const struct answers *answers)
{
  const struct planned_action *next = plan_next(plan);
  if ((next && next->day <= plan->today) || is_over(plan, answers))
    return URGENCY_DUE;
  return next || plan->missing->len ? URGENCY_OPEN : URGENCY_NONE;
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
  if (!next || next->day > plan->today)
    return g_strdup("");
  g_autofree char *title = phrase_plain(next->title);
  /* TRANSLATORS: stand behind the name of a debrief; {1} is what is to be done. */
  const char *pattern = plan_is_overdue(plan, next) ? N_("; late: {1}") : N_("; today: {1}");
  return tr_fill(tr(session->translator, pattern), title, NULL);
}

static struct menu_entry *menu_entry_new(struct session *session, const struct debrief *debrief)
{
  OWNED(plan) plan = session_sketch(session, debrief, FALSE);
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
  *fresh = (struct menu_entry){NEW, URGENCY_NONE,
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
  g_autoptr(GPtrArray) plans = session_plans(session, debriefs, TRUE);
  reminder_write(session, plans, lines);
  if (lines->len)
    fprintf(session->out, "%s%s\n", out->str, lines->str);
}

static void show(struct session *session, const struct menu_entry *offer)
{
  g_autofree char *number = g_strdup_printf("%3" G_GINT64_FORMAT "  ", offer->number);
  g_autofree char *plain = g_strdup_printf("%" G_GINT64_FORMAT ": ", offer->number);
  g_autoptr(GString) line = g_string_new(session->plain ? plain : number);
  int taken = text_width(line->str);
  g_autofree char *indent = g_strnfill(session->plain ? 0 : (gsize)taken, ' ');
  text_wrap(line, offer->words, output_width(session), taken, indent);
  fprintf(session->out, "%s\n", line->str);
}

static void show_offers(struct session *session, const GPtrArray *offers)
{
  guint debriefs = offers->len - 1;
  session_say(session, N_("What would you like to do?"), NULL);
  for (guint i = 0; i < MIN(debriefs, OFFERED); i++)
    show(session, offers->pdata[i]);
  show(session, offers->pdata[debriefs]);
  if (debriefs > OFFERED)
    session_say(session, N_("There are more: 'rebond list' shows them, and their numbers do here."),
                NULL);
}

/* ---- the answer ---- */

/* The offer that TYPED names: its number, or, alone of what is shown, its beginning; the first if
 * it is empty; NULL. */
static const struct menu_entry *understand(const GPtrArray *offers, const char *typed)
{
  g_autofree char *folded = text_fold(typed);
  guint64 number = 0;
  g_strstrip(folded);
  if (!*folded)
    return offers->pdata[0];
  gboolean numbered = g_ascii_string_to_unsigned(folded, 10, 0, G_MAXINT64, &number, NULL);
  const struct menu_entry *found = NULL;
  guint matches = 0;
  for (guint i = 0; i < offers->len; i++) {
    const struct menu_entry *offer = offers->pdata[i];
    g_autofree char *words = text_fold(offer->words);
    if (numbered && offer->number == (gint64)number)
      return offer;
    if (!numbered && g_str_has_prefix(words, folded) && ++matches)
      found = offer;
  }
  return matches == 1 ? found : NULL;
}

/* A line, understood: *OFFER, or NULL if it was not. */
static enum menu_choice read_choice(struct session *session, struct lines *lines,
                                    const GPtrArray *offers, const struct menu_entry **offer)
{
  const struct menu_entry *first = offers->pdata[0];
  g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, first->number);
  g_autofree char *prompt =
      tr_fill(tr(session->translator, N_("Number (Enter means {1}): ")), number, NULL);
  struct line_request request = {.prompt = prompt};
  g_autofree char *typed = NULL;
  *offer = NULL;
  switch (lines_read(lines, &request, &typed)) {
  case LINE_TEXT:
    if (g_str_has_prefix(typed, ":q"))
      return MENU_STOP;
    *offer = understand(offers, typed);
    return *offer && (*offer)->number == NEW ? MENU_NEW : MENU_DEBRIEF;
  case LINE_INTERRUPT:
  case LINE_TERMINATED:
    return MENU_INTERRUPTED;
  case LINE_BACK:
    return MENU_DEBRIEF;
  default:
    return lines_typed(lines) ? MENU_STOP : MENU_EXHAUSTED;
  }
}

enum menu_choice menu_ask(struct session *session, struct lines *lines, const GPtrArray *debriefs,
                          gint64 *number)
{
  g_autoptr(GPtrArray) offers = offers_new(session, debriefs);
  const struct menu_entry *offer;
  enum menu_choice choice;
  show_reminders(session, debriefs, offers);
  show_offers(session, offers);
  while ((choice = read_choice(session, lines, offers, &offer)) == MENU_DEBRIEF && !offer)
    session_say(session, N_("Please type one of these numbers, or :quit."), NULL);
  *number = choice == MENU_DEBRIEF ? offer->number : NEW;
  fputc('\n', session->out);
  return choice;
}
