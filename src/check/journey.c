/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Journeys as lines. */
#include "check/journey.h"

#include "base/date.h"
#include "plan/plan.h"
#include "walk/exchange.h"

static void add_line(GPtrArray *lines, const struct translator *translator, const char *msgid,
                     const char *first, const char *second)
{
  g_ptr_array_add(lines, tr_fill(tr(translator, msgid), first, second, NULL));
}

static void add_questions(GPtrArray *lines, const struct pass *pass,
                          const struct translator *translator)
{
  const GArray *met = pass_met(pass);
  for (guint i = 0; i < met->len; i++) {
    struct step step = g_array_index(met, struct step, i);
    if (step.item->kind == ITEM_QUESTION && step.turn <= 1 && !pass_answers_itself(pass, step))
      add_line(lines, translator, N_("asks '{1}'"), step.item->id, NULL);
  }
}

static void add_draft(GPtrArray *lines, const struct planned_draft *planned,
                      const struct translator *translator)
{
  g_autoptr(GString) words = g_string_new(NULL);
  for (guint i = 0; i < planned->paragraphs->len; i++) {
    g_autofree char *plain = phrase_plain(g_ptr_array_index(planned->paragraphs, i));
    g_string_append_printf(words, "%s%s", i ? " " : "", plain);
  }
  add_line(lines, translator, N_("drafts '{1}': {2}"), planned->draft->id, words->str);
}

static void add_actions(GPtrArray *lines, const struct plan *plan,
                        const struct translator *translator)
{
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *planned = g_ptr_array_index(plan->actions, i);
    g_autofree char *day =
        planned->day ? date_to_iso(planned->day) : g_strdup(tr(translator, N_("no day")));
    add_line(lines, translator, N_("advises '{1}' on {2}"), planned->action->item.id, day);
    for (guint j = 0; j < planned->drafts->len; j++)
      add_draft(lines, g_ptr_array_index(planned->drafts, j), translator);
  }
}

static void add_advice(GPtrArray *lines, const struct pass *pass,
                       const struct translator *translator)
{
  const GArray *met = pass_met(pass);
  for (guint i = 0; i < met->len; i++) {
    struct step step = g_array_index(met, struct step, i);
    if (step.item->kind > ITEM_ACTION && step.item->id && step.turn <= 1)
      add_line(lines, translator, N_("says '{1}'"), step.item->id, NULL);
  }
}

GPtrArray *journey_new(const struct catalogue *catalogue, const struct example *example,
                       const struct translator *translator)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
  OWNED(findings) ignored = findings_new(NULL); /* what this version does not know is left out */
  OWNED(answers) answers = exchange_read(catalogue, example, translator, ignored);
  OWNED(pass) pass = pass_new(catalogue, answers, example->today);
  struct step step;
  while (pass_next(pass, &step))
    continue;
  OWNED(plan) plan = plan_new(catalogue, answers, example->today, translator, FALSE);
  add_questions(lines, pass, translator);
  add_actions(lines, plan, translator);
  add_advice(lines, pass, translator);
  return lines;
}
