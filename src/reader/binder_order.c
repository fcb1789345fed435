/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Document order: every item gets its number, and the catalogue its lists. */
#include <string.h>

#include "reader/binder.h"

/* The item after ITEM in document order, or NULL. */
static const struct item *following(const struct item *item)
{
  if (item->first)
    return item->first;
  while (item && !item->next)
    item = item->parent;
  return item ? item->next : NULL;
}

void order_item(struct binder *binder, struct item *item)
{
  item->order = binder->items->len;
  g_ptr_array_add(binder->items, item);
  if (item->kind == ITEM_QUESTION) {
    ((struct question *)item)->index = binder->questions->len;
    g_ptr_array_add(binder->questions, item);
  } else if (item->kind == ITEM_REPEAT) {
    ((struct repeat *)item)->index = binder->repeats->len;
    g_ptr_array_add(binder->repeats, item);
  }
}

/* Only by its first action. */
void order_task(struct binder *binder, const struct action *action)
{
  GPtrArray *tasks = binder->tasks;
  struct task *task = (struct task *)action->task;
  gboolean numbered = task && task->index < tasks->len && tasks->pdata[task->index] == task;
  if (!task || numbered)
    return;
  task->index = tasks->len;
  ((struct name *)task->name)->item = &action->item;
  g_ptr_array_add(tasks, task);
}

void order_again(struct reader *reader)
{
  struct binder *binder = reader->binder;
  g_ptr_array_set_size(binder->items, 0);
  g_ptr_array_set_size(binder->questions, 0);
  g_ptr_array_set_size(binder->repeats, 0);
  g_ptr_array_set_size(binder->tasks, 0);
  for (const struct item *item = reader->themes; item; item = following(item)) {
    order_item(binder, (struct item *)item);
    if (item->kind == ITEM_ACTION)
      order_task(binder, item_action(item));
  }
}

/* The members of LIST, in the arena. */
static gconstpointer kept(struct reader *reader, const GPtrArray *list)
{
  gpointer *copy = arena_alloc(reader->arena, (list->len + 1) * sizeof *copy);
  if (list->len)
    memcpy(copy, list->pdata, list->len * sizeof *copy);
  return copy;
}

void order_list(struct reader *reader)
{
  struct catalogue *catalogue = reader->catalogue;
  const struct binder *binder = reader->binder;
  catalogue->themes = reader->themes;
  catalogue->item_count = binder->items->len;
  catalogue->question_count = binder->questions->len;
  catalogue->repeat_count = binder->repeats->len;
  catalogue->task_count = binder->tasks->len;
  catalogue->items = kept(reader, binder->items);
  catalogue->questions = kept(reader, binder->questions);
  catalogue->repeats = kept(reader, binder->repeats);
  catalogue->tasks = kept(reader, binder->tasks);
}
