/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The binder: gathers names, and what uses names, while files are read. */
#include "catalogue/binder.h"

#include "base/text.h"

struct binder *binder_new(void)
{
  struct binder *binder = g_new0(struct binder, 1);
  binder->names = g_hash_table_new(g_str_hash, g_str_equal);
  binder->ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  binder->conditions = g_array_new(FALSE, FALSE, sizeof(struct pending_condition));
  binder->references = g_array_new(FALSE, FALSE, sizeof(struct reference));
  binder->regions = g_array_new(FALSE, FALSE, sizeof(struct region));
  binder->texts = g_ptr_array_new();
  binder->reach = g_hash_table_new(NULL, NULL);
  return binder;
}

void binder_free(struct binder *binder)
{
  g_hash_table_unref(binder->names);
  g_hash_table_unref(binder->ids);
  g_array_unref(binder->conditions);
  g_array_unref(binder->references);
  g_array_unref(binder->regions);
  g_ptr_array_unref(binder->texts);
  g_hash_table_unref(binder->reach);
  g_free(binder);
}

struct name *binder_add_name(struct reader *reader, const char *id, enum name_kind kind,
                             struct place place, const struct item *item)
{
  if (!id || !id_valid(id))
    return NULL;
  const struct name *first = g_hash_table_lookup(reader->binder->names, id);
  if (first) {
    reader_fault(reader, DUPLICATE_ID, place, id, NULL);
    findings_relate(reader->findings, first->place, FIRST_DEFINED);
    return NULL;
  }
  struct name *name = arena_make(reader->arena, struct name);
  *name = (struct name){.id = id, .kind = kind, .place = place, .item = item};
  g_hash_table_insert(reader->binder->names, (gpointer)id, name);
  return name;
}

void binder_add_id(struct reader *reader, const char *kind, const char *id, struct place place)
{
  if (!id)
    return;
  g_autofree char *key = g_strconcat(kind, " ", id, NULL);
  const struct place *first = g_hash_table_lookup(reader->binder->ids, key);
  if (first) {
    reader_fault(reader, DUPLICATE_ID, place, id, NULL);
    findings_relate(reader->findings, *first, FIRST_DEFINED);
    return;
  }
  g_hash_table_insert(reader->binder->ids, g_steal_pointer(&key), g_memdup2(&place, sizeof place));
}

void binder_add_condition(struct reader *reader, struct condition *condition,
                          const struct item *owner, gboolean own)
{
  struct pending_condition pending = {condition, owner, own};
  g_array_append_val(reader->binder->conditions, pending);
}

void binder_add_reference(struct reader *reader, enum reference_kind kind, const char *id,
                          struct place place, const struct item *owner, void *target)
{
  struct reference reference = {kind, id, place, owner, target};
  g_array_append_val(reader->binder->references, reference);
}

void binder_add_region(struct reader *reader, const char *region, struct place place)
{
  struct region named = {region, place};
  g_array_append_val(reader->binder->regions, named);
}

void binder_add_text(struct reader *reader, const struct text *text)
{
  g_ptr_array_add(reader->binder->texts, (gpointer)text);
}

const struct name *binder_find(const struct binder *binder, const char *id)
{
  return id ? g_hash_table_lookup(binder->names, id) : NULL;
}

const char *binder_suggest(const struct binder *binder, const char *id)
{
  g_autofree const char **ids = (const char **)g_hash_table_get_keys_as_array(binder->names, NULL);
  return text_nearest(id, ids);
}

const GPtrArray *binder_texts(const struct binder *binder)
{
  return binder->texts;
}

void binder_finish(struct reader *reader, gboolean whole)
{
  order_items(reader);
  if (!whole)
    return;
  bind_names(reader);
  check_all_options(reader);
  check_regions(reader);
}
