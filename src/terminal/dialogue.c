/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop of a conversation: a question, what was typed, what follows from it. */
#include "terminal/dialogue.h"

#include <string.h>

#include "base/text.h"
#include "terminal/ask.h"
#include "terminal/follow.h"
#include "terminal/note.h"
#include "terminal/say.h"
#include "terminal/typed.h"
#include "terminal/visit.h"

/* ---- answering ---- */

/* What was taken, in words: always where it was not typed so, and days always. */
static void confirm(const struct talk *talk, struct step step, const char *typed,
                    const char *message)
{
  struct voice voice = talk_voice(talk);
  const struct question *question = item_question(step.item);
  const struct answer *answer = answers_get(walk_answers(talk->walk), step);
  g_autofree char *words = values_words(&voice, step, (const char *const *)answer->values);
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
static void refuse(struct talk *talk, const char *const *values, const char *typed, const char *why)
{
  struct voice voice = talk_voice(talk);
  g_autofree char *words = values_words(&voice, talk->step, values);
  g_autofree char *whole =
      typed && strcmp(words, typed) != 0
          ? tr_fill(tr(talk->translator, "understood as '{1}': {2}"), words, why, NULL)
          : g_strdup(why);
  talk_mistake(talk, whole);
}

/* True if VALUES were taken at talk->step. MESSAGE confirms what was not typed. */
static gboolean answer(struct talk *talk, const char *const *values, const char *typed,
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

static void answer_text(struct talk *talk, const char *text)
{
  g_autofree char *why = NULL;
  g_auto(GStrv) values = typed_read(walk_pass(talk->walk), talk->step, text, talk->translator,
                                    talk->dialogue->language, &why);
  if (values)
    answer(talk, (const char *const *)values, text, NULL);
  else
    talk_mistake(talk, why);
}

static void skip(struct talk *talk)
{
  struct step step = talk->step;
  g_autofree char *why = NULL;
  if (!walk_skip(talk->walk, &why)) {
    talk_mistake(talk, why);
    return;
  }
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

static char *name_of_place(const struct talk *talk)
{
  const struct task *task = visit_place(talk);
  if (task)
    return g_strdup(task->name->id);
  struct step step = walk_current(talk->walk);
  return step.item ? g_strdup(step.item->id) : NULL;
}

enum dialogue_end dialogue_run(struct dialogue *dialogue, char **where)
{
  OWNED(talk) talk = talk_new(dialogue);
  talk->visiting = visit_is_later(dialogue->walk);
  greet(talk);
  while (!talk->ended) {
    if (talk->visiting && visit_ask(talk))
      continue;
    talk->visiting = FALSE;
    if (!walk_current(talk->walk).item)
      close_up(talk);
    else
      ask(talk);
  }
  if (where)
    *where = talk->end == DIALOGUE_EXHAUSTED ? name_of_place(talk) : NULL;
  part(talk);
  return talk->end;
}
