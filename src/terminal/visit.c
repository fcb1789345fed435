/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Due actions: done, and when? */
#include "terminal/visit.h"

#include <string.h>

#include "base/date.h"
#include "terminal/ask.h"
#include "terminal/say.h"
#include "terminal/typed.h"

gboolean visit_is_later(const struct walk *walk)
{
  const struct answers *answers = walk_answers(walk);
  int today = walk_today(walk);
  g_autoptr(GPtrArray) list = answers_list(answers);
  for (guint i = 0; i < list->len; i++)
    if (((const struct answer *)list->pdata[i])->seen >= today)
      return FALSE;
  return list->len > 0 && answers_begun(answers) < today;
}

void visit_begin(struct talk *talk)
{
  talk->visiting = visit_is_later(talk->walk);
  if (!talk->visiting)
    return;
  OWNED(plan) plan = talk_plan(talk);
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *planned = plan->actions->pdata[i];
    g_ptr_array_add(talk->planned, (void *)planned->action);
  }
}

/* ---- which ---- */

/* Also on a day to which nothing is moved: what was due before it is late there already. */
static gboolean is_due(const struct talk *talk, const struct planned_action *planned)
{
  int today = walk_today(talk->walk);
  gboolean due = planned->day && (planned->day <= today || planned->due <= today);
  return planned->state != ACTION_DONE && due &&
         !g_ptr_array_find(talk->visited, planned->action->task, NULL);
}

/* The plan of today, and as it was on the visit before, both from what is known now: they differ
 * by the time that has passed alone. */
struct plans {
  struct plan *now, *before;
};

static void free_plans(struct plans *plans)
{
  plan_free(plans->now);
  plan_free(plans->before);
}

/* Whether PLANNED has come up on this visit, for today: nobody can have done it yet. */
static gboolean is_new(const struct talk *talk, const struct planned_action *planned)
{
  return planned->state == ACTION_OPEN && !g_ptr_array_find(talk->planned, planned->action, NULL);
}

/* Of the due actions not yet asked after the one that has been due for longest, or NULL. */
static const struct planned_action *longest_due(const struct talk *talk, const GPtrArray *actions)
{
  const struct planned_action *longest = NULL;
  for (guint i = 0; i < actions->len; i++) {
    const struct planned_action *planned = actions->pdata[i];
    if (is_due(talk, planned) && !is_new(talk, planned) &&
        (!longest || planned->due < longest->due))
      longest = planned;
  }
  return longest;
}

/* The first due action not yet asked after: of those that have lapsed, then of those that stand. */
static const struct planned_action *first_due(const struct talk *talk, const struct plans *plans)
{
  const GPtrArray *before = plans->before->actions;
  for (guint i = 0; i < before->len; i++) {
    const struct planned_action *planned = before->pdata[i];
    if (is_due(talk, planned) && !plan_task(plans->now, planned->action->task))
      return planned;
  }
  return longest_due(talk, plans->now->actions);
}

/* The next due action: one gone back to, else the first not yet asked after. Asking after one can
 * make another due. */
static const struct planned_action *next_due(struct talk *talk, const struct plans *plans)
{
  while (talk->visit_at < talk->visited->len) {
    const struct task *task = talk->visited->pdata[talk->visit_at];
    const struct planned_action *planned = plan_task(plans->now, task);
    if (!planned)
      planned = plan_task(plans->before, task);
    if (planned)
      return planned;
    g_ptr_array_remove_index(talk->visited, talk->visit_at); /* it has left both plans */
  }
  const struct planned_action *planned = first_due(talk, plans);
  if (planned)
    g_ptr_array_add(talk->visited, (void *)planned->action->task);
  return planned;
}

gboolean visit_back(struct talk *talk)
{
  if (!talk->visit_at)
    return FALSE;
  talk->visit_at--;
  talk->visiting = TRUE;
  talk->show = TRUE;
  return TRUE;
}

/* ---- asking ---- */

/* Done? With the day that it was planned for, if it ever was. */
static void ask_whether(struct talk *talk, const struct planned_action *planned)
{
  gboolean done = planned->state == ACTION_DONE;
  int day = done ? planned->day : planned->due;
  g_autofree char *words = day ? date_medium(day, talk->translator) : g_strdup("");
  if (done)
    say_message(talk, N_("you did it on {1}; still so?"), words, NULL);
  else if (planned->state != ACTION_LATE || planned->overdue)
    say_message(talk, N_("due on {1}. Done?"), words, NULL);
  else
    say_message(talk, N_("is it done?"), NULL);
}

static void show(struct talk *talk, const struct planned_action *planned)
{
  g_autofree char *title = phrase_plain(planned->title);
  if (!talk->visit_headed)
    say_heading(talk, tr(talk->translator, "Since last time"));
  talk->visit_headed = TRUE;
  say_gap(talk);
  say_question(talk, title, "");
  ask_whether(talk, planned);
  say_message(talk,
              N_("yes, no, the day on which it was done, or a day to come to put it off to; Enter "
                 "alone: not yet"),
              NULL);
}

static void tick(struct talk *talk, const struct planned_action *planned, int day)
{
  const struct task *task = planned->action->task;
  const char *action = day ? planned->action->item.id : NULL;
  if (day != answers_tick(walk_answers(talk->walk), task)) {
    walk_tick(talk->walk, task, day, action);
    if (!talk_record_tick(talk, task, action, day))
      return;
  }
  if (!day) {
    say_message(talk, N_("not done yet"), NULL);
    return;
  }
  g_autofree char *words = date_long(day, talk->translator);
  say_message(talk, N_("done on {1}"), words, NULL);
}

static void put_off(struct talk *talk, const struct planned_action *planned, int day)
{
  walk_move(talk->walk, planned->action->task, day);
  if (!talk_record_move(talk, planned->action->task, day))
    return;
  g_autofree char *words = date_long(day, talk->translator);
  say_message(talk, N_("put off to {1}"), words, NULL);
}

/* A day on which something can have been done: since the debrief began, up to today. */
static gboolean can_be_done(const struct talk *talk, int day)
{
  return day >= answers_begun(walk_answers(talk->walk)) && day <= walk_today(talk->walk);
}

static void refuse_day(struct talk *talk, const char *text, int day)
{
  g_autofree char *begun = date_long(answers_begun(walk_answers(talk->walk)), talk->translator);
  g_autofree char *why =
      !day ? tr_fill(
                 tr(talk->translator, "'{1}' is neither yes nor no nor a day; type one of these"),
                 text, NULL)
      : day > walk_today(talk->walk)
          ? g_strdup(tr(talk->translator, "that day is still to come; type a day up to today"))
          : tr_fill(tr(talk->translator, "that is before this began, on {1}; type a later day"),
                    begun, NULL);
  talk_mistake(talk, why);
}

static enum heard read_line(struct talk *talk, const char *prompt, char **text)
{
  struct line_request request = {.prompt = prompt};
  return talk_read(talk, &request, text);
}

/* It was done: on which day? As heard when no day was told. */
static enum heard ask_day(struct talk *talk, const struct planned_action *planned)
{
  int today = walk_today(talk->walk);
  g_autofree char *words = date_long(today, talk->translator);
  g_autofree char *prompt =
      tr_fill(tr(talk->translator, "On which day? (Enter: today, {1}) "), words, NULL);
  for (;;) {
    g_autofree char *text = NULL;
    enum heard heard = read_line(talk, prompt, &text);
    int day = heard == HEARD_TEXT ? typed_date(text, today, FALSE, talk->translator) : today;
    if (heard == HEARD_TEXT && !can_be_done(talk, day)) {
      refuse_day(talk, text, day);
    } else if (heard == HEARD_TEXT || heard == HEARD_NOTHING) {
      tick(talk, planned, day);
      return HEARD_TEXT;
    } else if (heard != HEARD_CLEARED && heard != HEARD_SHOWN) {
      return heard;
    }
  }
}

/* A day past is that on which it was done, a day to come that to which it is put off. */
static enum heard understand_day(struct talk *talk, const struct planned_action *planned,
                                 const char *text)
{
  int today = walk_today(talk->walk);
  int past = typed_date(text, today, FALSE, talk->translator);
  int coming = typed_date(text, today, TRUE, talk->translator);
  if (can_be_done(talk, past))
    tick(talk, planned, past);
  else if (coming > today)
    put_off(talk, planned, coming);
  else
    refuse_day(talk, text, past);
  return can_be_done(talk, past) || coming > today ? HEARD_TEXT : HEARD_CLEARED;
}

/* What was typed in answer: yes, no or a day. HEARD_CLEARED: it was not understood. */
static enum heard understand(struct talk *talk, const struct planned_action *planned,
                             const char *text)
{
  gboolean yes = TRUE;
  /* 1 is the first answer everywhere else, and here that is yes. */
  if (strcmp(text, "1") != 0 && !typed_yes_no(text, talk->translator, &yes))
    return understand_day(talk, planned, text);
  if (!yes)
    tick(talk, planned, 0);
  enum heard heard = yes ? ask_day(talk, planned) : HEARD_TEXT;
  return heard == HEARD_BACK ? HEARD_SHOWN : heard; /* back to whether it was done at all */
}

static void move(struct talk *talk, enum heard heard)
{
  talk->show = TRUE;
  switch (heard) {
  case HEARD_BACK:
    if (!visit_back(talk) && !(talk->opened && walk_back(talk->walk)))
      say_message(talk, N_("this is where it begins; there is nothing before"), NULL);
    break;
  case HEARD_CLEARED:
    talk->show = FALSE;
    break;
  case HEARD_SHOWN:
  case HEARD_END:
    break;
  case HEARD_EDIT:
    say_message(talk, N_("':edit' is for notes"), NULL);
    break;
  case HEARD_ELSEWHERE:
    talk->visiting = FALSE;
    break;
  default:
    talk->visit_at++;
    talk->mistakes = 0;
    break;
  }
}

static void ask(struct talk *talk)
{
  g_autofree char *text = NULL;
  talk->step = (struct step){0};
  if (talk->show)
    show(talk, talk->due);
  talk->show = FALSE;
  enum heard heard = read_line(talk, ask_prompt(talk), &text);
  if (heard == HEARD_TEXT)
    heard = understand(talk, talk->due, text);
  if (heard == HEARD_NOTHING || heard == HEARD_SKIP)
    say_message(talk, N_("left open"), NULL);
  move(talk, heard);
}

gboolean visit_has_outcome(const struct talk *talk)
{
  const struct item *item = walk_current(talk->walk).item;
  while (item && item->kind != ITEM_ACTION)
    item = item->parent;
  return item != NULL;
}

gboolean visit_ask(struct talk *talk)
{
  struct plans plans = {talk_plan(talk), talk_plan_of(talk, talk->before)};
  talk->due = next_due(talk, &plans);
  gboolean any = talk->due != NULL;
  if (any)
    ask(talk);
  talk->due = NULL;
  free_plans(&plans);
  return any;
}

const struct task *visit_place(const struct talk *talk)
{
  gboolean within = talk->visiting && talk->visit_at < talk->visited->len;
  return within ? talk->visited->pdata[talk->visit_at] : NULL;
}
