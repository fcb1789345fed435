/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree of a pack as nodes in clusters, and what leads from one to the next. */
#include "check/graph.h"

#include <string.h>

#include "check/graph_style.h"
#include "check/wording.h"

struct drawing {
  const struct catalogue *catalogue;
  const struct item *from; /* NULL: the whole pack */
  const struct proofs *proofs;
  const struct graph_style *style;
  GString *out;
};

static gboolean is_within(const struct item *item, const struct item *around)
{
  for (; item; item = item->parent)
    if (item == around)
      return TRUE;
  return FALSE;
}

/* ---- what a part of the pack depends on ---- */

struct dependency {
  const struct item *on;
  gboolean found;
};

static void see_name(struct expression *expression, void *data)
{
  struct dependency *dependency = data;
  const struct name *name = expression->name;
  if (name && name->kind == NAME_DEFINE)
    condition_names(name->define->test, see_name, dependency);
  else if (name && name->item == dependency->on)
    dependency->found = TRUE;
}

static gboolean depends(const struct condition *condition, const struct item *on)
{
  struct dependency dependency = {on, FALSE};
  if (condition)
    condition_names(condition, see_name, &dependency);
  return dependency.found;
}

/* An item is drawn if it stands in the part, leads to it, or the part names it. */
static gboolean is_drawn(const struct drawing *drawing, const struct item *item)
{
  const struct catalogue *catalogue = drawing->catalogue;
  if (item->kind == ITEM_THEME || item->kind == ITEM_OPTION)
    return FALSE;
  if (!drawing->from || is_within(item, drawing->from) || is_within(drawing->from, item))
    return TRUE;
  for (guint i = 0; i < catalogue->item_count; i++)
    if (is_within(catalogue->items[i], drawing->from) && depends(catalogue->items[i]->when, item))
      return TRUE;
  return FALSE;
}

static gboolean has_drawn(const struct drawing *drawing, const struct item *theme)
{
  for (guint i = 0; i < drawing->catalogue->item_count; i++)
    if (is_within(drawing->catalogue->items[i], theme) &&
        is_drawn(drawing, drawing->catalogue->items[i]))
      return TRUE;
  return FALSE;
}

/* ---- words ---- */

static const struct text *title_of(const struct item *item)
{
  switch (item->kind) {
  case ITEM_THEME:
    return item_theme(item)->title;
  case ITEM_QUESTION: {
    const struct question *question = item_question(item);
    return question->label ? question->label : question->prompts;
  }
  case ITEM_REPEAT:
    return item_repeat(item)->prompt;
  case ITEM_ACTION:
    return item_action(item)->titles;
  case ITEM_LESSON:
    return item_lesson(item)->then_text;
  case ITEM_STRENGTH:
    return item_strength(item)->text;
  case ITEM_REMARK:
    return item_remark(item)->text;
  case ITEM_OPTION:
    return NULL;
  }
  g_assert_not_reached();
}

/* At most about COUNT characters of TEXT, cut between words. */
static char *shorten(char *text, glong count)
{
  if (g_utf8_strlen(text, -1) <= count)
    return text;
  char *end = g_utf8_offset_to_pointer(text, count);
  while (end > text && *end != ' ')
    end--;
  if (end > text)
    *end = '\0';
  char *shorter = g_strconcat(text, " …", NULL);
  g_free(text);
  return shorter;
}

static char *title_words(const struct drawing *drawing, const struct item *item)
{
  const struct text *title = title_of(item);
  if (!title)
    return g_strdup("");
  return shorten(wording_plain(catalogue_pieces(drawing->catalogue, title)), 40);
}

/* What stands on the arrow to ITEM: the option it stands in, and its condition. */
static char *arrow_words(const struct item *item)
{
  gboolean option = item->parent && item->parent->kind == ITEM_OPTION;
  const char *value = option ? item->parent->id : NULL;
  const char *when = item->when ? item->when->text : NULL;
  if (value && when)
    return g_strdup_printf("%s; %s", value, when);
  return g_strdup(value ? value : when ? when : "");
}

/* ---- drawing ---- */

static gboolean is_dead(const struct drawing *drawing, const struct item *item)
{
  return drawing->proofs && proofs_item(drawing->proofs, item) == VERDICT_NEVER;
}

static void draw_nodes(const struct drawing *drawing, const struct item *theme)
{
  g_autofree char *title = title_words(drawing, theme);
  drawing->style->open_cluster(drawing->out, theme, title);
  for (guint i = 0; i < drawing->catalogue->item_count; i++) {
    const struct item *item = drawing->catalogue->items[i];
    if (!is_within(item, theme) || !is_drawn(drawing, item))
      continue;
    g_autofree char *words = title_words(drawing, item);
    drawing->style->node(drawing->out, item, words, is_dead(drawing, item));
  }
  drawing->style->close_cluster(drawing->out);
}

/* The nearest item around ITEM that is a node. */
static const struct item *node_around(const struct item *item)
{
  for (item = item->parent; item; item = item->parent)
    if (item->kind == ITEM_QUESTION || item->kind == ITEM_REPEAT)
      return item;
  return NULL;
}

/* Solid from what it stands in; what it depends on besides, dashed. */
static void draw_arrows(const struct drawing *drawing, const struct item *item)
{
  const struct item *around = node_around(item);
  g_autofree char *words = arrow_words(item);
  if (around && is_drawn(drawing, around))
    drawing->style->arrow(drawing->out, around, item, words, FALSE);
  for (guint i = 0; item->when && i < item->order; i++) {
    const struct item *named = drawing->catalogue->items[i];
    gboolean asked = named->kind == ITEM_QUESTION || named->kind == ITEM_REPEAT;
    if (named != around && asked && is_drawn(drawing, named) && depends(item->when, named)) {
      drawing->style->arrow(drawing->out, named, item, around ? "" : item->when->text, TRUE);
    }
  }
}

static void draw(const struct catalogue *catalogue, const struct item *from,
                 const struct proofs *proofs, const struct graph_style *style, GString *out)
{
  struct drawing drawing = {catalogue, from, proofs, style, out};
  style->open(out, catalogue);
  for (const struct item *theme = catalogue->themes; theme; theme = theme->next)
    if (has_drawn(&drawing, theme))
      draw_nodes(&drawing, theme);
  for (guint i = 0; i < catalogue->item_count; i++)
    if (is_drawn(&drawing, catalogue->items[i]))
      draw_arrows(&drawing, catalogue->items[i]);
  style->close(out);
}

static void write_dot(const struct catalogue *catalogue, const struct item *from,
                      const struct proofs *proofs, GString *out)
{
  draw(catalogue, from, proofs, &graph_dot, out);
}

static void write_mermaid(const struct catalogue *catalogue, const struct item *from,
                          const struct proofs *proofs, GString *out)
{
  draw(catalogue, from, proofs, &graph_mermaid, out);
}

const struct graph_format graph_formats[] = {
    {"dot", write_dot}, {"mermaid", write_mermaid}, {NULL, NULL}};

const struct graph_format *graph_format_find(const char *name)
{
  for (const struct graph_format *format = graph_formats; format->name; format++)
    if (g_str_equal(format->name, name))
      return format;
  return NULL;
}
