/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One source of lines: a line editor where a person types at a terminal, plain reading without echo
 * everywhere else. While it lives, signals are its own (terminal/signals.h); they are handled where
 * a line is waited for. Between two lines the terminal is as it was found.
 */
#pragma once

#include <glib.h>

#include "base/owned.h"
#include <stdio.h>

enum line_event {
  LINE_TEXT,       /* a line; its text without the line feed */
  LINE_END,        /* end of input: Ctrl-D on an empty line, or the terminal is gone */
  LINE_INTERRUPT,  /* Ctrl-C */
  LINE_TERMINATED, /* SIGTERM, SIGHUP or SIGQUIT: the program is to end */
  LINE_BACK,       /* Shift-Tab or Alt-Left; the text is what stood in the line */
  LINE_CUT,        /* a line so long that the terminal has thrown its end away; no text */
  LINE_FOREIGN,    /* a line that is not UTF-8; no text */
  LINE_ERROR,      /* reading failed; errno */
};

struct lines;

/*
 * Lines from IN, prompts on OUT; both stay the caller's and nothing else reads IN meanwhile. With a
 * line editor if both are terminals and PLAIN is false. Only one can live at a time.
 */
struct lines *lines_new(FILE *in, FILE *out, gboolean plain);
void lines_free(struct lines *lines);
DEFINE_OWNED(lines, lines_free)

/* True with the line editor: there is text to edit, Tab and a history. */
gboolean lines_interactive(const struct lines *lines);
/* True if somebody types at a terminal, with or without the editor. */
gboolean lines_typed(const struct lines *lines);

/* Columns of the terminal now; of none, or of one that does not know, COLUMNS, else 80. */
int lines_width(const struct lines *lines);
/* Rows in the same way, LINES and 24. */
int lines_height(const struct lines *lines);

struct line_request {
  const char *prompt;  /* UTF-8; may hold colours */
  const char *initial; /* stands in the line, to edit; or NULL. Without an editor unused */
  const char *recall;  /* what Up brings into the line first; or NULL. Without an editor unused */
  const char *const *completions; /* NULL-terminated words for Tab, or NULL */
  gboolean remember;              /* may enter the history */
};

/*
 * Reads one line. *TEXT is clean (text_clean()) and the caller's to free; NULL where the event has
 * none. It holds line feeds only if several lines were pasted at once: a paste is one answer.
 */
enum line_event lines_read(struct lines *lines, const struct line_request *request, char **text);

/* History of the editor: kept in FILE (0600) across runs. A history that cannot be read or
 * written is done without. */
void lines_history_load(struct lines *lines, const char *file);
void lines_history_save(struct lines *lines, const char *file);

/*
 * Runs the program ARGV on the terminal, as an editor or a pager, and waits for it. False, with
 * *ERROR, if it could not be run or ended badly.
 */
gboolean lines_run(struct lines *lines, const char *const *argv, GError **error);
