/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes a whole run: up to the first line of dashes alone bytes are a theme file, behind it what
 * is typed, a line a keystroke, on a day and, when the input has ended, again on a later one. Then
 * the plan in every format. Whatever is typed, what was accepted may stand.
 */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"
#include "terminal/dialogue.h"
#include "walk/walk.h"

#define LATER 9 /* days */

static gboolean keep_answer(void *data, const struct answer *answer, GError **error)
{
  struct walk *walk = data;
  (void)error;
  if (answers_get(walk_answers(walk), answer->step) != answer)
    fuzz_fail("what is kept is not what stands", answer->step.item->id, "");
  return TRUE;
}

static gboolean keep_tick(void *data, const struct task *task, const char *action, int day,
                          GError **error)
{
  (void)data, (void)task, (void)action, (void)day, (void)error;
  return TRUE;
}

static gboolean keep_move(void *data, const struct task *task, int day, GError **error)
{
  (void)data, (void)task, (void)day, (void)error;
  return TRUE;
}

static gboolean keep_fill(void *data, const char *id, const char *words, GError **error)
{
  (void)data, (void)id, (void)words, (void)error;
  return TRUE;
}

/* A file in memory with these bytes, at its beginning. */
static FILE *file_of(const char *bytes, gsize size)
{
  FILE *file = fdopen(memfd_create("fuzz", 0), "w+");
  if (!file || fwrite(bytes, 1, size, file) != size)
    abort();
  rewind(file);
  return file;
}

static void converse(struct walk *walk, const char *typed, gsize size)
{
  FILE *in = file_of(typed, size), *out = file_of("", 0);
  struct dialogue dialogue = {.walk = walk,
                              .out = out,
                              .language = "fr",
                              .record = keep_answer,
                              .record_tick = keep_tick,
                              .record_move = keep_move,
                              .record_fill = keep_fill,
                              .record_draft = keep_fill,
                              .data = walk};
  g_autofree char *where = NULL;
  dialogue.lines = lines_new(in, out, FALSE);
  enum dialogue_end end = dialogue_run(&dialogue, &where);
  if (end == DIALOGUE_FAILED)
    fuzz_fail("could not keep or read", where ? where : "", "");
  lines_free(dialogue.lines);
  fclose(in);
  fclose(out);
}

/* Takes ANSWERS over; gives back what stands after the talk of one day. */
static struct answers *talk(const struct catalogue *catalogue, struct answers *answers, int today,
                            const char *typed, gsize size)
{
  OWNED(walk) walk = walk_new(catalogue, answers, today, NULL);
  converse(walk, typed, size);
  OWNED(plan) plan = plan_new(catalogue, walk_answers(walk), today, NULL, TRUE);
  fuzz_report(plan);
  return answers_copy(walk_answers(walk));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const char line[] = "\n---\n";
  const char *bytes = (const char *)data, *end = bytes + size;
  const char *typed = memmem(bytes, size, line, strlen(line));
  OWNED(catalogue) catalogue = typed ? fuzz_theme(bytes, (gsize)(typed - bytes)) : NULL;
  if (!catalogue)
    return 0;
  typed += strlen(line);
  struct answers *answers = answers_new(catalogue);
  answers_set_begun(answers, fuzz_today());
  for (int day = fuzz_today(); day <= fuzz_today() + LATER; day += LATER)
    answers = talk(catalogue, answers, day, typed, (gsize)(end - typed));
  answers_free(answers);
  return 0;
}
