/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One source of lines: readline's callback interface where a person types at a terminal, plain
 * reading without echo everywhere else. The only file that knows readline.
 */
#pragma once

#include <glib.h>

#include "base/owned.h"
#include <stdio.h>

enum line_event {
  LINE_TEXT, /* a line; its text without the line feed */
  LINE_END,  /* end of input, or Ctrl-D on an empty line, or the terminal is gone, or SIGTERM/SIGHUP
              */
  LINE_INTERRUPT, /* Ctrl-C */
  LINE_BACK,      /* Shift-Tab or Alt-Left; the text is what stood in the line */
  LINE_ERROR,     /* reading failed; errno */
};

struct lines;

/* Interactive with readline if both are terminals and PLAIN is false. The terminal is left as it
 * was found, always. */
struct lines *lines_new(FILE *in, FILE *out, gboolean plain);
void lines_free(struct lines *lines);
DEFINE_OWNED(lines, lines_free)

gboolean lines_interactive(const struct lines *lines);
/* Columns of the terminal now; of no terminal COLUMNS, else 80. */
int lines_width(const struct lines *lines);

struct line_request {
  const char *prompt;
  const char *initial;            /* stands in the line, to edit; or NULL */
  const char *const *completions; /* NULL-terminated words for Tab, or NULL */
  gboolean remember;              /* may enter the history */
};

/* Reads one line; *TEXT is the caller's to free and NULL where the event has none. */
enum line_event lines_read(struct lines *lines, const struct line_request *request, char **text);

/* History: kept in FILE (0600) across runs. */
void lines_history_load(struct lines *lines, const char *file);
void lines_history_save(struct lines *lines, const char *file);
