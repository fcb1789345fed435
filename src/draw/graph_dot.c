/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Graphs in the DOT language of Graphviz. */
#include "draw/graph_style.h"

#include <string.h>

#define DEAD "color=\"#c00000\", fontcolor=\"#c00000\""
#define DASHED "style=dashed, color=\"#666666\""

static const char *const looks[] = {
    [SHAPE_COUNTS] = "shape=folder, style=filled, fillcolor=\"#f2f2f2\"",
    [SHAPE_QUESTION] = "shape=box, style=filled, fillcolor=white",
    [SHAPE_OPTION] = "shape=box, style=\"rounded,filled\", fillcolor=\"#f2f2f2\"",
    [SHAPE_REPEAT] = "shape=box, peripheries=2, style=filled, fillcolor=white",
    [SHAPE_ACTION] = "shape=box3d, style=filled, fillcolor=\"#dcebfa\"",
    [SHAPE_LESSON] = "shape=note, style=filled, fillcolor=\"#fdf3cf\"",
    [SHAPE_STRENGTH] = "shape=box, style=\"diagonals,filled\", fillcolor=\"#e0f2d9\"",
    [SHAPE_REMARK] = "shape=plaintext",
    [SHAPE_POINT] = ("shape=circle, width=0.2, fixedsize=true, style=filled, fillcolor=black, "
                     "fontcolor=white"),
};

/* TEXT as a string in quotes. */
static void append_string(GString *out, const char *text)
{
  g_string_append_c(out, '"');
  for (; *text; text++) {
    if (strchr("\"\\", *text))
      g_string_append_c(out, '\\');
    if (*text == '\n')
      g_string_append(out, "\\n");
    else
      g_string_append_c(out, *text);
  }
  g_string_append_c(out, '"');
}

/* A line or more of a label in the manner of HTML, in TAG (or NULL); nothing for nothing. */
static void append_html(GString *out, const char *text, const char *tag, const char *close)
{
  if (!*text)
    return;
  g_autofree char *escaped = g_markup_escape_text(text, -1);
  g_auto(GStrv) lines = g_strsplit(escaped, "\n", -1);
  g_autofree char *broken = g_strjoinv("<br/>", lines);
  g_string_append_printf(out, "%s%s%s", tag, broken, close);
}

static void append_break(GString *out, gboolean wanted)
{
  g_string_append(out, wanted ? "<br/>" : "");
}

static void dot_open(GString *out, const char *title, const char *legend, gboolean down)
{
  g_string_append_printf(out,
                         "digraph {\n"
                         "  graph [rankdir=%s, ordering=out, ranksep=%s, nodesep=0.2, labelloc=t, "
                         "fontname=\"sans-serif\", fontsize=11, label=<",
                         down ? "TB" : "LR", down ? "0.3" : "0.65");
  append_html(out, title, "<b>", "</b>");
  append_break(out, *legend);
  append_html(out, legend, "<font point-size=\"9\">", "</font>");
  g_string_append_printf(out,
                         ">];\n"
                         "  node [fontname=\"sans-serif\", fontsize=10, height=0.3];\n"
                         "  edge [fontname=\"sans-serif\", fontsize=9, arrowsize=0.7%s];\n",
                         down ? "" : ", headport=w");
}

static void dot_close(GString *out)
{
  g_string_append(out, "}\n");
}

static void dot_open_cluster(GString *out, const char *name, const char *title, gboolean dead,
                             gboolean down)
{
  (void)down;
  g_string_append_printf(out, "  subgraph cluster_%s {\n    graph [%s, label=<", name,
                         dead ? "style=dashed, " DEAD : "color=\"#999999\"");
  append_html(out, title, "<b>", "</b>");
  g_string_append(out, ">];\n");
}

static void dot_close_cluster(GString *out, const char *name, gboolean dead)
{
  (void)name, (void)dead;
  g_string_append(out, "  }\n");
}

static void dot_node(GString *out, const struct graph_node *node)
{
  gboolean named = *node->element || *node->id;
  g_string_append_printf(out, "    %s [%s%s, label=<", node->name, looks[node->shape],
                         node->dead ? ", " DEAD : "");
  append_html(out, node->element, "<i>", *node->id ? "</i> " : "</i>");
  append_html(out, node->id, "<b>", "</b>");
  append_break(out, named && *node->words);
  append_html(out, node->words, "", "");
  append_break(out, *node->notes && (named || *node->words));
  append_html(out, node->notes, "<font point-size=\"9\">", "</font>");
  /* A label without anything is a fault. */
  g_string_append(out, node->shape == SHAPE_POINT ? " >];\n" : ">];\n");
}

static void append_arrow(GString *out, const struct graph_arrow *arrow)
{
  static const char *const lines[] = {
      [LINE_WITHIN] = "",
      [LINE_NEXT] = ", weight=20",
      [LINE_DEPENDS] = (", " DASHED),
  };
  guint rows = arrow->line == LINE_DEPENDS ? 1 : arrow->rows;
  g_string_append_printf(out, "  %s -> %s [minlen=%u, label=", arrow->from, arrow->to, rows);
  append_string(out, arrow->words);
  if (arrow->full)
    g_string_append(out, ", labeltooltip=");
  if (arrow->full)
    append_string(out, arrow->full);
  g_string_append_printf(out, "%s];\n", lines[arrow->line]);
}

/*
 * dot puts the label of a long arrow anywhere between the lines. So the label becomes a node, on an
 * arrow in two pieces. Clusters keep apart by themselves, so none is longer.
 */
static void append_dependency(GString *out, const struct graph_arrow *arrow)
{
  g_autofree char *label = g_strconcat(arrow->from, arrow->to, NULL);
  g_string_append_printf(out,
                         "  %s [shape=plaintext, fontsize=9, margin=\"0.05,0.02\", label=", label);
  append_string(out, arrow->words);
  g_string_append(out, ", tooltip=");
  append_string(out, arrow->full ? arrow->full : "");
  g_string_append_printf(out,
                         "];\n  %s -> %s [arrowhead=none, " DASHED "];\n"
                         "  %s -> %s [tailport=e, weight=5, " DASHED "];\n",
                         arrow->from, label, label, arrow->to);
}

static void dot_arrow(GString *out, const struct graph_arrow *arrow)
{
  gboolean split = arrow->line == LINE_DEPENDS && *arrow->words;
  (split ? append_dependency : append_arrow)(out, arrow);
}

const struct graph_style graph_dot = {dot_open,          dot_close, dot_open_cluster,
                                      dot_close_cluster, dot_node,  dot_arrow};
