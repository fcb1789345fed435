/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CaDiCaL through its C interface. */
#include "prove/solver.h"

#include <ccadical.h>
#include <stdlib.h>

/* Conflicts, after which a search for hopes is given up. */
#define EASY 2000

struct solver {
  CCaDiCaL *cadical;
  enum search search;
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

/* Variables are tried from the last one made on; conflicts must not change that order, or hopes
 * would come too late. */
static const struct setting {
  const char *option;
  enum search search;
  int value;
} settings[] = {
    {"phase", SEARCH_LITTLE, 0},    {"phase", SEARCH_MUCH, 1},       {"forcephase", SEARCH_MUCH, 1},
    {"phase", SEARCH_HOPES, 0},     {"forcephase", SEARCH_HOPES, 1}, {"bump", SEARCH_HOPES, 0},
    {"stabilize", SEARCH_HOPES, 0},
};

struct solver *solver_new(enum search search, struct effort *effort)
{
  struct solver *solver = g_new0(struct solver, 1);
  solver->cadical = ccadical_init();
  solver->search = search;
  solver->effort = effort;
  solver->clauses = g_array_new(FALSE, FALSE, sizeof(int));
  ccadical_set_option(solver->cadical, "quiet", 1);
  ccadical_set_option(solver->cadical, "inprocessing", 0); /* it costs more than it saves */
  ccadical_set_option(solver->cadical, "chrono", 0);       /* the same */
  for (gsize i = 0; i < G_N_ELEMENTS(settings); i++)
    if (settings[i].search == search)
      ccadical_set_option(solver->cadical, settings[i].option, settings[i].value);
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
  if (solver->search == SEARCH_HOPES)
    ccadical_limit(solver->cadical, "conflicts", EASY);
  int result = ccadical_solve(solver->cadical);
  return result == satisfied     ? OUTCOME_SOME
         : result == unsatisfied ? OUTCOME_NONE
                                 : OUTCOME_UNKNOWN;
}

gboolean solver_holds(const struct solver *solver, int literal)
{
  /* Of a variable, since of what is true by a negation 1.5 says 1, and 2.1 the literal. */
  return (ccadical_val(solver->cadical, abs(literal)) > 0) == (literal > 0);
}

gboolean solver_blames(const struct solver *solver, int literal)
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
