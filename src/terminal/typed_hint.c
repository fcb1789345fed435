/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be typed at a question, in a sentence. */
#include <string.h>

#include "terminal/typed.h"

/* ---- hints ---- */

static char *digits_of(double number, const struct translator *translator)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  return number_words(g_ascii_formatd(digits, sizeof digits, "%.10g", number), translator);
}

static char *scale_end(const struct pass *pass, struct step step, const struct text *text,
                       double number, const struct translator *translator)
{
  struct voice voice = {.pass = pass, .turn = step.turn, .translator = translator};
  g_autofree char *words = phrase_say(&voice, text);
  g_autofree char *digits = digits_of(number, translator);
  if (!*words)
    return g_steal_pointer(&digits);
  return g_strdup_printf("%s (%s)", digits, words);
}

static char *hint_scale(const struct pass *pass, struct step step,
                        const struct translator *translator)
{
  const struct question *question = item_question(step.item);
  g_autofree char *low = scale_end(pass, step, question->low, question->min.number, translator);
  g_autofree char *high = scale_end(pass, step, question->high, question->max.number, translator);
  return tr_fill(tr(translator, "a number from {1} to {2}"), low, high, NULL);
}

/* What BOUND comes to, which may be another answer; NULL without one. */
static char *number_end(const struct pass *pass, struct step step, const struct bound *bound,
                        const struct translator *translator)
{
  if (!bound->limit)
    return bound->given ? digits_of(bound->number, translator) : NULL;
  struct values values = value_limit(pass, step, bound);
  return values.count ? number_words(values.texts[0], translator) : NULL;
}

static char *hint_number(const struct pass *pass, struct step step,
                         const struct translator *translator)
{
  const struct question *question = item_question(step.item);
  g_autofree char *min = number_end(pass, step, &question->min, translator);
  g_autofree char *max = number_end(pass, step, &question->max, translator);
  const char *unit =
      question->unit ? catalogue_message(pass_catalogue(pass), question->unit) : NULL;
  g_autofree char *range = min && max
                               ? tr_fill(tr(translator, "a number from {1} to {2}"), min, max, NULL)
                               : g_strdup(tr(translator, "a number"));
  if (!unit)
    return g_steal_pointer(&range);
  /* TRANSLATORS: {1} is "a number" or "a number from 1 to 9", {2} its unit. */
  return tr_fill(tr(translator, "{1}, in {2}"), range, unit, NULL);
}

/* Of a question about a day from today on, what people say of days to come. */
static char *hint_day(const struct pass *pass G_GNUC_UNUSED, struct step step,
                      const struct translator *translator)
{
  const struct bound *min = &item_question(step.item)->min;
  if (min->given && min->from_today && min->number >= 0)
    /* TRANSLATORS: as for a day, of one that is to come. */
    return g_strdup(tr(translator, "a day, such as tomorrow, next Tuesday, 12 November or 12/11"));
  /* TRANSLATORS: examples of days as people say them; 12/11 is the 12th of November. */
  return g_strdup(tr(translator, "a day, such as yesterday, last Tuesday, 12 November or 12/11"));
}

/* By kind: the words, or who makes them. */
static const struct hint {
  const char *said;
  char *(*made)(const struct pass *pass, struct step step, const struct translator *translator);
} hints[KIND_COUNT] = {
#define SAID(words)                                                                                \
  {                                                                                                \
    words, NULL                                                                                    \
  }
#define MADE(name)                                                                                 \
  {                                                                                                \
    NULL, hint_##name                                                                              \
  }
#define KIND(id, word, answer, check, bound, say, read, hint, preview) hint,
#include "catalogue/kinds.def"
#undef KIND
};

char *typed_hint(const struct pass *pass, struct step step, const struct translator *translator)
{
  const struct question *question = item_question(step.item);
  if (!question)
    return g_strdup(tr(translator, "yes or no"));
  if (question->stem)
    return g_strdup(tr(translator, "the words that go there; the sentence is written already"));
  const struct hint *hint = &hints[question->kind];
  return hint->made ? hint->made(pass, step, translator) : g_strdup(tr(translator, hint->said));
}
