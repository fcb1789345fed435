/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Binding: every name that a condition or an attribute uses is looked up. Conditions look back
 * only; here that is checked. What can be bound where it is read is bound there, which is most of a
 * pack; what cannot waits until all names are known, and faults are found then.
 */
#include "reader/binder.h"

#include "catalogue/spots.h"

/* ---- names in conditions ---- */

struct binding {
  struct reader *reader;
  const struct condition *condition;
  guint before;                /* names of questions must have a smaller order */
  const struct define *within; /* the define whose test this is, or NULL */
  guint reach;                 /* order of the last question met, plus 1 */
};

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

/* To look through all names for each of very many unknown ones would take for ever. False if none
 * is near. */
static gboolean suggest(struct reader *reader, const char *id)
{
  const char *nearest =
      findings_kept(reader->findings) ? contents_suggest(reader->contents, id) : NULL;
  findings_suggest(reader->findings, nearest);
  return nearest != NULL;
}

#define NAMES_ALONE                                                                                \
  N_("it is the id of a {1}; a condition names a question, a repeat, a define, an action or a "    \
     "slot of actions")

/* What NAME, which no condition can name, is the id of. */
static const char *holder_words(const struct name *name)
{
  return name->kind == NAME_SLOT   ? "slot"
         : name->kind == NAME_FILL ? "blank"
                                   : item_element(name->item->kind);
}

/* The smaller namespace in which ID is declared; NULL: none. */
static const char *namespace_of(const struct binder *binder, const char *id)
{
  static const char *const kinds[] = {"theme", "topic", "sheet", "source", "draft", "passage"};
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (binder_find_id(binder, kinds[i], id))
      return kinds[i];
  return NULL;
}

/* The first question that has an option VALUE; NULL: none. */
static const struct question *question_offering(const struct catalogue *catalogue,
                                                const char *value)
{
  for (guint i = 0; i < catalogue->question_count; i++)
    if (question_option(catalogue->questions[i], value))
      return catalogue->questions[i];
  return NULL;
}

/* Says of ID, which cannot stand in a condition, what it is; false if it is nothing. NAME is what
 * has it in the names of the pack, or NULL. */
static gboolean explain_name(struct reader *reader, const char *id, const struct name *name)
{
  const struct question *question = name ? NULL : question_offering(reader->catalogue, id);
  const char *kind = name ? holder_words(name) : namespace_of(reader->binder, id);
  const char *pattern = question ? N_("it is an option of '{2}'; write ${2} = '{1}'")
                        : kind   ? NAMES_ALONE
                                 : NULL;
  if (!pattern)
    return FALSE;
  g_autofree char *words = tr_fill(tr(findings_translator(reader->findings), pattern),
                                   question ? id : kind, question ? question->item.id : "", NULL);
  findings_explain(reader->findings, words);
  return TRUE;
}

static void report_unknown_name(const struct binding *binding, const struct expression *expression,
                                const struct name *name)
{
  struct reader *reader = binding->reader;
  struct place place = condition_place(binding->condition, expression->offset);
  const struct action *action = name ? item_action(name->item) : NULL;
  if (!name && binder_is_unread(reader->binder, expression->text))
    return;
  reader_fault(reader, UNKNOWN_NAME, place, expression->text, NULL);
  findings_unmask(reader->findings, expression->text);
  if (action)
    findings_suggest(reader->findings, action->slot);
  else if (!explain_name(reader, expression->text, name) && !name)
    suggest(reader, expression->text);
}

#define ANSWERED_LATER N_("it is answered only later, and what is named must come before")

/* NAME cannot stand in the condition yet: said of a define by what keeps it. */
static void report_forward(const struct binding *binding, const struct expression *expression,
                           const struct name *name)
{
  struct reader *reader = binding->reader;
  const struct translator *translator = findings_translator(reader->findings);
  guint reach = reach_of(reader->binder, name);
  const struct item *last = reach ? reader->binder->items->pdata[reach - 1] : NULL;
  gboolean depends = last && name->kind == NAME_DEFINE && !binding->within;
  struct place place = condition_place(binding->condition, expression->offset);
  if (binder_is_doubled(reader->binder, place.file))
    return;
  const char *reason = depends           ? N_("it depends on '{1}', which is answered only later")
                       : binding->within ? N_("a define can only use those that stand above it")
                                         : ANSWERED_LATER;
  g_autofree char *words = tr_fill(tr(translator, reason), last ? last->id : "", NULL);
  reader_fault(reader, FORWARD_REFERENCE, place, expression->text, NULL);
  findings_explain(reader->findings, words);
  findings_relate(reader->findings, depends ? last->place : name->place, N_("it stands here"));
}

/* True if a condition may name NAME. */
static gboolean may_decide(const struct name *name)
{
  return name->kind != NAME_ADVICE && name->kind != NAME_SLOT && name->kind != NAME_FILL;
}

static void bind_name(struct expression *expression, void *data)
{
  struct binding *binding = data;
  struct reader *reader = binding->reader;
  const struct name *name = contents_find(reader->contents, expression->text);
  if (!name || !may_decide(name)) {
    report_unknown_name(binding, expression, name);
    return;
  }
  gboolean forward = reach_of(reader->binder, name) > binding->before;
  if (binding->within && name->kind == NAME_DEFINE)
    forward = !g_hash_table_contains(reader->binder->reach, name->define);
  if (forward) {
    report_forward(binding, expression, name);
    return;
  }
  expression->name = name;
  binding->reach = MAX(binding->reach, reach_of(reader->binder, name));
}

/* Those above a define have been bound when it is, those below have not. */
static void bind_defines(struct reader *reader)
{
  guint index = 0;
  for (const struct define *define = reader->catalogue->defines; define; define = define->next) {
    ((struct define *)define)->index = index++;
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

/* What is bound at once: names that are known and come before, with nothing to find out of them. */
struct attempt {
  const struct reader *reader;
  guint before;
  gboolean failed;
};

static void try_name(struct expression *expression, void *data)
{
  struct attempt *attempt = data;
  const struct name *name =
      attempt->failed ? NULL : contents_find(attempt->reader->contents, expression->text);
  gboolean settled = name && may_decide(name) && name->kind != NAME_DEFINE &&
                     reach_of(attempt->reader->binder, name) <= attempt->before;
  expression->name = settled ? name : NULL;
  attempt->failed = !settled;
}

gboolean bind_condition_early(const struct reader *reader, const struct pending_condition *pending)
{
  struct attempt attempt = {reader, limit_of(pending), FALSE};
  condition_names(pending->condition, try_name, &attempt);
  return !attempt.failed;
}

static void bind_conditions(struct reader *reader)
{
  const GArray *conditions = reader->binder->conditions;
  for (guint i = 0; i < conditions->len; i++) {
    const struct pending_condition *pending =
        &g_array_index(conditions, struct pending_condition, i);
    struct binding binding = {reader, pending->condition, limit_of(pending), NULL, 0};
    condition_names(pending->condition, bind_name, &binding);
    condition_settle(pending->condition, reader->findings);
  }
}

/* ---- names in attributes ---- */

enum binding_verdict { BOUND, WRONG_KIND, FORWARD };

static gboolean comes_later(const struct reference *reference, const struct item *item)
{
  return reference->owner && item->order >= reference->owner->order;
}

static enum binding_verdict bind_region(const struct reference *reference, const struct name *name)
{
  const struct question *question = item_question(name->item);
  if (!question || question_answered_by(question) != BY_OPTION)
    return WRONG_KIND;
  *(const struct question **)reference->target = question;
  return BOUND;
}

static enum binding_verdict bind_from(const struct reference *reference, const struct name *name)
{
  const struct question *question = item_question(name->item);
  if (!question || !question_takes_several(question))
    return WRONG_KIND;
  if (comes_later(reference, name->item))
    return FORWARD;
  *(const struct question **)reference->target = question;
  return BOUND;
}

/* Whether both are answered once where OWNER is asked, or each in the same item of a repeat. */
static gboolean stands_beside(const struct question *owner, const struct question *question)
{
  return !question->repeat || question->repeat == owner->repeat;
}

static gboolean is_amount(const struct question *question)
{
  return question_answered_by(question) == BY_NUMBER;
}

/* How many of several choices is a number. */
static gboolean can_bound(const struct question *owner, const struct question *question)
{
  return question_is_day(owner) ? question_is_day(question) : is_amount(question);
}

static enum binding_verdict bind_bound(const struct reference *reference, const struct name *name)
{
  const struct question *owner = item_question(reference->owner);
  const struct question *question = item_question(name->item);
  if (!question || name->kind != NAME_QUESTION || !can_bound(owner, question) ||
      !stands_beside(owner, question))
    return WRONG_KIND;
  if (comes_later(reference, name->item))
    return FORWARD;
  *(const struct name **)reference->target = name;
  return BOUND;
}

static enum binding_verdict bind_default(const struct reference *reference, const struct name *name)
{
  const struct question *owner = item_question(reference->owner);
  const struct question *question = item_question(name->item);
  gboolean alike = question && name->kind == NAME_QUESTION &&
                   (owner->kind == question->kind || (is_amount(owner) && is_amount(question)));
  if (!alike || !stands_beside(owner, question))
    return WRONG_KIND;
  if (comes_later(reference, name->item))
    return FORWARD;
  *(const struct name **)reference->target = name;
  return BOUND;
}

static enum binding_verdict bind_after(const struct reference *reference, const struct name *name)
{
  struct due *due = reference->target;
  const struct question *question = item_question(name->item);
  if (question && question_is_day(question))
    due->after = AFTER_QUESTION;
  else if (name->kind != NAME_TASK)
    return WRONG_KIND;
  else if (!item_action(name->item)->slot && comes_later(reference, name->item))
    return FORWARD;
  else
    due->after = AFTER_TASK;
  due->name = name;
  return BOUND;
}

/*
 * What is asked is said before what comes later is known; advice is said at the end. An option that
 * quoted its own question would quote itself.
 */
static enum binding_verdict bind_answer(const struct reference *reference, const struct name *name)
{
  const struct item *owner = reference->owner;
  gboolean asked = owner && (owner->kind == ITEM_QUESTION || owner->kind == ITEM_OPTION ||
                             owner->kind == ITEM_REMARK || owner->kind == ITEM_REPEAT);
  if (name->kind != NAME_QUESTION && name->kind != NAME_FILL)
    return WRONG_KIND;
  if (asked && name->item &&
      (name->item->order > owner->order ||
       (owner->kind == ITEM_OPTION && name->item == owner->parent)))
    return FORWARD;
  *(const struct name **)reference->target = name;
  return BOUND;
}

/* The prompts of a question that quoted its sentence would quote themselves; one of a repeat has a
 * sentence in each item. */
static enum binding_verdict bind_stem(const struct reference *reference, const struct name *name)
{
  const struct question *question = item_question(name->item);
  if (!question || !question->stem ||
      (question->repeat && question->repeat != item_repeat_around(reference->owner)))
    return WRONG_KIND;
  return reference->owner == name->item ? FORWARD : bind_answer(reference, name);
}

static enum binding_verdict bind_date(const struct reference *reference, const struct name *name)
{
  const struct action *action = item_action(name->item);
  if (!action || !action->task)
    return WRONG_KIND;
  *(const struct name **)reference->target = action->task->name;
  return BOUND;
}

static const struct {
  enum binding_verdict (*bind)(const struct reference *reference, const struct name *name);
  const char *wanted, *later; /* of what kind, and what FORWARD means */
} reference_kinds[] = {
    [REFER_REGION] = {bind_region, N_("a question of kind choice"), NULL},
    [REFER_FROM] = {bind_from, N_("a question of kind choices"), ANSWERED_LATER},
    [REFER_BOUND] = {bind_bound, N_("a date for a date, else a number or scale"), ANSWERED_LATER},
    [REFER_DEFAULT] = {bind_default, N_("a question of the same kind"), ANSWERED_LATER},
    [REFER_AFTER] = {bind_after, N_("a question of kind date, an action or its slot, or answered"),
                     N_("an action can only wait for one that stands above it, or for a slot")},
    [REFER_ANSWER] = {bind_answer, N_("a question or the id of a blank"), ANSWERED_LATER},
    [REFER_STEM] = {bind_stem, N_("a question with stem=\"yes\", of the same item if of a repeat"),
                    ANSWERED_LATER},
    [REFER_DATE] = {bind_date, N_("an action or a slot"), NULL},
};

gboolean bind_reference_early(const struct reader *reader, const struct reference *reference)
{
  const struct name *name = contents_find(reader->contents, reference->id);
  return name && reference_kinds[reference->kind].bind(reference, name) == BOUND;
}

static void explain_wanted(struct reader *reader, const struct reference *reference)
{
  const struct translator *translator = findings_translator(reader->findings);
  g_autofree char *words = tr_fill(tr(translator, N_("what is wanted is {1}")),
                                   tr(translator, reference_kinds[reference->kind].wanted), NULL);
  findings_explain(reader->findings, words);
}

/* A day is quoted as an answer or as that of a task, which are two elements. */
static void explain_quote(struct reader *reader, const struct reference *reference,
                          const struct name *name)
{
  gboolean answer = reference->kind == REFER_DATE && name->kind == NAME_QUESTION;
  gboolean day = reference->kind == REFER_ANSWER && name->kind == NAME_TASK;
  const char *pattern = answer ? N_("what was answered is said by <answer of=\"{1}\"/>")
                               : N_("the day of what is to be done is said by <date of=\"{1}\"/>");
  g_autofree char *words =
      tr_fill(tr(findings_translator(reader->findings), pattern), name->id, NULL);
  if (answer || day)
    findings_explain(reader->findings, words);
}

static void bind_reference(struct reader *reader, const struct reference *reference)
{
  const struct name *name = contents_find(reader->contents, reference->id);
  if (!name && binder_is_unread(reader->binder, reference->id))
    return;
  if (!name) {
    reader_fault(reader, UNKNOWN_NAME, reference->place, reference->id, NULL);
    if (!suggest(reader, reference->id))
      explain_wanted(reader, reference);
    return;
  }
  enum binding_verdict verdict = reference_kinds[reference->kind].bind(reference, name);
  const char *wanted = reference_kinds[reference->kind].wanted;
  if (verdict == WRONG_KIND) {
    reader_fault(reader, WRONG_KIND, reference->place, reference->id,
                 tr(findings_translator(reader->findings), wanted), NULL);
    explain_quote(reader, reference, name);
  }
  if (verdict == FORWARD && !binder_is_doubled(reader->binder, reference->place.file)) {
    const char *later = reference_kinds[reference->kind].later;
    reader_fault(reader, FORWARD_REFERENCE, reference->place, reference->id, NULL);
    findings_explain(reader->findings, tr(findings_translator(reader->findings), later));
    findings_relate(reader->findings, name->place, N_("it stands here"));
  }
}

static void bind_references(struct reader *reader)
{
  const GArray *references = reader->binder->references;
  for (guint i = 0; i < references->len; i++)
    bind_reference(reader, &g_array_index(references, struct reference, i));
}

void bind_names(struct reader *reader)
{
  bind_defines(reader);
  bind_conditions(reader);
  bind_references(reader);
}
