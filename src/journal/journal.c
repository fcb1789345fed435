/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening and closing the journal's file. */
#include "journal/journal.h"

#include <unistd.h>

#include "journal/store.h"

/* How long a commit of another process is waited for, in milliseconds. */
#define PATIENCE 5000

G_DEFINE_QUARK(journal - error - quark, journal_error)

/*
 * What to open for reading. SQLite cannot read a WAL database in a folder where it may not make
 * its -shm file, unless it is told that nothing will change; so it is when no WAL is there.
 */
static char *name_to_read(const struct journal *journal, int *flags)
{
  g_autofree char *folder = g_path_get_dirname(journal->file);
  g_autofree char *wal = g_strconcat(journal->file, "-wal", NULL);
  *flags = SQLITE_OPEN_READONLY;
  if (access(journal->file, W_OK) == 0 && access(folder, W_OK) == 0) {
    *flags = SQLITE_OPEN_READWRITE;
  } else if (access(wal, F_OK) != 0) {
    *flags |= SQLITE_OPEN_URI;
    g_autofree char *path = g_uri_escape_string(journal->file, "/", TRUE);
    return g_strconcat("file:", path, "?immutable=1", NULL);
  }
  return g_strdup(journal->file);
}

/*
 * SQLite sets twenty pages aside at once, and as many again for each list it sorts or looks into;
 * most commands read fewer. It guards everything against other threads, of which there are none,
 * and keeps count of its memory, for which nobody asks. This counts before a first database is
 * opened, and changes nothing later.
 */
static void set_up(void)
{
  sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0);
  sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static gboolean open_database(struct journal *journal, gboolean read_only, gboolean there,
                              GError **error)
{
  int flags = SQLITE_OPEN_READWRITE;
  g_autofree char *name = NULL;
  if (!read_only)
    name = g_strdup(journal->file);
  else if (!there)
    name = g_strdup(":memory:");
  else
    name = name_to_read(journal, &flags);
  set_up();
  if (sqlite3_open_v2(name, &journal->db, flags, NULL) != SQLITE_OK)
    return store_fail(journal, error);
  sqlite3_busy_timeout(journal->db, PATIENCE);
  return TRUE;
}

static void close_database(struct journal *journal)
{
  for (int i = 0; i < STATEMENT_COUNT; i++)
    g_clear_pointer(&journal->statements[i], sqlite3_finalize);
  g_clear_pointer(&journal->db, sqlite3_close);
}

static gboolean prepare(struct journal *journal, gboolean read_only, gboolean there, GError **error)
{
  return open_database(journal, read_only, there, error) &&
         schema_prepare(journal, read_only, error);
}

struct journal *journal_open(const char *file, gboolean read_only,
                             const struct translator *translator, GError **error)
{
  OWNED(journal) journal = g_new0(struct journal, 1);
  journal->file = g_strdup(file);
  journal->locks = -1;
  journal->read_only = read_only;
  journal->translator = translator;
  journal->damage = g_ptr_array_new_with_free_func(g_free);
  journal->warnings = g_ptr_array_new_with_free_func(g_free);
  gboolean there = FALSE;
  if (!file_prepare(journal, read_only, &there, error) ||
      !prepare(journal, read_only || !there, there, error))
    return NULL;
  journal->pending = !there;
  return g_steal_pointer(&journal);
}

gboolean store_make(struct journal *journal, GError **error)
{
  if (!journal->pending)
    return TRUE;
  if (!file_make(journal, error))
    return FALSE;
  close_database(journal);
  journal->pending = FALSE;
  return prepare(journal, FALSE, TRUE, error);
}

void journal_close(struct journal *journal)
{
  close_database(journal);
  if (journal->locks >= 0)
    close(journal->locks);
  g_ptr_array_unref(journal->damage);
  g_ptr_array_unref(journal->warnings);
  g_free(journal->file);
  g_free(journal);
}

static GPtrArray *take(GPtrArray **notes)
{
  GPtrArray *taken = *notes;
  *notes = g_ptr_array_new_with_free_func(g_free);
  return taken;
}

GPtrArray *journal_take_damage(struct journal *journal)
{
  return take(&journal->damage);
}

GPtrArray *journal_take_warnings(struct journal *journal)
{
  return take(&journal->warnings);
}
