/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Variables from a catalogue and its domains. */
#include "check/model.h"

#include <math.h>

#include "check/choices.h"

static const struct value nothing = {NULL, NAN, 0, NULL};

struct making {
  struct model *model;
  const struct domains *domains;
  GArray *variables;
};

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
    values[i] = (struct value){texts[i], condition_number(texts[i]), 0,
                               question_option(question, texts[i])};
  return (struct values_list){count, values};
}

static void add_variable(struct making *making, struct variable variable, struct values_list list)
{
  variable.count = list.count + 1;
  variable.values = with_nothing(making->model->arena, list);
  g_array_append_val(making->variables, variable);
}

/* Those of LIST that can be given today: on a first visit nothing was told before. */
static struct values_list told_today(const struct model *model, const struct question *question,
                                     struct values_list list)
{
  struct value *values = arena_alloc(model->arena, (list.count + 1) * sizeof *values);
  guint count = 0;
  for (guint i = 0; i < list.count; i++)
    if (domains_given(question, &list.values[i], model->today) == model->today)
      values[count++] = list.values[i];
  return (struct values_list){count, values};
}

/* Nothing but the question itself decides whether its options are offered. */
static gboolean offers_all(const struct question *question)
{
  const struct option *option = choices_next(question->item.first);
  while (option && !option->item.when)
    option = choices_next(option->item.next);
  return !question->from && !option;
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
  if (model->scope == SCOPE_FIRST_VISIT)
    list = told_today(model, question, list);
  variable.lossy = !all;
  variable.free = !options || offers_all(question);
  variable.ascends =
      question->kind == KIND_SCALE || question->kind == KIND_NUMBER || question->kind == KIND_DATE;
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
    guint turns = question->repeat ? model->items[question->repeat->index] : 1;
    guint count = question->kind == KIND_CHOICES ? choices_count(question) : 1;
    model->question_extents[i] = (struct extent){making->variables->len, count};
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
      values[item] = (struct value){arena_string(model->arena, text, -1), item + 1, 0, NULL};
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
    struct variable variable = {.task = catalogue->tasks[i], .ascends = TRUE};
    model->task_first[i] = making->variables->len;
    struct values_list never = {0, NULL};
    add_variable(making, variable,
                 model->scope == SCOPE_FIRST_VISIT
                     ? never
                     : domains_task(making->domains, variable.task, model->today, model->arena));
  }
}

static void number_items(struct model *model, const struct domains *domains)
{
  const struct catalogue *catalogue = model->catalogue;
  guint *items = arena_alloc(model->arena, (catalogue->repeat_count + 1) * sizeof *items);
  for (guint i = 0; i < catalogue->repeat_count; i++) {
    const struct repeat *repeat = catalogue->repeats[i];
    items[i] = model->scope == SCOPE_PROOFS ? domains_items(domains, repeat) : repeat->max;
  }
  guint *slots = arena_alloc(model->arena, (catalogue->item_count + 1) * sizeof *slots);
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct repeat *repeat = item_repeat_around(catalogue->items[i]->parent);
    slots[i] = model->slot_count;
    model->slot_count += 1 + (repeat ? items[repeat->index] : 0);
  }
  model->items = items;
  model->slots = slots;
}

static void number_defines(struct model *model)
{
  const struct catalogue *catalogue = model->catalogue;
  guint views = 1;
  for (guint i = 0; i < catalogue->repeat_count; i++) {
    model->views[i] = views - 1;
    views += model->items[i];
  }
  model->define_slots = g_hash_table_new(NULL, NULL);
  for (const struct define *define = catalogue->defines; define; define = define->next) {
    g_hash_table_insert(model->define_slots, (gpointer)define, GUINT_TO_POINTER(model->slot_count));
    model->slot_count += views;
  }
  model->timing_slots = model->slot_count;
  model->slot_count += catalogue->item_count;
}

static const struct action *const *actions_of(struct model *model, const struct task *task)
{
  const struct catalogue *catalogue = model->catalogue;
  g_autoptr(GPtrArray) actions = g_ptr_array_new();
  for (guint i = task->name->item->order; i < catalogue->item_count; i++) {
    const struct action *action = item_action(catalogue->items[i]);
    if (action && action->task == task)
      g_ptr_array_add(actions, (gpointer)action);
  }
  const struct action **list = arena_alloc(model->arena, (actions->len + 1) * sizeof *list);
  for (guint i = 0; i < actions->len; i++)
    list[i] = g_ptr_array_index(actions, i);
  return list;
}

static void list_actions(struct model *model)
{
  const struct catalogue *catalogue = model->catalogue;
  model->task_actions =
      arena_alloc(model->arena, (catalogue->task_count + 1) * sizeof *model->task_actions);
  for (guint i = 0; i < catalogue->task_count; i++)
    model->task_actions[i] = actions_of(model, catalogue->tasks[i]);
}

static guint *indices(struct model *model, guint count)
{
  return arena_alloc(model->arena, (count + 1) * sizeof(guint));
}

struct model *model_new(const struct catalogue *catalogue, const struct domains *domains, int today,
                        enum scope scope)
{
  struct model *model = g_new0(struct model, 1);
  model->scope = scope;
  model->catalogue = catalogue;
  model->today = today;
  model->calendar = calendar_new(catalogue, today);
  model->arena = arena_new();
  model->question_extents =
      arena_alloc(model->arena, (catalogue->question_count + 1) * sizeof(struct extent));
  model->repeat_first = indices(model, catalogue->repeat_count);
  model->task_first = indices(model, catalogue->task_count);
  model->views = indices(model, catalogue->repeat_count);
  number_items(model, domains);
  number_defines(model);
  list_actions(model);
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
  g_hash_table_unref(model->define_slots);
  calendar_free(model->calendar);
  g_free((gpointer)model->variables);
  arena_free(model->arena);
  g_free(model);
}

struct extent model_question(const struct model *model, const struct question *question, guint turn)
{
  struct extent extent = model->question_extents[question->index];
  extent.first += turn > 0 ? (turn - 1) * extent.count : 0;
  return extent;
}

guint model_repeat(const struct model *model, const struct repeat *repeat)
{
  return model->repeat_first[repeat->index];
}

guint model_task(const struct model *model, const struct task *task)
{
  return model->task_first[task->index];
}

guint model_define_slot(const struct model *model, const struct define *define,
                        const struct repeat *repeat, guint turn)
{
  guint view = repeat && turn > 0 ? model->views[repeat->index] + turn : 0;
  return GPOINTER_TO_UINT(g_hash_table_lookup(model->define_slots, define)) + view;
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
