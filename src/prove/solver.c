/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CaDiCaL through its C interface. */
#include "prove/solver.h"

#include <ccadical.h>

struct solver {
  CCaDiCaL *cadical;
  struct effort *effort;
  guint variables;
  GArray *clauses; /* of int, each clause ended by 0: for solver_write() */
  guint clause_count;
};

static int look(void *data)
{
  struct solver *solver = data;
  return effort_look(solver->effort);
}

struct solver *solver_new(struct effort *effort)
{
  struct solver *solver = g_new0(struct solver, 1);
  solver->cadical = ccadical_init();
  solver->effort = effort;
  solver->clauses = g_array_new(FALSE, FALSE, sizeof(int));
  ccadical_set_option(solver->cadical, "quiet", 1);
  ccadical_set_option(solver->cadical, "phase", 0); /* unanswered first, so that ways are short */
  ccadical_set_terminate(solver->cadical, solver, look);
  return solver;
}

void solver_free(struct solver *solver)
{
  ccadical_release(solver->cadical);
  g_array_unref(solver->clauses);
  g_free(solver);
}

int solver_variable(struct solver *solver)
{
  return (int)++solver->variables;
}

guint solver_variable_count(const struct solver *solver)
{
  return solver->variables;
}

void solver_clause(struct solver *solver, const int *literals, guint count)
{
  const int end = 0;
  g_array_append_vals(solver->clauses, literals, count);
  g_array_append_val(solver->clauses, end);
  solver->clause_count++;
  for (guint i = 0; i < count; i++)
    ccadical_add(solver->cadical, literals[i]);
  ccadical_add(solver->cadical, 0);
}

enum outcome solver_solve(struct solver *solver, const int *assumptions, guint count)
{
  static const int satisfied = 10, unsatisfied = 20; /* as solvers end in competitions */
  if (effort_look(solver->effort))
    return OUTCOME_UNKNOWN;
  for (guint i = 0; i < count; i++)
    ccadical_assume(solver->cadical, assumptions[i]);
  int result = ccadical_solve(solver->cadical);
  return result == satisfied     ? OUTCOME_SOME
         : result == unsatisfied ? OUTCOME_NONE
                                 : OUTCOME_UNKNOWN;
}

gboolean solver_holds(const struct solver *solver, int literal)
{
  return ccadical_val(solver->cadical, literal) > 0;
}

gboolean solver_failed(const struct solver *solver, int literal)
{
  return ccadical_failed(solver->cadical, literal) != 0;
}

void solver_write(const struct solver *solver, int literal, GString *out)
{
  g_string_append_printf(out, "p cnf %u %u\n", solver->variables, solver->clause_count + 1);
  for (guint i = 0; i < solver->clauses->len; i++) {
    int part = g_array_index(solver->clauses, int, i);
    g_string_append_printf(out, part ? "%d " : "%d\n", part);
  }
  g_string_append_printf(out, "%d 0\n", literal);
}
