/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Day after day until something is found. */
#include "prove/prover.h"

struct prover *prover_new(const struct catalogue *catalogue, const GPtrArray *conditions, int today,
                          const struct caps *caps, enum search search, struct effort effort)
{
  struct prover *prover = g_new0(struct prover, 1);
  prover->catalogue = catalogue;
  prover->caps = caps ? *caps : caps_usual;
  prover->search = search;
  prover->effort = effort;
  prover->thresholds = thresholds_new(catalogue, conditions, &prover->caps);
  prover->days = points_today(prover->thresholds, today, &prover->all_days);
  prover->formulas = g_ptr_array_new_with_free_func((GDestroyNotify)formula_free);
  return prover;
}

void prover_free(struct prover *prover)
{
  g_ptr_array_unref(prover->formulas);
  g_array_unref(prover->days);
  thresholds_free(prover->thresholds);
  g_free(prover);
}

void prover_know_days(struct prover *prover)
{
  g_assert(prover->formulas->len == 0);
  for (guint i = 0; i < prover->days->len; i++)
    days_add_thresholds(prover->thresholds, g_array_index(prover->days, int, i));
}

struct formula *prover_new_formula(struct prover *prover, guint index)
{
  int day = g_array_index(prover->days, int, index);
  return formula_new(prover->thresholds, day, prover->search, &prover->effort);
}

struct formula *prover_formula(struct prover *prover, guint index)
{
  while (prover->formulas->len <= index)
    g_ptr_array_add(prover->formulas, prover_new_formula(prover, prover->formulas->len));
  return prover->formulas->pdata[index];
}

enum found prover_find(struct prover *prover, const struct wish *wish, struct formula **formula)
{
  enum found all = prover->all_days ? FOUND_NONE : FOUND_NOTHING_YET;
  for (guint i = 0; i < prover->days->len; i++) {
    *formula = prover_formula(prover, i);
    int wanted = wish->literal(*formula, wish->data);
    enum found found = formula_find(*formula, wanted, FALSE, NULL);
    if (found == FOUND_SOME)
      return found;
    if (found == FOUND_NOTHING_YET)
      all = found;
  }
  return all;
}
