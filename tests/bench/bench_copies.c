/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The proofs of packs of growing size, their limits included, and how much is left undecided within
 * the usual budget, which counts the program's own time.
 *   bench_copies PACK…
 */
#include <stdio.h>
#include <time.h>

#include "base/date.h"
#include "check/check.h"
#include "reader/catalogue_read.h"

#define BUDGET 120.0 /* seconds, as the command line gives */

static double own_seconds(void)
{
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static gboolean is_over(void *data)
{
  return own_seconds() > *(const double *)data;
}

static guint undecided(const struct findings *findings)
{
  const struct finding *finding;
  guint count = 0;
  for (guint i = 0; (finding = findings_get(findings, i)); i++)
    count += g_str_equal(finding->rule->name, "undecided");
  return count;
}

/* Seconds that checking the pack in FOLDER takes, with or without proofs. */
static double check(const char *folder, gboolean proofs, double budget, guint *left)
{
  double begun = own_seconds(), until = begun + budget;
  struct proof_options options = {.today = date_from_ymd(2026, 11, 25),
                                  .proofs = proofs,
                                  .out_of_time = budget > 0 ? is_over : NULL,
                                  .data = &until};
  OWNED(findings) findings = findings_new(NULL);
  OWNED(catalogue) catalogue = catalogue_read(folder, NULL, findings);
  if (!catalogue || findings_count(findings, SEVERITY_ERROR))
    g_error("the benchmark's pack has errors");
  check_pack(catalogue, &options, findings);
  *left = undecided(findings);
  return own_seconds() - begun;
}

int main(int argc, char **argv)
{
  double single = 0;
  printf("%-10s %10s %8s %22s\n", "pack", "proofs", "ratio", "undecided in 120 s");
  for (int i = 1; i < argc; i++) {
    guint left;
    double quick = check(argv[i], FALSE, 0, &left);
    double proofs = check(argv[i], TRUE, 0, &left) - quick;
    if (quick + proofs > BUDGET)
      check(argv[i], TRUE, BUDGET, &left);
    single = i == 1 ? proofs : single;
    g_autofree char *name = g_path_get_basename(argv[i]);
    printf("%-10s %8.3f s %8.1f %22u\n", name, proofs, proofs / single, left);
  }
  return 0;
}
