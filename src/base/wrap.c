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
  gsize plain = text_plain_length(text, length);
  return (int)plain + u8_width((const uint8_t *)text + plain, length - plain, "UTF-8");
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

/* Whether a line may end before HERE in TEXT, behind the first character; POSSIBLE is what
 * libunistring says. Quotes keep to what they stand around, also over a blank, which is so by UAX
 * 14 (LB15a, LB15b) but not yet by libunistring 1.0. */
static gboolean is_opening(const char *text, const char *here, gboolean possible)
{
  gunichar before = g_utf8_get_char(g_utf8_prev_char(here)), after = g_utf8_get_char(here);
  gunichar next = g_utf8_get_char(g_utf8_next_char(here));
  if (before != ' ')
    return possible && !is_infix(before, after);
  if (is_quote(after, G_UNICODE_FINAL_PUNCTUATION, next) || opens_quote(text, here))
    return FALSE;
  return possible || is_infix(after, next);
}

/* For each byte of TEXT whether a line may end before it. Caller frees. */
static char *find_openings(const char *text, gsize length)
{
  char *openings = g_malloc0(length + 1);
  u8_possible_linebreaks((const uint8_t *)text, length, "UTF-8", openings);
  for (gsize i = 1; i < length; i++) {
    gboolean possible = openings[i] == UC_BREAK_POSSIBLE;
    openings[i] = (char)((possible || text[i - 1] == ' ') && is_opening(text, text + i, possible));
  }
  return openings;
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
static gsize find_end(const char *text, gsize length, const char *openings, gsize start, int room)
{
  gsize open = start;
  int width = 0;
  for (gsize i = start; i < length; i = (gsize)(g_utf8_next_char(text + i) - text)) {
    if (openings[i])
      open = i;
    width += column_width(text + i);
    if (width > room && text[i] != ' ') /* blanks at the end of a line take no room */
      return open > start ? open : find_end_inside(text, length, start, i);
  }
  return length;
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
  g_autofree char *openings = find_openings(text, length);
  for (gsize start = 0; start < length; column = margin) {
    gsize end = find_end(text, length, openings, start, width - column);
    gboolean breaks_word = end < length && !openings[end];
    if (breaks_word && column > margin) /* it has more room on the next line */
      end = start;
    add_line(lines, text, start, end);
    start = end;
  }
}

GArray *text_lines(const char *text, int width, int first, int margin)
{
  GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct text_line));
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
