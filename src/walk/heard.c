/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that are heard in what was typed. */
#include "walk/heard.h"

#include <string.h>

#include "base/text.h"

static gboolean in_word(gunichar c)
{
  return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

/* The words of TEXT, folded; a * at the end of one stays with it. */
static char **words_of(const char *text)
{
  g_autofree char *folded = text_fold(text);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new();
  for (const char *at = folded; *at;) {
    const char *start = at;
    while (*at && in_word(g_utf8_get_char(at)))
      at = g_utf8_next_char(at);
    if (at > start && *at == '*')
      at++;
    g_autofree char *word = g_strndup(start, (gsize)(at - start));
    if (*word)
      g_strv_builder_add(words, word);
    else
      at = g_utf8_next_char(at);
  }
  return g_strv_builder_end(words);
}

/* True if WORD is WANTED, or begins as one with a * at its end says. */
static gboolean is_word(const char *word, const char *wanted)
{
  gsize length = strlen(wanted);
  gboolean open = length && wanted[length - 1] == '*';
  return open ? strncmp(word, wanted, length - 1) == 0 : strcmp(word, wanted) == 0;
}

static gboolean begins_with(char *const *words, char *const *phrase)
{
  for (; *phrase; words++, phrase++)
    if (!*words || !is_word(*words, *phrase))
      return FALSE;
  return TRUE;
}

gboolean heard_meets(const char *hears, const char *text)
{
  if (!hears)
    return FALSE;
  g_auto(GStrv) words = words_of(text);
  g_auto(GStrv) phrases = g_strsplit(hears, "|", -1);
  for (char **phrase = phrases; *phrase; phrase++) {
    g_auto(GStrv) wanted = words_of(*phrase);
    gboolean ends = g_str_has_suffix(*phrase, ".");
    for (char **word = words; *wanted && *word; word++)
      if (begins_with(word, wanted) && !(ends && word[g_strv_length(wanted)]))
        return TRUE;
  }
  return FALSE;
}

static gboolean meets(const struct pass *pass, const char *hears, const char *text)
{
  return hears && heard_meets(catalogue_message(pass_catalogue(pass), hears), text);
}

GPtrArray *heard_options(const struct pass *pass, struct step step, const char *text)
{
  GPtrArray *values = g_ptr_array_new();
  const struct question *question = item_question(step.item);
  g_autoptr(GArray) offers = pass_offers(pass, step);
  for (guint i = 0; i < offers->len; i++) {
    const char *value = g_array_index(offers, struct offer, i).value;
    const struct option *option = question_option(question_source(question), value);
    if (option && meets(pass, option->hears, text))
      g_ptr_array_add(values, (void *)value);
  }
  return values;
}

GPtrArray *heard_supports(const struct pass *pass, const char *text)
{
  GPtrArray *supports = g_ptr_array_new();
  const struct support *support = pass_catalogue(pass)->supports;
  for (; support; support = support->next) {
    gboolean elsewhere = pass_region(pass) && !pass_in_region(pass, support->regions);
    if (!elsewhere && meets(pass, support->hears, text))
      g_ptr_array_add(supports, (void *)support);
  }
  return supports;
}
