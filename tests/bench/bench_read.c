/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading a pack against libxml2's own tree of the same files, in one run: time and memory as
 * ratios, and how the cost per question grows from 1,000 questions to 100,000.
 */
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench/cost.h"
#include "bench/large_pack.h"
#include "catalogue/catalogue.h"
#include "reader/catalogue_read.h"

static void read_catalogue(const char *folder)
{
  struct findings *findings = findings_new(NULL);
  struct catalogue *catalogue = catalogue_read(folder, NULL, findings);
  if (!catalogue || findings_count(findings, SEVERITY_ERROR))
    g_error("the benchmark's pack has errors");
}

int main(void)
{
  g_autofree char *folder = g_dir_make_tmp("rebond-bench-XXXXXX", NULL);
  g_autofree char *small = g_build_filename(folder, "small", NULL);
  g_autofree char *large = g_build_filename(folder, "large", NULL);
  large_pack_write(small, 1000);
  large_pack_write(large, 100000);
  struct cost few = cost_best(9, read_catalogue, small);
  struct cost ours = cost_best(5, read_catalogue, large), tree = cost_best(5, cost_trees, large);
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
