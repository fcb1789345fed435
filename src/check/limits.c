/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The limits of a pack held against the most that any answers lead to. */
#include "check/limits.h"

#include "catalogue/rules.h"
#include "check/proofs_state.h"
#include "check/solution.h"
#include "plan/plan.h"

static guint count_actions(const struct solution *solution)
{
  int today = solution->model->today;
  OWNED(answers) answers = solution_answers(solution);
  OWNED(plan) plan = plan_new(solution->model->catalogue, answers, today, NULL, FALSE);
  return plan->actions->len;
}

static guint count_soon(const struct solution *solution)
{
  int today = solution->model->today;
  OWNED(answers) answers = solution_answers(solution);
  OWNED(plan) plan = plan_new(solution->model->catalogue, answers, today, NULL, FALSE);
  guint soon = 0;
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = g_ptr_array_index(plan->actions, i);
    soon += action->day && action->day <= today + 1;
  }
  return soon;
}

struct limit_kind {
  const char *name; /* as the attribute and the witness are called */
  enum measure_kind measure;
  guint (*count)(const struct solution *solution); /* where only the plan tells; or NULL */
  const char *words;
  gsize offset; /* in struct limit */
};

#define LIMIT(name, kind, count, words, member)                                                    \
  {                                                                                                \
    name, kind, count, words, G_STRUCT_OFFSET(struct limit, member)                                \
  }
/* What is decided soonest stands first: time may run out. */
static const struct limit_kind kinds[] = {
    LIMIT("texts", MEASURE_TEXTS, NULL, N_("texts to type"), texts),
    LIMIT("words", MEASURE_WORDS, NULL, N_("words in a draft"), words),
    LIMIT("questions", MEASURE_QUESTIONS, NULL, N_("questions asked"), questions),
    LIMIT("actions", MEASURE_ACTIONS, count_actions, N_("actions in a plan"), actions),
    LIMIT("first-day", MEASURE_SOON, count_soon, N_("actions today or tomorrow on the first visit"),
          first_day),
};

/* The most that was found. */
struct most {
  enum found found;
  guint count;
  struct answers *answers;
  int today;                 /* on which they are given */
  const struct draft *draft; /* of which, for words */
};

static void keep_better(struct most *most, enum found found, guint count, struct solution *solution,
                        const struct draft *draft)
{
  if (found == FOUND_SOME) {
    if (most->answers)
      answers_free(most->answers);
    int today = solution->model->today;
    *most = (struct most){found, count, solution_answers(solution), today, draft};
    solution_free(solution);
  } else if (found == FOUND_NOTHING_YET && most->found == FOUND_NONE) {
    most->found = found;
  }
}

/* What is to become the most on the day of STATE: of DRAFT, of ACTION, or of the whole. */
static void search_state(struct prover *prover, struct state *state, const struct aim *aim,
                         const GArray *obligations, const struct draft *draft, struct most *most)
{
  state_set_horizon(state, (struct horizon){.order = G_MAXUINT});
  state->waived = NULL;
  g_autoptr(GArray) all = prover_obligations(prover, state, obligations);
  struct solution *solution;
  guint count;
  gboolean exact;
  enum found found =
      search_most(state, all, aim, most->count, &prover->budget, &solution, &count, &exact);
  keep_better(most, found, count, solution, draft);
}

static void search_kind(struct prover *prover, const struct limit_kind *kind, struct most *most)
{
  g_autoptr(GArray) none = g_array_new(FALSE, FALSE, sizeof(struct obligation));
  for (guint i = 0; i < prover->days->len; i++) {
    struct state *state = prover_state(prover, i);
    OWNED(measure) measure = measure_new(state->model, kind->measure);
    struct aim aim = {measure, kind->count};
    search_state(prover, state, &aim, none, NULL, most);
  }
}

static void search_draft(struct prover *prover, const struct action *action,
                         const struct draft *draft, struct most *most)
{
  g_autoptr(GArray) obligations = g_array_new(FALSE, FALSE, sizeof(struct obligation));
  obligations_for(obligations, &action->item, 0, FALSE);
  if (draft->when)
    obligations_add(obligations, OBLIGE_HOLDS, &action->item, draft->when, 0);
  for (guint i = 0; i < prover->days->len; i++) {
    struct state *state = prover_state(prover, i);
    OWNED(measure) measure = measure_draft(state->model, action, draft);
    struct aim aim = {measure, NULL};
    search_state(prover, state, &aim, obligations, draft, most);
  }
}

static void search_drafts(struct prover *prover, struct most *most)
{
  const struct catalogue *catalogue = prover->catalogue;
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct action *action = item_action(catalogue->items[i]);
    const struct draft *draft = action ? action->drafts : NULL;
    for (; draft; draft = draft->next)
      search_draft(prover, action, draft, most);
  }
}

static struct most most_above(const struct catalogue *catalogue,
                              const struct check_options *options, const struct limit_kind *kind,
                              guint above)
{
  gboolean first = kind->measure == MEASURE_SOON;
  OWNED(prover) prover = prover_new(catalogue, options, first ? SCOPE_FIRST_VISIT : SCOPE_BOUNDS);
  struct most most = {.found = FOUND_NONE, .count = above};
  prover->budget.each = budget_steps(prover->options, BUDGET_LIMIT);
  if (kind->measure == MEASURE_WORDS)
    search_drafts(prover, &most);
  else
    search_kind(prover, kind, &most);
  return most;
}

static void report(const struct proofs *proofs, const struct limit_kind *kind, guint limit,
                   const struct most *most, struct findings *findings)
{
  const struct catalogue *catalogue = proofs->prover->catalogue;
  const char *words = tr(proofs->prover->options->translator, kind->words);
  if (most->found != FOUND_SOME) {
    findings_add(findings, &rules[RULE_UNDECIDED], catalogue->limit.place, words, NULL);
    return;
  }
  g_autofree char *is = g_strdup_printf("%u", most->count), *may = g_strdup_printf("%u", limit);
  findings_add(findings, &rules[RULE_LIMIT_EXCEEDED], catalogue->limit.place, words, is, may, NULL);
  if (most->draft)
    findings_relate(findings, most->draft->place, N_("in this draft"));
}

void limits_report(struct proofs *proofs, struct findings *findings)
{
  const struct catalogue *catalogue = proofs->prover->catalogue;
  const struct limit *limit = &catalogue->limit;
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
    int allowed = G_STRUCT_MEMBER(int, limit, kinds[i].offset);
    if (allowed < 0)
      continue;
    struct most most = most_above(catalogue, proofs->prover->options, &kinds[i], (guint)allowed);
    if (most.found != FOUND_NONE)
      report(proofs, &kinds[i], (guint)allowed, &most, findings);
    if (most.answers)
      answers_free(most.answers);
  }
}

struct answers *limits_witness(const struct catalogue *catalogue,
                               const struct check_options *options, const char *name, int *today,
                               gboolean *known)
{
  const struct limit_kind *kind = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (g_str_equal(kinds[i].name, name))
      kind = &kinds[i];
  *known = kind != NULL;
  if (!kind)
    return NULL;
  struct most most = most_above(catalogue, options, kind, 0);
  *today = most.today;
  return most.answers;
}
