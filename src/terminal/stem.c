/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed twice. */
#include "terminal/stem.h"

#include <string.h>

#include "base/text.h"

/* What stands before the gap in the prompt of STEP. */
static char *before_gap(const struct voice *voice, struct step step)
{
  struct voice at = *voice;
  at.turn = step.turn;
  const struct question *question = item_question(step.item);
  OWNED(phrase)
  phrase = phrase_new(&at, pass_choose(at.pass, question->prompts, step.turn));
  GString *before = g_string_new(NULL);
  for (const struct run *run = phrase->runs; run && !(run->style & RUN_BLANK); run = run->next)
    g_string_append(before, run->text);
  return g_string_free(before, FALSE);
}

/* The words of TEXT, each with the blanks behind it; an apostrophe ends one. */
static char **words_of(const char *text)
{
  g_autoptr(GStrvBuilder) words = g_strv_builder_new();
  for (const char *at = text; *at;) {
    const char *start = at;
    while (*at && *at != ' ' && !g_str_has_prefix(at, "’") && *at != '\'')
      at = g_utf8_next_char(at);
    if (*at && *at != ' ')
      at = g_utf8_next_char(at);
    at += strspn(at, " ");
    g_autofree char *word = g_strndup(start, (gsize)(at - start));
    g_strv_builder_add(words, word);
  }
  return g_strv_builder_end(words);
}

static gboolean is_same(const char *a, const char *b)
{
  g_autofree char *one = text_fold(a), *other = text_fold(b);
  return g_str_equal(one, other);
}

/* How many of the first words of TYPED are the last ones of BEFORE. */
static guint repeated(char *const *before, char *const *typed)
{
  guint count = g_strv_length((char **)before), many = g_strv_length((char **)typed);
  for (guint length = MIN(count, many); length > 0; length--) {
    guint same = 0;
    while (same < length && is_same(before[count - length + same], typed[same]))
      same++;
    if (same == length)
      return length;
  }
  return 0;
}

char *stem_trim(const struct voice *voice, struct step step, const char *typed)
{
  g_autofree char *before = before_gap(voice, step);
  g_auto(GStrv) words_before = words_of(before), words_typed = words_of(typed);
  guint twice = repeated(words_before, words_typed);
  g_autofree char *rest = g_strjoinv("", words_typed + twice);
  return g_strdup(*rest ? rest : typed);
}
