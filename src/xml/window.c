/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a file, and the position in them. */
#include "xml/window.h"

#include <string.h>
#include <unistd.h>

#define CHUNK 65536

void window_open(struct window *window)
{
  *window = (struct window){.bytes = g_byte_array_new(), .at = {0, 1, 1}};
}

void window_close(struct window *window)
{
  g_byte_array_unref(window->bytes);
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
  return window->bytes->len;
}

const char *window_bytes(const struct window *window, gsize offset)
{
  return (const char *)window->bytes->data + offset;
}

gsize window_offset(const struct window *window, const char *at)
{
  return (gsize)(at - (const char *)window->bytes->data);
}

void window_skip_mark(struct window *window)
{
  if (window->bytes->len < 3 || memcmp(window->bytes->data, "\xef\xbb\xbf", 3) != 0)
    return;
  window->checked = window->at.offset = 3;
}

void window_check(struct window *window)
{
  const char *valid;
  g_utf8_validate_len(window_bytes(window, window->checked), window_end(window) - window->checked,
                      &valid);
  window->checked = window_offset(window, valid);
}

/* ---- positions ---- */

struct position window_position(const struct window *window, struct position from, gsize offset)
{
  const char *start = window_bytes(window, from.offset), *end = window_bytes(window, offset);
  struct position at = {offset, from.line, from.column};
  const char *feed;
  while (start < end && (feed = memchr(start, '\n', (gsize)(end - start)))) {
    at.line++, at.column = 1;
    start = feed + 1;
  }
  for (; start < end; start++)
    at.column += (*start & 0xc0) != 0x80; /* no byte in the middle of a character */
  return at;
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
