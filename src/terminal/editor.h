/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The line editor behind lines.h: GNU readline through its callback interface. Its state is
 * readline's, so there is one in a process.
 */
#pragma once

#include "terminal/lines.h"

/* What terminals send for Shift-Tab and Alt-Left, NULL-terminated. */
extern const char *const editor_back_keys[];

/* Sets readline up for IN and OUT, which are terminals. */
void editor_start(FILE *in, FILE *out);

/* As lines_read(); the text is as readline gives it, not yet cleaned. */
enum line_event editor_read(const struct line_request *request, char **text);

/* The LENGTH bytes at KEYS are typed next. */
void editor_give_back(const char *keys, gsize length);

/* TEXT becomes the latest entry of the history. */
void editor_remember(const char *text);
void editor_history_load(const char *file);
void editor_history_save(const char *file);
