/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop of a conversation: a question, what was typed, what follows from it. */
#include "terminal/dialogue.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "terminal/ask.h"
#include "terminal/fill.h"
#include "terminal/follow.h"
#include "terminal/listen.h"
#include "terminal/note.h"
#include "terminal/say.h"
#include "terminal/stem.h"
#include "terminal/typed.h"
#include "terminal/visit.h"

/* ---- answering ---- */

/* VALUES at STEP in words; of a stem the whole sentence. */
static char *words_for(const struct talk *talk, struct step step, const char *const *values)
{
  struct voice voice = talk_voice(talk);
  const struct question *question = item_question(step.item);
  return question && question->stem ? stem_sentence(&voice, step, values[0])
                                    : values_words(&voice, step, values);
}

/* What was typed, if it was, and what was UNDERSTOOD by it, if that is more than the answer. */
struct typed {
  const char *text;
  char *understood;
};

/* What was taken, in words: always where it was not typed so, and days always. */
static void confirm(const struct talk *talk, struct step step, const struct typed *how,
                    const char *message)
{
  const char *typed = how ? how->text : NULL;
  const struct question *question = item_question(step.item);
  const struct answer *answer = answers_get(walk_answers(talk->walk), step);
  g_autofree char *words = how && how->understood
                               ? g_strdup(how->understood)
                               : words_for(talk, step, (const char *const *)answer->values);
  if (typed && question && question->kind == KIND_NOTE) {
    guint count = text_words(words);
    g_autofree char *digits = g_strdup_printf("%u", count);
    g_autofree char *noted = tr_fill(
        tr_plural(talk->translator, "noted: {1} word", "noted: {1} words", count), digits, NULL);
    say_note(talk, noted);
  } else if (message) {
    say_message(talk, message, words, NULL);
  } else if (talk->dialogue->plain) {
    say_message(talk, N_("answer: {1}"), words, NULL);
  } else if (strcmp(words, typed) != 0) {
    say(talk, SAY_FAINT, "  → ", words);
  }
}

/* Says WHY the values may not stand, and what was understood, unless it was typed so. */
static void refuse(struct talk *talk, const char *const *values, const struct typed *how,
                   const char *why)
{
  const char *typed = how ? how->text : NULL;
  struct voice voice = talk_voice(talk);
  g_autofree char *words =
      how && how->understood ? g_strdup(how->understood) : values_words(&voice, talk->step, values);
  g_autofree char *whole =
      typed && strcmp(words, typed) != 0
          ? tr_fill(tr(talk->translator, "understood as '{1}': {2}"), words, why, NULL)
          : g_strdup(why);
  talk_mistake(talk, whole);
}

/* True if VALUES were taken at talk->step. MESSAGE confirms what was not typed. */
static gboolean answer(struct talk *talk, const char *const *values, const struct typed *typed,
                       const char *message)
{
  struct step step = talk->step;
  g_autofree char *why = NULL;
  if (!walk_answer(talk->walk, values, &why)) {
    refuse(talk, values, typed, why);
    return FALSE;
  }
  /* A note that :hide cut short is kept in silence. */
  if (!talk_record(talk, step) || talk->ended)
    return TRUE;
  if (step_equal(talk->unsent_at, step))
    g_clear_pointer(&talk->unsent, g_free);
  confirm(talk, step, typed, message);
  follow_answer(talk);
  return TRUE;
}

static void answer_text(struct talk *talk, const char *text);

/* HEARD instead of yes: TEXT, if any, is another answer; all else leads back to the question. */
static void heed_instead(struct talk *talk, enum heard heard, const char *text)
{
  talk->show = TRUE;
  if (heard == HEARD_TEXT && text)
    answer_text(talk, text);
}

/* A day years away is asked back before it is taken. */
static gboolean is_meant(struct talk *talk, const char *const *values)
{
  if (!typed_is_far(walk_pass(talk->walk), talk->step, values[0]))
    return TRUE;
  g_autofree char *day = date_long(date_parse(values[0]), talk->translator);
  g_autofree char *prompt = tr_fill(
      tr(talk->translator, "{1} is far from today; is that the day? (yes, no) "), day, NULL);
  g_autofree char *text = NULL;
  gboolean yes = FALSE;
  enum heard heard = talk_ask(talk, prompt, &yes, &text);
  if (heard == HEARD_TEXT && !text && yes)
    return TRUE;
  heed_instead(talk, heard, text);
  return FALSE;
}

static void answer_typed(struct talk *talk, const char *const *values, const char *text)
{
  struct typed typed = {
      text, typed_understood(walk_pass(talk->walk), talk->step, text, values[0], talk->translator)};
  if (is_meant(talk, values))
    answer(talk, values, &typed, NULL);
  g_free(typed.understood);
}

/* What is no answer as it stands: options that it tells of, or WHY it is none. */
static void answer_heard(struct talk *talk, const char *text, const char *why)
{
  g_auto(GStrv) values = NULL;
  g_autofree char *instead = NULL;
  switch (listen_for_options(talk, text, &values, &instead)) {
  case LISTEN_MEANT:
    answer(talk, (const char *const *)values, &(struct typed){text, NULL}, NULL);
    break;
  case LISTEN_DENIED:
    heed_instead(talk, instead ? HEARD_TEXT : HEARD_NOTHING, instead);
    break;
  case LISTEN_TOLD:
    break;
  case LISTEN_NOTHING:
    if (talk->listened)
      talk->show = TRUE;
    else
      talk_mistake(talk, why);
    break;
  }
}

static void answer_text(struct talk *talk, const char *text)
{
  g_autofree char *why = NULL;
  g_auto(GStrv) values = typed_read(walk_pass(talk->walk), talk->step, text, talk->translator,
                                    talk->dialogue->language, &why);
  if (values)
    answer_typed(talk, (const char *const *)values, text);
  else
    answer_heard(talk, text, why);
}

static void skip(struct talk *talk)
{
  struct step step = talk->step;
  g_autofree char *why = NULL;
  if (!walk_skip(talk->walk, &why)) {
    talk_mistake(talk, why);
    return;
  }
  if (step_equal(talk->unsent_at, step))
    g_clear_pointer(&talk->unsent, g_free);
  if (!talk_record(talk, step))
    return;
  const struct answer *stands = answers_get(walk_answers(talk->walk), step);
  if (stands->skipped)
    say_message(talk, N_("left out"), NULL);
  else
    confirm(talk, step, NULL, N_("kept: {1}"));
  follow_answer(talk);
}

static void answer_nothing(struct talk *talk, const struct fallback *fallback)
{
  static const char *const messages[] = {
      [FALLBACK_KEEP] = N_("kept: {1}"),
      [FALLBACK_LAST_TIME] = N_("taken from last time: {1}"),
      [FALLBACK_DEFAULT] = N_("taken: {1}"),
  };
  g_autofree char *hint = NULL;
  switch (fallback->kind) {
  case FALLBACK_SKIP:
  case FALLBACK_SKIP_AGAIN:
    skip(talk);
    break;
  case FALLBACK_NEEDED:
    hint = typed_hint(walk_pass(talk->walk), talk->step, talk->translator);
    talk_mistake(talk, tr(talk->translator, "what follows needs this answer"));
    say_message(talk, N_("you can type {1}"), hint, NULL);
    break;
  default:
    answer(talk, (const char *const *)fallback->values, NULL, messages[fallback->kind]);
    break;
  }
}

static void back(struct talk *talk)
{
  gboolean first = step_equal(talk->step, talk->first);
  talk->show = TRUE;
  if (!talk->step.item && fill_back(talk))
    return;
  if (!(first && visit_back(talk)) && !walk_back(talk->walk) && !visit_back(talk))
    say_message(talk, N_("this is where it begins; there is nothing before"), NULL);
}

/* ---- one question ---- */

static gboolean is_note(const struct talk *talk)
{
  const struct question *question = item_question(talk->step.item);
  return question && question->kind == KIND_NOTE;
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
    answer_text(talk, text);
    break;
  case HEARD_NOTHING:
    answer_nothing(talk, fallback);
    break;
  case HEARD_BACK:
    back(talk);
    break;
  case HEARD_SKIP:
    skip(talk);
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
  if (!talk->first.item)
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

/* Nothing is left to ask: the last moment to change something before the plan is shown. */
static void close_up(struct talk *talk)
{
  talk->step = (struct step){0};
  if (talk->show) {
    say_gap(talk);
    say_message(talk,
                N_("that was the last question. Enter alone shows the plan; ':back' and ':review' "
                   "change an answer"),
                NULL);
  }
  talk->show = FALSE;
  g_autofree char *text = NULL;
  struct line_request request = {.prompt = ask_prompt(talk)};
  enum heard heard = talk_read(talk, &request, &text);
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
  talk->visiting = visit_is_later(dialogue->walk);
  greet(talk);
  while (!talk->ended) {
    gboolean outcome = visit_has_outcome(talk);
    if (talk->visiting && !outcome && visit_ask(talk))
      continue;
    talk->visiting &= outcome;
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
