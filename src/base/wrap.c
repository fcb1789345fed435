/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Width and wrapping of text on a terminal. */
#include "base/text.h"

#include <string.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uniwidth.h>

int text_width(const char *text)
{
  return text_width_of(text, strlen(text));
}

int text_width_of(const char *text, gsize length)
{
  return u8_width((const uint8_t *)text, length, "UTF-8");
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

char *text_hold(const char *text)
{
  gsize plain = strcspn(text, "0123456789"); /* before a number nothing is held */
  GString *held = g_string_new_len(text, (gssize)plain);
  const char *at = text + plain;
  for (const char *blank; (blank = strchr(at, ' ')); at = blank + 1) {
    g_string_append_len(held, at, blank - at);
    g_string_append(held, text_holds(text, blank) ? "\u00a0" : " ");
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

static int column_width(const char *character)
{
  guchar byte = (guchar)*character;
  return byte >= ' ' && byte < 0x7f ? 1 : MAX(uc_width(g_utf8_get_char(character), "UTF-8"), 0);
}

/* Where a word that begins at START and is longer than a line ends in it: between two characters,
 * the last that stand before TOO_FAR if there are such. */
static gsize find_end_inside(const char *text, gsize length, gsize start, gsize too_far)
{
  g_autofree char *characters = g_malloc0(length + 1);
  u8_grapheme_breaks((const uint8_t *)text, length, characters);
  gsize end = start;
  for (gsize i = start + 1; i < length && (i <= too_far || end == start); i++)
    if (characters[i] && !is_glue(g_utf8_get_char(text + i)) &&
        !is_glue(g_utf8_get_char(g_utf8_prev_char(text + i))))
      end = i;
  return end > start ? end : length;
}

/* The end of what fits into ROOM columns of TEXT from START on: an opening, or LENGTH, or inside
 * of a word that does not fit. */
static gsize find_end(const char *text, gsize length, const char *breaks, gsize start, int room)
{
  gsize too_far = start;
  for (int width = 0; too_far < length; too_far += (gsize)g_utf8_skip[(guchar)text[too_far]]) {
    width += column_width(text + too_far);
    if (width > room && text[too_far] != ' ') /* blanks at the end of a line take no room */
      break;
  }
  if (too_far >= length)
    return length;
  gsize held = start; /* an opening that parts a number from what it counts, if need be */
  for (gsize end = too_far; end > start; end--) {
    if (!is_opening(text, breaks, end))
      continue;
    if (!text_holds(text, text + end - 1))
      return end;
    held = MAX(held, end);
  }
  return held > start ? held : find_end_inside(text, length, start, too_far);
}

static void add_line(GArray *lines, const char *text, gsize start, gsize end)
{
  while (end > start && text[end - 1] == ' ')
    end--;
  struct text_line line = {text + start, end - start};
  g_array_append_val(lines, line);
}

/* The lines of a paragraph, of which the first has FIRST columns already. No character takes more
 * columns than bytes. */
static void add_paragraph(GArray *lines, const char *text, gsize length, int width, int first,
                          int margin)
{
  int column = first;
  if (length == 0 || (int)length <= width - first) {
    add_line(lines, text, 0, length);
    return;
  }
  g_autofree char *breaks = g_malloc(length);
  u8_possible_linebreaks((const uint8_t *)text, length, "UTF-8", breaks);
  for (gsize start = 0; start < length; column = margin) {
    gsize end = find_end(text, length, breaks, start, width - column);
    gboolean breaks_word = end < length && !is_opening(text, breaks, end);
    if (breaks_word && column > margin) /* it has more room on the next line */
      end = start;
    add_line(lines, text, start, end);
    start = end;
  }
}

GArray *text_lines(const char *text, int width, int first, int margin)
{
  guint most = (guint)strlen(text) / (guint)MAX(width, 1) + 2; /* of most texts */
  GArray *lines = g_array_sized_new(FALSE, FALSE, sizeof(struct text_line), most);
  for (;; text++, first = margin) {
    gsize length = strcspn(text, "\n");
    add_paragraph(lines, text, length, width, first, margin);
    text += length;
    if (!*text)
      return lines;
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
  g_autoptr(GArray) lines = text_lines(text, width, first, text_width(indent));
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
