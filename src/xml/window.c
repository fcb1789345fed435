/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window of a file, and the position in it. */
#include "xml/window.h"

#include <string.h>
#include <unistd.h>

#include "base/text.h"

#define CHUNK 65536

static void add_mark(struct window *window, gsize offset, guint line, guint column)
{
  if (window->count == window->room) {
    window->room = MAX(64, 2 * window->room);
    window->marks = g_renew(struct window_mark, window->marks, window->room);
  }
  window->marks[window->count++] = (struct window_mark){offset, line, column};
}

void window_open(struct window *window)
{
  *window = (struct window){.bytes = g_byte_array_new(), .at = {0, 1, 1, 0}};
  add_mark(window, 0, 1, 1);
}

void window_close(struct window *window)
{
  g_byte_array_unref(window->bytes);
  g_free(window->marks);
}

/* ---- bytes ---- */

void window_append(struct window *window, const char *bytes, gsize length)
{
  g_byte_array_append(window->bytes, (const guint8 *)bytes, (guint)length);
}

gssize window_read(struct window *window, int descriptor)
{
  guint length = window->bytes->len;
  g_byte_array_set_size(window->bytes, length + CHUNK);
  gssize got = read(descriptor, window->bytes->data + length, CHUNK);
  g_byte_array_set_size(window->bytes, length + (guint)MAX(got, 0));
  return got;
}

gsize window_end(const struct window *window)
{
  return window->start + window->bytes->len;
}

const char *window_bytes(const struct window *window, gsize offset)
{
  return (const char *)window->bytes->data + (offset - window->start);
}

gsize window_offset(const struct window *window, const char *at)
{
  return window->start + (gsize)(at - (const char *)window->bytes->data);
}

/* ---- marks ---- */

void window_skip_mark(struct window *window)
{
  if (window->bytes->len < 3 || memcmp(window->bytes->data, "\xef\xbb\xbf", 3) != 0)
    return;
  window->checked = window->at.offset = window->marks[0].offset = 3;
}

static void mark_character(struct window *window, gsize offset, gsize bytes)
{
  const struct window_mark *last = &window->marks[window->count - 1];
  guint column = last->column + (guint)(offset - last->offset) + 1;
  add_mark(window, offset + bytes, last->line, column);
}

void window_check(struct window *window, gboolean *clean)
{
  const char *at = window_bytes(window, window->checked);
  const char *end = window_bytes(window, window_end(window));
  gsize bytes = 1;
  while ((at += text_plain_length(at, (gsize)(end - at))) < end && bytes) {
    bytes = text_character(at, (gsize)(end - at), clean);
    if (bytes > 1)
      mark_character(window, window_offset(window, at), bytes);
    else if (*at == '\n')
      add_mark(window, window_offset(window, at + 1), window->marks[window->count - 1].line + 1, 1);
    at += bytes;
  }
  window->checked = window_offset(window, at);
}

/* ---- positions ---- */

struct position window_position(const struct window *window, struct position from, gsize offset)
{
  guint m = from.mark;
  while (m + 1 < window->count && window->marks[m + 1].offset <= offset)
    m++;
  const struct window_mark *mark = &window->marks[m];
  return (struct position){offset, mark->line, mark->column + (guint)(offset - mark->offset), m};
}

void window_move(struct window *window, gsize offset)
{
  offset = MIN(offset, window->checked);
  if (offset > window->at.offset)
    window->at = window_position(window, window->at, offset);
}

void window_move_to_last(struct window *window, const char *sign, gsize offset)
{
  const char *start = window_bytes(window, window->at.offset);
  const char *end = window_bytes(window, window_end(window));
  const char *last = window_bytes(window, CLAMP(offset, window->at.offset, window_end(window)));
  gsize length = strlen(sign);
  while ((last = memrchr(start, *sign, (gsize)(last - start))))
    if ((gsize)(end - last) >= length && memcmp(last, sign, length) == 0) {
      window_move(window, window_offset(window, last));
      return;
    }
}

void window_trim(struct window *window, gsize offset)
{
  window_move(window, offset);
  struct position *at = &window->at;
  g_byte_array_remove_range(window->bytes, 0, (guint)(at->offset - window->start));
  window->start = at->offset;
  window->count -= at->mark;
  memmove(window->marks, window->marks + at->mark, window->count * sizeof *window->marks);
  window->marks[0] = (struct window_mark){at->offset, at->line, at->column};
  at->mark = 0;
}
