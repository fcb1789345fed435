/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of the journal share: the open database, its statements, and how SQLite's results
 * become errors that a person can read. For this folder alone.
 */
#pragma once

#include <sqlite3.h>

#include "journal/journal.h"

/* Every statement with parameters; prepared at first use and kept until the journal is closed. */
enum statement {
  STATEMENT_BEGIN,
  STATEMENT_BEGIN_READING,
  STATEMENT_COMMIT,
  STATEMENT_ROLLBACK,
  STATEMENT_LIST,
  STATEMENT_INSERT_DEBRIEF,
  STATEMENT_FIND_IDENTITY,
  STATEMENT_TOUCH,
  STATEMENT_SEAL_DEBRIEF,
  STATEMENT_SET_BEGUN,
  STATEMENT_DELETE_DEBRIEF,
  STATEMENT_READ_ANSWERS,
  STATEMENT_INSERT_ANSWER,
  STATEMENT_DELETE_ANSWER,
  STATEMENT_DELETE_ANSWERS,
  STATEMENT_READ_TICKS,
  STATEMENT_SET_TICK,
  STATEMENT_DELETE_TICK,
  STATEMENT_DELETE_TICKS,
  STATEMENT_READ_MOVES,
  STATEMENT_SET_MOVE,
  STATEMENT_DELETE_MOVE,
  STATEMENT_DELETE_MOVES,
  STATEMENT_READ_FILLS,
  STATEMENT_SET_FILL,
  STATEMENT_DELETE_FILL,
  STATEMENT_DELETE_FILLS,
  STATEMENT_READ_DRAFTS,
  STATEMENT_SET_DRAFT,
  STATEMENT_DELETE_DRAFT,
  STATEMENT_DELETE_DRAFTS,
  STATEMENT_COUNT
};

struct journal {
  sqlite3 *db;
  char *file;
  gboolean read_only;
  gboolean batch;         /* within journal_begin_batch() */
  gboolean pending;       /* not on disk yet */
  gboolean unchecked;     /* opened for reading, and too large to be checked as a whole */
  gboolean known_damaged; /* as a file: the person has been told */
  int locks;              /* descriptor of FILE.locks; -1 until something is locked */
  const struct translator *translator;
  GPtrArray *damage, *warnings; /* of char *: journal_take_damage(), journal_take_warnings() */
  sqlite3_stmt *statements[STATEMENT_COUNT];
};

/* Brings the open database to the present schema and checks that it is sound. */
gboolean schema_prepare(struct journal *journal, gboolean read_only, GError **error);

/* Checks the pages of the debriefs as such, where schema_prepare() has left them out. */
gboolean schema_check_debriefs(struct journal *journal, GError **error);

/* Sees to the file and its folder before SQLite opens it; *THERE: it is there. */
gboolean file_prepare(struct journal *journal, gboolean read_only, gboolean *there, GError **error);
/* Makes the file and its folder. */
gboolean file_make(struct journal *journal, GError **error);
/* Puts a journal that is not on disk yet there. */
gboolean store_make(struct journal *journal, GError **error);
/* The file of locks beside the journal. Caller frees. */
char *store_locks_name(const struct journal *journal) G_GNUC_WARN_UNUSED_RESULT;

/* Makes the SQL function seal(column, …) known, which the schema and the statements use. */
gboolean seal_prepare(struct journal *journal, GError **error);
/* True of a row that is as it was written: its first column is the seal of all others. To be asked
 * before these are read, which may change the type of what is damaged. */
gboolean seal_holds(sqlite3_stmt *row);

/* False if the disk keeps no locks, which SQLite takes for one that somebody else holds. */
gboolean store_can_lock(struct journal *journal);

/* Inserts a debrief and locks it, so that nobody can take it up once it is committed; its id, or 0.
 * IDENTITY NULL: it gets a new one. */
gint64 store_insert_debrief(struct journal *journal, const char *pack, int day,
                            const char *identity, GError **error);

/* SQLite's primary result code of the last failure. A page that the disk does not give is no page
 * that is damaged, for which SQLite takes it (SQLITE_IOERR_CORRUPTFS). */
int store_code(struct journal *journal);
/* Sets ERROR from the last failure of the database. Always FALSE. */
gboolean store_fail(struct journal *journal, GError **error);
/* Sets ERROR to CODE with PATTERN's {1} replaced by the file and {2} by REASON. Always FALSE. */
gboolean store_fail_with(struct journal *journal, enum journal_error code, const char *pattern,
                         const char *reason, GError **error);

/*
 * STATEMENT ready to step, with its parameters bound as KINDS says, a letter each: `i` a gint64,
 * `t` a text that stays as it is while the statement runs (NULL is SQL's), `d` a day (an int), as
 * an ISO date. NULL with ERROR if the database cannot run it.
 */
sqlite3_stmt *store_bind(struct journal *journal, enum statement statement, GError **error,
                         const char *kinds, ...);
/* Binds and runs a statement that gives no rows. */
#define store_run(journal, statement, error, ...)                                                  \
  store_finish((journal), store_bind((journal), (statement), (error), __VA_ARGS__), (error))
/* Runs STATEMENT (NULL: it failed already) to its end and resets it. */
gboolean store_finish(struct journal *journal, sqlite3_stmt *statement, GError **error);
/*
 * Steps to the next row. False at the end, the statement being reset, and on failure; then, and
 * only then, ERROR is set, which must not be NULL.
 */
gboolean store_row(struct journal *journal, sqlite3_stmt *statement, GError **error);

/* What follows the last store_row(): hands FAILURE, which may be NULL, on to ERROR. True if there
 * was none. */
gboolean store_hand_on(GError *failure, GError **error);

/* The same where damage has been met, of which WHAT tells: it ends a change, but of reading only
 * what cannot be read; then the person is told once. False with ERROR, or true. */
gboolean store_meet_damage(struct journal *journal, GError **error);
/* As store_hand_on(), but that. */
gboolean store_end_reading(struct journal *journal, GError *failure, GError **error);

/* The day in COLUMN of the present row; 0 if there is none. */
int store_day(sqlite3_stmt *statement, int column);
/* The text in COLUMN as text_clean() leaves it, "" for none. Caller frees. */
char *store_text(sqlite3_stmt *statement, int column) G_GNUC_WARN_UNUSED_RESULT;
/* Notes for journal_take_damage(): PATTERN with {1} the number of debrief ID, {2} WHAT. */
void store_note_damage(struct journal *journal, const char *pattern, gint64 id, const char *what);

/* A transaction: begin, then commit or roll back as FINE says. The result is whether all is on
 * disk. */
gboolean store_begin(struct journal *journal, GError **error);
gboolean store_end(struct journal *journal, gboolean fine, GError **error);
