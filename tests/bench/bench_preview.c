/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long the page of a whole pack takes, beside `rebond check --no-proofs` of the same pack, both
 * without what only tells a person: work of the processor, the least of several runs by turns.
 *
 *   bench_preview REBOND CONTENT
 */
#include <fcntl.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define TURNS 9
#define MOST 3.0

/* The time of the processor that a run of ARGV takes. */
static double run(char *const *argv)
{
  int status;
  struct rusage usage;
  pid_t child = fork();
  if (child == 0) {
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    execv(argv[0], argv);
    _exit(127);
  }
  if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0)
    g_error("%s %s failed", argv[0], argv[1]);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

int main(int argc, char **argv)
{
  if (argc != 3)
    g_error("bench_preview REBOND CONTENT");
  g_autofree char *content = g_strconcat("--content=", argv[2], NULL);
  char *check[] = {argv[1], "check", "-q", "--no-proofs", argv[2], NULL};
  char *page[] = {argv[1], "preview", "--format=html", content, NULL};
  g_autofree char *home = g_dir_make_tmp("rebond-bench-XXXXXX", NULL);
  g_setenv("HOME", home, TRUE);
  double least = G_MAXDOUBLE, ours = G_MAXDOUBLE;
  for (int turn = 0; turn < TURNS; turn++) {
    least = MIN(least, run(check));
    ours = MIN(ours, run(page));
  }
  printf("%-34s %7.1f ms\n", "check --no-proofs", least * 1e3);
  printf("%-34s %7.1f ms  %5.2f times that  (at most %.1f)%s\n", "preview --format=html",
         ours * 1e3, ours / least, MOST, ours > MOST * least ? "  TOO SLOW" : "");
  g_autofree char *remove = g_strdup_printf("rm -r '%s'", home);
  return system(remove) == 0 && ours <= MOST * least ? 0 : 1;
}
