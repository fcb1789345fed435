/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Document order: every item gets its number, and the catalogue its lists. */
#include <string.h>

#include "catalogue/binder.h"

/* The item after ITEM in document order, or NULL. */
static const struct item *following(const struct item *item)
{
  if (item->first)
    return item->first;
  while (item && !item->next)
    item = item->parent;
  return item ? item->next : NULL;
}

static gpointer keep(struct reader *reader, const GPtrArray *pointers)
{
  gpointer *copy = arena_alloc(reader->arena, (pointers->len + 1) * sizeof *copy);
  if (pointers->len)
    memcpy(copy, pointers->pdata, pointers->len * sizeof *copy);
  return copy;
}

/* Gives TASK its number if this is its first action. */
static void number_task(GPtrArray *tasks, const struct action *action)
{
  struct task *task = (struct task *)action->task;
  gboolean numbered = task && task->index < tasks->len && tasks->pdata[task->index] == task;
  if (!task || numbered)
    return;
  task->index = tasks->len;
  ((struct name *)task->name)->item = &action->item;
  g_ptr_array_add(tasks, task);
}

void order_items(struct reader *reader)
{
  struct catalogue *catalogue = reader->catalogue;
  g_autoptr(GPtrArray) items = g_ptr_array_new(), questions = g_ptr_array_new(),
                       repeats = g_ptr_array_new(), tasks = g_ptr_array_new();
  for (const struct item *item = reader->themes; item; item = following(item)) {
    ((struct item *)item)->order = items->len;
    g_ptr_array_add(items, (gpointer)item);
    if (item->kind == ITEM_QUESTION) {
      ((struct question *)item)->index = questions->len;
      g_ptr_array_add(questions, (gpointer)item);
    } else if (item->kind == ITEM_REPEAT) {
      ((struct repeat *)item)->index = repeats->len;
      g_ptr_array_add(repeats, (gpointer)item);
    } else if (item->kind == ITEM_ACTION) {
      number_task(tasks, item_action(item));
    }
  }
  catalogue->themes = reader->themes;
  catalogue->item_count = items->len;
  catalogue->question_count = questions->len;
  catalogue->repeat_count = repeats->len;
  catalogue->task_count = tasks->len;
  catalogue->items = keep(reader, items);
  catalogue->questions = keep(reader, questions);
  catalogue->repeats = keep(reader, repeats);
  catalogue->tasks = keep(reader, tasks);
}
