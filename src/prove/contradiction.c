/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minimal contradictions by leaving out one obligation after the other. */
#include "prove/contradiction.h"

/* What is left of a goal. */
struct rest {
  const GArray *obligations;
  const struct item *item;
  guint turn;
};

static int rest_literal(struct formula *formula, const void *data)
{
  const struct rest *rest = data;
  return gates_and(formula_gates(formula), obligations_literal(formula, rest->obligations),
                   formula_passed(formula, rest->item, rest->turn));
}

GArray *contradiction_new(struct prover *prover, const struct goal *goal, enum goal_side side)
{
  GArray *needed = g_array_new(FALSE, FALSE, sizeof(struct obligation));
  const struct item *item = goal->spot.item;
  guint turn = item && item_repeat_around(item->parent) ? 1 : 0;
  struct rest rest = {needed, item, turn};
  struct wish wish = {rest_literal, &rest};
  struct formula *formula;
  goal_oblige(goal, side, turn, needed);
  for (guint i = needed->len; i-- > 0;) {
    struct obligation left_out = g_array_index(needed, struct obligation, i);
    g_array_remove_index(needed, i);
    if (prover_find(prover, &wish, &formula) != FOUND_NONE)
      g_array_insert_val(needed, i, left_out);
  }
  return needed;
}

char *contradiction_words(const struct catalogue *catalogue, const GArray *obligations,
                          const struct translator *translator)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  for (guint i = 0; i < obligations->len; i++) {
    char *words =
        obligation_words(catalogue, &g_array_index(obligations, struct obligation, i), translator);
    g_ptr_array_add(parts, words);
  }
  if (parts->len == 0)
    return g_strdup(
        tr(translator, N_("a required question before it cannot be answered on any way to it")));
  g_autofree char *list = tr_join(translator, (const char *const *)parts->pdata);
  const char *pattern =
      parts->len == 1 ? N_("no answers make it that {1}") : N_("these exclude each other: {1}");
  return tr_fill(tr(translator, pattern), list, NULL);
}
