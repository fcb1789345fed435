/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The journal's schema and its versions. Days are ISO dates, so that the file can be read with any
 * SQLite shell.
 */
#include <string.h>
#include <sys/stat.h>

#include "journal/store.h"

/* "rbnd", so that another program's database is not taken for a journal. */
#define APPLICATION_ID 0x72626e64

/* Up to how many bytes a journal is checked as a whole when it is opened. */
#define CHECKED_WHOLE (1 << 20)

/* What leads from schema version I to I + 1. A row, once released, never changes. */
static const char *const migrations[] = {
    /* An answer is a row for each of its values; a skip is one row without a value. */
    "CREATE TABLE debrief("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  pack TEXT NOT NULL,"
    "  begun TEXT NOT NULL,"
    "  touched TEXT NOT NULL"
    ") STRICT;"
    "CREATE TABLE answer("
    "  debrief INTEGER NOT NULL REFERENCES debrief(id) ON DELETE CASCADE,"
    "  step TEXT NOT NULL,"
    "  turn INTEGER NOT NULL,"
    "  position INTEGER NOT NULL,"
    "  value TEXT,"
    "  given TEXT NOT NULL,"
    "  seen TEXT NOT NULL,"
    "  PRIMARY KEY(debrief, step, turn, position)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE tick("
    "  debrief INTEGER NOT NULL REFERENCES debrief(id) ON DELETE CASCADE,"
    "  task TEXT NOT NULL,"
    "  day TEXT NOT NULL,"
    "  PRIMARY KEY(debrief, task)"
    ") STRICT, WITHOUT ROWID;"
    "PRAGMA application_id = 1919053412;",
    /*
     * Words for blanks, days put off to, messages written anew, and which action a tick was for
     * (NULL: of a tick from before this version). `identity` goes with a debrief from one journal
     * to another. `seal` is that of the row's other columns (journal/seal.c), `parts` how many rows
     * of the other tables a debrief has.
     */
    "ALTER TABLE debrief ADD COLUMN identity TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE debrief ADD COLUMN parts INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE debrief ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE answer ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE tick ADD COLUMN action TEXT;"
    "ALTER TABLE tick ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;"
    "CREATE TABLE move("
    "  debrief INTEGER NOT NULL REFERENCES debrief(id) ON DELETE CASCADE,"
    "  task TEXT NOT NULL,"
    "  day TEXT NOT NULL,"
    "  seal INTEGER NOT NULL,"
    "  PRIMARY KEY(debrief, task)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE fill("
    "  debrief INTEGER NOT NULL REFERENCES debrief(id) ON DELETE CASCADE,"
    "  blank TEXT NOT NULL,"
    "  words TEXT NOT NULL,"
    "  seal INTEGER NOT NULL,"
    "  PRIMARY KEY(debrief, blank)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE draft("
    "  debrief INTEGER NOT NULL REFERENCES debrief(id) ON DELETE CASCADE,"
    "  draft TEXT NOT NULL,"
    "  words TEXT NOT NULL,"
    "  seal INTEGER NOT NULL,"
    "  PRIMARY KEY(debrief, draft)"
    ") STRICT, WITHOUT ROWID;"
    "UPDATE answer SET seal = seal(debrief, step, turn, position, value, given, seen);"
    "UPDATE tick SET seal = seal(debrief, task, day, action);"
    "UPDATE debrief SET identity = 'd' || lower(hex(randomblob(16))),"
    "  parts = (SELECT count(*) FROM answer WHERE debrief = id) +"
    "          (SELECT count(*) FROM tick WHERE debrief = id);"
    "UPDATE debrief SET seal = seal(id, pack, begun, touched, identity, parts);",
};
G_STATIC_ASSERT(APPLICATION_ID == 1919053412);

static const char settings[] = "PRAGMA foreign_keys = ON;"
                               "PRAGMA secure_delete = ON;"
                               "PRAGMA synchronous = FULL;";

static gboolean run(struct journal *journal, const char *sql, GError **error)
{
  return sqlite3_exec(journal->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
         store_fail(journal, error);
}

static int keep_number(void *data, int columns, char **values, char **names)
{
  (void)columns;
  (void)names;
  if (values[0])
    *(gint64 *)data = g_ascii_strtoll(values[0], NULL, 10);
  return 0;
}

/* The one number that SQL gives. */
static gboolean number(struct journal *journal, const char *sql, gint64 *result, GError **error)
{
  *result = 0;
  return sqlite3_exec(journal->db, sql, keep_number, result, NULL) == SQLITE_OK ||
         store_fail(journal, error);
}

static gboolean fail_stranger(struct journal *journal, GError **error)
{
  return store_fail_with(journal, JOURNAL_ERROR_DAMAGED,
                         N_("'{1}' is no journal; move it out of the way"), NULL, error);
}

/* Whose file it is, before anything in it is changed. */
static gboolean check_identity(struct journal *journal, gint64 *version, GError **error)
{
  gint64 application = 0, tables = 0, ours = 0;
  if (!number(journal, "PRAGMA application_id", &application, error) ||
      !number(journal, "PRAGMA user_version", version, error) ||
      !number(journal, "SELECT count(*) FROM sqlite_schema", &tables, error) ||
      !number(journal,
              "SELECT count(*) FROM sqlite_schema WHERE name IN ('debrief', 'answer', 'tick')",
              &ours, error))
    return FALSE;
  if (*version < 0 || (tables > 0 && ours < 3))
    return fail_stranger(journal, error);
  if (*version > (gint64)G_N_ELEMENTS(migrations))
    return store_fail_with(
        journal, JOURNAL_ERROR_NEWER,
        N_("the journal '{1}' was written by a later version of this program; use that one"), NULL,
        error);
  if (tables > 0 && application != APPLICATION_ID)
    return store_meet_damage(journal, error);
  return TRUE;
}

static gboolean apply(struct journal *journal, GError **error)
{
  /* Asked again inside the transaction: another process may have been quicker. */
  gint64 version = 0;
  if (!number(journal, "PRAGMA user_version", &version, error))
    return FALSE;
  for (; version < (gint64)G_N_ELEMENTS(migrations); version++)
    if (!run(journal, migrations[version], error))
      return FALSE;
  g_autofree char *mark =
      g_strdup_printf("PRAGMA user_version = %u", (guint)G_N_ELEMENTS(migrations));
  return run(journal, mark, error);
}

static gboolean migrate(struct journal *journal, GError **error)
{
  return store_begin(journal, error) && store_end(journal, apply(journal, error), error);
}

static int keep_first(void *data, int columns, char **values, char **names)
{
  (void)columns;
  (void)names;
  char **first = data;
  if (!*first)
    *first = g_strdup(values[0]);
  return 0;
}

/* A page that the disk does not give is no page that is damaged: quick_check ends such lines with
 * the result code of SQLite. */
static gboolean is_read_error(const char *verdict)
{
  const char *code = strstr(verdict, "error code=");
  return code && (g_ascii_strtoll(strchr(code, '=') + 1, NULL, 10) & 0xff) == SQLITE_IOERR;
}

static gboolean check(struct journal *journal, const char *sql, GError **error)
{
  g_autofree char *verdict = NULL;
  if (sqlite3_exec(journal->db, sql, keep_first, &verdict, NULL) != SQLITE_OK &&
      (!journal->read_only || store_code(journal) != SQLITE_CORRUPT))
    return store_fail(journal, error);
  if (g_strcmp0(verdict, "ok") == 0)
    return TRUE;
  if (verdict && is_read_error(verdict))
    return store_fail_with(journal, JOURNAL_ERROR_IO, N_("cannot read the journal '{1}': {2}"),
                           g_strerror(EIO), error);
  return store_meet_damage(journal, error);
}

gboolean schema_check_debriefs(struct journal *journal, GError **error)
{
  gboolean unchecked = journal->unchecked;
  journal->unchecked = FALSE;
  return !unchecked || check(journal, "PRAGMA quick_check(debrief)", error);
}

/*
 * All pages where that is a matter of milliseconds, else those of the debriefs as such, before they
 * are listed or anything is changed: what is wrong with the others shows by seals and counts when a
 * debrief is read.
 */
static gboolean check_soundness(struct journal *journal, GError **error)
{
  struct stat there;
  journal->unchecked = stat(journal->file, &there) == 0 && there.st_size > CHECKED_WHOLE;
  if (!journal->unchecked)
    return check(journal, "PRAGMA quick_check(1)", error);
  return journal->read_only || schema_check_debriefs(journal, error);
}

/* Goes on with a copy in memory, so that reading leaves an older journal as it is. */
static gboolean copy_to_memory(struct journal *journal, GError **error)
{
  sqlite3 *memory = NULL;
  sqlite3_backup *backup = NULL;
  if (sqlite3_open(":memory:", &memory) == SQLITE_OK)
    backup = sqlite3_backup_init(memory, "main", journal->db, "main");
  gboolean fine = backup && sqlite3_backup_step(backup, -1) == SQLITE_DONE;
  sqlite3_backup_finish(backup);
  sqlite3 *read = journal->db;
  journal->db = memory;
  fine = fine ? seal_prepare(journal, error) : store_fail(journal, error);
  sqlite3_close(read);
  return fine;
}

gboolean schema_prepare(struct journal *journal, gboolean read_only, GError **error)
{
  gint64 version = 0;
  if (!seal_prepare(journal, error) || !check_identity(journal, &version, error))
    return FALSE;
  if (!read_only && !run(journal, "PRAGMA journal_mode = WAL", error))
    return FALSE;
  gboolean old = version < (gint64)G_N_ELEMENTS(migrations);
  if (old && read_only && !copy_to_memory(journal, error))
    return FALSE;
  if (!run(journal, settings, error) || (old && !migrate(journal, error)))
    return FALSE;
  return check_soundness(journal, error);
}
