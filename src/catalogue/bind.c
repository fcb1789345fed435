/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Binding: every name that a condition or an attribute uses is looked up. Conditions look back
 * only; here that is checked.
 */
#include "catalogue/binder.h"

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
  else if (!name)
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
    if (name) {
      bind[reference->kind](reader, reference, name);
      continue;
    }
    reader_fault(reader, UNKNOWN_NAME, reference->place, reference->id, NULL);
    suggest(reader, reference->id);
  }
}

void bind_names(struct reader *reader)
{
  bind_defines(reader);
  bind_conditions(reader);
  bind_references(reader);
}
