/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalogue from the files of a folder. */
#include "reader/catalogue_read.h"

#include "base/text.h"
#include "catalogue/catalogue_store.h"
#include "reader/reader.h"

char **catalogue_files(const char *directory, const char *without, GError **error)
{
  g_autoptr(GDir) dir = g_dir_open(directory, 0, error);
  if (!dir)
    return NULL;
  g_autoptr(GPtrArray) files = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  const char *name;
  while ((name = g_dir_read_name(dir)))
    if (g_str_has_suffix(name, ".xml") && *name != '.' && g_strcmp0(name, without) != 0)
      g_ptr_array_add(files, g_build_filename(directory, name, NULL));
  g_ptr_array_sort(files, text_compare);
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
static gboolean read_additions(struct reader *reader, const char *additions,
                               const GPtrArray *without)
{
  gboolean whole = TRUE;
  if (!additions || !reader->catalogue->id)
    return TRUE;
  g_autofree char *directory = g_build_filename(additions, reader->catalogue->id, NULL);
  g_auto(GStrv) files = catalogue_files(directory, NULL, NULL);
  for (char **file = files; file && *file; file++)
    if (!without ||
        !g_ptr_array_find_with_equal_func((GPtrArray *)without, *file, g_str_equal, NULL))
      whole = reader_file(reader, *file, ROOTS_OF_ADDITIONS) && whole;
  return whole;
}

static struct catalogue *read_without(const char *directory, const char *additions,
                                      const GPtrArray *without, struct findings *findings)
{
  OWNED(catalogue) catalogue = catalogue_new();
  struct reader reader;
  guint errors = findings_count(findings, SEVERITY_ERROR);
  reader_begin(&reader, catalogue->store->arena, findings);
  reader.catalogue = catalogue;
  reader.contents = catalogue->store->contents;
  reader.binder = binder_new();
  g_autofree char *pack = g_build_filename(directory, "pack.xml", NULL);
  gboolean whole = reader_file(&reader, pack, ROOTS_OF_PACK);
  gboolean readable = whole || catalogue->id;
  reader.declares_half = !whole;
  if (readable) {
    whole = read_themes(&reader, directory) && whole;
    whole = read_additions(&reader, additions, without) && whole;
  }
  if (readable)
    binder_finish(&reader, whole);
  catalogue->whole = whole;
  catalogue->sound = whole && findings_count(findings, SEVERITY_ERROR) == errors;
  binder_free(reader.binder);
  reader_end(&reader);
  return readable ? g_steal_pointer(&catalogue) : NULL;
}

struct catalogue *catalogue_read(const char *directory, const char *additions,
                                 struct findings *findings)
{
  return read_without(directory, additions, NULL, findings);
}

/* Adds to LEFT_OUT the files below ADDITIONS in which FINDINGS has errors; false if there are none.
 */
static gboolean leave_out(const char *additions, const struct findings *findings,
                          GPtrArray *left_out)
{
  guint before = left_out->len;
  const struct finding *finding;
  for (guint i = 0; additions && (finding = findings_get(findings, i)); i++) {
    const char *file = finding->place.file;
    if (finding->rule->severity == SEVERITY_ERROR && file && g_str_has_prefix(file, additions) &&
        !g_ptr_array_find_with_equal_func(left_out, file, g_str_equal, NULL))
      g_ptr_array_add(left_out, g_strdup(file));
  }
  return left_out->len > before;
}

struct catalogue *catalogue_read_fitting(const char *directory, const char *additions,
                                         struct findings *findings, GPtrArray *left_out)
{
  for (;;) {
    OWNED(findings) found = findings_new(findings_translator(findings));
    OWNED(catalogue) catalogue = read_without(directory, additions, left_out, found);
    if (catalogue && findings_count(found, SEVERITY_ERROR) == 0)
      return g_steal_pointer(&catalogue);
    if (!leave_out(additions, found, left_out))
      return read_without(directory, additions, left_out, findings);
  }
}
