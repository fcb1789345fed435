/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that people type, as messages give them in each language; yes and no. */
#include <string.h>

#include "base/text.h"
#include "terminal/typed_inside.h"

guint words_index(const char *words, const char *list)
{
  g_auto(GStrv) alternatives = g_strsplit(list, "|", -1);
  for (guint i = 0; alternatives[i]; i++) {
    g_autofree char *folded = text_fold(alternatives[i]);
    if (*folded && strcmp(folded, words) == 0)
      return i + 1;
  }
  return 0;
}

/* What stands at {1} if WORDS is as PATTERN. */
static char *match(const char *words, const char *pattern)
{
  const char *hole = strstr(pattern, "{1}");
  if (!hole)
    return NULL;
  g_autofree char *start = g_strndup(pattern, (gsize)(hole - pattern));
  const char *end = hole + strlen("{1}");
  gsize around = strlen(start) + strlen(end);
  if (strlen(words) <= around || !g_str_has_prefix(words, start) || !g_str_has_suffix(words, end))
    return NULL;
  return g_strstrip(g_strndup(words + strlen(start), strlen(words) - around));
}

char *words_match(const char *words, const char *patterns)
{
  char *shortest = NULL;
  g_auto(GStrv) alternatives = g_strsplit(patterns, "|", -1);
  for (guint i = 0; alternatives[i]; i++) {
    g_autofree char *folded = text_fold(alternatives[i]);
    g_autofree char *found = match(words, folded);
    if (found && (!shortest || strlen(found) < strlen(shortest))) {
      g_free(shortest);
      shortest = g_steal_pointer(&found);
    }
  }
  return shortest;
}

gboolean words_cut_end(char *words, const char *list)
{
  g_auto(GStrv) alternatives = g_strsplit(list, "|", -1);
  for (guint i = 0; alternatives[i]; i++) {
    g_autofree char *folded = text_fold(alternatives[i]);
    if (*folded && strlen(words) > strlen(folded) && g_str_has_suffix(words, folded)) {
      words[strlen(words) - strlen(folded)] = '\0';
      g_strchomp(words);
      return TRUE;
    }
  }
  return FALSE;
}

const struct translator *typed_language(guint i, const struct translator *translator)
{
  return i == 0 ? translator : NULL;
}

gboolean typed_yes_no(const char *text, const struct translator *translator, gboolean *yes)
{
  g_autofree char *words = text_fold(text);
  for (guint i = 0; i < TYPED_LANGUAGES; i++) {
    const struct translator *language = typed_language(i, translator);
    /* TRANSLATORS: what people type for yes and for no, alternatives separated by |. */
    if (words_index(words, tr(language, "yes|y|yeah|yep"))) {
      *yes = TRUE;
      return TRUE;
    }
    if (words_index(words, tr(language, "no|n|nope"))) {
      *yes = FALSE;
      return TRUE;
    }
  }
  return FALSE;
}
