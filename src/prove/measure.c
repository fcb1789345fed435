/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums along the tree of a pack. */
#include "prove/measure.h"

#include "base/text.h"
#include "catalogue/plain_text.h"
#include "prove/strands.h"

struct measure {
  enum measure_kind kind;
  struct formula *formula;
  struct days *days;
  struct sums *sums;
  const struct item **homes; /* by index of the task: what all its actions stand in, or else the
                                first theme of its strand */
};

/* ---- what counts at one place ---- */

static struct sum *question_part(const struct measure *measure, const struct question *question,
                                 guint turn)
{
  int asked = gates_and(formula_gates(measure->formula),
                        formula_met(measure->formula, &question->item, turn),
                        -formula_own(measure->formula, question, turn));
  gboolean counts = measure->kind == MEASURE_QUESTIONS || question_is_typed(question);
  return sums_part(measure->sums, counts ? asked : LITERAL_FALSE, 1);
}

/* "One more?" is asked before each item. */
static struct sum *repeat_part(const struct measure *measure, const struct repeat *repeat,
                               guint turn)
{
  int asked = turn == 1 ? formula_met(measure->formula, &repeat->item, 0)
                        : formula_has_item(measure->formula, repeat, turn - 1);
  return sums_part(measure->sums, measure->kind == MEASURE_QUESTIONS ? asked : LITERAL_FALSE, 1);
}

static gboolean measures_actions(const struct measure *measure)
{
  return measure->kind == MEASURE_ACTIONS || measure->kind == MEASURE_SOON;
}

/* ---- the tree ---- */

static struct sum *item_sum(const struct measure *measure, const struct item *item, guint turn);

static void add(GPtrArray *parts, struct sum *sum)
{
  if (sum)
    g_ptr_array_add(parts, sum);
}

/* The tasks that are at home in ITEM. */
static void add_tasks(const struct measure *measure, const struct item *item, GPtrArray *parts)
{
  const struct catalogue *catalogue = formula_catalogue(measure->formula);
  for (guint i = 0; measures_actions(measure) && i < catalogue->task_count; i++) {
    const struct task *task = catalogue->tasks[i];
    if (measure->homes[i] == item)
      add(parts, sums_part(measure->sums,
                           measure->kind == MEASURE_SOON ? days_soon(measure->days, task)
                                                         : days_stands(measure->days, task),
                           1));
  }
}

/* Of options of which one is chosen only one counts. */
static struct sum *question_sum(const struct measure *measure, const struct item *item, guint turn)
{
  struct sum *chosen = NULL;
  g_autoptr(GPtrArray) parts = g_ptr_array_new();
  gboolean one = question_answered_by(item_question(item)) == BY_OPTION;
  if (!measures_actions(measure))
    add(parts, question_part(measure, item_question(item), turn));
  add_tasks(measure, item, parts);
  for (const struct item *child = item->first; child; child = child->next)
    if (one && child->kind == ITEM_OPTION)
      chosen = sums_greater(measure->sums, chosen, item_sum(measure, child, turn));
    else
      add(parts, item_sum(measure, child, turn));
  add(parts, chosen);
  return sums_all(measure->sums, parts);
}

static struct sum *repeat_sum(const struct measure *measure, const struct repeat *repeat)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new();
  struct turns turns = formula_turns(measure->formula, repeat);
  for (guint turn = turns.first; turn <= turns.last; turn++) {
    add(parts, repeat_part(measure, repeat, turn));
    for (const struct item *child = repeat->item.first; child; child = child->next)
      add(parts, item_sum(measure, child, turn));
  }
  return sums_all(measure->sums, parts);
}

static struct sum *item_sum(const struct measure *measure, const struct item *item, guint turn)
{
  if (item->kind == ITEM_REPEAT)
    return repeat_sum(measure, item_repeat(item));
  if (item->kind == ITEM_QUESTION)
    return question_sum(measure, item, turn);
  g_autoptr(GPtrArray) parts = g_ptr_array_new();
  add_tasks(measure, item, parts);
  for (const struct item *child = item->first; child; child = child->next)
    add(parts, item_sum(measure, child, turn));
  return sums_all(measure->sums, parts);
}

/* What both stand in; NULL: nothing. */
static const struct item *common(const struct item *a, const struct item *b)
{
  while (a && !item_is_within(b, a))
    a = a->parent;
  return a;
}

static const struct item **find_homes(const struct catalogue *catalogue,
                                      const struct item *const *strands)
{
  const struct item **homes = g_new0(const struct item *, catalogue->task_count + 1);
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct action *action = item_action(catalogue->items[i]);
    const struct item **home = action ? &homes[action->task->index] : NULL;
    if (action)
      *home = *home ? common(*home, &action->item) : &action->item;
    if (action && !*home)
      *home = strands[item_theme_around(&action->item)->order];
  }
  return homes;
}

/* All themes of the strand that begins with FIRST. */
static struct sum *strand_sum(const struct measure *measure, const struct item *first,
                              const struct item *const *strands)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new();
  for (const struct item *theme = first; theme; theme = theme->next)
    if (strands[theme->order] == first)
      add(parts, item_sum(measure, theme, 0));
  return sums_all(measure->sums, parts);
}

GPtrArray *measure_strands(enum measure_kind kind, struct formula *formula, struct days *days,
                           struct sums *sums)
{
  const struct catalogue *catalogue = formula_catalogue(formula);
  g_autofree const struct item **strands = strands_new(catalogue);
  g_autofree const struct item **homes = find_homes(catalogue, strands);
  struct measure measure = {kind, formula, days, sums, homes};
  GPtrArray *parts = g_ptr_array_new();
  for (const struct item *theme = catalogue->themes; theme; theme = theme->next)
    if (strands[theme->order] == theme)
      add(parts, strand_sum(&measure, theme, strands));
  return parts;
}

/* ---- words ---- */

/* A text under the conditions around it: those that hold, and those that do not. */
struct measure_writing {
  struct formula *formula;
  struct sums *sums;
  GPtrArray *parts;       /* of struct sum */
  guint base;             /* words under no condition */
  GPtrArray *hold, *fail; /* of const struct condition */
  int said;               /* the literal that what it stands in is said */
};

static guint label_words(const struct question *question)
{
  guint most = 1;
  for (const struct item *item = question->item.first; item; item = item->next) {
    const struct option *option = item_option(item);
    g_autofree char *plain = option && option->label ? plain_text(option->label->pieces) : NULL;
    most = MAX(most, plain ? text_words(plain) : 0);
  }
  return most;
}

/* What a person types counts as one word, a date as four. */
static guint answer_words_most(const struct piece *piece)
{
  const struct question *question = piece->name ? item_question(piece->name->item) : NULL;
  guint otherwise = piece->otherwise ? text_words(piece->otherwise) : 0;
  guint words = !question || question_is_day(question) ? 4 : label_words(question);
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

static void add_words(struct measure_writing *writing, guint words)
{
  struct formula *formula = writing->formula;
  struct gates *gates = formula_gates(formula);
  int counts = writing->said;
  if (counts == LITERAL_TRUE && !writing->hold->len && !writing->fail->len) {
    writing->base += words;
    return;
  }
  for (guint i = 0; i < writing->hold->len; i++)
    counts = gates_and(gates, counts, formula_holds(formula, writing->hold->pdata[i], 0));
  for (guint i = 0; i < writing->fail->len; i++)
    counts = gates_and(gates, counts, -formula_holds(formula, writing->fail->pdata[i], 0));
  add(writing->parts, sums_part(writing->sums, counts, words));
}

static void push(GPtrArray *conditions, const struct condition *condition)
{
  if (condition)
    g_ptr_array_add(conditions, (gpointer)condition);
}

static struct sum *first_sum(struct measure_writing *writing, const struct text *text);

/* The sentence as which PIECE may be said, if there is an answer, but for the words in its gap. */
static void add_stem(struct measure_writing *writing, const struct piece *piece)
{
  const struct text *stems = piece_stems(piece);
  if (!stems)
    return;
  struct formula *formula = writing->formula;
  struct measure_writing inside = *writing;
  inside.said = gates_and(formula_gates(formula), writing->said,
                          formula_answered(formula, item_question(piece->name->item), 0));
  add(writing->parts, first_sum(&inside, stems));
  writing->base = inside.base;
}

static void add_pieces(struct measure_writing *writing, const struct piece *pieces)
{
  guint words = 0, around = writing->hold->len;
  for (const struct piece *piece = pieces; piece; piece = piece->next) {
    words += piece_words(piece);
    add_stem(writing, piece);
    if (!piece->children)
      continue;
    push(writing->hold, piece->when);
    add_pieces(writing, piece->children);
    g_ptr_array_set_size(writing->hold, (gint)around);
  }
  add_words(writing, words);
}

/* One text under its own condition, alone. An optional paragraph is as long as the person makes it,
 * and counts for nothing. */
static struct sum *text_sum(struct measure_writing *writing, const struct text *text)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new();
  struct measure_writing alone = *writing;
  guint around = writing->hold->len;
  alone.parts = parts;
  push(writing->hold, text->when);
  if (!text_is_optional(text))
    add_pieces(&alone, text->pieces);
  g_ptr_array_set_size(writing->hold, (int)around);
  writing->base = alone.base;
  return sums_all(writing->sums, parts);
}

/* Of alternatives the first that holds: only one counts. */
static struct sum *first_sum(struct measure_writing *writing, const struct text *text)
{
  struct sum *greatest = NULL;
  guint failed = writing->fail->len;
  for (; text; text = text->next) {
    greatest = sums_greater(writing->sums, greatest, text_sum(writing, text));
    if (!text->when)
      break;
    push(writing->fail, text->when);
  }
  g_ptr_array_set_size(writing->fail, (int)failed);
  return greatest;
}

/* Each text that holds; of a group, where it does, the first of its members, of a passage all of
 * its paragraphs. */
static void add_texts(struct measure_writing *writing, const struct text *text)
{
  guint around = writing->hold->len;
  for (; text; text = text->next) {
    if (!text->members && !text->passage) {
      add(writing->parts, text_sum(writing, text));
      continue;
    }
    push(writing->hold, text->when);
    if (text->passage)
      add_texts(writing, text->passage->paragraphs);
    else
      add(writing->parts, first_sum(writing, text->members));
    g_ptr_array_set_size(writing->hold, (int)around);
  }
}

struct sum *measure_draft(const struct draft *draft, struct formula *formula, struct sums *sums,
                          guint *base)
{
  g_autoptr(GPtrArray) hold = g_ptr_array_new(), fail = g_ptr_array_new();
  g_autoptr(GPtrArray) parts = g_ptr_array_new();
  struct measure_writing writing = {formula, sums, parts, 0, hold, fail, LITERAL_TRUE};
  add(parts, first_sum(&writing, draft->subjects));
  add_texts(&writing, draft->paragraphs);
  *base = writing.base;
  return sums_all(sums, parts);
}
