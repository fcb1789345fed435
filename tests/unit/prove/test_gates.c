/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gates and sums against what they stand for, and the caps that bound what is modelled. */
#include "prove/sums.h"
#include "support/suite.h"

enum { VARIABLES = 7, MOST = 20 };

/* Some gates over variables that can be set at will. */
struct bench {
  struct effort effort;
  struct solver *solver;
  struct gates *gates;
  int variables[VARIABLES];
};

static void begin(struct bench *bench)
{
  bench->effort = effort_new(0, NULL, NULL);
  bench->solver = solver_new(&bench->effort);
  bench->gates = gates_new(bench->solver);
  for (guint i = 0; i < VARIABLES; i++)
    bench->variables[i] = gates_variable(bench->gates);
}

static void end(struct bench *bench)
{
  gates_free(bench->gates);
  solver_free(bench->solver);
}

/* Sets variable I to bit I of SET; false if that cannot be. */
static gboolean set_all(struct bench *bench, guint set)
{
  int assumptions[VARIABLES];
  for (guint i = 0; i < VARIABLES; i++)
    assumptions[i] = set >> i & 1 ? bench->variables[i] : -bench->variables[i];
  return solver_solve(bench->solver, assumptions, VARIABLES) == OUTCOME_SOME;
}

static void test_written_once(void)
{
  struct bench bench;
  begin(&bench);
  int a = bench.variables[0], b = bench.variables[1], c = bench.variables[2];
  struct gates *gates = bench.gates;
  CU_ASSERT_EQUAL(gates_and(gates, a, b), gates_and(gates, b, a));
  CU_ASSERT_EQUAL(gates_or(gates, a, b), -gates_and(gates, -b, -a));
  CU_ASSERT_EQUAL(gates_and(gates, a, a), a);
  CU_ASSERT_EQUAL(gates_and(gates, a, -a), LITERAL_FALSE);
  CU_ASSERT_EQUAL(gates_or(gates, a, -a), LITERAL_TRUE);
  CU_ASSERT_EQUAL(gates_and(gates, a, LITERAL_TRUE), a);
  CU_ASSERT_EQUAL(gates_all(gates, (const int[]){a, b, LITERAL_FALSE}, 3), LITERAL_FALSE);
  guint before = solver_variable_count(bench.solver);
  gates_all(gates, (const int[]){c, b, a, b}, 4);
  gates_all(gates, (const int[]){a, b, c}, 3);
  CU_ASSERT_EQUAL(solver_variable_count(bench.solver), before + 1);
  end(&bench);
}

static void test_meaning(void)
{
  struct bench bench;
  begin(&bench);
  int all = gates_all(bench.gates, bench.variables, 3);
  int any = gates_any(bench.gates, bench.variables, 3);
  for (guint set = 0; set < 8; set++) {
    CU_ASSERT_FATAL(set_all(&bench, set));
    CU_ASSERT_EQUAL(solver_holds(bench.solver, all), set == 7);
    CU_ASSERT_EQUAL(solver_holds(bench.solver, any), set != 0);
  }
  end(&bench);
}

static void test_one(void)
{
  struct bench bench;
  begin(&bench);
  g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(int));
  g_array_append_vals(list, bench.variables, VARIABLES);
  gates_at_most_one(bench.gates, list);
  for (guint set = 0; set < 1u << VARIABLES; set++)
    CU_ASSERT_EQUAL(set_all(&bench, set), (set & (set - 1)) == 0);
  end(&bench);
}

/* Each number that a sum is at least, for all values of its parts. */
static void check_sum(struct bench *bench, struct sums *sums, struct sum *sum, const guint *weights,
                      gboolean greater)
{
  int at_least[MOST + 3];
  for (guint number = 0; number < G_N_ELEMENTS(at_least); number++)
    at_least[number] = sums_at_least(sums, sum, number);
  for (guint set = 0; set < 1u << VARIABLES; set++) {
    guint left = 0, right = 0;
    for (guint i = 0; i < VARIABLES; i++)
      *(i < VARIABLES / 2 ? &left : &right) += set >> i & 1 ? weights[i] : 0;
    guint is = greater ? MAX(left, right) : left + right;
    CU_ASSERT_FATAL(set_all(bench, set));
    CU_ASSERT_EQUAL(sums_found(sum, bench->solver), is);
    for (guint number = 0; number < G_N_ELEMENTS(at_least); number++)
      CU_ASSERT_EQUAL(solver_holds(bench->solver, at_least[number]), number <= is);
  }
}

static void test_sums(void)
{
  static const guint weights[VARIABLES] = {1, 1, 5, 2, 7, 1, 3};
  struct bench bench;
  begin(&bench);
  OWNED(sums) sums = sums_new(bench.gates);
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  struct sum *halves[2] = {NULL, NULL};
  for (guint i = 0; i < VARIABLES; i++) {
    struct sum *part = sums_part(sums, bench.variables[i], weights[i]);
    struct sum **half = &halves[i >= VARIABLES / 2];
    *half = sums_add(sums, *half, part);
    g_ptr_array_add(all, part);
  }
  struct sum *whole = sums_all(sums, all), *greater = sums_greater(sums, halves[0], halves[1]);
  CU_ASSERT_EQUAL(sums_most(whole), MOST);
  check_sum(&bench, sums, whole, weights, FALSE);
  check_sum(&bench, sums, greater, weights, TRUE);
  end(&bench);
}

/* What nobody asks for is not written. */
static void test_sums_as_asked(void)
{
  struct bench bench;
  begin(&bench);
  OWNED(sums) sums = sums_new(bench.gates);
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  for (guint i = 0; i < VARIABLES; i++)
    g_ptr_array_add(all, sums_part(sums, bench.variables[i], 1));
  struct sum *whole = sums_all(sums, all);
  guint before = solver_variable_count(bench.solver);
  CU_ASSERT_EQUAL(sums_at_least(sums, whole, VARIABLES + 1), LITERAL_FALSE);
  CU_ASSERT_EQUAL(solver_variable_count(bench.solver), before);
  int most = sums_at_least(sums, whole, VARIABLES);
  CU_ASSERT(solver_variable_count(bench.solver) < before + VARIABLES);
  sums_bound(whole, VARIABLES);
  CU_ASSERT(sums_most(whole) == VARIABLES - 1 &&
            sums_at_least(sums, whole, VARIABLES) == LITERAL_FALSE);
  CU_ASSERT(set_all(&bench, (1u << VARIABLES) - 1) && solver_holds(bench.solver, most));
  end(&bench);
}

/* Once the effort is over, nothing is said. */
static void test_effort(void)
{
  struct bench bench;
  begin(&bench);
  CU_ASSERT(set_all(&bench, 0));
  bench.effort.looks = 0;
  CU_ASSERT_EQUAL(solver_solve(bench.solver, NULL, 0), OUTCOME_UNKNOWN);
  end(&bench);
}

SUITE(gates, {"the same gate is written once", test_written_once},
      {"it is true with what it stands for", test_meaning}, {"at most one is one", test_one},
      {"sums are at least what their parts are", test_sums},
      {"of sums what is asked for is written", test_sums_as_asked},
      {"what takes too long is not decided", test_effort})
