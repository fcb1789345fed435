/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/stem.h"

#include <string.h>

#include "base/text.h"

/* The prompt of STEP, with what stands before the gap in *BEFORE and behind it in *AFTER. */
static void split(const struct voice *voice, struct step step, char **before, char **after)
{
  struct voice at = *voice;
  at.turn = step.turn;
  const struct question *question = item_question(step.item);
  OWNED(phrase)
  phrase = phrase_new(&at, pass_choose(at.pass, question->prompts, step.turn));
  GString *parts[] = {g_string_new(NULL), g_string_new(NULL)};
  gboolean behind = FALSE;
  for (const struct run *run = phrase->runs; run; run = run->next) {
    gboolean gap = (run->style & RUN_BLANK) != 0;
    if (!gap)
      g_string_append(parts[behind], run->text);
    behind |= gap;
  }
  *before = g_string_free(parts[0], FALSE);
  *after = g_string_free(parts[1], FALSE);
}

/* A full stop at the end, but not of three dots. */
static char *without_stop(const char *words)
{
  char *bare = g_strstrip(g_strdup(words));
  gsize length = strlen(bare);
  if (length > 1 && bare[length - 1] == '.' && bare[length - 2] != '.')
    bare[length - 1] = '\0';
  return g_strchomp(bare);
}

char *stem_sentence(const struct voice *voice, struct step step, const char *words)
{
  g_autofree char *before = NULL, *after = NULL;
  split(voice, step, &before, &after);
  g_autofree char *bare = without_stop(words);
  return g_strconcat(before, bare, after, NULL);
}

/* ---- what was typed twice ---- */

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
  g_autofree char *before = NULL, *after = NULL;
  split(voice, step, &before, &after);
  g_auto(GStrv) words_before = words_of(before), words_typed = words_of(typed);
  guint twice = repeated(words_before, words_typed);
  g_autofree char *rest = g_strjoinv("", words_typed + twice);
  return g_strdup(*rest ? rest : typed);
}
