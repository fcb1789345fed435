/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has been read of a file so far, and a position in it as people count: lines and columns. */
#pragma once

#include <glib.h>

/* The byte at OFFSET in the file from 0; its LINE and COLUMN from 1, COLUMN in characters. */
struct position {
  gsize offset;
  guint line, column;
};

struct window {
  GByteArray *bytes;  /* of the file, from its beginning on */
  gsize checked;      /* the offset behind the bytes that were checked */
  struct position at; /* in these bytes, or at their end */
};

void window_open(struct window *window);
void window_close(struct window *window);

void window_append(struct window *window, const char *bytes, gsize length);
/* Appends the next bytes of DESCRIPTOR: their number; 0 at the end of the file; -1 and errno. */
gssize window_read(struct window *window, int descriptor);

/* The offset behind the last byte. */
gsize window_end(const struct window *window);
/* The byte at OFFSET, and the offset of the byte AT, which are in the window. */
const char *window_bytes(const struct window *window, gsize offset);
gsize window_offset(const struct window *window, const char *at);

/* Passes over a byte order mark, if the window begins with one: no column counts it. To be called
 * before anything is checked. */
void window_skip_mark(struct window *window);

/* Checks the bytes from where that ended before: to the last of them that belongs to a whole, valid
 * character. */
void window_check(struct window *window);

/* The position of OFFSET, which has been checked and is not before the position FROM. */
struct position window_position(const struct window *window, struct position from, gsize offset);

/* Moves the window's position to OFFSET; not back, and not out of what has been checked. */
void window_move(struct window *window, gsize offset);
/* Moves it to the last SIGN that begins from there on and before OFFSET, if there is one. */
void window_move_to_last(struct window *window, const char *sign, gsize offset);
