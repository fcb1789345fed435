/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small random changes to files of the format: elements and attributes are taken away, doubled,
 * moved, renamed, added; values become others, right and wrong ones, by the table of elements and
 * from the files themselves. Most changes make a sound file unsound, and many do not.
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

/* Values that attributes have in DOCUMENT are added to VALUES (char *), for mutate() to use. */
void mutate_learn(const xmlDoc *document, GPtrArray *values);

/* Leaves out at random much of what stands in the root: a small file changes faster. */
void mutate_shorten(xmlDocPtr document, GRand *rand);

/* Makes one change to DOCUMENT and says on WORDS which. */
void mutate(xmlDocPtr document, GRand *rand, const GPtrArray *values, GString *words);

/* Of all ways to change an element but its attributes, for all elements but the root, that with the
 * number STEP; FALSE if there are no more. */
gboolean mutate_element(xmlDocPtr document, GRand *rand, guint step, GString *words);
