/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What ten thousand debriefs cost: commands of the program beside the sqlite3 shell reading the
 * same rows, by turns, in seconds of processor: the best of each.
 *
 *   bench_journal REBOND PACK ANSWERS
 */
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "journal/journal.h"
#include "reader/catalogue_read.h"
#include "walk/exchange.h"

#define DEBRIEFS 10000
#define TURNS 5
#define ENOUGH 0.5 /* seconds of processor: what is short has more turns */
#define MOST 3.0

static struct journal *journal;

/* ---- ten thousand debriefs ---- */

static void fill(const char *file, const char *pack, const char *told)
{
  OWNED(findings) findings = findings_new(NULL);
  OWNED(catalogue) catalogue = catalogue_read(pack, NULL, findings);
  OWNED(example) example = example_read(told, findings);
  if (!catalogue || !example)
    g_error("no pack in %s, or no answers in %s", pack, told);
  OWNED(answers) answers = exchange_read(catalogue, example, NULL, findings);
  g_autoptr(GPtrArray) list = answers_list(answers);
  g_autoptr(GError) error = NULL;
  journal = journal_open(file, FALSE, NULL, &error);
  gboolean fine = journal && journal_begin_batch(journal, &error);
  for (int i = 0; i < DEBRIEFS && fine; i++)
    fine = journal_add(journal, catalogue, answers, example->today, &error) != 0;
  if (!fine || !journal_end_batch(journal, TRUE, &error))
    g_error("%s", error->message);
  journal_close(journal);
  printf("%d debriefs of %u answers\n", DEBRIEFS, list->len);
}

/* ---- what is measured ---- */

static double processor(const struct rusage *usage)
{
  return (double)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) +
         (double)(usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e6;
}

static double run(char **argv)
{
  g_autoptr(GError) error = NULL;
  GPid child;
  if (!g_spawn_async(NULL, argv, NULL,
                     G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL,
                     NULL, NULL, &child, &error))
    g_error("%s", error->message);
  int status = 0;
  struct rusage usage = {0};
  wait4(child, &status, 0, &usage);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    g_error("%s %s ended with %d", argv[0], argv[1], status);
  return processor(&usage);
}

/* The time of the command WORDS, beside that of reading its rows by SQL, by turns. True if it is
 * near enough. */
static gboolean compare(char **rebond, const char *file, const char *words, const char *sql)
{
  g_auto(GStrv) command = g_strsplit(words, " ", -1);
  char *argv[] = {rebond[0], rebond[1], command[0], command[1], NULL};
  char *shell[] = {(char *)"sqlite3", (char *)file, (char *)sql, NULL};
  double seconds = run(argv), rows = run(shell), spent = seconds;
  for (int turn = 1; turn < TURNS || spent < ENOUGH; turn++) {
    double taken = run(argv), read = run(shell);
    seconds = MIN(seconds, taken);
    rows = MIN(rows, read);
    spent += taken;
  }
  printf("%-9s %6.4f s, rows %6.4f s: %.1f times\n", words, seconds, rows, seconds / rows);
  return seconds <= MOST * rows;
}

int main(int argc, char **argv)
{
  if (argc != 4)
    g_error("bench_journal REBOND PACK ANSWERS");
  g_autofree char *folder = g_dir_make_tmp("rebond-bench-XXXXXX", NULL);
  g_autofree char *file = g_build_filename(folder, "rebond", "journal.sqlite", NULL);
  g_setenv("XDG_DATA_HOME", folder, TRUE);
  fill(file, argv[2], argv[3]);
  g_autofree char *content = g_strconcat("--content=", argv[2], NULL);
  char *rebond[] = {argv[1], content};
  static const char all[] = "SELECT * FROM debrief; SELECT * FROM answer; SELECT * FROM tick;"
                            "SELECT * FROM move; SELECT * FROM fill; SELECT * FROM draft";
  static const char one[] = "SELECT * FROM debrief WHERE id = 77;"
                            "SELECT * FROM answer WHERE debrief = 77";
  static const char *const rows[][2] = {
      {"list", all}, {"agenda", all}, {"lessons", all}, {"plan 77", one}, {"export 77", one}};
  gboolean fine = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
    fine = compare(rebond, file, rows[i][0], rows[i][1]) && fine;
  if (g_getenv("KEEP"))
    return 0;
  g_autofree char *command = g_strdup_printf("rm -rf '%s'", folder);
  if (!g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL))
    g_error("cannot remove %s", folder);
  return fine ? 0 : 1;
}
