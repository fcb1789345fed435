/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An answer from prompt to prompt, with the journal on, against a single SQLite commit on the same
 * disk in the same run; and the same in a pack of 100,000 questions. The three are measured in
 * turns, so that a disk that changes its mind changes it for all.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/date.h"
#include "bench/large_pack.h"
#include "journal/journal.h"
#include "reader/catalogue_read.h"
#include "terminal/dialogue.h"

#define ROUNDS 20
#define ANSWERS 60 /* in a round */

static int today;

static double seconds_since(gint64 start)
{
  return (double)(g_get_monotonic_time() - start) / 1e6;
}

/* ---- a commit ---- */

static sqlite3 *open_bare(const char *folder)
{
  g_autofree char *file = g_build_filename(folder, "bare.sqlite", NULL);
  sqlite3 *db;
  if (sqlite3_open(file, &db) != SQLITE_OK ||
      sqlite3_exec(db,
                   "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                   "CREATE TABLE answer (id INTEGER PRIMARY KEY, question TEXT, value TEXT) STRICT",
                   NULL, NULL, NULL) != SQLITE_OK)
    g_error("SQLite: %s", sqlite3_errmsg(db));
  return db;
}

static double commit_some(sqlite3 *db)
{
  sqlite3_stmt *insert;
  sqlite3_prepare_v2(db, "INSERT INTO answer (question, value) VALUES ('question', 'value')", -1,
                     &insert, NULL);
  gint64 start = g_get_monotonic_time();
  for (int i = 0; i < ANSWERS; i++) {
    if (sqlite3_step(insert) != SQLITE_DONE)
      g_error("SQLite: %s", sqlite3_errmsg(db));
    sqlite3_reset(insert);
  }
  double seconds = seconds_since(start);
  sqlite3_finalize(insert);
  return seconds;
}

/* ---- answers ---- */

struct debrief {
  struct catalogue *catalogue;
  struct journal *journal;
  gint64 id;
  struct walk *walk;
};

static gboolean record(void *data, const struct answer *answer, GError **error)
{
  struct debrief *debrief = data;
  return journal_record(debrief->journal, debrief->id, walk_answers(debrief->walk), answer->step,
                        today, error);
}

static gboolean record_tick(void *data, const struct task *task, const char *action, int day,
                            GError **error)
{
  struct debrief *debrief = data;
  return journal_record_tick(debrief->journal, debrief->id, task->name->id, action, day, today,
                             error);
}

static void begin(struct debrief *debrief, const char *folder, guint questions)
{
  g_autofree char *pack = g_strdup_printf("%s/pack-%u", folder, questions);
  g_autofree char *file = g_strdup_printf("%s/journal-%u.sqlite", folder, questions);
  g_autoptr(GError) error = NULL;
  OWNED(findings) findings = findings_new(NULL);
  large_pack_write(pack, questions);
  debrief->catalogue = catalogue_read(pack, NULL, findings);
  debrief->journal = journal_open(file, FALSE, NULL, &error);
  if (!debrief->catalogue || !debrief->journal)
    g_error("cannot begin");
}

/* A debrief of its own each time: what was answered before must not count. */
static void begin_again(struct debrief *debrief)
{
  g_autoptr(GError) error = NULL;
  struct answers *answers = answers_new(debrief->catalogue);
  answers_set_begun(answers, today);
  if (debrief->walk)
    walk_free(debrief->walk);
  debrief->walk = walk_new(debrief->catalogue, answers, today, NULL);
  debrief->id = journal_begin(debrief->journal, debrief->catalogue->id, today, &error);
}

/* Takes the first option of each question, or leaves it out where that is no answer. */
static double answer_some(struct debrief *debrief)
{
  int ends[2];
  if (pipe(ends) != 0)
    g_error("no pipe");
  FILE *in = fdopen(ends[0], "r"), *out = fopen("/dev/null", "w");
  for (int i = 0; i < ANSWERS; i++)
    if (write(ends[1], "1\n", 2) != 2)
      g_error("cannot type");
  close(ends[1]);
  begin_again(debrief);
  struct lines *lines = lines_new(in, out, TRUE);
  struct dialogue dialogue = {.walk = debrief->walk,
                              .lines = lines,
                              .out = out,
                              .language = "en",
                              .plain = TRUE,
                              .record = record,
                              .record_tick = record_tick,
                              .data = debrief};
  gint64 start = g_get_monotonic_time();
  dialogue_run(&dialogue, NULL);
  double seconds = seconds_since(start);
  g_autoptr(GPtrArray) told = answers_list(walk_answers(debrief->walk));
  if (told->len != ANSWERS)
    g_error("%u answers were taken, not %d", told->len, ANSWERS);
  lines_free(lines);
  fclose(in);
  fclose(out);
  return seconds;
}

int main(void)
{
  /* Not where temporary files are: those may never reach a disk. */
  g_autofree char *folder = g_strdup("bench-answer-XXXXXX");
  if (!g_mkdtemp(folder))
    g_error("cannot write here");
  today = date_from_ymd(2026, 11, 23);
  struct debrief small = {0}, large = {0};
  begin(&small, folder, 1000);
  begin(&large, folder, 100000);
  sqlite3 *bare = open_bare(folder);
  double commits = 0, answers = 0, of_large = 0;
  for (int i = 0; i < ROUNDS; i++) {
    commits += commit_some(bare);
    answers += answer_some(&small);
    of_large += answer_some(&large);
  }
  double each = 1e6 / (ROUNDS * ANSWERS);
  printf("%-38s %10s\n", "", "microseconds");
  printf("%-38s %10.0f\n", "a commit", commits * each);
  printf("%-38s %10.0f %9.2f commits\n", "an answer, of 1,000 questions", answers * each,
         answers / commits);
  printf("%-38s %10.0f %9.2f times that\n", "an answer, of 100,000 questions", of_large * each,
         of_large / answers);
  g_autofree char *command = g_strdup_printf("rm -rf '%s'", folder);
  return system(command);
}
