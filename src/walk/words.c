/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for answers, by the kind of the question. */
#include "walk/words.h"

#include <string.h>

#include "base/date.h"
#include "walk/phrase.h"

#define NO_BREAK_SPACE "\u00a0"

gboolean question_is_private(const struct question *question)
{
  const struct question *offered =
      question->fallback_name ? item_question(question->fallback_name->item) : NULL;
  if (question->private || (question->from && question_is_private(question->from)) ||
      (offered && question_is_private(offered)))
    return TRUE;
  for (const struct item *item = question->item.parent; item; item = item->parent) {
    const struct question *around = item_option(item) ? item_question(item->parent) : NULL;
    if (around && question_is_private(around))
      return TRUE;
  }
  return FALSE;
}

int voice_seen(const struct voice *voice)
{
  return voice->seen ? voice->seen : pass_today(voice->pass);
}

/* ---- one stored value ---- */

char *number_words(const char *stored, const struct translator *translator)
{
  /* TRANSLATORS: the mark between whole and decimals, alone: "." or "," */
  const char *mark = tr(translator, N_("decimal point"));
  if (g_str_equal(mark, "decimal point"))
    mark = ".";
  g_auto(GStrv) parts = g_strsplit(stored, ".", 2);
  return g_strjoinv(mark, parts);
}

static char *say_option(const struct voice *voice, const struct question *question,
                        const char *value)
{
  const struct text *label = option_label(question, value);
  if (label)
    return phrase_say(voice, label);
  if (g_str_equal(value, "yes"))
    return g_strdup(tr(voice->translator, N_("yes")));
  if (g_str_equal(value, "no"))
    return g_strdup(tr(voice->translator, N_("no")));
  return g_strdup(value);
}

static char *say_number(const struct voice *voice, const struct question *question,
                        const char *value)
{
  char *number = number_words(value, voice->translator);
  if (!question->unit)
    return number;
  g_autofree char *bare = number;
  const char *unit = catalogue_message(pass_catalogue(voice->pass), question->unit);
  return g_strconcat(bare, NO_BREAK_SPACE, unit, NULL);
}

static char *say_date(const struct voice *voice, const struct question *question, const char *value)
{
  (void)question;
  int day = date_parse(value);
  if (!day)
    return g_strdup(value);
  return voice->in_text ? date_said(day, voice_seen(voice), voice->form, voice->translator)
                        : date_long(day, voice->translator);
}

static char *say_time(const struct voice *voice, const struct question *question, const char *value)
{
  (void)question;
  int minutes = time_parse(value);
  return minutes >= 0 ? time_long(minutes, voice->translator) : g_strdup(value);
}

static char *say_typed(const struct voice *voice, const struct question *question,
                       const char *value)
{
  (void)voice;
  char *words = g_strstrip(g_strdup(value));
  gsize length = strlen(words);
  gboolean stop = length > 1 && words[length - 1] == '.' && words[length - 2] != '.';
  if (question->stem && stop)
    words[length - 1] = '\0';
  return words;
}

static char *(*const say_value[KIND_COUNT])(const struct voice *voice,
                                            const struct question *question, const char *value) = {
#define KIND(id, word, answer, check, bound, say, read, hint, preview) say_##say,
#include "catalogue/kinds.def"
#undef KIND
};

/* ---- answers ---- */

static char *value_words(const struct voice *voice, const struct question *question,
                         const char *value)
{
  return question ? say_value[question->kind](voice, question, value)
                  : g_strdup(tr(voice->translator, value));
}

char *values_words(const struct voice *voice, struct step step, const char *const *values)
{
  const struct question *question = item_question(step.item);
  struct voice here = *voice;
  here.turn = step.turn;
  if (*values && !values[1]) /* one is joined to nothing */
    return value_words(&here, question, *values);
  g_autoptr(GPtrArray) words = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  for (; *values; values++)
    g_ptr_array_add(words, value_words(&here, question, *values));
  return tr_join(voice->translator, (const char *const *)words->pdata);
}

gboolean voice_hides(const struct voice *voice, const struct question *question)
{
  return voice->keep_private && question_is_private(question);
}

char *answer_words(const struct voice *voice, struct step step, guint *style)
{
  const struct question *question = item_question(step.item);
  if (style)
    *style = question && question_is_typed(question) ? RUN_QUOTED : 0;
  if (question && voice_hides(voice, question))
    return g_strdup("");
  const struct answer *answer = pass_answer(voice->pass, step);
  return answer ? values_words(voice, step, (const char *const *)answer->values) : g_strdup("");
}

char *answers_words(const struct voice *voice, const struct question *question,
                    const struct repeat *within, guint *style)
{
  if (!question->repeat || question->repeat == within)
    return answer_words(voice, (struct step){&question->item, question->repeat ? voice->turn : 0},
                        style);

  if (style)
    *style = 0;
  g_autoptr(GPtrArray) all = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  const struct item *repeat = &question->repeat->item;
  for (guint turn = 1; pass_has_met(voice->pass, (struct step){repeat, turn}); turn++) {
    g_autofree char *words = answer_words(voice, (struct step){&question->item, turn}, style);
    if (*words)
      g_ptr_array_add(all, g_steal_pointer(&words));
  }
  return tr_join(voice->translator, (const char *const *)all->pdata);
}

char *question_words(const struct voice *voice, struct step step)
{
  struct voice here = *voice;
  here.turn = step.turn;
  const struct question *question = item_question(step.item);
  if (!question)
    return phrase_say(&here, item_repeat(step.item)->prompt);
  if (question->label)
    return phrase_say(&here, question->label);
  return phrase_say(&here, pass_choose(voice->pass, question->prompts, step.turn));
}
