/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What work on a pack costs: for benchmarks that compare. */
#pragma once

#include <glib.h>

struct cost {
  double seconds; /* of the processor, its own and the system's for it: other programs count less */
  long kilobytes; /* at most at a time */
};

/* The least of RUNS runs of WHAT: what the work takes when nothing disturbs it. Each is a process
 * of its own, so that memory is its own; nothing needs to be freed. */
struct cost cost_best(guint runs, void (*what)(const char *folder), const char *folder);

/* Parses all files of FOLDER into libxml2's trees, without building anything of one's own: what a
 * program that starts from the tree pays first. */
void cost_trees(const char *folder);
