/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The arrows of a graph. Of the whole pack they are the way from station to station, one below the
 * other, with what stands in each; from one question they lead into what stands in it, and dashed
 * ones to it from what it depends on, and from it to what depends on it.
 */
#pragma once

#include "draw/graph_part.h"

struct graph_arrows;

/* Borrows all. */
struct graph_arrows *graph_arrows_new(const struct catalogue *catalogue,
                                      const struct graph_options *options,
                                      const struct graph_parts *parts);
void graph_arrows_free(struct graph_arrows *arrows);
DEFINE_OWNED(graph_arrows, graph_arrows_free)

/* The names of ITEM's node, and of the points at which the way ends a column and begins one,
 * counted from 0. Caller frees. */
char *graph_node_name(const struct item *item);
char *graph_end_name(guint column);
char *graph_begin_name(guint column);

/* Adds the arrows that lead to ITEM, which is a node. To be called in document order, for what is
 * counted in a theme after all that stands in the theme. */
void graph_arrows_lead_to(struct graph_arrows *arrows, const struct item *item);

/* To be asked between themes: if the column is long enough, the way breaks off at the end of
 * *COLUMN and goes on at the beginning of the next. False if it does not. */
gboolean graph_arrows_break(struct graph_arrows *arrows, guint *column);

/* All of them, a GPtrArray of struct graph_arrow, owned by ARROWS. */
GPtrArray *graph_arrows_list(const struct graph_arrows *arrows);
