/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Obligations as truth, as lists, as words. */
#include "prove/obligation.h"

#include "walk/condition_words.h"
#include "walk/pass.h"

static int literal_of(struct formula *formula, const struct obligation *obligation)
{
  const struct item *item = obligation->item;
  guint turn = obligation->turn;
  switch (obligation->kind) {
  case OBLIGE_HOLDS:
    return formula_holds(formula, obligation->condition, turn);
  case OBLIGE_FAILS:
    return -formula_holds(formula, obligation->condition, turn);
  case OBLIGE_ANSWERED:
    return formula_answered(formula, item_question(item), turn);
  case OBLIGE_ASKED:
    return -formula_own(formula, item_question(item), turn);
  case OBLIGE_OFFERS:
    return formula_offers(formula, item_question(item), turn);
  case OBLIGE_CHOSEN:
    return formula_chosen(formula, item, turn);
  case OBLIGE_ITEM:
    return formula_has_item(formula, item_repeat(item), turn);
  case OBLIGE_DONE:
    return formula_named(formula, item_action(item));
  case OBLIGE_REGION:
    return formula_in_region(formula, item);
  }
  g_assert_not_reached();
}

void obligations_literals(struct formula *formula, const GArray *obligations, GArray *literals)
{
  for (guint i = 0; i < obligations->len; i++)
    gates_append(literals, literal_of(formula, &g_array_index(obligations, struct obligation, i)));
}

int obligations_literal(struct formula *formula, const GArray *obligations)
{
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(int));
  obligations_literals(formula, obligations, all);
  return gates_all_of(formula_gates(formula), all);
}

void obligations_add(GArray *obligations, enum obligation_kind kind, const struct item *item,
                     const struct condition *condition, guint turn)
{
  struct obligation obligation = {kind, item, condition, turn};
  g_array_append_val(obligations, obligation);
}

/* What its parent asks of ITEM. */
static void add_parent(GArray *obligations, const struct item *item, guint turn)
{
  const struct item *parent = item->parent;
  if (parent->kind == ITEM_OPTION)
    obligations_add(obligations, OBLIGE_CHOSEN, parent, NULL, turn);
  else if (parent->kind == ITEM_QUESTION && item->kind != ITEM_OPTION)
    obligations_add(obligations, OBLIGE_ANSWERED, parent, NULL, turn);
  else if (parent->kind == ITEM_REPEAT)
    obligations_add(obligations, OBLIGE_ITEM, parent, NULL, turn);
  else if (parent->kind == ITEM_ACTION)
    obligations_add(obligations, OBLIGE_DONE, parent, NULL, turn);
}

void obligations_for(GArray *obligations, const struct item *item, guint turn, gboolean around)
{
  if (item->parent) {
    guint outer = item->parent->kind == ITEM_REPEAT ? 0 : turn;
    obligations_for(obligations, item->parent, outer, FALSE);
    if (around && item->kind == ITEM_OPTION) /* its condition decides whether there is an offer */
      g_array_set_size(obligations, obligations->len - 1);
    add_parent(obligations, item, turn);
  }
  if (around)
    return;
  if (item->when)
    obligations_add(obligations, OBLIGE_HOLDS, item, item->when, turn);
  if (pass_regions(item))
    obligations_add(obligations, OBLIGE_REGION, item, NULL, turn);
  if (item->kind == ITEM_QUESTION && question_first_option(item_question(item)))
    obligations_add(obligations, OBLIGE_OFFERS, item, NULL, turn);
}

struct place obligation_place(const struct obligation *obligation)
{
  return obligation->condition ? obligation->condition->place : obligation->item->place;
}

/* WORDS fill PATTERN, and ID stands behind them as conditions name it. */
static char *named(const char *pattern, char *words, const char *id,
                   const struct translator *translator)
{
  g_autofree char *owned = words, *said = tr_fill(tr(translator, pattern), owned, NULL);
  return g_strdup_printf("%s [$%s]", said, id);
}

static char *chosen_words(const struct catalogue *catalogue, const struct item *option,
                          const struct translator *translator)
{
  g_autofree char *words =
      choice_words(catalogue, item_question(option->parent), option->id, translator);
  return g_strdup_printf("%s [$%s = '%s']", words, option->parent->id, option->id);
}

char *obligation_words(const struct catalogue *catalogue, const struct obligation *obligation,
                       const struct translator *translator)
{
  const struct item *item = obligation->item;
  const char *pattern = NULL;
  switch (obligation->kind) {
  case OBLIGE_HOLDS:
    return condition_words_beside(catalogue, obligation->condition, translator);
  case OBLIGE_FAILS:
    return condition_denied_beside(catalogue, obligation->condition, translator);
  case OBLIGE_CHOSEN:
    return chosen_words(catalogue, item, translator);
  case OBLIGE_REGION:
    return tr_fill(tr(translator, N_("the region is one of those of '{1}'")), item->id, NULL);
  case OBLIGE_ANSWERED:
    pattern = N_("{1} is answered");
    break;
  case OBLIGE_ASKED:
    pattern = N_("{1} has more than one option to offer");
    break;
  case OBLIGE_OFFERS:
    pattern = N_("{1} has something to offer");
    break;
  case OBLIGE_ITEM:
    pattern = N_("{1} has an item");
    break;
  case OBLIGE_DONE:
    pattern = N_("{1} is done");
    break;
  }
  return named(pattern, subject_words(catalogue, item, translator), item->id, translator);
}
