/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Binding: once all files are read, the tree is numbered in document order and every name that a
 * condition or an attribute uses is looked up. Conditions look back only; here that is checked.
 */
#include <string.h>

#include "base/text.h"
#include "catalogue/reader.h"

struct pending_condition {
  struct condition *condition;
  const struct item *owner;
  gboolean own; /* it is the `when` of the owner itself */
};

struct reference {
  enum reference_kind kind;
  const char *id;
  struct place place;
  const struct item *owner;
  void *target;
};

struct binder {
  GHashTable *names; /* id -> struct name */
  GHashTable *ids;   /* "kind id" -> struct place, for the smaller namespaces */
  GArray *conditions, *references;
  GPtrArray *texts;  /* const struct text */
  GHashTable *reach; /* const struct define -> order of the last question behind it, plus 1 */
};

struct binder *binder_new(void)
{
  struct binder *binder = g_new0(struct binder, 1);
  binder->names = g_hash_table_new(g_str_hash, g_str_equal);
  binder->ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  binder->conditions = g_array_new(FALSE, FALSE, sizeof(struct pending_condition));
  binder->references = g_array_new(FALSE, FALSE, sizeof(struct reference));
  binder->texts = g_ptr_array_new();
  binder->reach = g_hash_table_new(NULL, NULL);
  return binder;
}

void binder_free(struct binder *binder)
{
  g_hash_table_unref(binder->names);
  g_hash_table_unref(binder->ids);
  g_array_unref(binder->conditions);
  g_array_unref(binder->references);
  g_ptr_array_unref(binder->texts);
  g_hash_table_unref(binder->reach);
  g_free(binder);
}

/* ---- gathering ---- */

#define FIRST_DEFINED N_("first defined here")

struct name *binder_add_name(struct reader *reader, const char *id, enum name_kind kind,
                             struct place place, const struct item *item)
{
  if (!id || !id_valid(id))
    return NULL;
  const struct name *first = g_hash_table_lookup(reader->binder->names, id);
  if (first) {
    reader_fault(reader, DUPLICATE_ID, place, id, NULL);
    findings_relate(reader->findings, first->place, FIRST_DEFINED);
    return NULL;
  }
  struct name *name = arena_make(reader->arena, struct name);
  *name = (struct name){.id = id, .kind = kind, .place = place, .item = item};
  g_hash_table_insert(reader->binder->names, (gpointer)id, name);
  return name;
}

void binder_add_id(struct reader *reader, const char *kind, const char *id, struct place place)
{
  if (!id)
    return;
  g_autofree char *key = g_strconcat(kind, " ", id, NULL);
  const struct place *first = g_hash_table_lookup(reader->binder->ids, key);
  if (first) {
    reader_fault(reader, DUPLICATE_ID, place, id, NULL);
    findings_relate(reader->findings, *first, FIRST_DEFINED);
    return;
  }
  g_hash_table_insert(reader->binder->ids, g_steal_pointer(&key), g_memdup2(&place, sizeof place));
}

void binder_add_condition(struct reader *reader, struct condition *condition,
                          const struct item *owner, gboolean own)
{
  struct pending_condition pending = {condition, owner, own};
  g_array_append_val(reader->binder->conditions, pending);
}

void binder_add_reference(struct reader *reader, enum reference_kind kind, const char *id,
                          struct place place, const struct item *owner, void *target)
{
  struct reference reference = {kind, id, place, owner, target};
  g_array_append_val(reader->binder->references, reference);
}

void binder_add_text(struct reader *reader, const struct text *text)
{
  g_ptr_array_add(reader->binder->texts, (gpointer)text);
}

const struct name *binder_find(const struct binder *binder, const char *id)
{
  return id ? g_hash_table_lookup(binder->names, id) : NULL;
}

const char *binder_suggest(const struct binder *binder, const char *id)
{
  g_autofree const char **ids = (const char **)g_hash_table_get_keys_as_array(binder->names, NULL);
  return text_nearest(id, ids);
}

const GPtrArray *binder_texts(const struct binder *binder)
{
  return binder->texts;
}

/* ---- document order ---- */

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

static void number(struct reader *reader)
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

/* ---- names in conditions ---- */

struct binding {
  struct reader *reader;
  const struct condition *condition;
  guint before;                /* names of questions must have a smaller order */
  const struct define *within; /* the define whose test this is, or NULL */
  guint reach;                 /* order of the last question met, plus 1 */
};

static gboolean defined_above(const struct catalogue *catalogue, const struct define *define,
                              const struct define *below)
{
  for (const struct define *d = catalogue->defines; d && d != below; d = d->next)
    if (d == define)
      return TRUE;
  return FALSE;
}

/* One more than the order of the last question behind NAME; 0 for a tick. */
static guint reach_of(const struct binder *binder, const struct name *name)
{
  switch (name->kind) {
  case NAME_QUESTION:
  case NAME_REPEAT:
    return name->item->order + 1;
  case NAME_DEFINE:
    return GPOINTER_TO_UINT(g_hash_table_lookup(binder->reach, name->define));
  default:
    return 0;
  }
}

/* To look through all names for each of very many unknown ones would take for ever. */
static void suggest(struct reader *reader, const char *id)
{
  if (findings_kept(reader->findings))
    findings_suggest(reader->findings, binder_suggest(reader->binder, id));
}

static void report_unknown_name(const struct binding *binding, const struct expression *expression,
                                const struct name *name)
{
  struct reader *reader = binding->reader;
  struct place place = condition_place(binding->condition, expression->offset);
  const struct action *action = name ? item_action(name->item) : NULL;
  reader_fault(reader, UNKNOWN_NAME, place, expression->text, NULL);
  if (action)
    findings_suggest(reader->findings, action->slot);
  else
    suggest(reader, expression->text);
}

static void bind_name(struct expression *expression, void *data)
{
  struct binding *binding = data;
  struct reader *reader = binding->reader;
  const struct name *name = binder_find(reader->binder, expression->text);
  if (!name || name->kind == NAME_ADVICE) {
    report_unknown_name(binding, expression, name);
    return;
  }
  gboolean forward = reach_of(reader->binder, name) > binding->before;
  if (binding->within && name->kind == NAME_DEFINE)
    forward = !defined_above(reader->catalogue, name->define, binding->within);
  if (forward) {
    reader_fault(reader, FORWARD_REFERENCE, condition_place(binding->condition, expression->offset),
                 expression->text, NULL);
    findings_relate(reader->findings, name->place, N_("it stands here"));
    return;
  }
  expression->name = name;
  binding->reach = MAX(binding->reach, reach_of(reader->binder, name));
}

static void bind_defines(struct reader *reader)
{
  for (const struct define *define = reader->catalogue->defines; define; define = define->next) {
    struct binding binding = {reader, define->test, G_MAXUINT, define, 0};
    if (define->test && define->test->root)
      condition_names(define->test, bind_name, &binding);
    if (define->test)
      condition_settle((struct condition *)define->test, reader->findings);
    g_hash_table_insert(reader->binder->reach, (gpointer)define, GUINT_TO_POINTER(binding.reach));
  }
}

/*
 * What a condition may name: all that comes before its item, and the question it stands in. The
 * `when` of an item decides whether the item is there at all, so it stands before it; that of an
 * option before its question's answer.
 */
static guint limit_of(const struct pending_condition *pending)
{
  const struct item *owner = pending->owner;
  if (!owner)
    return G_MAXUINT;
  if (!pending->own)
    return owner->order + 1;
  return owner->kind == ITEM_OPTION ? owner->parent->order : owner->order;
}

static const struct repeat *repeat_of(const struct item *item, gboolean own)
{
  for (item = item && own ? item->parent : item; item; item = item->parent)
    if (item->kind == ITEM_REPEAT)
      return item_repeat(item);
  return NULL;
}

static gboolean is_define_test(const struct catalogue *catalogue, const struct condition *condition)
{
  for (const struct define *define = catalogue->defines; define; define = define->next)
    if (define->test == condition)
      return TRUE;
  return FALSE;
}

static void bind_conditions(struct reader *reader)
{
  const GArray *conditions = reader->binder->conditions;
  for (guint i = 0; i < conditions->len; i++) {
    const struct pending_condition *pending =
        &g_array_index(conditions, struct pending_condition, i);
    if (!pending->owner && is_define_test(reader->catalogue, pending->condition))
      continue;
    struct binding binding = {reader, pending->condition, limit_of(pending), NULL, 0};
    pending->condition->repeat = repeat_of(pending->owner, pending->own);
    condition_names(pending->condition, bind_name, &binding);
    condition_settle(pending->condition, reader->findings);
  }
}

/* ---- names in attributes ---- */

static void report_kind(struct reader *reader, const struct reference *reference,
                        const char *wanted)
{
  reader_fault(reader, WRONG_KIND, reference->place, reference->id,
               tr(findings_translator(reader->findings), wanted), NULL);
}

static void report_forward(struct reader *reader, const struct reference *reference,
                           const struct name *name)
{
  reader_fault(reader, FORWARD_REFERENCE, reference->place, reference->id, NULL);
  findings_relate(reader->findings, name->place, N_("it stands here"));
}

static gboolean comes_later(const struct reference *reference, const struct item *item)
{
  return reference->owner && item->order >= reference->owner->order;
}

static void bind_region(struct reader *reader, const struct reference *reference,
                        const struct name *name)
{
  const struct question *question = item_question(name->item);
  if (question && question->kind == KIND_CHOICE)
    *(const struct question **)reference->target = question;
  else
    report_kind(reader, reference, N_("a question of kind choice"));
}

static void bind_from(struct reader *reader, const struct reference *reference,
                      const struct name *name)
{
  const struct question *question = item_question(name->item);
  if (!question || question->kind != KIND_CHOICES)
    report_kind(reader, reference, N_("a question of kind choices"));
  else if (comes_later(reference, name->item))
    report_forward(reader, reference, name);
  else
    *(const struct question **)reference->target = question;
}

static void bind_after(struct reader *reader, const struct reference *reference,
                       const struct name *name)
{
  struct due *due = reference->target;
  const struct question *question = item_question(name->item);
  if (question && question->kind == KIND_DATE) {
    due->after = AFTER_QUESTION;
  } else if (name->kind == NAME_TASK) {
    due->after = AFTER_TASK;
    if (!item_action(name->item)->slot && comes_later(reference, name->item)) {
      report_forward(reader, reference, name);
      return;
    }
  } else {
    report_kind(reader, reference, N_("a question of kind date, an action without a slot, a slot"));
    return;
  }
  due->name = name;
}

/*
 * What is asked is said before what comes later is known; advice is said at the end. An option that
 * quoted its own question would quote itself.
 */
static void bind_answer(struct reader *reader, const struct reference *reference,
                        const struct name *name)
{
  const struct item *owner = reference->owner;
  gboolean asked = owner && (owner->kind == ITEM_QUESTION || owner->kind == ITEM_OPTION ||
                             owner->kind == ITEM_REMARK || owner->kind == ITEM_REPEAT);
  if (name->kind != NAME_QUESTION)
    report_kind(reader, reference, N_("a question"));
  else if (asked && (name->item->order > owner->order ||
                     (owner->kind == ITEM_OPTION && name->item == owner->parent)))
    report_forward(reader, reference, name);
  else
    *(const struct name **)reference->target = name;
}

static void bind_date(struct reader *reader, const struct reference *reference,
                      const struct name *name)
{
  const struct action *action = item_action(name->item);
  if (action && action->task)
    *(const struct name **)reference->target = action->task->name;
  else
    report_kind(reader, reference, N_("an action or a slot"));
}

static void bind_references(struct reader *reader)
{
  static void (*const bind[])(struct reader *, const struct reference *,
                              const struct name *) = {[REFER_REGION] = bind_region,
                                                      [REFER_FROM] = bind_from,
                                                      [REFER_AFTER] = bind_after,
                                                      [REFER_ANSWER] = bind_answer,
                                                      [REFER_DATE] = bind_date};
  const GArray *references = reader->binder->references;
  for (guint i = 0; i < references->len; i++) {
    const struct reference *reference = &g_array_index(references, struct reference, i);
    const struct name *name = binder_find(reader->binder, reference->id);
    if (name && name->kind != NAME_DEFINE) {
      bind[reference->kind](reader, reference, name);
      continue;
    }
    reader_fault(reader, UNKNOWN_NAME, reference->place, reference->id, NULL);
    suggest(reader, reference->id);
  }
}

/* ---- options, which extensions may add ---- */

static gboolean needs_label(const struct question *question, const struct option *option)
{
  return !option->label && !question->from && g_strcmp0(option->item.id, "yes") != 0 &&
         g_strcmp0(option->item.id, "no") != 0;
}

static void check_option(struct reader *reader, const struct question *question,
                         const struct option *option)
{
  struct place place = option->item.place;
  const struct option *first =
      option->item.id ? question_option(question, option->item.id) : option;
  if (first != option) {
    reader_fault(reader, DUPLICATE_VALUE, place, question->item.id ? question->item.id : "",
                 option->item.id, NULL);
    findings_relate(reader->findings, first->item.place, FIRST_DEFINED);
  }
  if (needs_label(question, option))
    reader_fault(reader, MISSING_ELEMENT, place, "option", "label", NULL);
  if (question->from && option->item.when)
    reader_fault(reader, MISUSED_ATTRIBUTE, place, "when", "option", NULL);
}

static void check_fallback(struct reader *reader, const struct question *question)
{
  const char *value = question->fallback;
  if (!value || question_option(question, value) ||
      (question->from && question_option(question->from, value)))
    return;
  const struct item *first = question->item.first;
  reader_fault(reader, BAD_ATTRIBUTE, question->item.place, "default", value,
               first && first->id ? first->id : "", NULL);
}

static void check_options(struct reader *reader, const struct question *question)
{
  gboolean choice = question->kind == KIND_CHOICE || question->kind == KIND_CHOICES;
  guint count = 0;
  for (const struct item *item = question->item.first; item && item->kind == ITEM_OPTION;
       item = item->next, count++)
    check_option(reader, question, item_option(item));
  if (choice && !question->from && !count)
    reader_fault(reader, MISSING_ELEMENT, question->item.place, "question", "option", NULL);
  if (!choice && count)
    reader_fault(reader, MISPLACED_ELEMENT, question->item.first->place, "option",
                 kind_word(question->kind), NULL);
  if (choice)
    check_fallback(reader, question);
}

/* Options that `from` gives content must be among those of the question it leads to. */
static void check_from(struct reader *reader, const struct question *question)
{
  const struct question *source = question_source(question);
  for (const struct item *item = question->item.first; item && item->kind == ITEM_OPTION;
       item = item->next)
    if (item->id && !question_option(source, item->id))
      reader_fault(reader, UNKNOWN_ID, item->place, "option", item->id, NULL);
}

void binder_finish(struct reader *reader, gboolean whole)
{
  number(reader);
  if (!whole)
    return;
  bind_defines(reader);
  bind_conditions(reader);
  bind_references(reader);
  for (guint i = 0; i < reader->catalogue->question_count; i++) {
    const struct question *question = reader->catalogue->questions[i];
    if (question->kind != KIND_UNKNOWN)
      check_options(reader, question);
    if (question->from)
      check_from(reader, question);
  }
}
