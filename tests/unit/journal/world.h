/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the journal share: a small pack, and a journal in a folder of its own. */
#pragma once

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "journal/journal.h"
#include "support/suite.h"
#include "support/told.h"

#define DAY 739000

struct world {
  struct test_pack *pack;
  char *folder, *file;
};

static inline struct world world_new(void)
{
  struct world world = {
      .pack = test_pack_new(NULL,
                            "<question id='a' kind='choices'><prompt>A</prompt>"
                            "<option value='x'><label>X</label></option>"
                            "<option value='y'><label>Y</label></option></question>"
                            "<repeat id='r' max='3'><prompt>Encore ?</prompt>"
                            "<question id='ra' kind='text'><prompt>RA</prompt></question></repeat>"
                            "<question id='b' kind='note'><prompt>B</prompt></question>"
                            "<action id='one' channel='self'><title>Un</title></action>"),
      .folder = test_folder_new(),
  };
  world.file = g_build_filename(world.folder, "data", "rebond", "journal.sqlite", NULL);
  return world;
}

static inline void world_clear(struct world *world)
{
  test_pack_free(world->pack);
  test_folder_remove(world->folder);
  g_free(world->folder);
  g_free(world->file);
}

/* Opens the journal of WORLD and fails the test if it does not open. */
static inline struct journal *world_open(const struct world *world)
{
  g_autoptr(GError) error = NULL;
  struct journal *journal = journal_open(world->file, FALSE, NULL, &error);
  ASSERT_TEXT(error ? error->message : NULL, NULL);
  CU_ASSERT_FATAL(journal != NULL);
  return journal;
}

/* A journal on disk, with a debrief that tells nothing. */
static inline void world_begin(const struct world *world)
{
  OWNED(journal) journal = world_open(world);
  CU_ASSERT_FATAL(journal_begin(journal, "test", DAY, NULL) != 0);
}

/* The journal of WORLD becomes what tests/journals/NAME says. */
static inline void world_restore(const struct world *world, const char *name)
{
  g_autofree char *source = g_build_filename(g_getenv("SOURCE"), "tests", "journals", name, NULL);
  g_autofree char *folder = g_path_get_dirname(world->file);
  g_autofree char *sql = NULL;
  sqlite3 *db = NULL;
  CU_ASSERT_FATAL(g_file_get_contents(source, &sql, NULL, NULL));
  g_mkdir_with_parents(folder, 0700);
  CU_ASSERT_FATAL(sqlite3_open(world->file, &db) == SQLITE_OK);
  CU_ASSERT_FATAL(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK);
  sqlite3_close(db);
}

/* Runs SQL on the file of WORLD behind the journal's back. */
static inline void world_meddle(const struct world *world, const char *sql)
{
  sqlite3 *db = NULL;
  CU_ASSERT_FATAL(sqlite3_open(world->file, &db) == SQLITE_OK);
  CU_ASSERT_EQUAL_FATAL(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
  sqlite3_close(db);
}

static inline guint mode_of(const char *path)
{
  struct stat there;
  return stat(path, &there) == 0 ? there.st_mode & 0777u : 0;
}
