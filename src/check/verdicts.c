/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts as findings. */
#include "check/verdicts.h"

#include "base/rules.h"
#include "catalogue/choices.h"
#include "prove/contradiction.h"
#include "prove/limits.h"
#include "prove/proofs_state.h"
#include "walk/condition_words.h"

struct reporting {
  struct proofs *proofs;
  struct findings *findings;
  const struct translator *translator;
};

static void relate(struct reporting *report, const struct goal *goal, const GArray *obligations)
{
  for (guint i = 0; i < obligations->len; i++) {
    struct place place = obligation_place(&g_array_index(obligations, struct obligation, i));
    gboolean own = goal->spot.when && place.line == goal->spot.when->place.line &&
                   place.file == goal->spot.when->place.file;
    if (own || place.line == goal->spot.place.line)
      continue;
    findings_relate(report->findings, place, N_("this excludes it"));
    return;
  }
}

static void explain(struct reporting *report, const struct goal *goal)
{
  g_autoptr(GArray) obligations = contradiction_new(report->proofs->prover, goal, GOAL_REACHED);
  g_autofree char *words =
      contradiction_words(report->proofs->prover->catalogue, obligations, report->translator);
  findings_explain(report->findings, words);
  relate(report, goal, obligations);
}

static void report_never(struct reporting *report, const struct goal *goal)
{
  if (goal->answered) {
    findings_add(report->findings, &rules[RULE_NEVER_ANSWERED], goal->spot.place,
                 goal->spot.item->id, NULL);
  } else {
    g_autofree char *words = spot_words(&goal->spot, report->translator);
    findings_add(report->findings, &rules[RULE_NEVER_REACHED], goal->spot.place, words, NULL);
  }
  explain(report, goal);
}

static void report_undecided(struct reporting *report, const struct goal *goal)
{
  g_autofree char *words = spot_words(&goal->spot, report->translator);
  findings_add(report->findings, &rules[RULE_UNDECIDED], goal->spot.place, words, NULL);
}

static gboolean is_answerable(const struct proofs *proofs, const struct item *question)
{
  const struct goal *goal = goals_of(proofs->goals, question, TRUE);
  return !goal || goal->verdict != VERDICT_NEVER;
}

static void report_always(struct reporting *report, const struct condition *when)
{
  g_autofree char *words =
      condition_words(report->proofs->prover->catalogue, when, report->translator);
  findings_add(report->findings, &rules[RULE_ALWAYS_TRUE], when->place, words, when->text, NULL);
}

static void report_goal(struct reporting *report, const struct goal *goal)
{
  gboolean constraint = goal->spot.kind == SPOT_CONSTRAINT;
  if (goal->inside || (constraint && !is_answerable(report->proofs, goal->spot.item)))
    return;
  if (goal->verdict == VERDICT_NEVER)
    report_never(report, goal);
  else if (goal->verdict == VERDICT_UNDECIDED || goal->fails == VERDICT_UNDECIDED)
    report_undecided(report, goal);
  else if (goal->fails == VERDICT_NEVER)
    report_always(report, goal->spot.when);
}

/* ---- nothing to offer ---- */

static gboolean may_offer_nothing(const struct question *question)
{
  if (!question_has_options(question))
    return FALSE;
  if (question->from)
    return TRUE;
  const struct option *option = choices_next(question->item.first);
  for (; option; option = choices_next(option->item.next))
    if (!option->item.when)
      return FALSE;
  return TRUE;
}

/* QUESTION comes up but for want of an offer. */
static int nothing_offered(struct formula *formula, const void *data)
{
  const struct question *question = data;
  guint turn = question->repeat ? 1 : 0;
  const int needs[] = {formula_around(formula, &question->item, turn),
                       formula_holds(formula, question->item.when, turn),
                       -formula_offers(formula, question, turn),
                       formula_passed(formula, &question->item, turn)};
  return gates_all(formula_gates(formula), needs, G_N_ELEMENTS(needs));
}

static void check_offer(struct reporting *report, const struct question *question)
{
  const struct item *item = &question->item;
  if (report->proofs->never[item->order] || !may_offer_nothing(question))
    return;
  struct wish wish = {nothing_offered, question};
  struct formula *formula;
  if (prover_find(report->proofs->prover, &wish, &formula) == FOUND_SOME)
    findings_add(report->findings, &rules[RULE_NOTHING_OFFERED], item->place, item->id, NULL);
}

/* ---- slots ---- */

static void check_slot(struct reporting *report, const struct item *item)
{
  struct proofs *proofs = report->proofs;
  const struct item *rival =
      proofs->never[item->order] ? NULL : rivals_displace(proofs->rivals, proofs->prover, item);
  if (!rival)
    return;
  g_autofree char *words = item_words(item, report->translator);
  g_autofree char *rival_words = item_words(rival, report->translator);
  findings_add(report->findings, &rules[RULE_ALWAYS_DISPLACED], item->place, words, rival_words,
               item_slot(item), NULL);
  findings_relate(report->findings, rival->place, N_("this comes before it"));
}

void verdicts_report(struct proofs *proofs, struct findings *findings)
{
  const struct catalogue *catalogue = proofs->prover->catalogue;
  struct reporting report = {proofs, findings, proofs->options->translator};
  for (guint i = 0; i < proofs->goals->len; i++)
    report_goal(&report, &g_array_index(proofs->goals, struct goal, i));
  for (guint i = 0; i < catalogue->question_count; i++)
    check_offer(&report, catalogue->questions[i]);
  for (guint i = 0; i < catalogue->item_count; i++)
    check_slot(&report, catalogue->items[i]);
}

/* ---- the limits ---- */

static void report_limit(const struct limit_verdict *verdict, void *data)
{
  const struct reporting *report = data;
  struct place place = report->proofs->prover->catalogue->limit.place;
  const char *words = tr(report->translator, verdict->words);
  if (!verdict->exceeded) {
    findings_add(report->findings, &rules[RULE_UNDECIDED], place, words, NULL);
    return;
  }
  g_autofree char *is = g_strdup_printf("%u", verdict->count);
  g_autofree char *may = g_strdup_printf("%u", verdict->allowed);
  findings_add(report->findings, &rules[RULE_LIMIT_EXCEEDED], place, words, is, may, NULL);
  g_autofree char *who =
      tr_fill(tr(report->translator,
                 N_("'rebond check --witness limit:{1}' writes down who comes to that")),
              verdict->name, NULL);
  findings_explain(report->findings, who);
  if (verdict->draft)
    findings_relate(report->findings, verdict->draft->place, N_("in this draft"));
}

void verdicts_report_limits(struct proofs *proofs, struct findings *findings)
{
  struct reporting report = {proofs, findings, proofs->options->translator};
  limits_visit(proofs, report_limit, &report);
}
