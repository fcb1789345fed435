/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening and closing the journal's file. */
#include "journal/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "journal/store.h"

/* How long a commit of another process is waited for, in milliseconds. */
#define PATIENCE 5000

G_DEFINE_QUARK(journal - error - quark, journal_error)

static gboolean fail_with_errno(struct journal *journal, const char *pattern, GError **error)
{
  return store_fail_with(journal, JOURNAL_ERROR_IO, pattern, g_strerror(errno), error);
}

/* Makes an entry of FOLDER that has just been created outlive a loss of power. */
static void sync_folder(const char *folder)
{
  int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0)
    return;
  fsync(descriptor);
  close(descriptor);
}

/* The file, there and its owner's alone, before SQLite opens it and copies its mode. */
static gboolean make_file(struct journal *journal, GError **error)
{
  g_autofree char *folder = g_path_get_dirname(journal->file);
  if (g_mkdir_with_parents(folder, 0700) != 0)
    return fail_with_errno(journal, N_("cannot make the folder of the journal '{1}': {2}"), error);
  gboolean fresh = access(journal->file, F_OK) != 0;
  int descriptor = open(journal->file, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return fail_with_errno(journal, N_("cannot open the journal '{1}': {2}"), error);
  gboolean fine = fchmod(descriptor, 0600) == 0 ||
                  fail_with_errno(journal, N_("cannot open the journal '{1}': {2}"), error);
  close(descriptor);
  if (fresh)
    sync_folder(folder);
  return fine;
}

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

static gboolean open_database(struct journal *journal, gboolean read_only, GError **error)
{
  int flags = SQLITE_OPEN_READWRITE;
  g_autofree char *name = NULL;
  if (!read_only)
    name = g_strdup(journal->file);
  else if (access(journal->file, F_OK) != 0 && errno == ENOENT)
    name = g_strdup(":memory:");
  else
    name = name_to_read(journal, &flags);
  if (sqlite3_open_v2(name, &journal->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    return store_fail(journal, error);
  sqlite3_busy_timeout(journal->db, PATIENCE);
  return TRUE;
}

struct journal *journal_open(const char *file, gboolean read_only,
                             const struct translator *translator, GError **error)
{
  OWNED(journal) journal = g_new0(struct journal, 1);
  journal->file = g_strdup(file);
  journal->locks = -1;
  journal->translator = translator;
  journal->damage = g_ptr_array_new_with_free_func(g_free);
  if ((!read_only && !make_file(journal, error)) || !open_database(journal, read_only, error) ||
      !schema_prepare(journal, read_only, error))
    return NULL;
  return g_steal_pointer(&journal);
}

void journal_close(struct journal *journal)
{
  for (int i = 0; i < STATEMENT_COUNT; i++)
    sqlite3_finalize(journal->statements[i]);
  sqlite3_close(journal->db);
  if (journal->locks >= 0)
    close(journal->locks);
  g_ptr_array_unref(journal->damage);
  g_free(journal->file);
  g_free(journal);
}

GPtrArray *journal_take_damage(struct journal *journal)
{
  GPtrArray *taken = journal->damage;
  journal->damage = g_ptr_array_new_with_free_func(g_free);
  return taken;
}
