/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Disjoint sets of what is open, by the nodes they share. */
#include "check/problems.h"

/* How much a vote counts: for what is sure to be asked, for what only bears on such, for others. */
enum { VOTE_READY = 16, VOTE_BESIDE = 12, VOTE_OTHER = 1 };

/* What is open at one point: parts of the measure, and with weight 0 assigned variables of which it
 * is open whether their value may stand. */
struct member {
  guint entry; /* of the residue */
  guint part, weight;
};

/* How what is open falls apart. */
struct split {
  const struct measure *measure;
  struct state *state;
  struct residue *residue;
  GArray *members; /* of struct member */
  guint *roots;    /* by entry: another of the same problem, in the end the same for all */
  guint *visits;   /* by entry: the vote in which it was last visited */
  guint *votes;    /* by variable */
};

void problem_free(struct problem *problem)
{
  g_array_unref(problem->parts);
  g_bytes_unref(problem->key);
  g_free(problem);
}

/* ---- what is open ---- */

static void add_doubt(const struct obligation *doubt, void *data)
{
  residue_add(data, doubt);
}

static guint weight_of(const struct measure *measure, guint part)
{
  return g_array_index(measure->parts, struct part, part).weight;
}

static void add_part(const struct split *split, guint part)
{
  residue_begin_entry(split->residue, part);
  measure_doubts(split->measure, split->state, part, add_doubt, split->residue);
  struct member member = {residue_end_entry(split->residue), part, weight_of(split->measure, part)};
  g_array_append_val(split->members, member);
}

static void add_assigned(const struct split *split)
{
  struct state *state = split->state;
  for (guint i = 0; i < state->trail->len; i++) {
    guint variable = g_array_index(state->trail, struct assignment, i).variable;
    if (state_stands(state, variable) != TRUTH_MAYBE)
      continue;
    residue_begin_entry(split->residue, split->measure->parts->len);
    residue_add_assigned(split->residue, variable);
    struct member member = {.entry = residue_end_entry(split->residue)};
    g_array_append_val(split->members, member);
  }
}

/* ---- which of it belongs together ---- */

/* Disjoint sets by their roots (Tarjan), with the path halved on the way. */
static guint root_of(guint *roots, guint entry)
{
  while (roots[entry] != entry)
    entry = roots[entry] = roots[roots[entry]];
  return entry;
}

static void join(const struct split *split)
{
  const struct residue *residue = split->residue;
  guint count = residue_count(residue);
  for (guint i = 0; i < count; i++)
    split->roots[i] = i;
  for (guint i = 0; i < count; i++) {
    const struct entry *entry = residue_entry(residue, i);
    const guint *nodes = residue_nodes(residue, entry);
    for (guint at = 0; at < entry->node_count; at++) {
      guint other = root_of(split->roots, residue_node_entry(residue, nodes[at]));
      split->roots[other] = root_of(split->roots, i);
    }
  }
}

static GBytes *key_of(const struct split *split, guint root)
{
  const struct residue *residue = split->residue;
  GByteArray *key = g_byte_array_new();
  for (guint i = 0; i < residue_count(residue); i++) {
    const struct entry *entry = residue_entry(residue, i);
    if (root_of(split->roots, i) == root)
      g_byte_array_append(key, (const guint8 *)residue_numbers(residue, entry),
                          entry->number_count * (guint)sizeof(guint64));
  }
  return g_byte_array_free_to_bytes(key);
}

/* ---- on what most depends ---- */

/* Whether what VARIABLE is about is sure to be asked, so that its value needs no others first. */
static gboolean is_ready(struct state *state, const struct variable *variable)
{
  if (variable->question)
    return state_met(state, &variable->question->item, variable->turn) == TRUTH_YES;
  return !variable->repeat || state_met(state, &variable->repeat->item, 0) == TRUTH_YES;
}

static guint vote_of(const struct split *split, guint variable, gboolean beside)
{
  struct state *state = split->state;
  if (!is_ready(state, &state->model->variables[variable]))
    return VOTE_OTHER;
  return beside ? VOTE_BESIDE : VOTE_READY;
}

/* All variables that can be come to from ENTRY are voted for. */
static void vote(const struct split *split, guint entry, guint weight, guint visit)
{
  const struct residue *residue = split->residue;
  const struct entry *at = residue_entry(residue, entry);
  const guint *nodes = residue_nodes(residue, at);
  split->visits[entry] = visit;
  for (guint i = 0; i < at->node_count; i++) {
    guint next = residue_node_entry(residue, nodes[i]);
    if (split->visits[next] == visit)
      continue;
    if (nodes[i] < split->state->model->variable_count)
      split->votes[nodes[i]] += weight * vote_of(split, nodes[i], i >= at->own_count);
    vote(split, next, weight, visit);
  }
}

/* The variable with most votes among those of the problem with ROOT; -1 if it has none. */
static int most_voted(const struct split *split, guint root)
{
  const struct residue *residue = split->residue;
  guint variables = split->state->model->variable_count;
  int best = -1;
  for (guint i = 0; i < residue_count(residue); i++) {
    const struct entry *entry = residue_entry(residue, i);
    const guint *nodes = residue_nodes(residue, entry);
    for (guint at = 0; at < entry->node_count && root_of(split->roots, i) == root; at++)
      if (nodes[at] < variables &&
          (best < 0 || split->votes[nodes[at]] > split->votes[best] ||
           (split->votes[nodes[at]] == split->votes[best] && (int)nodes[at] < best)))
        best = (int)nodes[at];
  }
  return best;
}

/* ---- problems ---- */

/* The problem with ROOT, to which the member number FIRST is the first to belong; NULL if nothing
 * of it can be decided by any answer. */
static struct problem *problem_new(const struct split *split, guint root, guint first)
{
  int variable = most_voted(split, root);
  if (variable < 0)
    return NULL;
  struct problem *problem = g_new0(struct problem, 1);
  problem->parts = g_array_new(FALSE, FALSE, sizeof(guint));
  problem->key = key_of(split, root);
  problem->variable = (guint)variable;
  for (guint i = first; i < split->members->len; i++) {
    const struct member *member = &g_array_index(split->members, struct member, i);
    if (member->weight == 0 || root_of(split->roots, member->entry) != root)
      continue;
    g_array_append_val(problem->parts, member->part);
    problem->weight += member->weight;
  }
  return problem;
}

/* All problems of SPLIT, of which parts of the measure are open. */
static GPtrArray *list_problems(const struct split *split)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func((GDestroyNotify)problem_free);
  guint count = residue_count(split->residue);
  g_autofree gboolean *listed = g_new0(gboolean, count + 1);
  for (guint i = 0; i < split->members->len; i++) {
    const struct member *member = &g_array_index(split->members, struct member, i);
    guint root = root_of(split->roots, member->entry);
    struct problem *problem = member->weight && !listed[root] ? problem_new(split, root, i) : NULL;
    listed[root] = TRUE;
    if (problem)
      g_ptr_array_add(problems, problem);
  }
  return problems;
}

/* The problems of the members that PARTS and the assigned variables are. */
static GPtrArray *split_parts(struct split *split, const GArray *parts)
{
  residue_clear(split->residue);
  for (guint i = 0; i < parts->len; i++)
    add_part(split, g_array_index(parts, guint, i));
  add_assigned(split);
  guint count = residue_count(split->residue);
  g_autofree guint *roots = g_new(guint, count + 1), *visits = g_new0(guint, count + 1);
  g_autofree guint *votes = g_new0(guint, split->state->model->variable_count + 1);
  split->roots = roots;
  split->visits = visits;
  split->votes = votes;
  join(split);
  for (guint i = 0; i < split->members->len; i++) {
    const struct member *member = &g_array_index(split->members, struct member, i);
    vote(split, member->entry, member->weight, i + 1);
  }
  return list_problems(split);
}

GPtrArray *problems_open(const struct measure *measure, struct state *state,
                         struct residue *residue, const GArray *parts, guint above, guint *sum)
{
  g_autoptr(GArray) members = g_array_new(FALSE, FALSE, sizeof(struct member));
  g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint));
  struct split split = {.measure = measure, .state = state, .residue = residue};
  split.members = members;
  *sum = 0;
  for (guint i = 0; i < parts->len; i++) {
    guint part = g_array_index(parts, guint, i);
    enum truth counts = measure_counts(measure, state, part);
    *sum += counts == TRUTH_NO ? 0 : weight_of(measure, part);
    if (counts == TRUTH_MAYBE)
      g_array_append_val(open, part);
  }
  return *sum > above ? split_parts(&split, open) : g_ptr_array_new();
}
