/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What displaces what, slot by slot. */
#include "prove/rivals.h"

struct rivals {
  GPtrArray *advice;          /* of const struct item: all that has a slot, in document order */
  const struct item **before; /* by order: what comes before it of its slot; or NULL */
  gboolean *seen;             /* by order: selected before all its rivals */
};

static gboolean can_lapse(const struct item *item)
{
  const struct action *action = item_action(item);
  return action && action_can_lapse(action);
}

struct rivals *rivals_new(const struct catalogue *catalogue)
{
  struct rivals *rivals = g_new0(struct rivals, 1);
  g_autoptr(GHashTable) last = g_hash_table_new(g_str_hash, g_str_equal);
  rivals->advice = g_ptr_array_new();
  rivals->before = g_new0(const struct item *, catalogue->item_count + 1);
  rivals->seen = g_new0(gboolean, catalogue->item_count + 1);
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct item *item = catalogue->items[i];
    const char *slot = item_slot(item);
    if (!slot || item_repeat_around(item))
      continue;
    rivals->before[i] = g_hash_table_lookup(last, slot);
    g_hash_table_insert(last, (gpointer)slot, (gpointer)item);
    g_ptr_array_add(rivals->advice, (gpointer)item);
  }
  return rivals;
}

void rivals_free(struct rivals *rivals)
{
  g_ptr_array_unref(rivals->advice);
  g_free(rivals->before);
  g_free(rivals->seen);
  g_free(rivals);
}

void rivals_see(struct rivals *rivals, const struct pass *pass)
{
  g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < rivals->advice->len; i++) {
    const struct item *item = rivals->advice->pdata[i];
    const char *slot = item_slot(item);
    if (!pass_has_met(pass, (struct step){item, 0}))
      continue;
    if (!g_hash_table_contains(taken, slot))
      rivals->seen[item->order] = TRUE;
    if (!can_lapse(item))
      g_hash_table_add(taken, (gpointer)slot);
  }
}

gboolean rivals_hide(const struct rivals *rivals, const struct item *item)
{
  return rivals->before[item->order] && !rivals->seen[item->order];
}

void rivals_need(const struct rivals *rivals, struct formula *formula, const struct item *item,
                 GArray *needs)
{
  while ((item = rivals->before[item->order]))
    if (!can_lapse(item))
      gates_append(needs, -formula_met(formula, item, 0));
}

struct displaced {
  const struct rivals *rivals;
  const struct item *item;
};

/* The item is selected, and none that would stand in its stead. */
static int stands_first(struct formula *formula, const void *data)
{
  const struct displaced *displaced = data;
  g_autoptr(GArray) needs = g_array_new(FALSE, FALSE, sizeof(int));
  gates_append(needs, formula_met(formula, displaced->item, 0));
  gates_append(needs, formula_passed(formula, displaced->item, 0));
  rivals_need(displaced->rivals, formula, displaced->item, needs);
  return gates_all_of(formula_gates(formula), needs);
}

const struct item *rivals_displace(const struct rivals *rivals, struct prover *prover,
                                   const struct item *item)
{
  const struct item *rival = NULL;
  for (const struct item *at = rivals->before[item->order]; at; at = rivals->before[at->order])
    rival = can_lapse(at) ? rival : at;
  struct displaced displaced = {rivals, item};
  struct wish wish = {stands_first, &displaced};
  struct formula *formula;
  gboolean always =
      rival && rivals_hide(rivals, item) && prover_find(prover, &wish, &formula) == FOUND_NONE;
  return always ? rival : NULL;
}
