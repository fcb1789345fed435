/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The limits of a pack held against the most that any answers lead to. */
#include "check/limits.h"

#include "catalogue/rules.h"
#include "check/proofs_state.h"
#include "check/solution.h"
#include "plan/plan.h"

struct limit_kind {
  const char *name; /* as the attribute and the witness are called */
  enum measure_kind measure;
  const char *words;
  gsize offset; /* in struct limit */
};

#define LIMIT(name, kind, words, member)                                                           \
  {                                                                                                \
    name, kind, words, G_STRUCT_OFFSET(struct limit, member)                                       \
  }
/* What is decided soonest stands first: time may run out. */
static const struct limit_kind kinds[] = {
    LIMIT("texts", MEASURE_TEXTS, N_("texts to type"), texts),
    LIMIT("words", MEASURE_WORDS, N_("words in a draft"), words),
    LIMIT("questions", MEASURE_QUESTIONS, N_("questions asked"), questions),
    LIMIT("actions", MEASURE_ACTIONS, N_("actions in a plan"), actions),
    LIMIT("first-day", MEASURE_SOON, N_("actions today or tomorrow on the first visit"), first_day),
};

/* The most that was found. */
struct most {
  enum found found;
  guint count;
  struct solution *solution;
  const struct draft *draft; /* of which, for words */
};

static void keep_better(struct most *most, enum found found, guint count, struct solution *solution,
                        const struct draft *draft)
{
  if (found == FOUND_SOME) {
    if (most->solution)
      solution_free(most->solution);
    *most = (struct most){found, count, solution, draft};
  } else if (found == FOUND_NOTHING_YET && most->found == FOUND_NONE) {
    most->found = found;
  }
}

static void measure_most(struct prover *prover, const struct measure *measure,
                         const GArray *obligations, struct most *most)
{
  for (guint i = 0; i < prover->days->len; i++) {
    struct state *state = prover_state(prover, i);
    state_set_horizon(state, (struct horizon){.order = G_MAXUINT});
    state->waived = NULL;
    g_autoptr(GArray) all = prover_obligations(prover, state, obligations);
    struct solution *solution;
    guint count;
    gboolean exact;
    enum found found =
        search_most(state, all, measure, most->count, &prover->budget, &solution, &count, &exact);
    keep_better(most, found, count, solution, measure->draft);
  }
}

static void measure_drafts(struct prover *prover, struct most *most)
{
  const struct catalogue *catalogue = prover->catalogue;
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct action *action = item_action(catalogue->items[i]);
    const struct draft *draft = action ? action->drafts : NULL;
    for (; draft; draft = draft->next) {
      struct measure measure = {MEASURE_WORDS, draft, action};
      g_autoptr(GArray) obligations = g_array_new(FALSE, FALSE, sizeof(struct obligation));
      obligations_for(obligations, &action->item, 0, FALSE);
      if (draft->when)
        obligations_add(obligations, OBLIGE_HOLDS, &action->item, draft->when, 0);
      measure_most(prover, &measure, obligations, most);
    }
  }
}

static struct most most_above(struct prover *prover, const struct limit_kind *kind, guint above)
{
  struct most most = {FOUND_NONE, above, NULL, NULL};
  g_autoptr(GArray) none = g_array_new(FALSE, FALSE, sizeof(struct obligation));
  struct measure measure = {kind->measure, NULL, NULL};
  if (kind->measure == MEASURE_WORDS)
    measure_drafts(prover, &most);
  else
    measure_most(prover, &measure, none, &most);
  return most;
}

/* What the real plan of the answers comes to, for measures that days decide. */
static guint planned(const struct most *most, const struct limit_kind *kind)
{
  if (kind->measure != MEASURE_ACTIONS && kind->measure != MEASURE_SOON)
    return most->count;
  int today = most->solution->model->today;
  OWNED(answers) answers = solution_answers(most->solution);
  OWNED(plan) plan = plan_new(most->solution->model->catalogue, answers, today, NULL, FALSE);
  guint soon = 0;
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = g_ptr_array_index(plan->actions, i);
    soon += action->day && action->day <= today + 1;
  }
  return kind->measure == MEASURE_SOON ? soon : plan->actions->len;
}

static void report(const struct proofs *proofs, const struct limit_kind *kind, guint limit,
                   const struct most *most, struct findings *findings)
{
  const struct catalogue *catalogue = proofs->prover->catalogue;
  const char *words = tr(proofs->prover->options->translator, kind->words);
  guint count = most->found == FOUND_SOME ? planned(most, kind) : 0;
  if (count <= limit) {
    findings_add(findings, &rules[RULE_UNDECIDED], catalogue->limit.place, words, NULL);
    return;
  }
  g_autofree char *is = g_strdup_printf("%u", count), *may = g_strdup_printf("%u", limit);
  findings_add(findings, &rules[RULE_LIMIT_EXCEEDED], catalogue->limit.place, words, is, may, NULL);
  if (most->draft)
    findings_relate(findings, most->draft->place, N_("in this draft"));
}

static gboolean is_limited(const struct limit *limit)
{
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (G_STRUCT_MEMBER(int, limit, kinds[i].offset) >= 0)
      return TRUE;
  return FALSE;
}

void limits_report(struct proofs *proofs, struct findings *findings)
{
  const struct catalogue *catalogue = proofs->prover->catalogue;
  const struct limit *limit = &catalogue->limit;
  if (!is_limited(limit))
    return;
  OWNED(prover) prover = prover_new(catalogue, proofs->prover->options, TRUE);
  prover->budget.each = BUDGET_LIMIT;
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
    int allowed = G_STRUCT_MEMBER(int, limit, kinds[i].offset);
    if (allowed < 0)
      continue;
    struct most most = most_above(prover, &kinds[i], (guint)allowed);
    if (most.found != FOUND_NONE)
      report(proofs, &kinds[i], (guint)allowed, &most, findings);
    if (most.solution)
      solution_free(most.solution);
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
  OWNED(prover) prover = prover_new(catalogue, options, TRUE);
  prover->budget.each = BUDGET_LIMIT;
  struct most most = most_above(prover, kind, 0);
  if (!most.solution)
    return NULL;
  OWNED(solution) solution = most.solution;
  *today = solution->model->today;
  return solution_answers(solution);
}
