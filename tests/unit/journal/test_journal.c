/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's file, its debriefs and their locks. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "world.h"

static void test_private_files(void)
{
  struct world world = world_new();
  OWNED(journal) journal = world_open(&world);
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname(world.file);
  g_autofree char *wal = g_strconcat(world.file, "-wal", NULL);
  g_autofree char *locks = g_strconcat(world.file, ".locks", NULL);
  CU_ASSERT(journal_begin(journal, "test", DAY, &error) == 1);
  CU_ASSERT_EQUAL(mode_of(folder), 0700);
  CU_ASSERT_EQUAL(mode_of(world.file), 0600);
  CU_ASSERT_EQUAL(mode_of(wal), 0600);
  CU_ASSERT_EQUAL(mode_of(locks), 0600);
  world_clear(&world);
}

static void test_mode_is_mended(void)
{
  struct world world = world_new();
  world_begin(&world);
  g_chmod(world.file, 0644);
  OWNED(journal) journal = world_open(&world);
  CU_ASSERT_PTR_NOT_NULL(journal);
  CU_ASSERT_EQUAL(mode_of(world.file), 0600);
  world_clear(&world);
}

/* The debriefs as "id pack begun touched; …". */
static char *list_all(struct journal *journal, const char *pack)
{
  g_autoptr(GPtrArray) list = journal_list(journal, pack, NULL);
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < list->len; i++) {
    const struct journal_entry *entry = list->pdata[i];
    g_string_append_printf(out, "%d %s %d %d; ", (int)entry->id, entry->pack, entry->begun - DAY,
                           entry->touched - DAY);
  }
  return g_string_free(out, FALSE);
}

static void test_list(void)
{
  struct world world = world_new();
  OWNED(journal) journal = world_open(&world);
  CU_ASSERT(journal_begin(journal, "test", DAY, NULL) == 1);
  CU_ASSERT(journal_begin(journal, "other", DAY + 1, NULL) == 2);
  CU_ASSERT(journal_begin(journal, "test", DAY + 1, NULL) == 3);
  CU_ASSERT(journal_record_tick(journal, 1, "one", "one", DAY, DAY + 4, NULL));
  g_autofree char *all = list_all(journal, NULL);
  ASSERT_TEXT(all, "1 test 0 4; 3 test 1 1; 2 other 1 1; ");
  g_autofree char *mine = list_all(journal, "test");
  ASSERT_TEXT(mine, "1 test 0 4; 3 test 1 1; ");
  world_clear(&world);
}

static void test_numbers_are_not_used_again(void)
{
  gboolean wiped = FALSE;
  struct world world = world_new();
  OWNED(journal) journal = world_open(&world);
  CU_ASSERT(journal_begin(journal, "test", DAY, NULL) == 1);
  CU_ASSERT(journal_delete(journal, 1, &wiped, NULL) && wiped);
  CU_ASSERT(journal_begin(journal, "test", DAY, NULL) == 2);
  world_clear(&world);
}

/* A disk that is full, say. */
static void test_refused(void)
{
  struct world world = world_new();
  world_begin(&world);
  sqlite3 *db = NULL;
  CU_ASSERT_FATAL(sqlite3_open(world.file, &db) == SQLITE_OK);
  CU_ASSERT_FATAL(sqlite3_exec(db,
                               "CREATE TRIGGER full BEFORE INSERT ON debrief "
                               "BEGIN SELECT RAISE(FAIL, 'full'); END",
                               NULL, NULL, NULL) == SQLITE_OK);
  sqlite3_close(db);
  OWNED(journal) journal = world_open(&world);
  g_autoptr(GError) error = NULL;
  CU_ASSERT(journal_begin(journal, "test", DAY, &error) == 0);
  CU_ASSERT_PTR_NOT_NULL(error);
  g_autofree char *all = list_all(journal, NULL);
  ASSERT_TEXT(all, "1 test 0 0; ");
  world_clear(&world);
}

static void test_lock(void)
{
  gboolean wiped = FALSE;
  struct world world = world_new();
  OWNED(journal) here = world_open(&world);
  OWNED(journal) there = world_open(&world);
  g_autoptr(GError) error = NULL;
  gint64 id = journal_begin(here, "test", DAY, NULL);
  CU_ASSERT(!journal_lock(there, id, &error));
  CU_ASSERT(g_error_matches(error, JOURNAL_ERROR, JOURNAL_ERROR_BUSY));
  ASSERT_TEXT(error->message,
              "debrief 1 is open in another window; go on there, or close it first");
  g_clear_error(&error);
  CU_ASSERT(!journal_delete(there, id, &wiped, &error));
  CU_ASSERT(g_error_matches(error, JOURNAL_ERROR, JOURNAL_ERROR_BUSY));
  CU_ASSERT(journal_lock(here, id, NULL));
  CU_ASSERT(journal_begin(there, "test", DAY, NULL) == 2);
  g_clear_pointer(&here, journal_close);
  CU_ASSERT(journal_lock(there, id, NULL));
  world_clear(&world);
}

/* ---- files that are not as they should be ---- */

/* Opening fails with CODE and the message MESSAGE, {1} being the file; the file stays as it is. */
static void assert_refused(const struct world *world, enum journal_error code, const char *message)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize length_before = 0, length_after = 0;
  g_file_get_contents(world->file, &before, &length_before, NULL);
  CU_ASSERT(journal_open(world->file, FALSE, NULL, &error) == NULL);
  CU_ASSERT_FATAL(error != NULL);
  CU_ASSERT_EQUAL(error->code, (int)code);
  g_autofree char *expected = tr_fill(message, world->file, NULL);
  ASSERT_TEXT(error->message, expected);
  g_file_get_contents(world->file, &after, &length_after, NULL);
  CU_ASSERT(length_before == length_after && memcmp(before, after, length_before) == 0);
}

static void write_file(const struct world *world, const char *text)
{
  g_autofree char *folder = g_path_get_dirname(world->file);
  g_mkdir_with_parents(folder, 0700);
  CU_ASSERT_FATAL(g_file_set_contents(world->file, text, -1, NULL));
}

static void test_no_database(void)
{
  struct world world = world_new();
  write_file(&world, "Dear diary, today I kept notes in a file of another kind entirely.\n");
  assert_refused(&world, JOURNAL_ERROR_DAMAGED, "'{1}' is no journal; move it out of the way");
  world_clear(&world);
}

static void test_database_of_others(void)
{
  struct world world = world_new();
  write_file(&world, "");
  world_meddle(&world, "CREATE TABLE recipe(name TEXT)");
  assert_refused(&world, JOURNAL_ERROR_DAMAGED, "'{1}' is no journal; move it out of the way");
  world_clear(&world);
}

static void test_newer(void)
{
  struct world world = world_new();
  world_begin(&world);
  world_meddle(&world, "PRAGMA user_version = 99");
  assert_refused(&world, JOURNAL_ERROR_NEWER,
                 "the journal '{1}' was written by a later version of this program; use that one");
  world_clear(&world);
}

static void test_negative_version(void)
{
  struct world world = world_new();
  world_begin(&world);
  world_meddle(&world, "PRAGMA user_version = -5");
  assert_refused(&world, JOURNAL_ERROR_DAMAGED, "'{1}' is no journal; move it out of the way");
  world_clear(&world);
}

/* What the next file that is opened will have; one more for each that was left open. */
static int next_descriptor(void)
{
  int next = open("/dev/null", O_RDONLY | O_CLOEXEC);
  close(next);
  return next;
}

static void test_damaged(void)
{
  struct world world = world_new();
  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_autoptr(GError) error = NULL;
  struct journal *journal = world_open(&world);
  journal_begin(journal, "test", DAY, NULL);
  journal_close(journal);
  g_file_get_contents(world.file, &bytes, &length, NULL);
  CU_ASSERT_FATAL(length > 4096);
  memset(bytes + 4096, 0xAA, length - 4096);
  g_file_set_contents(world.file, bytes, (gssize)length, NULL);
  int next = next_descriptor();
  CU_ASSERT(journal_open(world.file, FALSE, NULL, &error) == NULL);
  CU_ASSERT(g_error_matches(error, JOURNAL_ERROR, JOURNAL_ERROR_DAMAGED));
  CU_ASSERT(strchr(error->message, '\n') == NULL);
  CU_ASSERT_EQUAL(next_descriptor(), next);
  world_clear(&world);
}

static void test_tables_missing(void)
{
  struct world world = world_new();
  g_autoptr(GError) error = NULL;
  world_begin(&world);
  world_meddle(&world, "DROP TABLE answer; DROP TABLE tick; DROP TABLE debrief");
  OWNED(journal) journal = journal_open(world.file, FALSE, NULL, &error);
  CU_ASSERT(!journal || journal_list(journal, NULL, &error) == NULL);
  CU_ASSERT(g_error_matches(error, JOURNAL_ERROR, JOURNAL_ERROR_DAMAGED));
  world_clear(&world);
}

/* What a killed first start may leave behind. */
static void test_empty_file_is_new(void)
{
  struct world world = world_new();
  write_file(&world, "");
  OWNED(journal) journal = world_open(&world);
  CU_ASSERT(journal_begin(journal, "test", DAY, NULL) == 1);
  world_clear(&world);
}

static void test_folder_in_the_way(void)
{
  struct world world = world_new();
  g_autoptr(GError) error = NULL;
  g_autofree char *file = g_build_filename(world.pack->folder, "pack.xml", "journal.sqlite", NULL);
  CU_ASSERT(journal_open(file, FALSE, NULL, &error) == NULL);
  CU_ASSERT(g_error_matches(error, JOURNAL_ERROR, JOURNAL_ERROR_IO));
  CU_ASSERT(g_str_has_suffix(error->message, ": Not a directory"));
  g_clear_error(&error);
  g_autofree char *below = g_build_filename(file, "rebond", "journal.sqlite", NULL);
  CU_ASSERT(journal_open(below, FALSE, NULL, &error) == NULL);
  CU_ASSERT(error && g_str_has_suffix(error->message, ": Not a directory"));
  world_clear(&world);
}

static void test_folder_of_its_name(void)
{
  struct world world = world_new();
  g_autoptr(GError) error = NULL;
  CU_ASSERT_FATAL(g_mkdir_with_parents(world.file, 0700) == 0);
  for (int read_only = 0; read_only <= 1; read_only++) {
    CU_ASSERT(journal_open(world.file, read_only, NULL, &error) == NULL);
    CU_ASSERT(g_error_matches(error, JOURNAL_ERROR, JOURNAL_ERROR_DAMAGED));
    CU_ASSERT(g_str_has_suffix(error->message, "is no journal; move it out of the way"));
    g_clear_error(&error);
  }
  world_clear(&world);
}

/* SQLite asks for a file beside the journal that is larger than files may be here. */
static void test_reason_of_the_system(void)
{
  struct world world = world_new();
  g_autoptr(GError) error = NULL;
  struct rlimit usual;
  world_begin(&world);
  getrlimit(RLIMIT_FSIZE, &usual);
  void (*before)(int) = signal(SIGXFSZ, SIG_IGN);
  setrlimit(RLIMIT_FSIZE, &(struct rlimit){512, usual.rlim_max});
  OWNED(journal) journal = journal_open(world.file, FALSE, NULL, &error);
  setrlimit(RLIMIT_FSIZE, &usual);
  signal(SIGXFSZ, before);
  g_autofree char *expected =
      tr_fill("cannot write the journal '{1}': File too large", world.file, NULL);
  CU_ASSERT(journal == NULL);
  ASSERT_TEXT(error ? error->message : NULL, expected);
  world_clear(&world);
}

/* ---- reading alone ---- */

static void test_read_only_without_journal(void)
{
  struct world world = world_new();
  OWNED(journal) journal = journal_open(world.file, TRUE, NULL, NULL);
  CU_ASSERT_FATAL(journal != NULL);
  g_autofree char *all = list_all(journal, NULL);
  ASSERT_TEXT(all, "");
  g_autofree char *folder = g_path_get_dirname(world.file);
  CU_ASSERT(!g_file_test(folder, G_FILE_TEST_EXISTS));
  world_clear(&world);
}

static gboolean may_not_write(const struct world *world)
{
  g_autoptr(GError) error = NULL;
  OWNED(journal) journal = journal_open(world->file, FALSE, NULL, &error);
  return !journal && g_error_matches(error, JOURNAL_ERROR, JOURNAL_ERROR_IO);
}

/* In a process of an ordinary user, who may read the folder but not write it: the debriefs. Who is
 * not root cannot become another, and of one's own file the mode is mended for writing. */
static int read_as_guest(const struct world *world)
{
  gboolean root = geteuid() == 0;
  if (root && setuid(65534) != 0)
    return 2;
  if (root && !may_not_write(world))
    return 3;
  OWNED(journal) journal = journal_open(world->file, TRUE, NULL, NULL);
  if (!journal)
    return 4;
  g_autofree char *all = list_all(journal, NULL);
  return g_str_equal(all, "1 test 0 0; ") ? 0 : 5;
}

static void test_read_only_home(void)
{
  struct world world = world_new();
  struct journal *journal = world_open(&world);
  journal_begin(journal, "test", DAY, NULL);
  journal_close(journal);
  g_autofree char *inner = g_path_get_dirname(world.file);
  g_autofree char *outer = g_path_get_dirname(inner);
  g_chmod(world.file, 0444);
  g_chmod(inner, 0555);
  g_chmod(outer, 0755);
  g_chmod(world.folder, 0755);
  fflush(stdout);
  pid_t child = fork();
  if (child == 0)
    _exit(read_as_guest(&world));
  int status = -1;
  waitpid(child, &status, 0);
  CU_ASSERT_EQUAL(WEXITSTATUS(status), 0);
  g_chmod(inner, 0700);
  world_clear(&world);
}

SUITE(journal, {"only the owner may read the files", test_private_files},
      {"a looser mode is mended", test_mode_is_mended},
      {"debriefs are listed, latest first", test_list},
      {"the number of a deleted debrief is not used again", test_numbers_are_not_used_again},
      {"what cannot be written is not begun", test_refused}, {"a debrief is open once", test_lock},
      {"what is no database is left alone", test_no_database},
      {"a database of another program is left alone", test_database_of_others},
      {"a journal from the future is left alone", test_newer},
      {"a version below nought is none", test_negative_version},
      {"a damaged journal is told", test_damaged},
      {"a journal without its tables is damaged", test_tables_missing},
      {"an empty file is a new journal", test_empty_file_is_new},
      {"a folder that cannot be made is told", test_folder_in_the_way},
      {"a folder of its name is no journal", test_folder_of_its_name},
      {"what the system says of a failure is handed on", test_reason_of_the_system},
      {"reading makes no journal", test_read_only_without_journal},
      {"reading does without leave to write", test_read_only_home})
