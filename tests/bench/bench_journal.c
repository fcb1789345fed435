/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What ten thousand debriefs cost: commands of the program beside the sqlite3 shell reading the
 * same rows, in seconds of processor, the best of several turns in one run.
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

static double best(char **argv)
{
  double least = run(argv);
  for (int i = 1; i < TURNS; i++)
    least = MIN(least, run(argv));
  return least;
}

static double shell(const char *file, const char *sql)
{
  char *argv[] = {(char *)"sqlite3", (char *)file, (char *)sql, NULL};
  return best(argv);
}

/* The time of the command WORDS, beside that of reading its rows. True if it is near enough. */
static gboolean compare(const char *rebond, const char *pack, const char *words, double rows)
{
  g_autofree char *content = g_strconcat("--content=", pack, NULL);
  g_auto(GStrv) command = g_strsplit(words, " ", -1);
  char *argv[] = {(char *)rebond, content, command[0], command[1], NULL};
  double seconds = best(argv);
  printf("%-8s %6.3f s, rows %6.3f s: %.1f times\n", words, seconds, rows, seconds / rows);
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
  double all = shell(file, "SELECT * FROM debrief; SELECT * FROM answer; SELECT * FROM tick;"
                           "SELECT * FROM move; SELECT * FROM fill; SELECT * FROM draft");
  double one = shell(file, "SELECT * FROM debrief WHERE id = 77;"
                           "SELECT * FROM answer WHERE debrief = 77");
  gboolean fine = TRUE;
  for (const char *const *word = (const char *const[]){"list", "agenda", "lessons", NULL}; *word;
       word++)
    fine = compare(argv[1], argv[2], *word, all) && fine;
  fine = compare(argv[1], argv[2], "plan 77", one) && fine;
  fine = compare(argv[1], argv[2], "export 77", one) && fine;
  if (g_getenv("KEEP"))
    return 0;
  g_autofree char *command = g_strdup_printf("rm -rf '%s'", folder);
  if (!g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL))
    g_error("cannot remove %s", folder);
  return fine ? 0 : 1;
}
