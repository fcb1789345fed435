/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The binder: gathers names, and what uses names, while files are read. */
#include "reader/binder.h"

#include <string.h>

#include "base/text.h"

static guint id_hash(gconstpointer key)
{
  return g_str_hash(((const struct used_id *)key)->id);
}

static gboolean same_id(gconstpointer a, gconstpointer b)
{
  const struct used_id *one = a, *other = b;
  return strcmp(one->id, other->id) == 0 && strcmp(one->kind, other->kind) == 0;
}

struct binder *binder_new(void)
{
  struct binder *binder = g_new0(struct binder, 1);
  binder->ids = g_hash_table_new(id_hash, same_id);
  binder->unread = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  binder->doubled = g_hash_table_new(NULL, NULL);
  binder->conditions = g_array_new(FALSE, FALSE, sizeof(struct pending_condition));
  binder->references = g_array_new(FALSE, FALSE, sizeof(struct reference));
  binder->regions = g_array_new(FALSE, FALSE, sizeof(struct region));
  binder->items = g_ptr_array_new();
  binder->questions = g_ptr_array_new();
  binder->repeats = g_ptr_array_new();
  binder->tasks = g_ptr_array_new();
  binder->reach = g_hash_table_new(NULL, NULL);
  return binder;
}

void binder_free(struct binder *binder)
{
  g_hash_table_unref(binder->ids);
  g_hash_table_unref(binder->unread);
  g_hash_table_unref(binder->doubled);
  g_array_unref(binder->conditions);
  g_array_unref(binder->references);
  g_array_unref(binder->regions);
  g_ptr_array_unref(binder->items);
  g_ptr_array_unref(binder->questions);
  g_ptr_array_unref(binder->repeats);
  g_ptr_array_unref(binder->tasks);
  g_hash_table_unref(binder->reach);
  g_free(binder);
}

static void report_second(struct reader *reader, const char *id, struct place place,
                          struct place first)
{
  reader_fault(reader, DUPLICATE_ID, place, id, NULL);
  findings_relate(reader->findings, first, N_("the other stands here"));
}

struct name *binder_add_name(struct reader *reader, const char *id, enum name_kind kind,
                             struct place place, const struct item *item)
{
  if (!id || !id_valid(id)) {
    binder_add_unread(reader, id);
    return NULL;
  }
  struct name *name = arena_make(reader->arena, struct name);
  *name = (struct name){.id = id, .kind = kind, .place = place, .item = item};
  const struct name *first = contents_add_name(reader->contents, name);
  if (first == name)
    return name;
  report_second(reader, id, place, first->place);
  return NULL;
}

void binder_add_id(struct reader *reader, const char *kind, const char *id, struct place place)
{
  if (!id)
    return;
  if (!id_valid(id))
    binder_add_unread(reader, id);
  struct used_id *used = arena_make(reader->arena, struct used_id);
  *used = (struct used_id){id, kind, place};
  const struct used_id *first = g_hash_table_lookup(reader->binder->ids, used);
  if (first)
    report_second(reader, id, place, first->place);
  else
    g_hash_table_add(reader->binder->ids, used);
}

const struct place *binder_find_id(const struct binder *binder, const char *kind, const char *id)
{
  const struct used_id wanted = {id, kind, {NULL, 0, 0}};
  const struct used_id *used = g_hash_table_lookup(binder->ids, &wanted);
  return used ? &used->place : NULL;
}

/* A capital is the usual reason for the form to be wrong, and is not always repeated. */
void binder_add_unread(struct reader *reader, const char *id)
{
  if (!reader->binder || !id)
    return;
  g_hash_table_add(reader->binder->unread, g_strdup(id));
  g_hash_table_add(reader->binder->unread, g_ascii_strdown(id, -1));
}

void binder_add_nameless(struct reader *reader)
{
  if (reader->binder)
    reader->binder->nameless = TRUE;
}

gboolean binder_is_unread(const struct binder *binder, const char *id)
{
  return binder->nameless || g_hash_table_contains(binder->unread, id);
}

void binder_add_doubled(struct binder *binder, const char *file)
{
  g_hash_table_add(binder->doubled, (gpointer)file);
}

gboolean binder_is_doubled(const struct binder *binder, const char *file)
{
  return g_hash_table_contains(binder->doubled, file);
}

void binder_add_condition(struct reader *reader, struct condition *condition,
                          const struct item *owner, gboolean own)
{
  struct pending_condition pending = {condition, owner, own};
  if (reader_adds(reader) || !bind_condition_early(reader, &pending))
    g_array_append_val(reader->binder->conditions, pending);
}

void binder_add_reference(struct reader *reader, enum reference_kind kind, const char *id,
                          struct place place, const struct item *owner, void *target)
{
  struct reference reference = {kind, id, place, owner, target};
  if (reader_adds(reader) || !bind_reference_early(reader, &reference))
    g_array_append_val(reader->binder->references, reference);
}

void binder_add_region(struct reader *reader, const char *region, struct place place)
{
  struct region named = {region, place};
  g_array_append_val(reader->binder->regions, named);
}

void binder_finish(struct reader *reader, gboolean whole)
{
  if (reader->extended)
    order_again(reader);
  order_list(reader);
  if (!whole)
    return;
  bind_names(reader);
  check_all_options(reader);
  check_regions(reader);
}
