/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from an answer at once, in a line or two. */
#include "terminal/follow.h"

#include "base/date.h"
#include "base/text.h"
#include "plan/schedule.h"
#include "terminal/say.h"

/*
 * Looking for what is due first takes a pass through the whole pack: less than a millisecond for
 * so many items, more than a person writes. The larger the pack, the more answers lie between two
 * looks, so that the work per answer stays the same.
 */
#define ITEMS_PER_ANSWER 10000

static guint answers_between_looks(const struct talk *talk)
{
  return 1 + pass_catalogue(walk_pass(talk->walk))->item_count / ITEMS_PER_ANSWER;
}

/* ---- what is still to come ---- */

/* Whether NAME stands for something that the way has not got to: it ends at what is asked next. */
static gboolean is_ahead(const struct talk *talk, const struct name *name)
{
  const GArray *met = pass_met(walk_pass(talk->walk));
  guint next = g_array_index(met, struct step, met->len - 1).item->order;
  return (name->kind == NAME_QUESTION || name->kind == NAME_REPEAT) && name->item->order >= next;
}

struct follow_outcome {
  const struct talk *talk;
  gboolean ahead; /* something was found */
};

static void look_at(const struct name *name, void *data)
{
  struct follow_outcome *outcome = data;
  outcome->ahead |= is_ahead(outcome->talk, name);
}

/* Whether CONDITION, or none, names something that is still to come. */
static gboolean is_open(const struct talk *talk, const struct condition *condition)
{
  struct follow_outcome outcome = {.talk = talk};
  if (condition)
    condition_names_behind(condition, look_at, &outcome);
  return outcome.ahead;
}

/* Whether SCHEDULED may yet get a day, from a date that is still to come. */
static gboolean awaits_day(const struct talk *talk, const struct scheduled *scheduled)
{
  if (scheduled->day || scheduled->displaced)
    return FALSE;
  for (const struct due *due = scheduled->action->dues; due; due = due->next)
    if (due->after == AFTER_QUESTION && is_ahead(talk, due->name))
      return TRUE;
  return FALSE;
}

/*
 * What is due first, once that can be told: a question that its own condition names may rule it
 * out as long as it is to come, and what waits for a date may come before it. What later questions
 * can add is left out of account, or nothing could be told early.
 */
static const struct scheduled *first_known(const struct talk *talk, const GArray *schedule)
{
  const struct scheduled *next = schedule_next(schedule);
  if (!next || is_open(talk, next->action->item.when))
    return NULL;
  for (guint i = 0; i < schedule->len; i++)
    if (awaits_day(talk, &g_array_index(schedule, struct scheduled, i)))
      return NULL;
  return next;
}

/* ---- what is told ---- */

/* Whether what is due first may be something else than was told last: the days alone are worked
 * out, no words. */
static gboolean first_is_new(const struct talk *talk)
{
  const struct pass *way = walk_pass(talk->walk);
  OWNED(pass) pass = pass_new(pass_catalogue(way), pass_answers(way), pass_today(way));
  for (struct step met; pass_next(pass, &met);)
    continue;
  g_autoptr(GArray) schedule = schedule_new(pass);
  const struct scheduled *next = first_known(talk, schedule);
  return next && (next->action->task != talk->told_task || next->day != talk->told_day);
}

/* The first action with a day, as soon as it is known, and when it becomes another. */
static void tell_first(struct talk *talk)
{
  if (++talk->unlooked < answers_between_looks(talk))
    return;
  talk->unlooked = 0;
  if (!first_is_new(talk))
    return;
  OWNED(plan) plan = talk_plan(talk);
  const struct planned_action *next = plan_next(plan);
  talk->told_task = next->action->task;
  talk->told_day = next->day;
  g_autofree char *title = phrase_plain(next->title);
  g_autofree char *day = date_medium(next->day, talk->translator);
  say_message(talk, N_("first thing to do, as it stands: {1}, {2}"), title, day, NULL);
}

static void tell_steps(const struct talk *talk, const char *message, const GArray *steps)
{
  if (!steps->len)
    return;
  g_auto(GStrv) names = g_new0(char *, steps->len + 1);
  for (guint i = 0; i < steps->len; i++) {
    struct step step = g_array_index(steps, struct step, i);
    struct voice voice = talk_voice(talk);
    voice.turn = step.turn;
    names[i] = question_words(&voice, step);
  }
  g_autofree char *list = tr_join(talk->translator, (const char *const *)names);
  say_message(talk, message, list, NULL);
}

/* One remark; more of them only where they stay within two lines together. */
static void tell_remarks(const struct talk *talk)
{
  const GArray *remarks = walk_remarks(talk->walk);
  int room = 2;
  for (guint i = 0; i < remarks->len; i++) {
    struct step step = g_array_index(remarks, struct step, i);
    struct voice voice = talk_voice(talk);
    voice.turn = step.turn;
    g_autofree char *words = phrase_say(&voice, item_remark(step.item)->text);
    /* Each begins a line of its own. */
    int lines = 1 + (text_width(words) - 1) / (say_width(talk) - 2);
    room -= lines;
    if (i == 0 || room >= 0)
      say_text(talk, words);
  }
}

void follow_answer(struct talk *talk)
{
  tell_steps(talk, N_("set aside, in case you come back to it: {1}"), walk_parked(talk->walk));
  tell_steps(talk, N_("counts again, as you answered it: {1}"), walk_restored(talk->walk));
  tell_remarks(talk);
  tell_first(talk);
  talk->show = TRUE;
  talk->mistakes = 0;
}
