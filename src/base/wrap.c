/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Width and wrapping of text on a terminal. */
#include "base/text.h"

#include <string.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <unistr.h>
#include <uniwidth.h>

int text_width(const char *text)
{
  return text_width_of(text, strlen(text));
}

int text_width_of(const char *text, gsize length)
{
  return u8_width((const uint8_t *)text, length, "UTF-8");
}

/* No character takes more columns than bytes; those of ASCII, nearly all, take one. */
gsize text_fit(const char *text, gsize length, int room)
{
  gsize fit = 0;
  ucs4_t c;
  if ((gssize)length <= room)
    return length;
  for (int bytes, width = 0; fit < length; fit += (gsize)bytes) {
    bytes = u8_mbtouc_unsafe(&c, (const uint8_t *)text + fit, length - fit);
    width += c >= ' ' && c < 0x7f ? 1 : MAX(uc_width(c, "UTF-8"), 0);
    if (width > room && c != ' ')
      break;
  }
  return fit;
}

static gboolean is_glue(gunichar c)
{
  return c == 0x00a0 || c == 0x202f;
}

/*
 * True between e.g. a colon and a letter, where UAX 14 has no break (LB29), but libunistring 1.0
 * has one. Such a word as :back may begin a line, which UAX 14 denies to colons (LB13).
 */
static gboolean is_infix(gunichar before, gunichar after)
{
  return before && before < 0x80 && strchr(",.:;", (int)before) && g_unichar_isalpha(after);
}

/* True if C is a quote that opens or closes (TYPE) something, not one inside or before a word. */
static gboolean is_quote(gunichar c, GUnicodeType type, gunichar outside)
{
  return g_unichar_type(c) == type && !g_unichar_isalnum(outside);
}

/* True if the last of TEXT before END, blanks apart, is a quote that opens something. */
static gboolean opens_quote(const char *text, const char *end)
{
  const char *last = g_utf8_prev_char(end);
  while (last > text && *last == ' ')
    last = g_utf8_prev_char(last);
  gunichar outside = last > text ? g_utf8_get_char(g_utf8_prev_char(last)) : ' ';
  return is_quote(g_utf8_get_char(last), G_UNICODE_INITIAL_PUNCTUATION, outside);
}

/* ---- numbers ---- */

/* Where the word that ends at END begins, with what figures may hold, as in "9:30". */
static const char *word_start(const char *text, const char *end)
{
  while (end > text) {
    const char *last = g_utf8_prev_char(end);
    gunichar c = g_utf8_get_char(last);
    if (!g_unichar_isalnum(c) && !(c < 0x80 && strchr(".:,-", (int)c)))
      break;
    end = last;
  }
  return end;
}

static gboolean is_unit(gunichar c)
{
  return g_unichar_isalpha(c) || g_unichar_type(c) == G_UNICODE_CURRENCY_SYMBOL || c == '%';
}

/* True if a year, or minutes, begin at WORD, and before it stand a number and, from BEFORE on, a
 * word. */
static gboolean ends_date(const char *text, const char *before, const char *word)
{
  gsize digits = strspn(word, "0123456789");
  if (digits < 2 || digits > 4 || g_ascii_isalpha(word[digits]) || before == text)
    return FALSE;
  const char *end = g_utf8_prev_char(before), *number = word_start(text, end);
  return g_unichar_isspace(g_utf8_get_char(end)) && number < end && g_ascii_isdigit(*number);
}

gboolean text_holds(const char *text, const char *blank)
{
  const char *before = *blank == ' ' ? word_start(text, blank) : blank;
  if (before == blank)
    return FALSE; /* no word stands there */
  if (!g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(blank))))
    return FALSE;
  return g_ascii_isdigit(*before) ? is_unit(g_utf8_get_char(blank + 1))
                                  : ends_date(text, before, blank + 1);
}

/* Adds TEXT from AT on up to BLANK, and that as it is held; behind it. */
static const char *add_held(GString *held, const char *text, const char *at, const char *blank)
{
  g_string_append_len(held, at, blank - at);
  g_string_append(held, text_holds(text, blank) ? "\u00a0" : " ");
  return blank + 1;
}

char *text_hold(const char *text)
{
  GString *held = g_string_new(NULL);
  const char *at = text, *digit, *after = text;
  while (after && *(digit = at + strcspn(at, "0123456789"))) {
    const char *before = memrchr(at, ' ', (gsize)(digit - at));
    if (before)
      at = add_held(held, text, at, before);
    if ((after = strchr(digit, ' ')))
      at = add_held(held, text, at, after);
  }
  g_string_append(held, at);
  return g_string_free(held, FALSE);
}

/* ---- where a line may end ---- */

/* Whether a line may end before HERE in TEXT, behind the first character; POSSIBLE is what
 * libunistring says. Quotes keep to what they stand around, also over a blank, which is so by UAX
 * 14 (LB15a, LB15b) but not yet by libunistring 1.0. */
static gboolean may_end(const char *text, const char *here, gboolean possible)
{
  gunichar before = g_utf8_get_char(g_utf8_prev_char(here)), after = g_utf8_get_char(here);
  gunichar next = g_utf8_get_char(g_utf8_next_char(here));
  if (before != ' ')
    return possible && !is_infix(before, after);
  if (is_quote(after, G_UNICODE_FINAL_PUNCTUATION, next) || opens_quote(text, here))
    return FALSE;
  return possible || is_infix(after, next);
}

/* The same for the byte at INDEX; of all BREAKS has what libunistring says. */
static gboolean is_opening(const char *text, const char *breaks, gsize index)
{
  gboolean possible = breaks[index] == UC_BREAK_POSSIBLE;
  return (possible || text[index - 1] == ' ') && may_end(text, text + index, possible);
}

/* A paragraph on its way into lines. */
struct paragraph {
  const char *text;
  gsize length;
  char *breaks; /* for each byte of the line that is sought, what libunistring says */
};

/* Where a word that begins at START and is longer than a line ends in it: between two characters,
 * the last that stand before TOO_FAR if there are such. */
static gsize find_end_inside(const struct paragraph *paragraph, gsize start, gsize too_far)
{
  const char *text = paragraph->text;
  g_autofree char *characters = g_malloc0(paragraph->length + 1);
  u8_grapheme_breaks((const uint8_t *)text, paragraph->length, characters);
  gsize end = start;
  for (gsize i = start + 1; i < paragraph->length && (i <= too_far || end == start); i++)
    if (characters[i] && !is_glue(g_utf8_get_char(text + i)) &&
        !is_glue(g_utf8_get_char(g_utf8_prev_char(text + i))))
      end = i;
  return end > start ? end : paragraph->length;
}

/* The last opening up to TOO_FAR where no rule is needed to see it, as on most lines: before a word
 * of letters that goes on at TOO_FAR, behind another word and one blank. Else 0. */
static gsize find_plain_opening(const char *text, gsize start, gsize too_far)
{
  gsize end = too_far;
  if (!g_ascii_isalpha(text[too_far]))
    return 0;
  while (end > start && g_ascii_isalpha(text[end - 1]))
    end--;
  gboolean opens = end > start + 1 && text[end - 1] == ' ' && g_ascii_isalpha(text[end - 2]);
  return opens && !text_holds(text, text + end - 1) ? end : 0;
}

/* The same by all rules; START if there is none. TOO_FAR is no blank. */
static gsize find_opening(const struct paragraph *paragraph, gsize start, gsize too_far)
{
  const char *text = paragraph->text;
  gsize plain = find_plain_opening(text, start, too_far);
  if (plain)
    return plain;
  gsize held = start; /* an opening that parts a number from what it counts, if need be */
  gsize known = too_far + (gsize)g_utf8_skip[(guchar)text[too_far]];
  u8_possible_linebreaks((const uint8_t *)text + start, known - start, "UTF-8",
                         paragraph->breaks + start);
  for (gsize end = too_far; end > start; end--) {
    if (!is_opening(text, paragraph->breaks, end))
      continue;
    if (!text_holds(text, text + end - 1))
      return end;
    held = MAX(held, end);
  }
  return held;
}

static void add_line(GArray *lines, const char *text, gsize start, gsize end)
{
  while (end > start && text[end - 1] == ' ')
    end--;
  struct text_line line = {text + start, end - start};
  g_array_append_val(lines, line);
}

/* The lines of a paragraph, of which the first has FIRST columns already. */
static void add_paragraph(GArray *lines, const char *text, gsize length, int width, int first,
                          int margin)
{
  int column = first;
  gsize start = 0;
  g_autofree char *breaks = g_malloc(length);
  struct paragraph paragraph = {text, length, breaks};
  do {
    gsize too_far = start + text_fit(text + start, length - start, width - column);
    gsize end = too_far;
    if (too_far < length)
      end = find_opening(&paragraph, start, too_far);
    if (end == start && column <= margin) /* else it has more room on the next line */
      end = find_end_inside(&paragraph, start, too_far);
    add_line(lines, text, start, end);
    start = end;
    column = margin;
  } while (start < length);
}

void text_lines(GArray *lines, const char *text, int width, int first, int margin)
{
  for (;; text++, first = margin) {
    gsize length = (gsize)(strchrnul(text, '\n') - text);
    add_paragraph(lines, text, length, width, first, margin);
    text += length;
    if (!*text)
      return;
  }
}

/* Takes blanks off the end of OUT, but nothing before byte FLOOR. */
static void trim(GString *out, gsize floor)
{
  gsize length = out->len;
  while (length > floor && out->str[length - 1] == ' ')
    length--;
  g_string_truncate(out, length);
}

void text_wrap(GString *out, const char *text, int width, int first, const char *indent)
{
  gsize floor = out->len;
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(struct text_line));
  text_lines(lines, text, width, first, text_width(indent));
  for (guint i = 0; i < lines->len; i++) {
    const struct text_line *line = &g_array_index(lines, struct text_line, i);
    if (i > 0) {
      trim(out, 0);
      g_string_append_c(out, '\n');
      g_string_append(out, indent);
    }
    g_string_append_len(out, line->start, (gssize)line->length);
  }
  trim(out, floor);
}
