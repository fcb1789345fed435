/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was told, to disk and back. */
#include "world.h"

static void record_line(struct journal *journal, gint64 id, struct answers *answers,
                        const struct world *world, const char *line, int day)
{
  g_auto(GStrv) words = g_strsplit_set(line, ". ", 3);
  gboolean repeated = words[1] && g_ascii_isdigit(*words[1]);
  guint turn = repeated ? (guint)g_ascii_strtoull(words[1], NULL, 10) : 0;
  struct step step = told_step(world->pack->catalogue, words[0], turn);
  g_autoptr(GError) error = NULL;
  told_set(answers, world->pack->catalogue, line, day);
  CU_ASSERT(journal_record(journal, id, answers, step, day, &error));
  ASSERT_TEXT(error ? error->message : NULL, NULL);
}

/* What debrief ID tells when it is read by a process that did not write it. */
static struct answers *read_back(const struct world *world, gint64 id, guint *unknown)
{
  g_autoptr(GError) error = NULL;
  OWNED(journal) journal = world_open(world);
  struct answers *answers = journal_load(journal, id, world->pack->catalogue, unknown, &error);
  ASSERT_TEXT(error ? error->message : NULL, NULL);
  CU_ASSERT_FATAL(answers != NULL);
  return answers;
}

static const struct task *task_one(const struct world *world)
{
  return catalogue_find(world->pack->catalogue, "one")->task;
}

static void test_round_trip(void)
{
  struct world world = world_new();
  OWNED(journal) journal = world_open(&world);
  OWNED(answers) told = answers_new(world.pack->catalogue);
  guint unknown = 9;
  gint64 id = journal_begin(journal, "test", DAY, NULL);
  answers_set_begun(told, DAY);
  record_line(journal, id, told, &world, "a x|y", DAY);
  record_line(journal, id, told, &world, "r.1 yes", DAY);
  record_line(journal, id, told, &world, "ra.1 un; deux", DAY + 1);
  record_line(journal, id, told, &world, "r.2 no", DAY + 1);
  record_line(journal, id, told, &world, "b", DAY + 2);
  CU_ASSERT(journal_record_tick(journal, id, "one", "a-one", DAY + 1, DAY + 2, NULL));
  answers_set_tick(told, task_one(&world), DAY + 1, "a-one");
  CU_ASSERT(journal_record_move(journal, id, "one", DAY + 9, DAY + 2, NULL));
  answers_set_moved(told, task_one(&world), DAY + 9);
  CU_ASSERT(journal_record_fill(journal, id, "name", "Ada", DAY + 2, NULL));
  answers_set_fill(told, "name", "Ada");
  CU_ASSERT(journal_record_draft(journal, id, "thanks", "Merci.\nAda", DAY + 2, NULL));
  answers_set_own_draft(told, "thanks", "Merci.\nAda");
  OWNED(answers) read = read_back(&world, id, &unknown);
  CU_ASSERT(answers_equal(told, read));
  CU_ASSERT_EQUAL(unknown, 0);
  CU_ASSERT_EQUAL(answers_begun(read), DAY);
  world_clear(&world);
}

static void test_replacing(void)
{
  struct world world = world_new();
  OWNED(journal) journal = world_open(&world);
  OWNED(answers) told = answers_new(world.pack->catalogue);
  gint64 id = journal_begin(journal, "test", DAY, NULL);
  answers_set_begun(told, DAY);
  record_line(journal, id, told, &world, "a x|y", DAY);
  record_line(journal, id, told, &world, "a y", DAY + 3);
  record_line(journal, id, told, &world, "b ligne\nautre", DAY);
  record_line(journal, id, told, &world, "b", DAY + 3);
  CU_ASSERT(journal_record_tick(journal, id, "one", "one", DAY, DAY, NULL));
  CU_ASSERT(journal_record_tick(journal, id, "one", "one", DAY + 2, DAY + 2, NULL));
  OWNED(answers) ticked = read_back(&world, id, NULL);
  CU_ASSERT_EQUAL(answers_tick(ticked, task_one(&world)), DAY + 2);
  CU_ASSERT(journal_record_tick(journal, id, "one", "one", 0, DAY + 3, NULL));
  OWNED(answers) read = read_back(&world, id, NULL);
  CU_ASSERT(answers_equal(told, read));
  world_clear(&world);
}

static void test_record_all(void)
{
  struct world world = world_new();
  OWNED(journal) journal = world_open(&world);
  OWNED(answers) before = answers_new(world.pack->catalogue);
  gint64 id = journal_begin(journal, "test", DAY, NULL);
  record_line(journal, id, before, &world, "b to go away", DAY);
  OWNED(answers)
  told = told_answers(world.pack->catalogue, "a x; r.1 yes; ra.1 un; r.2 no", DAY - 5);
  answers_set_begun(told, DAY - 5);
  answers_set_tick(told, task_one(&world), DAY - 1, "a-one");
  answers_set_moved(told, task_one(&world), DAY + 1);
  answers_set_fill(told, "name", "Ada");
  answers_set_own_draft(told, "thanks", "Merci");
  CU_ASSERT(journal_record_all(journal, id, world.pack->catalogue, told, DAY, NULL));
  OWNED(answers) read = read_back(&world, id, NULL);
  CU_ASSERT(answers_equal(told, read));
  CU_ASSERT_EQUAL(answers_begun(read), DAY - 5);
  world_clear(&world);
}

/* A pack changes; what it no longer asks is kept, counted, and there again when it asks again. */
static void test_unknown_is_kept(void)
{
  struct world world = world_new();
  OWNED(journal) journal = world_open(&world);
  OWNED(answers) told = answers_new(world.pack->catalogue);
  OWNED(test_pack)
  smaller = test_pack_new(NULL, "<question id='b' kind='note'><prompt>B</prompt></question>"
                                "<question id='ra' kind='text'><prompt>RA</prompt></question>");
  guint unknown = 0;
  gint64 id = journal_begin(journal, "test", DAY, NULL);
  answers_set_begun(told, DAY);
  record_line(journal, id, told, &world, "a x", DAY);
  record_line(journal, id, told, &world, "ra.1 un", DAY);
  record_line(journal, id, told, &world, "b note", DAY);
  CU_ASSERT(journal_record_tick(journal, id, "one", "one", DAY, DAY, NULL));
  OWNED(answers) less = journal_load(journal, id, smaller->catalogue, &unknown, NULL);
  g_autoptr(GPtrArray) list = answers_list(less);
  CU_ASSERT_EQUAL(unknown, 3);
  CU_ASSERT_EQUAL_FATAL(list->len, 1);
  g_autofree char *kept = told_answer(list->pdata[0]);
  ASSERT_TEXT(kept, "b note");
  answers_set_tick(told, task_one(&world), DAY, "one");
  OWNED(answers) again = read_back(&world, id, &unknown);
  CU_ASSERT(answers_equal(told, again));
  CU_ASSERT_EQUAL(unknown, 0);
  world_clear(&world);
}

/* Also what was done, and put off, of what the pack no longer advises. */
static void test_unknown_tasks(void)
{
  static char *done[] = {(char *)"a-gone", NULL};
  static const struct stray ticked = {ENTRY_DONE, (char *)"gone", 0, done, DAY + 1, DAY + 1};
  static const struct stray moved = {ENTRY_MOVED, (char *)"later", 0, NULL, DAY + 9, DAY + 9};
  struct world world = world_new();
  OWNED(journal) journal = world_open(&world);
  OWNED(answers) told = answers_new(world.pack->catalogue);
  gint64 id = journal_begin(journal, "test", DAY, NULL);
  answers_set_begun(told, DAY);
  CU_ASSERT(journal_record_tick(journal, id, "gone", "a-gone", DAY + 1, DAY + 2, NULL));
  CU_ASSERT(journal_record_move(journal, id, "later", DAY + 9, DAY + 2, NULL));
  answers_add_stray(told, &ticked);
  answers_add_stray(told, &moved);
  OWNED(answers) read = read_back(&world, id, NULL);
  CU_ASSERT(answers_equal(told, read));
  world_clear(&world);
}

static void test_no_such_debrief(void)
{
  struct world world = world_new();
  OWNED(journal) journal = world_open(&world);
  g_autoptr(GError) error = NULL;
  CU_ASSERT(journal_load(journal, 7, world.pack->catalogue, NULL, &error) == NULL);
  CU_ASSERT(g_error_matches(error, JOURNAL_ERROR, JOURNAL_ERROR_UNKNOWN));
  ASSERT_TEXT(error->message, "there is no debrief 7");
  world_clear(&world);
}

/* True if a file of the journal's folder has WORDS in it. */
static gboolean on_disk(const struct world *world, const char *words)
{
  g_autofree char *folder = g_path_get_dirname(world->file);
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  gboolean found = FALSE;
  const char *name;
  while ((name = g_dir_read_name(dir))) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *bytes = NULL;
    gsize length = 0;
    g_file_get_contents(path, &bytes, &length, NULL);
    found = found || (bytes && memmem(bytes, length, words, strlen(words)));
  }
  return found;
}

static void test_wiping(void)
{
  gboolean wiped = FALSE;
  struct world world = world_new();
  OWNED(journal) journal = world_open(&world);
  OWNED(answers) told = answers_new(world.pack->catalogue);
  gint64 id = journal_begin(journal, "test", DAY, NULL);
  gint64 other = journal_begin(journal, "test", DAY, NULL);
  record_line(journal, id, told, &world, "b Coquelicot", DAY);
  record_line(journal, other, told, &world, "b Pivoine", DAY);
  CU_ASSERT(on_disk(&world, "Coquelicot"));
  CU_ASSERT(journal_delete(journal, id, &wiped, NULL) && wiped);
  CU_ASSERT(!on_disk(&world, "Coquelicot"));
  CU_ASSERT(on_disk(&world, "Pivoine"));
  CU_ASSERT(journal_load(journal, id, world.pack->catalogue, NULL, NULL) == NULL);
  world_clear(&world);
}

SUITE(record, {"what was told is read back as it was", test_round_trip},
      {"a later answer takes the place of an earlier one", test_replacing},
      {"an import replaces everything", test_record_all},
      {"what the pack no longer asks is kept", test_unknown_is_kept},
      {"and what was done of what it no longer advises", test_unknown_tasks},
      {"a debrief that is not there is told", test_no_such_debrief},
      {"what is deleted is off the disk", test_wiping})
