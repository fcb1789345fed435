/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything that is proved of packs of the wider sort, against the trial of all answers: with the
 * usual caps, where nothing may be left undecided, and with all caps at 2, where it may, but
 * nothing may be wrong.
 */
#include <stdio.h>

#include "plan/page.h"
#include "prove/limits.h"
#include "prove/proofs.h"
#include "support/random.h"
#include "support/small_pack.h"
#include "support/suite.h"

/* A quarter of the packs of the target `long`; few ways, for each is a plan with and without ticks.
 */
enum { PACKS = 750, WAYS = 150 };
enum { QUESTIONS, TEXTS, ACTIONS, SOON, WORDS, KINDS };

static const char *const names[KINDS] = {"questions", "texts", "actions", "first-day", "words"};

/* What was tried of one pack. */
struct trial {
  const GArray *goals;
  gboolean *reached, *fails; /* by goal */
  const GPtrArray *free;     /* tasks that can be ticked without a change to what is asked */
  guint most[KINDS];
};

/* How often what was proved. */
struct tally {
  guint nevers, undecided, inexact, found[KINDS];
};

/* ---- as tried ---- */

static void see_goals(const struct pass *pass, const struct item *at, struct trial *trial)
{
  for (guint i = 0; i < trial->goals->len; i++) {
    const struct goal *goal = &g_array_index(trial->goals, struct goal, i);
    if (at && (!goal->spot.item || goal->spot.item->order > at->order))
      continue;
    trial->reached[i] = trial->reached[i] || goal_seen(goal, GOAL_REACHED, pass);
    if (goal->spot.when)
      trial->fails[i] = trial->fails[i] || goal_seen(goal, GOAL_FAILS, pass);
  }
}

static gboolean is_first_visit(const struct pass *pass)
{
  const struct catalogue *catalogue = pass_catalogue(pass);
  g_autoptr(GPtrArray) list = answers_list(pass_answers(pass));
  for (guint i = 0; i < catalogue->task_count; i++)
    if (answers_tick(pass_answers(pass), catalogue->tasks[i]))
      return FALSE;
  for (guint i = 0; i < list->len; i++)
    if (((const struct answer *)list->pdata[i])->given != pass_today(pass))
      return FALSE;
  return TRUE;
}

static void see_asked(const struct pass *pass, struct trial *trial)
{
  guint questions = 0, texts = 0;
  const GArray *met = pass_met(pass);
  for (guint i = 0; i < met->len; i++) {
    struct step step = g_array_index(met, struct step, i);
    const struct question *question = item_question(step.item);
    if (pass_answers_itself(pass, step))
      continue;
    questions += question || step.item->kind == ITEM_REPEAT;
    texts += question && (question->kind == KIND_TEXT || question->kind == KIND_NOTE);
  }
  trial->most[QUESTIONS] = MAX(trial->most[QUESTIONS], questions);
  trial->most[TEXTS] = MAX(trial->most[TEXTS], texts);
}

/* The plan on the day of PASS with ANSWERS. */
static void see_plan(const struct pass *pass, const struct answers *answers, struct trial *trial)
{
  guint count = 0, soon = 0, words = 0;
  OWNED(plan)
  plan = plan_new(pass_catalogue(pass), answers, pass_today(pass), NULL, FALSE);
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = g_ptr_array_index(plan->actions, i);
    if (!small_pack_counts(plan, i))
      continue;
    count++;
    soon += action->day && action->day <= pass_today(pass) + 1;
    for (guint j = 0; j < action->drafts->len; j++)
      words = MAX(words, plan_draft_words(action->drafts->pdata[j]));
  }
  trial->most[ACTIONS] = MAX(trial->most[ACTIONS], count);
  trial->most[WORDS] = MAX(trial->most[WORDS], words);
  if (answers == pass_answers(pass) && is_first_visit(pass))
    trial->most[SOON] = MAX(trial->most[SOON], soon);
}

/* What is ticked stays in the plan when it would have lapsed. */
static void see_plans(const struct pass *pass, struct trial *trial)
{
  guint count = MIN(trial->free->len, 3);
  see_plan(pass, pass_answers(pass), trial);
  for (guint set = 1; set < 1u << count; set++) {
    OWNED(answers) answers = answers_copy(pass_answers(pass));
    for (guint i = 0; i < count; i++)
      if (set >> i & 1)
        answers_set_tick(answers, trial->free->pdata[i], pass_today(pass), NULL);
    see_plan(pass, answers, trial);
  }
}

static void see(const struct pass *pass, const struct item *at, void *data)
{
  see_goals(pass, at, data);
  if (at)
    return;
  see_asked(pass, data);
  see_plans(pass, data);
}

/* ---- as proved ---- */

static gboolean is_right(enum verdict verdict, gboolean tried, gboolean small, struct tally *tally)
{
  tally->nevers += verdict == VERDICT_NEVER;
  tally->undecided += verdict == VERDICT_UNDECIDED;
  if (verdict == VERDICT_UNDECIDED)
    return small;
  return verdict == (tried ? VERDICT_REACHED : VERDICT_NEVER);
}

static gboolean goals_right(const struct proofs *proofs, const struct trial *trial, gboolean small,
                            struct tally *tally)
{
  const GArray *goals = proofs_goals(proofs);
  gboolean right = TRUE;
  for (guint i = 0; i < goals->len && right; i++) {
    const struct goal *goal = &g_array_index(goals, struct goal, i);
    gboolean constraint = goal->spot.kind == SPOT_CONSTRAINT;
    right = is_right(goal->verdict, trial->reached[i], small, tally);
    if (right && !goal->inside && !goal->answered && goal->spot.when && !constraint)
      right = is_right(goal->fails, trial->fails[i], small, tally);
    if (right)
      continue;
    g_autofree char *words = spot_words(&goal->spot, NULL);
    printf("\n%s%s at line %u: proved %d, tried %d; false: proved %d, tried %d\n", words,
           goal->answered ? " answered" : "", goal->spot.place.line, goal->verdict,
           trial->reached[i], goal->fails, trial->fails[i]);
  }
  return right;
}

static gboolean limits_right(const struct test_pack *pack, const struct proof_options *options,
                             const struct trial *trial, gboolean small, struct tally *tally)
{
  gboolean right = TRUE;
  OWNED(prover) prover = limits_prover(pack->catalogue, options);
  if (prover->days->len > 1) /* other days than those tried have other weekdays */
    return TRUE;
  for (guint kind = 0; kind < KINDS && right; kind++) {
    struct limit_most most;
    struct answers *answers = limits_most(prover, names[kind], &most);
    if (answers)
      answers_free(answers);
    tally->inexact += !most.exact;
    tally->found[kind] += most.count;
    right = most.exact ? most.count == trial->most[kind] : small && most.count <= trial->most[kind];
    if (!right)
      printf("\n%s: found %u%s, tried %u\n", names[kind], most.count, most.exact ? "" : " or more",
             trial->most[kind]);
  }
  return right;
}

static gboolean compare(const struct test_pack *pack, struct trial *trial, const struct caps *caps,
                        struct tally *tally)
{
  struct proof_options options = {.today = small_pack_today(), .proofs = TRUE, .caps = caps};
  OWNED(proofs) proofs = proofs_new(pack->catalogue, &options);
  gboolean right = goals_right(proofs, trial, caps != NULL, tally);
  if (right)
    right = limits_right(pack, &options, trial, caps != NULL, tally);
  CU_ASSERT(right);
  if (!right) {
    g_autofree char *text = small_pack_text(pack);
    printf("caps: %s\n%s", caps ? "2" : "usual", text);
  }
  return right;
}

/* False if there are too many ways to try them all. */
static gboolean compare_pack(const struct test_pack *pack, struct tally *usual, struct tally *small)
{
  struct caps caps;
  for (guint i = 0; i < CAP_COUNT; i++)
    caps.of[i] = 2;
  OWNED(arena) arena = arena_new();
  g_autoptr(GArray) goals = goals_new(pack->catalogue, arena);
  g_autofree gboolean *reached = g_new0(gboolean, goals->len + 1);
  g_autofree gboolean *fails = g_new0(gboolean, goals->len + 1);
  g_autoptr(GPtrArray) free = small_pack_keeping_tasks(pack);
  struct trial trial = {goals, reached, fails, free, {0}};
  if (!small_pack_walk(pack, WAYS, see, &trial))
    return FALSE;
  if (compare(pack, &trial, NULL, usual))
    compare(pack, &trial, &caps, small);
  return TRUE;
}

static void test_against_trial(void)
{
  guint wanted = random_scale(PACKS), done = 0;
  g_autoptr(GRand) rand = g_rand_new_with_seed(random_seed(23));
  guint failures = CU_get_number_of_failures();
  struct tally usual = {0}, small = {0};
  while (done < wanted && CU_get_number_of_failures() == failures) {
    OWNED(test_pack) pack = small_pack_wide(rand, 1 + g_rand_int(rand) % 4);
    done += compare_pack(pack, &usual, &small);
  }
  CU_ASSERT(usual.undecided == 0 && usual.inexact == 0);
  CU_ASSERT(usual.nevers > wanted / 10);
  CU_ASSERT(small.nevers > wanted / 10 && small.undecided > wanted / 10);
  for (guint kind = 0; kind < KINDS; kind++)
    CU_ASSERT(usual.found[kind] > wanted / 20); /* there was something to be found */
}

SUITE(wide, {"nothing proved of packs of the wider sort is wrong", test_against_trial})
