/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names matched by the words that stand under them. */
#include "effect/renamed.h"

#include <string.h>

#include "catalogue/choices.h"
#include "catalogue/spots.h"

struct renamed {
  GHashTable *names; /* from the name in one version to that in the other; it owns both */
};

/* ---- what each name stands for ---- */

/* An option's texts are visited as parts of the question. */
static const struct item *spot_owner(const struct spot *spot)
{
  return spot->kind == SPOT_TEXT ? spot->text->owner : spot->item;
}

static char *spot_name(const struct spot *spot)
{
  const struct item *item = spot_owner(spot);
  if (spot->draft)
    return g_strconcat("draft ", spot->draft->id, NULL);
  if (item->kind == ITEM_OPTION)
    return g_strdup_printf("%s=%s", item->parent->id, item->id);
  return g_strdup(item->id);
}

/* An option is known by its question's words and its own. */
static char *first_words(GHashTable *words, const struct item *item)
{
  gboolean option = item->kind == ITEM_OPTION;
  const char *around = option ? g_hash_table_lookup(words, item->parent->id) : NULL;
  return g_strconcat(item_element(item->kind), "\n", around, NULL);
}

static void see_spot(const struct spot *spot, void *data)
{
  GHashTable *words = data;
  gboolean text = spot->kind == SPOT_TEXT;
  const struct item *item = text || spot->kind == SPOT_ITEM ? spot_owner(spot) : NULL;
  if (!item || item->kind == ITEM_THEME)
    return;
  g_autofree char *name = spot_name(spot);
  if (!name)
    return;
  const char *before = g_hash_table_lookup(words, name);
  g_autofree char *first = before ? NULL : first_words(words, item);
  char *longer = g_strconcat(before ? before : first, text ? text_roles[spot->role].element : "",
                             text ? ": " : "", text ? spot->text->source : "", "\n", NULL);
  g_hash_table_insert(words, g_steal_pointer(&name), longer);
}

/* From each name to all that is said under it. */
static GHashTable *words_by_name(const struct catalogue *catalogue)
{
  GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  spots_visit(catalogue, see_spot, words);
  return words;
}

/* ---- matching ---- */

/* From the words of those names of SOME that are none of OTHERS to the name; to NULL where
 * several say the same. Borrows from SOME. */
static GHashTable *lonely_names(GHashTable *some, GHashTable *others)
{
  GHashTable *lonely = g_hash_table_new(g_str_hash, g_str_equal);
  GHashTableIter iter;
  void *name, *words;
  g_hash_table_iter_init(&iter, some);
  while (g_hash_table_iter_next(&iter, &name, &words))
    if (!g_hash_table_contains(others, name))
      g_hash_table_insert(lonely, words, g_hash_table_contains(lonely, words) ? NULL : name);
  return lonely;
}

struct renamed *renamed_new(const struct catalogue *from, const struct catalogue *to)
{
  struct renamed *renamed = g_new(struct renamed, 1);
  renamed->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) here = words_by_name(from), there = words_by_name(to);
  g_autoptr(GHashTable) mine = lonely_names(here, there), theirs = lonely_names(there, here);
  GHashTableIter iter;
  void *words, *name;
  g_hash_table_iter_init(&iter, mine);
  while (g_hash_table_iter_next(&iter, &words, &name)) {
    const char *other = g_hash_table_lookup(theirs, words);
    if (name && other)
      g_hash_table_insert(renamed->names, g_strdup(name), g_strdup(other));
  }
  return renamed;
}

void renamed_free(struct renamed *renamed)
{
  g_hash_table_unref(renamed->names);
  g_free(renamed);
}

const char *renamed_name(const struct renamed *renamed, const char *name)
{
  const char *other = g_hash_table_lookup(renamed->names, name);
  return other ? other : name;
}

/* ---- examples ---- */

/* The value that QUESTION's option VALUE has in the other version. */
static const char *renamed_value(const struct renamed *renamed, const char *question,
                                 const char *value)
{
  g_autofree char *option = g_strdup_printf("%s=%s", question, value);
  const char *other = g_hash_table_lookup(renamed->names, option);
  return other ? strchr(other, '=') + 1 : value;
}

/* The question of CATALOGUE that is called ID, if several of its options can be chosen; or NULL. */
static const struct question *choices_called(const struct catalogue *catalogue, const char *id)
{
  const struct name *name = catalogue_find(catalogue, id);
  const struct question *question = name ? item_question(name->item) : NULL;
  return question && question_takes_several(question) ? question : NULL;
}

/* The values of ENTRY in the other version, where it answers CHOICES, or NULL. */
static const char *const *renamed_values(const struct renamed *renamed,
                                         const struct example_entry *entry,
                                         const struct question *choices, struct arena *arena)
{
  const char *const *values = entry->values;
  guint count = values ? g_strv_length((char **)values) : 0, kept = 0;
  const char **others = arena_alloc(arena, (count + 1) * sizeof *others);
  for (guint i = 0; i < count; i++) {
    const char *value = renamed_value(renamed, entry->of, values[i]);
    if (!choices || choices_offer(choices, value))
      others[kept++] = value;
  }
  return kept ? others : values;
}

const struct example *renamed_example(const struct renamed *renamed, const struct example *example,
                                      const struct catalogue *to, struct arena *arena)
{
  struct example *other = arena_make(arena, struct example);
  *other = *example;
  const struct example_entry **entries = &other->entries;
  for (const struct example_entry *entry = example->entries; entry; entry = entry->next) {
    struct example_entry *copy = arena_make(arena, struct example_entry);
    *copy = *entry;
    copy->of = renamed_name(renamed, entry->of);
    copy->repeat = entry->repeat ? renamed_name(renamed, entry->repeat) : NULL;
    copy->values = renamed_values(renamed, entry, choices_called(to, copy->of), arena);
    *entries = copy;
    entries = &copy->next;
  }
  const struct example_item **items = &other->items;
  for (const struct example_item *item = example->items; item; item = item->next) {
    struct example_item *copy = arena_make(arena, struct example_item);
    *copy = *item;
    copy->of = renamed_name(renamed, item->of);
    *items = copy;
    items = &copy->next;
  }
  return other;
}
