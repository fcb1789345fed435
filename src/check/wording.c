/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of patterns about words, and texts without their markup. */
#include "check/wording.h"

#include "base/text.h"

#define START "(?<![\\p{L}])"
#define END "(?![\\p{L}])"
#define ASKING_FR "(?:qui|quand|où|comment|pourquoi|combien)"
#define ASKING_EN "(?:who|when|where|how|why)"

static const char *const tu[] = {"tu", "toi", "te", "ta", "tes", "t’", NULL};
static const char *const vous[] = {"vous", "votre", "vos", NULL};

/* Patterns are Perl's regular expressions, case ignored. */
static const struct {
  const char *language;
  struct address address[ADDRESS_COUNT];
  const char *compound;
  gboolean spaced;
} rows[] = {
    {"fr",
     {[ADDRESS_FAMILIAR] = {tu, NULL}, [ADDRESS_POLITE] = {vous, "rendez-"}},
     "\\?.*\\?|" START "et/ou" END "|(?<!rendez)-(?:vous|tu)" END ".*" START "(?:et|ou)" END
     ".*\\p{L}-(?:vous|tu)" END "|" START "(?:et|ou) est-ce qu|" START ASKING_FR
     " (?:et|ou) " ASKING_FR END,
     TRUE},
    {"en",
     {{NULL, NULL}},
     "\\?.*\\?|" START "and/or" END "|" START
     "(?:and|or) (?:did|do|does|were|was|have|has|had|are|is|could|would|will) "
     "(?:you|they|it|he|she)" END "|" START ASKING_EN " (?:and|or) " ASKING_EN END,
     FALSE},
};

/* ---- tables ---- */

/* One bit a letter, the same for a capital. */
static guint32 letter_bit(char letter)
{
  return 1U << (letter & 0x1f);
}

static guint32 initials(const struct address *address)
{
  guint32 letters = 0;
  for (const char *const *word = address->words; word && *word; word++)
    letters |= letter_bit(**word);
  return letters;
}

static void compile(struct wording *wording, const struct address *address, const char *compound)
{
  wording->address = address;
  for (int form = 0; form < ADDRESS_COUNT; form++)
    wording->initials |= initials(&address[form]);
  wording->compound = g_regex_new(compound, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  g_assert(wording->compound);
}

const struct wording *wording_find(const char *language)
{
  static struct wording table[G_N_ELEMENTS(rows)], none;
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    gsize length = strlen(rows[i].language);
    if (strncmp(language, rows[i].language, length) != 0 || g_ascii_isalpha(language[length]))
      continue;
    if (!table[i].compound)
      compile(&table[i], rows[i].address, rows[i].compound);
    table[i].spaced = rows[i].spaced;
    return &table[i];
  }
  return &none;
}

/* ---- looking ---- */

/*
 * Among Latin letters, and among digits, no word ends (UAX 29); any other letter or number may be a
 * word alone. One bit each.
 */
enum { LATIN = 1, DIGIT = 2, ALONE = 4 };

enum { AFTER_LATIN = 0x250 }; /* the first character that is in no Latin block but the small ones */

/* 0 for what is in no word. */
static guint character_kind(const char *at)
{
  if ((guchar)*at < 0x80)
    return (g_ascii_isalpha(*at) ? LATIN : 0) | (g_ascii_isdigit(*at) ? DIGIT : 0);
  gunichar character = g_utf8_get_char(at);
  if (character < AFTER_LATIN && g_unichar_isalpha(character))
    return LATIN;
  return g_unichar_isalnum(character) ? ALONE : 0;
}

static gboolean letter_at(const char *at)
{
  return g_unichar_isalpha(g_utf8_get_char(at));
}

/* The length of WORD if it stands at AT, in any case, else 0. */
static gsize word_length(const char *at, const char *word)
{
  gsize length = 0;
  for (; g_ascii_isalpha(word[length]); length++)
    if ((at[length] | 0x20) != word[length]) /* the bit that a capital lacks */
      return 0;
  if (!word[length])
    return letter_at(at + length) ? 0 : length;
  gunichar apostrophe = g_utf8_get_char(at + length);
  gsize elided = (gsize)(g_utf8_next_char(at + length) - at);
  return (apostrophe == '\'' || apostrophe == 0x2019) && letter_at(at + elided) ? elided : 0;
}

/* Whether the word AT in TEXT is the end of a longer one, or comes right after BEFORE (or NULL). */
static gboolean continues(const char *text, const char *at, const char *before)
{
  if (at > text && letter_at(g_utf8_prev_char(at)))
    return TRUE;
  gsize length = before ? strlen(before) : 0;
  return length && (gsize)(at - text) >= length &&
         g_ascii_strncasecmp(at - length, before, length) == 0;
}

/* Notes the word of ADDRESS that stands at AT in TEXT, if it is the first. */
static void look_for_address(const struct address *address, const char *text, const char *at,
                             struct word *found)
{
  gsize length = 0;
  for (const char *const *word = address->words; word && *word && !length; word++)
    length = word_length(at, *word);
  if (length && !found->length && !continues(text, at, address->not_after))
    *found = (struct word){at, length};
}

struct look wording_look(const struct wording *wording, const char *text)
{
  struct look look = {0};
  guint words = 0, before = 0;
  for (const char *at = text; *at; at++) {
    if (((guchar)*at & 0xc0) == 0x80) /* inside a character */
      continue;
    guint kind = character_kind(at), begins = kind & ~before;
    words += begins != 0;
    before = kind & ~(guint)ALONE;
    if (!begins || !(wording->initials & letter_bit(*at)))
      continue;
    for (int form = 0; form < ADDRESS_COUNT; form++)
      look_for_address(&wording->address[form], text, at, &look.address[form]);
  }
  look.words = words;
  return look;
}

gboolean wording_is_compound(const struct wording *wording, const char *text)
{
  return wording->compound && g_regex_match(wording->compound, text, 0, NULL);
}

/* ---- signs ---- */

/* Whether an ordinary blank, or none, stands where French has a no-break space. */
static gboolean lacks_space(const char *text)
{
  static const char *const wrong[] = {" :", " ;", " ?", " !", " %", " »", "« "};
  for (guint i = 0; i < G_N_ELEMENTS(wrong); i++)
    if (strstr(text, wrong[i]))
      return TRUE;
  for (const char *at = text; (at = strstr(at, "«")); at += strlen("«"))
    if (letter_at(at + strlen("«")))
      return TRUE;
  for (const char *at = text; (at = strstr(at, "»")); at += strlen("»"))
    if (at > text && letter_at(g_utf8_prev_char(at)))
      return TRUE;
  for (const char *at = text; (at = strpbrk(at, "?!;")); at++)
    if (at > text && letter_at(g_utf8_prev_char(at)))
      return TRUE;
  return FALSE;
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
  if (wording->spaced && lacks_space(text))
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
