/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A journal of an earlier version, opened by this one. */
#include <sqlite3.h>

#include "world.h"

/* What SQL gives on the file of WORLD: "value|value; …". Caller frees. */
static char *ask(const struct world *world, const char *sql)
{
  GString *out = g_string_new(NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  CU_ASSERT_FATAL(sqlite3_open(world->file, &db) == SQLITE_OK);
  CU_ASSERT_FATAL(sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count(statement); i++)
      g_string_append_printf(out, "%s%s", i ? "|" : "", sqlite3_column_text(statement, i));
    g_string_append(out, "; ");
  }
  sqlite3_finalize(statement);
  sqlite3_close(db);
  return g_string_free(out, FALSE);
}

static void test_version_1(void)
{
  struct world world = world_new();
  world_restore(&world, "version-1.sql");
  journal_close(world_open(&world));
  g_autofree char *parts = ask(&world, "SELECT id, parts, length(identity) FROM debrief");
  ASSERT_TEXT(parts, "1|16|33; 2|3|33; ");
  g_autofree char *ticks = ask(&world, "SELECT task, day, coalesce(action, '-') FROM tick");
  ASSERT_TEXT(ticks, "tell|2026-11-21|-; ");
  g_autofree char *alike = ask(&world, "SELECT count(*), count(DISTINCT seal) FROM answer");
  ASSERT_TEXT(alike, "18|18; ");
  g_autofree char *version = ask(&world, "PRAGMA user_version");
  ASSERT_TEXT(version, "2; ");
  world_clear(&world);
}

static void test_reading_migrates_a_copy(void)
{
  struct world world = world_new();
  world_restore(&world, "version-1.sql");
  g_autofree char *before = NULL, *after = NULL;
  gsize length_before = 0, length_after = 0;
  g_file_get_contents(world.file, &before, &length_before, NULL);
  OWNED(journal) journal = journal_open(world.file, TRUE, NULL, NULL);
  CU_ASSERT_FATAL(journal != NULL);
  g_autoptr(GPtrArray) list = journal_list(journal, "outage", NULL);
  CU_ASSERT(list && list->len == 2);
  g_file_get_contents(world.file, &after, &length_after, NULL);
  CU_ASSERT(length_before == length_after && memcmp(before, after, length_before) == 0);
  world_clear(&world);
}

static void test_recorded(void)
{
  gboolean wiped = FALSE;
  struct world world = world_new();
  struct journal *journal = world_open(&world);
  gint64 id = journal_begin(journal, "test", DAY, NULL);
  CU_ASSERT(journal_record_fill(journal, id, "name", "Ada", DAY, NULL));
  CU_ASSERT(journal_record_fill(journal, id, "street", "here", DAY, NULL));
  CU_ASSERT(journal_record_fill(journal, id, "street", "", DAY, NULL));
  CU_ASSERT(journal_record_draft(journal, id, "thanks", "Thank you.\nAda", DAY, NULL));
  CU_ASSERT(journal_record_draft(journal, id, "sorry", "x", DAY, NULL));
  CU_ASSERT(journal_record_draft(journal, id, "sorry", NULL, DAY, NULL));
  CU_ASSERT(journal_record_move(journal, id, "one", DAY + 3, DAY, NULL));
  CU_ASSERT(journal_record_move(journal, id, "one", DAY + 4, DAY, NULL));
  CU_ASSERT(journal_record_move(journal, id, "two", DAY + 4, DAY, NULL));
  CU_ASSERT(journal_record_move(journal, id, "two", 0, DAY, NULL));
  CU_ASSERT(journal_record_tick(journal, id, "one", "a-one", DAY, DAY, NULL));
  journal_close(journal);
  g_autofree char *rows = ask(&world, "SELECT blank, words FROM fill UNION ALL"
                                      " SELECT draft, replace(words, x'0a', '/') FROM draft UNION "
                                      "ALL SELECT task, day FROM move UNION ALL"
                                      " SELECT task, action FROM tick");
  ASSERT_TEXT(rows, "name|Ada; thanks|Thank you./Ada; one|2024-04-28; one|a-one; ");
  g_autofree char *parts = ask(&world, "SELECT parts FROM debrief");
  ASSERT_TEXT(parts, "4; ");
  journal = world_open(&world);
  CU_ASSERT(journal_delete(journal, id, &wiped, NULL) && wiped);
  journal_close(journal);
  g_autofree char *left = ask(&world, "SELECT words FROM fill UNION SELECT words FROM draft");
  ASSERT_TEXT(left, "");
  world_clear(&world);
}

SUITE(migration, {"a journal of version 1 is brought along", test_version_1},
      {"reading an older journal leaves it as it is", test_reading_migrates_a_copy},
      {"fills, drafts, moves and the ticked action are kept", test_recorded})
