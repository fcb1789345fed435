/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was told in a debrief, from disk. */
#include <string.h>

#include "journal/store.h"
#include "reader/forms.h"

/* The first column of every statement read here says whether the row is as it was written. */
enum { COLUMN_SOUND, COLUMN_ID, COLUMN_REST };

struct loading {
  struct journal *journal;
  gint64 id;
  const struct catalogue *catalogue;
  struct answers *answers;
  gint64 rows;        /* read */
  guint unknown;      /* not to be placed in the catalogue */
  GPtrArray *damaged; /* of char *: ids of what is not as it was written */
};

/* ---- damage ---- */

static void add_damaged(struct loading *loading, const char *id)
{
  if (!g_ptr_array_find_with_equal_func(loading->damaged, id, g_str_equal, NULL))
    g_ptr_array_add(loading->damaged, g_strdup(id));
}

/* Counts the present row of ID in, and notes it if it is not sound. */
static void take_row(struct loading *loading, sqlite3_stmt *row, const char *id)
{
  loading->rows++;
  if (!sqlite3_column_int(row, COLUMN_SOUND))
    add_damaged(loading, id);
}

static void note_rows(struct loading *loading)
{
  if (loading->damaged->len == 0)
    return;
  g_autofree char *list =
      tr_join(loading->journal->translator, (const char *const *)loading->damaged->pdata);
  store_note_damage(loading->journal,
                    N_("debrief {1} is damaged; please look at what stands at {2}"), loading->id,
                    list);
}

static void note_missing(struct loading *loading, gint64 parts)
{
  g_autofree char *count = g_strdup_printf("%" G_GINT64_FORMAT, parts - loading->rows);
  if (parts > loading->rows)
    store_note_damage(loading->journal, N_("debrief {1} is damaged; entries that are missing: {2}"),
                      loading->id, count);
}

/* ---- answers ---- */

/* The rows of one answer, as they come. */
struct stored {
  char *step; /* NULL: no row yet */
  gint64 turn;
  int given, seen;
  GPtrArray *values; /* of char *; empty: a skip */
};

/* The place in CATALOGUE at which STORED was told, or none if the pack does not have it. */
static struct step place_of(const struct catalogue *catalogue, const struct stored *stored)
{
  const struct name *name = catalogue_find(catalogue, stored->step);
  struct step step = {.turn = (guint)stored->turn};
  if (!name || (name->kind != NAME_QUESTION && name->kind != NAME_REPEAT))
    return step;
  const struct question *question = item_question(name->item);
  const struct repeat *repeat = question ? question->repeat : item_repeat(name->item);
  gint64 most = repeat ? repeat->max : 0;
  if (stored->turn >= (repeat ? 1 : 0) && stored->turn <= most)
    step.item = name->item;
  return step;
}

static void add_stray(struct loading *loading, const struct stray *stray)
{
  loading->unknown++;
  answers_add_stray(loading->answers, stray);
}

/* Hands what has been gathered to the answers and makes STORED empty. */
static void restore(struct loading *loading, struct stored *stored)
{
  struct step step = place_of(loading->catalogue, stored);
  gboolean skipped = stored->values->len == 0;
  char **values = skipped ? NULL : (char **)stored->values->pdata;
  struct stray stray = {skipped ? ENTRY_SKIP : ENTRY_ANSWER,
                        stored->step,
                        (guint)CLAMP(stored->turn, 0, G_MAXINT),
                        values,
                        stored->given,
                        stored->seen};
  if (step.item)
    answers_restore(loading->answers, step, (const char *const *)values, stored->given,
                    stored->seen);
  else
    add_stray(loading, &stray);
  g_ptr_array_set_size(stored->values, 0);
  g_clear_pointer(&stored->step, g_free);
}

/* The day in COLUMN; the debrief's first day if it holds none. */
static int day_in(const struct loading *loading, sqlite3_stmt *row, int column)
{
  int day = store_day(row, column);
  return day ? day : answers_begun(loading->answers);
}

static void read_answer(struct loading *loading, struct stored *stored, sqlite3_stmt *row)
{
  g_autofree char *step = store_text(row, COLUMN_ID);
  gint64 turn = sqlite3_column_int64(row, COLUMN_REST);
  take_row(loading, row, step);
  if (stored->step && (turn != stored->turn || !g_str_equal(step, stored->step)))
    restore(loading, stored);
  if (!stored->step)
    stored->step = g_steal_pointer(&step);
  stored->turn = turn;
  stored->given = day_in(loading, row, COLUMN_REST + 2);
  stored->seen = day_in(loading, row, COLUMN_REST + 3);
  if (sqlite3_column_type(row, COLUMN_REST + 1) != SQLITE_NULL)
    g_ptr_array_add(stored->values, store_text(row, COLUMN_REST + 1));
}

static gboolean read_answers(struct loading *loading, GError **error)
{
  GError *failure = NULL;
  g_autoptr(GPtrArray) values = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  struct stored stored = {.values = values};
  sqlite3_stmt *row = store_bind(loading->journal, STATEMENT_READ_ANSWERS, error, "i", loading->id);
  if (!row)
    return FALSE;
  while (store_row(loading->journal, row, &failure))
    read_answer(loading, &stored, row);
  if (stored.step)
    restore(loading, &stored);
  return store_end_reading(loading->journal, failure, error);
}

/* ---- what hangs on tasks and drafts ---- */

static void read_tick(struct loading *loading, const char *id, sqlite3_stmt *row)
{
  const struct name *name = catalogue_find(loading->catalogue, id);
  g_autofree char *action = store_text(row, COLUMN_REST + 1);
  int day = store_day(row, COLUMN_REST);
  char *values[] = {action, NULL};
  struct stray stray = {ENTRY_DONE, (char *)id, 0, *action ? values : NULL, day, day};
  if (name && name->kind == NAME_TASK)
    answers_set_tick(loading->answers, name->task, day, *action ? action : NULL);
  else if (day)
    add_stray(loading, &stray);
}

static void read_move(struct loading *loading, const char *id, sqlite3_stmt *row)
{
  const struct name *name = catalogue_find(loading->catalogue, id);
  int day = store_day(row, COLUMN_REST);
  struct stray stray = {ENTRY_MOVED, (char *)id, 0, NULL, day, day};
  if (name && name->kind == NAME_TASK)
    answers_set_moved(loading->answers, name->task, day);
  else if (day)
    add_stray(loading, &stray);
}

static void read_fill(struct loading *loading, const char *id, sqlite3_stmt *row)
{
  g_autofree char *words = store_text(row, COLUMN_REST);
  answers_set_fill(loading->answers, id, words);
}

static void read_draft(struct loading *loading, const char *id, sqlite3_stmt *row)
{
  g_autofree char *words = store_text(row, COLUMN_REST);
  answers_set_own_draft(loading->answers, id, words);
}

static const struct {
  enum statement statement;
  void (*read)(struct loading *loading, const char *id, sqlite3_stmt *row);
} tables[] = {
    {STATEMENT_READ_TICKS, read_tick},
    {STATEMENT_READ_MOVES, read_move},
    {STATEMENT_READ_FILLS, read_fill},
    {STATEMENT_READ_DRAFTS, read_draft},
};

static gboolean read_table(struct loading *loading, gsize table, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row =
      store_bind(loading->journal, tables[table].statement, &failure, "i", loading->id);
  while (row && store_row(loading->journal, row, &failure)) {
    g_autofree char *id = store_text(row, COLUMN_ID);
    take_row(loading, row, id);
    tables[table].read(loading, id, row);
  }
  return store_end_reading(loading->journal, failure, error);
}

/* As many rows as there should be (PARTS; -1: that is not known) are all. */
static gboolean read_all(struct loading *loading, gint64 parts, GError **error)
{
  gboolean fine = read_answers(loading, error);
  for (gsize i = 0; i < G_N_ELEMENTS(tables) && fine && loading->rows != parts; i++)
    fine = read_table(loading, i, error);
  return fine;
}

/* ---- the debrief ---- */

struct head {
  gboolean there, sound;
  int begun; /* or the day of the last change; 0: neither can be read */
  gint64 parts;
  char *identity;
};

/* What the debrief ID is known by; one that cannot be read is known by its number. */
static char *read_identity(sqlite3_stmt *row, gint64 id)
{
  g_autofree char *identity = store_text(row, 4);
  return id_valid(identity) ? g_steal_pointer(&identity)
                            : g_strdup_printf("debrief-%" G_GINT64_FORMAT, id);
}

static gboolean read_head(struct journal *journal, gint64 id, struct head *head, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = store_bind(journal, STATEMENT_FIND_DEBRIEF, &failure, "i", id);
  while (row && store_row(journal, row, &failure)) {
    int begun = store_day(row, 0);
    gboolean sound = sqlite3_column_int(row, 3);
    *head = (struct head){TRUE, sound, begun ? begun : store_day(row, 1),
                          sqlite3_column_int64(row, 2), read_identity(row, id)};
  }
  return store_end_reading(journal, failure, error);
}

static gboolean fail_head(struct journal *journal, gint64 id, const struct head *head,
                          GError **error)
{
  const char *pattern =
      head->there ? N_("debrief {1} is damaged and cannot be read") : N_("there is no debrief {1}");
  g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, id);
  g_autofree char *message = tr_fill(tr(journal->translator, pattern), number, NULL);
  g_set_error_literal(error, JOURNAL_ERROR,
                      head->there ? JOURNAL_ERROR_DAMAGED : JOURNAL_ERROR_UNKNOWN, message);
  return FALSE;
}

struct answers *journal_load(struct journal *journal, gint64 id, const struct catalogue *catalogue,
                             guint *unknown, GError **error)
{
  struct head head = {0};
  gboolean read = read_head(journal, id, &head, error);
  g_autofree char *identity = head.identity;
  if (!read || (!head.begun && !fail_head(journal, id, &head, error)))
    return NULL;
  OWNED(answers) answers = answers_new(catalogue);
  g_autoptr(GPtrArray) damaged = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  struct loading loading = {journal, id, catalogue, answers, 0, 0, damaged};
  answers_set_begun(answers, head.begun);
  answers_set_identity(answers, identity);
  if (!read_all(&loading, head.sound ? head.parts : -1, error))
    return NULL;
  note_rows(&loading);
  if (head.sound)
    note_missing(&loading, head.parts);
  else
    store_note_damage(journal, N_("debrief {1} is damaged; its days may be wrong"), id, NULL);
  if (unknown)
    *unknown = loading.unknown;
  return g_steal_pointer(&answers);
}
