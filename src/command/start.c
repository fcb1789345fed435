/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways into a visit: begin, go on, or ask which. */
#include "base/date.h"
#include "command/choice.h"
#include "command/commands.h"
#include "command/keeping.h"
#include "command/visit.h"

/* Older debriefs than these are reached by `rebond resume NUMBER`. */
#define OFFERED 5

/* ---- beginning and going on ---- */

static int begin(struct session *session, struct lines *lines)
{
  struct answers *answers = answers_new(session->catalogue);
  answers_set_begun(answers, session->today);
  OWNED(debrief) debrief = debrief_new(0, session->today, answers);
  return visit_hold(session, debrief, lines);
}

/* Locks before loading, so that what is gone on with is what stands on disk. */
static int go_on(struct session *session, gint64 id, struct lines *lines)
{
  OWNED(lines) source = lines;
  g_autoptr(GError) error = NULL;
  int code = EXIT_FINE;
  if (!journal_lock(session->journal, id, &error))
    return session_fail(session, &error);
  g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, id);
  OWNED(debrief) debrief = session_debrief(session, number, &code);
  return debrief ? visit_hold(session, debrief, g_steal_pointer(&source)) : code;
}

static struct lines *open_lines(const struct session *session)
{
  return lines_new(session->in, session->out, session->plain);
}

int command_new(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  (void)arguments;
  if (!keeping_allowed(session))
    return EXIT_USAGE;
  if (!session_catalogue(session, &code) ||
      (!session->options.no_journal && !session_journal(session, FALSE, &code)))
    return code;
  return begin(session, open_lines(session));
}

int command_resume(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  if (!keeping_allowed(session))
    return EXIT_USAGE;
  if (!session_catalogue(session, &code) || !session_journal(session, FALSE, &code))
    return code;
  OWNED(debrief) debrief = session_debrief(session, arguments[0], &code);
  return debrief ? go_on(session, debrief->id, open_lines(session)) : code;
}

/* ---- asking which ---- */

/* What comes first: where something is due, where something is open, where nothing is left. */
enum urgency { URGENCY_DUE, URGENCY_OPEN, URGENCY_NONE, URGENCIES };

static enum urgency urgency_of(const struct plan *plan)
{
  const struct planned_action *next = plan_next(plan);
  if (next && next->day <= plan->today)
    return URGENCY_DUE;
  return next || plan->missing->len ? URGENCY_OPEN : URGENCY_NONE;
}

/* DEBRIEFS by what is due, and among those as they were. GPtrArray; caller frees. */
static GPtrArray *by_urgency(struct session *session, const GPtrArray *debriefs)
{
  GPtrArray *sorted = g_ptr_array_new();
  g_autofree enum urgency *urgencies = g_new(enum urgency, debriefs->len);
  for (guint i = 0; i < debriefs->len; i++) {
    OWNED(plan) plan = session_plan(session, g_ptr_array_index(debriefs, i), FALSE);
    urgencies[i] = urgency_of(plan);
  }
  for (enum urgency urgency = URGENCY_DUE; urgency < URGENCIES; urgency++)
    for (guint i = 0; i < debriefs->len; i++)
      if (urgencies[i] == urgency)
        g_ptr_array_add(sorted, g_ptr_array_index(debriefs, i));
  return sorted;
}

/* "; today: say thank you", where that is so. Caller frees. */
static char *due_words(const struct session *session, const struct plan *plan)
{
  if (urgency_of(plan) != URGENCY_DUE)
    return g_strdup("");
  const struct planned_action *next = plan_next(plan);
  g_autofree char *title = phrase_plain(next->title);
  /* TRANSLATORS: stand behind the name of a debrief; {1} is what is to be done. */
  const char *pattern = plan_is_overdue(plan, next) ? N_("; late: {1}") : N_("; today: {1}");
  return tr_fill(tr(session->translator, pattern), title, NULL);
}

/* What is offered for DEBRIEF, in words. Caller frees. */
static char *offer(struct session *session, const struct debrief *debrief)
{
  OWNED(plan) plan = session_plan(session, debrief, FALSE);
  g_autofree char *due = due_words(session, plan);
  g_autofree char *subject = phrase_plain(plan->subject);
  g_autofree char *day = date_long(answers_begun(debrief->answers), session->translator);
  const char *pattern =
      plan->missing->len > 0 ? N_("Go on: {1} (begun {2})") : N_("Bring news: {1} (begun {2})");
  g_autofree char *words = tr_fill(tr(session->translator, pattern), subject, day, NULL);
  return g_strconcat(words, due, NULL);
}

/* The offers, NULL-terminated: the latest debriefs, then a new one. */
static GPtrArray *offers(struct session *session, const GPtrArray *debriefs)
{
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < MIN(debriefs->len, OFFERED); i++)
    g_ptr_array_add(words, offer(session, g_ptr_array_index(debriefs, i)));
  g_ptr_array_add(words, g_strdup(tr(session->translator, N_("Begin anew"))));
  g_ptr_array_add(words, NULL);
  return words;
}

static int ask_which(struct session *session, const GPtrArray *debriefs)
{
  g_autoptr(GPtrArray) words = offers(session, debriefs);
  OWNED(lines) lines = open_lines(session);
  const char *more =
      N_("There are more: 'rebond list' shows them, 'rebond resume NUMBER' opens one.");
  int choice = choice_ask(session, lines, N_("What would you like to do?"), words,
                          debriefs->len > OFFERED ? more : NULL);
  switch (choice) {
  case CHOICE_STOP:
    return EXIT_FINE;
  case CHOICE_INTERRUPT:
    return EXIT_INTERRUPTED;
  case CHOICE_EXHAUSTED:
    session_complain(session, N_("the input ended before it was said which debrief"), NULL);
    return EXIT_FAULTY;
  }
  if ((guint)choice == words->len - 2)
    return begin(session, g_steal_pointer(&lines));
  const struct debrief *debrief = g_ptr_array_index(debriefs, (guint)choice);
  return go_on(session, debrief->id, g_steal_pointer(&lines));
}

int command_visit(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  if (session->options.no_journal)
    return command_new(session, arguments);
  if (!keeping_allowed(session))
    return EXIT_USAGE;
  if (!session_catalogue(session, &code) || !session_journal(session, FALSE, &code))
    return code;
  g_autoptr(GPtrArray) debriefs = session_debriefs(session, &code);
  if (!debriefs)
    return code;
  g_autoptr(GPtrArray) sorted = by_urgency(session, debriefs);
  return debriefs->len ? ask_which(session, sorted) : command_new(session, arguments);
}
