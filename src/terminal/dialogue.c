/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop of a conversation: a question, what was typed, what follows from it. */
#include "terminal/dialogue.h"

#include "terminal/ask.h"
#include "terminal/fill.h"
#include "terminal/note.h"
#include "terminal/reword.h"
#include "terminal/say.h"
#include "terminal/take.h"
#include "terminal/visit.h"

static void back(struct talk *talk)
{
  gboolean first = step_equal(talk->step, talk->first);
  talk->show = TRUE;
  if (!talk->step.item && fill_back(talk))
    return;
  if (!(first && visit_back(talk)) && !walk_back(talk->walk) && !visit_back(talk))
    say_message(talk, N_("this is where it begins; there is nothing before"), NULL);
}

/* Whether the question at hand comes again before what has become due: how somebody is, say. */
static gboolean goes_before(const struct talk *talk)
{
  const struct item *item = walk_current(talk->walk).item;
  const struct question *question = item ? item_question(item) : NULL;
  return talk->visiting && question && question->revisit == REVISIT_FIRST &&
         walk_is_again(talk->walk);
}

/* ---- one question ---- */

static gboolean is_note(const struct talk *talk)
{
  const struct question *question = item_question(talk->step.item);
  return question && question_answered_by(question) == BY_LINES;
}

/* What is heard at talk->step, with all lines of a note. */
static enum heard hear(struct talk *talk, const struct fallback *fallback, char **text)
{
  gboolean note = is_note(talk);
  enum heard heard = note && note_resume(talk, text) ? HEARD_TEXT : ask_read(talk, fallback, text);
  if (note && (heard == HEARD_TEXT || heard == HEARD_EDIT))
    return note_read(talk, heard, text);
  return heard;
}

static void heed(struct talk *talk, enum heard heard, const char *text,
                 const struct fallback *fallback)
{
  switch (heard) {
  case HEARD_TEXT:
    take_text(talk, text);
    break;
  case HEARD_NOTHING:
    take_nothing(talk, fallback);
    break;
  case HEARD_BACK:
    back(talk);
    break;
  case HEARD_SKIP:
    take_skip(talk);
    break;
  case HEARD_EDIT:
    say_message(talk, N_("':edit' is for notes"), NULL);
    break;
  case HEARD_ELSEWHERE:
  case HEARD_SHOWN:
    talk->show = TRUE;
    break;
  case HEARD_CLEARED:
  case HEARD_END:
    break;
  }
}

static void ask(struct talk *talk)
{
  struct step step = walk_current(talk->walk);
  talk->opened |= goes_before(talk);
  if (!talk->first.item && !goes_before(talk))
    talk->first = step;
  if (!step_equal(step, talk->step)) {
    talk->step = step;
    talk->show = TRUE;
    talk->mistakes = 0;
  }
  OWNED(fallback) fallback = fallback_new(talk);
  if (ask_is_silent(talk, fallback)) {
    g_autofree char *why = NULL;
    walk_answer(talk->walk, (const char *const *)fallback->values, &why);
    talk_record(talk, step);
    return;
  }
  if (talk->show)
    ask_show(talk, fallback);
  talk->show = FALSE;
  g_autofree char *text = NULL;
  enum heard heard = hear(talk, fallback, &text);
  heed(talk, heard, text, fallback);
}

/* ---- the whole ---- */

static void greet(const struct talk *talk)
{
  say_message(talk,
              N_("type a number or the beginning of an answer; Enter alone leaves a question out"),
              NULL);
}

static void say_closing(const struct talk *talk)
{
  say_gap(talk);
  say_message(talk,
              N_("that was the last question. Enter alone shows the plan; ':back' and ':review' "
                 "change an answer"),
              NULL);
  if (talk->filled_for)
    say_message(talk,
                N_("would you say a part of the message another way? Its number lets you do so"),
                NULL);
}

/* Nothing is left to ask: the last moment to change something before the plan is shown. */
static void close_up(struct talk *talk)
{
  talk->step = (struct step){0};
  if (talk->show)
    say_closing(talk);
  talk->show = FALSE;
  g_autofree char *text = NULL;
  struct line_request request = {.prompt = ask_prompt(talk)};
  enum heard heard = talk_read(talk, &request, &text);
  if (heard == HEARD_TEXT && talk->filled_for && reword_ask(talk, text))
    heard = talk->ended ? HEARD_END : HEARD_SHOWN;
  gboolean exhausted = heard == HEARD_END && talk->end == DIALOGUE_EXHAUSTED;
  if (heard == HEARD_NOTHING || heard == HEARD_SKIP || exhausted)
    talk_end(talk, DIALOGUE_FINISHED);
  else if (heard == HEARD_BACK)
    back(talk);
  else if (heard == HEARD_TEXT)
    talk_mistake(talk, tr(talk->translator, "nothing more is asked; Enter alone shows the plan"));
  else
    talk->show = heard != HEARD_CLEARED;
}

/* Nothing is left to ask but what the next step's message lacks; false if it lacks nothing. There,
 * as behind the last question, input that is no terminal may end. */
static gboolean fill(struct talk *talk)
{
  enum heard heard;
  talk->step = (struct step){0};
  if (!fill_ask(talk, &heard))
    return FALSE;
  if (heard == HEARD_END && talk->end == DIALOGUE_EXHAUSTED)
    talk_end(talk, DIALOGUE_FINISHED);
  if (heard == HEARD_BACK && !walk_back(talk->walk) && !visit_back(talk))
    say_message(talk, N_("this is where it begins; there is nothing before"), NULL);
  talk->show = TRUE;
  return TRUE;
}

static void part(const struct talk *talk)
{
  g_autoptr(GPtrArray) told = answers_list(walk_answers(talk->walk));
  if (talk->end != DIALOGUE_STOPPED && talk->end != DIALOGUE_INTERRUPTED)
    return;
  if (talk->dialogue->record && told->len)
    say_message(talk, N_("everything is saved; 'rebond' goes on from here"), NULL);
  else
    say_message(talk, N_("stopped; nothing was kept"), NULL);
}

static char *name_of_task(const struct talk *talk, const struct task *task)
{
  OWNED(plan) plan = talk_plan(talk);
  const struct planned_action *planned = plan_task(plan, task);
  return planned ? phrase_plain(planned->title) : g_strdup(task->name->id);
}

static char *name_of_place(const struct talk *talk)
{
  const struct task *task = visit_place(talk);
  if (task)
    return name_of_task(talk, task);
  struct step step = walk_current(talk->walk);
  struct voice voice = talk_voice(talk);
  voice.turn = step.turn;
  return step.item ? question_words(&voice, step) : NULL;
}

enum dialogue_end dialogue_run(struct dialogue *dialogue, char **where)
{
  OWNED(talk) talk = talk_new(dialogue);
  visit_begin(talk);
  greet(talk);
  while (!talk->ended) {
    gboolean questions_first = visit_has_outcome(talk) || goes_before(talk);
    if (talk->visiting && !questions_first && visit_ask(talk))
      continue;
    talk->visiting &= questions_first;
    if (walk_current(talk->walk).item)
      ask(talk);
    else if (!fill(talk))
      close_up(talk);
  }
  g_autofree char *place = talk->end == DIALOGUE_EXHAUSTED ? name_of_place(talk) : NULL;
  if (talk->end == DIALOGUE_EXHAUSTED && !place)
    talk->end = DIALOGUE_FINISHED; /* within the last answer, which was taken */
  if (where)
    *where = g_steal_pointer(&place);
  part(talk);
  return talk->end;
}

enum dialogue_end dialogue_fill(struct dialogue *dialogue, const struct task *task)
{
  OWNED(talk) talk = talk_new(dialogue);
  fill_task(talk, task);
  if (!talk->ended || talk->end == DIALOGUE_EXHAUSTED)
    talk_end(talk, DIALOGUE_FINISHED);
  part(talk);
  return talk->end;
}
