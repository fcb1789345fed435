/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Obligations as truth, as lists, as words. */
#include "check/obligation.h"

#include "check/timing.h"

static enum truth fits(struct state *state, const struct item *item, guint turn)
{
  if (item->kind == ITEM_QUESTION)
    return state_fits(state, item_question(item), turn);
  guint index = model_repeat(state->model, item_repeat(item));
  return state->assigned[index] > 0 ? state_met(state, item, 0) : TRUTH_YES;
}

static enum truth passed(struct state *state, const struct question *question, guint turn)
{
  enum truth unmet = truth_not(state_met(state, &question->item, turn));
  if (unmet == TRUTH_YES)
    return unmet;
  return truth_or(
      unmet, truth_and(state_answered(state, question, turn), state_fits(state, question, turn)));
}

static enum truth offers(struct state *state, const struct obligation *obligation)
{
  struct span span = state_offered(state, item_question(obligation->item), obligation->turn);
  return span.least ? TRUTH_YES : span.most ? TRUTH_MAYBE : TRUTH_NO;
}

enum truth obligation_truth(struct state *state, const struct obligation *obligation)
{
  const struct item *item = obligation->item;
  guint turn = obligation->turn;
  switch (obligation->kind) {
  case OBLIGE_HOLDS:
    return state_holds(state, obligation->condition, turn);
  case OBLIGE_FAILS:
    return truth_not(state_holds(state, obligation->condition, turn));
  case OBLIGE_MET:
    return state_met(state, item, turn);
  case OBLIGE_UNMET:
    return truth_not(state_met(state, item, turn));
  case OBLIGE_ANSWERED:
    return state_answered(state, item_question(item), turn);
  case OBLIGE_ASKED:
    return truth_not(state_own(state, item_question(item), turn));
  case OBLIGE_OFFERS:
    return offers(state, obligation);
  case OBLIGE_NOTHING:
    return truth_not(offers(state, obligation));
  case OBLIGE_CHOSEN:
    return state_chosen(state, item, turn);
  case OBLIGE_ITEM:
    return state_has_item(state, item_repeat(item), turn);
  case OBLIGE_REGION:
    return state_in_region(state, item);
  case OBLIGE_FITS:
    return fits(state, item, turn);
  case OBLIGE_PASSED:
    return passed(state, item_question(item), turn);
  case OBLIGE_SOON:
    return timing_soon(state, item_action(item)->task);
  }
  g_assert_not_reached();
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
}

static gboolean has_options(const struct question *question)
{
  return question && (question->kind == KIND_CHOICE || question->kind == KIND_CHOICES);
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
  if (item->kind >= ITEM_ACTION && item->kind <= ITEM_STRENGTH)
    obligations_add(obligations, OBLIGE_REGION, item, NULL, turn);
  if (has_options(item_question(item)))
    obligations_add(obligations, OBLIGE_OFFERS, item, NULL, turn);
}

struct place obligation_place(const struct obligation *obligation)
{
  return obligation->condition ? obligation->condition->place : obligation->item->place;
}

char *obligation_words(const struct obligation *obligation, const struct translator *translator)
{
  const struct item *item = obligation->item;
  switch (obligation->kind) {
  case OBLIGE_HOLDS:
    return tr_fill(tr(translator, N_("'{1}' is true")), obligation->condition->text, NULL);
  case OBLIGE_FAILS:
    return tr_fill(tr(translator, N_("'{1}' is false")), obligation->condition->text, NULL);
  case OBLIGE_CHOSEN:
    return tr_fill(tr(translator, N_("'{1}' is answered '{2}'")), item->parent->id, item->id, NULL);
  case OBLIGE_ANSWERED:
    return tr_fill(tr(translator, N_("'{1}' is answered")), item->id, NULL);
  case OBLIGE_ASKED:
    return tr_fill(tr(translator, N_("'{1}' has more than one option to offer")), item->id, NULL);
  case OBLIGE_OFFERS:
    return tr_fill(tr(translator, N_("'{1}' has something to offer")), item->id, NULL);
  case OBLIGE_NOTHING:
    return tr_fill(tr(translator, N_("'{1}' has nothing to offer")), item->id, NULL);
  case OBLIGE_ITEM:
    return tr_fill(tr(translator, N_("'{1}' has an item")), item->id, NULL);
  case OBLIGE_REGION:
    return tr_fill(tr(translator, N_("the region is one of those of '{1}'")), item->id, NULL);
  case OBLIGE_PASSED:
    return tr_fill(tr(translator, N_("'{1}', which is required before, is answered")), item->id,
                   NULL);
  case OBLIGE_FITS:
    return tr_fill(tr(translator, N_("the answer to '{1}' is within its bounds")), item->id, NULL);
  case OBLIGE_MET:
  case OBLIGE_UNMET:
  case OBLIGE_SOON:
    break;
  }
  return NULL;
}
