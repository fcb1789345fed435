/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was told in a debrief, to disk. */
#include "journal/store.h"

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

/* What follows each change of debrief ID. */
static gboolean touch(struct journal *journal, gint64 id, int today, GError **error)
{
  return store_run(journal, STATEMENT_TOUCH, error, "id", id, today);
}

static gboolean set_tick(struct journal *journal, gint64 id, const char *task, const char *action,
                         int day, GError **error)
{
  if (day == 0)
    return store_run(journal, STATEMENT_DELETE_TICK, error, "it", id, task);
  return store_run(journal, STATEMENT_SET_TICK, error, "itdt", id, task, day, action);
}

gboolean journal_record_tick(struct journal *journal, gint64 id, const char *task,
                             const char *action, int day, int today, GError **error)
{
  if (!store_begin(journal, error))
    return FALSE;
  gboolean fine =
      set_tick(journal, id, task, action, day, error) && touch(journal, id, today, error);
  return store_end(journal, fine, error);
}

static gboolean set_move(struct journal *journal, gint64 id, const char *task, int day,
                         GError **error)
{
  if (day == 0)
    return store_run(journal, STATEMENT_DELETE_MOVE, error, "it", id, task);
  return store_run(journal, STATEMENT_SET_MOVE, error, "itd", id, task, day);
}

gboolean journal_record_move(struct journal *journal, gint64 id, const char *task, int day,
                             int today, GError **error)
{
  if (!store_begin(journal, error))
    return FALSE;
  gboolean fine = set_move(journal, id, task, day, error) && touch(journal, id, today, error);
  return store_end(journal, fine, error);
}

/* The statements of a table of words by id. */
struct words_table {
  enum statement set, delete;
};

static const struct words_table fills = {STATEMENT_SET_FILL, STATEMENT_DELETE_FILL};
static const struct words_table drafts = {STATEMENT_SET_DRAFT, STATEMENT_DELETE_DRAFT};

static gboolean record_words(struct journal *journal, gint64 id, const struct words_table *table,
                             const char *of, const char *words, int today, GError **error)
{
  if (!store_begin(journal, error))
    return FALSE;
  gboolean fine = words && *words ? store_run(journal, table->set, error, "itt", id, of, words)
                                  : store_run(journal, table->delete, error, "it", id, of);
  return store_end(journal, fine && touch(journal, id, today, error), error);
}

gboolean journal_record_fill(struct journal *journal, gint64 id, const char *blank,
                             const char *words, int today, GError **error)
{
  return record_words(journal, id, &fills, blank, words, today, error);
}

gboolean journal_record_draft(struct journal *journal, gint64 id, const char *draft,
                              const char *words, int today, GError **error)
{
  return record_words(journal, id, &drafts, draft, words, today, error);
}

static gboolean insert_words(struct journal *journal, gint64 id, const struct answers *answers,
                             GError **error)
{
  g_autoptr(GPtrArray) blanks = answers_fills(answers);
  g_autoptr(GPtrArray) own = answers_own_drafts(answers);
  gboolean fine = TRUE;
  for (guint i = 0; i < blanks->len && fine; i++)
    fine = store_run(journal, fills.set, error, "itt", id, blanks->pdata[i],
                     answers_fill(answers, blanks->pdata[i]));
  for (guint i = 0; i < own->len && fine; i++)
    fine = store_run(journal, drafts.set, error, "itt", id, own->pdata[i],
                     answers_own_draft(answers, own->pdata[i]));
  return fine;
}

static gboolean insert_task(struct journal *journal, gint64 id, const struct answers *answers,
                            const struct task *task, GError **error)
{
  int day = answers_tick(answers, task), moved = answers_moved(answers, task);
  const char *action = answers_ticked_action(answers, task);
  return (!day || set_tick(journal, id, task->name->id, action, day, error)) &&
         (!moved || set_move(journal, id, task->name->id, moved, error));
}

static gboolean insert_stray(struct journal *journal, gint64 id, const struct stray *stray,
                             GError **error)
{
  if (stray->kind == ENTRY_DONE)
    return set_tick(journal, id, stray->of, stray->values ? stray->values[0] : NULL, stray->day,
                    error);
  if (stray->kind == ENTRY_MOVED)
    return set_move(journal, id, stray->of, stray->day, error);
  gint64 rows = stray->values ? g_strv_length(stray->values) : 1;
  for (gint64 position = 0; position < rows; position++)
    if (!store_run(journal, STATEMENT_INSERT_ANSWER, error, "itiitdd", id, stray->of,
                   (gint64)stray->turn, position, stray->values ? stray->values[position] : NULL,
                   stray->day, stray->seen))
      return FALSE;
  return TRUE;
}

static gboolean delete_answer(struct journal *journal, gint64 id, const char *step, guint turn,
                              GError **error)
{
  return store_run(journal, STATEMENT_DELETE_ANSWER, error, "iti", id, step, (gint64)turn);
}

static gboolean replace_answer(struct journal *journal, gint64 id, const struct answers *answers,
                               struct step step, GError **error)
{
  return delete_answer(journal, id, step.item->id, step.turn, error) &&
         insert_answer(journal, id, answers_get(answers, step), error);
}

static gboolean replace_aside(struct journal *journal, gint64 id, const struct answers *answers,
                              struct step step, GError **error)
{
  const GPtrArray *strays = answers_strays(answers);
  for (guint i = 0; i < strays->len; i++) {
    const struct stray *stray = strays->pdata[i];
    if (stray->kind == ENTRY_ANSWER && g_str_equal(stray->of, step.item->id) &&
        !(delete_answer(journal, id, stray->of, stray->turn, error) &&
          insert_stray(journal, id, stray, error)))
      return FALSE;
  }
  return TRUE;
}

gboolean journal_record(struct journal *journal, gint64 id, const struct answers *answers,
                        struct step step, int today, GError **error)
{
  if (!store_begin(journal, error))
    return FALSE;
  gboolean fine = replace_answer(journal, id, answers, step, error) &&
                  replace_aside(journal, id, answers, step, error) &&
                  touch(journal, id, today, error);
  return store_end(journal, fine, error);
}

static gboolean insert_all(struct journal *journal, gint64 id, const struct answers *answers,
                           const struct catalogue *catalogue, GError **error)
{
  g_autoptr(GPtrArray) list = answers_list(answers);
  for (guint i = 0; i < list->len; i++)
    if (!insert_answer(journal, id, g_ptr_array_index(list, i), error))
      return FALSE;
  const GPtrArray *strays = answers_strays(answers);
  for (guint i = 0; i < strays->len; i++)
    if (!insert_stray(journal, id, strays->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < catalogue->task_count; i++)
    if (!insert_task(journal, id, answers, catalogue->tasks[i], error))
      return FALSE;
  return insert_words(journal, id, answers, error);
}

static const enum statement clearing[] = {STATEMENT_DELETE_ANSWERS, STATEMENT_DELETE_TICKS,
                                          STATEMENT_DELETE_MOVES, STATEMENT_DELETE_FILLS,
                                          STATEMENT_DELETE_DRAFTS};

static gboolean clear(struct journal *journal, gint64 id, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS(clearing); i++)
    if (!store_run(journal, clearing[i], error, "i", id))
      return FALSE;
  return TRUE;
}

static gboolean replace_all(struct journal *journal, gint64 id, const struct catalogue *catalogue,
                            const struct answers *answers, int today, GError **error)
{
  return clear(journal, id, error) &&
         store_run(journal, STATEMENT_SET_BEGUN, error, "idt", id, answers_begun(answers),
                   catalogue->id) &&
         insert_all(journal, id, answers, catalogue, error) && touch(journal, id, today, error) &&
         store_run(journal, STATEMENT_SEAL_DEBRIEF, error, "i", id);
}

gboolean journal_record_all(struct journal *journal, gint64 id, const struct catalogue *catalogue,
                            const struct answers *answers, int today, GError **error)
{
  if (!store_begin(journal, error))
    return FALSE;
  gboolean fine = replace_all(journal, id, catalogue, answers, today, error);
  return store_end(journal, fine, error);
}

gint64 journal_add(struct journal *journal, const struct catalogue *catalogue,
                   const struct answers *answers, int today, GError **error)
{
  if (!store_make(journal, error) || !store_begin(journal, error))
    return 0;
  gint64 id = store_insert_debrief(journal, catalogue->id, answers_begun(answers),
                                   answers_identity(answers), error);
  gboolean fine = id && replace_all(journal, id, catalogue, answers, today, error);
  return store_end(journal, fine, error) ? id : 0;
}
