/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Checking a pack: reading and checking a large one without proofs, against libxml2's own tree of
 * the same files; and the proofs of a pack, its limits included, against reading that pack.
 *   bench_check PACK
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "bench/cost.h"
#include "bench/large_pack.h"
#include "check/check.h"
#include "reader/catalogue_read.h"

enum { LARGE = 100000, SMALL = 1000 };

static void check(const char *folder, gboolean proofs)
{
  struct proof_options options = {.today = date_from_ymd(2026, 11, 25), .proofs = proofs};
  struct findings *findings = findings_new(NULL);
  struct catalogue *catalogue = catalogue_read(folder, NULL, findings);
  if (!catalogue || findings_count(findings, SEVERITY_ERROR))
    g_error("the benchmark's pack has errors");
  check_pack(catalogue, &options, findings);
}

static void read_only(const char *folder)
{
  struct findings *findings = findings_new(NULL);
  if (!catalogue_read(folder, NULL, findings))
    g_error("the benchmark's pack cannot be read");
}

static void check_quickly(const char *folder)
{
  check(folder, FALSE);
}

static void check_whole(const char *folder)
{
  check(folder, TRUE);
}

static void bench_large(const char *folder)
{
  g_autofree char *small = g_build_filename(folder, "small", NULL);
  g_autofree char *large = g_build_filename(folder, "large", NULL);
  large_pack_write(small, SMALL);
  large_pack_write(large, LARGE);
  struct cost few = cost_best(9, check_quickly, small);
  struct cost ours = cost_best(5, check_quickly, large), tree = cost_best(5, cost_trees, large);
  printf("%-46s %8.3f s\n", "read and checked without proofs", ours.seconds);
  printf("%-46s %8.3f s\n", "libxml2 tree", tree.seconds);
  printf("%-46s %8.2f\n", "ratio", ours.seconds / tree.seconds);
  printf("%-46s %8.2f\n", "cost a question, 100,000 to 1,000",
         ours.seconds / LARGE / (few.seconds / SMALL));
}

static void bench_proofs(const char *pack)
{
  struct cost read = cost_best(9, read_only, pack), quick = cost_best(9, check_quickly, pack);
  struct cost whole = cost_best(5, check_whole, pack);
  printf("%-46s %8.4f s\n", "the pack read", read.seconds);
  printf("%-46s %8.4f s\n", "its proofs", whole.seconds - quick.seconds);
  printf("%-46s %8.1f\n", "ratio", (whole.seconds - quick.seconds) / read.seconds);
}

int main(int argc, char **argv)
{
  if (argc != 2)
    g_error("usage: bench_check PACK");
  g_autofree char *folder = g_dir_make_tmp("rebond-bench-XXXXXX", NULL);
  bench_proofs(argv[1]);
  bench_large(folder);
  g_autofree char *command = g_strdup_printf("rm -rf '%s'", folder);
  return system(command);
}
