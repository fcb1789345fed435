/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory that SQLite does not get: whatever it asks for when there is none left, a change is on
 * disk as a whole or not at all, and what cannot be read is told. GLib ends the program where it
 * lacks memory itself.
 */
#include <sqlite3.h>

#include "walk/exchange.h"
#include "world.h"

/* The test run takes one point in so many; FAULTS=all takes each. */
#define STRIDE 19

/* How much SQLite is given before nothing is left; -1: all. */
static struct {
  sqlite3_mem_methods real;
  int left;
} memory;

static gboolean take(void)
{
  if (memory.left > 0)
    memory.left--;
  return memory.left != 0;
}

static void *allocate(int size)
{
  return take() ? memory.real.xMalloc(size) : NULL;
}

static void *reallocate(void *block, int size)
{
  return take() ? memory.real.xRealloc(block, size) : NULL;
}

/* SQLite takes its memory from here, none from what it keeps in hand. */
static void limit_memory(void)
{
  memory.left = -1;
  sqlite3_shutdown();
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory.real);
  sqlite3_mem_methods methods = memory.real;
  methods.xMalloc = allocate;
  methods.xRealloc = reallocate;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
  sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
}

static void unlimit_memory(void)
{
  sqlite3_shutdown();
  sqlite3_config(SQLITE_CONFIG_MALLOC, &memory.real);
}

/* ---- what is done ---- */

/* Does something with the JOURNAL of WORLD; false with ERROR if it failed. */
typedef gboolean (*deed)(struct journal *journal, const struct world *world, GError **error);

#define PACK(world) ((world)->pack->catalogue)

static struct answers *tell(const struct world *world)
{
  static char *one[] = {(char *)"1", NULL};
  static const struct stray strays[] = {
      {ENTRY_ANSWER, (char *)"gone", 0, one, DAY, DAY},
      {ENTRY_SKIP, (char *)"left-out", 0, NULL, DAY, DAY},
      {ENTRY_DONE, (char *)"done-once", 0, one, DAY, DAY},
      {ENTRY_DONE, (char *)"done-then", 0, NULL, DAY, DAY},
      {ENTRY_MOVED, (char *)"moved-on", 0, NULL, DAY + 1, DAY + 1},
  };
  struct answers *told = told_answers(PACK(world), "a x|y; r.1 yes; ra.1 un; r.2 no; b note", DAY);
  answers_set_begun(told, DAY);
  answers_set_tick(told, catalogue_find(PACK(world), "one")->task, DAY, "one");
  answers_set_moved(told, catalogue_find(PACK(world), "one")->task, DAY + 2);
  answers_set_fill(told, "name", "Ada");
  answers_set_own_draft(told, "thanks", "Merci");
  for (gsize i = 0; i < G_N_ELEMENTS(strays); i++)
    answers_add_stray(told, &strays[i]);
  return told;
}

static gboolean add(struct journal *journal, const struct world *world, GError **error)
{
  OWNED(answers) told = tell(world);
  return journal_add(journal, PACK(world), told, DAY, error) != 0;
}

static gboolean begin(struct journal *journal, const struct world *world, GError **error)
{
  (void)world;
  return journal_begin(journal, "test", DAY, error) != 0;
}

static gboolean answer(struct journal *journal, const struct world *world, GError **error)
{
  OWNED(answers) told = told_answers(PACK(world), "a y", DAY);
  return journal_record(journal, 1, told, told_step(PACK(world), "a", 0), DAY, error);
}

static gboolean tick(struct journal *journal, const struct world *world, GError **error)
{
  (void)world;
  return journal_record_tick(journal, 1, "one", "other", DAY + 1, DAY, error);
}

static gboolean move(struct journal *journal, const struct world *world, GError **error)
{
  (void)world;
  return journal_record_move(journal, 1, "one", DAY + 3, DAY, error);
}

static gboolean fill(struct journal *journal, const struct world *world, GError **error)
{
  (void)world;
  return journal_record_fill(journal, 1, "name", "Grace", DAY, error);
}

static gboolean replace(struct journal *journal, const struct world *world, GError **error)
{
  OWNED(answers) told = told_answers(PACK(world), "b autre", DAY);
  answers_set_begun(told, DAY);
  return journal_record_all(journal, 1, PACK(world), told, DAY, error);
}

static gboolean delete (struct journal *journal, const struct world *world, GError **error)
{
  (void)world;
  gboolean wiped = FALSE;
  return journal_delete(journal, 1, &wiped, error);
}

static gboolean batch(struct journal *journal, const struct world *world, GError **error)
{
  return journal_begin_batch(journal, error) &&
         journal_end_batch(journal, tick(journal, world, error) && add(journal, world, error),
                           error);
}

static const struct {
  const char *name;
  deed act;
} deeds[] = {
    {"add", add},   {"begin", begin}, {"answer", answer},   {"tick", tick},     {"move", move},
    {"fill", fill}, {"batch", batch}, {"replace", replace}, {"delete", delete},
};

/* ---- what is there then ---- */

/* All that the journal of WORLD tells; NULL with ERROR if it cannot be read. */
static char *read_all(const struct world *world, GError **error)
{
  OWNED(journal) journal = journal_open(world->file, TRUE, NULL, error);
  g_autoptr(GPtrArray) list = journal ? journal_list(journal, NULL, error) : NULL;
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; list && i < list->len; i++) {
    const struct journal_entry *entry = list->pdata[i];
    OWNED(answers) answers = journal_load(journal, entry->id, PACK(world), NULL, error);
    if (!answers)
      return NULL;
    answers_set_identity(answers, "any");
    exchange_write(PACK(world), answers, "t", DAY, PRIVATE_INCLUDED, NULL, text);
  }
  return list ? g_strdup(text->str) : NULL;
}

static char *read_sound(const struct world *world)
{
  g_autoptr(GError) error = NULL;
  char *text = read_all(world, &error);
  ASSERT_TEXT(error ? error->message : NULL, NULL);
  return text;
}

static gboolean open_and(deed act, const struct world *world, GError **error)
{
  OWNED(journal) journal = journal_open(world->file, FALSE, NULL, error);
  return journal && act(journal, world, error);
}

static int stride(void)
{
  return g_strcmp0(g_getenv("FAULTS"), "all") == 0 ? 1 : STRIDE;
}

/* Does it with the journal of WORLD, with ever more memory, until there is enough. */
static void sweep(const char *name, deed act, const struct world *world)
{
  g_autofree char *file = NULL;
  gsize length;
  CU_ASSERT_FATAL(g_file_get_contents(world->file, &file, &length, NULL));
  g_autofree char *before = read_sound(world);
  CU_ASSERT_FATAL(open_and(act, world, NULL));
  g_autofree char *after = read_sound(world);
  CU_ASSERT_STRING_NOT_EQUAL(before, after);
  gboolean enough = FALSE;
  for (int given = 1; !enough; given += stride()) {
    g_autoptr(GError) error = NULL;
    CU_ASSERT_FATAL(g_file_set_contents(world->file, file, (gssize)length, NULL));
    memory.left = given;
    gboolean fine = open_and(act, world, &error);
    enough = memory.left != 0;
    memory.left = -1;
    CU_ASSERT_EQUAL(fine, error == NULL);
    g_autofree char *now = read_sound(world);
    ASSERT_TEXT(now, fine ? after : before);
    if (strcmp(now, fine ? after : before) != 0)
      printf("\n%s with %d pieces of memory: %s", name, given, error ? error->message : "fine");
  }
}

static void test_change(void)
{
  limit_memory();
  struct world world = world_new();
  CU_ASSERT_FATAL(open_and(add, &world, NULL));
  g_autofree char *file = NULL;
  gsize length;
  CU_ASSERT_FATAL(g_file_get_contents(world.file, &file, &length, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS(deeds); i++) {
    CU_ASSERT_FATAL(g_file_set_contents(world.file, file, (gssize)length, NULL));
    sweep(deeds[i].name, deeds[i].act, &world);
  }
  world_clear(&world);
  unlimit_memory();
}

static void test_migration(void)
{
  limit_memory();
  struct world world = world_new();
  world_restore(&world, "version-1.sql");
  sweep("migration", tick, &world);
  world_clear(&world);
  unlimit_memory();
}

/* Reads what is there, with ever more memory, until there is enough. */
static void sweep_reading(const struct world *world)
{
  g_autofree char *whole = read_sound(world);
  gboolean enough = FALSE;
  for (int given = 1; !enough; given += stride()) {
    g_autoptr(GError) error = NULL;
    memory.left = given;
    g_autofree char *read = read_all(world, &error);
    enough = memory.left != 0;
    memory.left = -1;
    ASSERT_TEXT(read, error ? NULL : whole);
    if (g_strcmp0(read, error ? NULL : whole) != 0)
      printf("\nwith %d pieces of memory", given);
  }
}

static void test_reading(void)
{
  limit_memory();
  struct world world = world_new();
  CU_ASSERT_FATAL(open_and(add, &world, NULL));
  sweep_reading(&world);
  world_clear(&world);
  world = world_new();
  world_restore(&world, "version-1.sql");
  sweep_reading(&world);
  world_clear(&world);
  unlimit_memory();
}

SUITE(memory,
      {"a change for which SQLite lacks memory is made as a whole or not at all", test_change},
      {"so is the first change of an older journal", test_migration},
      {"what is read without memory enough is all there is, or it is told", test_reading})
