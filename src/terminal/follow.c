/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from an answer at once, in a line or two. */
#include "terminal/follow.h"

#include "base/date.h"
#include "base/text.h"
#include "plan/schedule.h"
#include "terminal/say.h"

/*
 * Looking for what is due first takes a pass through the whole pack: a tenth of a millisecond for
 * one that a person wrote. In a larger one that is done only now and then, so that the work per
 * answer stays the same.
 */
#define SMALL_PACK 2000
#define ITEMS_PER_ANSWER 50

static guint answers_between_looks(const struct talk *talk)
{
  guint items = pass_catalogue(walk_pass(talk->walk))->item_count;
  return items <= SMALL_PACK ? 1 : items / ITEMS_PER_ANSWER;
}

/* Whether what is due first may be something else than was told last: the days alone are worked
 * out, no words. */
static gboolean first_is_new(const struct talk *talk)
{
  const struct pass *way = walk_pass(talk->walk);
  OWNED(pass) pass = pass_new(pass_catalogue(way), pass_answers(way), pass_today(way));
  for (struct step met; pass_next(pass, &met);)
    continue;
  g_autoptr(GArray) schedule = schedule_new(pass);
  const struct scheduled *next = schedule_next(schedule);
  return next && (next->action->task != talk->told_task || next->day != talk->told_day);
}

/* The first action with a day, as soon as there is one, and when it becomes another. */
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
      say_note(talk, words);
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
