/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Costs as the operating system counts them. */
#include "bench/cost.h"

#include <libxml/parser.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "catalogue/catalogue.h"
#include "reader/catalogue_read.h"

void cost_trees(const char *folder)
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

struct cost cost_best(guint runs, void (*what)(const char *folder), const char *folder)
{
  struct cost best = measure(what, folder);
  for (guint i = 1; i < runs; i++) {
    struct cost cost = measure(what, folder);
    best.seconds = MIN(best.seconds, cost.seconds);
    best.kilobytes = MIN(best.kilobytes, cost.kilobytes);
  }
  return best;
}
