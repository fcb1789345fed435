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

static void begin_searching(struct bench *bench, enum search search)
{
  bench->effort = effort_new(0, NULL, NULL);
  bench->solver = solver_new(search, &bench->effort);
  bench->gates = gates_new(bench->solver);
  for (guint i = 0; i < VARIABLES; i++)
    bench->variables[i] = gates_variable(bench->gates);
}

static void begin(struct bench *bench)
{
  begin_searching(bench, SEARCH_LITTLE);
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

/* As answers are looked for: without assumptions the solver would try its luck first. */
static enum outcome solve_any(struct bench *bench)
{
  const int truth = LITERAL_TRUE;
  return solver_solve(bench->solver, &truth, 1);
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

static void expect_noted(struct sum *sum, void *data)
{
  CU_ASSERT_EQUAL(sums_noted(sum), sums_most(sum));
  ++*(guint *)data;
}

/* What parts are known to come to bounds the whole, and the most that was found of each is noted.
 */
static void test_sums_noted(void)
{
  struct bench bench;
  guint seen = 0;
  begin(&bench);
  OWNED(sums) sums = sums_new(bench.gates);
  struct sum *parts[VARIABLES];
  for (guint i = 0; i < VARIABLES; i++)
    parts[i] = sums_part(sums, bench.variables[i], 1);
  struct sum *greater = sums_greater(sums, sums_add(sums, parts[0], parts[1]), parts[2]);
  struct sum *whole = sums_add(sums, greater, sums_add(sums, parts[3], parts[4]));
  CU_ASSERT(set_all(&bench, 0x1f));
  sums_note(sums, bench.solver);
  CU_ASSERT_EQUAL(sums_noted(whole), 4);
  CU_ASSERT(set_all(&bench, 0x04));
  sums_note(sums, bench.solver);
  CU_ASSERT_EQUAL(sums_noted(whole), 4);
  CU_ASSERT_EQUAL(sums_found(whole, bench.solver), 1);
  sums_visit(sums, 2, 3, expect_noted, &seen);
  CU_ASSERT_EQUAL(seen, 2);
  sums_bound(greater, 2);
  sums_visit(sums, 1, 0, expect_noted, &seen);
  CU_ASSERT_EQUAL(sums_most(whole), 3);
  end(&bench);
}

/* What was hoped for last is tried first; the rest as far as that lets it be, until it is let go.
 */
static void test_hopes(void)
{
  struct bench bench;
  begin_searching(&bench, SEARCH_HOPES);
  const int *variables = bench.variables;
  int hopes[VARIABLES];
  gates_imply(bench.gates, variables[0], -variables[1]);
  for (guint i = 0; i < VARIABLES - 1; i++) {
    hopes[i] = -gates_variable(bench.gates);
    gates_imply(bench.gates, hopes[i], variables[i]);
  }
  CU_ASSERT_EQUAL_FATAL(solve_any(&bench), OUTCOME_SOME);
  CU_ASSERT(!solver_holds(bench.solver, variables[0]));
  for (guint i = 1; i < VARIABLES - 1; i++)
    CU_ASSERT(solver_holds(bench.solver, variables[i]));
  CU_ASSERT(!solver_holds(bench.solver, variables[VARIABLES - 1]));
  gates_require(bench.gates, -hopes[1]);
  CU_ASSERT_EQUAL_FATAL(solve_any(&bench), OUTCOME_SOME);
  CU_ASSERT(solver_holds(bench.solver, variables[0]) && !solver_holds(bench.solver, variables[1]));
  end(&bench);
}

/* What is tried first of what is free. */
static void test_search(void)
{
  struct bench bench;
  for (enum search search = SEARCH_LITTLE; search <= SEARCH_MUCH; search++) {
    begin_searching(&bench, search);
    for (guint i = 0; i < VARIABLES; i++) /* all are true, or none */
      gates_imply(bench.gates, bench.variables[i], bench.variables[(i + 1) % VARIABLES]);
    CU_ASSERT_EQUAL_FATAL(solve_any(&bench), OUTCOME_SOME);
    for (guint i = 0; i < VARIABLES; i++)
      CU_ASSERT_EQUAL(solver_holds(bench.solver, bench.variables[i]), search == SEARCH_MUCH);
    end(&bench);
  }
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
      {"of sums the most that was found is noted", test_sums_noted},
      {"hopes come true until they are let go", test_hopes},
      {"little is true, or much", test_search}, {"what takes too long is not decided", test_effort})
