/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Graphs as flowcharts of Mermaid, after its documentation of flowcharts and, for what may stand in
 * a label, its grammar (flow.jison, version 11). */
#include "draw/graph_style.h"

#include <string.h>

static const struct {
  const char *open, *close;
} shapes[] = {
    [SHAPE_COUNTS] = {"[/", "/]"},   [SHAPE_QUESTION] = {"[", "]"},   [SHAPE_OPTION] = {"(", ")"},
    [SHAPE_REPEAT] = {"[[", "]]"},   [SHAPE_ACTION] = {">", "]"},     [SHAPE_LESSON] = {"{{", "}}"},
    [SHAPE_STRENGTH] = {"([", "])"}, [SHAPE_REMARK] = {"[\\", "\\]"}, [SHAPE_POINT] = {"((", "))"},
};

/*
 * Whether the mark at MARK, of the label that begins at LABEL, may mean more than itself: a label
 * is read as Markdown, in which a first "1." or "-" makes a list. Mermaid draws nothing beyond
 * 50,000 characters, so the marks that are in most labels are not written with five.
 */
static gboolean has_meaning(const char *label, const char *mark)
{
  if (*mark == '-')
    return mark == label || !g_ascii_isalpha(mark[-1]);
  return g_ascii_ispunct(*mark) && !strchr(",?('", *mark);
}

/* A quoted label. A line of the flowchart that has "direction" and then "LR" anywhere is taken for
 * nothing else. */
static void append_label(GString *out, const char *text)
{
  g_autoptr(GString) label = g_string_new(NULL);
  for (const char *at = text; *at; at++) {
    if (*at == '\n')
      g_string_append(label, "<br/>");
    else if (has_meaning(text, at))
      g_string_append_printf(label, "#%d;", *at);
    else
      g_string_append_c(label, *at);
  }
  g_string_replace(label, "direction", "#100;irection", 0);
  g_string_append_printf(out, "\"%s\"", label->str);
}

static const char *direction(gboolean down)
{
  return down ? "TB" : "LR";
}

static void mermaid_open(GString *out, const char *title, const char *legend, gboolean down)
{
  (void)title, (void)legend;
  g_string_append_printf(out,
                         "flowchart %s\n"
                         "classDef never color:#c00000,stroke:#c00000,stroke-dasharray:4\n",
                         direction(down));
}

static void mermaid_close(GString *out)
{
  (void)out;
}

/* A subgraph that no arrow leaves has a direction of its own. */
static void mermaid_open_cluster(GString *out, const char *name, const char *title, gboolean dead,
                                 gboolean down)
{
  (void)dead;
  g_string_append_printf(out, "subgraph t%s[", name);
  append_label(out, title);
  g_string_append_printf(out, "]\ndirection %s\n", direction(down));
}

static void mermaid_close_cluster(GString *out, const char *name, gboolean dead)
{
  g_string_append(out, "end\n");
  if (dead)
    g_string_append_printf(out, "class t%s never\n", name);
}

static void mermaid_node(GString *out, const struct graph_node *node)
{
  const char *const parts[] = {node->element, *node->element && *node->id ? " " : "", node->id};
  g_autoptr(GString) text = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
    g_string_append(text, parts[i]);
  const char *const lines[] = {node->words, node->notes};
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++)
    g_string_append_printf(text, "%s%s", text->len && *lines[i] ? "\n" : "", lines[i]);
  g_string_append_printf(out, "%s%s", node->name, shapes[node->shape].open);
  append_label(out, text->len ? text->str : " ");
  g_string_append_printf(out, "%s%s\n", shapes[node->shape].close, node->dead ? ":::never" : "");
}

static void mermaid_arrow(GString *out, const struct graph_arrow *arrow)
{
  gboolean depends = arrow->line == LINE_DEPENDS;
  g_autofree char *middle =
      g_strnfill(depends ? arrow->rows : arrow->rows - 1, depends ? '.' : '-');
  g_string_append_printf(out, "%s -%s->", arrow->from, middle);
  if (*arrow->words) {
    g_string_append_c(out, '|');
    append_label(out, arrow->words);
    g_string_append_c(out, '|');
  }
  g_string_append_printf(out, " %s\n", arrow->to);
}

const struct graph_style graph_mermaid = {mermaid_open,         mermaid_close,
                                          mermaid_open_cluster, mermaid_close_cluster,
                                          mermaid_node,         mermaid_arrow};
