/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed, or was not, becomes an answer that is kept. */
#include "terminal/take.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "terminal/follow.h"
#include "terminal/listen.h"
#include "terminal/say.h"
#include "terminal/typed.h"

/* VALUES at STEP in words; of a stem the whole sentence. */
static char *words_for(const struct talk *talk, struct step step, const char *const *values)
{
  struct voice voice = talk_voice(talk);
  const struct question *question = item_question(step.item);
  g_autofree char *words = values_words(&voice, step, values);
  return question && question->stem ? phrase_say_stem(&voice, step, words)
                                    : g_steal_pointer(&words);
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
  if (typed && question && question_answered_by(question) == BY_LINES) {
    g_autofree char *noted =
        tr_count(talk->translator, "noted: {1} word", "noted: {1} words", text_words(words));
    say_note(talk, noted);
  } else if (message) {
    say_message(talk, message, words, NULL);
  } else if (talk->dialogue->plain) {
    say_message(talk, N_("answer: {1}"), words, NULL);
  } else if (g_strcmp0(words, typed) != 0) {
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

/* HEARD instead of yes: TEXT, if any, is another answer; all else leads back to the question. */
static void heed_instead(struct talk *talk, enum heard heard, const char *text)
{
  talk->show = TRUE;
  if (heard == HEARD_TEXT && text)
    take_text(talk, text);
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

void take_text(struct talk *talk, const char *text)
{
  g_autofree char *why = NULL;
  g_auto(GStrv) values = typed_read(walk_pass(talk->walk), talk->step, text, talk->translator,
                                    talk->dialogue->language, &why);
  if (values)
    answer_typed(talk, (const char *const *)values, text);
  else
    answer_heard(talk, text, why);
}

void take_skip(struct talk *talk)
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

void take_nothing(struct talk *talk, const struct fallback *fallback)
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
    take_skip(talk);
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
