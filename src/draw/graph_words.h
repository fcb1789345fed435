/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a graph: short, and broken into lines. All results are the caller's to free. */
#pragma once

#include "draw/graph_part.h"

char *graph_pack_title(const struct catalogue *catalogue);

/* What ITEM is called: a question's label or prompt, an action's title, an option's label. */
char *graph_title(const struct catalogue *catalogue, const struct item *item,
                  const struct translator *translator);

/* "3 actions" and so on, a line each kind. */
char *graph_counts(const guint *counts, const struct translator *translator);

/* The first lines of TEXT that fit into a node; "…" where it is cut. */
char *graph_node_lines(const char *text);

/*
 * What has to be so for the way to lead from FROM (NULL: from outside its theme) to TO: the option
 * chosen, if it is no node, and the conditions met on the way, in words and lines. May be empty.
 * *FULL becomes all of it in one line, with the conditions as they are written, or NULL where
 * there is none.
 */
char *graph_arrow_lines(const struct graph_parts *parts, const struct catalogue *catalogue,
                        const struct item *from, const struct item *to,
                        const struct translator *translator, char **full);
