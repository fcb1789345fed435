/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Samples of regular expressions (XML Schema Part 2, appendix F), letter by letter: GLib's regular
 * expressions tell what can still become one of their texts. They are not quite the same, which
 * only costs samples: each is checked against the pattern itself.
 */
#include "prove/sample.h"

#include <string.h>

#include "xml/pattern.h"

/* What is tried besides the characters of a pattern: some of each class. */
#define USUAL " abcxyzABC0123456789-_.,:;!?\t\n"

/* A search for texts. */
struct sampling {
  const struct caps *caps;
  GRegex *regex;
  GPtrArray *letters; /* of char *: the characters that are tried */
  gboolean all;       /* nothing was left out so far */
};

/* Whether the escape or sign at AT, INSIDE a class or not, stands for characters that are not all
 * tried. */
static gboolean is_large(const char *at, gboolean inside)
{
  if (*at == '\\')
    return at[1] && strchr("dDwWScCiIpP", at[1]);
  return inside ? g_str_has_prefix(at, "[^") || g_str_has_prefix(at, "-[") : *at == '.';
}

/* PATTERN as GLib reads it: from one end of the text to the other, where ^ and $ are themselves,
 * and with the names of XML that it has no escape for. *ALL becomes false where it stands for more
 * than is tried. Caller frees. */
static char *translated(const char *pattern, gboolean *all)
{
  GString *out = g_string_new("\\A(?:");
  gboolean inside = FALSE;
  for (const char *at = pattern; *at; at++) {
    inside = inside ? *at != ']' : *at == '[';
    *all &= !is_large(at, inside);
    if (*at == '\\' && at[1] && strchr("ic", at[1]))
      g_string_append_printf(out, inside ? "%s" : "[%s]",
                             *++at == 'i' ? "[:alpha:]_:" : "[:alnum:]_:.-");
    else if (*at == '\\' && at[1])
      g_string_append_printf(out, "\\%c", *++at);
    else
      g_string_append_printf(out, !inside && strchr("^$", *at) ? "\\%c" : "%c", *at);
  }
  return g_string_free(g_string_append(out, ")\\z"), FALSE);
}

static void add_letter(GPtrArray *letters, gunichar letter)
{
  char text[7] = {0};
  g_unichar_to_utf8(letter, text);
  if (!g_ptr_array_find_with_equal_func(letters, text, g_str_equal, NULL))
    g_ptr_array_add(letters, g_strdup(text));
}

/* The characters of PATTERN, with those between two that have a stroke between them, and others. */
static void add_letters(struct sampling *sampling, const char *pattern)
{
  for (const char *at = pattern; *at; at = g_utf8_next_char(at)) {
    const char *next = g_utf8_next_char(at);
    gunichar first = g_utf8_get_char(at), last = *next == '-' ? g_utf8_get_char(next + 1) : 0;
    last = MAX(first, last);
    while (first <= last && sampling->letters->len < sampling->caps->of[CAP_LETTERS])
      add_letter(sampling->letters, first++);
    sampling->all &= first > last;
  }
  for (const char *at = USUAL; *at; at++)
    add_letter(sampling->letters, (guchar)*at);
}

static gboolean can_begin(const GRegex *regex, const char *text)
{
  g_autoptr(GMatchInfo) match = NULL;
  g_regex_match_full(regex, text, -1, 0, G_REGEX_MATCH_PARTIAL_HARD, &match, NULL);
  return g_match_info_is_partial_match(match);
}

/* What can still become a text of the pattern and is a letter longer than one of TEXTS. */
static GPtrArray *longer(struct sampling *sampling, const GPtrArray *texts)
{
  GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < texts->len; i++)
    for (guint j = 0; j < sampling->letters->len; j++) {
      g_autofree char *text =
          g_strconcat(texts->pdata[i], (char *)sampling->letters->pdata[j], NULL);
      if (!can_begin(sampling->regex, text))
        continue;
      if (found->len < sampling->caps->of[CAP_PARTS])
        g_ptr_array_add(found, g_steal_pointer(&text));
      else
        sampling->all = FALSE;
    }
  return found;
}

/* The shortest first. */
static void search(struct sampling *sampling, const struct pattern *pattern, GPtrArray *found)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(texts, g_strdup(""));
  for (guint length = 0; texts->len && length <= sampling->caps->of[CAP_LENGTH]; length++) {
    for (guint i = 0; i < texts->len; i++)
      if (pattern_matches(pattern, texts->pdata[i]))
        g_ptr_array_add(found, g_strdup(texts->pdata[i]));
    if (found->len > sampling->caps->of[CAP_SAMPLES])
      break;
    GPtrArray *next = longer(sampling, texts);
    g_ptr_array_unref(texts);
    texts = next;
  }
  sampling->all &= texts->len == 0;
  g_ptr_array_set_size(found, (int)MIN(found->len, sampling->caps->of[CAP_SAMPLES]));
}

GPtrArray *sample_texts(const char *pattern, const struct caps *caps, gboolean *all)
{
  GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
  struct sampling sampling = {.caps = caps, .all = TRUE};
  g_autofree char *expression = translated(pattern, &sampling.all);
  OWNED(pattern) compiled = pattern_new(pattern);
  g_autoptr(GRegex) regex = compiled ? g_regex_new(expression, 0, 0, NULL) : NULL;
  g_autoptr(GPtrArray) letters = g_ptr_array_new_with_free_func(g_free);
  sampling.regex = regex;
  sampling.letters = letters;
  add_letters(&sampling, pattern);
  if (regex)
    search(&sampling, compiled, found);
  *all = sampling.all && regex;
  return found;
}
