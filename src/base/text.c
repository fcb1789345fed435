/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text cleaned where it enters, folded for comparing, counted, and matched to known names. */
#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uniname.h>
#include <uninorm.h>
#include <uniwbrk.h>
#include <wchar.h>

/* ---- cleaning ---- */

/* Embeddings, overrides and isolates (UAX 9, section 2), not the implicit marks beside them. */
static gboolean turns_direction(gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* No characters by Unicode, nor in XML 1.0, in which answers are handed on. */
static gboolean is_no_character(gunichar c)
{
  return c == 0xfffe || c == 0xffff;
}

/* C0, DEL, C1 */
static gboolean is_control(gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

static gunichar clean(gunichar c)
{
  if (c == '\t')
    return ' ';
  if (c == '\n')
    return c;
  return is_control(c) || turns_direction(c) || is_no_character(c) ? 0xfffd : c;
}

/* Nearly all bytes are letters of ASCII, which need no second look. */
gboolean text_is_clean(const char *text, gsize length)
{
  const char *end = text + length;
  while (text < end) {
    if (*text >= ' ' && *text < 0x7f) {
      text++;
      continue;
    }
    gunichar c = g_utf8_get_char_validated(text, end - text);
    if (c > 0x10ffff || clean(c) != c) /* above: no character, or a cut one */
      return FALSE;
    text = g_utf8_next_char(text);
  }
  return TRUE;
}

char *text_clean(const char *text, gssize length)
{
  g_autofree char *valid = g_utf8_make_valid(text, length);
  GString *out = g_string_sized_new(strlen(valid));
  for (const char *at = valid; *at; at = g_utf8_next_char(at))
    if (at[0] != '\r' || at[1] != '\n')
      g_string_append_unichar(out, clean(g_utf8_get_char(at)));
  return g_string_free(out, FALSE);
}

/* ---- folding ---- */

gsize text_folded_length(const char *text, gsize length)
{
  gsize i = 0;
  while (i < length && ((guchar)text[i] > ' ' ||
                        (text[i] == ' ' && i && i + 1 < length && (guchar)text[i + 1] > ' ')))
    i++;
  return i;
}

/*
 * Marks with these classes of combining sit on a letter as accents do. Those of lower classes
 * (kana voicing, viramas) make it another letter.
 */
static gboolean is_accent(ucs4_t c)
{
  return uc_combining_class(c) > UC_CCC_VR;
}

/* What people type for letters that no normal form takes apart. */
static const char *typed_as(gunichar c)
{
  switch (c) {
  case 0x2019: /* right single quotation mark */
  case 0x2018:
  case 0x02bc: /* modifier letter apostrophe */
    return "'";
  case 0x0153: /* oe ligature */
    return "oe";
  case 0x00e6: /* ae ligature */
    return "ae";
  case 0x00f8: /* o with stroke */
    return "o";
  case 0x0142: /* l with stroke */
    return "l";
  default:
    return NULL;
  }
}

/* FOLDED without accents and with single blanks. */
static char *squeeze(const char *folded)
{
  GString *out = g_string_new(NULL);
  gboolean blank = FALSE;
  for (; *folded; folded = g_utf8_next_char(folded)) {
    gunichar c = g_utf8_get_char(folded);
    if (is_accent(c))
      continue;
    if (g_unichar_isspace(c)) {
      blank = out->len > 0;
      continue;
    }
    if (blank)
      g_string_append_c(out, ' ');
    blank = FALSE;
    const char *other = typed_as(c);
    if (other)
      g_string_append(out, other);
    else
      g_string_append_unichar(out, c);
  }
  return g_string_free(out, FALSE);
}

char *text_fold(const char *text)
{
  size_t length;
  uint8_t *folded =
      u8_casefold((const uint8_t *)text, strlen(text) + 1, NULL, UNINORM_NFKD, NULL, &length);
  g_assert(folded); /* NULL means out of memory */
  char *squeezed = squeeze((const char *)folded);
  free(folded);
  return squeezed;
}

/* ---- order ---- */

int text_compare(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* ---- counting ---- */

/* Or a digit: what stands between two breaks is a word then. */
static gboolean has_letter(const char *start, const char *end)
{
  while (start < end && !g_unichar_isalnum(g_utf8_get_char(start)))
    start = g_utf8_next_char(start);
  return start < end;
}

/* From here on there are characters that hang on others. */
#define FIRST_COMBINING 0x300

static gboolean is_plain_letter(const char *at)
{
  gunichar c = (guchar)*at < 0x80 ? 0 : g_utf8_get_char(at);
  return g_ascii_isalnum(*at) || (c < FIRST_COMBINING && g_unichar_isalpha(c));
}

/* The end of the word that begins at TEXT, if no rule is needed to see that it is one, as of most:
 * letters and figures, then maybe marks, up to a blank. Else NULL. */
static const char *plain_word_end(const char *text)
{
  const char *end = text;
  while (is_plain_letter(end))
    end = g_utf8_next_char(end);
  if (end == text)
    return NULL;
  while (g_ascii_ispunct(*end))
    end++;
  return *end == ' ' || !*end ? end : NULL;
}

/* The words in the LENGTH bytes of TEXT; BREAKS has room for as many. */
static guint count_words(const char *text, gsize length, char *breaks)
{
  guint words = 0;
  u8_wordbreaks((const uint8_t *)text, length, breaks);
  for (gsize start = 0, end = 1; start < length; start = end++) {
    while (end < length && !breaks[end])
      end++;
    words += has_letter(text + start, text + end);
  }
  return words;
}

guint text_words(const char *text)
{
  g_autofree char *breaks = g_malloc(strlen(text));
  guint words = 0;
  while (*text) {
    const char *plain = plain_word_end(text), *end = plain ? plain : strchrnul(text, ' ');
    words += plain ? 1 : count_words(text, (gsize)(end - text), breaks);
    text = *end ? end + 1 : end;
  }
  return words;
}

/* ---- nearness ---- */

/* Longer words than this are no slips of the pen; it also bounds the work. */
#define LONGEST_NAME 100
/* Of shorter ones many are a letter apart. */
#define SHORTEST_NAME 3

/* How many edits a slip may have between words of which the longer has LENGTH letters. */
static guint tolerance(glong length)
{
  return (guint)length / 3;
}

/* Edits between two words, neighbours swapped counting as one (optimal string alignment). */
static guint edits(const gunichar *a, glong a_length, const gunichar *b, glong b_length)
{
  guint rows[3][LONGEST_NAME + 1];
  guint *before = rows[0], *above = rows[1], *row = rows[2];
  for (glong j = 0; j <= b_length; j++)
    above[j] = (guint)j;
  for (glong i = 1; i <= a_length; i++) {
    row[0] = (guint)i;
    for (glong j = 1; j <= b_length; j++) {
      row[j] = MIN(above[j], row[j - 1]) + 1;
      row[j] = MIN(row[j], above[j - 1] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = MIN(row[j], before[j - 2] + 1);
    }
    guint *spare = before;
    before = above, above = row, row = spare;
  }
  return above[b_length];
}

static gboolean is_comparable(const char *word)
{
  return strlen(word) <= LONGEST_NAME && g_utf8_validate(word, -1, NULL);
}

const char *text_nearest(const char *word, const char *const *names)
{
  if (!is_comparable(word))
    return NULL;
  for (const char *const *name = names; *name; name++)
    if (g_ascii_strcasecmp(*name, word) == 0)
      return *name;
  glong word_length;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast(word, -1, &word_length);
  const char *nearest = NULL;
  guint least = G_MAXUINT;
  for (; *names; names++) {
    glong length = (glong)strlen(*names);
    if (length > LONGEST_NAME)
      continue;
    g_autofree gunichar *name = g_utf8_to_ucs4_fast(*names, -1, &length);
    guint allowed = tolerance(MAX(length, word_length));
    if (ABS(length - word_length) > (glong)allowed)
      continue;
    guint distance = edits(letters, word_length, name, length);
    if (distance <= allowed && distance < least) {
      least = distance;
      nearest = *names;
    }
  }
  return nearest;
}

/* NAME without what tells it from others of a row: figures, or one letter behind a hyphen. */
static char *without_number(const char *name)
{
  GString *rest = g_string_new(NULL);
  for (; *name; name++) {
    gboolean last = *name == '-' && name[1] && !name[2];
    if (last)
      break;
    if (!g_ascii_isdigit(*name))
      g_string_append_c(rest, *name);
  }
  return g_string_free(rest, FALSE);
}

gboolean text_is_slip(const char *one, const char *other)
{
  if (!is_comparable(one) || !is_comparable(other))
    return FALSE;
  g_autofree char *row = without_number(one), *other_row = without_number(other);
  glong length, other_length;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast(one, -1, &length);
  g_autofree gunichar *others = g_utf8_to_ucs4_fast(other, -1, &other_length);
  return !g_str_equal(row, other_row) && MIN(length, other_length) >= SHORTEST_NAME &&
         edits(letters, length, others, other_length) == 1;
}

char *text_shorten(const char *text, glong most)
{
  g_autofree char *line = g_strdelimit(g_strdup(text), "\n", ' ');
  if (g_utf8_strlen(line, -1) <= most)
    return g_steal_pointer(&line);
  g_autofree char *start = g_utf8_substring(line, 0, most + 1);
  char *blank = strrchr(start, ' ');
  *(blank ? blank : g_utf8_offset_to_pointer(start, most)) = '\0';
  return g_strconcat(g_strchomp(start), "…", NULL);
}

gunichar text_last_inside(const char *text)
{
  for (const char *at = text + strlen(text); at > text;) {
    at = g_utf8_prev_char(at);
    gunichar c = g_utf8_get_char(at);
    if (!g_unichar_isspace(c) && !wcschr(L")]}”’»›\"'", (wchar_t)c))
      return c;
  }
  return 0;
}

char *text_capital(const char *words)
{
  const char *at = words;
  while (*at && g_unichar_islower(g_utf8_get_char(at)))
    at = g_utf8_next_char(at);
  if (at == words || g_unichar_isupper(g_utf8_get_char(at)))
    return g_strdup(words);
  GString *capital = g_string_new(NULL);
  g_string_append_unichar(capital, g_unichar_totitle(g_utf8_get_char(words)));
  g_string_append(capital, g_utf8_next_char(words));
  return g_string_free(capital, FALSE);
}

char *text_sentence(const char *text)
{
  g_autofree char *capital = text_capital(text);
  gunichar last = text_last_inside(text);
  gboolean ended = !*text || (last && wcschr(L".!?:…", (wchar_t)last));
  return g_strconcat(capital, ended ? "" : ".", NULL);
}

gsize text_last_character(const char *text, gsize length)
{
  g_autofree char *breaks = g_malloc0(length);
  u8_grapheme_breaks((const uint8_t *)text, length, breaks);
  gsize start = length - 1;
  while (start > 0 && !breaks[start])
    start--;
  return start;
}

/* ---- what is not what it looks like ---- */

static gboolean is_foreign_letter(gunichar c)
{
  GUnicodeScript script = g_unichar_get_script(c);
  return g_unichar_isalpha(c) && script != G_UNICODE_SCRIPT_LATIN &&
         script != G_UNICODE_SCRIPT_COMMON && script != G_UNICODE_SCRIPT_INHERITED;
}

char *text_disguised(const char *text)
{
  gboolean latin = FALSE;
  for (const char *at = text; *at && !latin; at++)
    latin = g_ascii_isalpha(*at);
  for (const char *at = text; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    char name[UNINAME_MAX] = "";
    if (c < 0x80 || (g_unichar_isgraph(c) && !(latin && is_foreign_letter(c))))
      continue;
    unicode_character_name(c, name);
    return g_strdup_printf("U+%04X %s", c, name);
  }
  return NULL;
}
