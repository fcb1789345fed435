/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers as a table by step, and ticks as an array by task. */
#include "walk/answers.h"

struct answers {
  const struct catalogue *catalogue;
  GHashTable *told; /* a set of struct answer, whose first member is the key */
  int *ticks;       /* by index of the task */
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

static guint hash_step(gconstpointer key)
{
  const struct step *step = key;
  return g_direct_hash(step->item) + step->turn;
}

static gboolean same_step(gconstpointer a, gconstpointer b)
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

static gboolean may_offer(const struct question *question, const char *value)
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
    if (!may_offer(question, *values))
      g_strv_builder_add(builder, *values);
  return g_strv_builder_end(builder);
}

static gboolean is_list(struct step step)
{
  const struct question *question = item_question(step.item);
  return question && question->kind == KIND_CHOICES;
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

struct answers *answers_new(const struct catalogue *catalogue)
{
  struct answers *answers = g_new0(struct answers, 1);
  answers->catalogue = catalogue;
  answers->told = g_hash_table_new_full(hash_step, same_step, free_answer, NULL);
  answers->ticks = g_new0(int, catalogue->task_count);
  return answers;
}

void answers_free(struct answers *answers)
{
  g_hash_table_unref(answers->told);
  g_free(answers->ticks);
  g_free(answers);
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
  for (guint i = 0; i < answers->catalogue->task_count; i++)
    copy->ticks[i] = answers->ticks[i];
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

const struct answer *answers_restore(struct answers *answers, struct step step,
                                     const char *const *values, int given, int seen)
{
  g_assert(step.item && (!values || *values));
  char **copy = copy_values(step, values);
  struct answer *answer = make_answer(answers, step);
  g_strfreev(answer->values);
  answer->values = copy;
  answer->skipped = !copy;
  answer->given = given;
  answer->seen = seen;
  return answer;
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
  return answers->ticks[task->index];
}

void answers_set_tick(struct answers *answers, const struct task *task, int day)
{
  answers->ticks[task->index] = day;
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

gboolean answers_equal(const struct answers *a, const struct answers *b)
{
  if (a->catalogue != b->catalogue || a->begun != b->begun ||
      g_hash_table_size(a->told) != g_hash_table_size(b->told))
    return FALSE;
  for (guint i = 0; i < a->catalogue->task_count; i++)
    if (a->ticks[i] != b->ticks[i])
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
