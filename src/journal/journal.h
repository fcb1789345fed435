/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The journal: the debriefs on disk, in one SQLite file that only its owner may read. What
 * journal_record() has returned from is on disk. A debrief may be open in one process at a time.
 *
 * Failures are GErrors of JOURNAL_ERROR with a translated message that names the file.
 */
#pragma once

#include "walk/walk.h"

#define JOURNAL_ERROR (journal_error_quark())
GQuark journal_error_quark(void);

enum journal_error {
  JOURNAL_ERROR_IO,      /* cannot be opened, read or written */
  JOURNAL_ERROR_DAMAGED, /* is no journal, or not sound any more */
  JOURNAL_ERROR_BUSY,    /* the debrief is open elsewhere */
  JOURNAL_ERROR_UNKNOWN, /* there is no such debrief */
  JOURNAL_ERROR_NEWER,   /* written by a later version of the program */
};

struct journal;

/*
 * Opens FILE. If it is not there it reads as an empty journal; it and its folder are made (0700;
 * the file 0600) when the first debrief begins, unless READ_ONLY. READ_ONLY, a folder that may not
 * be written is no hindrance, and of a damaged journal what can be read is. Older schemas are
 * migrated (user_version), for reading in memory. Links, and what belongs to others, are refused.
 * TRANSLATOR is borrowed.
 */
struct journal *journal_open(const char *file, gboolean read_only,
                             const struct translator *translator, GError **error);
void journal_close(struct journal *journal);
DEFINE_OWNED(journal, journal_close)

struct journal_entry {
  gint64 id;      /* as shown to the person, from 1, never used again */
  char *pack;     /* id of the pack it was made with */
  int begun;      /* day; 0: it cannot be read */
  int touched;    /* day of the last change; 0: it cannot be read */
  gboolean sound; /* this is as it was written; if not, PACK is not to be relied on */
  char *identity; /* answers_identity(), if it can be read */
  gint64 parts;   /* how many rows of other tables it has */
};

/* The debriefs of PACK (NULL: all), and those that may be, latest first: GPtrArray of struct
 * journal_entry, which it frees. */
GPtrArray *journal_list(struct journal *journal, const char *pack, GError **error);

/* Of that list the debrief ID alone (0: the latest), if it is there. */
GPtrArray *journal_look(struct journal *journal, const char *pack, gint64 id, GError **error);

/* What is read between the two is of one moment, and costs less. */
gboolean journal_begin_reading(struct journal *journal, GError **error);
void journal_end_reading(struct journal *journal);

/* The debrief whose answers_identity() is IDENTITY: its id, or 0 if there is none, in *ID. */
gboolean journal_find(struct journal *journal, const char *identity, gint64 *id, GError **error);

/* Begins a debrief on DAY and locks it, which tells nothing yet; its id, or 0. */
gint64 journal_begin(struct journal *journal, const char *pack, int day, GError **error);

/*
 * Locks the debrief ID for this process, until the journal is closed: an open-file-description lock
 * (fcntl(2), F_OFD_SETLK) on byte ID of the file FILE.locks, so that it ends with the process.
 */
gboolean journal_lock(struct journal *journal, gint64 id, GError **error);

/*
 * What was told in debrief ID, read into answers on CATALOGUE. What CATALOGUE no longer has (a pack
 * changes) is among the strays, and counted in *UNKNOWN, which may be NULL. NULL on error. Caller
 * frees.
 *
 * What is damaged is no error as long as anything can be read: texts are cleaned (text_clean()),
 * days that are none give way to the debrief's first, what has lost its place is left out. All that
 * is not as it was written is told by journal_take_damage().
 */
struct answers *journal_load(struct journal *journal, gint64 id, const struct catalogue *catalogue,
                             guint *unknown, GError **error);
/* The same of one that has been listed. */
struct answers *journal_load_entry(struct journal *journal, const struct journal_entry *entry,
                                   const struct catalogue *catalogue, guint *unknown,
                                   GError **error);

/* What was found damaged since this was last asked: GPtrArray of char *, a translated line each,
 * without a full stop. Caller frees. */
GPtrArray *journal_take_damage(struct journal *journal);
/* The same for what is no damage but should be known: that others could look in. */
GPtrArray *journal_take_warnings(struct journal *journal);

/* Begins a debrief with everything of ANSWERS, which are on CATALOGUE, in one transaction, and
 * locks it; its id, or 0. */
gint64 journal_add(struct journal *journal, const struct catalogue *catalogue,
                   const struct answers *answers, int today, GError **error);

/* Stores what stands at STEP in ANSWERS of debrief ID, and what was set aside there, in place of
 * what stood; committed on return. */
gboolean journal_record(struct journal *journal, gint64 id, const struct answers *answers,
                        struct step step, int today, GError **error);
/* Stores the tick of TASK (its name's id), which ACTION stood for (its id; NULL: not known); DAY 0
 * takes it off. */
gboolean journal_record_tick(struct journal *journal, gint64 id, const char *task,
                             const char *action, int day, int today, GError **error);
/* Stores that TASK (its name's id) is put off to DAY; 0: not any more. */
gboolean journal_record_move(struct journal *journal, gint64 id, const char *task, int day,
                             int today, GError **error);
/* Stores the words for the blanks BLANK, and the person's own version of the draft DRAFT; NULL or
 * "" takes them away. */
gboolean journal_record_fill(struct journal *journal, gint64 id, const char *blank,
                             const char *words, int today, GError **error);
gboolean journal_record_draft(struct journal *journal, gint64 id, const char *draft,
                              const char *words, int today, GError **error);
/* Stores everything of ANSWERS, which are on CATALOGUE, in place of what debrief ID told, in one
 * transaction. */
gboolean journal_record_all(struct journal *journal, gint64 id, const struct catalogue *catalogue,
                            const struct answers *answers, int today, GError **error);

/*
 * All changes between the two are one transaction: on disk once the second is back, if they all
 * were FINE, else none of them. If the second fails there is nothing left to undo.
 */
gboolean journal_begin_batch(struct journal *journal, GError **error);
gboolean journal_end_batch(struct journal *journal, gboolean fine, GError **error);

/*
 * Deletes debrief ID so that its bytes are overwritten on disk (secure_delete, and the WAL
 * truncated). JOURNAL_ERROR_BUSY while it is open elsewhere, or the WAL in use. If what holds up
 * the overwriting comes up only then, *WIPED is false: it is deleted, and its bytes go when the
 * last program that uses the journal ends.
 */
gboolean journal_delete(struct journal *journal, gint64 id, gboolean *wiped, GError **error);
