/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of what the program reads and writes. */
#include "command/paths.h"

#include <string.h>

#include "xml/xml.h"

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

const char *paths_input(const char *named)
{
  return strcmp(named, "-") == 0 ? XML_STANDARD_INPUT : named;
}

/* NAME in the folder that VARIABLE names, as the XDG Base Directory Specification has it: one that
 * is no whole path is no folder. Else in FOLDER of the person's home, if they have one. */
static char *own(const char *variable, const char *folder, const char *name)
{
  const char *set = g_getenv(variable);
  const char *home = g_get_home_dir();
  if (set && g_path_is_absolute(set))
    return g_build_filename(set, "rebond", name, NULL);
  if (home && g_path_is_absolute(home))
    return g_build_filename(home, folder, "rebond", name, NULL);
  return NULL;
}

char *paths_additions(void)
{
  return own("XDG_CONFIG_HOME", ".config", "content");
}

char *paths_keeping(void)
{
  return own("XDG_CONFIG_HOME", ".config", "keeping");
}

char *paths_journal(void)
{
  return own("XDG_DATA_HOME", ".local/share", "journal.sqlite");
}

char *paths_history(void)
{
  return own("XDG_DATA_HOME", ".local/share", "history");
}
