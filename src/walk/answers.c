/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers as a table by step, ticks as an array by task, words as tables by id. */
#include "walk/answers.h"

#include "base/text.h"

/* What became of a task. */
struct doing {
  int ticked, moved; /* days, or 0 */
  char *action;      /* the id of the one that was ticked, or NULL */
};

struct answers {
  const struct catalogue *catalogue;
  GHashTable *told;     /* a set of struct answer, whose first member is the key */
  struct doing *doings; /* by index of the task */
  guint tasks;          /* how many; the catalogue may be gone when the answers go */
  GHashTable *fills;    /* ids of blanks to words */
  GHashTable *drafts;   /* ids of drafts to words */
  GPtrArray *strays;    /* of struct stray */
  char *identity;
  int begun;
};

/* ---- steps ---- */

int step_compare(struct step a, struct step b)
{
  if (a.turn != b.turn && a.turn && b.turn &&
      item_repeat_around(a.item) == item_repeat_around(b.item))
    return a.turn < b.turn ? -1 : 1;
  if (a.item != b.item)
    return a.item->order < b.item->order ? -1 : 1;
  return 0;
}

gboolean step_equal(struct step a, struct step b)
{
  return a.item == b.item && a.turn == b.turn;
}

guint step_hash(gconstpointer key)
{
  const struct step *step = key;
  return g_direct_hash(step->item) + step->turn;
}

gboolean step_same(gconstpointer a, gconstpointer b)
{
  return step_equal(*(const struct step *)a, *(const struct step *)b);
}

static void free_answer(gpointer data)
{
  struct answer *answer = data;
  g_strfreev(answer->values);
  g_free(answer);
}

/* ---- values ---- */

const struct item *question_first_option(const struct question *question)
{
  const struct item *first = question_source(question)->item.first;
  return first && first->kind == ITEM_OPTION ? first : NULL;
}

gboolean question_may_offer(const struct question *question, const char *value)
{
  const struct item *option = question_first_option(question);
  for (; option && option->kind == ITEM_OPTION; option = option->next)
    if (g_str_equal(option->id, value))
      return TRUE;
  return FALSE;
}

/* Several chosen values stand in the order of the options, so that the order in which they were
 * typed makes no difference; what is no option (any more) comes last. */
static char **arrange(const struct question *question, const char *const *values)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
  const struct item *option = question_first_option(question);
  for (; option && option->kind == ITEM_OPTION; option = option->next)
    if (g_strv_contains(values, option->id))
      g_strv_builder_add(builder, option->id);
  for (; *values; values++)
    if (!question_may_offer(question, *values))
      g_strv_builder_add(builder, *values);
  return g_strv_builder_end(builder);
}

static gboolean is_list(struct step step)
{
  const struct question *question = item_question(step.item);
  return question && question_takes_several(question);
}

static char **copy_values(struct step step, const char *const *values)
{
  if (values && is_list(step))
    return arrange(item_question(step.item), values);
  return g_strdupv((char **)values);
}

static gboolean same_values(const char *const *a, const char *const *b)
{
  return a && b ? g_strv_equal(a, b) : a == b;
}

static const char *const *values_of(const struct answer *answer)
{
  return (const char *const *)answer->values;
}

/* ---- the table ---- */

static void free_stray(gpointer data)
{
  struct stray *stray = data;
  g_free(stray->of);
  g_strfreev(stray->values);
  g_free(stray);
}

struct answers *answers_new(const struct catalogue *catalogue)
{
  struct answers *answers = g_new0(struct answers, 1);
  answers->catalogue = catalogue;
  answers->told = g_hash_table_new_full(step_hash, step_same, free_answer, NULL);
  answers->tasks = catalogue->task_count;
  answers->doings = g_new0(struct doing, answers->tasks);
  answers->fills = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  answers->drafts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  answers->strays = g_ptr_array_new_with_free_func(free_stray);
  return answers;
}

void answers_free(struct answers *answers)
{
  for (guint i = 0; i < answers->tasks; i++)
    g_free(answers->doings[i].action);
  g_free(answers->doings);
  g_hash_table_unref(answers->told);
  g_hash_table_unref(answers->fills);
  g_hash_table_unref(answers->drafts);
  g_ptr_array_unref(answers->strays);
  g_free(answers->identity);
  g_free(answers);
}

static void copy_words(GHashTable *to, GHashTable *from)
{
  GHashTableIter iter;
  gpointer id, words;
  g_hash_table_iter_init(&iter, from);
  while (g_hash_table_iter_next(&iter, &id, &words))
    g_hash_table_insert(to, g_strdup(id), g_strdup(words));
}

struct answers *answers_copy(const struct answers *answers)
{
  struct answers *copy = answers_new(answers->catalogue);
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init(&iter, answers->told);
  while (g_hash_table_iter_next(&iter, &key, NULL)) {
    const struct answer *answer = key;
    answers_restore(copy, answer->step, values_of(answer), answer->given, answer->seen);
  }
  for (guint i = 0; i < answers->tasks; i++)
    copy->doings[i] = (struct doing){answers->doings[i].ticked, answers->doings[i].moved,
                                     g_strdup(answers->doings[i].action)};
  copy_words(copy->fills, answers->fills);
  copy_words(copy->drafts, answers->drafts);
  for (guint i = 0; i < answers->strays->len; i++)
    answers_add_stray(copy, answers->strays->pdata[i]);
  copy->identity = g_strdup(answers->identity);
  copy->begun = answers->begun;
  return copy;
}

const struct answer *answers_get(const struct answers *answers, struct step step)
{
  return g_hash_table_lookup(answers->told, &step);
}

/* An answer keeps its address as long as it is not removed, so that a pass may hold it. */
static struct answer *make_answer(struct answers *answers, struct step step)
{
  struct answer *answer = g_hash_table_lookup(answers->told, &step);
  if (!answer) {
    answer = g_new0(struct answer, 1);
    answer->step = step;
    g_hash_table_add(answers->told, answer);
  }
  return answer;
}

/* VALUES are taken over, and stand as they are to. */
static const struct answer *put(struct answers *answers, struct step step, char **values, int given,
                                int seen)
{
  g_assert(step.item && (!values || *values));
  struct answer *answer = make_answer(answers, step);
  g_strfreev(answer->values);
  answer->values = values;
  answer->skipped = !values;
  answer->given = given;
  answer->seen = seen;
  return answer;
}

const struct answer *answers_restore(struct answers *answers, struct step step,
                                     const char *const *values, int given, int seen)
{
  return put(answers, step, copy_values(step, values), given, seen);
}

const struct answer *answers_take(struct answers *answers, struct step step, char **values,
                                  int given, int seen)
{
  if (!values || !is_list(step))
    return put(answers, step, values, given, seen);
  g_auto(GStrv) taken = values;
  return answers_restore(answers, step, (const char *const *)taken, given, seen);
}

const struct answer *answers_set(struct answers *answers, struct step step,
                                 const char *const *values, int day)
{
  int given = answers_says(answers, step, values) ? answers_get(answers, step)->given : day;
  return answers_restore(answers, step, values, given, day);
}

gboolean answers_says(const struct answers *answers, struct step step, const char *const *values)
{
  const struct answer *answer = answers_get(answers, step);
  if (!answer || !is_list(step))
    return answer && same_values(values_of(answer), values);
  g_auto(GStrv) arranged = copy_values(step, values);
  return same_values(values_of(answer), (const char *const *)arranged);
}

void answers_remove(struct answers *answers, struct step step)
{
  g_hash_table_remove(answers->told, &step);
}

static gint compare_answers(gconstpointer a, gconstpointer b)
{
  return step_compare((*(const struct answer *const *)a)->step,
                      (*(const struct answer *const *)b)->step);
}

GPtrArray *answers_list(const struct answers *answers)
{
  GPtrArray *list = g_ptr_array_sized_new(g_hash_table_size(answers->told));
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init(&iter, answers->told);
  while (g_hash_table_iter_next(&iter, &key, NULL))
    g_ptr_array_add(list, key);
  g_ptr_array_sort(list, compare_answers);
  return list;
}

/* ---- ticks and days ---- */

int answers_tick(const struct answers *answers, const struct task *task)
{
  return answers->doings[task->index].ticked;
}

gboolean answers_ticked_since(const struct answers *answers, int day)
{
  for (guint i = 0; i < answers->tasks; i++)
    if (answers->doings[i].ticked > day)
      return TRUE;
  return FALSE;
}

const char *answers_ticked_action(const struct answers *answers, const struct task *task)
{
  return answers->doings[task->index].action;
}

void answers_set_tick(struct answers *answers, const struct task *task, int day, const char *action)
{
  struct doing *doing = &answers->doings[task->index];
  char *done = day ? g_strdup(action) : NULL;
  g_free(doing->action);
  doing->ticked = day;
  doing->action = done;
  if (day)
    doing->moved = 0;
}

gboolean answers_has_done(const struct answers *answers, const struct action *action)
{
  const struct doing *doing = &answers->doings[action->task->index];
  if (!doing->ticked)
    return FALSE;
  return doing->action ? g_str_equal(doing->action, action->item.id) : !action->slot;
}

int answers_moved(const struct answers *answers, const struct task *task)
{
  return answers->doings[task->index].moved;
}

void answers_set_moved(struct answers *answers, const struct task *task, int day)
{
  answers->doings[task->index].moved = day;
}

const struct catalogue *answers_catalogue(const struct answers *answers)
{
  return answers->catalogue;
}

int answers_begun(const struct answers *answers)
{
  return answers->begun;
}

void answers_set_begun(struct answers *answers, int day)
{
  answers->begun = day;
}

int answers_seen_before(const struct answers *answers, int day)
{
  int latest = 0;
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init(&iter, answers->told);
  while (g_hash_table_iter_next(&iter, &key, NULL)) {
    const struct answer *answer = key;
    if (answer->seen < day)
      latest = MAX(latest, answer->seen);
  }
  return latest;
}

/* ---- words ---- */

static void set_words(GHashTable *table, const char *id, const char *words)
{
  if (words && *words)
    g_hash_table_insert(table, g_strdup(id), g_strdup(words));
  else
    g_hash_table_remove(table, id);
}

static GPtrArray *ids_of(GHashTable *table)
{
  GPtrArray *ids = g_ptr_array_new();
  GHashTableIter iter;
  gpointer id;
  g_hash_table_iter_init(&iter, table);
  while (g_hash_table_iter_next(&iter, &id, NULL))
    g_ptr_array_add(ids, id);
  g_ptr_array_sort(ids, text_compare);
  return ids;
}

const char *answers_fill(const struct answers *answers, const char *id)
{
  return g_hash_table_lookup(answers->fills, id);
}

void answers_set_fill(struct answers *answers, const char *id, const char *words)
{
  set_words(answers->fills, id, words);
}

GPtrArray *answers_fills(const struct answers *answers)
{
  return ids_of(answers->fills);
}

const char *answers_own_draft(const struct answers *answers, const char *id)
{
  return g_hash_table_lookup(answers->drafts, id);
}

void answers_set_own_draft(struct answers *answers, const char *id, const char *words)
{
  set_words(answers->drafts, id, words);
}

GPtrArray *answers_own_drafts(const struct answers *answers)
{
  return ids_of(answers->drafts);
}

/* ---- what has no place ---- */

void answers_add_stray(struct answers *answers, const struct stray *stray)
{
  struct stray *copy = g_new(struct stray, 1);
  *copy = *stray;
  copy->of = g_strdup(stray->of);
  copy->values = g_strdupv(stray->values);
  g_ptr_array_add(answers->strays, copy);
}

/* True if a stray of OF says VALUES; else *TURN is moved behind those that there are. */
static gboolean is_aside(const struct answers *answers, const char *of, const char *const *values,
                         guint *turn)
{
  for (guint i = 0; i < answers->strays->len; i++) {
    const struct stray *stray = answers->strays->pdata[i];
    gboolean told = stray->kind == ENTRY_ANSWER || stray->kind == ENTRY_SKIP;
    if (!told || !g_str_equal(stray->of, of))
      continue;
    if (same_values((const char *const *)stray->values, values))
      return TRUE;
    *turn = MAX(*turn, stray->turn + 1);
  }
  return FALSE;
}

void answers_set_aside(struct answers *answers, const struct answer *answer,
                       const char *const *values)
{
  const struct item *item = answer->step.item;
  const struct question *question = item_question(item);
  const struct repeat *repeat = question ? question->repeat : item_repeat(item);
  guint turn = repeat ? repeat->max + 1 : 1;
  if (is_aside(answers, item->id, values, &turn))
    return;
  struct stray stray = {ENTRY_ANSWER,    (char *)item->id, turn,
                        (char **)values, answer->given,    answer->seen};
  answers_add_stray(answers, &stray);
}

const GPtrArray *answers_strays(const struct answers *answers)
{
  return answers->strays;
}

const char *answers_identity(const struct answers *answers)
{
  return answers->identity;
}

void answers_set_identity(struct answers *answers, const char *identity)
{
  g_free(answers->identity);
  answers->identity = g_strdup(identity);
}

/* ---- comparing ---- */

static gboolean same_stray(gconstpointer a, gconstpointer b)
{
  const struct stray *one = a, *other = b;
  return one->kind == other->kind && g_str_equal(one->of, other->of) && one->turn == other->turn &&
         one->day == other->day && one->seen == other->seen &&
         same_values((const char *const *)one->values, (const char *const *)other->values);
}

/* In whatever order. */
static gboolean same_strays(const GPtrArray *a, GPtrArray *b)
{
  for (guint i = 0; i < a->len; i++)
    if (!g_ptr_array_find_with_equal_func(b, a->pdata[i], same_stray, NULL))
      return FALSE;
  return a->len == b->len;
}

static gboolean same_words(GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer id, words;
  if (g_hash_table_size(a) != g_hash_table_size(b))
    return FALSE;
  g_hash_table_iter_init(&iter, a);
  while (g_hash_table_iter_next(&iter, &id, &words))
    if (g_strcmp0(words, g_hash_table_lookup(b, id)) != 0)
      return FALSE;
  return TRUE;
}

static gboolean same_doing(const struct doing *a, const struct doing *b)
{
  return a->ticked == b->ticked && a->moved == b->moved && g_strcmp0(a->action, b->action) == 0;
}

gboolean answers_equal(const struct answers *a, const struct answers *b)
{
  if (a->catalogue != b->catalogue || a->begun != b->begun ||
      g_hash_table_size(a->told) != g_hash_table_size(b->told))
    return FALSE;
  for (guint i = 0; i < a->tasks; i++)
    if (!same_doing(&a->doings[i], &b->doings[i]))
      return FALSE;
  if (!same_words(a->fills, b->fills) || !same_words(a->drafts, b->drafts) ||
      !same_strays(a->strays, b->strays))
    return FALSE;

  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init(&iter, a->told);
  while (g_hash_table_iter_next(&iter, &key, NULL)) {
    const struct answer *one = key;
    const struct answer *other = g_hash_table_lookup(b->told, key);
    if (!other || one->given != other->given || one->seen != other->seen ||
        !same_values(values_of(one), values_of(other)))
      return FALSE;
  }
  return TRUE;
}
