/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts as findings. */
#include "catalogue/rules.h"
#include "check/choices.h"
#include "check/contradiction.h"
#include "check/proofs_state.h"

struct report {
  struct proofs *proofs;
  struct findings *findings;
  const struct translator *translator;
};

static void relate(struct report *report, const struct goal *goal, const GArray *obligations)
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

static void explain(struct report *report, const struct goal *goal)
{
  g_autoptr(GArray) obligations = contradiction_new(report->proofs->prover, goal, GOAL_REACHED);
  g_autofree char *words = contradiction_words(obligations, report->translator);
  findings_explain(report->findings, words);
  relate(report, goal, obligations);
}

static void report_never(struct report *report, const struct goal *goal)
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

static void report_undecided(struct report *report, const struct goal *goal)
{
  g_autofree char *words = spot_words(&goal->spot, report->translator);
  findings_add(report->findings, &rules[RULE_UNDECIDED], goal->spot.place, words, NULL);
}

static gboolean is_answerable(const struct proofs *proofs, const struct item *question)
{
  for (guint i = 0; i < proofs->goals->len; i++) {
    const struct goal *goal = &g_array_index(proofs->goals, struct goal, i);
    if (goal->answered && goal->spot.item == question)
      return goal->verdict != VERDICT_NEVER;
  }
  return TRUE;
}

static void report_goal(struct report *report, const struct goal *goal)
{
  gboolean constraint = goal->spot.kind == SPOT_CONSTRAINT;
  if (goal->inside || (constraint && !is_answerable(report->proofs, goal->spot.item)))
    return;
  if (goal->verdict == VERDICT_NEVER)
    report_never(report, goal);
  else if (goal->verdict == VERDICT_UNDECIDED || goal->fails == VERDICT_UNDECIDED)
    report_undecided(report, goal);
  else if (goal->fails == VERDICT_NEVER)
    findings_add(report->findings, &rules[RULE_ALWAYS_TRUE], goal->spot.when->place,
                 goal->spot.when->text, NULL);
}

/* ---- nothing to offer ---- */

static gboolean may_offer_nothing(const struct question *question)
{
  if (question->kind != KIND_CHOICE && question->kind != KIND_CHOICES)
    return FALSE;
  if (question->from)
    return TRUE;
  const struct option *option = choices_next(question->item.first);
  for (; option; option = choices_next(option->item.next))
    if (!option->item.when)
      return FALSE;
  return TRUE;
}

static void check_offer(struct report *report, const struct question *question)
{
  const struct item *item = &question->item;
  if (report->proofs->never[item->order] || !may_offer_nothing(question))
    return;
  g_autoptr(GArray) obligations = g_array_new(FALSE, FALSE, sizeof(struct obligation));
  guint turn = question->repeat ? 1 : 0;
  obligations_for(obligations, item, turn, TRUE);
  obligations_add(obligations, OBLIGE_HOLDS, item, item->when, turn);
  obligations_add(obligations, OBLIGE_NOTHING, item, NULL, turn);
  struct inquiry inquiry = {obligations, {item->order, question->repeat, turn}, NULL, FALSE};
  struct solution *found;
  if (prover_search(report->proofs->prover, &inquiry, &found) != FOUND_SOME)
    return;
  solution_free(found);
  findings_add(report->findings, &rules[RULE_NOTHING_OFFERED], item->place, item->id, NULL);
}

/* ---- slots ---- */

static gboolean can_lapse(const struct action *action)
{
  for (const struct due *due = action->dues; due; due = due->next)
    if (due->until >= 0)
      return TRUE;
  return FALSE;
}

/* The actions before ACTION that take its slot whenever they are selected. */
static GPtrArray *rivals(const struct catalogue *catalogue, const struct action *action)
{
  GPtrArray *list = g_ptr_array_new();
  for (guint i = 0; i < action->item.order; i++) {
    const struct action *other = item_action(catalogue->items[i]);
    if (other && other->task == action->task && !can_lapse(other))
      g_ptr_array_add(list, (gpointer)other);
  }
  return list;
}

static void check_slot(struct report *report, const struct action *action)
{
  const struct item *item = &action->item;
  if (!action->slot || report->proofs->never[item->order])
    return;
  g_autoptr(GPtrArray) before = rivals(report->proofs->prover->catalogue, action);
  if (before->len == 0)
    return;
  g_autoptr(GArray) obligations = g_array_new(FALSE, FALSE, sizeof(struct obligation));
  obligations_for(obligations, item, 0, FALSE);
  for (guint i = 0; i < before->len; i++) {
    const struct action *rival = g_ptr_array_index(before, i);
    obligations_add(obligations, OBLIGE_UNMET, &rival->item, NULL, 0);
  }
  struct inquiry inquiry = {obligations, {item->order, NULL, 0}, NULL, FALSE};
  struct solution *found;
  enum found result = prover_search(report->proofs->prover, &inquiry, &found);
  if (found)
    solution_free(found);
  const struct action *first = g_ptr_array_index(before, 0);
  if (result != FOUND_NONE)
    return;
  findings_add(report->findings, &rules[RULE_ALWAYS_DISPLACED], item->place, item->id,
               first->item.id, action->slot, NULL);
  findings_relate(report->findings, first->item.place, N_("this comes before it"));
}

void proofs_report(struct proofs *proofs, struct findings *findings)
{
  const struct catalogue *catalogue = proofs->prover->catalogue;
  struct report report = {proofs, findings, proofs->prover->options->translator};
  for (guint i = 0; i < proofs->goals->len; i++)
    report_goal(&report, &g_array_index(proofs->goals, struct goal, i));
  for (guint i = 0; i < catalogue->question_count; i++)
    check_offer(&report, catalogue->questions[i]);
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct action *action = item_action(catalogue->items[i]);
    if (action)
      check_slot(&report, action);
  }
}
