/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The promises of the walk over random packs and random moves: whatever the detour, the state is
 * that of the final answers typed straight through; nothing told is lost; what is parked and
 * restored is told, and nothing else; progress is true and never rises on the way forward.
 */
#include <stdio.h>

#include "base/date.h"
#include "support/random_pack.h"
#include "support/suite.h"
#include "support/told.h"
#include "walk/walk.h"

#define PACKS 120
#define MOVES 100

struct trial {
  GRand *rand;
  const struct catalogue *catalogue;
  struct walk *walk;
  int today;
  GHashTable *told;     /* "order.turn" -> the answer as text: all that was accepted */
  GHashTable *standing; /* "order.turn" -> whether the answer there stood when last seen */
  GHashTable *remarks;  /* "order.turn" of the remarks told -> their struct step */
};

static char *key_of(struct step step)
{
  return g_strdup_printf("%u.%u", step.item->order, step.turn);
}

static guint below(struct trial *trial, guint count)
{
  return (guint)g_rand_int_range(trial->rand, 0, (gint32)count);
}

/* ---- what the walk should say, worked out the long way ---- */

/* The first step that is not settled: the last met, or none. */
static struct step frontier_of(const struct walk *walk)
{
  const GArray *met = pass_met(walk_pass(walk));
  if (!met->len)
    return (struct step){0};
  struct step last = g_array_index(met, struct step, met->len - 1);
  gboolean asked = last.item->kind == ITEM_QUESTION || last.item->kind == ITEM_REPEAT;
  return asked && !pass_settled(walk_pass(walk), last) ? last : (struct step){0};
}

static gboolean is_beyond(struct step step, struct step frontier)
{
  return frontier.item && step_compare(step, frontier) > 0;
}

static gboolean stands(const struct walk *walk, const struct answer *answer)
{
  const struct pass *pass = walk_pass(walk);
  if (!pass_settled(pass, answer->step))
    return FALSE;
  const struct answer *counts = pass_answer(pass, answer->step);
  if (answer->skipped || !counts)
    return answer->skipped && !counts;
  return g_strv_equal((const char *const *)answer->values, (const char *const *)counts->values);
}

/* Brings `standing` up to date and says what that changed. */
static void expect_answers(struct trial *trial, GArray *parked, GArray *restored)
{
  struct step frontier = frontier_of(trial->walk);
  g_autoptr(GPtrArray) list = answers_list(walk_answers(trial->walk));
  for (guint i = 0; i < list->len; i++) {
    const struct answer *answer = list->pdata[i];
    if (is_beyond(answer->step, frontier))
      continue;
    g_autofree char *key = key_of(answer->step);
    gpointer before = NULL;
    gboolean known = g_hash_table_lookup_extended(trial->standing, key, NULL, &before);
    gboolean now = stands(trial->walk, answer);
    if (known && now != GPOINTER_TO_INT(before) && !answer->skipped)
      g_array_append_val(now ? restored : parked, answer->step);
    g_hash_table_insert(trial->standing, g_steal_pointer(&key), GINT_TO_POINTER(now));
  }
}

static gboolean is_forgotten(gpointer key, gpointer value, gpointer data)
{
  (void)key;
  const struct walk *walk = data;
  struct step step = *(struct step *)value;
  return !is_beyond(step, frontier_of(walk)) && !pass_has_met(walk_pass(walk), step);
}

static void expect_remarks(struct trial *trial, GArray *remarks)
{
  const GArray *met = pass_met(walk_pass(trial->walk));
  g_hash_table_foreach_remove(trial->remarks, is_forgotten, trial->walk);
  for (guint i = 0; i < met->len; i++) {
    struct step step = g_array_index(met, struct step, i);
    char *key = step.item->kind == ITEM_REMARK ? key_of(step) : NULL;
    if (key && !g_hash_table_contains(trial->remarks, key))
      g_array_append_val(remarks, step);
    if (key)
      g_hash_table_insert(trial->remarks, key, g_memdup2(&step, sizeof step));
  }
}

static void check_steps(const GArray *actual, const GArray *expected)
{
  g_autofree char *one = told_names(actual);
  g_autofree char *other = told_names(expected);
  ASSERT_TEXT(one, other);
}

static void check_news(struct trial *trial)
{
  g_autoptr(GArray) parked = g_array_new(FALSE, FALSE, sizeof(struct step));
  g_autoptr(GArray) restored = g_array_new(FALSE, FALSE, sizeof(struct step));
  g_autoptr(GArray) remarks = g_array_new(FALSE, FALSE, sizeof(struct step));
  expect_answers(trial, parked, restored);
  expect_remarks(trial, remarks);
  check_steps(walk_parked(trial->walk), parked);
  check_steps(walk_restored(trial->walk), restored);
  check_steps(walk_remarks(trial->walk), remarks);
}

/* All that was accepted is there as it was, and nothing else. */
static void check_told(struct trial *trial)
{
  g_autoptr(GPtrArray) list = answers_list(walk_answers(trial->walk));
  CU_ASSERT_EQUAL(list->len, g_hash_table_size(trial->told));
  for (guint i = 0; i < list->len; i++) {
    const struct answer *answer = list->pdata[i];
    g_autofree char *key = key_of(answer->step);
    g_autofree char *text = told_answer(answer);
    ASSERT_TEXT(text, g_hash_table_lookup(trial->told, key));
  }
}

/* ---- straight through ---- */

static struct walk *begin(const struct trial *trial)
{
  struct answers *answers = answers_new(trial->catalogue);
  answers_set_begun(answers, trial->today);
  for (guint i = 0; i < trial->catalogue->task_count; i++) {
    const struct task *task = trial->catalogue->tasks[i];
    answers_set_tick(answers, task, answers_tick(walk_answers(trial->walk), task),
                     answers_ticked_action(walk_answers(trial->walk), task));
  }
  return walk_new(trial->catalogue, answers, trial->today, NULL);
}

static void check_straight(const struct trial *trial)
{
  OWNED(walk) straight = begin(trial);
  const struct pass *pass = walk_pass(trial->walk);
  struct step step;
  while ((step = walk_current(straight)).item && pass_settled(pass, step)) {
    g_autofree char *why = NULL;
    const struct answer *answer = answers_get(walk_answers(trial->walk), step);
    gboolean accepted = answer->skipped
                            ? walk_skip(straight, &why)
                            : walk_answer(straight, (const char *const *)answer->values, &why);
    ASSERT_TEXT(accepted ? NULL : why, NULL);
    if (!accepted)
      return;
  }
  check_steps(pass_met(pass), pass_met(walk_pass(straight)));
  for (guint i = 0; i < pass_met(pass)->len; i++) {
    step = g_array_index(pass_met(pass), struct step, i);
    const struct answer *one = pass_answer(pass, step);
    const struct answer *other = pass_answer(walk_pass(straight), step);
    g_autofree char *had = one ? told_answer(one) : NULL;
    g_autofree char *typed = other ? told_answer(other) : NULL;
    ASSERT_TEXT(had, typed);
  }
}

/* ---- moves ---- */

static void note_told(struct trial *trial, struct step step)
{
  const struct answer *answer = answers_get(walk_answers(trial->walk), step);
  g_hash_table_insert(trial->told, key_of(step), told_answer(answer));
  g_hash_table_insert(trial->standing, key_of(step), GINT_TO_POINTER(TRUE));
}

static gboolean is_due_again(const struct trial *trial, struct step step)
{
  const struct question *question = item_question(step.item);
  return walk_is_again(trial->walk) && question && question->revisit &&
         answers_get(walk_answers(trial->walk), step)->seen < trial->today &&
         answers_begun(walk_answers(trial->walk)) < trial->today;
}

/* Gives VALUES (NULL: skips) and checks what must hold if they are accepted, and if not. */
static gboolean give(struct trial *trial, char **values)
{
  struct step step = walk_current(trial->walk);
  struct progress before = walk_progress(trial->walk);
  gboolean kept = !values && is_due_again(trial, step);
  OWNED(answers) old = answers_copy(walk_answers(trial->walk));
  g_autofree char *why = NULL;
  gboolean accepted = values ? walk_answer(trial->walk, (const char *const *)values, &why)
                             : walk_skip(trial->walk, &why);
  if (!accepted) {
    CU_ASSERT_PTR_NOT_NULL(why);
    CU_ASSERT_TRUE(step_equal(walk_current(trial->walk), step));
    CU_ASSERT_TRUE(answers_equal(old, walk_answers(trial->walk)));
    return FALSE;
  }
  const struct answer *answer = answers_get(walk_answers(trial->walk), step);
  CU_ASSERT_EQUAL(answer->skipped, !values && !(kept && !answers_get(old, step)->skipped));
  CU_ASSERT_EQUAL(answer->seen, trial->today);
  note_told(trial, step);
  check_news(trial);
  struct progress after = walk_progress(trial->walk);
  CU_ASSERT_TRUE(after.least <= before.least);
  CU_ASSERT_TRUE(after.most < before.most);
  return TRUE;
}

static gboolean answer_somehow(struct trial *trial)
{
  g_auto(GStrv) values =
      random_values(trial->rand, walk_pass(trial->walk), walk_current(trial->walk));
  return give(trial, values);
}

static void answer_wrongly(struct trial *trial)
{
  static const char *const wrong[] = {" ", "v9", "2026-02-30", "31:00", "yes", "-1", "word\nline"};
  g_auto(GStrv) values = g_new0(char *, 2);
  values[0] = g_strdup(wrong[below(trial, G_N_ELEMENTS(wrong))]);
  give(trial, values);
}

static void go_back(struct trial *trial)
{
  struct step step = walk_current(trial->walk);
  g_autoptr(GArray) path = walk_path(trial->walk);
  gboolean first =
      !path->len || (step.item && step_compare(g_array_index(path, struct step, 0), step) >= 0);
  CU_ASSERT_EQUAL(walk_back(trial->walk), !first);
  if (first)
    return;
  CU_ASSERT_TRUE(walk_is_again(trial->walk));
  CU_ASSERT_TRUE(!step.item || step_compare(walk_current(trial->walk), step) < 0);
}

static void jump(struct trial *trial)
{
  g_autoptr(GArray) path = walk_path(trial->walk);
  if (!path->len)
    return;
  struct step step = g_array_index(path, struct step, below(trial, path->len));
  CU_ASSERT_TRUE(walk_jump(trial->walk, step));
  CU_ASSERT_TRUE(step_equal(walk_current(trial->walk), step));
}

/* The id of an action that stands for TASK. */
static const char *any_action(struct trial *trial, const struct task *task)
{
  const char *id = NULL;
  for (guint i = 0; i < trial->catalogue->item_count; i++) {
    const struct action *action = item_action(trial->catalogue->items[i]);
    if (action && action->task == task && (!id || below(trial, 2)))
      id = action->item.id;
  }
  return id;
}

static void tick(struct trial *trial)
{
  const struct task *task = trial->catalogue->tasks[below(trial, trial->catalogue->task_count)];
  walk_tick(trial->walk, task, below(trial, 3) ? trial->today - (int)below(trial, 3) : 0,
            below(trial, 3) ? any_action(trial, task) : NULL);
  check_news(trial);
}

/* Ends the visit and comes back, perhaps on another day. */
static void resume(struct trial *trial)
{
  const struct answers *old = walk_answers(trial->walk);
  struct answers *answers = answers_new(trial->catalogue);
  g_autoptr(GPtrArray) list = answers_list(old);
  for (guint i = 0; i < list->len; i++) {
    const struct answer *answer = list->pdata[i];
    answers_restore(answers, answer->step, (const char *const *)answer->values, answer->given,
                    answer->seen);
  }
  for (guint i = 0; i < trial->catalogue->task_count; i++) {
    const struct task *task = trial->catalogue->tasks[i];
    answers_set_tick(answers, task, answers_tick(old, task), answers_ticked_action(old, task));
  }
  const GPtrArray *strays = answers_strays(old);
  for (guint i = 0; i < strays->len; i++)
    answers_add_stray(answers, strays->pdata[i]);
  answers_set_begun(answers, answers_begun(old));
  CU_ASSERT_TRUE(answers_equal(old, answers));
  walk_free(trial->walk);
  trial->today += below(trial, 3) ? 0 : 1;
  trial->walk = walk_new(trial->catalogue, answers, trial->today, NULL);

  /* What lies beyond the frontier is not known any more. */
  g_hash_table_remove_all(trial->standing);
  g_hash_table_remove_all(trial->remarks);
  g_autoptr(GArray) silent = g_array_new(FALSE, FALSE, sizeof(struct step));
  expect_answers(trial, silent, silent);
  expect_remarks(trial, silent);
  CU_ASSERT_EQUAL(walk_parked(trial->walk)->len + walk_restored(trial->walk)->len +
                      walk_remarks(trial->walk)->len,
                  0);
}

static void move(struct trial *trial)
{
  guint what = below(trial, 100);
  gboolean asked = walk_current(trial->walk).item != NULL;
  if (what < 55 && asked)
    answer_somehow(trial);
  else if (what < 60 && asked)
    answer_wrongly(trial);
  else if (what < 68 && asked)
    give(trial, NULL);
  else if (what < 80)
    go_back(trial);
  else if (what < 90)
    jump(trial);
  else if (what < 96)
    tick(trial);
  else
    resume(trial);
  struct step step = walk_current(trial->walk);
  CU_ASSERT_TRUE(!step.item || pass_has_met(walk_pass(trial->walk), step));
  CU_ASSERT_FALSE(step.item && pass_answers_itself(walk_pass(trial->walk), step));
}

/* ---- to the end ---- */

/* Goes forward until nothing is left; then each progress on the way must have been true. */
static void finish(struct trial *trial)
{
  g_autoptr(GArray) said = g_array_new(FALSE, FALSE, sizeof(struct progress));
  while (walk_current(trial->walk).item) {
    struct progress progress = walk_progress(trial->walk);
    g_array_append_val(said, progress);
    gboolean on = FALSE;
    for (guint tries = 0; !on && tries < 40; tries++)
      on = answer_somehow(trial);
    if (!on && !give(trial, NULL))
      return;
  }
  for (guint i = 0; i < said->len; i++) {
    struct progress progress = g_array_index(said, struct progress, i);
    CU_ASSERT_TRUE(progress.least <= said->len - i);
    CU_ASSERT_TRUE(progress.most >= said->len - i);
  }
}

static void try_pack(GRand *rand)
{
  OWNED(test_pack) pack = random_pack_new(rand, (guint)g_rand_int_range(rand, 1, 14));
  struct trial trial = {.rand = rand, .catalogue = pack->catalogue, .today = 739000};
  trial.told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  trial.standing = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  trial.remarks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  struct answers *answers = answers_new(pack->catalogue);
  answers_set_begun(answers, trial.today);
  trial.walk = walk_new(pack->catalogue, answers, trial.today, NULL);
  for (guint i = 0; i < MOVES; i++) {
    move(&trial);
    check_told(&trial);
  }
  check_straight(&trial);
  finish(&trial);
  check_straight(&trial);
  walk_free(trial.walk);
  g_hash_table_unref(trial.told);
  g_hash_table_unref(trial.standing);
  g_hash_table_unref(trial.remarks);
}

static void test_moves(void)
{
  guint32 seed = random_seed(g_random_int());
  for (guint i = 0; i < random_scale(PACKS); i++) {
    g_autoptr(GRand) rand = g_rand_new_with_seed(seed + i);
    guint failures = CU_get_number_of_failures();
    try_pack(rand);
    if (CU_get_number_of_failures() != failures) {
      printf("\nfails with REBOND_SEED=%u\n", seed + i);
      return;
    }
  }
}

SUITE(walk_random, {"any detour ends where the straight way does", test_moves})
