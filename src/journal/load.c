/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was told in a debrief, from disk. */
#include <string.h>

#include "journal/store.h"
#include "reader/forms.h"

/* The columns of what a debrief has. */
enum { COLUMN_SEAL, COLUMN_DEBRIEF, COLUMN_ID, COLUMN_REST };
/* Of an answer. */
enum { COLUMN_TURN = COLUMN_REST, COLUMN_POSITION, COLUMN_VALUE, COLUMN_GIVEN, COLUMN_SEEN };

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

/* Counts the present row in, and notes it if it is not sound; its id. Caller frees. */
static char *take_row(struct loading *loading, sqlite3_stmt *row)
{
  gboolean sound = seal_holds(row);
  char *id = store_text(row, COLUMN_ID);
  loading->rows++;
  if (!sound)
    add_damaged(loading, id);
  return id;
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
  if (parts <= loading->rows)
    return;
  g_autofree char *count = g_strdup_printf("%" G_GINT64_FORMAT, parts - loading->rows);
  store_note_damage(loading->journal, N_("debrief {1} is damaged; entries that are missing: {2}"),
                    loading->id, count);
}

/* ---- answers ---- */

/* The rows of one answer, as they come. */
struct stored {
  char *step; /* NULL: no row yet */
  gint64 turn;
  int given, seen;
  GPtrArray *values; /* of char *, which go with the answer; empty: a skip */
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
  gsize size = (stored->values->len + 1) * sizeof(char *);
  char **values = skipped ? NULL : g_memdup2(stored->values->pdata, size);
  struct stray stray = {skipped ? ENTRY_SKIP : ENTRY_ANSWER,
                        stored->step,
                        (guint)CLAMP(stored->turn, 0, G_MAXINT),
                        values,
                        stored->given,
                        stored->seen};
  if (step.item) {
    answers_take(loading->answers, step, values, stored->given, stored->seen);
  } else {
    add_stray(loading, &stray);
    g_strfreev(values);
  }
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
  g_autofree char *step = take_row(loading, row);
  gint64 turn = sqlite3_column_int64(row, COLUMN_TURN);
  if (stored->step && (turn != stored->turn || !g_str_equal(step, stored->step)))
    restore(loading, stored);
  if (!stored->step)
    stored->step = g_steal_pointer(&step);
  stored->turn = turn;
  stored->given = day_in(loading, row, COLUMN_GIVEN);
  stored->seen = day_in(loading, row, COLUMN_SEEN);
  if (sqlite3_column_type(row, COLUMN_VALUE) != SQLITE_NULL)
    g_ptr_array_add(stored->values, store_text(row, COLUMN_VALUE));
}

static gboolean read_answers(struct loading *loading, GError **error)
{
  GError *failure = NULL;
  g_autoptr(GPtrArray) values = g_ptr_array_new_null_terminated(1, NULL, TRUE);
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
    g_autofree char *id = take_row(loading, row);
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

/* What the debrief of ENTRY is known by; one that cannot be read is known by its number. */
static void set_identity(struct answers *answers, const struct journal_entry *entry)
{
  gboolean valid = id_valid(entry->identity);
  g_autofree char *number = valid ? NULL : g_strdup_printf("debrief-%" G_GINT64_FORMAT, entry->id);
  answers_set_identity(answers, valid ? entry->identity : number);
}

static struct answers *fail(struct journal *journal, gint64 id, enum journal_error code,
                            const char *pattern, GError **error)
{
  g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, id);
  g_autofree char *message = tr_fill(tr(journal->translator, pattern), number, NULL);
  g_set_error_literal(error, JOURNAL_ERROR, (gint)code, message);
  return NULL;
}

struct answers *journal_load_entry(struct journal *journal, const struct journal_entry *entry,
                                   const struct catalogue *catalogue, guint *unknown,
                                   GError **error)
{
  int begun = entry->begun ? entry->begun : entry->touched;
  if (!begun)
    return fail(journal, entry->id, JOURNAL_ERROR_DAMAGED,
                N_("debrief {1} is damaged and cannot be read"), error);
  OWNED(answers) answers = answers_new(catalogue);
  g_autoptr(GPtrArray) damaged = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  struct loading loading = {journal, entry->id, catalogue, answers, 0, 0, damaged};
  answers_set_begun(answers, begun);
  set_identity(answers, entry);
  if (!read_all(&loading, entry->sound ? entry->parts : -1, error))
    return NULL;
  note_rows(&loading);
  if (entry->sound)
    note_missing(&loading, entry->parts);
  else
    store_note_damage(journal, N_("debrief {1} is damaged; its days may be wrong"), entry->id,
                      NULL);
  if (unknown)
    *unknown = loading.unknown;
  return g_steal_pointer(&answers);
}

struct answers *journal_load(struct journal *journal, gint64 id, const struct catalogue *catalogue,
                             guint *unknown, GError **error)
{
  g_autoptr(GPtrArray) found = journal_look(journal, NULL, id, error);
  if (!found)
    return NULL;
  if (!found->len)
    return fail(journal, id, JOURNAL_ERROR_UNKNOWN, N_("there is no debrief {1}"), error);
  return journal_load_entry(journal, found->pdata[0], catalogue, unknown, error);
}
