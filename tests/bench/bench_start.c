/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long the whole program takes, beside a program that only links the same libraries, and beside
 * that program when it has libxml2 parse the files of the pack, measured in turns in one run: from
 * its start to the first question of the shipped pack, and a plan in Markdown from an answers file.
 * Times are medians; the ratios are what counts.
 *
 *   bench_start REBOND IDLE ANSWERS FILE…
 */
#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define TURNS 101
#define MOST_START 2.5
#define MOST_PLAN 4.0

extern char **environ;

/* A program, what it has said when it is where it should be (NULL: all it says), and its times. */
struct runner {
  const char *title;
  const char *const *argv;
  const char *until;
  GArray *seconds; /* of double */
};

/* Reads from DESCRIPTOR up to UNTIL, or to the end. */
static void read_until(int descriptor, const char *until)
{
  g_autoptr(GString) seen = g_string_new(NULL);
  char bytes[4096];
  ssize_t count;
  while ((count = read(descriptor, bytes, sizeof bytes)) > 0) {
    g_string_append_len(seen, bytes, count);
    if (until && strstr(seen->str, until))
      return;
  }
  if (until || seen->len == 0)
    g_error("the program said something else: %s", seen->str);
}

/* One run: its input is a pipe on which nothing comes, its output is read as it comes. */
static double run(const struct runner *runner)
{
  int in[2], out[2];
  pid_t child;
  posix_spawn_file_actions_t actions;
  if (pipe(in) != 0 || pipe(out) != 0)
    g_error("no pipe");
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  for (int i = 0; i < 2; i++) {
    posix_spawn_file_actions_addclose(&actions, in[i]);
    posix_spawn_file_actions_addclose(&actions, out[i]);
  }
  gint64 start = g_get_monotonic_time();
  if (posix_spawn(&child, runner->argv[0], &actions, NULL, (char **)runner->argv, environ) != 0)
    g_error("cannot start %s", runner->argv[0]);
  close(out[1]);
  read_until(out[0], runner->until);
  double seconds = (double)(g_get_monotonic_time() - start) / 1e6;
  kill(child, SIGKILL);
  waitpid(child, NULL, 0);
  close(in[0]);
  close(in[1]);
  close(out[0]);
  posix_spawn_file_actions_destroy(&actions);
  return seconds;
}

static int compare(gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a, second = *(const double *)b;
  return (first > second) - (first < second);
}

static double median(const struct runner *runner)
{
  g_array_sort(runner->seconds, compare);
  return g_array_index(runner->seconds, double, runner->seconds->len / 2);
}

static gboolean report(const struct runner *runner, double idle, double most)
{
  double seconds = median(runner);
  double ratio = seconds / idle;
  printf("%-34s %7.2f ms  %5.2f times idle", runner->title, seconds * 1e3, ratio);
  if (most > 0)
    printf("  (at most %.1f)%s", most, ratio > most ? "  TOO SLOW" : "");
  printf("\n");
  return most <= 0 || ratio <= most;
}

int main(int argc, char **argv)
{
  if (argc < 5)
    g_error("bench_start REBOND IDLE ANSWERS FILE…");
  g_autofree char *home = g_dir_make_tmp("rebond-bench-XXXXXX", NULL);
  g_setenv("HOME", home, TRUE);
  g_setenv("XDG_DATA_HOME", home, TRUE);
  g_setenv("XDG_CONFIG_HOME", home, TRUE);
  g_setenv("LANGUAGE", "en", TRUE);
  const char *const idle_argv[] = {argv[2], NULL};
  const char *const new_argv[] = {argv[1], "new", NULL};
  const char *const plan_argv[] = {argv[1], "plan", "--answers", argv[3], "--format=markdown",
                                   NULL};
  argv[3] = argv[2]; /* the program and the files behind it */
  struct runner runners[] = {
      {"only links the same libraries", idle_argv, "Your answer: ", NULL},
      {"and has libxml2 parse the pack", (const char *const *)argv + 3, "Your answer: ", NULL},
      {"rebond, to the first question", new_argv, "Your answer: ", NULL},
      {"rebond plan --answers FILE", plan_argv, NULL, NULL},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(runners); i++) {
    runners[i].seconds = g_array_new(FALSE, FALSE, sizeof(double));
    run(&runners[i]); /* the first time makes the journal and fills caches */
  }
  for (int turn = 0; turn < TURNS; turn++)
    for (gsize i = 0; i < G_N_ELEMENTS(runners); i++) {
      double seconds = run(&runners[i]);
      g_array_append_val(runners[i].seconds, seconds);
    }
  double idle = median(&runners[0]);
  report(&runners[0], idle, 0);
  report(&runners[1], idle, 0);
  gboolean fine = report(&runners[2], idle, MOST_START);
  fine = report(&runners[3], idle, MOST_PLAN) && fine;
  g_autofree char *remove = g_strdup_printf("rm -r '%s'", home);
  return system(remove) == 0 && fine ? 0 : 1;
}
