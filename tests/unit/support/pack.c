/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small packs for tests. */
#include "support/pack.h"

#include <glib/gstdio.h>

#include "reader/catalogue_read.h"
#include "support/suite.h"

char *test_folder_new(void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp("rebond-test-XXXXXX", &error);
  g_assert_no_error(error);
  return folder;
}

void test_folder_write(const char *folder, const char *name, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *file = g_build_filename(folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname(file);
  g_mkdir_with_parents(parent, 0700);
  /* Without a sync, and without the tail of a longer file: GLib does not cut it off then. */
  g_unlink(file);
  g_file_set_contents_full(file, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error(error);
}

void test_folder_remove(const char *folder)
{
  GDir *dir = g_dir_open(folder, 0, NULL);
  const char *name;
  while (dir && (name = g_dir_read_name(dir))) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_DIR) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
      test_folder_remove(path);
    else
      g_unlink(path);
  }
  if (dir)
    g_dir_close(dir);
  g_rmdir(folder);
}

struct test_pack *test_pack_read(char *folder)
{
  struct test_pack *made = g_new0(struct test_pack, 1);
  made->folder = folder;
  made->findings = findings_new(NULL);
  made->catalogue = catalogue_read(folder, NULL, made->findings);
  return made;
}

struct test_pack *test_pack_new(const char *pack, const char *theme)
{
  g_autofree char *pack_xml =
      g_strconcat("<pack xmlns=\"urn:rebond:content:1\" id=\"test\" xml:lang=\"fr\">\n"
                  "<title>Essai</title><about>Pour voir.</about><subject>Un essai</subject>\n",
                  pack ? pack : "", "</pack>\n", NULL);
  g_autofree char *theme_xml =
      g_strconcat("<theme xmlns=\"urn:rebond:content:1\" id=\"t\">\n<title>Thème</title>\n",
                  theme ? theme : "", "</theme>\n", NULL);
  g_autofree char *folder = test_folder_new();
  test_folder_write(folder, "pack.xml", pack_xml);
  test_folder_write(folder, "10-theme.xml", theme_xml);
  return test_pack_read(g_steal_pointer(&folder));
}

void test_pack_free(struct test_pack *pack)
{
  if (pack->catalogue)
    catalogue_free(pack->catalogue);
  findings_free(pack->findings);
  test_folder_remove(pack->folder);
  g_free(pack->folder);
  g_free(pack);
}

char *test_pack_findings(const struct test_pack *pack)
{
  g_autoptr(GString) out = g_string_new(NULL);
  g_autofree char *folder = g_strconcat(pack->folder, "/", NULL);
  findings_print(pack->findings, out);
  g_string_replace(out, folder, "", 0);
  return g_string_free(g_steal_pointer(&out), FALSE);
}

const struct item *test_pack_item(const struct test_pack *pack, const char *id)
{
  const struct name *name = catalogue_find(pack->catalogue, id);
  if (!name || !name->item)
    g_error("no item '%s' in the test's pack", id);
  return name->item;
}
