/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree of a pack as nodes in clusters, and what leads from one to the next. */
#include "draw/graph.h"

#include "catalogue/spots.h"
#include "draw/graph_arrows.h"
#include "draw/graph_style.h"
#include "draw/graph_words.h"

struct drawing {
  const struct catalogue *catalogue;
  const struct graph_options *options;
  const struct graph_parts *parts;
  const struct graph_style *style;
  struct graph_arrows *arrows;
  GString *out;
};

static const char *say(const struct drawing *drawing, const char *msgid)
{
  return tr(drawing->options->translator, msgid);
}

static gboolean is_dead(const struct drawing *drawing, const struct item *item)
{
  const struct proofs *proofs = drawing->options->proofs;
  return proofs && proofs_item(proofs, item) == VERDICT_NEVER;
}

/* ---- nodes ---- */

static enum graph_shape shape_of(const struct item *item)
{
  static const enum graph_shape shapes[] = {
      [ITEM_THEME] = SHAPE_COUNTS,      [ITEM_QUESTION] = SHAPE_QUESTION,
      [ITEM_OPTION] = SHAPE_OPTION,     [ITEM_REPEAT] = SHAPE_REPEAT,
      [ITEM_ACTION] = SHAPE_ACTION,     [ITEM_LESSON] = SHAPE_LESSON,
      [ITEM_STRENGTH] = SHAPE_STRENGTH, [ITEM_REMARK] = SHAPE_REMARK,
      [ITEM_OPENING] = SHAPE_STRENGTH,  [ITEM_REPLY] = SHAPE_STRENGTH,
  };
  return shapes[item->kind];
}

static char *notes_of(const struct drawing *drawing, const struct item *item)
{
  g_autofree char *counts =
      graph_counts(graph_parts_counts(drawing->parts, item), drawing->options->translator);
  gboolean dead = is_dead(drawing, item);
  return g_strconcat(counts, *counts && dead ? "\n" : "",
                     dead ? say(drawing, N_("no answers lead here")) : "", NULL);
}

/* The name of a theme is its cluster's; that an option is one goes without saying. */
static void draw_node(const struct drawing *drawing, const struct item *item)
{
  gboolean theme = item->kind == ITEM_THEME, option = item->kind == ITEM_OPTION;
  g_autofree char *name = graph_node_name(item);
  g_autofree char *title = graph_title(drawing->catalogue, item, drawing->options->translator);
  g_autofree char *words = graph_node_lines(title);
  g_autofree char *notes = notes_of(drawing, item);
  struct graph_node node = {
      .name = name,
      .shape = shape_of(item),
      .element = theme || option ? "" : say(drawing, item_element(item->kind)),
      .id = theme || !item->id ? "" : item->id,
      .words = theme ? "" : words,
      .notes = notes,
      .dead = is_dead(drawing, item),
  };
  drawing->style->node(drawing->out, &node);
}

static void draw_point(const struct drawing *drawing, const char *name, guint number)
{
  g_autofree char *words = number ? g_strdup_printf("%u", number) : g_strdup("");
  struct graph_node node = {name, SHAPE_POINT, "", "", words, "", FALSE};
  drawing->style->node(drawing->out, &node);
}

/* Where the way breaks off and where it goes on stands the same number. */
static void draw_break(const struct drawing *drawing)
{
  guint column;
  if (!graph_arrows_break(drawing->arrows, &column))
    return;
  g_autofree char *end = graph_end_name(column), *begin = graph_begin_name(column + 1);
  draw_point(drawing, end, column + 1);
  draw_point(drawing, begin, column + 1);
}

/* ---- themes ---- */

static void draw_item(const struct drawing *drawing, const struct item *item)
{
  if (!graph_parts_is_node(drawing->parts, item))
    return;
  draw_node(drawing, item);
  graph_arrows_lead_to(drawing->arrows, item);
}

/* The place behind THEME and all that stands in it. */
static guint theme_end(const struct drawing *drawing, const struct item *theme)
{
  return theme->next ? theme->next->order : drawing->catalogue->item_count;
}

static gboolean has_node(const struct drawing *drawing, const struct item *theme)
{
  guint end = theme_end(drawing, theme), at = theme->order;
  while (at < end && !graph_parts_is_node(drawing->parts, drawing->catalogue->items[at]))
    at++;
  return at < end;
}

static void draw_theme(const struct drawing *drawing, const struct item *theme)
{
  gboolean dead = is_dead(drawing, theme);
  g_autofree char *name = graph_node_name(theme);
  g_autofree char *title = graph_title(drawing->catalogue, theme, drawing->options->translator);
  drawing->style->open_cluster(drawing->out, name, title, dead, !drawing->options->from);
  for (guint i = theme->order + 1; i < theme_end(drawing, theme); i++)
    draw_item(drawing, drawing->catalogue->items[i]);
  draw_item(drawing, theme);
  drawing->style->close_cluster(drawing->out, name, dead);
}

/* ---- the whole ---- */

static void open_graph(const struct drawing *drawing)
{
  const char *whole = N_("on an arrow: the answer or the condition that leads on; advice is only "
                         "counted here, and drawn from one question");
  const char *part = N_("on an arrow: the condition that has to hold; dashed: from an answer to "
                        "what depends on it");
  gboolean down = !drawing->options->from;
  g_autofree char *title = graph_pack_title(drawing->catalogue);
  drawing->style->open(drawing->out, title, say(drawing, down ? whole : part), down);
  g_autofree char *begin = graph_begin_name(0);
  if (down)
    draw_point(drawing, begin, 0);
}

static void write_arrow(void *arrow, void *data)
{
  const struct drawing *drawing = data;
  drawing->style->arrow(drawing->out, arrow);
}

void graph_write(const struct catalogue *catalogue, const struct graph_options *options,
                 const struct graph_format *format, GString *out)
{
  const struct graph_style *style = format->style;
  OWNED(graph_parts) parts = graph_parts_new(catalogue, options);
  OWNED(graph_arrows) arrows = graph_arrows_new(catalogue, options, parts);
  struct drawing drawing = {catalogue, options, parts, style, arrows, out};
  open_graph(&drawing);
  for (const struct item *theme = catalogue->themes; theme; theme = theme->next) {
    if (!has_node(&drawing, theme))
      continue;
    draw_break(&drawing);
    draw_theme(&drawing, theme);
  }
  g_ptr_array_foreach(graph_arrows_list(arrows), write_arrow, &drawing);
  style->close(out);
}

const struct graph_format graph_formats[] = {
    {"dot", ".dot", &graph_dot}, {"mermaid", ".mmd", &graph_mermaid}, {NULL, NULL, NULL}};

const struct graph_format *graph_format_find(const char *name)
{
  for (const struct graph_format *format = graph_formats; format->name; format++)
    if (g_str_equal(format->name, name))
      return format;
  return NULL;
}
