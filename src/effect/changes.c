/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two lists of facts compared, and what is the same change for several people put together. */
#include "effect/changes.h"

#include "effect/journey.h"

struct changes {
  const struct catalogue *first;
  const struct renamed *onward, *back;
  GPtrArray *list;
  GHashTable *known; /* from what makes it one change, owned, to the change */
};

static void change_free(void *data)
{
  struct change *change = data;
  g_ptr_array_unref(change->gone);
  g_ptr_array_unref(change->new);
  g_array_unref(change->people);
  g_free(change);
}

struct changes *changes_new(const struct catalogue *first, const struct renamed *onward,
                            const struct renamed *back)
{
  struct changes *changes = g_new(struct changes, 1);
  *changes = (struct changes){first, onward, back, NULL, NULL};
  changes->list = g_ptr_array_new_with_free_func(change_free);
  changes->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return changes;
}

void changes_free(struct changes *changes)
{
  g_ptr_array_unref(changes->list);
  g_hash_table_unref(changes->known);
  g_free(changes);
}

/* ---- one change ---- */

static struct change *change_new(enum change_kind kind, const struct fact *fact)
{
  struct change *change = g_new0(struct change, 1);
  change->kind = kind;
  change->item = fact->item;
  change->draft = fact->draft;
  change->gone = g_ptr_array_new_with_free_func(g_free);
  change->new = g_ptr_array_new_with_free_func(g_free);
  change->people = g_array_new(FALSE, FALSE, sizeof(struct concerned));
  return change;
}

/* ID in the words of the other version, if there is one; an option is QUESTION=VALUE. */
static const char *renamed_id(const struct renamed *renamed, const char *id)
{
  return renamed ? renamed_name(renamed, id) : id;
}

static char *item_name(const struct item *item, const struct renamed *renamed)
{
  g_autofree char *option =
      item->kind == ITEM_OPTION ? g_strdup_printf("%s=%s", item->parent->id, item->id) : NULL;
  return g_strdup(renamed_id(renamed, option ? option : item->id));
}

/* A remark without an id is the first, second … in what it stands in. */
static char *nameless_name(const struct item *item, const struct renamed *renamed)
{
  guint number = 1;
  for (const struct item *other = item->parent->first; other != item; other = other->next)
    number += other->kind == item->kind && !other->id;
  g_autofree char *around = item_name(item->parent, renamed);
  return g_strdup_printf("%s %u", around, number);
}

/* What FACT is called, in the words of the other version with RENAMED. */
static char *fact_name(const struct fact *fact, const struct renamed *renamed)
{
  g_autofree char *draft = fact->draft ? g_strconcat("draft ", fact->draft->id, NULL) : NULL;
  if (draft)
    return g_strdup(renamed_id(renamed, draft));
  return fact->item->id ? item_name(fact->item, renamed) : nameless_name(fact->item, renamed);
}

static char *change_key(const struct change *change, const struct fact *fact)
{
  g_autofree char *name = fact_name(fact, NULL);
  GString *key = g_string_new(NULL);
  g_string_printf(key, "%d %s", change->kind, name);
  for (guint i = 0; i < change->gone->len; i++)
    g_string_append_printf(key, "\n-%s", (char *)change->gone->pdata[i]);
  for (guint i = 0; i < change->new->len; i++)
    g_string_append_printf(key, "\n+%s", (char *)change->new->pdata[i]);
  return g_string_free(key, FALSE);
}

/* Adds CHANGE, taken over, or puts its person among those of the same change. */
static void add(struct changes *changes, struct change *change, const struct fact *fact,
                struct concerned person)
{
  char *key = change_key(change, fact);
  struct change *known = g_hash_table_lookup(changes->known, key);
  if (known) {
    change_free(change);
    g_free(key);
  } else {
    g_ptr_array_add(changes->list, change);
    g_hash_table_insert(changes->known, key, change);
  }
  g_array_append_val((known ? known : change)->people, person);
}

/* ---- comparing ---- */

static gboolean says(gconstpointer text, gconstpointer words)
{
  return g_str_equal(((const struct fact_text *)text)->words, words);
}

static gboolean is_written(gconstpointer text, gconstpointer source)
{
  return g_str_equal(((const struct fact_text *)text)->source, source);
}

/* What is said in TEXTS and not in OTHERS: as it is written, or, if that is the same, as it is
 * said.
 */
static void add_missing(GPtrArray *missing, const GPtrArray *texts, const GPtrArray *others)
{
  for (guint i = 0; i < texts->len; i++) {
    const struct fact_text *text = texts->pdata[i];
    gboolean written =
        g_ptr_array_find_with_equal_func((GPtrArray *)others, text->source, is_written, NULL);
    if (!g_ptr_array_find_with_equal_func((GPtrArray *)others, text->words, says, NULL))
      g_ptr_array_add(missing, g_strdup(written ? text->words : text->source));
  }
}

static gboolean same_order(const GPtrArray *some, const GPtrArray *others)
{
  for (guint i = 0; i < some->len && i < others->len; i++) {
    const struct fact_text *one = some->pdata[i], *other = others->pdata[i];
    if (!g_str_equal(one->words, other->words))
      return FALSE;
  }
  return some->len == others->len;
}

static void compare_words(struct changes *changes, const char *name, const struct fact *before,
                          const struct fact *after)
{
  if (same_order(before->texts, after->texts))
    return;
  struct change *change = change_new(CHANGE_WORDS, before);
  add_missing(change->gone, before->texts, after->texts);
  add_missing(change->new, after->texts, before->texts);
  if (!change->gone->len && !change->new->len)
    change->kind = CHANGE_ORDER;
  add(changes, change, before, (struct concerned){name, 0, 0});
}

static void compare(struct changes *changes, const char *name, const struct fact *before,
                    const struct fact *after)
{
  if (before->day != after->day)
    add(changes, change_new(CHANGE_DAY, before), before,
        (struct concerned){name, before->day, after->day});
  compare_words(changes, name, before, after);
}

/* FACTS by their names, or those that RENAMED gives them. */
static GHashTable *by_name(const GPtrArray *facts, const struct renamed *renamed)
{
  GHashTable *table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < facts->len; i++)
    g_hash_table_insert(table, fact_name(facts->pdata[i], renamed), facts->pdata[i]);
  return table;
}

/* The item of the first version that ITEM of the second is; ITEM if there is none. */
static const struct item *first_item(const struct changes *changes, const struct item *item)
{
  const char *id = item->id ? renamed_name(changes->back, item->id) : NULL;
  const struct name *name = id ? catalogue_find(changes->first, id) : NULL;
  gboolean same = name && name->item && name->item->kind == item->kind;
  return same && g_str_equal(name->item->id, id) ? name->item : item;
}

/* Adds a change for each of SOME that is none of OTHERS. */
static void add_lonely(struct changes *changes, enum change_kind kind, const char *name,
                       GHashTable *some, GHashTable *others)
{
  GHashTableIter iter;
  void *key, *fact;
  g_hash_table_iter_init(&iter, some);
  while (g_hash_table_iter_next(&iter, &key, &fact)) {
    if (g_hash_table_contains(others, key))
      continue;
    struct change *change = change_new(kind, fact);
    if (kind == CHANGE_COMES)
      change->item = first_item(changes, change->item);
    add(changes, change, fact, (struct concerned){name, 0, 0});
  }
}

void changes_add(struct changes *changes, const char *name, const GPtrArray *before,
                 const GPtrArray *after)
{
  g_autoptr(GHashTable) first = by_name(before, changes->onward);
  g_autoptr(GHashTable) second = by_name(after, NULL);
  add_lonely(changes, CHANGE_GOES, name, first, second);
  add_lonely(changes, CHANGE_COMES, name, second, first);
  GHashTableIter iter;
  void *key, *fact;
  g_hash_table_iter_init(&iter, first);
  while (g_hash_table_iter_next(&iter, &key, &fact)) {
    const struct fact *other = g_hash_table_lookup(second, key);
    if (other)
      compare(changes, name, fact, other);
  }
}

/* ---- order ---- */

/* NULL, which stands for the action itself, comes before any other. */
static const char *draft_id(const struct change *change)
{
  return change->draft ? change->draft->id : NULL;
}

static gint by_place(gconstpointer a, gconstpointer b)
{
  const struct change *one = *(struct change *const *)a, *other = *(struct change *const *)b;
  if (one->item->order != other->item->order)
    return one->item->order < other->item->order ? -1 : 1;
  gint drafts = g_strcmp0(draft_id(one), draft_id(other));
  return drafts ? drafts : (gint)one->kind - (gint)other->kind;
}

const GPtrArray *changes_list(struct changes *changes)
{
  g_ptr_array_sort(changes->list, by_place);
  return changes->list;
}
