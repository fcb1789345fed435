/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Variables from a catalogue and its domains. */
#include "check/model.h"

#include <math.h>

#include "check/choices.h"

static const struct value nothing = {NULL, NAN, 0};

struct making {
  struct model *model;
  const struct domains *domains;
  GArray *variables;
};

const struct repeat *model_repeat_around(const struct item *item)
{
  for (item = item->parent; item; item = item->parent)
    if (item->kind == ITEM_REPEAT)
      return item_repeat(item);
  return NULL;
}

static const struct value *with_nothing(struct arena *arena, struct values_list list)
{
  struct value *values = arena_alloc(arena, (list.count + 1) * sizeof *values);
  values[0] = nothing;
  for (guint i = 0; i < list.count; i++)
    values[i + 1] = list.values[i];
  return values;
}

static struct values_list option_values(struct arena *arena, const struct question *question)
{
  g_autofree const char **texts = choices_values(question);
  guint count = choices_count(question);
  struct value *values = arena_alloc(arena, (count + 1) * sizeof *values);
  for (guint i = 0; i < count; i++)
    values[i] = (struct value){texts[i], condition_number(texts[i]), 0};
  return (struct values_list){count, values};
}

static void add_variable(struct making *making, struct variable variable, struct values_list list)
{
  variable.count = list.count + 1;
  variable.values = with_nothing(making->model->arena, list);
  g_array_append_val(making->variables, variable);
}

static void add_question(struct making *making, const struct question *question, guint turn)
{
  struct model *model = making->model;
  struct variable variable = {.question = question, .turn = turn};
  gboolean all = TRUE;
  gboolean options = question->kind == KIND_CHOICE || question->kind == KIND_CHOICES;
  struct values_list list =
      options ? option_values(model->arena, question)
              : domains_question(making->domains, question, model->today, model->arena, &all);
  variable.lossy = !all;
  if (question->kind != KIND_CHOICES) {
    add_variable(making, variable, list);
    return;
  }
  for (guint i = 0; i < list.count; i++)
    add_variable(making, variable, (struct values_list){1, &list.values[i]});
}

static void add_questions(struct making *making)
{
  struct model *model = making->model;
  const struct catalogue *catalogue = model->catalogue;
  for (guint i = 0; i < catalogue->question_count; i++) {
    const struct question *question = catalogue->questions[i];
    model->question_first[i] = making->variables->len;
    guint turns = question->repeat ? model->items[question->repeat->index] : 1;
    for (guint turn = 1; turn <= turns; turn++)
      add_question(making, question, question->repeat ? turn : 0);
  }
}

/* The numbers of items as values; only their order says how many there are. */
static void add_repeats(struct making *making)
{
  struct model *model = making->model;
  const struct catalogue *catalogue = model->catalogue;
  for (guint i = 0; i < catalogue->repeat_count; i++) {
    struct variable variable = {.repeat = catalogue->repeats[i]};
    struct value *values = arena_alloc(model->arena, (model->items[i] + 1) * sizeof *values);
    for (guint item = 0; item < model->items[i]; item++) {
      g_autofree char *text = g_strdup_printf("%u", item + 1);
      values[item] = (struct value){arena_string(model->arena, text, -1), item + 1, 0};
    }
    model->repeat_first[i] = making->variables->len;
    add_variable(making, variable, (struct values_list){model->items[i], values});
  }
}

static void add_tasks(struct making *making)
{
  struct model *model = making->model;
  const struct catalogue *catalogue = model->catalogue;
  for (guint i = 0; i < catalogue->task_count; i++) {
    struct variable variable = {.task = catalogue->tasks[i]};
    model->task_first[i] = making->variables->len;
    add_variable(making, variable,
                 domains_task(making->domains, variable.task, model->today, model->arena));
  }
}

static void number_items(struct model *model, const struct domains *domains, gboolean every_item)
{
  const struct catalogue *catalogue = model->catalogue;
  guint *items = arena_alloc(model->arena, (catalogue->repeat_count + 1) * sizeof *items);
  for (guint i = 0; i < catalogue->repeat_count; i++) {
    const struct repeat *repeat = catalogue->repeats[i];
    items[i] = every_item ? repeat->max : domains_items(domains, repeat);
  }
  guint *slots = arena_alloc(model->arena, (catalogue->item_count + 1) * sizeof *slots);
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct repeat *repeat = model_repeat_around(catalogue->items[i]);
    slots[i] = model->slot_count;
    model->slot_count += 1 + (repeat ? items[repeat->index] : 0);
  }
  model->items = items;
  model->slots = slots;
}

static guint *indices(struct model *model, guint count)
{
  return arena_alloc(model->arena, (count + 1) * sizeof(guint));
}

struct model *model_new(const struct catalogue *catalogue, const struct domains *domains, int today,
                        gboolean every_item)
{
  struct model *model = g_new0(struct model, 1);
  model->catalogue = catalogue;
  model->today = today;
  model->arena = arena_new();
  model->question_first = indices(model, catalogue->question_count);
  model->repeat_first = indices(model, catalogue->repeat_count);
  model->task_first = indices(model, catalogue->task_count);
  number_items(model, domains, every_item);
  struct making making = {model, domains, g_array_new(FALSE, FALSE, sizeof(struct variable))};
  add_questions(&making);
  add_repeats(&making);
  add_tasks(&making);
  model->variable_count = making.variables->len;
  model->variables = (const struct variable *)g_array_free(making.variables, FALSE);
  return model;
}

void model_free(struct model *model)
{
  g_free((gpointer)model->variables);
  arena_free(model->arena);
  g_free(model);
}

static guint width(const struct question *question)
{
  return question->kind == KIND_CHOICES ? choices_count(question) : 1;
}

struct extent model_question(const struct model *model, const struct question *question, guint turn)
{
  guint wide = width(question);
  guint before = turn > 0 ? turn - 1 : 0;
  return (struct extent){model->question_first[question->index] + before * wide, wide};
}

guint model_repeat(const struct model *model, const struct repeat *repeat)
{
  return model->repeat_first[repeat->index];
}

guint model_task(const struct model *model, const struct task *task)
{
  return model->task_first[task->index];
}

struct extent model_name(const struct model *model, const struct name *name,
                         const struct repeat *repeat, guint turn)
{
  if (name->kind == NAME_TASK)
    return (struct extent){model_task(model, name->task), 1};
  if (name->kind == NAME_REPEAT)
    return (struct extent){model_repeat(model, item_repeat(name->item)), 1};
  const struct question *question = item_question(name->item);
  struct extent extent = model_question(model, question, turn);
  if (question->repeat && question->repeat == repeat && turn > 0)
    return extent;
  extent = model_question(model, question, 0);
  if (question->repeat)
    extent.count *= model->items[question->repeat->index];
  return extent;
}
