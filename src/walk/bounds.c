/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounds as sums over the tree: what can be asked inside each item, and after it in its parent. */
#include "walk/bounds.h"

/* Of one item; conditions count as if they held. */
struct bound_item {
  guint64 inside; /* steps within it; within a repeat, in one turn */
  guint64 after;  /* steps of what follows it under the same parent, other options left out */
  guint firm;     /* firm steps up to and with this one, in document order */
};

struct bounds {
  const struct catalogue *catalogue;
  const struct answers *answers; /* while they are made */
  struct bound_item *items;      /* by order */
};

/* How many of its options can be chosen together. */
static guint choosable(const struct question *question)
{
  if (question_answered_by(question) == BY_OPTION)
    return 1;
  return question->max.given ? (guint)MAX(question->max.number, 1) : G_MAXUINT;
}

guint64 bounds_weight(const struct bounds *bounds, const struct item *item)
{
  guint64 inside = bounds->items[item->order].inside;
  switch (item->kind) {
  case ITEM_QUESTION:
    return 1 + inside;
  case ITEM_REPEAT:
    return item_repeat(item)->max * (1 + inside);
  default:
    return inside;
  }
}

static int compare_weights(gconstpointer a, gconstpointer b)
{
  guint64 first = *(const guint64 *)a, second = *(const guint64 *)b;
  return (first < second) - (first > second);
}

/* The most that the options of the list that begins with FIRST can ask, COUNT of them being chosen.
 */
static guint64 largest_options(const struct bounds *bounds, const struct item *first, guint count)
{
  guint64 sum = 0;
  g_autoptr(GArray) weights = g_array_new(FALSE, FALSE, sizeof(guint64));
  for (; first && first->kind == ITEM_OPTION; first = first->next) {
    guint64 own = bounds_weight(bounds, first);
    if (own)
      g_array_append_val(weights, own);
  }
  g_array_sort(weights, compare_weights);
  for (guint i = 0; i < MIN(count, weights->len); i++)
    sum += g_array_index(weights, guint64, i);
  return sum;
}

static guint64 measure(struct bounds *bounds, const struct item *first, guint options);

static void measure_item(struct bounds *bounds, const struct item *item)
{
  const struct question *question = item_question(item);
  const struct action *action = item_action(item);
  guint64 inside = measure(bounds, item->first, question ? choosable(question) : 0);
  gboolean shut = action && !answers_has_done(bounds->answers, action);
  bounds->items[item->order].inside = shut ? 0 : inside;
}

/* Measures the list that begins with FIRST, of whose options so many can be chosen; returns what
 * it can ask in all. */
static guint64 measure(struct bounds *bounds, const struct item *first, guint options)
{
  guint64 sum = 0;
  for (const struct item *item = first; item; item = item->next) {
    measure_item(bounds, item);
    if (item->kind != ITEM_OPTION)
      sum += bounds_weight(bounds, item);
  }
  guint64 left = sum;
  for (const struct item *item = first; item; item = item->next) {
    left -= item->kind == ITEM_OPTION ? 0 : bounds_weight(bounds, item);
    bounds->items[item->order].after = left;
  }
  return sum + largest_options(bounds, first, options);
}

/* ---- firm steps ---- */

static gboolean has_firm_options(const struct question *question)
{
  if (!question_has_options(question))
    return TRUE;
  const struct item *option = question_first_option(question);
  if (question->from || !option)
    return FALSE;
  for (; option && option->kind == ITEM_OPTION; option = option->next)
    if (option->when)
      return FALSE;
  return TRUE;
}

static gboolean is_firm(const struct item *item)
{
  const struct question *question = item_question(item);
  if (!question && item->kind != ITEM_REPEAT)
    return FALSE;
  if (item->when || item->parent->kind != ITEM_THEME || item->parent->when)
    return FALSE;
  gboolean again = question && (question->revisit || question->next_time);
  return !question || (!again && !question->constraints && has_firm_options(question));
}

static void count_firm(struct bounds *bounds)
{
  guint firm = 0;
  for (guint i = 0; i < bounds->catalogue->item_count; i++) {
    firm += is_firm(bounds->catalogue->items[i]) ? 1 : 0;
    bounds->items[i].firm = firm;
  }
}

struct bounds *bounds_new(const struct catalogue *catalogue, const struct answers *answers)
{
  struct bounds *bounds = g_new(struct bounds, 1);
  bounds->catalogue = catalogue;
  bounds->answers = answers;
  bounds->items = g_new0(struct bound_item, catalogue->item_count);
  measure(bounds, catalogue->themes, 0);
  count_firm(bounds);
  bounds->answers = NULL;
  return bounds;
}

void bounds_free(struct bounds *bounds)
{
  g_free(bounds->items);
  g_free(bounds);
}

/* ---- asking ---- */

/* What the options after ITEM, one that was chosen at TURN, can ask: those that were chosen too. */
static guint64 chosen_after(const struct bounds *bounds, const struct pass *pass,
                            const struct item *item, guint turn)
{
  const struct question *question = item_question(item->parent);
  struct step step = {item->parent, question->repeat ? turn : 0};
  const struct answer *answer = pass_answer(pass, step);
  guint64 sum = 0;
  for (item = item->next; answer && item && item->kind == ITEM_OPTION; item = item->next)
    if (g_strv_contains((const char *const *)answer->values, item->id))
      sum += bounds_weight(bounds, item);
  return sum;
}

guint64 bounds_most(const struct bounds *bounds, const struct pass *pass, struct step step)
{
  const struct item *item = step.item;
  guint64 most = 1 + bounds->items[item->order].inside;
  if (item->kind == ITEM_REPEAT)
    most = (item_repeat(item)->max - step.turn + 1) * most;
  for (; item; item = item->parent) {
    most += bounds->items[item->order].after;
    if (item->kind == ITEM_OPTION)
      most += chosen_after(bounds, pass, item, step.turn);
    const struct repeat *around = item->parent ? item_repeat(item->parent) : NULL;
    if (around)
      most += (around->max - step.turn) * (1 + bounds->items[around->item.order].inside);
  }
  return most;
}

gboolean bounds_firm(const struct bounds *bounds, struct step step)
{
  /* Of a repeat the first turn alone: whether there are more is for the person to say. */
  const struct bound_item *item = &bounds->items[step.item->order];
  return step.turn <= 1 && item->firm > (step.item->order ? item[-1].firm : 0);
}

guint bounds_firm_after(const struct bounds *bounds, struct step step)
{
  return bounds_firm_total(bounds) - bounds->items[step.item->order].firm;
}

guint bounds_firm_total(const struct bounds *bounds)
{
  guint count = bounds->catalogue->item_count;
  return count ? bounds->items[count - 1].firm : 0;
}
