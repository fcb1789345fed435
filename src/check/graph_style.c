/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Graphs in DOT and in Mermaid. */
#include "check/graph_style.h"

#include <string.h>

/* Nodes are called by their place in the document: ids can be missing. */
#define NODE "n%u"

static const char *const shapes[] = {
    [ITEM_QUESTION] = "box", [ITEM_REPEAT] = "folder",    [ITEM_ACTION] = "cds",
    [ITEM_LESSON] = "note",  [ITEM_STRENGTH] = "ellipse", [ITEM_REMARK] = "plaintext",
};

/* ---- DOT ---- */

static void append_quoted(GString *out, const char *text)
{
  for (; *text; text++) {
    if (*text == '"' || *text == '\\')
      g_string_append_c(out, '\\');
    g_string_append_c(out, *text);
  }
}

static void dot_open(GString *out, const struct catalogue *catalogue)
{
  g_string_append(out, "digraph \"");
  append_quoted(out, catalogue->id ? catalogue->id : "");
  g_string_append(out, "\" {\n  rankdir=LR;\n  node [fontname=\"sans-serif\", fontsize=10];\n"
                       "  edge [fontname=\"sans-serif\", fontsize=8];\n");
}

static void dot_close(GString *out)
{
  g_string_append(out, "}\n");
}

static void dot_open_cluster(GString *out, const struct item *theme, const char *title)
{
  g_string_append_printf(out, "  subgraph cluster_%u {\n    label=\"", theme->order);
  append_quoted(out, title);
  g_string_append(out, "\";\n    color=gray;\n");
}

static void dot_close_cluster(GString *out)
{
  g_string_append(out, "  }\n");
}

static void dot_node(GString *out, const struct item *item, const char *words, gboolean dead)
{
  g_string_append_printf(out, "    " NODE " [shape=%s, label=\"", item->order, shapes[item->kind]);
  append_quoted(out, item->id ? item->id : "");
  g_string_append(out, item->id ? "\\n" : "");
  append_quoted(out, words);
  g_string_append(out, dead ? "\", color=red, fontcolor=red, style=dashed];\n" : "\"];\n");
}

static void dot_arrow(GString *out, const struct item *from, const struct item *to,
                      const char *words, gboolean dashed)
{
  g_string_append_printf(out, "  " NODE " -> " NODE " [label=\"", from->order, to->order);
  append_quoted(out, words);
  g_string_append(out, dashed ? "\", style=dashed, constraint=false];\n" : "\"];\n");
}

const struct graph_style graph_dot = {dot_open,          dot_close, dot_open_cluster,
                                      dot_close_cluster, dot_node,  dot_arrow};

/* ---- Mermaid ---- */

/* In quoted labels only these are special; they are written as entities. */
static void append_entities(GString *out, const char *text)
{
  for (; *text; text++) {
    if (strchr("\"#<>&|", *text))
      g_string_append_printf(out, "#%d;", *text);
    else
      g_string_append_c(out, *text);
  }
}

static void mermaid_open(GString *out, const struct catalogue *catalogue)
{
  (void)catalogue;
  g_string_append(out,
                  "flowchart LR\n  classDef never stroke:#c00,color:#c00,stroke-dasharray:4\n");
}

static void mermaid_close(GString *out)
{
  (void)out;
}

static void mermaid_open_cluster(GString *out, const struct item *theme, const char *title)
{
  g_string_append_printf(out, "  subgraph t%u[\"", theme->order);
  append_entities(out, title);
  g_string_append(out, "\"]\n");
}

static void mermaid_close_cluster(GString *out)
{
  g_string_append(out, "  end\n");
}

static void mermaid_node(GString *out, const struct item *item, const char *words, gboolean dead)
{
  gboolean asked = item->kind == ITEM_QUESTION || item->kind == ITEM_REPEAT;
  g_string_append_printf(out, "    " NODE "%s\"", item->order, asked ? "[" : "([");
  append_entities(out, item->id ? item->id : "");
  g_string_append(out, item->id ? "<br/>" : "");
  append_entities(out, words);
  g_string_append_printf(out, "\"%s%s\n", asked ? "]" : "])", dead ? ":::never" : "");
}

static void mermaid_arrow(GString *out, const struct item *from, const struct item *to,
                          const char *words, gboolean dashed)
{
  g_string_append_printf(out, "  " NODE " %s", from->order, dashed ? "-.->" : "-->");
  if (*words) {
    g_string_append(out, "|\"");
    append_entities(out, words);
    g_string_append(out, "\"|");
  }
  g_string_append_printf(out, " " NODE "\n", to->order);
}

const struct graph_style graph_mermaid = {mermaid_open,         mermaid_close,
                                          mermaid_open_cluster, mermaid_close_cluster,
                                          mermaid_node,         mermaid_arrow};
