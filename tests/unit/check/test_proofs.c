/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proofs against the trial of all answers. */
#include <stdio.h>
#include <string.h>

#include "check/check.h"
#include "prove/proofs.h"
#include "prove/way.h"
#include "support/random.h"
#include "support/small_pack.h"
#include "support/suite.h"

/* A quarter of the packs of the target `long`. */
enum { PACKS = 500, WAYS = 600 };

struct trial {
  const GArray *goals;
  gboolean *reached, *fails; /* by goal */
};

static void see(const struct pass *pass, const struct item *at, void *data)
{
  struct trial *trial = data;
  for (guint i = 0; i < trial->goals->len; i++) {
    const struct goal *goal = &g_array_index(trial->goals, struct goal, i);
    if (at && (!goal->spot.item || goal->spot.item->order > at->order))
      continue;
    if (!trial->reached[i])
      trial->reached[i] = goal_seen(goal, GOAL_REACHED, pass);
    if (!trial->fails[i] && goal->spot.when)
      trial->fails[i] = goal_seen(goal, GOAL_FAILS, pass);
  }
}

static gboolean agrees(enum verdict verdict, gboolean reached)
{
  return verdict == (reached ? VERDICT_REACHED : VERDICT_NEVER);
}

/* False if there are too many ways to try them all. */
static gboolean compare_pack(const struct test_pack *pack, guint *nevers)
{
  OWNED(arena) arena = arena_new();
  g_autoptr(GArray) tried = goals_new(pack->catalogue, arena);
  g_autofree gboolean *reached = g_new0(gboolean, tried->len + 1);
  g_autofree gboolean *fails = g_new0(gboolean, tried->len + 1);
  struct trial trial = {tried, reached, fails};
  if (!small_pack_walk(pack, WAYS, see, &trial))
    return FALSE;
  struct proof_options options = {.today = small_pack_today(), .proofs = TRUE};
  OWNED(proofs) proofs = proofs_new(pack->catalogue, &options);
  const GArray *goals = proofs_goals(proofs);
  for (guint i = 0; i < goals->len; i++) {
    const struct goal *goal = &g_array_index(goals, struct goal, i);
    gboolean constraint = goal->spot.kind == SPOT_CONSTRAINT;
    gboolean both = goal->inside || goal->answered || !goal->spot.when || constraint;
    gboolean right = agrees(goal->verdict, reached[i]) && (both || agrees(goal->fails, fails[i]));
    *nevers += goal->verdict == VERDICT_NEVER && !goal->inside;
    CU_ASSERT(right);
    if (right)
      continue;
    g_autofree char *words = spot_words(&goal->spot, NULL);
    g_autofree char *text = small_pack_text(pack);
    printf("\n%s%s at line %u: proved %d, tried %d; false: proved %d, tried %d\n%s", words,
           goal->answered ? " answered" : "", goal->spot.place.line, goal->verdict, reached[i],
           goal->fails, fails[i], text);
    return TRUE;
  }
  return TRUE;
}

static void test_against_trial(void)
{
  guint wanted = random_scale(PACKS), done = 0, nevers = 0;
  g_autoptr(GRand) rand = g_rand_new_with_seed(random_seed(5));
  guint failures = CU_get_number_of_failures();
  while (done < wanted && CU_get_number_of_failures() < failures + 1) {
    guint questions = done % 20 ? 2 + g_rand_int(rand) % 4 : 6 + g_rand_int(rand) % 7;
    OWNED(test_pack) pack = small_pack_new(rand, questions, FALSE);
    done += compare_pack(pack, &nevers);
  }
  CU_ASSERT(nevers > wanted / 10); /* contradictions were there to be found */
}

/* ---- patience ---- */

static char *findings_with(double patience)
{
  OWNED(test_pack)
  pack =
      test_pack_new("<topic id=\"t\"><title>T</title></topic>",
                    "<question id=\"q\" kind=\"choice\"><prompt>?</prompt><option value=\"yes\"/>"
                    "<option value=\"no\"/></question>\n"
                    "<remark when=\"$q = 'yes' and $q = 'no'\">R</remark>");
  struct proof_options options = {
      .today = small_pack_today(), .proofs = TRUE, .patience = patience};
  check_pack(pack->catalogue, &options, pack->findings);
  return test_pack_findings(pack);
}

/* Proofs take the steps they need, or those they are given. */
static void test_patience(void)
{
  g_autofree char *usual = findings_with(0), *none = findings_with(1e-9);
  CU_ASSERT_PTR_NOT_NULL(strstr(usual, "[never-reached]"));
  CU_ASSERT_PTR_NULL(strstr(usual, "[undecided]"));
  CU_ASSERT_PTR_NULL(strstr(none, "[never-reached]"));
  CU_ASSERT_PTR_NOT_NULL(strstr(none, "[undecided]"));
}

/* ---- what is known beforehand ---- */

/* What a known way reaches is reached though nothing may be looked for. */
static void test_ways(void)
{
  OWNED(test_pack)
  pack = test_pack_new(NULL, "<question id=\"q\" kind=\"choice\"><prompt>?</prompt>"
                             "<option value=\"yes\"/><option value=\"no\"/></question>\n"
                             "<remark id=\"a\" when=\"$q = 'yes'\">A</remark>\n"
                             "<remark id=\"b\" when=\"$q = 'no'\">B</remark>");
  g_autoptr(GPtrArray) ways = g_ptr_array_new_with_free_func((GDestroyNotify)way_free);
  struct way *way = way_new(answers_new(pack->catalogue), small_pack_today());
  const struct item *first = catalogue_find(pack->catalogue, "a")->item;
  answers_set(way->answers, (struct step){catalogue_find(pack->catalogue, "q")->item, 0},
              (const char *const[]){"yes", NULL}, way->today);
  g_ptr_array_add(ways, way);
  struct proof_options options = {
      .today = small_pack_today(), .proofs = TRUE, .patience = 1e-9, .ways = ways};
  OWNED(proofs) proofs = proofs_new(pack->catalogue, &options);
  CU_ASSERT_EQUAL(proofs_item(proofs, first), VERDICT_REACHED);
  CU_ASSERT_EQUAL(proofs_item(proofs, first->next), VERDICT_UNDECIDED);
}

/* ---- many items ---- */

/* What is said only of more items than fit on a page is reached. */
static void test_many_items(void)
{
  OWNED(test_pack)
  pack = test_pack_new(
      NULL,
      "<repeat id=\"things\" max=\"210\"><prompt>More?</prompt><question id=\"thing\" "
      "kind=\"text\"><prompt>What?</prompt></question></repeat>\n"
      "<question id=\"n\" kind=\"number\"><prompt>How many?</prompt></question>\n"
      "<remark id=\"m\" when=\"$n = count($things) and count($things) &gt;= 205\">M</remark>\n"
      "<remark id=\"o\" when=\"$n = count($things) and count($things) &gt; 210\">O</remark>");
  struct proof_options options = {.today = small_pack_today(), .proofs = TRUE};
  OWNED(proofs) proofs = proofs_new(pack->catalogue, &options);
  const struct item *first = catalogue_find(pack->catalogue, "m")->item;
  CU_ASSERT_EQUAL(proofs_item(proofs, first), VERDICT_REACHED);
  CU_ASSERT_EQUAL(proofs_item(proofs, first->next), VERDICT_NEVER);
}

/* ---- how far apart ---- */

/* A difference can come to any number, also of days that nothing bounds. */
static void test_apart(void)
{
  OWNED(test_pack)
  pack = test_pack_new(
      NULL, "<question id=\"a\" kind=\"date\"><prompt>A?</prompt></question>\n"
            "<question id=\"b\" kind=\"date\"><prompt>B?</prompt></question>\n"
            "<remark id=\"near\" when=\"days-since($a) - days-since($b) &lt; 14\">N</remark>\n"
            "<remark id=\"far\" when=\"days-since($a) - days-since($b) &gt;= 14\">F</remark>\n");
  struct proof_options options = {.today = small_pack_today(), .proofs = TRUE};
  OWNED(proofs) proofs = proofs_new(pack->catalogue, &options);
  const GArray *goals = proofs_goals(proofs);
  for (guint i = 0; i < goals->len; i++) {
    const struct goal *goal = &g_array_index(goals, struct goal, i);
    CU_ASSERT_EQUAL(goal->verdict, VERDICT_REACHED);
    CU_ASSERT(!goal->spot.when || goal->fails == VERDICT_REACHED);
  }
}

/* ---- what is asked of one place ---- */

static enum verdict verdict_on(const struct test_pack *pack, const char *id)
{
  struct proof_options options = {.today = small_pack_today(), .proofs = TRUE};
  OWNED(proofs) proofs = proofs_new(pack->catalogue, &options);
  return proofs_item(proofs, catalogue_find(pack->catalogue, id)->item);
}

/* What days and numbers are at most apart is exactly so: a difference beyond it is never met. */
static void test_difference(void)
{
  OWNED(test_pack)
  pack = test_pack_new(
      NULL,
      "<question id=\"a\" kind=\"date\"><prompt>A?</prompt></question>\n"
      "<question id=\"b\" kind=\"date\"><prompt>B?</prompt>"
      "<constraint test=\"days-since($a) - days-since($b) &lt;= 2\">C</constraint></question>\n"
      "<question id=\"c\" kind=\"date\"><prompt>C?</prompt>"
      "<constraint test=\"days-since($b) - days-since($c) &lt;= 2\">C</constraint></question>\n"
      "<remark id=\"near\" when=\"days-since($a) - days-since($c) = 4\">N</remark>\n"
      "<remark id=\"far\" when=\"days-since($a) - days-since($c) = 5 and $b\">F</remark>\n");
  CU_ASSERT_EQUAL(verdict_on(pack, "near"), VERDICT_REACHED);
  CU_ASSERT_EQUAL(verdict_on(pack, "far"), VERDICT_NEVER);
}

/* One number can be the other with a minus, also where only its bounds are known. */
static void test_minus(void)
{
  OWNED(test_pack)
  pack = test_pack_new(
      NULL,
      "<question id=\"x\" kind=\"number\" min=\"50\" max=\"70\"><prompt>X?</prompt></question>\n"
      "<question id=\"y\" kind=\"number\" min=\"-99\"><prompt>Y?</prompt></question>\n"
      "<remark id=\"m\" when=\"-$x = $y\">M</remark>\n");
  CU_ASSERT_EQUAL(verdict_on(pack, "m"), VERDICT_REACHED);
}

/* Nobody tries all numbers that can be added up, so that what some others come to is not never. */
static void test_sum(void)
{
  OWNED(test_pack)
  pack = test_pack_new(
      NULL, "<question id=\"a\" kind=\"number\"><prompt>A?</prompt></question>\n"
            "<question id=\"b\" kind=\"number\"><prompt>B?</prompt></question>\n"
            "<remark id=\"m\" when=\"$a + $a + $b = 10001 and $a + $b + $b = 9000\">M</remark>\n");
  CU_ASSERT_NOT_EQUAL(verdict_on(pack, "m"), VERDICT_NEVER);
}

/* What an option says hangs on its own condition, and on that of no other option. */
static void test_options(void)
{
  OWNED(test_pack)
  pack = test_pack_new(NULL, "<question id=\"p\" kind=\"choice\"><prompt>?</prompt>"
                             "<option value=\"yes\"/><option value=\"no\"/></question>\n"
                             "<question id=\"q\" kind=\"choice\"><prompt>?</prompt>"
                             "<option value=\"a\" when=\"$p = 'yes'\"/>"
                             "<option value=\"b\"><help when=\"$p = 'no'\">B</help></option>"
                             "</question>\n");
  struct proof_options options = {.today = small_pack_today(), .proofs = TRUE};
  OWNED(proofs) proofs = proofs_new(pack->catalogue, &options);
  const GArray *goals = proofs_goals(proofs);
  guint reached = 0;
  for (guint i = 0; i < goals->len; i++)
    reached += g_array_index(goals, struct goal, i).verdict == VERDICT_REACHED;
  CU_ASSERT_EQUAL(reached, goals->len);
}

SUITE(proofs, {"proofs have the steps they are given", test_patience},
      {"what a known way reaches is not looked for", test_ways},
      {"a place may need many items", test_many_items},
      {"a difference can come to any number", test_apart},
      {"a difference comes to no more than it may", test_difference},
      {"a number can be another with a minus", test_minus},
      {"a sum can come to what no tried numbers do", test_sum},
      {"options hang on their own conditions", test_options},
      {"proofs and the trial of all answers agree", test_against_trial})
