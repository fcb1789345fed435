/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/actions.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"

/* Whether the title of ACTION has WORDS (folded) in it. */
static gboolean titled(const struct planned_action *action, const char *words)
{
  g_autofree char *title = phrase_plain(action->title);
  g_autofree char *folded = text_fold(title);
  return strstr(folded, words) != NULL;
}

GPtrArray *actions_plans(const struct session *session, const struct debrief *debrief)
{
  GPtrArray *plans = plan_list_new();
  for (int day = debrief->today; day; day = answers_seen_before(debrief->answers, day))
    g_ptr_array_add(
        plans, plan_new(session->catalogue, debrief->answers, day, session->translator, FALSE));
  return plans;
}

static gboolean holds(const GPtrArray *actions, const struct task *task)
{
  for (guint i = 0; i < actions->len; i++)
    if (((const struct planned_action *)actions->pdata[i])->action->task == task)
      return TRUE;
  return FALSE;
}

GPtrArray *actions_in(const GPtrArray *plans, gboolean ticked)
{
  GPtrArray *found = g_ptr_array_new();
  for (guint i = 0; i < plans->len; i++) {
    const struct plan *plan = g_ptr_array_index(plans, i);
    for (guint j = 0; j < plan->actions->len; j++) {
      struct planned_action *action = g_ptr_array_index(plan->actions, j);
      if ((action->state == ACTION_DONE) == ticked && !holds(found, action->action->task))
        g_ptr_array_add(found, action);
    }
  }
  return found;
}

char *actions_names(const struct session *session, const GPtrArray *actions)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  for (guint i = 0; i < actions->len; i++) {
    const struct planned_action *action = g_ptr_array_index(actions, i);
    g_autofree char *title = phrase_plain(action->title);
    g_ptr_array_add(words, g_strdup_printf("%s (%s)", action->action->task->name->id, title));
  }
  return tr_join(session->translator, (const char *const *)words->pdata);
}

/* Those of ACTIONS that WORD names, by the id of one or a part of titles; caller frees the array.
 */
static GPtrArray *match(const GPtrArray *actions, const char *word)
{
  g_autofree char *folded = text_fold(word);
  GPtrArray *found = g_ptr_array_new();
  for (guint i = 0; i < actions->len; i++) {
    struct planned_action *action = g_ptr_array_index(actions, i);
    if (g_str_equal(action->action->task->name->id, word)) {
      g_ptr_array_set_size(found, 0);
      g_ptr_array_add(found, action);
      break;
    }
    if (titled(action, folded))
      g_ptr_array_add(found, action);
  }
  return found;
}

const struct planned_action *actions_find(struct session *session, const GPtrArray *actions,
                                          const char *word)
{
  g_autoptr(GPtrArray) found = match(actions, word);
  if (found->len == 1)
    return g_ptr_array_index(found, 0);
  g_autofree char *list = actions_names(session, found->len ? found : actions);
  if (found->len)
    session_refuse(session, N_("'{1}' may be {2}; please say more"), word, list, NULL);
  else if (actions->len)
    session_refuse(session, N_("no such action: '{1}'; there are {2}"), word, list, NULL);
  else
    session_refuse(session, N_("no such action: '{1}'; no action is left for that"), word, NULL);
  return NULL;
}

const struct planned_action *actions_choose(struct session *session, const GPtrArray *plans,
                                            gboolean ticked, const char *word)
{
  g_autoptr(GPtrArray) actions = actions_in(plans, ticked);
  g_autoptr(GPtrArray) others = actions_in(plans, !ticked);
  g_autoptr(GPtrArray) found = match(actions, word);
  g_autoptr(GPtrArray) already = match(others, word);
  if (found->len || already->len != 1)
    return actions_find(session, actions, word);
  const struct planned_action *action = already->pdata[0];
  g_autofree char *title = phrase_plain(action->title);
  g_autofree char *day = ticked ? g_strdup("") : date_long(action->day, session->translator);
  session_refuse(session, ticked ? N_("not done yet: {1}") : N_("done already on {2}: {1}"), title,
                 day, NULL);
  return NULL;
}

/* ---- of which debrief ---- */

enum fit { FITS_NOT, FITS, FITS_AND_IS_DUE };

/* Whether every one of WORDS is the name of something in DEBRIEF that is ticked, or is not. */
static enum fit fit_of(const struct session *session, const struct debrief *debrief,
                       const char *const *words, gboolean ticked)
{
  g_autoptr(GPtrArray) plans = actions_plans(session, debrief);
  g_autoptr(GPtrArray) actions = actions_in(plans, ticked);
  enum fit fit = FITS_AND_IS_DUE;
  for (; *words; words++) {
    g_autoptr(GPtrArray) found = match(actions, *words);
    if (!found->len)
      return FITS_NOT;
    const struct planned_action *action = found->pdata[0];
    if (!action->day || action->day > debrief->today)
      fit = FITS;
  }
  return fit;
}

static gint64 refuse_several(struct session *session, const GPtrArray *debriefs, const char *word,
                             int *code)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  for (guint i = 0; i < debriefs->len; i++)
    g_ptr_array_add(names, session_name(session, g_ptr_array_index(debriefs, i)));
  g_autofree char *list = tr_join(session->translator, (const char *const *)names->pdata);
  *code = session_refuse(session,
                         N_("several debriefs have '{1}': {2}; put the number of one in front"),
                         word, list, NULL);
  return 0;
}

/* Of ALL those that WORDS fit at least as well as LEAST. GPtrArray; caller frees. */
static GPtrArray *fitting(const struct session *session, const GPtrArray *all,
                          const char *const *words, gboolean ticked, enum fit least)
{
  GPtrArray *found = g_ptr_array_new();
  for (guint i = 0; i < all->len; i++)
    if (fit_of(session, g_ptr_array_index(all, i), words, ticked) >= least)
      g_ptr_array_add(found, g_ptr_array_index(all, i));
  return found;
}

static gint64 choose_debrief(struct session *session, const char *const *words, gboolean ticked,
                             int *code)
{
  g_autoptr(GPtrArray) all = session_debriefs(session, code);
  if (!all || !*words)
    return 0;
  g_autoptr(GPtrArray) some = fitting(session, all, words, ticked, FITS);
  g_autoptr(GPtrArray) due = fitting(session, some, words, ticked, FITS_AND_IS_DUE);
  const GPtrArray *best = due->len == 1 ? due : some;
  if (best->len > 1)
    return refuse_several(session, best, words[0], code);
  g_autoptr(GPtrArray) already = fitting(session, all, words, !ticked, FITS);
  const GPtrArray *meant = best->len ? best : already;
  return meant->len ? ((const struct debrief *)g_ptr_array_index(meant, 0))->id : 0;
}

struct debrief *actions_open(struct session *session, const char *const **words, gboolean ticked,
                             int *code)
{
  guint64 number = 0;
  const char *first = (*words)[0];
  g_autoptr(GError) error = NULL;
  if (!session_catalogue(session, code) || !session_journal(session, FALSE, code))
    return NULL;
  if (first && g_ascii_string_to_unsigned(first, 10, 1, G_MAXINT64, &number, NULL))
    ++*words;
  const char *const named[] = {(*words)[0], NULL};
  gint64 id = number ? (gint64)number : choose_debrief(session, named, ticked, code);
  if (*code == EXIT_USAGE)
    return NULL;
  g_autofree char *argument = id ? g_strdup_printf("%" G_GINT64_FORMAT, id) : NULL;
  OWNED(debrief) debrief = session_debrief(session, argument, code);
  if (debrief && !journal_lock(session->journal, debrief->id, &error)) {
    *code = session_fail(session, &error);
    return NULL;
  }
  return debrief ? g_steal_pointer(&debrief) : NULL;
}
