/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any byte of a journal changed, and a journal cut anywhere: what it tells is the same, or the
 * person is told. The test run takes some of the bytes; FAULTS=all takes each.
 */
#include <sqlite3.h>

#include "walk/exchange.h"
#include "world.h"

/* Bytes at the start of a file that every run takes: SQLite's header and the first page's. */
#define HEADER 112
/* Of the others every run takes one in so many. */
#define STRIDE 23

struct bytes {
  struct world world;
  struct answers *told[2];
  char *whole;
  gsize length;
};

static struct answers *tell(const struct world *world, const char *lines)
{
  const struct catalogue *catalogue = world->pack->catalogue;
  const struct task *one = catalogue_find(catalogue, "one")->task;
  struct answers *told = told_answers(catalogue, lines, DAY);
  answers_set_begun(told, DAY);
  answers_set_tick(told, one, DAY, "one");
  answers_set_moved(told, one, DAY + 2);
  answers_set_fill(told, "name", "Ada");
  answers_set_own_draft(told, "thanks", "Merci");
  return told;
}

/* Small pages make a small file. */
static void make_small(const struct world *world)
{
  sqlite3 *db = NULL;
  CU_ASSERT_FATAL(sqlite3_open(world->file, &db) == SQLITE_OK);
  CU_ASSERT_FATAL(sqlite3_exec(db,
                               "PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; VACUUM;"
                               "PRAGMA journal_mode = WAL",
                               NULL, NULL, NULL) == SQLITE_OK);
  sqlite3_close(db);
}

static struct bytes bytes_new(void)
{
  struct bytes bytes = {.world = world_new()};
  struct world *world = &bytes.world;
  OWNED(journal) journal = world_open(world);
  bytes.told[0] = tell(world, "a x|y; r.1 yes; ra.1 un; r.2 no; b note");
  bytes.told[1] = tell(world, "a y; b autre");
  for (int i = 0; i < 2; i++)
    CU_ASSERT_FATAL(journal_add(journal, world->pack->catalogue, bytes.told[i], DAY, NULL) != 0);
  g_clear_pointer(&journal, journal_close);
  make_small(world);
  CU_ASSERT_FATAL(g_file_get_contents(world->file, &bytes.whole, &bytes.length, NULL));
  return bytes;
}

static void bytes_clear(struct bytes *bytes)
{
  g_free(bytes->whole);
  for (int i = 0; i < 2; i++)
    answers_free(bytes->told[i]);
  world_clear(&bytes->world);
}

/* LENGTH bytes of the file, that at CHANGED (none: at its end) taken with MASK. */
static void put_file(const struct bytes *bytes, gsize length, gsize changed, guchar mask)
{
  g_autofree char *content = g_memdup2(bytes->whole, length + 1);
  content[changed] ^= (char)mask;
  FILE *file = fopen(bytes->world.file, "wb");
  CU_ASSERT_FATAL(file && fwrite(content, 1, length, file) == length);
  fclose(file);
}

static gboolean has_damage(struct journal *journal)
{
  g_autoptr(GPtrArray) notes = journal_take_damage(journal);
  return notes->len > 0;
}

/* True if debrief I can be read as it was told, or something was noted. */
static gboolean is_fine(const struct bytes *bytes, struct journal *journal, int i)
{
  const struct catalogue *catalogue = bytes->world.pack->catalogue;
  OWNED(answers) read = journal_load(journal, i + 1, catalogue, NULL, NULL);
  gboolean noted = has_damage(journal);
  if (!read)
    return TRUE;
  g_autoptr(GString) text = g_string_new(NULL);
  exchange_write(catalogue, read, "t", DAY, PRIVATE_INCLUDED, NULL, text);
  return g_utf8_validate(text->str, (gssize)text->len, NULL) &&
         (noted || answers_equal(read, bytes->told[i]));
}

/* True if the journal as it lies there tells what was told, or that it is damaged. */
static gboolean is_told(const struct bytes *bytes)
{
  g_autoptr(GError) error = NULL;
  OWNED(journal) journal = journal_open(bytes->world.file, TRUE, NULL, &error);
  if (!journal)
    return error != NULL;
  gboolean noted = has_damage(journal);
  g_autoptr(GPtrArray) list = journal_list(journal, "test", NULL);
  noted |= has_damage(journal) || !list;
  gboolean fine = is_fine(bytes, journal, 0) && is_fine(bytes, journal, 1);
  return fine && (noted || list->len == 2);
}

static gboolean takes_all(void)
{
  return g_strcmp0(g_getenv("FAULTS"), "all") == 0;
}

static void test_changed(void)
{
  static const guchar masks[] = {0x01, 0xff};
  struct bytes bytes = bytes_new();
  guint silent = 0, taken = 0;
  for (gsize at = 0; at < bytes.length; at += at < HEADER || takes_all() ? 1 : STRIDE)
    for (gsize i = 0; i < G_N_ELEMENTS(masks); i++) {
      put_file(&bytes, bytes.length, at, masks[i]);
      taken++;
      if (!is_told(&bytes)) {
        silent++;
        printf("\nbyte %" G_GSIZE_FORMAT " ^ %x changes in silence", at, masks[i]);
      }
    }
  printf("(%u changes) ", taken);
  CU_ASSERT_EQUAL(silent, 0);
  CU_ASSERT(taken > 2 * HEADER);
  bytes_clear(&bytes);
}

static void test_cut(void)
{
  struct bytes bytes = bytes_new();
  guint silent = 0;
  for (gsize length = 0; length < bytes.length; length += takes_all() ? 1 : STRIDE) {
    put_file(&bytes, length, length, 0);
    if (!is_told(&bytes)) {
      silent++;
      printf("\ncut to %" G_GSIZE_FORMAT " in silence", length);
    }
  }
  CU_ASSERT_EQUAL(silent, 0);
  bytes_clear(&bytes);
}

SUITE(bytes, {"a byte that changes changes nothing in silence", test_changed},
      {"a journal that is cut says so", test_cut})
