/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links between the parts of a pack, both ways. */
#include "draw/preview_links.h"

#include "catalogue/mentions.h"

/* By item or define a GArray of struct preview_node. */
struct preview_links {
  GHashTable *from, *to;
};

/* Of one node that names others. */
struct naming {
  struct preview_links *links;
  struct preview_node node;
};

const struct item *preview_block(const struct item *item)
{
  return item && item->kind == ITEM_OPTION ? item->parent : item;
}

static const void *key(struct preview_node node)
{
  return node.item ? (const void *)node.item : (const void *)node.define;
}

static gboolean has(const GArray *list, struct preview_node node)
{
  for (guint i = 0; i < list->len; i++)
    if (key(g_array_index(list, struct preview_node, i)) == key(node))
      return TRUE;
  return FALSE;
}

static void add_once(GHashTable *lists, struct preview_node of, struct preview_node node)
{
  GArray *list = g_hash_table_lookup(lists, key(of));
  if (!list) {
    list = g_array_new(FALSE, FALSE, sizeof(struct preview_node));
    g_hash_table_insert(lists, (gpointer)key(of), list);
  }
  if (!has(list, node))
    g_array_append_val(list, node);
}

static void add_name(const struct name *name, void *data)
{
  struct naming *naming = data;
  if (!name->item && !name->define)
    return;
  struct preview_node on = {name->define ? NULL : name->item, name->define};
  if (key(on) == key(naming->node))
    return;
  add_once(naming->links->from, naming->node, on);
  add_once(naming->links->to, on, naming->node);
}

static void see_spot(const struct spot *spot, void *data)
{
  struct naming naming = {data, {preview_block(spot->item), spot->define}};
  if (key(naming.node))
    mentions_of_spot(spot, add_name, &naming);
}

static void see_question(struct preview_links *links, const struct question *question)
{
  struct naming naming = {links, {.item = &question->item}};
  if (question->from)
    add_name(question->from->name, &naming);
  if (question->fallback_name)
    add_name(question->fallback_name, &naming);
}

static void free_list(gpointer list)
{
  g_array_unref(list);
}

struct preview_links *preview_links_new(const struct catalogue *catalogue)
{
  struct preview_links *links = g_new(struct preview_links, 1);
  links->from = g_hash_table_new_full(NULL, NULL, NULL, free_list);
  links->to = g_hash_table_new_full(NULL, NULL, NULL, free_list);
  spots_visit(catalogue, see_spot, links);
  for (guint i = 0; i < catalogue->question_count; i++)
    see_question(links, catalogue->questions[i]);
  return links;
}

void preview_links_free(struct preview_links *links)
{
  g_hash_table_unref(links->from);
  g_hash_table_unref(links->to);
  g_free(links);
}

const GArray *preview_links_from(const struct preview_links *links, struct preview_node node)
{
  return g_hash_table_lookup(links->from, key(node));
}

const GArray *preview_links_to(const struct preview_links *links, struct preview_node node)
{
  return g_hash_table_lookup(links->to, key(node));
}
