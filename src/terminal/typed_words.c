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
static char *match_one(const char *words, const char *pattern)
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

/* The same with a {2} behind {1}: the words between them part the two where they stand last. */
static char *match_two(const char *words, const char *pattern)
{
  g_auto(GStrv) ends = g_strsplit(pattern, "{2}", 2);
  const char *between = strstr(ends[0], "{1}") + strlen("{1}");
  g_autofree char *one = g_strndup(ends[0], (gsize)(between - ends[0]));
  const char *found = g_strrstr(words, between);
  if (!found || !g_str_has_suffix(words, ends[1]))
    return NULL;
  g_autofree char *before = g_strndup(words, (gsize)(found - words));
  const char *after = found + strlen(between);
  if (strlen(after) <= strlen(ends[1]))
    return NULL;
  g_autofree char *first = match_one(before, one);
  g_autofree char *second = g_strndup(after, strlen(after) - strlen(ends[1]));
  return first ? g_strjoin("\t", first, g_strstrip(second), NULL) : NULL;
}

static int by_length(gconstpointer a, gconstpointer b)
{
  gsize one = strlen(*(char *const *)a), other = strlen(*(char *const *)b);
  return one < other ? -1 : one > other;
}

char **words_matches(const char *words, const char *patterns)
{
  GPtrArray *found = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  g_auto(GStrv) alternatives = g_strsplit(patterns, "|", -1);
  for (guint i = 0; alternatives[i]; i++) {
    g_autofree char *folded = text_fold(alternatives[i]);
    char *part = strstr(folded, "{2}") ? match_two(words, folded) : match_one(words, folded);
    if (part)
      g_ptr_array_add(found, part);
  }
  g_ptr_array_sort(found, by_length);
  return (char **)g_ptr_array_free(found, FALSE);
}

char *words_match(const char *words, const char *patterns)
{
  g_auto(GStrv) found = words_matches(words, patterns);
  return g_strdup(found[0]);
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
