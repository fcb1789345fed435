/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choice of what is drawn. */
#include "draw/graph_part.h"

/* Up to so many parts that depend on a question are drawn one by one. */
#define FEW 8

struct part_counts {
  guint counts[ITEM_KINDS];
};

struct graph_parts {
  const struct catalogue *catalogue;
  const struct proofs *proofs;
  guint8 *parts;               /* by order */
  struct part_counts *tallies; /* by order */
};

static gboolean is_asked(const struct item *item)
{
  return item->kind == ITEM_QUESTION || item->kind == ITEM_REPEAT;
}

/* ---- what depends on what ---- */

static void add_once(GPtrArray *items, const struct item *item)
{
  if (!g_ptr_array_find(items, item, NULL))
    g_ptr_array_add(items, (gpointer)item);
}

static void see_name(const struct name *name, void *items)
{
  add_once(items, name->item);
}

static void add_dependencies(GPtrArray *items, const struct item *item)
{
  const struct question *question = item_question(item);
  if (question && question->from)
    add_once(items, &question->from->item);
  if (item->when)
    condition_names_behind(item->when, see_name, items);
  if (item->parent && item->parent->kind == ITEM_THEME)
    add_dependencies(items, item->parent);
}

GPtrArray *graph_parts_dependencies(const struct graph_parts *parts, const struct item *item)
{
  GPtrArray *items = g_ptr_array_new();
  add_dependencies(items, item);
  for (const struct item *child = item->first; child; child = child->next)
    if (child->kind == ITEM_OPTION && !graph_parts_is_node(parts, child))
      add_dependencies(items, child);
  return items;
}

gboolean graph_parts_depends(const struct graph_parts *parts, const struct item *item,
                             const struct item *on)
{
  g_autoptr(GPtrArray) items = graph_parts_dependencies(parts, item);
  return g_ptr_array_find(items, on, NULL);
}

/* ---- the choice ---- */

static void set(struct graph_parts *parts, const struct item *item, enum graph_part part)
{
  parts->parts[item->order] = MAX(parts->parts[item->order], (guint8)part);
}

static gboolean is_dead(const struct graph_parts *parts, const struct item *item)
{
  return parts->proofs && proofs_item(parts->proofs, item) == VERDICT_NEVER;
}

/* In the whole pack what is asked; of the rest only where it begins to be out of reach. */
static void choose_in_whole(struct graph_parts *parts, const struct item *item)
{
  gboolean edge = item->parent && is_dead(parts, item) && !is_dead(parts, item->parent);
  if (is_asked(item) || edge)
    set(parts, item, GRAPH_DRAWN);
  else if (item->parent && item->kind != ITEM_OPTION)
    set(parts, item, GRAPH_COUNTED);
}

static void choose_dependencies(struct graph_parts *parts, const struct item *item)
{
  g_autoptr(GPtrArray) items = graph_parts_dependencies(parts, item);
  for (guint i = 0; i < items->len; i++)
    set(parts, items->pdata[i], GRAPH_NAMED);
}

/* FROM with all inside, the way that leads into it, and what these ask of other answers. The
 * conditions inside are read where they stand. */
static void choose_around(struct graph_parts *parts, const struct item *from)
{
  for (guint i = from->order; i < parts->catalogue->item_count; i++) {
    if (!item_is_within(parts->catalogue->items[i], from))
      break;
    set(parts, parts->catalogue->items[i], GRAPH_DRAWN);
  }
  for (const struct item *item = from; item->parent; item = item->parent)
    set(parts, item, GRAPH_DRAWN);
  for (const struct item *item = from; item->parent; item = item->parent)
    choose_dependencies(parts, item);
}

/* Of a theme that depends as a whole all is counted; else what depends is drawn while it is little.
 */
static void choose_dependents(struct graph_parts *parts, const struct item *from)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new();
  const struct item *whole = NULL;
  for (guint i = from->order + 1; i < parts->catalogue->item_count; i++) {
    const struct item *item = parts->catalogue->items[i];
    if (item->kind == ITEM_THEME && graph_parts_depends(parts, item, from))
      whole = item;
    else if (whole && item_theme_around(item) == whole && item->kind != ITEM_OPTION)
      set(parts, item, GRAPH_COUNTED);
    else if (item->kind != ITEM_OPTION && !item_is_within(item, from) &&
             graph_parts_depends(parts, item, from))
      g_ptr_array_add(found, (gpointer)item);
  }
  for (guint i = 0; i < found->len; i++)
    set(parts, found->pdata[i], found->len > FEW ? GRAPH_COUNTED : GRAPH_DRAWN);
}

/* What is counted is counted where people see it. */
static void count(struct graph_parts *parts, const struct item *item)
{
  if (graph_parts_of(parts, item) != GRAPH_COUNTED)
    return;
  const struct item *around = graph_parts_around(parts, item);
  if (!around)
    set(parts, around = item_theme_around(item), GRAPH_DRAWN);
  parts->tallies[around->order].counts[item->kind]++;
}

struct graph_parts *graph_parts_new(const struct catalogue *catalogue,
                                    const struct graph_options *options)
{
  struct graph_parts *parts = g_new0(struct graph_parts, 1);
  parts->catalogue = catalogue;
  parts->proofs = options->proofs;
  parts->parts = g_new0(guint8, catalogue->item_count);
  parts->tallies = g_new0(struct part_counts, catalogue->item_count);
  for (guint i = 0; i < catalogue->item_count && !options->from; i++)
    choose_in_whole(parts, catalogue->items[i]);
  if (options->from) {
    choose_around(parts, options->from);
    choose_dependents(parts, options->from);
  }
  for (guint i = 0; i < catalogue->item_count; i++)
    count(parts, catalogue->items[i]);
  return parts;
}

void graph_parts_free(struct graph_parts *parts)
{
  g_free(parts->parts);
  g_free(parts->tallies);
  g_free(parts);
}

enum graph_part graph_parts_of(const struct graph_parts *parts, const struct item *item)
{
  return parts->parts[item->order];
}

gboolean graph_parts_is_node(const struct graph_parts *parts, const struct item *item)
{
  return graph_parts_of(parts, item) >= GRAPH_NAMED;
}

const guint *graph_parts_counts(const struct graph_parts *parts, const struct item *item)
{
  return parts->tallies[item->order].counts;
}

const struct item *graph_parts_around(const struct graph_parts *parts, const struct item *item)
{
  for (item = item->parent; item && item->parent; item = item->parent)
    if (graph_parts_is_node(parts, item))
      return item;
  return NULL;
}
