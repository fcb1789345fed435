/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounds as sums over the tree: what can be asked inside each item, and after it in its parent. */
#include "walk/bounds.h"

/* Of one item; conditions count as if they held. */
struct bound_item {
  guint64 inside; /* steps within it; within a repeat, in one turn */
  guint64 after;  /* steps of what follows it under the same parent */
  guint firm;     /* firm steps up to and with this one, in document order */
};

struct bounds {
  const struct catalogue *catalogue;
  struct bound_item *items; /* by order */
};

/* The most steps that ITEM can ask. */
static guint64 weight(const struct bounds *bounds, const struct item *item)
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

static guint64 measure(struct bounds *bounds, const struct item *first, gboolean one_option);

static void measure_item(struct bounds *bounds, const struct item *item)
{
  const struct question *question = item_question(item);
  gboolean one_option = question && question->kind == KIND_CHOICE;
  bounds->items[item->order].inside = measure(bounds, item->first, one_option);
}

/* Measures the list that begins with FIRST, of whose options ONE_OPTION or any number counts;
 * returns what it can ask in all. */
static guint64 measure(struct bounds *bounds, const struct item *first, gboolean one_option)
{
  guint64 sum = 0, largest = 0;
  for (const struct item *item = first; item; item = item->next) {
    measure_item(bounds, item);
    guint64 own = weight(bounds, item);
    if (one_option && item->kind == ITEM_OPTION)
      largest = MAX(largest, own);
    else
      sum += own;
  }
  guint64 left = sum;
  for (const struct item *item = first; item; item = item->next) {
    if (!one_option || item->kind != ITEM_OPTION)
      left -= weight(bounds, item);
    bounds->items[item->order].after = left;
  }
  return sum + largest;
}

/* ---- firm steps ---- */

static gboolean has_firm_options(const struct question *question)
{
  if (question->kind != KIND_CHOICE && question->kind != KIND_CHOICES)
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
  return !question || (!question->revisit && has_firm_options(question));
}

static void count_firm(struct bounds *bounds)
{
  guint firm = 0;
  for (guint i = 0; i < bounds->catalogue->item_count; i++) {
    firm += is_firm(bounds->catalogue->items[i]) ? 1 : 0;
    bounds->items[i].firm = firm;
  }
}

struct bounds *bounds_new(const struct catalogue *catalogue)
{
  struct bounds *bounds = g_new(struct bounds, 1);
  bounds->catalogue = catalogue;
  bounds->items = g_new0(struct bound_item, catalogue->item_count);
  measure(bounds, catalogue->themes, FALSE);
  count_firm(bounds);
  return bounds;
}

void bounds_free(struct bounds *bounds)
{
  g_free(bounds->items);
  g_free(bounds);
}

/* ---- asking ---- */

guint64 bounds_most(const struct bounds *bounds, struct step step)
{
  const struct item *item = step.item;
  guint64 most = 1 + bounds->items[item->order].inside;
  if (item->kind == ITEM_REPEAT)
    most = (item_repeat(item)->max - step.turn + 1) * most;
  for (; item; item = item->parent) {
    most += bounds->items[item->order].after;
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
