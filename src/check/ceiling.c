/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Solving independent problems, and remembering their results. */
#include "check/ceiling.h"

#include "check/problems.h"

enum { MOST_KNOWN = 50000 }; /* results kept */

struct ceiling {
  const struct measure *measure;
  struct state *state;
  struct allowance *allowance;
  struct residue *residue; /* of one point at a time */
  GHashTable *known;       /* GBytes, a residue -> struct result */
};

struct result {
  guint most;
  gboolean exact; /* else it is only not more */
};

struct ceiling *ceiling_new(const struct measure *measure, struct state *state,
                            struct allowance *allowance)
{
  struct ceiling *ceiling = g_new0(struct ceiling, 1);
  ceiling->measure = measure;
  ceiling->state = state;
  ceiling->allowance = allowance;
  ceiling->residue = residue_new(state);
  ceiling->known =
      g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, g_free);
  return ceiling;
}

void ceiling_free(struct ceiling *ceiling)
{
  g_hash_table_unref(ceiling->known);
  residue_free(ceiling->residue);
  g_free(ceiling);
}

static GPtrArray *open_problems(struct ceiling *ceiling, const GArray *parts, guint above,
                                guint *sum)
{
  return problems_open(ceiling->measure, ceiling->state, ceiling->residue, parts, above, sum);
}

/* ---- solving ---- */

static gboolean all_stand(struct state *state)
{
  for (guint i = 0; i < state->trail->len; i++)
    if (state_stands(state, g_array_index(state->trail, struct assignment, i).variable) == TRUTH_NO)
      return FALSE;
  return TRUE;
}

static guint most_of(struct ceiling *ceiling, const GArray *parts, guint above);

/* The most of PROBLEM if its variable has a value of REACH. */
static guint try_reach(struct ceiling *ceiling, const struct problem *problem, struct reach reach,
                       guint above)
{
  struct state *state = ceiling->state;
  guint trail = state->trail->len, most = 0;
  if (reach.first < reach.last) {
    state_narrow(state, problem->variable, reach);
  } else if (state_has(state, problem->variable, reach.first) != TRUTH_NO) {
    state_assign(state, problem->variable, (int)reach.first);
    state_close_choices(state, problem->variable);
  } else {
    return 0;
  }
  if (all_stand(state))
    most = most_of(ceiling, problem->parts, above);
  state_undo(state, trail);
  return most;
}

/* The best of all values of the variable on which most depends; of many in order half by half. */
static guint try_values(struct ceiling *ceiling, const struct problem *problem, guint above)
{
  guint variable = problem->variable, best = 0;
  struct reach reach = ceiling->state->reaches[variable];
  guint least = MAX(reach.first, 1), width = reach.last + 1 - least;
  guint step = ceiling->state->model->variables[variable].ascends ? (width + 1) / 2 : 1;
  for (guint i = least; i <= reach.last && best < problem->weight; i += step) {
    struct reach part = {i, MIN(i + step - 1, reach.last)};
    best = MAX(best, try_reach(ceiling, problem, part, MAX(above, best)));
  }
  if (reach.first == 0 && best < problem->weight)
    best = MAX(best, try_reach(ceiling, problem, (struct reach){0, 0}, MAX(above, best)));
  return best;
}

static guint solve(struct ceiling *ceiling, const struct problem *problem, guint above)
{
  const struct result *known = g_hash_table_lookup(ceiling->known, problem->key);
  if (known && (known->exact || known->most <= above))
    return known->most;
  if (budget_is_over(ceiling->allowance))
    return problem->weight;
  guint most = try_values(ceiling, problem, above);
  if (budget_is_over(ceiling->allowance) || g_hash_table_size(ceiling->known) >= MOST_KNOWN)
    return most;
  struct result *result = g_new(struct result, 1);
  *result = (struct result){most, most > above};
  g_hash_table_replace(ceiling->known, g_bytes_ref(problem->key), result);
  return most;
}

/* The most that PARTS can come to, as ceiling_most() says: one problem after the other, as long as
 * all can still come to more than ABOVE. */
static guint most_of(struct ceiling *ceiling, const GArray *parts, guint above)
{
  guint sum;
  g_autoptr(GPtrArray) problems = open_problems(ceiling, parts, above, &sum);
  for (guint i = 0; i < problems->len && sum > above; i++) {
    const struct problem *problem = g_ptr_array_index(problems, i);
    guint others = sum - problem->weight;
    sum = others + solve(ceiling, problem, above > others ? above - others : 0);
  }
  return sum;
}

static GArray *all_parts(const struct measure *measure)
{
  GArray *parts = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < measure->parts->len; i++)
    g_array_append_val(parts, i);
  return parts;
}

guint ceiling_most(struct ceiling *ceiling, guint above)
{
  guint base = ceiling->measure->base;
  g_autoptr(GArray) parts = all_parts(ceiling->measure);
  return base + most_of(ceiling, parts, above > base ? above - base : 0);
}

int ceiling_branch(struct ceiling *ceiling)
{
  guint sum, best = 0;
  int variable = -1;
  g_autoptr(GArray) parts = all_parts(ceiling->measure);
  g_autoptr(GPtrArray) problems = open_problems(ceiling, parts, 0, &sum);
  for (guint i = 0; i < problems->len; i++) {
    const struct problem *problem = g_ptr_array_index(problems, i);
    if (problem->weight <= best)
      continue;
    best = problem->weight;
    variable = (int)problem->variable;
  }
  return variable;
}
