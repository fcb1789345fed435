/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The graph of a pack: themes as clusters, what is asked and what follows as nodes, conditions on
 * the arrows, unreachable parts marked.
 */
#pragma once

#include "check/proofs.h"

struct graph_format {
  const char *name; /* "dot", as --format takes it */
  void (*write)(const struct catalogue *catalogue, const struct item *from,
                const struct proofs *proofs, GString *out);
};

/*
 * All formats, the last with name NULL: dot (Graphviz) and mermaid. FROM is the question to show
 * with what stands in it and what it depends on; NULL: the whole pack. PROOFS marks what is never
 * reached; NULL: nothing is marked.
 */
extern const struct graph_format graph_formats[];
const struct graph_format *graph_format_find(const char *name);
