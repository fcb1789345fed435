/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names and texts of a catalogue. */
#include "catalogue/contents.h"

#include <string.h>

#include "base/text.h"
#include "condition/name.h"

struct contents {
  GHashTable *names; /* set of struct name, by id */
  GPtrArray *texts;  /* const struct text */
};

static guint name_hash(gconstpointer key)
{
  return g_str_hash(((const struct name *)key)->id);
}

static gboolean same_name(gconstpointer a, gconstpointer b)
{
  return strcmp(((const struct name *)a)->id, ((const struct name *)b)->id) == 0;
}

struct contents *contents_new(void)
{
  struct contents *contents = g_new0(struct contents, 1);
  contents->names = g_hash_table_new(name_hash, same_name);
  contents->texts = g_ptr_array_new();
  return contents;
}

void contents_free(struct contents *contents)
{
  g_hash_table_unref(contents->names);
  g_ptr_array_unref(contents->texts);
  g_free(contents);
}

const struct name *contents_add_name(struct contents *contents, const struct name *name)
{
  const struct name *first = g_hash_table_lookup(contents->names, name);
  if (!first)
    g_hash_table_add(contents->names, (gpointer)name);
  return first ? first : name;
}

const struct name *contents_find(const struct contents *contents, const char *id)
{
  return id ? g_hash_table_lookup(contents->names, &(struct name){.id = id}) : NULL;
}

const char *contents_suggest(const struct contents *contents, const char *id)
{
  guint count;
  g_autofree gpointer *names = g_hash_table_get_keys_as_array(contents->names, &count);
  for (guint i = 0; i < count; i++)
    names[i] = (gpointer)((const struct name *)names[i])->id;
  return text_nearest(id, (const char *const *)names);
}

void contents_add_text(struct contents *contents, const struct text *text)
{
  g_ptr_array_add(contents->texts, (gpointer)text);
}

const GPtrArray *contents_texts(const struct contents *contents)
{
  return contents->texts;
}
