/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of a file that is at hand while it is read, and a position in it as people count:
 * lines and columns. The bytes are gone over once, when they are checked; what matters for places
 * is marked then, so that a position moves from mark to mark.
 */
#pragma once

#include <glib.h>

/* The byte behind a line feed or behind a character of more than one byte: its OFFSET in the file
 * from 0, its LINE and COLUMN from 1, COLUMN in characters. */
struct window_mark {
  gsize offset;
  guint line, column;
};

/* MARK is the index of the last mark that is not behind it. */
struct position {
  gsize offset;
  guint line, column;
  guint mark;
};

struct window {
  GByteArray *bytes; /* of the file, */
  gsize start;       /* from this offset on */
  struct window_mark
      *marks;         /* the first for the start, then those among the bytes that were checked */
  guint count, room;  /* of marks */
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

/*
 * Checks and marks the bytes from where that ended before: to the last of them that belongs to a
 * whole, valid character. *CLEAN becomes FALSE if text_clean() would change one.
 */
void window_check(struct window *window, gboolean *clean);

/* The position of OFFSET, which has been checked and is not before the position FROM. */
struct position window_position(const struct window *window, struct position from, gsize offset);

/* Moves the window's position to OFFSET; not back, and not out of what has been checked. */
void window_move(struct window *window, gsize offset);
/* Moves it to the last SIGN that begins from there on and before OFFSET, if there is one. */
void window_move_to_last(struct window *window, const char *sign, gsize offset);
/* Moves it to OFFSET and forgets what lies before it. */
void window_trim(struct window *window, gsize offset);
