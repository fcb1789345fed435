/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leads from one node of a graph to the next. */
#include "draw/graph_arrows.h"

#include "draw/graph_style.h"
#include "draw/graph_words.h"

/* Rows after which a column is long enough. */
#define COLUMN 16

struct graph_arrows {
  const struct catalogue *catalogue;
  const struct graph_options *options;
  const struct graph_parts *parts;
  GPtrArray *list; /* of struct graph_arrow */
  guint depth;     /* rows beyond the last station, or the question from which it is drawn */
  /* Of the way through the whole pack: */
  const struct item *last; /* its last station; NULL at the beginning of a column */
  guint column;
  guint rows; /* of this column */
};

static void arrow_free(void *data)
{
  struct graph_arrow *arrow = data;
  g_free(arrow->from);
  g_free(arrow->to);
  g_free(arrow->words);
  g_free(arrow->full);
  g_free(arrow);
}

struct graph_arrows *graph_arrows_new(const struct catalogue *catalogue,
                                      const struct graph_options *options,
                                      const struct graph_parts *parts)
{
  struct graph_arrows *arrows = g_new0(struct graph_arrows, 1);
  *arrows = (struct graph_arrows){.catalogue = catalogue, .options = options, .parts = parts};
  arrows->list = g_ptr_array_new_with_free_func(arrow_free);
  return arrows;
}

void graph_arrows_free(struct graph_arrows *arrows)
{
  g_ptr_array_unref(arrows->list);
  g_free(arrows);
}

/* Ids can be missing, places in the document are not. */
char *graph_node_name(const struct item *item)
{
  return g_strdup_printf("n%u", item->order);
}

char *graph_end_name(guint column)
{
  return g_strdup_printf("end%u", column);
}

char *graph_begin_name(guint column)
{
  return g_strdup_printf("begin%u", column);
}

/*
 * FROM and TO, names of nodes, are taken over. From left to right dot as well as Mermaid draws what
 * leaves a node inside a cluster from the bottom up, so these arrows are wanted last first.
 */
static struct graph_arrow *add(const struct graph_arrows *arrows, enum graph_line line, char *from,
                               char *to)
{
  struct graph_arrow *arrow = g_new0(struct graph_arrow, 1);
  *arrow = (struct graph_arrow){line, 1, from, to, NULL, NULL};
  g_ptr_array_insert(arrows->list, arrows->options->from && line == LINE_WITHIN ? 0 : -1, arrow);
  return arrow;
}

static void label(const struct graph_arrows *arrows, struct graph_arrow *arrow,
                  const struct item *from, const struct item *to)
{
  arrow->words = graph_arrow_lines(arrows->parts, arrows->catalogue, from, to,
                                   arrows->options->translator, &arrow->full);
}

static guint depth_of(const struct graph_arrows *arrows, const struct item *item)
{
  guint depth = 0;
  while ((item = graph_parts_around(arrows->parts, item)))
    depth++;
  return depth;
}

static void note_depth(struct graph_arrows *arrows, guint depth)
{
  guint more = MAX(depth, arrows->depth) - arrows->depth;
  arrows->depth += more;
  arrows->rows += more;
}

/* ---- the way through the whole pack ---- */

/* A station is what is asked, and a theme in which nothing is. */
static gboolean is_station(const struct graph_arrows *arrows, const struct item *item)
{
  gboolean enters = !arrows->last || item_theme_around(arrows->last) != item_theme_around(item);
  return item->kind == ITEM_QUESTION || item->kind == ITEM_REPEAT ||
         (enters && item->kind == ITEM_THEME);
}

/* A station stands below all that hangs from the one before, so that the way goes straight down. */
static void lead_on(struct graph_arrows *arrows, const struct item *item)
{
  gboolean station = is_station(arrows, item);
  char *from = arrows->last ? graph_node_name(arrows->last) : graph_begin_name(arrows->column);
  struct graph_arrow *arrow =
      add(arrows, station ? LINE_NEXT : LINE_WITHIN, from, graph_node_name(item));
  label(arrows, arrow, arrows->last, item);
  if (!station) {
    note_depth(arrows, 1);
    return;
  }
  arrow->rows = arrows->depth + 1;
  arrows->last = item;
  arrows->depth = 0;
  arrows->rows++;
}

gboolean graph_arrows_break(struct graph_arrows *arrows, guint *column)
{
  if (arrows->rows < COLUMN)
    return FALSE;
  *column = arrows->column++;
  struct graph_arrow *arrow =
      add(arrows, LINE_NEXT, graph_node_name(arrows->last), graph_end_name(*column));
  arrow->words = g_strdup("");
  arrow->rows = arrows->depth + 1;
  arrows->last = NULL;
  arrows->rows = arrows->depth = 0;
  return TRUE;
}

/* ---- from one question ---- */

static void add_dependency(const struct graph_arrows *arrows, const struct item *on,
                           const struct item *item, gboolean labelled)
{
  struct graph_arrow *arrow = add(arrows, LINE_DEPENDS, graph_node_name(on), graph_node_name(item));
  arrow->rows = arrows->depth + 1;
  if (labelled)
    label(arrows, arrow, on, item);
  else
    arrow->words = g_strdup("");
}

/* The condition is written once: where ITEM stands in something, it stands on that arrow. */
static void add_dependencies(const struct graph_arrows *arrows, const struct item *item,
                             const struct item *around)
{
  g_autoptr(GPtrArray) named = graph_parts_dependencies(arrows->parts, item);
  gboolean labelled = !around;
  for (guint i = 0; i < named->len; i++) {
    const struct item *on = named->pdata[i];
    if (!graph_parts_is_node(arrows->parts, on) || on == around)
      continue;
    add_dependency(arrows, on, item, labelled);
    labelled = FALSE;
  }
}

/* What stands in FROM says on its own arrow what it depends on; what depends on FROM is placed
 * beyond all that. */
static void lead_dashed(struct graph_arrows *arrows, const struct item *item,
                        const struct item *around)
{
  const struct item *from = arrows->options->from;
  if (item->parent && item_is_within(from, item))
    add_dependencies(arrows, item, around);
  else if (item_is_within(item, from))
    note_depth(arrows, depth_of(arrows, item) - depth_of(arrows, from));
  else if (graph_parts_of(arrows->parts, item) == GRAPH_DRAWN)
    add_dependency(arrows, from, item, graph_parts_depends(arrows->parts, item, from));
}

/* ---- both ---- */

void graph_arrows_lead_to(struct graph_arrows *arrows, const struct item *item)
{
  const struct item *around = graph_parts_around(arrows->parts, item);
  if (around)
    label(arrows, add(arrows, LINE_WITHIN, graph_node_name(around), graph_node_name(item)), around,
          item);
  if (arrows->options->from)
    lead_dashed(arrows, item, around);
  else if (around)
    note_depth(arrows, depth_of(arrows, item));
  else
    lead_on(arrows, item);
}

GPtrArray *graph_arrows_list(const struct graph_arrows *arrows)
{
  return arrows->list;
}
