/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of each thing told, the later. */
#include "walk/merge.h"

static gboolean is_later(const struct answer *answer, const struct answer *than)
{
  if (!than || answer->seen != than->seen)
    return !than || answer->seen > than->seen;
  return answer->given >= than->given;
}

static void merge_answers(struct answers *answers, const struct answers *other)
{
  g_autoptr(GPtrArray) list = answers_list(other);
  for (guint i = 0; i < list->len; i++) {
    const struct answer *answer = list->pdata[i];
    if (is_later(answer, answers_get(answers, answer->step)))
      answers_restore(answers, answer->step, (const char *const *)answer->values, answer->given,
                      answer->seen);
  }
}

static void merge_tasks(struct answers *answers, const struct answers *other,
                        const struct catalogue *catalogue)
{
  for (guint i = 0; i < catalogue->task_count; i++) {
    const struct task *task = catalogue->tasks[i];
    int ticked = answers_tick(other, task), moved = answers_moved(other, task);
    int before = answers_tick(answers, task), stood = answers_moved(answers, task);
    if (ticked && ticked >= before)
      answers_set_tick(answers, task, ticked, answers_ticked_action(other, task));
    if (ticked == before) /* what is put off beside a tick is another of the slot, and came later */
      answers_set_moved(answers, task, stood);
    if (moved && moved >= answers_moved(answers, task) && ticked == answers_tick(answers, task))
      answers_set_moved(answers, task, moved);
  }
}

static int latest_day(const struct answers *answers)
{
  return answers_seen_before(answers, G_MAXINT);
}

static void merge_words(struct answers *answers, const struct answers *other)
{
  gboolean later = latest_day(other) >= latest_day(answers);
  g_autoptr(GPtrArray) fills = answers_fills(other);
  g_autoptr(GPtrArray) drafts = answers_own_drafts(other);
  for (guint i = 0; i < fills->len; i++)
    if (later || !answers_fill(answers, fills->pdata[i]))
      answers_set_fill(answers, fills->pdata[i], answers_fill(other, fills->pdata[i]));
  for (guint i = 0; i < drafts->len; i++)
    if (later || !answers_own_draft(answers, drafts->pdata[i]))
      answers_set_own_draft(answers, drafts->pdata[i], answers_own_draft(other, drafts->pdata[i]));
}

/* A stray stands at one place, as an answer does. */
static gboolean same_place(gconstpointer a, gconstpointer b)
{
  const struct stray *one = a, *other = b;
  gboolean alike = (one->kind == ENTRY_DONE) == (other->kind == ENTRY_DONE) &&
                   (one->kind == ENTRY_MOVED) == (other->kind == ENTRY_MOVED);
  return alike && one->turn == other->turn && g_str_equal(one->of, other->of);
}

static void merge_strays(struct answers *answers, const struct answers *other)
{
  const GPtrArray *strays = answers_strays(other);
  for (guint i = 0; i < strays->len; i++)
    if (!g_ptr_array_find_with_equal_func((GPtrArray *)answers_strays(answers), strays->pdata[i],
                                          same_place, NULL))
      answers_add_stray(answers, strays->pdata[i]);
}

void answers_merge(struct answers *answers, const struct answers *other)
{
  merge_tasks(answers, other, answers_catalogue(answers));
  merge_words(answers, other);
  merge_answers(answers, other);
  merge_strays(answers, other);
  answers_set_begun(answers, MIN(answers_begun(answers), answers_begun(other)));
}
