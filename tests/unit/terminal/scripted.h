/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conversations with a person whose lines are written down beforehand. */
#pragma once

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "support/pack.h"
#include "support/suite.h"
#include "terminal/dialogue.h"

struct scripted {
  struct test_pack *pack;
  struct walk *walk;
  struct dialogue dialogue;
  GString *recorded; /* a line for each answer and tick as it was made durable */
  char *said;        /* what the program said in the last conversation */
  char *where;
  int fail_after; /* answers that can be kept; -1: all */
};

static gboolean scripted_record(void *data, const struct answer *answer, GError **error)
{
  struct scripted *scripted = data;
  if (scripted->fail_after == 0) {
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "the disk is full");
    return FALSE;
  }
  scripted->fail_after--;
  g_autofree char *values = answer->skipped ? g_strdup("-") : g_strjoinv("+", answer->values);
  g_string_append_printf(scripted->recorded, "%s%s=%s", scripted->recorded->len ? " " : "",
                         answer->step.item->id, values);
  return TRUE;
}

static gboolean scripted_tick(void *data, const struct task *task, const char *action, int day,
                              GError **error)
{
  struct scripted *scripted = data;
  (void)error;
  CU_ASSERT_EQUAL(action != NULL, day != 0);
  g_autofree char *iso = day ? date_to_iso(day) : g_strdup("no");
  g_string_append_printf(scripted->recorded, "%s%s!%s", scripted->recorded->len ? " " : "",
                         task->name->id, iso);
  return TRUE;
}

static gboolean scripted_move(void *data, const struct task *task, int day, GError **error)
{
  struct scripted *scripted = data;
  (void)error;
  g_autofree char *iso = date_to_iso(day);
  g_string_append_printf(scripted->recorded, "%s%s>%s", scripted->recorded->len ? " " : "",
                         task->name->id, iso);
  return TRUE;
}

static gboolean scripted_fill(void *data, const char *id, const char *words, GError **error)
{
  struct scripted *scripted = data;
  (void)error;
  g_string_append_printf(scripted->recorded, "%s%s:%s", scripted->recorded->len ? " " : "", id,
                         words ? words : "none");
  return TRUE;
}

static gboolean scripted_draft(void *data, const char *draft, const char *words, GError **error)
{
  struct scripted *scripted = data;
  (void)error;
  g_string_append_printf(scripted->recorded, "%s%s#%s", scripted->recorded->len ? " " : "", draft,
                         words ? words : "none");
  return TRUE;
}

/* A pack of THEME, and PACK inside pack.xml, on Monday 23 November 2026. */
static inline struct scripted *scripted_new(const char *pack, const char *theme,
                                            const struct translator *translator)
{
  struct scripted *scripted = g_new0(struct scripted, 1);
  scripted->pack = test_pack_new(pack, theme);
  g_autofree char *findings = test_pack_findings(scripted->pack);
  ASSERT_TEXT(findings, "");
  struct answers *answers = answers_new(scripted->pack->catalogue);
  int today = date_from_ymd(2026, 11, 23);
  answers_set_begun(answers, today);
  scripted->walk = walk_new(scripted->pack->catalogue, answers, today, translator);
  scripted->recorded = g_string_new(NULL);
  scripted->fail_after = -1;
  scripted->dialogue = (struct dialogue){.walk = scripted->walk,
                                         .translator = translator,
                                         .language = "fr",
                                         .record = scripted_record,
                                         .record_tick = scripted_tick,
                                         .record_move = scripted_move,
                                         .record_fill = scripted_fill,
                                         .record_draft = scripted_draft,
                                         .data = scripted};
  return scripted;
}

/* The same person DAYS later. */
static inline void scripted_later(struct scripted *scripted, int days)
{
  struct answers *answers = answers_copy(walk_answers(scripted->walk));
  int today = walk_today(scripted->walk) + days;
  walk_free(scripted->walk);
  scripted->walk =
      walk_new(scripted->pack->catalogue, answers, today, scripted->dialogue.translator);
  scripted->dialogue.walk = scripted->walk;
}

static inline void scripted_free(struct scripted *scripted)
{
  walk_free(scripted->walk);
  test_pack_free(scripted->pack);
  g_string_free(scripted->recorded, TRUE);
  g_free(scripted->said);
  g_free(scripted->where);
  g_free(scripted);
}
DEFINE_OWNED(scripted, scripted_free)

static inline char *scripted_content(FILE *file)
{
  long length = ftell(file);
  char *text = g_malloc0((gsize)length + 1);
  rewind(file);
  CU_ASSERT_EQUAL(fread(text, 1, (gsize)length, file), (gsize)length);
  return text;
}

/* Types LINES, a line feed after each; "" types nothing. */
static inline enum dialogue_end scripted_run(struct scripted *scripted, const char *lines)
{
  FILE *in = tmpfile(), *out = tmpfile();
  fputs(lines, in);
  rewind(in);
  g_string_truncate(scripted->recorded, 0);
  g_clear_pointer(&scripted->said, g_free);
  g_clear_pointer(&scripted->where, g_free);
  scripted->dialogue.lines = lines_new(in, out, scripted->dialogue.plain);
  scripted->dialogue.out = out;
  enum dialogue_end end = dialogue_run(&scripted->dialogue, &scripted->where);
  lines_free(scripted->dialogue.lines);
  fflush(out);
  scripted->said = scripted_content(out);
  fclose(in);
  fclose(out);
  return end;
}

/* Fails, showing what was said, unless the words are in it (or, with NOT, are not). */
#define ASSERT_SAID(scripted, words) assert_said(__FILE__, __LINE__, scripted, words, TRUE)
#define ASSERT_UNSAID(scripted, words) assert_said(__FILE__, __LINE__, scripted, words, FALSE)
static inline void assert_said(const char *file, int line, const struct scripted *scripted,
                               const char *words, gboolean said)
{
  gboolean fine = (strstr(scripted->said, words) != NULL) == said;
  if (!fine)
    printf("\n%s:%d: %s '%s' in\n%s\n---\n", file, line, said ? "not found" : "found", words,
           scripted->said);
  CU_assertImplementation(fine, (unsigned)line, words, file, "", CU_FALSE);
}
