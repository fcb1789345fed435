/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A process killed at any moment loses nothing that was acknowledged. */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "world.h"

#define KILLS 40
#define MOST_ACKNOWLEDGED 12

static struct step note_step(const struct world *world)
{
  return told_step(world->pack->catalogue, "b", 0);
}

/* Records the notes "FROM", "FROM + 1" … without end, and says each number when it is kept. */
G_NORETURN static void write_on(const struct world *world, gint64 id, guint from, int pipe)
{
  OWNED(journal) journal = world_open(world);
  OWNED(answers) answers = answers_new(world->pack->catalogue);
  if (!journal_lock(journal, id, NULL))
    _exit(2);
  for (guint number = from;; number++) {
    g_autofree char *note = g_strdup_printf("%u", number);
    const char *values[] = {note, NULL};
    answers_set(answers, note_step(world), values, DAY);
    if (!journal_record(journal, id, answers, note_step(world), DAY, NULL) ||
        write(pipe, &number, sizeof number) != sizeof number)
      _exit(3);
  }
}

/* The number that is on disk now. */
static guint read_number(const struct world *world, gint64 id)
{
  OWNED(journal) journal = world_open(world);
  OWNED(answers) answers = journal_load(journal, id, world->pack->catalogue, NULL, NULL);
  CU_ASSERT_FATAL(answers != NULL);
  const struct answer *answer = answers_get(answers, note_step(world));
  return answer ? (guint)g_ascii_strtoull(answer->values[0], NULL, 10) : 0;
}

/* Lets a child write until ACKNOWLEDGED numbers have come, kills it, and gives the last of them. */
static guint write_and_kill(const struct world *world, gint64 id, guint from, int acknowledged)
{
  int ends[2];
  guint last = 0;
  CU_ASSERT_FATAL(pipe(ends) == 0);
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    write_on(world, id, from, ends[1]);
  }
  close(ends[1]);
  for (int i = 0; i < acknowledged; i++)
    CU_ASSERT_FATAL(read(ends[0], &last, sizeof last) == sizeof last);
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  CU_ASSERT(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
  /* What was said between the last look and the kill counts too. */
  guint more;
  while (read(ends[0], &more, sizeof more) == sizeof more)
    last = more;
  close(ends[0]);
  return last;
}

static void test_kill(void)
{
  struct world world = world_new();
  struct journal *journal = world_open(&world);
  gint64 id = journal_begin(journal, "test", DAY, NULL);
  journal_close(journal);
  guint32 seed = g_random_int();
  g_autoptr(GRand) random = g_rand_new_with_seed(seed);
  printf("(seed %u) ", seed);
  guint next = 1;
  for (int i = 0; i < KILLS; i++) {
    int acknowledged = g_rand_int_range(random, 1, MOST_ACKNOWLEDGED + 1);
    guint last = write_and_kill(&world, id, next, acknowledged);
    guint kept = read_number(&world, id);
    CU_ASSERT(last >= next);
    /* The one after it may have been committed and not been said. */
    CU_ASSERT(kept == last || kept == last + 1);
    next = kept + 1;
  }
  CU_ASSERT(next > KILLS);
  world_clear(&world);
}

SUITE(crash, {"kill -9 loses nothing that was acknowledged", test_kill})
