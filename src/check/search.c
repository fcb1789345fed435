/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backtracking over open variables. */
#include "check/search.h"

#include <string.h>

enum {
  LOOK_AT_CLOCK = 1024, /* tries */
  AFTERTHOUGHT = 20000, /* steps to answer what is required after the goal */
};

struct search {
  struct state *state;
  struct budget *budget;
  GArray *obligations; /* grows with what assignments oblige to */
  GArray *trail;       /* of guint: variables in the order they were assigned */
  guint answers, most; /* given so far, and allowed */
  guint64 end;         /* of the state's steps */
  guint tries;
  gboolean cut;                  /* something was left untried */
  const struct measure *measure; /* what is to become the most, or NULL */
  guint best;                    /* that it came to so far */
  struct solution *solution;
};

void solution_free(struct solution *solution)
{
  g_free(solution->values);
  g_free(solution);
}

static gboolean is_over(struct search *search)
{
  const struct check_options *options = search->budget->options;
  if (++search->tries % LOOK_AT_CLOCK == 0 && options->out_of_time &&
      options->out_of_time(options->data))
    search->budget->over = TRUE;
  if (!search->budget->over && search->state->steps < search->end)
    return FALSE;
  search->cut = TRUE;
  return TRUE;
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
  g_array_append_val(search->trail, variable);
}

static void undo(struct search *search, guint trail, guint obligations)
{
  while (search->trail->len > trail) {
    guint variable = g_array_index(search->trail, guint, search->trail->len - 1);
    search->answers -= weight(search, variable, search->state->assigned[variable]);
    state_assign(search->state, variable, OPEN);
    g_array_set_size(search->trail, search->trail->len - 1);
  }
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

static void keep(struct search *search, gboolean complete)
{
  const struct model *model = search->state->model;
  if (!search->solution) {
    search->solution = g_new0(struct solution, 1);
    search->solution->values = g_new0(gint16, model->variable_count + 1);
  }
  struct solution *solution = search->solution;
  solution->model = model;
  solution->complete = complete;
  solution->answers = search->answers;
  for (guint i = 0; i < model->variable_count; i++)
    solution->values[i] = MAX(search->state->assigned[i], 0);
}

static gboolean solve(struct search *search);

/* What the measure can still come to. */
static guint bound(struct search *search)
{
  return measure_bound(search->measure, search->state, NULL);
}

/* The same; *OPEN is the variable on which most of what is open in it depends, or -1. */
static guint bound_and_open(struct search *search, int *open)
{
  guint best = 0;
  g_autoptr(GArray) doubts = g_array_new(FALSE, FALSE, sizeof(struct obligation));
  g_autoptr(GHashTable) votes = g_hash_table_new(NULL, NULL);
  guint most = measure_bound(search->measure, search->state, doubts);
  *open = -1;
  for (guint i = 0; i < doubts->len && most > search->best; i++) {
    int variable = obligation_open(search->state, &g_array_index(doubts, struct obligation, i));
    guint count = 1 + GPOINTER_TO_UINT(g_hash_table_lookup(votes, GINT_TO_POINTER(variable)));
    g_hash_table_insert(votes, GINT_TO_POINTER(variable), GUINT_TO_POINTER(count));
    if (variable >= 0 && count > best) {
      best = count;
      *open = variable;
    }
  }
  return most;
}

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
  guint trail = search->trail->len, obligations = search->obligations->len;
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
  gboolean whole = search->state->horizon.order == G_MAXUINT;
  keep(search, whole);
  if (search->measure) {
    search->best = bound(search);
    return FALSE;
  }
  if (whole)
    return TRUE;
  struct horizon horizon = search->state->horizon;
  search->end = MIN(search->end, search->state->steps + AFTERTHOUGHT);
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
  guint trail = search->trail->len;
  for (guint value = 0; value < search->state->model->variables[variable].count; value++) {
    guint pair[2] = {value, 0};
    if (search->measure) {
      assign(search, variable, (int)value);
      pair[1] = bound(search);
      undo(search, trail, search->obligations->len);
    }
    g_array_append_val(order, pair);
  }
  if (search->measure)
    g_array_sort(order, by_bound);
  return order;
}

static gboolean try_values(struct search *search, guint variable)
{
  guint trail = search->trail->len, obligations = search->obligations->len;
  g_autoptr(GArray) order = order_values(search, variable);
  for (guint i = 0; i < order->len; i++) {
    const guint *pair = (const guint *)(const void *)order->data + 2 * i;
    guint value = pair[0];
    if (state_has(search->state, variable, value) == TRUTH_NO)
      continue;
    if (search->measure && pair[1] <= search->best)
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
  if (is_over(search))
    return FALSE;
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
  if (search->measure) {
    int doubted;
    if (bound_and_open(search, &doubted) <= search->best)
      return FALSE;
    if (!undecided && doubted >= 0) {
      open = doubted;
      undecided = TRUE;
    }
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
static enum found run(struct search *search, const GArray *obligations)
{
  struct state *state = search->state;
  guint64 begun = state->steps;
  struct horizon horizon = state->horizon;
  search->end = begun + MIN(search->budget->each, search->budget->left);
  search->trail = g_array_new(FALSE, FALSE, sizeof(guint));
  search->obligations = g_array_new(FALSE, FALSE, sizeof(struct obligation));
  if (obligations->len)
    g_array_append_vals(search->obligations, obligations->data, obligations->len);
  state->lossy = FALSE;
  state_clear(state);
  solve(search);
  state_clear(state);
  state_set_horizon(state, horizon);
  search->budget->left -= MIN(search->budget->left, state->steps - begun);
  g_array_unref(search->trail);
  g_array_unref(search->obligations);
  if (search->solution)
    return FOUND_SOME;
  return search->cut || state->lossy ? FOUND_NOTHING_YET : FOUND_NONE;
}

enum found search_run(struct state *state, const GArray *obligations, guint most,
                      struct budget *budget, struct solution **solution)
{
  struct search search = {.state = state, .budget = budget, .most = most};
  enum found found = run(&search, obligations);
  *solution = search.solution;
  return found;
}

enum found search_most(struct state *state, const GArray *obligations,
                       const struct measure *measure, guint above, struct budget *budget,
                       struct solution **solution, guint *most, gboolean *exact)
{
  struct search search = {.state = state, .budget = budget, .most = G_MAXUINT};
  search.measure = measure;
  search.best = above;
  enum found found = run(&search, obligations);
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
