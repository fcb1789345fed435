/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts from the tree of a pack, and what they come to. */
#include "check/measure.h"

#include "base/text.h"
#include "check/wording.h"

static struct measure *new_measure(const struct model *model, enum measure_kind kind)
{
  struct measure *measure = g_new0(struct measure, 1);
  measure->kind = kind;
  measure->model = model;
  measure->parts = g_array_new(FALSE, FALSE, sizeof(struct part));
  measure->cases = g_array_new(FALSE, FALSE, sizeof(struct measure_case));
  measure->obligations = g_array_new(FALSE, FALSE, sizeof(struct obligation));
  return measure;
}

void measure_free(struct measure *measure)
{
  g_array_unref(measure->parts);
  g_array_unref(measure->cases);
  g_array_unref(measure->obligations);
  g_free(measure);
}

static void begin_part(struct measure *measure, guint weight)
{
  struct part part = {weight, measure->cases->len, 0};
  g_array_append_val(measure->parts, part);
}

/* A case of the part last begun; its obligations follow. */
static void begin_case(struct measure *measure)
{
  struct measure_case one = {measure->obligations->len, 0};
  g_array_append_val(measure->cases, one);
  g_array_index(measure->parts, struct part, measure->parts->len - 1).count++;
}

static void oblige(struct measure *measure, enum obligation_kind kind, const struct item *item,
                   const struct condition *condition, guint turn)
{
  obligations_add(measure->obligations, kind, item, condition, turn);
  g_array_index(measure->cases, struct measure_case, measure->cases->len - 1).count++;
}

/* ---- questions ---- */

static gboolean is_typed(const struct question *question)
{
  return question->kind == KIND_TEXT || question->kind == KIND_NOTE;
}

static void add_question(struct measure *measure, const struct question *question, guint turn)
{
  begin_part(measure, 1);
  begin_case(measure);
  oblige(measure, OBLIGE_MET, &question->item, NULL, turn);
  if (question->from)
    oblige(measure, OBLIGE_ASKED, &question->item, NULL, turn);
}

/* "One more?" is asked before each item. */
static void add_repeat(struct measure *measure, const struct repeat *repeat)
{
  for (guint turn = 1; turn <= repeat->max; turn++) {
    begin_part(measure, 1);
    begin_case(measure);
    oblige(measure, OBLIGE_MET, &repeat->item, NULL, 0);
    if (turn > 1)
      oblige(measure, OBLIGE_ITEM, &repeat->item, NULL, turn - 1);
  }
}

static void add_questions(struct measure *measure)
{
  const struct catalogue *catalogue = measure->model->catalogue;
  gboolean all = measure->kind == MEASURE_QUESTIONS;
  for (guint i = 0; i < catalogue->question_count; i++) {
    const struct question *question = catalogue->questions[i];
    guint turns = question->repeat ? measure->model->items[question->repeat->index] : 0;
    for (guint turn = question->repeat ? 1 : 0; turn <= turns; turn++)
      if (all || is_typed(question))
        add_question(measure, question, turn);
  }
  for (guint i = 0; all && i < catalogue->repeat_count; i++)
    add_repeat(measure, catalogue->repeats[i]);
}

/* ---- actions ---- */

static void add_selected(struct measure *measure, const struct action *const *actions)
{
  for (; *actions; actions++) {
    begin_case(measure);
    oblige(measure, OBLIGE_MET, &(*actions)->item, NULL, 0);
  }
}

/* A slot counts once, by whichever of its actions. */
static void add_actions(struct measure *measure)
{
  const struct model *model = measure->model;
  for (guint i = 0; i < model->catalogue->task_count; i++) {
    const struct action *const *actions = model->task_actions[i];
    begin_part(measure, 1);
    if (measure->kind == MEASURE_ACTIONS) {
      add_selected(measure, actions);
    } else {
      begin_case(measure);
      oblige(measure, OBLIGE_SOON, &actions[0]->item, NULL, 0);
    }
  }
}

struct measure *measure_new(const struct model *model, enum measure_kind kind)
{
  struct measure *measure = new_measure(model, kind);
  if (kind == MEASURE_ACTIONS || kind == MEASURE_SOON)
    add_actions(measure);
  else
    add_questions(measure);
  return measure;
}

/* ---- words ---- */

/* A text under the conditions around it: those that hold, and those that do not. */
struct writing {
  struct measure *measure;
  const struct item *item;
  GPtrArray *hold, *fail; /* of const struct condition */
};

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

static guint piece_words(const struct piece *piece)
{
  if (piece->kind == PIECE_TEXT)
    return text_words(piece->text);
  if (piece->kind == PIECE_ANSWER || piece->kind == PIECE_DATE)
    return answer_words_most(piece);
  return 0;
}

static void add_words(struct writing *writing, guint words)
{
  struct measure *measure = writing->measure;
  if (!words)
    return;
  if (!writing->hold->len && !writing->fail->len) {
    measure->base += words;
    return;
  }
  begin_part(measure, words);
  begin_case(measure);
  for (guint i = 0; i < writing->hold->len; i++)
    oblige(measure, OBLIGE_HOLDS, writing->item, g_ptr_array_index(writing->hold, i), 0);
  for (guint i = 0; i < writing->fail->len; i++)
    oblige(measure, OBLIGE_FAILS, writing->item, g_ptr_array_index(writing->fail, i), 0);
}

static void push(GPtrArray *conditions, const struct condition *condition)
{
  if (condition)
    g_ptr_array_add(conditions, (gpointer)condition);
}

static void add_pieces(struct writing *writing, const struct piece *pieces)
{
  guint words = 0, around = writing->hold->len;
  for (const struct piece *piece = pieces; piece; piece = piece->next) {
    words += piece_words(piece);
    if (!piece->children)
      continue;
    push(writing->hold, piece->when);
    add_pieces(writing, piece->children);
    g_ptr_array_set_size(writing->hold, (gint)around);
  }
  add_words(writing, words);
}

/* The first of the members of GROUP that holds, where the group does. */
static void add_group(struct writing *writing, const struct text *group)
{
  guint failed = writing->fail->len;
  for (const struct text *text = group->members; text; text = text->next) {
    push(writing->hold, group->when);
    push(writing->hold, text->when);
    add_pieces(writing, text->pieces);
    g_ptr_array_set_size(writing->hold, 0);
    if (!text->when)
      break;
    push(writing->fail, text->when);
  }
  g_ptr_array_set_size(writing->fail, (int)failed);
}

/* Of alternatives the first that holds. */
static void add_texts(struct writing *writing, const struct text *text, gboolean alternatives)
{
  for (; text; text = text->next) {
    if (text->members) {
      add_group(writing, text);
      continue;
    }
    push(writing->hold, text->when);
    add_pieces(writing, text->pieces);
    g_ptr_array_set_size(writing->hold, 0);
    if (alternatives && !text->when)
      break;
    if (alternatives)
      push(writing->fail, text->when);
  }
  g_ptr_array_set_size(writing->fail, 0);
}

struct measure *measure_draft(const struct model *model, const struct action *action,
                              const struct draft *draft)
{
  g_autoptr(GPtrArray) hold = g_ptr_array_new(), fail = g_ptr_array_new();
  struct measure *measure = new_measure(model, MEASURE_WORDS);
  struct writing writing = {measure, &action->item, hold, fail};
  add_texts(&writing, draft->subjects, TRUE);
  add_texts(&writing, draft->paragraphs, FALSE);
  return measure;
}

/* ---- what it comes to ---- */

static const struct part *part_at(const struct measure *measure, guint index)
{
  return &g_array_index(measure->parts, struct part, index);
}

static const struct measure_case *case_at(const struct measure *measure, guint index)
{
  return &g_array_index(measure->cases, struct measure_case, index);
}

static enum truth case_counts(const struct measure *measure, struct state *state,
                              const struct measure_case *one)
{
  enum truth counts = TRUTH_YES;
  for (guint i = one->first; i < one->first + one->count && counts != TRUTH_NO; i++)
    counts = truth_and(counts, obligation_truth(state, &g_array_index(measure->obligations,
                                                                      struct obligation, i)));
  return counts;
}

enum truth measure_counts(const struct measure *measure, struct state *state, guint index)
{
  const struct part *part = part_at(measure, index);
  enum truth counts = TRUTH_NO;
  for (guint i = part->first; i < part->first + part->count && counts != TRUTH_YES; i++)
    counts = truth_or(counts, case_counts(measure, state, case_at(measure, i)));
  return counts;
}

guint measure_most(const struct measure *measure, struct state *state)
{
  guint sum = measure->base;
  for (guint i = 0; i < measure->parts->len; i++)
    if (measure_counts(measure, state, i) != TRUTH_NO)
      sum += part_at(measure, i)->weight;
  return sum;
}

void measure_doubts(const struct measure *measure, struct state *state, guint index,
                    void (*see)(const struct obligation *doubt, void *data), void *data)
{
  const struct part *part = part_at(measure, index);
  for (guint i = part->first; i < part->first + part->count; i++) {
    const struct measure_case *one = case_at(measure, i);
    if (case_counts(measure, state, one) != TRUTH_MAYBE)
      continue;
    for (guint at = one->first; at < one->first + one->count; at++) {
      const struct obligation *doubt = &g_array_index(measure->obligations, struct obligation, at);
      if (obligation_truth(state, doubt) == TRUTH_MAYBE)
        see(doubt, data);
    }
  }
}
