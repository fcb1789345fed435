/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Seals: 64-bit FNV-1a (draft-eastlake-fnv) over the columns of a row, each with its type and
 * length, so that nothing can move from one to its neighbour. A step of it can be undone, so
 * that two rows that differ in one byte never have the same seal. It guards against disks, not
 * against people.
 */
#include "journal/store.h"

#define FNV_BASIS 0xcbf29ce484222325u
#define FNV_PRIME 0x100000001b3u
#define FNV_PRIME_8 0x1efac7090aef4a21u /* to the power of 8: what seven bytes of 0 add to one */

static guint64 add(guint64 seal, const void *bytes, gsize length)
{
  const guchar *byte = bytes;
  for (gsize i = 0; i < length; i++)
    seal = (seal ^ byte[i]) * FNV_PRIME;
  return seal;
}

static guint64 add_number(guint64 seal, guint64 number)
{
  if (number <= G_MAXUINT8)
    return (seal ^ number) * FNV_PRIME_8;
  guint64 bytes = GUINT64_TO_LE(number);
  return add(seal, &bytes, sizeof bytes);
}

static guint64 add_value(guint64 seal, sqlite3_value *value)
{
  int type = sqlite3_value_type(value);
  seal = add_number(seal, (guint64)type);
  if (type == SQLITE_NULL)
    return seal;
  if (type == SQLITE_INTEGER)
    return add_number(seal, (guint64)sqlite3_value_int64(value));
  const void *bytes = sqlite3_value_blob(value);
  gsize length = (gsize)sqlite3_value_bytes(value);
  return add(add_number(seal, length), bytes, length);
}

static void run(sqlite3_context *context, int count, sqlite3_value **values)
{
  guint64 seal = FNV_BASIS;
  for (int i = 0; i < count; i++)
    seal = add_value(seal, values[i]);
  sqlite3_result_int64(context, (sqlite3_int64)seal);
}

/* The values of a row are read where nothing else runs, as sqlite3_column_value() wants. */
gboolean seal_holds(sqlite3_stmt *row)
{
  guint64 seal = FNV_BASIS;
  for (int i = 1; i < sqlite3_data_count(row); i++)
    seal = add_value(seal, sqlite3_column_value(row, i));
  return (guint64)sqlite3_column_int64(row, 0) == seal;
}

gboolean seal_prepare(struct journal *journal, GError **error)
{
  return sqlite3_create_function(journal->db, "seal", -1,
                                 SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL, run,
                                 NULL, NULL) == SQLITE_OK ||
         store_fail(journal, error);
}
