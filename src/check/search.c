/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backtracking over open variables. */
#include "check/search.h"

#include <string.h>

enum { AFTERTHOUGHT = 20000 }; /* steps to answer what is required after the goal */

struct search {
  struct state *state;
  struct allowance allowance;
  GArray *obligations;     /* grows with what assignments oblige to */
  guint answers, most;     /* given so far, and allowed */
  gboolean cut;            /* something was left untried */
  const struct aim *aim;   /* or NULL */
  struct ceiling *ceiling; /* of what is to become the most */
  guint best;              /* that it came to so far */
  struct solution *solution;
};

void solution_free(struct solution *solution)
{
  g_free(solution->values);
  g_free(solution);
}

/* ---- assignments ---- */

static guint weight(const struct search *search, guint variable, int value)
{
  gboolean items = search->state->model->variables[variable].repeat != NULL;
  return items ? (guint)value : value > 0;
}

static void assign(struct search *search, guint variable, int value)
{
  state_assign(search->state, variable, value);
  search->answers += weight(search, variable, value);
}

static void undo(struct search *search, guint trail, guint obligations)
{
  struct state *state = search->state;
  for (guint i = trail; i < state->trail->len; i++) {
    guint variable = g_array_index(state->trail, struct assignment, i).variable;
    search->answers -= weight(search, variable, state->assigned[variable]);
  }
  state_undo(state, trail);
  g_array_set_size(search->obligations, obligations);
}

/* What is assigned to a question or repeat may stand. */
static void oblige_fit(struct search *search, guint index)
{
  const struct variable *variable = &search->state->model->variables[index];
  const struct item *item = variable->question ? &variable->question->item
                            : variable->repeat ? &variable->repeat->item
                                               : NULL;
  for (guint i = 0; item && i < search->obligations->len; i++) {
    const struct obligation *known = &g_array_index(search->obligations, struct obligation, i);
    if (known->kind == OBLIGE_FITS && known->item == item && known->turn == variable->turn)
      return;
  }
  if (item)
    obligations_add(search->obligations, OBLIGE_FITS, item, NULL, variable->turn);
}

/* ---- solutions ---- */

static struct solution *solution_of(const struct search *search, gboolean complete)
{
  const struct model *model = search->state->model;
  struct solution *solution = g_new0(struct solution, 1);
  solution->values = g_new0(gint16, model->variable_count + 1);
  solution->model = model;
  solution->complete = complete;
  solution->answers = search->answers;
  for (guint i = 0; i < model->variable_count; i++)
    solution->values[i] = MAX(search->state->assigned[i], 0);
  return solution;
}

static void keep(struct search *search, struct solution *solution)
{
  if (search->solution)
    solution_free(search->solution);
  search->solution = solution;
}

/* Keeps the answers if they come to more than any before. */
static void keep_better(struct search *search)
{
  const struct aim *aim = search->aim;
  OWNED(solution) solution = solution_of(search, TRUE);
  guint count = aim->count ? aim->count(solution) : measure_most(aim->measure, search->state);
  if (count <= search->best)
    return;
  search->best = count;
  keep(search, g_steal_pointer(&solution));
}

static gboolean solve(struct search *search);

/* The first question from *AT on, in document order and up to the horizon, that has open variables
 * and needs an answer; the open ones before it become nothing. */
static const struct question *settle(struct search *search, guint *at, guint *turn)
{
  struct state *state = search->state;
  const struct catalogue *catalogue = state->model->catalogue;
  for (; *at < catalogue->question_count; (*at)++, *turn = 0) {
    const struct question *question = catalogue->questions[*at];
    guint turns = question->repeat ? state->model->items[question->repeat->index] : 0;
    for (*turn = MAX(*turn, question->repeat ? 1 : 0); *turn <= turns; (*turn)++) {
      struct extent extent = model_question(state->model, question, *turn);
      gboolean open = FALSE, given = FALSE;
      for (guint i = extent.first; i < extent.first + extent.count; i++) {
        open |= state->assigned[i] == OPEN;
        given |= state->assigned[i] > 0;
      }
      if (!open || !state_comes_before(state, question, *turn))
        continue;
      gboolean needs = state_must(state, question, *turn) || question->from;
      if (needs && !given && state_answered(state, question, *turn) == TRUTH_YES)
        return question;
      for (guint i = extent.first; i < extent.first + extent.count; i++)
        if (state->assigned[i] == OPEN)
          assign(search, i, 0);
    }
  }
  return NULL;
}

static void close_repeats(struct search *search)
{
  const struct model *model = search->state->model;
  for (guint i = 0; i < model->variable_count; i++)
    if (!model->variables[i].question && search->state->assigned[i] == OPEN)
      assign(search, i, 0);
}

/* All obligations hold: answers what else is required on the way, and leaves the rest. */
static gboolean complete(struct search *search)
{
  guint trail = search->state->trail->len, obligations = search->obligations->len;
  guint at = 0, turn = 0;
  close_repeats(search);
  const struct question *question = settle(search, &at, &turn);
  if (question) {
    obligations_add(search->obligations, OBLIGE_ANSWERED, &question->item, NULL, turn);
    obligations_add(search->obligations, OBLIGE_FITS, &question->item, NULL, turn);
    if (solve(search))
      return TRUE;
    undo(search, trail, obligations);
    return FALSE;
  }
  if (search->aim) {
    keep_better(search);
    return FALSE;
  }
  gboolean whole = search->state->horizon.order == G_MAXUINT;
  keep(search, solution_of(search, whole));
  if (whole)
    return TRUE;
  struct horizon horizon = search->state->horizon;
  search->allowance.end = MIN(search->allowance.end, search->state->steps + AFTERTHOUGHT);
  state_set_horizon(search->state, (struct horizon){.order = G_MAXUINT});
  gboolean solved = complete(search);
  state_set_horizon(search->state, horizon);
  return solved;
}

static int by_bound(const void *a, const void *b)
{
  const guint *first = a, *second = b;
  return (first[1] < second[1]) - (first[1] > second[1]);
}

/* The values of VARIABLE, those first that let the measure come to most: pairs of value and bound.
 */
static GArray *order_values(struct search *search, guint variable)
{
  GArray *order = g_array_new(FALSE, FALSE, 2 * sizeof(guint));
  guint trail = search->state->trail->len;
  for (guint value = 0; value < search->state->model->variables[variable].count; value++) {
    guint pair[2] = {value, 0};
    if (search->ceiling) {
      assign(search, variable, (int)value);
      pair[1] = ceiling_most(search->ceiling, search->best);
      undo(search, trail, search->obligations->len);
    }
    g_array_append_val(order, pair);
  }
  if (search->ceiling)
    g_array_sort(order, by_bound);
  return order;
}

static gboolean try_values(struct search *search, guint variable)
{
  guint trail = search->state->trail->len, obligations = search->obligations->len;
  g_autoptr(GArray) order = order_values(search, variable);
  for (guint i = 0; i < order->len; i++) {
    const guint *pair = (const guint *)(const void *)order->data + 2 * i;
    guint value = pair[0];
    if (state_has(search->state, variable, value) == TRUTH_NO)
      continue;
    if (search->ceiling && pair[1] <= search->best)
      continue;
    assign(search, variable, (int)value);
    oblige_fit(search, variable);
    gboolean solved = search->answers <= search->most && solve(search);
    if (solved)
      return TRUE;
    undo(search, trail, obligations);
    if (search->cut)
      return FALSE;
  }
  return FALSE;
}

/* True if a solution was kept that cannot be had more complete. */
static gboolean solve(struct search *search)
{
  if (budget_is_over(&search->allowance)) {
    search->cut = TRUE;
    return FALSE;
  }
  int open = -1;
  gboolean undecided = FALSE;
  for (guint i = 0; i < search->obligations->len; i++) {
    const struct obligation *obligation = &g_array_index(search->obligations, struct obligation, i);
    enum truth truth = obligation_truth(search->state, obligation);
    if (truth == TRUTH_NO)
      return FALSE;
    if (truth == TRUTH_MAYBE && open < 0) {
      open = obligation_open(search->state, obligation);
      undecided = TRUE;
    }
  }
  if (search->ceiling && ceiling_most(search->ceiling, search->best) <= search->best)
    return FALSE;
  if (search->ceiling && !undecided) {
    open = ceiling_branch(search->ceiling);
    undecided = open >= 0;
  }
  if (!undecided)
    return complete(search);
  if (open < 0) { /* too deep to see */
    search->cut = TRUE;
    return FALSE;
  }
  return try_values(search, (guint)open);
}

/* Runs SEARCH, whose other members are set; leaves its solution to the caller. */
static enum found run(struct search *search, struct budget *budget, const GArray *obligations)
{
  struct state *state = search->state;
  struct horizon horizon = state->horizon;
  search->allowance = budget_begin(budget, state);
  search->obligations = g_array_new(FALSE, FALSE, sizeof(struct obligation));
  if (obligations->len)
    g_array_append_vals(search->obligations, obligations->data, obligations->len);
  if (search->aim)
    search->ceiling = ceiling_new(search->aim->measure, state, &search->allowance);
  state_begin(state);
  solve(search);
  state_undo(state, 0);
  state_set_horizon(state, horizon);
  budget_end(&search->allowance);
  g_clear_pointer(&search->ceiling, ceiling_free);
  g_array_unref(search->obligations);
  if (search->solution)
    return FOUND_SOME;
  return search->cut || state->lossy ? FOUND_NOTHING_YET : FOUND_NONE;
}

enum found search_run(struct state *state, const GArray *obligations, guint most,
                      struct budget *budget, struct solution **solution)
{
  struct search search = {.state = state, .most = most};
  enum found found = run(&search, budget, obligations);
  *solution = search.solution;
  return found;
}

enum found search_most(struct state *state, const GArray *obligations, const struct aim *aim,
                       guint above, struct budget *budget, struct solution **solution, guint *most,
                       gboolean *exact)
{
  struct search search = {.state = state, .most = G_MAXUINT, .aim = aim, .best = above};
  enum found found = run(&search, budget, obligations);
  *solution = search.solution;
  *most = search.best;
  *exact = !search.cut;
  return found;
}

enum found search_shortest(struct state *state, const GArray *obligations, struct budget *budget,
                           struct solution **solution)
{
  enum found found = search_run(state, obligations, G_MAXUINT, budget, solution);
  while (found == FOUND_SOME && (*solution)->answers > 0) {
    struct solution *shorter;
    search_run(state, obligations, (*solution)->answers - 1, budget, &shorter);
    if (!shorter)
      break;
    if (!shorter->complete && (*solution)->complete) {
      solution_free(shorter);
      break;
    }
    solution_free(*solution);
    *solution = shorter;
  }
  return found;
}
