/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The debriefs as such: listed, begun, locked, deleted. */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "journal/store.h"

/* The columns of STATEMENT_LIST. */
enum {
  COLUMN_SEAL,
  COLUMN_ID,
  COLUMN_PACK,
  COLUMN_BEGUN,
  COLUMN_TOUCHED,
  COLUMN_IDENTITY,
  COLUMN_PARTS
};

static void entry_free(gpointer data)
{
  struct journal_entry *entry = data;
  g_free(entry->pack);
  g_free(entry->identity);
  g_free(entry);
}

static gint latest_first(gconstpointer a, gconstpointer b)
{
  const struct journal_entry *one = *(struct journal_entry *const *)a;
  const struct journal_entry *other = *(struct journal_entry *const *)b;
  if (one->touched != other->touched)
    return one->touched < other->touched ? 1 : -1;
  return one->id < other->id ? 1 : -1;
}

/* The debriefs from FIRST to LAST. */
static GPtrArray *list(struct journal *journal, const char *pack, gint64 first, gint64 last,
                       GError **error)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func(entry_free);
  GError *failure = NULL;
  sqlite3_stmt *statement = store_bind(journal, STATEMENT_LIST, &failure, "tii", pack, first, last);
  while (statement && store_row(journal, statement, &failure)) {
    struct journal_entry *entry = g_new0(struct journal_entry, 1);
    entry->sound = seal_holds(statement);
    entry->id = sqlite3_column_int64(statement, COLUMN_ID);
    entry->pack = store_text(statement, COLUMN_PACK);
    entry->begun = store_day(statement, COLUMN_BEGUN);
    entry->touched = store_day(statement, COLUMN_TOUCHED);
    entry->identity = store_text(statement, COLUMN_IDENTITY);
    entry->parts = sqlite3_column_int64(statement, COLUMN_PARTS);
    g_ptr_array_add(entries, entry);
  }
  g_ptr_array_sort(entries, latest_first);
  return store_end_reading(journal, failure, error) ? g_steal_pointer(&entries) : NULL;
}

GPtrArray *journal_list(struct journal *journal, const char *pack, GError **error)
{
  gboolean sound = schema_check_debriefs(journal, error);
  return sound ? list(journal, pack, G_MININT64, G_MAXINT64, error) : NULL;
}

GPtrArray *journal_look(struct journal *journal, const char *pack, gint64 id, GError **error)
{
  GPtrArray *entries = list(journal, pack, id ? id : G_MININT64, id ? id : G_MAXINT64, error);
  if (entries && entries->len > 1)
    g_ptr_array_set_size(entries, 1);
  return entries;
}

gboolean journal_find(struct journal *journal, const char *identity, gint64 *id, GError **error)
{
  GError *failure = NULL;
  *id = 0;
  sqlite3_stmt *row = store_bind(journal, STATEMENT_FIND_IDENTITY, &failure, "t", identity);
  while (row && store_row(journal, row, &failure))
    *id = sqlite3_column_int64(row, 0);
  return store_hand_on(failure, error);
}

char *store_locks_name(const struct journal *journal)
{
  return g_strconcat(journal->file, ".locks", NULL);
}

static gboolean open_locks(struct journal *journal, GError **error)
{
  g_autofree char *name = store_locks_name(journal);
  journal->locks = open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  return journal->locks >= 0 ||
         store_fail_with(journal, JOURNAL_ERROR_IO, N_("cannot lock the journal '{1}': {2}"),
                         g_strerror(errno), error);
}

static gboolean fail_busy(struct journal *journal, gint64 id, GError **error)
{
  g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, id);
  g_autofree char *message =
      tr_fill(tr(journal->translator,
                 N_("debrief {1} is open in another window; go on there, or close it first")),
              number, NULL);
  g_set_error_literal(error, JOURNAL_ERROR, JOURNAL_ERROR_BUSY, message);
  return FALSE;
}

gboolean journal_lock(struct journal *journal, gint64 id, GError **error)
{
  if (journal->locks < 0 && !open_locks(journal, error))
    return FALSE;
  struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = (off_t)id, .l_len = 1};
  if (fcntl(journal->locks, F_OFD_SETLK, &lock) == 0)
    return TRUE;
  if (errno == EAGAIN || errno == EACCES)
    return fail_busy(journal, id, error);
  return store_fail_with(journal, JOURNAL_ERROR_IO, N_("cannot lock the journal '{1}': {2}"),
                         g_strerror(errno), error);
}

/* A file beside the journal to try a lock on. None is left there: a file of locks says that there
 * have been debriefs. */
static int open_probe(struct journal *journal)
{
  g_autofree char *name = store_locks_name(journal);
  g_autofree char *spare = g_strconcat(name, ".XXXXXX", NULL);
  int there = open(name, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (there >= 0)
    return there;
  int made = g_mkstemp_full(spare, O_RDWR | O_CLOEXEC, 0600);
  if (made >= 0)
    unlink(spare);
  return made;
}

/* Byte 0 is of no debrief. */
gboolean store_can_lock(struct journal *journal)
{
  struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 1};
  int probe = open_probe(journal);
  if (probe < 0)
    return TRUE;
  gboolean none = fcntl(probe, F_OFD_SETLK, &lock) != 0 && errno == ENOLCK;
  close(probe); /* with its lock */
  return !none;
}

gint64 store_insert_debrief(struct journal *journal, const char *pack, int day,
                            const char *identity, GError **error)
{
  if (!store_run(journal, STATEMENT_INSERT_DEBRIEF, error, "tdt", pack, day, identity))
    return 0;
  gint64 id = sqlite3_last_insert_rowid(journal->db);
  gboolean fine = store_run(journal, STATEMENT_SEAL_DEBRIEF, error, "i", id) &&
                  journal_lock(journal, id, error);
  return fine ? id : 0;
}

gint64 journal_begin(struct journal *journal, const char *pack, int day, GError **error)
{
  if (!store_make(journal, error) || !store_begin(journal, error))
    return 0;
  gint64 id = store_insert_debrief(journal, pack, day, NULL, error);
  return store_end(journal, id != 0, error) ? id : 0;
}

/* Writes what is deleted over in the database, and empties the WAL that still holds it. */
static gboolean wipe(struct journal *journal, GError **error)
{
  int result = sqlite3_wal_checkpoint_v2(journal->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  return result == SQLITE_OK || store_fail(journal, error);
}

/* What would hinder the wiping shows before anything is deleted. */
gboolean journal_delete(struct journal *journal, gint64 id, gboolean *wiped, GError **error)
{
  if (!journal_lock(journal, id, error) || !wipe(journal, error) ||
      !store_run(journal, STATEMENT_DELETE_DEBRIEF, error, "i", id))
    return FALSE;
  *wiped = wipe(journal, NULL);
  return TRUE;
}
