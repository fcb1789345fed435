/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Markdown, as far as the manual is written in it, into a page of roff for man(7): headings,
 * paragraphs, lists, tables and code that is set in. A block is one message for translators: its
 * Markdown on one line, of a table a row; code as it stands.
 */
#pragma once

#include <glib.h>

/* What is said for MESSAGE, a block in English; borrowed, or MESSAGE itself. */
typedef const char *markdown_say(void *data, const char *message);

/* Adds TEXT to OUT. Its first heading, "# rebond(1)", makes the title line with VERSION; a table of
 * two columns becomes a list of terms, one of more says what its columns are. */
void markdown_to_roff(const char *text, const char *version, markdown_say *say, void *data,
                      GString *out);
