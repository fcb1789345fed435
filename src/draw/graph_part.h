/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which parts of a pack a graph shows, and which it only counts, so that it stays readable. */
#pragma once

#include "draw/graph.h"

enum graph_part {
  GRAPH_OMITTED,
  GRAPH_COUNTED, /* in the nearest node around it */
  GRAPH_NAMED,   /* a node because something that is drawn depends on it */
  GRAPH_DRAWN,   /* a node with all its arrows */
};

struct graph_parts;

/* Borrows all; FROM and PROOFS as in struct graph_options. */
struct graph_parts *graph_parts_new(const struct catalogue *catalogue,
                                    const struct graph_options *options);
void graph_parts_free(struct graph_parts *parts);
DEFINE_OWNED(graph_parts, graph_parts_free)

/* Of a theme GRAPH_DRAWN means that it needs a node, for what is counted in it. */
enum graph_part graph_parts_of(const struct graph_parts *parts, const struct item *item);
gboolean graph_parts_is_node(const struct graph_parts *parts, const struct item *item);

/* How many items of each enum item_kind are counted at the node ITEM. */
const guint *graph_parts_counts(const struct graph_parts *parts, const struct item *item);

/* The nearest node around ITEM, its theme left out; NULL if there is none. */
const struct item *graph_parts_around(const struct graph_parts *parts, const struct item *item);

/*
 * What ITEM depends on by itself: by its condition and that of the theme right around it, by the
 * `from` of a question, and by the conditions of those of its options that are no nodes. A
 * GPtrArray of const struct item, defines followed, without duplicates. Caller frees.
 */
GPtrArray *graph_parts_dependencies(const struct graph_parts *parts, const struct item *item);

gboolean graph_parts_depends(const struct graph_parts *parts, const struct item *item,
                             const struct item *on);
