/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's statements, and SQLite's results as errors for people. */
#include "journal/store.h"

#include <stdarg.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"

/* True of a row that is as it was written. */
#define DEBRIEF_SOUND "seal = seal(id, pack, begun, touched, identity, parts)"

static const char *const sql[STATEMENT_COUNT] = {
    [STATEMENT_BEGIN] = "BEGIN IMMEDIATE",
    [STATEMENT_BEGIN_READING] = "BEGIN",
    [STATEMENT_COMMIT] = "COMMIT",
    [STATEMENT_ROLLBACK] = "ROLLBACK",
    [STATEMENT_LIST] =
        "SELECT seal, id, pack, begun, touched, identity, parts FROM debrief"
        " WHERE id BETWEEN ?2 AND ?3 AND (?1 IS NULL OR pack = ?1 OR NOT " DEBRIEF_SOUND ")",
    [STATEMENT_INSERT_DEBRIEF] = "INSERT INTO debrief(pack, begun, touched, identity)"
                                 " VALUES (?1, ?2, ?2,"
                                 " coalesce(?3, 'd' || lower(hex(randomblob(16)))))",
    /* A row that is not as it was written is not made to look as if it were. */
    [STATEMENT_FIND_IDENTITY] = "SELECT id FROM debrief WHERE identity = ?1",
    [STATEMENT_TOUCH] =
        "UPDATE debrief SET touched = ?2, parts = n, seal = CASE WHEN " DEBRIEF_SOUND
        " THEN seal(id, pack, begun, ?2, identity, n) ELSE seal END"
        " FROM (SELECT (SELECT count(*) FROM answer WHERE debrief = ?1)"
        " + (SELECT count(*) FROM tick WHERE debrief = ?1)"
        " + (SELECT count(*) FROM move WHERE debrief = ?1)"
        " + (SELECT count(*) FROM fill WHERE debrief = ?1)"
        " + (SELECT count(*) FROM draft WHERE debrief = ?1) AS n) WHERE id = ?1",
    [STATEMENT_SEAL_DEBRIEF] =
        "UPDATE debrief SET seal = seal(id, pack, begun, touched, identity, parts) WHERE id = ?1",
    [STATEMENT_SET_BEGUN] = "UPDATE debrief SET begun = ?2, pack = ?3 WHERE id = ?1",
    [STATEMENT_DELETE_DEBRIEF] = "DELETE FROM debrief WHERE id = ?1",
    [STATEMENT_READ_ANSWERS] = "SELECT seal, debrief, step, turn, position, value, given, seen"
                               " FROM answer WHERE debrief = ?1 ORDER BY step, turn, position",
    [STATEMENT_INSERT_ANSWER] = "INSERT INTO answer VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,"
                                " seal(?1, ?2, ?3, ?4, ?5, ?6, ?7))",
    [STATEMENT_DELETE_ANSWER] = "DELETE FROM answer WHERE debrief = ?1 AND step = ?2 AND turn = ?3",
    [STATEMENT_DELETE_ANSWERS] = "DELETE FROM answer WHERE debrief = ?1",
    [STATEMENT_READ_TICKS] = "SELECT seal, debrief, task, day, action FROM tick WHERE debrief = ?1",
    [STATEMENT_SET_TICK] = "INSERT OR REPLACE INTO tick(debrief, task, day, action, seal)"
                           " VALUES (?1, ?2, ?3, ?4, seal(?1, ?2, ?3, ?4))",
    [STATEMENT_DELETE_TICK] = "DELETE FROM tick WHERE debrief = ?1 AND task = ?2",
    [STATEMENT_DELETE_TICKS] = "DELETE FROM tick WHERE debrief = ?1",
    [STATEMENT_READ_MOVES] = "SELECT seal, debrief, task, day FROM move WHERE debrief = ?1",
    [STATEMENT_SET_MOVE] = "INSERT OR REPLACE INTO move VALUES (?1, ?2, ?3, seal(?1, ?2, ?3))",
    [STATEMENT_DELETE_MOVE] = "DELETE FROM move WHERE debrief = ?1 AND task = ?2",
    [STATEMENT_DELETE_MOVES] = "DELETE FROM move WHERE debrief = ?1",
    [STATEMENT_READ_FILLS] = "SELECT seal, debrief, blank, words FROM fill WHERE debrief = ?1",
    [STATEMENT_SET_FILL] = "INSERT OR REPLACE INTO fill VALUES (?1, ?2, ?3, seal(?1, ?2, ?3))",
    [STATEMENT_DELETE_FILL] = "DELETE FROM fill WHERE debrief = ?1 AND blank = ?2",
    [STATEMENT_DELETE_FILLS] = "DELETE FROM fill WHERE debrief = ?1",
    [STATEMENT_READ_DRAFTS] = "SELECT seal, debrief, draft, words FROM draft WHERE debrief = ?1",
    [STATEMENT_SET_DRAFT] = "INSERT OR REPLACE INTO draft VALUES (?1, ?2, ?3, seal(?1, ?2, ?3))",
    [STATEMENT_DELETE_DRAFT] = "DELETE FROM draft WHERE debrief = ?1 AND draft = ?2",
    [STATEMENT_DELETE_DRAFTS] = "DELETE FROM draft WHERE debrief = ?1",
};

/* ---- failures ---- */

/* What SQLite's primary result codes mean to the person; the rest is a failed read or write. */
static const struct {
  int code;
  enum journal_error error;
  const char *message;
} meanings[] = {
    {SQLITE_NOTADB, JOURNAL_ERROR_DAMAGED, N_("'{1}' is no journal; move it out of the way")},
    {SQLITE_CORRUPT, JOURNAL_ERROR_DAMAGED,
     N_("the journal '{1}' is damaged; put back a copy or move it out of the way")},
    {SQLITE_ERROR, JOURNAL_ERROR_DAMAGED,
     N_("the journal '{1}' is damaged; put back a copy or move it out of the way")},
    {SQLITE_BUSY, JOURNAL_ERROR_BUSY, N_("the journal '{1}' is in use by another program")},
    {SQLITE_LOCKED, JOURNAL_ERROR_BUSY, N_("the journal '{1}' is in use by another program")},
    {SQLITE_CANTOPEN, JOURNAL_ERROR_IO, N_("cannot open the journal '{1}': {2}")},
};

gboolean store_fail_with(struct journal *journal, enum journal_error code, const char *pattern,
                         const char *reason, GError **error)
{
  g_autofree char *message = tr_fill(tr(journal->translator, pattern), journal->file, reason, NULL);
  g_set_error_literal(error, JOURNAL_ERROR, (gint)code, message);
  return FALSE;
}

void store_note_damage(struct journal *journal, const char *pattern, gint64 id, const char *what)
{
  g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, id);
  g_ptr_array_add(journal->damage, tr_fill(tr(journal->translator, pattern), number, what, NULL));
}

/* The system's words, in the language of the person, for what SQLite says in English. */
static const char *reason_of(struct journal *journal, int primary)
{
  static const struct {
    int primary, number;
  } reasons[] = {{SQLITE_FULL, ENOSPC},
                 {SQLITE_READONLY, EROFS},
                 {SQLITE_PERM, EACCES},
                 {SQLITE_NOMEM, ENOMEM},
                 {SQLITE_PROTOCOL, EAGAIN}};
  for (gsize i = 0; i < G_N_ELEMENTS(reasons); i++)
    if (reasons[i].primary == primary)
      return g_strerror(reasons[i].number);
  gboolean system = primary == SQLITE_CANTOPEN || primary == SQLITE_IOERR;
  int number = system ? sqlite3_system_errno(journal->db) : 0;
  return g_strerror(number ? number : EIO);
}

int store_code(struct journal *journal)
{
  int primary = sqlite3_errcode(journal->db) & 0xff, number = 0;
  if (primary == SQLITE_CORRUPT)
    sqlite3_file_control(journal->db, "main", SQLITE_FCNTL_LAST_ERRNO, &number);
  return number == EIO ? SQLITE_IOERR : primary;
}

gboolean store_fail(struct journal *journal, GError **error)
{
  int primary = store_code(journal);
  const char *reason = reason_of(journal, primary);
  if (primary == SQLITE_BUSY && !store_can_lock(journal))
    return store_fail_with(journal, JOURNAL_ERROR_IO,
                           N_("the disk that holds the journal '{1}' keeps no locks; keep it on "
                              "another, named by XDG_DATA_HOME"),
                           NULL, error);
  for (gsize i = 0; i < G_N_ELEMENTS(meanings); i++)
    if (meanings[i].code == primary)
      return store_fail_with(journal, meanings[i].error, meanings[i].message, reason, error);
  return store_fail_with(journal, JOURNAL_ERROR_IO,
                         journal->read_only ? N_("cannot read the journal '{1}': {2}")
                                            : N_("cannot write the journal '{1}': {2}"),
                         reason, error);
}

gboolean store_meet_damage(struct journal *journal, GError **error)
{
  if (!journal->read_only)
    return store_fail_with(
        journal, JOURNAL_ERROR_DAMAGED,
        N_("the journal '{1}' is damaged; put back a copy, or save what can be read by "
           "'rebond export --all' and move it out of the way"),
        NULL, error);
  if (!journal->known_damaged)
    g_ptr_array_add(journal->damage,
                    tr_fill(tr(journal->translator,
                               N_("the journal '{1}' is damaged; this is what can be read")),
                            journal->file, NULL));
  journal->known_damaged = TRUE;
  return TRUE;
}

gboolean store_end_reading(struct journal *journal, GError *failure, GError **error)
{
  if (!failure || !journal->read_only || failure->code != JOURNAL_ERROR_DAMAGED)
    return store_hand_on(failure, error);
  g_error_free(failure);
  return store_meet_damage(journal, error);
}

/* ---- statements ---- */

static sqlite3_stmt *prepared(struct journal *journal, enum statement statement)
{
  sqlite3_stmt **kept = &journal->statements[statement];
  if (!*kept)
    sqlite3_prepare_v3(journal->db, sql[statement], -1, SQLITE_PREPARE_PERSISTENT, kept, NULL);
  return *kept;
}

static void bind_day(sqlite3_stmt *statement, int index, int day)
{
  sqlite3_bind_text(statement, index, date_to_iso(day), -1, g_free);
}

sqlite3_stmt *store_bind(struct journal *journal, enum statement which, GError **error,
                         const char *kinds, ...)
{
  sqlite3_stmt *statement = prepared(journal, which);
  if (!statement) {
    store_fail(journal, error);
    return NULL;
  }
  va_list arguments;
  va_start(arguments, kinds);
  for (int i = 0; kinds[i]; i++) {
    if (kinds[i] == 'i')
      sqlite3_bind_int64(statement, i + 1, va_arg(arguments, gint64));
    else if (kinds[i] == 'd')
      bind_day(statement, i + 1, va_arg(arguments, int));
    else
      sqlite3_bind_text(statement, i + 1, va_arg(arguments, const char *), -1, SQLITE_STATIC);
  }
  va_end(arguments);
  return statement;
}

gboolean store_row(struct journal *journal, sqlite3_stmt *statement, GError **error)
{
  int result = sqlite3_step(statement);
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    store_fail(journal, error);
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  return FALSE;
}

gboolean store_finish(struct journal *journal, sqlite3_stmt *statement, GError **error)
{
  GError *failure = NULL;
  if (!statement)
    return FALSE;
  while (store_row(journal, statement, &failure))
    ;
  return store_hand_on(failure, error);
}

gboolean store_hand_on(GError *failure, GError **error)
{
  gboolean fine = !failure;
  if (failure)
    g_propagate_error(error, failure);
  return fine;
}

/* The last one stays: what is told in one visit has one day. */
static int day_of(const char *iso)
{
  static struct {
    char iso[sizeof "0000-00-00"];
    int day;
  } last;
  if (strcmp(iso, last.iso) != 0) {
    last.day = date_parse(iso);
    g_strlcpy(last.iso, last.day ? iso : "", sizeof last.iso);
  }
  return last.day;
}

int store_day(sqlite3_stmt *statement, int column)
{
  const char *iso = (const char *)sqlite3_column_text(statement, column);
  gsize length = (gsize)sqlite3_column_bytes(statement, column);
  return iso && strlen(iso) == length ? day_of(iso) : 0;
}

char *store_text(sqlite3_stmt *statement, int column)
{
  const char *text = (const char *)sqlite3_column_text(statement, column);
  int length = sqlite3_column_bytes(statement, column);
  if (!text)
    return g_strdup("");
  return text_is_clean(text, (gsize)length) ? g_strndup(text, (gsize)length)
                                            : text_clean(text, length);
}

/* ---- transactions ---- */

gboolean store_begin(struct journal *journal, GError **error)
{
  return journal->batch || store_run(journal, STATEMENT_BEGIN, error, "");
}

static gboolean end(struct journal *journal, gboolean fine, GError **error)
{
  if (fine && store_run(journal, STATEMENT_COMMIT, error, ""))
    return TRUE;
  if (!sqlite3_get_autocommit(journal->db))
    store_run(journal, STATEMENT_ROLLBACK, NULL, "");
  return FALSE;
}

gboolean store_end(struct journal *journal, gboolean fine, GError **error)
{
  return journal->batch ? fine : end(journal, fine, error);
}

gboolean journal_begin_batch(struct journal *journal, GError **error)
{
  journal->batch = store_make(journal, error) && store_begin(journal, error);
  return journal->batch;
}

gboolean journal_begin_reading(struct journal *journal, GError **error)
{
  return store_run(journal, STATEMENT_BEGIN_READING, error, "");
}

void journal_end_reading(struct journal *journal)
{
  store_run(journal, STATEMENT_COMMIT, NULL, "");
}

gboolean journal_end_batch(struct journal *journal, gboolean fine, GError **error)
{
  journal->batch = FALSE;
  return end(journal, fine, error);
}
