/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was told in a debrief, to disk and back. */
#include "journal/store.h"

/* ---- to disk ---- */

static gboolean insert_value(struct journal *journal, gint64 id, const struct answer *answer,
                             gint64 position, GError **error)
{
  const char *value = answer->skipped ? NULL : answer->values[position];
  return store_run(journal, STATEMENT_INSERT_ANSWER, error, "itiitdd", id, answer->step.item->id,
                   (gint64)answer->step.turn, position, value, answer->given, answer->seen);
}

static gboolean insert_answer(struct journal *journal, gint64 id, const struct answer *answer,
                              GError **error)
{
  gint64 rows = answer->skipped ? 1 : g_strv_length(answer->values);
  for (gint64 position = 0; position < rows; position++)
    if (!insert_value(journal, id, answer, position, error))
      return FALSE;
  return TRUE;
}

static gboolean touch(struct journal *journal, gint64 id, int today, GError **error)
{
  return store_run(journal, STATEMENT_TOUCH, error, "id", id, today);
}

gboolean journal_record(struct journal *journal, gint64 id, const struct answer *answer, int today,
                        GError **error)
{
  if (!store_begin(journal, error))
    return FALSE;
  gboolean fine = store_run(journal, STATEMENT_DELETE_ANSWER, error, "iti", id,
                            answer->step.item->id, (gint64)answer->step.turn) &&
                  insert_answer(journal, id, answer, error) && touch(journal, id, today, error);
  return store_end(journal, fine, error);
}

static gboolean set_tick(struct journal *journal, gint64 id, const char *task, int day,
                         GError **error)
{
  if (day == 0)
    return store_run(journal, STATEMENT_DELETE_TICK, error, "it", id, task);
  return store_run(journal, STATEMENT_SET_TICK, error, "itd", id, task, day);
}

gboolean journal_record_tick(struct journal *journal, gint64 id, const char *task, int day,
                             int today, GError **error)
{
  if (!store_begin(journal, error))
    return FALSE;
  gboolean fine = set_tick(journal, id, task, day, error) && touch(journal, id, today, error);
  return store_end(journal, fine, error);
}

static gboolean insert_all(struct journal *journal, gint64 id, const struct answers *answers,
                           const struct catalogue *catalogue, GError **error)
{
  g_autoptr(GPtrArray) list = answers_list(answers);
  for (guint i = 0; i < list->len; i++)
    if (!insert_answer(journal, id, g_ptr_array_index(list, i), error))
      return FALSE;
  for (guint i = 0; i < catalogue->task_count; i++) {
    const struct task *task = catalogue->tasks[i];
    int day = answers_tick(answers, task);
    if (day && !set_tick(journal, id, task->name->id, day, error))
      return FALSE;
  }
  return TRUE;
}

gboolean journal_record_all(struct journal *journal, gint64 id, const struct catalogue *catalogue,
                            const struct answers *answers, int today, GError **error)
{
  if (!store_begin(journal, error))
    return FALSE;
  gboolean fine =
      store_run(journal, STATEMENT_DELETE_ANSWERS, error, "i", id) &&
      store_run(journal, STATEMENT_DELETE_TICKS, error, "i", id) &&
      store_run(journal, STATEMENT_SET_BEGUN, error, "id", id, answers_begun(answers)) &&
      insert_all(journal, id, answers, catalogue, error) && touch(journal, id, today, error);
  return store_end(journal, fine, error);
}

/* ---- and back ---- */

/* The rows of one answer, as they come. */
struct stored {
  char *step;
  guint turn;
  int given, seen;
  GPtrArray *values; /* of char *; empty: a skip */
};

/* The place in CATALOGUE at which STORED was told, or none if the pack no longer has it. */
static struct step place_of(const struct catalogue *catalogue, const struct stored *stored)
{
  const struct name *name = catalogue_find(catalogue, stored->step);
  struct step step = {.turn = stored->turn};
  if (!name || (name->kind != NAME_QUESTION && name->kind != NAME_REPEAT))
    return step;
  const struct question *question = item_question(name->item);
  gboolean repeated = name->kind == NAME_REPEAT || question->repeat;
  if (repeated == (stored->turn > 0))
    step.item = name->item;
  return step;
}

/* Hands what has been gathered to ANSWERS and makes STORED empty. True if the pack knows it. */
static gboolean restore(struct answers *answers, const struct catalogue *catalogue,
                        struct stored *stored)
{
  struct step step = place_of(catalogue, stored);
  gboolean skipped = stored->values->len == 0;
  g_ptr_array_add(stored->values, NULL);
  if (step.item)
    answers_restore(answers, step, skipped ? NULL : (const char *const *)stored->values->pdata,
                    stored->given, stored->seen);
  g_ptr_array_set_size(stored->values, 0);
  g_clear_pointer(&stored->step, g_free);
  return step.item != NULL;
}

static gboolean read_answers(struct journal *journal, gint64 id, const struct catalogue *catalogue,
                             struct answers *answers, guint *unknown, GError **error)
{
  GError *failure = NULL;
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(g_free);
  struct stored stored = {.values = values};
  sqlite3_stmt *row = store_bind(journal, STATEMENT_READ_ANSWERS, error, "i", id);
  if (!row)
    return FALSE;
  while (store_row(journal, row, &failure)) {
    const char *step = (const char *)sqlite3_column_text(row, 0);
    guint turn = (guint)sqlite3_column_int64(row, 1);
    if (stored.step && (turn != stored.turn || !g_str_equal(step, stored.step)))
      *unknown += !restore(answers, catalogue, &stored);
    if (!stored.step)
      stored.step = g_strdup(step);
    stored.turn = turn;
    stored.given = store_day(row, 3);
    stored.seen = store_day(row, 4);
    if (sqlite3_column_type(row, 2) != SQLITE_NULL)
      g_ptr_array_add(values, g_strdup((const char *)sqlite3_column_text(row, 2)));
  }
  if (stored.step)
    *unknown += !restore(answers, catalogue, &stored);
  return store_hand_on(failure, error);
}

static gboolean read_ticks(struct journal *journal, gint64 id, const struct catalogue *catalogue,
                           struct answers *answers, guint *unknown, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = store_bind(journal, STATEMENT_READ_TICKS, error, "i", id);
  if (!row)
    return FALSE;
  while (store_row(journal, row, &failure)) {
    const struct name *name = catalogue_find(catalogue, (const char *)sqlite3_column_text(row, 0));
    if (name && name->kind == NAME_TASK)
      answers_set_tick(answers, name->task, store_day(row, 1), NULL);
    else
      (*unknown)++;
  }
  return store_hand_on(failure, error);
}

/* The day on which the debrief began; 0 with ERROR if there is none such. */
static int read_begun(struct journal *journal, gint64 id, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = store_bind(journal, STATEMENT_FIND_DEBRIEF, error, "i", id);
  if (!row)
    return 0;
  int begun = 0;
  while (store_row(journal, row, &failure))
    begun = store_day(row, 0);
  if (store_hand_on(failure, error) && !begun) {
    g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, id);
    g_autofree char *message =
        tr_fill(tr(journal->translator, N_("there is no debrief {1}")), number, NULL);
    g_set_error_literal(error, JOURNAL_ERROR, JOURNAL_ERROR_UNKNOWN, message);
  }
  return begun;
}

struct answers *journal_load(struct journal *journal, gint64 id, const struct catalogue *catalogue,
                             guint *unknown, GError **error)
{
  guint lost = 0;
  OWNED(answers) answers = answers_new(catalogue);
  int begun = read_begun(journal, id, error);
  if (!begun)
    return NULL;
  answers_set_begun(answers, begun);
  if (!read_answers(journal, id, catalogue, answers, &lost, error) ||
      !read_ticks(journal, id, catalogue, answers, &lost, error))
    return NULL;
  if (unknown)
    *unknown = lost;
  return g_steal_pointer(&answers);
}
