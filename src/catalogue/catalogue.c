/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue: read from a folder, looked into, freed as a whole. */
#include "catalogue/catalogue.h"

#include <string.h>

#include "catalogue/reader.h"
#include "catalogue/store.h"

/* ---- reading a folder ---- */

static int compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char **catalogue_files(const char *directory, const char *without, GError **error)
{
  g_autoptr(GDir) dir = g_dir_open(directory, 0, error);
  if (!dir)
    return NULL;
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
  const char *name;
  while ((name = g_dir_read_name(dir)))
    if (g_str_has_suffix(name, ".xml") && *name != '.' && g_strcmp0(name, without) != 0)
      g_ptr_array_add(files, g_build_filename(directory, name, NULL));
  g_ptr_array_sort(files, compare_names);
  g_ptr_array_add(files, NULL);
  return (char **)g_ptr_array_free(g_steal_pointer(&files), FALSE);
}

/* Each returns whether all files could be read to their end. */
static gboolean read_themes(struct reader *reader, const char *directory)
{
  gboolean whole = TRUE;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) files = catalogue_files(directory, "pack.xml", &error);
  if (!files)
    reader_fault(reader, UNREADABLE, ((struct place){g_intern_string(directory), 0, 0}),
                 error->message, NULL);
  for (char **file = files; file && *file; file++)
    whole = reader_file(reader, *file, ROOTS_OF_THEMES) && whole;
  return whole && files;
}

/* A folder of additions that is not there is no fault: few people have one. */
static gboolean read_additions(struct reader *reader, const char *additions)
{
  gboolean whole = TRUE;
  if (!additions || !reader->catalogue->id)
    return TRUE;
  g_autofree char *directory = g_build_filename(additions, reader->catalogue->id, NULL);
  g_auto(GStrv) files = catalogue_files(directory, NULL, NULL);
  for (char **file = files; file && *file; file++)
    whole = reader_file(reader, *file, ROOTS_OF_ADDITIONS) && whole;
  return whole;
}

struct catalogue *catalogue_read(const char *directory, const char *additions,
                                 struct findings *findings)
{
  OWNED(catalogue) catalogue = g_new0(struct catalogue, 1);
  catalogue->limit = (struct limit){{NULL, 0, 0}, -1, -1, -1, -1, -1, -1};
  catalogue->store = store_new();
  struct reader reader;
  guint errors = findings_count(findings, SEVERITY_ERROR);
  reader_begin(&reader, catalogue->store->arena, findings);
  reader.catalogue = catalogue;
  reader.binder = catalogue->store->binder;
  g_autofree char *pack = g_build_filename(directory, "pack.xml", NULL);
  gboolean whole = reader_file(&reader, pack, ROOTS_OF_PACK);
  gboolean readable = whole || catalogue->id;
  if (readable) {
    whole = read_themes(&reader, directory) && whole;
    whole = read_additions(&reader, additions) && whole;
  }
  if (readable)
    binder_finish(&reader, whole);
  catalogue->whole = whole;
  catalogue->sound = whole && findings_count(findings, SEVERITY_ERROR) == errors;
  reader_end(&reader);
  return readable ? g_steal_pointer(&catalogue) : NULL;
}

void catalogue_free(struct catalogue *catalogue)
{
  store_free(catalogue->store);
  g_free(catalogue);
}

/* ---- looking into it ---- */

const struct name *catalogue_find(const struct catalogue *catalogue, const char *id)
{
  return binder_find(catalogue->store->binder, id);
}

const char *catalogue_suggest(const struct catalogue *catalogue, const char *id)
{
  return binder_suggest(catalogue->store->binder, id);
}

const GPtrArray *catalogue_texts(const struct catalogue *catalogue)
{
  return binder_texts(catalogue->store->binder);
}

const struct draft *catalogue_draft(const struct catalogue *catalogue, const char *id)
{
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct action *action = item_action(catalogue->items[i]);
    for (const struct draft *draft = action ? action->drafts : NULL; draft; draft = draft->next)
      if (g_strcmp0(draft->id, id) == 0)
        return draft;
  }
  return NULL;
}

const struct option *question_option(const struct question *question, const char *value)
{
  for (const struct item *item = question->item.first; item; item = item->next)
    if (item->kind == ITEM_OPTION && item->id && strcmp(item->id, value) == 0)
      return item_option(item);
  return NULL;
}

const struct question *question_source(const struct question *question)
{
  while (question->from)
    question = question->from;
  return question;
}

const struct text *option_label(const struct question *question, const char *value)
{
  for (; question; question = question->from) {
    const struct option *option = question_option(question, value);
    if (option && option->label)
      return option->label;
  }
  return NULL;
}

/* ---- items by kind ---- */

#define CAST(kind_name, KIND)                                                                      \
  const struct kind_name *item_##kind_name(const struct item *item)                                \
  {                                                                                                \
    return item && item->kind == ITEM_##KIND ? (const struct kind_name *)item : NULL;              \
  }

CAST(theme, THEME)
CAST(question, QUESTION)
CAST(option, OPTION)
CAST(repeat, REPEAT)
CAST(action, ACTION)
CAST(lesson, LESSON)
CAST(strength, STRENGTH)
CAST(remark, REMARK)
CAST(opening, OPENING)
CAST(reply, REPLY)

const char *item_slot(const struct item *item)
{
  switch (item->kind) {
  case ITEM_ACTION:
    return item_action(item)->slot;
  case ITEM_LESSON:
    return item_lesson(item)->slot;
  case ITEM_STRENGTH:
    return item_strength(item)->slot;
  case ITEM_OPENING:
    return item_opening(item)->slot;
  case ITEM_REPLY:
    return item_reply(item)->slot;
  default:
    return NULL;
  }
}

/* ---- words of the format ---- */

const char *const kind_words[] = {"choice", "choices", "scale", "number", "date",
                                  "time",   "text",    "note",  NULL};
const char *const channel_words[] = {"email", "phone", "letter", "person", "self", NULL};
const char *const form_words[] = {"", "on", "of", "until", "day", NULL}; /* by enum day_form */
const char *const evidence_words[] = {"", "study", "survey", "practice", "judgement", NULL};

const char *kind_word(enum question_kind kind)
{
  return kind_words[kind];
}

const struct repeat *item_repeat_around(const struct item *item)
{
  while (item && item->kind != ITEM_REPEAT)
    item = item->parent;
  return item ? item_repeat(item) : NULL;
}
