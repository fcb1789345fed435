/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a graph is written in one language of graphs. Texts may have several lines, each ended by a
 * line feed but the last. */
#pragma once

#include <glib.h>

enum graph_shape {
  SHAPE_COUNTS, /* what is counted in a theme */
  SHAPE_QUESTION,
  SHAPE_OPTION,
  SHAPE_REPEAT,
  SHAPE_ACTION,
  SHAPE_LESSON,
  SHAPE_STRENGTH,
  SHAPE_REMARK,
  SHAPE_POINT, /* where the way begins, and where it breaks off and goes on */
};

/* All texts but the name may be empty. */
struct graph_node {
  const char *name; /* unique; ASCII letters and digits */
  enum graph_shape shape;
  const char *element; /* what kind of thing it is */
  const char *id;
  const char *words;
  const char *notes; /* what is said of it, not by it */
  gboolean dead;     /* never reached */
};

enum graph_line {
  LINE_WITHIN,  /* leads into what stands inside */
  LINE_NEXT,    /* leads on to what comes next */
  LINE_DEPENDS, /* from what a condition names; not in what is read top to bottom */
};

struct graph_arrow {
  enum graph_line line;
  guint rows;      /* how far on at least; 1 is the next row */
  char *from, *to; /* names of nodes */
  char *words;     /* may be empty */
  char *full;      /* the same uncut in one line, with conditions as written; NULL: none */
};

/* DOWN: read top to bottom, else left to right. */
struct graph_style {
  void (*open)(GString *out, const char *title, const char *legend, gboolean down);
  void (*close)(GString *out);
  void (*open_cluster)(GString *out, const char *name, const char *title, gboolean dead,
                       gboolean down);
  void (*close_cluster)(GString *out, const char *name, gboolean dead);
  void (*node)(GString *out, const struct graph_node *node);
  void (*arrow)(GString *out, const struct graph_arrow *arrow);
};

/* The DOT language of Graphviz, and flowcharts of Mermaid. */
extern const struct graph_style graph_dot, graph_mermaid;
