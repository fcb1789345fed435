/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a graph is written in one language of graphs. */
#pragma once

#include "catalogue/catalogue.h"

struct graph_style {
  void (*open)(GString *out, const struct catalogue *catalogue);
  void (*close)(GString *out);
  void (*open_cluster)(GString *out, const struct item *theme, const char *title);
  void (*close_cluster)(GString *out);
  void (*node)(GString *out, const struct item *item, const char *words, gboolean dead);
  /* WORDS may be empty. DASHED: a condition names it, no more. */
  void (*arrow)(GString *out, const struct item *from, const struct item *to, const char *words,
                gboolean dashed);
};

/* The DOT language of Graphviz, and flowcharts of Mermaid. */
extern const struct graph_style graph_dot, graph_mermaid;
