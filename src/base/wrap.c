/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Width and wrapping of text on a terminal. */
#include "base/text.h"

#include <string.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uniwidth.h>

int text_width(const char *text)
{
  return u8_strwidth((const uint8_t *)text, "UTF-8");
}

/* Where a line may end before a byte of one paragraph. */
enum opening {
  CLOSED,
  FORCED, /* only where nothing else fits: between two characters of a word, inside a quote */
  OPEN,   /* by UAX 14 */
};

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

/* An opening for each byte of TEXT. Quotes keep to what they stand around, also over a blank, which
 * is so by UAX 14 (LB15a, LB15b) but not yet by libunistring 1.0. Caller frees. */
static char *find_openings(const char *text, gsize length)
{
  char *openings = g_malloc0(length + 1);
  g_autofree char *lines = g_malloc0(length + 1);
  g_autofree char *characters = g_malloc0(length + 1);
  u8_possible_linebreaks((const uint8_t *)text, length, "UTF-8", lines);
  u8_grapheme_breaks((const uint8_t *)text, length, characters);
  gunichar before = 0xa0;
  gboolean quote_opened = FALSE;
  for (gsize i = 0; i < length; i = (gsize)(g_utf8_next_char(text + i) - text)) {
    gunichar after = g_utf8_get_char(text + i);
    gunichar next = g_utf8_get_char(g_utf8_next_char(text + i));
    gboolean quoted = quote_opened || is_quote(after, G_UNICODE_FINAL_PUNCTUATION, next);
    gboolean begins_quote = before == ' ' && quoted;
    gboolean begins_word = before == ' ' && is_infix(after, (guchar)text[i + 1]);
    gboolean possible = lines[i] == UC_BREAK_POSSIBLE && !is_infix(before, after);
    gboolean bearable = characters[i] && !is_glue(before) && !is_glue(after);
    if (!begins_quote && (begins_word || possible))
      openings[i] = OPEN;
    else if (begins_quote || bearable)
      openings[i] = FORCED;
    if (after != ' ')
      quote_opened = is_quote(after, G_UNICODE_INITIAL_PUNCTUATION, before);
    before = after;
  }
  return openings;
}

/* Takes blanks off the end of OUT, but nothing before byte FLOOR. */
static void trim(GString *out, gsize floor)
{
  gsize length = out->len;
  while (length > floor && out->str[length - 1] == ' ')
    length--;
  g_string_truncate(out, length);
}

static void begin_line(GString *out, const char *indent)
{
  trim(out, 0);
  g_string_append_c(out, '\n');
  g_string_append(out, indent);
}

/* The first opening behind START, for what no line can hold. */
static gsize next_opening(const char *openings, gsize length, gsize start)
{
  gsize end = start + 1;
  while (end < length && openings[end] == CLOSED)
    end++;
  return end;
}

/* The end of what fits into ROOM columns of TEXT from START on: an opening, or LENGTH. */
static gsize find_end(const char *text, gsize length, const char *openings, gsize start, int room)
{
  gsize open = start, forced = start;
  int width = 0;
  for (gsize i = start; i < length; i = (gsize)(g_utf8_next_char(text + i) - text)) {
    if (i > start && openings[i] == OPEN)
      open = i;
    if (i > start && openings[i] == FORCED)
      forced = i;
    width += MAX(uc_width(g_utf8_get_char(text + i), "UTF-8"), 0);
    if (width > room && text[i] != ' ') { /* blanks at the end of a line take no room */
      gsize end = open > start ? open : forced;
      return end > start ? end : next_opening(openings, length, start);
    }
  }
  return length;
}

/* Wraps a paragraph into lines of which the first has FIRST columns already. */
static void wrap_paragraph(GString *out, const char *text, gsize length, int width, int first,
                           const char *indent)
{
  g_autofree char *openings = find_openings(text, length);
  int margin = text_width(indent);
  int column = first;
  gsize start = 0;
  while (start < length) {
    gsize end = find_end(text, length, openings, start, width - column);
    gboolean breaks_word = end < length && openings[end] != OPEN;
    if (!breaks_word || column <= margin) { /* else the word has more room on the next line */
      g_string_append_len(out, text + start, (gssize)(end - start));
      start = end;
    }
    if (start < length)
      begin_line(out, indent);
    column = margin;
  }
}

void text_wrap(GString *out, const char *text, int width, int first, const char *indent)
{
  gsize floor = out->len;
  for (;;) {
    gsize length = strcspn(text, "\n");
    wrap_paragraph(out, text, length, width, first, indent);
    text += length;
    if (!*text)
      break;
    text++;
    begin_line(out, indent);
    first = text_width(indent);
  }
  trim(out, floor);
}
