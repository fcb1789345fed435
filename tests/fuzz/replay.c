/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fuzzer's bytes without the fuzzer: each file named, and each in a folder named, once. */
#include "fuzz.h"

#include <stdio.h>

static guint replay(const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;
  if (!g_file_get_contents(path, &bytes, &size, NULL))
    g_error("cannot read %s", path);
  printf("%s\n", path);
  fflush(stdout);
  LLVMFuzzerTestOneInput((const uint8_t *)bytes, size);
  return 1;
}

static guint replay_all(const char *path)
{
  g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
  guint count = 0;
  if (!folder)
    return replay(path);
  for (const char *name; (name = g_dir_read_name(folder));) {
    g_autofree char *inside = g_build_filename(path, name, NULL);
    if (!g_file_test(inside, G_FILE_TEST_IS_DIR))
      count += replay(inside);
  }
  return count;
}

int main(int argc, char **argv)
{
  guint count = 0;
  for (int i = 1; i < argc; i++)
    count += replay_all(argv[i]);
  printf("%u inputs\n", count);
  return count ? 0 : 1;
}
