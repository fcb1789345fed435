/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table of contents of a catalogue: its names, to be found by their ids, and its texts in the
 * order of the files. The reader adds to it, and whoever holds the catalogue looks into it.
 */
#pragma once

#include <glib.h>

struct name;
struct text;
struct contents;

struct contents *contents_new(void);
void contents_free(struct contents *contents);

/* Adds NAME, borrowed, unless there is one of its id: the one that is there then. */
const struct name *contents_add_name(struct contents *contents, const struct name *name);
/* The name ID, which may be NULL; or NULL. */
const struct name *contents_find(const struct contents *contents, const char *id);
/* The id nearest to ID, for "did you mean", or NULL. */
const char *contents_suggest(const struct contents *contents, const char *id);

void contents_add_text(struct contents *contents, const struct text *text);
/* All texts (const struct text) in the order in which they were added. */
const GPtrArray *contents_texts(const struct contents *contents);
