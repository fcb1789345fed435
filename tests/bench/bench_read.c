/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading a pack against libxml2's own tree of the same files, in one run: time and memory as
 * ratios, and how the cost per question grows from 1,000 questions to 100,000.
 */
#include <libxml/parser.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/large_pack.h"
#include "catalogue/catalogue.h"

struct cost {
  double seconds;
  long kilobytes;
};

static void read_catalogue(const char *folder)
{
  struct findings *findings = findings_new(NULL);
  struct catalogue *catalogue = catalogue_read(folder, NULL, findings);
  if (!catalogue || findings_count(findings, SEVERITY_ERROR))
    g_error("the benchmark's pack has errors");
}

/* Without building anything of one's own: what a program that starts from the tree pays first. */
static void read_trees(const char *folder)
{
  g_auto(GStrv) files = catalogue_files(folder, NULL, NULL);
  for (char **file = files; *file; file++)
    if (!xmlReadFile(*file, NULL, XML_PARSE_NONET | XML_PARSE_NOENT))
      g_error("libxml2 cannot read '%s'", *file);
}

static double seconds_of(struct timeval time)
{
  return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

/* In a child of its own, so that memory is its own; nothing is freed. Time is the processor's, its
 * own and the system's for it: other programs count less. */
static struct cost measure(void (*what)(const char *folder), const char *folder)
{
  int channel[2];
  struct cost cost = {0};
  if (pipe(channel) != 0)
    g_error("no pipe");
  if (fork() == 0) {
    struct rusage usage;
    what(folder);
    getrusage(RUSAGE_SELF, &usage); /* of a child, so nothing came before */
    cost.seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
    cost.kilobytes = usage.ru_maxrss;
    if (write(channel[1], &cost, sizeof cost) != sizeof cost)
      _exit(1);
    _exit(0);
  }
  close(channel[1]);
  if (read(channel[0], &cost, sizeof cost) != sizeof cost)
    g_error("the measured child failed");
  close(channel[0]);
  wait(NULL);
  return cost;
}

/* The least of several runs: what the work takes when nothing disturbs it. */
static struct cost best_of(guint runs, void (*what)(const char *folder), const char *folder)
{
  struct cost best = measure(what, folder);
  for (guint i = 1; i < runs; i++) {
    struct cost cost = measure(what, folder);
    best.seconds = MIN(best.seconds, cost.seconds);
    best.kilobytes = MIN(best.kilobytes, cost.kilobytes);
  }
  return best;
}

int main(void)
{
  g_autofree char *folder = g_dir_make_tmp("rebond-bench-XXXXXX", NULL);
  g_autofree char *small = g_build_filename(folder, "small", NULL);
  g_autofree char *large = g_build_filename(folder, "large", NULL);
  large_pack_write(small, 1000);
  large_pack_write(large, 100000);
  struct cost few = best_of(9, read_catalogue, small);
  struct cost ours = best_of(5, read_catalogue, large), tree = best_of(5, read_trees, large);
  printf("%-34s %10s %10s\n", "100,000 questions", "seconds", "MB");
  printf("%-34s %10.3f %10.1f\n", "catalogue", ours.seconds, (double)ours.kilobytes / 1024);
  printf("%-34s %10.3f %10.1f\n", "libxml2 tree", tree.seconds, (double)tree.kilobytes / 1024);
  printf("%-34s %10.2f %10.2f\n", "ratio", ours.seconds / tree.seconds,
         (double)ours.kilobytes / (double)tree.kilobytes);
  printf("%-34s %10.2f\n", "cost a question, 100,000 to 1,000",
         ours.seconds / 100000 / (few.seconds / 1000));
  g_autofree char *command = g_strdup_printf("rm -rf '%s'", folder);
  return system(command);
}
