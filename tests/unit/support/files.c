/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the sources are is known from the environment of the tests. */
#include "support/files.h"

char *file_in_source(const char *name)
{
  return g_build_filename(g_getenv("SOURCE"), name, NULL);
}

static void list_files(const char *folder, GPtrArray *files)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  const char *name;
  while (dir && (name = g_dir_read_name(dir))) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
      list_files(path, files);
    else if (g_str_has_suffix(name, ".xml"))
      g_ptr_array_add(files, g_steal_pointer(&path));
  }
}

GPtrArray *files_below(const char *name)
{
  GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *folder = file_in_source(name);
  list_files(folder, files);
  return files;
}
