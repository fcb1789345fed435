/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of patterns about words, and texts without their markup. */
#include "check/wording.h"

#include "base/text.h"

#define START "(?<![\\p{L}])"
#define END "(?![\\p{L}])"

/* Perl's regular expressions, case ignored. */
static const struct {
  const char *language, *familiar, *polite, *compound;
} patterns[] = {
    {"fr", START "(?:tu|toi|te|ta|tes|t[’'](?=\\p{L}))" END,
     START "(?<!rendez-)(?:vous|votre|vos)" END,
     "\\?.*\\?|" START "et/ou" END "|(?<!rendez)-(?:vous|tu)" END ".*" START "(?:et|ou)" END
     ".*\\p{L}-(?:vous|tu)" END},
    {"en", NULL, NULL,
     "\\?.*\\?|" START "and/or" END "|" START
     "(?:and|or) (?:did|do|does|were|was|have|has|had|are|is|could|would|will) "
     "(?:you|they|it|he|she)" END},
};

static GRegex *compile(const char *pattern)
{
  if (!pattern)
    return NULL;
  GRegex *regex = g_regex_new(pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  g_assert(regex);
  return regex;
}

const struct wording *wording_find(const char *language)
{
  static struct wording table[G_N_ELEMENTS(patterns)];
  for (gsize i = 0; i < G_N_ELEMENTS(patterns); i++) {
    gsize length = strlen(patterns[i].language);
    if (strncmp(language, patterns[i].language, length) != 0 || g_ascii_isalpha(language[length]))
      continue;
    if (!table[i].language)
      table[i] = (struct wording){patterns[i].language, compile(patterns[i].familiar),
                                  compile(patterns[i].polite), compile(patterns[i].compound)};
    return &table[i];
  }
  return NULL;
}

char *wording_match(GRegex *pattern, const char *text)
{
  g_autoptr(GMatchInfo) match = NULL;
  if (!pattern || !g_regex_match(pattern, text, 0, &match))
    return NULL;
  return g_match_info_fetch(match, 0);
}

static void append_plain(GString *out, const struct piece *piece)
{
  for (; piece; piece = piece->next) {
    if (piece->kind == PIECE_TEXT)
      g_string_append(out, piece->text);
    else if (piece->kind == PIECE_ANSWER || piece->kind == PIECE_DATE)
      g_string_append(out, piece->otherwise ? piece->otherwise : "…");
    else
      append_plain(out, piece->children);
  }
}

char *wording_plain(const struct piece *pieces)
{
  GString *out = g_string_new(NULL);
  append_plain(out, pieces);
  return g_string_free(out, FALSE);
}

static gboolean ends_sentence(gunichar character)
{
  return character == '.' || character == '!' || character == '?' || character == 0x2026;
}

guint wording_longest(const char *plain)
{
  guint longest = 0;
  const char *start = plain;
  for (const char *at = plain; *at; at = g_utf8_next_char(at)) {
    const char *after = g_utf8_next_char(at);
    if (*after && !(ends_sentence(g_utf8_get_char(at)) && *after == ' '))
      continue;
    g_autofree char *sentence = g_strndup(start, (gsize)(after - start));
    longest = MAX(longest, text_words(sentence));
    start = after;
  }
  return longest;
}

/* The last of alternatives: special cases stand first. */
static const struct text *general(const struct text *texts)
{
  while (texts && texts->next)
    texts = texts->next;
  return texts;
}

const struct text *wording_title(const struct item *item)
{
  switch (item->kind) {
  case ITEM_THEME:
    return item_theme(item)->title;
  case ITEM_QUESTION: {
    const struct question *question = item_question(item);
    return question->label ? question->label : general(question->prompts);
  }
  case ITEM_OPTION:
    return option_label(item_question(item->parent), item->id);
  case ITEM_REPEAT:
    return item_repeat(item)->prompt;
  case ITEM_ACTION:
    return general(item_action(item)->titles);
  case ITEM_LESSON:
    return item_lesson(item)->then_text;
  case ITEM_STRENGTH:
    return item_strength(item)->text;
  case ITEM_REMARK:
    return item_remark(item)->text;
  }
  g_assert_not_reached();
}
