/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spacing at the borders of the parts of a sentence. */
#include "walk/spacing.h"

#include <string.h>

/* Marks that follow a word at once in every language, and those that some set off by a space. */
#define TIGHT_MARKS ",.)]}…"
#define MARKS TIGHT_MARKS ";:!?»”"
#define OPENING_BRACKETS "([{«“"

static gboolean is_space(gunichar c)
{
  return c == ' ' || c == 0x00a0 || c == 0x202f;
}

static gboolean is_one_of(gunichar c, const char *marks)
{
  return c && g_utf8_strchr(marks, -1, c);
}

static gunichar first_of(const char *text)
{
  return *text ? g_utf8_get_char(text) : 0;
}

static gunichar last_of(const char *text)
{
  return *text ? g_utf8_get_char(g_utf8_prev_char(text + strlen(text))) : 0;
}

static char *skip_spaces(char *text)
{
  while (is_space(first_of(text)))
    text = g_utf8_next_char(text);
  return text;
}

static void trim_start(char *text)
{
  char *rest = skip_spaces(text);
  memmove(text, rest, strlen(rest) + 1);
}

static void trim_end(char *text)
{
  while (is_space(last_of(text)))
    *g_utf8_prev_char(text + strlen(text)) = '\0';
}

/* LEFT and RIGHT meet where something between them turned out empty. */
static void close_hole(char *left, char *right)
{
  gboolean left_space = is_space(last_of(left));
  gboolean right_space = is_space(first_of(right));
  gunichar mark = first_of(skip_spaces(right));

  if (is_one_of(mark, TIGHT_MARKS)) {
    trim_end(left);
    trim_start(right);
    return;
  }
  if (right_space || (left_space && is_one_of(mark, MARKS)))
    trim_end(left);
  if (is_one_of(last_of(left), OPENING_BRACKETS))
    trim_start(right);
}

static void close_border(char *left, char *right, gboolean hole)
{
  if (hole)
    close_hole(left, right);
  else if (last_of(left) == ' ' && first_of(right) == ' ')
    trim_start(right);
}

/* The nearest part before INDEX that is not empty, or NULL. */
static char *part_before(char *const *texts, guint index)
{
  while (index-- > 0)
    if (*texts[index])
      return texts[index];
  return NULL;
}

void spacing_close_up(char *const *texts, guint count)
{
  gboolean hole = FALSE;
  for (guint i = 0; i < count; i++) {
    char *left = part_before(texts, i);
    hole = hole || !*texts[i];
    while (left && *texts[i]) {
      close_border(left, texts[i], hole);
      if (*left)
        break;
      /* What stood before the emptied part meets this one now. */
      hole = TRUE;
      left = part_before(texts, i);
    }
    if (!left)
      trim_start(texts[i]);
    hole = !*texts[i];
  }
  for (char *last; (last = part_before(texts, count)) && is_space(last_of(last));)
    trim_end(last);
}
