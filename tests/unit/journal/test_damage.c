/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A journal that is not as it was written: what can be read is, and the rest is told. */
#include "world.h"

/* Debrief 1 tells something of each kind, debrief 2 a note. */
static struct world world_told(void)
{
  struct world world = world_new();
  OWNED(journal) journal = world_open(&world);
  const struct catalogue *catalogue = world.pack->catalogue;
  OWNED(answers) told = told_answers(catalogue, "a x; r.1 yes; ra.1 un; r.2 no; b note", DAY);
  OWNED(answers) other = told_answers(catalogue, "b autre", DAY);
  const struct task *one = catalogue_find(catalogue, "one")->task;
  answers_set_begun(told, DAY);
  answers_set_begun(other, DAY);
  answers_set_tick(told, one, DAY, "a-one");
  answers_set_moved(told, one, DAY + 2);
  answers_set_fill(told, "name", "Ada");
  answers_set_own_draft(told, "thanks", "Merci");
  gint64 first = journal_begin(journal, "test", DAY, NULL);
  gint64 second = journal_begin(journal, "test", DAY, NULL);
  CU_ASSERT(journal_record_all(journal, first, catalogue, told, DAY, NULL));
  CU_ASSERT(journal_record_all(journal, second, catalogue, other, DAY, NULL));
  return world;
}

/* What JOURNAL has noted, a line each. */
static char *damage_of(struct journal *journal)
{
  g_autoptr(GPtrArray) notes = journal_take_damage(journal);
  g_ptr_array_add(notes, NULL);
  return g_strjoinv("\n", (char **)notes->pdata);
}

/* After SQL, debrief 1 reads with the note NOTE, and `what` is told of STEP; debrief 2 is sound. */
static void assert_damage(const char *sql, const char *note, const char *step, const char *what)
{
  struct world world = world_told();
  world_meddle(&world, sql);
  OWNED(journal) journal = journal_open(world.file, TRUE, NULL, NULL);
  CU_ASSERT_FATAL(journal != NULL);
  OWNED(answers) other = journal_load(journal, 2, world.pack->catalogue, NULL, NULL);
  CU_ASSERT(other != NULL);
  g_autofree char *none = damage_of(journal);
  ASSERT_TEXT(none, "");
  OWNED(answers) read = journal_load(journal, 1, world.pack->catalogue, NULL, NULL);
  g_autofree char *noted = damage_of(journal);
  ASSERT_TEXT(noted, note);
  CU_ASSERT_FATAL(read != NULL);
  if (step) {
    const struct answer *answer = answers_get(read, told_step(world.pack->catalogue, step, 0));
    g_autofree char *words = answer ? told_answer(answer) : NULL;
    ASSERT_TEXT(words, what);
  }
  world_clear(&world);
}

#define LOOK_AT "debrief 1 is damaged; please look at what stands at "

static void test_rows(void)
{
  assert_damage("UPDATE answer SET value = 'y' WHERE step = 'a'", LOOK_AT "a", "a", "a y");
  assert_damage("UPDATE answer SET value = cast(x'6162F0' AS TEXT) WHERE step = 'b' AND debrief=1",
                LOOK_AT "b", "b", "b ab\357\277\275");
  assert_damage("UPDATE answer SET given = 'x', seen = '' WHERE step = 'a'", LOOK_AT "a", "a",
                "a x");
  assert_damage("UPDATE answer SET step = 'aa' WHERE step = 'a'", LOOK_AT "aa", "a", NULL);
  assert_damage("UPDATE answer SET turn = 77 WHERE step = 'ra'", LOOK_AT "ra", "b", "b note");
  assert_damage("UPDATE answer SET turn = -1 WHERE step = 'a'", LOOK_AT "a", "a", NULL);
  assert_damage("UPDATE answer SET turn = 4294967296 WHERE step = 'a'", LOOK_AT "a", "a", NULL);
  assert_damage("UPDATE answer SET value = NULL WHERE step = 'a'", LOOK_AT "a", "a", "a");
  assert_damage("UPDATE tick SET day = '2026-13-45'", LOOK_AT "one", "b", "b note");
  assert_damage("UPDATE tick SET action = 'two'", LOOK_AT "one", "b", "b note");
  assert_damage("UPDATE move SET task = 'two'", LOOK_AT "two", "b", "b note");
  assert_damage("UPDATE fill SET words = 'Eve'", LOOK_AT "name", "b", "b note");
  assert_damage("UPDATE draft SET words = 'x'", LOOK_AT "thanks", "b", "b note");
  assert_damage("UPDATE answer SET seal = 1 WHERE debrief = 1", LOOK_AT "a, b, r and ra", "a",
                "a x");
}

static void test_missing_rows(void)
{
  assert_damage("DELETE FROM answer WHERE step = 'a'",
                "debrief 1 is damaged; entries that are missing: 1", "a", NULL);
  assert_damage("DELETE FROM tick", "debrief 1 is damaged; entries that are missing: 1", "a",
                "a x");
}

static void test_head(void)
{
  const char *note = "debrief 1 is damaged; its days may be wrong";
  assert_damage("UPDATE debrief SET begun = 'x' WHERE id = 1", note, "a", "a x");
  assert_damage("UPDATE debrief SET begun = '2025-01-01' WHERE id = 1", note, "a", "a x");
  assert_damage("UPDATE debrief SET identity = 'x' WHERE id = 1", note, "a", "a x");
}

static void test_unreadable_head(void)
{
  struct world world = world_told();
  g_autoptr(GError) error = NULL;
  world_meddle(&world, "UPDATE debrief SET begun = 'x', touched = 'y', pack = 'tost' WHERE id = 1");
  OWNED(journal) journal = journal_open(world.file, TRUE, NULL, NULL);
  g_autoptr(GPtrArray) list = journal_list(journal, "test", NULL);
  CU_ASSERT_EQUAL_FATAL(list->len, 2);
  CU_ASSERT(journal_load(journal, 1, world.pack->catalogue, NULL, &error) == NULL);
  CU_ASSERT(g_error_matches(error, JOURNAL_ERROR, JOURNAL_ERROR_DAMAGED));
  ASSERT_TEXT(error->message, "debrief 1 is damaged and cannot be read");
  OWNED(answers) other = journal_load(journal, 2, world.pack->catalogue, NULL, NULL);
  CU_ASSERT(other != NULL);
  world_clear(&world);
}

/* What is told anew is sound; what is not stays noted. */
static void test_going_on(void)
{
  struct world world = world_told();
  const struct catalogue *catalogue = world.pack->catalogue;
  world_meddle(&world, "UPDATE answer SET value = 'y' WHERE step = 'a';"
                       "UPDATE debrief SET begun = '2025-01-01' WHERE id = 1");
  OWNED(journal) journal = world_open(&world);
  OWNED(answers) read = journal_load(journal, 1, catalogue, NULL, NULL);
  told_set(read, catalogue, "a x", DAY);
  CU_ASSERT(journal_record(journal, 1, read, told_step(catalogue, "a", 0), DAY, NULL));
  g_free(damage_of(journal));
  OWNED(answers) again = journal_load(journal, 1, catalogue, NULL, NULL);
  g_autofree char *noted = damage_of(journal);
  ASSERT_TEXT(noted, "debrief 1 is damaged; its days may be wrong");
  CU_ASSERT(journal_record_all(journal, 1, catalogue, again, DAY, NULL));
  OWNED(answers) whole = journal_load(journal, 1, catalogue, NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL(whole);
  g_autofree char *none = damage_of(journal);
  ASSERT_TEXT(none, "");
  world_clear(&world);
}

/* Reading goes on over damage of the file, writing does not. */
static void test_pages(void)
{
  struct world world = world_told();
  g_autoptr(GError) error = NULL;
  world_meddle(&world,
               "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage ="
               " (SELECT rootpage FROM sqlite_schema WHERE name = 'fill') WHERE name = 'draft'");
  CU_ASSERT(journal_open(world.file, FALSE, NULL, &error) == NULL);
  CU_ASSERT(g_error_matches(error, JOURNAL_ERROR, JOURNAL_ERROR_DAMAGED));
  OWNED(journal) journal = journal_open(world.file, TRUE, NULL, NULL);
  CU_ASSERT_FATAL(journal != NULL);
  g_autofree char *noted = damage_of(journal);
  CU_ASSERT(strstr(noted, "is damaged; ") && strstr(noted, "this is what can be read"));
  OWNED(answers) read = journal_load(journal, 1, world.pack->catalogue, NULL, NULL);
  CU_ASSERT(read != NULL);
  world_clear(&world);
}

/* Of a large one the pages of the debriefs alone are read before something is changed. */
static void test_large(void)
{
  struct world world = world_told();
  const struct catalogue *catalogue = world.pack->catalogue;
  g_autoptr(GError) error = NULL;
  world_meddle(&world, "INSERT INTO fill SELECT 2, 'much', printf('%.*c', 2000000, 'x'), 0");
  OWNED(journal) journal = world_open(&world);
  CU_ASSERT(journal_record_tick(journal, 1, "one", "a-one", DAY + 1, DAY, NULL));
  g_clear_pointer(&journal, journal_close);
  world_meddle(&world, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT"
                       " rootpage FROM sqlite_schema WHERE name = 'fill') WHERE name = 'draft'");
  journal = world_open(&world);
  CU_ASSERT(journal_record_tick(journal, 1, "one", "a-one", DAY + 2, DAY, NULL));
  g_clear_pointer(&journal, journal_close);
  world_meddle(&world, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT"
                       " rootpage FROM sqlite_schema WHERE name = 'fill') WHERE name = 'debrief'");
  CU_ASSERT(journal_open(world.file, FALSE, NULL, &error) == NULL);
  CU_ASSERT(g_error_matches(error, JOURNAL_ERROR, JOURNAL_ERROR_DAMAGED));
  journal = journal_open(world.file, TRUE, NULL, NULL);
  CU_ASSERT_FATAL(journal != NULL);
  g_autofree char *none = damage_of(journal);
  ASSERT_TEXT(none, "");
  g_autoptr(GPtrArray) list = journal_list(journal, "test", NULL);
  CU_ASSERT_PTR_NOT_NULL(list);
  g_autofree char *noted = damage_of(journal);
  CU_ASSERT(strstr(noted, "is damaged") != NULL);
  OWNED(answers) read = journal_load(journal, 1, catalogue, NULL, NULL);
  CU_ASSERT(read == NULL);
  world_clear(&world);
}

static void test_emptied(void)
{
  for (int bytes = 0; bytes <= 1; bytes++) {
    struct world world = world_told();
    g_autoptr(GError) error = NULL;
    CU_ASSERT_FATAL(truncate(world.file, bytes) == 0);
    for (int read_only = 0; read_only <= 1; read_only++) {
      CU_ASSERT(journal_open(world.file, read_only, NULL, &error) == NULL);
      CU_ASSERT(g_error_matches(error, JOURNAL_ERROR, JOURNAL_ERROR_DAMAGED));
      CU_ASSERT(error && strstr(error->message, "has lost what it held"));
      g_clear_error(&error);
    }
    world_clear(&world);
  }
}

SUITE(damage, {"a row that was changed is read as far as it goes, and told", test_rows},
      {"rows that are missing are told", test_missing_rows},
      {"a debrief whose days are wrong is read", test_head},
      {"a debrief that cannot be read hides no other", test_unreadable_head},
      {"going on makes nothing look sound that is not", test_going_on},
      {"of a damaged file what can be read is", test_pages},
      {"a large journal is looked at where it is used", test_large},
      {"a journal that was emptied is not a new one", test_emptied})
