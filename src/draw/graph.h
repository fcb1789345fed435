/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The graph of a pack: themes as clusters, what is asked and what follows as nodes, conditions on
 * the arrows, unreachable parts marked.
 *
 * The whole pack is drawn as the way through its questions, top to bottom; advice is counted in the
 * question it stands in. From one question all that stands in it is drawn, and, by dashed arrows,
 * what it depends on and what depends on it.
 */
#pragma once

#include "prove/proofs.h"

struct graph_options {
  const struct item *from;             /* the question, repeat or advice; NULL: the whole pack */
  const struct proofs *proofs;         /* mark what is never reached; NULL: nothing is marked */
  const struct translator *translator; /* the program's */
};

struct graph_format {
  const char *name;   /* "dot", as --format takes it */
  const char *suffix; /* ".dot" */
  const struct graph_style *style; /* how it is written */
};

/* All formats, the last with name NULL: dot (Graphviz) and mermaid. */
extern const struct graph_format graph_formats[];
const struct graph_format *graph_format_find(const char *name);

void graph_write(const struct catalogue *catalogue, const struct graph_options *options,
                 const struct graph_format *format, GString *out);
