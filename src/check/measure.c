/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounds over the tree. */
#include "check/measure.h"

#include "base/text.h"
#include "check/wording.h"

struct measuring {
  const struct measure *measure;
  struct state *state;
  GArray *doubts; /* or NULL */
};

static void doubt(struct measuring *measuring, enum obligation_kind kind, const struct item *item,
                  const struct condition *condition, guint turn)
{
  if (measuring->doubts)
    obligations_add(measuring->doubts, kind, item, condition, turn);
}

/* ---- what an item counts for itself ---- */

static guint question_weight(struct measuring *measuring, const struct question *question,
                             guint turn)
{
  gboolean typed = question->kind == KIND_TEXT || question->kind == KIND_NOTE;
  enum measure_kind kind = measuring->measure->kind;
  if (kind != MEASURE_QUESTIONS && !(kind == MEASURE_TEXTS && typed))
    return 0;
  enum truth own = state_own(measuring->state, question, turn);
  if (own == TRUTH_MAYBE)
    doubt(measuring, OBLIGE_ASKED, &question->item, NULL, turn);
  return own != TRUTH_YES;
}

/* Whether DUE can fall on today or tomorrow; what is late counts as today. */
static enum truth is_soon(struct state *state, const struct due *due)
{
  enum truth holds = state_holds(state, due->when, 0);
  if (due->after == AFTER_ANSWERED)
    return truth_and(holds, truth_of(due->days <= 1));
  if (due->after == AFTER_TASK) /* it stands in the plan today at the earliest */
    return truth_and(holds, truth_of(due->days <= 1));
  struct extent extent = model_name(state->model, due->name, NULL, 0);
  enum truth soon = TRUTH_NO;
  for (guint i = extent.first; i < extent.first + extent.count; i++)
    for (guint at = 1; at < state->model->variables[i].count; at++) {
      int ahead = state->model->variables[i].values[at].day + due->days - state->model->today;
      if (ahead <= 1 && (due->until < 0 || ahead + due->until >= 0))
        soon = truth_or(soon, state_has(state, i, at));
    }
  return truth_and(holds, soon);
}

static gboolean can_be_soon(struct state *state, const struct action *action)
{
  for (const struct due *due = action->dues; due; due = due->next)
    if (is_soon(state, due) != TRUTH_NO)
      return TRUE;
  return FALSE;
}

static gboolean counts(struct measuring *measuring, const struct action *action)
{
  enum measure_kind kind = measuring->measure->kind;
  return kind == MEASURE_ACTIONS || (kind == MEASURE_SOON && can_be_soon(measuring->state, action));
}

/* ---- the tree ---- */

static guint bound_item(struct measuring *measuring, const struct item *item, guint turn);

static guint bound_list(struct measuring *measuring, const struct item *item, guint turn)
{
  guint sum = 0;
  for (; item; item = item->next)
    if (item->kind != ITEM_OPTION)
      sum += bound_item(measuring, item, turn);
  return sum;
}

/* Options that go together: as many of the best as may be chosen, or one exclusive. */
static guint bound_choices(struct measuring *measuring, const struct question *question, guint turn)
{
  g_autoptr(GArray) bounds = g_array_new(FALSE, FALSE, sizeof(guint));
  guint alone = 0, together = 0;
  for (const struct item *item = question->item.first; item; item = item->next) {
    const struct option *option = item_option(item);
    if (!option || state_chosen(measuring->state, item, turn) == TRUTH_NO)
      continue;
    guint bound = bound_list(measuring, item->first, turn);
    guint at = 0;
    while (at < bounds->len && g_array_index(bounds, guint, at) >= bound)
      at++;
    if (option->exclusive)
      alone = MAX(alone, bound);
    else
      g_array_insert_val(bounds, at, bound);
  }
  guint most = question->max.given ? (guint)question->max.number : bounds->len;
  for (guint i = 0; i < MIN(most, bounds->len); i++)
    together += g_array_index(bounds, guint, i);
  return MAX(alone, together);
}

static guint bound_choice(struct measuring *measuring, const struct question *question, guint turn)
{
  guint best = 0;
  for (const struct item *item = question->item.first; item; item = item->next)
    if (item->kind == ITEM_OPTION && state_chosen(measuring->state, item, turn) != TRUTH_NO)
      best = MAX(best, bound_list(measuring, item->first, turn));
  return best;
}

static guint bound_question(struct measuring *measuring, const struct question *question,
                            guint turn)
{
  guint sum = question_weight(measuring, question, turn);
  if (state_answered(measuring->state, question, turn) == TRUTH_NO)
    return sum;
  sum += question->kind == KIND_CHOICES ? bound_choices(measuring, question, turn)
                                        : bound_choice(measuring, question, turn);
  return sum + bound_list(measuring, question->item.first, turn);
}

/* "One more?" is asked before each item, and once after the last but one. */
static guint bound_repeat(struct measuring *measuring, const struct repeat *repeat)
{
  gboolean asks = measuring->measure->kind == MEASURE_QUESTIONS;
  guint sum = asks;
  for (guint turn = 1; turn <= repeat->max; turn++) {
    enum truth has = state_has_item(measuring->state, repeat, turn);
    if (has == TRUTH_NO)
      break;
    if (asks && has == TRUTH_MAYBE)
      doubt(measuring, OBLIGE_ITEM, &repeat->item, NULL, turn);
    sum += bound_list(measuring, repeat->item.first, turn);
    sum += asks && turn < repeat->max;
  }
  return sum;
}

static guint bound_item(struct measuring *measuring, const struct item *item, guint turn)
{
  enum truth met = state_met(measuring->state, item, turn);
  guint sum = 0;
  if (met == TRUTH_NO)
    return 0;
  if (item->kind == ITEM_QUESTION)
    sum = bound_question(measuring, item_question(item), turn);
  else if (item->kind == ITEM_REPEAT)
    sum = bound_repeat(measuring, item_repeat(item));
  else if (item->kind == ITEM_THEME)
    sum = bound_list(measuring, item->first, turn);
  else if (item->kind == ITEM_ACTION && !item_action(item)->slot)
    sum = counts(measuring, item_action(item));
  if (sum && met == TRUTH_MAYBE)
    doubt(measuring, OBLIGE_MET, item, NULL, turn);
  return sum;
}

/* A slot counts once, by whichever of its actions. */
static guint bound_slots(struct measuring *measuring)
{
  const struct catalogue *catalogue = measuring->state->model->catalogue;
  g_autofree guint8 *truths = g_new0(guint8, catalogue->task_count + 1);
  guint sum = 0;
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct action *action = item_action(catalogue->items[i]);
    if (!action || !action->slot)
      continue;
    guint8 *truth = &truths[action->task->index];
    enum truth met = state_met(measuring->state, &action->item, 0);
    if (*truth == TRUTH_YES || met == TRUTH_NO || !counts(measuring, action))
      continue;
    if (met == TRUTH_MAYBE)
      doubt(measuring, OBLIGE_MET, &action->item, NULL, 0);
    *truth = (guint8)MAX(*truth, (guint8)met);
  }
  for (guint i = 0; i < catalogue->task_count; i++)
    sum += truths[i] != TRUTH_NO;
  return sum;
}

/* ---- words ---- */

static guint label_words(const struct question *question)
{
  guint most = 1;
  for (const struct item *item = question->item.first; item; item = item->next) {
    const struct option *option = item_option(item);
    g_autofree char *plain = option && option->label ? wording_plain(option->label->pieces) : NULL;
    most = MAX(most, plain ? text_words(plain) : 0);
  }
  return most;
}

/* What a person types counts as one word, a date as four. */
static guint answer_words_most(const struct piece *piece)
{
  const struct question *question = piece->name ? item_question(piece->name->item) : NULL;
  guint otherwise = piece->otherwise ? text_words(piece->otherwise) : 0;
  guint words = !question || question->kind == KIND_DATE ? 4 : label_words(question);
  return MAX(otherwise, words);
}

static guint bound_pieces(struct measuring *measuring, const struct piece *piece)
{
  guint sum = 0;
  for (; piece; piece = piece->next) {
    if (piece->kind == PIECE_TEXT) {
      sum += text_words(piece->text);
      continue;
    }
    if (piece->kind == PIECE_ANSWER || piece->kind == PIECE_DATE) {
      sum += answer_words_most(piece);
      continue;
    }
    enum truth said = state_holds(measuring->state, piece->when, 0);
    if (said == TRUTH_MAYBE)
      doubt(measuring, OBLIGE_HOLDS, &measuring->measure->action->item, piece->when, 0);
    if (said != TRUTH_NO)
      sum += bound_pieces(measuring, piece->children);
  }
  return sum;
}

static guint bound_texts(struct measuring *measuring, const struct text *text, gboolean first_only)
{
  guint sum = 0;
  for (; text; text = text->next) {
    enum truth said = state_holds(measuring->state, text->when, 0);
    if (said == TRUTH_MAYBE)
      doubt(measuring, OBLIGE_HOLDS, &measuring->measure->action->item, text->when, 0);
    guint words = said == TRUTH_NO ? 0 : bound_pieces(measuring, text->pieces);
    sum = first_only ? MAX(sum, words) : sum + words;
    if (first_only && said == TRUTH_YES)
      break;
  }
  return sum;
}

/* ---- the whole ---- */

static gboolean is_ticked(const struct state *state)
{
  for (guint i = 0; i < state->model->variable_count; i++)
    if (state->model->variables[i].task && state->assigned[i] > 0)
      return TRUE;
  return FALSE;
}

guint measure_bound(const struct measure *measure, struct state *state, GArray *doubts)
{
  struct measuring measuring = {measure, state, doubts};
  if (measure->kind == MEASURE_WORDS)
    return bound_texts(&measuring, measure->draft->subjects, TRUE) +
           bound_texts(&measuring, measure->draft->paragraphs, FALSE);
  if (measure->kind == MEASURE_SOON && is_ticked(state)) /* no first visit */
    return 0;
  guint sum = bound_list(&measuring, state->model->catalogue->themes, 0);
  if (measure->kind == MEASURE_ACTIONS || measure->kind == MEASURE_SOON)
    sum += bound_slots(&measuring);
  return sum;
}
