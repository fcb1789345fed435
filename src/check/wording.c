/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of patterns about words, and texts without their markup. */
#include "check/wording.h"

#include "base/text.h"

#define START "(?<!\\p{L})"
#define END "(?!\\p{L})"
#define ASKING_FR "(?:qui|quand|où|comment|pourquoi|combien)"
#define ASKING_EN "(?:who|when|where|how|why)"

/* Patterns are Perl's regular expressions, case ignored. */
static const struct {
  const char *language;
  const char *address[ADDRESS_COUNT]; /* NULL: no such form */
  const char *compound;
  const char *unspaced; /* NULL: no sign has a space before it */
} rows[] = {
    {"fr",
     {[ADDRESS_FAMILIAR] = START "(?:(?:tu|toi|te|ta|tes)" END "|t[’'](?=\\p{L}))",
      [ADDRESS_POLITE] = START "(?<!rendez-)(?:vous|votre|vos)" END},
     "\\?.*\\?|" START "et/ou" END "|(?<!rendez)-(?:vous|tu)" END ".*" START "(?:et|ou)" END
     ".*\\p{L}-(?:vous|tu)" END "|" START "(?:et|ou) est-ce qu|" START ASKING_FR
     " (?:et|ou) " ASKING_FR END,
     " [:;?!%»]|« |«\\p{L}|\\p{L}[»?!;]"},
    {"en",
     {NULL},
     "\\?.*\\?|" START "and/or" END "|" START
     "(?:and|or) (?:did|do|does|were|was|have|has|had|are|is|could|would|will) "
     "(?:you|they|it|he|she)" END "|" START ASKING_EN " (?:and|or) " ASKING_EN END,
     NULL},
};

/* ---- tables ---- */

/* NULL is none. */
static GRegex *compile(const char *pattern)
{
  GRegex *regex =
      pattern ? g_regex_new(pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL) : NULL;
  g_assert(regex || !pattern);
  return regex;
}

static gboolean matches(const GRegex *regex, const char *text)
{
  return regex && g_regex_match(regex, text, 0, NULL);
}

const struct wording *wording_find(const char *language)
{
  static struct wording table[G_N_ELEMENTS(rows)], none;
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    gsize length = strlen(rows[i].language);
    if (strncmp(language, rows[i].language, length) != 0 || g_ascii_isalpha(language[length]))
      continue;
    if (table[i].compound)
      return &table[i];
    for (int form = 0; form < ADDRESS_COUNT; form++)
      table[i].address[form] = compile(rows[i].address[form]);
    table[i].compound = compile(rows[i].compound);
    table[i].unspaced = compile(rows[i].unspaced);
    return &table[i];
  }
  return &none;
}

/* ---- looking ---- */

char *wording_address(const struct wording *wording, enum address_form form, const char *text)
{
  g_autoptr(GMatchInfo) match = NULL;
  if (!wording->address[form] || !g_regex_match(wording->address[form], text, 0, &match))
    return NULL;
  return g_match_info_fetch(match, 0);
}

gboolean wording_is_compound(const struct wording *wording, const char *text)
{
  return matches(wording->compound, text);
}

/* ---- signs ---- */

static gboolean letter_at(const char *at)
{
  return g_unichar_isalpha(g_utf8_get_char(at));
}

/* Outside of what somebody is to say. */
static gboolean exclaims(const char *text)
{
  const char *mark = strchr(text, '!');
  return mark && !strstr(text, "«") && !strstr(text, "“");
}

/* Whether letters beyond ASCII were written in UTF-8 and read as something else: "Ã©" for "é". */
static gboolean is_garbled(const char *text)
{
  for (const char *at = text; (at = strstr(at, "\xc3")); at++) {
    gunichar first = g_utf8_get_char(at), next = g_utf8_get_char(g_utf8_next_char(at));
    if ((first == 0xc2 || first == 0xc3) && next >= 0x80 && next <= 0xbf)
      return TRUE;
    if (first == 0xe2 && next == 0x20ac)
      return TRUE;
  }
  return FALSE;
}

const char *wording_signs(const struct wording *wording, const char *text)
{
  if (is_garbled(text))
    return N_("letters are garbled, as UTF-8 is by a program that takes it for another encoding; "
              "type them anew");
  if (!wording->compound)
    return NULL;
  if (exclaims(text))
    return N_("an exclamation mark reads like a shout; a full stop is enough");
  for (const char *at = text; (at = strchr(at, '\'')); at++)
    if (at > text && letter_at(g_utf8_prev_char(at)) && letter_at(at + 1))
      return N_("the apostrophe is straight; type the curved one, ’");
  if (strchr(text, '"'))
    return N_("the quotation marks are straight; type “ ”, and in French « »");
  if (matches(wording->unspaced, text))
    return N_("in French a no-break space stands before : ; ? ! % and inside « »");
  return NULL;
}

/* ---- texts ---- */

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
