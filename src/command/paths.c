/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of what the program reads and writes. */
#include "command/paths.h"

/* Linux only: proc(5). Without it the folder the program was started in has to do. */
static char *program_folder(void)
{
  g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
  return program ? g_path_get_dirname(program) : g_strdup(".");
}

/* A folder below share/, in a build tree beside the program, installed beside bin/. */
static char *shared(const char *folder)
{
  g_autofree char *program = program_folder();
  char *beside = g_build_filename(program, "share", folder, NULL);
  if (g_file_test(beside, G_FILE_TEST_IS_DIR))
    return beside;
  g_free(beside);
  return g_build_filename(program, "..", "share", folder, NULL);
}

char *paths_content(void)
{
  return shared("rebond/content");
}

char *paths_locale(void)
{
  return shared("locale");
}

char *paths_additions(void)
{
  return g_build_filename(g_get_user_config_dir(), "rebond", "content", NULL);
}

char *paths_journal(void)
{
  return g_build_filename(g_get_user_data_dir(), "rebond", "journal.sqlite", NULL);
}

char *paths_history(void)
{
  return g_build_filename(g_get_user_data_dir(), "rebond", "history", NULL);
}
