/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Witnesses are read and walked like any answers file, and lead where they say. */
#include <stdio.h>
#include <string.h>

#include "prove/proofs.h"
#include "prove/witness.h"
#include "support/small_pack.h"
#include "support/suite.h"
#include "walk/exchange.h"

enum { PACKS = 60, SHORT = 300 };

/* Whether the answers file TEXT is read without an error and leads to GOAL. */
static gboolean replays(const struct test_pack *pack, const struct goal *goal, const char *text)
{
  test_folder_write(pack->folder, "witness.xml", text);
  g_autofree char *file = g_build_filename(pack->folder, "witness.xml", NULL);
  OWNED(findings) findings = findings_new(NULL);
  OWNED(example) example = example_read(file, findings);
  if (!example)
    return FALSE;
  OWNED(answers) answers = exchange_read(pack->catalogue, example, NULL, findings);
  g_autoptr(GString) found = g_string_new(NULL);
  findings_print(findings, found);
  OWNED(pass) pass = pass_new(pack->catalogue, answers, example->today);
  struct step step;
  while (pass_next(pass, &step))
    continue;
  /* what is required after the place may be impossible to answer */
  gboolean errors = strstr(found->str, "error:") && !strstr(found->str, "[missing-answer]");
  if (errors)
    printf("\n%s", found->str);
  return !errors && goal_seen(goal, GOAL_REACHED, pass);
}

static void try_goal(const struct test_pack *pack, const struct goal *goal)
{
  struct proof_options options = {.today = small_pack_today()};
  const struct item *item = goal->spot.item;
  gboolean option = item && item->kind == ITEM_OPTION;
  if (goal->spot.kind != SPOT_ITEM || goal->answered || !item->id || item->kind == ITEM_THEME ||
      goal->verdict != VERDICT_REACHED)
    return;
  g_autofree char *id =
      option ? g_strdup_printf("%s=%s", item->parent->id, item->id) : g_strdup(item->id);
  g_autoptr(GString) out = g_string_new(NULL);
  CU_ASSERT(witness_write(pack->catalogue, id, &options, out, NULL) == WITNESS_WRITTEN);
  gboolean right = replays(pack, goal, out->str);
  CU_ASSERT(right);
  if (!right) {
    g_autofree char *text = small_pack_text(pack);
    printf("\n%s\n%s%s", id, out->str, text);
  }
}

static void test_replay(void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed(11);
  guint failures = CU_get_number_of_failures();
  for (int i = 0; i < PACKS && CU_get_number_of_failures() == failures; i++) {
    OWNED(test_pack) pack = small_pack_new(rand, 2 + g_rand_int(rand) % 6, FALSE);
    struct proof_options options = {.today = small_pack_today()};
    OWNED(proofs) proofs = proofs_new(pack->catalogue, &options);
    const GArray *goals = proofs_goals(proofs);
    for (guint j = 0; j < goals->len; j++)
      try_goal(pack, &g_array_index(goals, struct goal, j));
  }
}

/* ---- how short ---- */

/* Fewest answers, chosen options, items and ticks that were tried to lead to each goal. */
struct fewest {
  const GArray *goals;
  guint *told; /* by goal */
};

static guint count_told(const struct pass *pass, const struct item *before)
{
  const struct catalogue *catalogue = pass_catalogue(pass);
  g_autoptr(GPtrArray) list = answers_list(pass_answers(pass));
  guint count = 0;
  for (guint i = 0; i < list->len; i++) {
    const struct answer *answer = list->pdata[i];
    gboolean no = answer->step.item->kind == ITEM_REPEAT && !answer->skipped &&
                  g_str_equal(answer->values[0], "no");
    if (answer->step.item->order < before->order && !answer->skipped && !no)
      count += g_strv_length(answer->values);
  }
  for (guint i = 0; i < catalogue->task_count; i++)
    count += answers_tick(pass_answers(pass), catalogue->tasks[i]) != 0;
  return count;
}

static void see_told(const struct pass *pass, const struct item *at, void *data)
{
  const struct fewest *fewest = data;
  for (guint i = 0; i < fewest->goals->len; i++) {
    const struct goal *goal = &g_array_index(fewest->goals, struct goal, i);
    if (goal->spot.kind == SPOT_ITEM && !goal->answered && goal->spot.item->kind == ITEM_REMARK &&
        (!at || goal->spot.item->order <= at->order) && goal_seen(goal, GOAL_REACHED, pass))
      fewest->told[i] = MIN(fewest->told[i], count_told(pass, goal->spot.item));
  }
}

static guint count_text(const char *text, const char *part)
{
  guint count = 0;
  for (; (text = strstr(text, part)); text += strlen(part))
    count++;
  return count;
}

/* What an answers file tells, counted alike. */
static guint count_written(const char *text)
{
  return count_text(text, "<answer of") - count_text(text, "\"><value>") +
         count_text(text, "<value>") + count_text(text, "<item") + count_text(text, "<done");
}

static void compare_lengths(const struct test_pack *pack, const struct fewest *fewest, guint *seen)
{
  struct proof_options options = {.today = small_pack_today()};
  for (guint i = 0; i < fewest->goals->len; i++) {
    const struct goal *goal = &g_array_index(fewest->goals, struct goal, i);
    if (fewest->told[i] == G_MAXUINT || !goal->spot.item->id)
      continue;
    g_autoptr(GString) out = g_string_new(NULL);
    CU_ASSERT(witness_write(pack->catalogue, goal->spot.item->id, &options, out, NULL) ==
              WITNESS_WRITTEN);
    gboolean few = count_written(out->str) <= fewest->told[i] + 1;
    CU_ASSERT(few);
    (*seen)++;
    if (few)
      continue;
    g_autofree char *text = small_pack_text(pack);
    printf("\n%s: %u would do\n%s%s", goal->spot.item->id, fewest->told[i], out->str, text);
  }
}

/* A witness has at most one answer more than the shortest that was tried. */
static void test_few_answers(void)
{
  guint seen = 0;
  g_autoptr(GRand) rand = g_rand_new_with_seed(31);
  guint failures = CU_get_number_of_failures();
  for (int i = 0; i < SHORT && CU_get_number_of_failures() == failures; i++) {
    OWNED(test_pack) pack = small_pack_new(rand, 2 + g_rand_int(rand) % 3, FALSE);
    OWNED(arena) arena = arena_new();
    g_autoptr(GArray) goals = goals_new(pack->catalogue, arena);
    g_autofree guint *told = g_new(guint, goals->len + 1);
    for (guint j = 0; j < goals->len; j++)
      told[j] = G_MAXUINT;
    struct fewest fewest = {goals, told};
    if (small_pack_walk(pack, 600, see_told, &fewest))
      compare_lengths(pack, &fewest, &seen);
  }
  CU_ASSERT(seen > SHORT / 4);
}

static void test_shortest(void)
{
  OWNED(test_pack)
  pack = test_pack_new(
      NULL, "<question id=\"a\" kind=\"choice\"><prompt>A</prompt><option value=\"yes\"/>"
            "<option value=\"no\"/></question>\n"
            "<question id=\"b\" kind=\"choice\"><prompt>B</prompt><option value=\"yes\"/>"
            "<option value=\"no\"/></question>\n"
            "<remark id=\"m\" when=\"($a = 'yes' and $b = 'yes') or $b = 'no'\">Bien.</remark>\n");
  struct proof_options options = {.today = small_pack_today()};
  g_autoptr(GString) out = g_string_new(NULL);
  CU_ASSERT(witness_write(pack->catalogue, "m", &options, out, NULL) == WITNESS_WRITTEN);
  CU_ASSERT(strstr(out->str, "<answer of=\"b\">no</answer>") != NULL);
  CU_ASSERT(strstr(out->str, "of=\"a\"") == NULL);
  CU_ASSERT(strstr(out->str, "<expect advice=\"m\"/>") != NULL);
}

static void check_witness(const struct test_pack *pack, const char *id, const char *body)
{
  struct proof_options options = {.today = small_pack_today()};
  g_autoptr(GString) out = g_string_new(NULL);
  CU_ASSERT(witness_write(pack->catalogue, id, &options, out, NULL) == WITNESS_WRITTEN);
  const char *root = strstr(out->str, "<example");
  ASSERT_TEXT(root ? strchr(root, '\n') : NULL, body);
}

/* The first way found is the shortest: what is asked for it anew is no longer. */
static void test_first_shortest(void)
{
  OWNED(test_pack)
  pack = test_pack_new(
      NULL, "<question id=\"a\" kind=\"choices\" optional=\"no\"><prompt>A</prompt>"
            "<option value=\"x\"><label>X</label></option><option value=\"y\"><label>Y</label>"
            "</option></question>\n"
            "<question id=\"b\" kind=\"choices\" from=\"a\" optional=\"no\">"
            "<prompt>B</prompt></question>\n"
            "<remark id=\"m\">M</remark>\n");
  check_witness(pack, "m",
                "\n  <answer of=\"a\"><value>x</value></answer>\n"
                "  <expect advice=\"m\"/>\n</example>\n");
}

/* Each question hangs on the one before. */
static void test_long_chain(void)
{
  enum { LONG = 20000 };
  g_autoptr(GString) theme = g_string_new(NULL);
  for (int i = 0; i < LONG; i++) {
    g_autofree char *when = i ? g_strdup_printf(" when=\"$q%d\"", i - 1) : g_strdup("");
    g_string_append_printf(
        theme, "<question id=\"q%d\" kind=\"note\"%s><prompt>Q</prompt></question>\n", i, when);
  }
  OWNED(test_pack) pack = test_pack_new(NULL, theme->str);
  struct proof_options options = {.today = small_pack_today()};
  int today;
  enum witness_result result;
  const struct item *last = &pack->catalogue->questions[LONG - 1]->item;
  OWNED(answers) answers = witness_before(pack->catalogue, last, &options, &today, &result);
  CU_ASSERT(result == WITNESS_WRITTEN && answers);
}

/* What has a name has a witness, and that holds what it expects. */
static void test_names(void)
{
  OWNED(test_pack)
  pack = test_pack_new(
      NULL, "<question id=\"a\" kind=\"choices\"><prompt>A</prompt>"
            "<option value=\"x\"><label>X</label></option><option value=\"y\"><label>Y</label>"
            "</option></question>\n"
            "<question id=\"b\" kind=\"choice\" from=\"a\"><prompt>B</prompt></question>\n"
            "<question id=\"c\" kind=\"choice\" from=\"a\"><prompt>C</prompt>"
            "<option value=\"x\"><remark id=\"m\">M</remark></option></question>\n"
            "<repeat id=\"r\" max=\"3\"><prompt>R</prompt><question id=\"k\" kind=\"text\">"
            "<prompt>K</prompt></question></repeat>"
            "<action id=\"do\" channel=\"self\" slot=\"s\"><title>D</title>"
            "</action>\n");
  check_witness(pack, "c=x", "\n  <answer of=\"a\"><value>x</value></answer>\n</example>\n");
  check_witness(pack, "s", "\n  <expect advice=\"do\"/>\n</example>\n");
  check_witness(pack, "k",
                "\n  <item of=\"r\">\n  </item>\n  <expect question=\"k\"/>\n</example>\n");
  check_witness(pack, "t", "\n</example>\n");
}

/* Numbers that come to the same are one, others are not. */
static void test_added_up(void)
{
  OWNED(test_pack)
  pack = test_pack_new(
      NULL, "<question id=\"a\" kind=\"scale\" min=\"1\" max=\"2\"><prompt>A</prompt></question>\n"
            "<question id=\"b\" kind=\"scale\" min=\"1\" max=\"2\"><prompt>B</prompt></question>\n"
            "<question id=\"c\" kind=\"scale\" min=\"2\" max=\"4\"><prompt>C</prompt></question>\n"
            "<remark id=\"two\" when=\"$a + $b = $c and $c = 2\">M</remark>\n"
            "<remark id=\"four\" when=\"$a + $b = $c and $c = 4\">M</remark>\n");
  check_witness(pack, "two",
                "\n  <answer of=\"a\">1</answer>\n  <answer of=\"b\">1</answer>\n"
                "  <answer of=\"c\">2</answer>\n  <expect advice=\"two\"/>\n</example>\n");
  check_witness(pack, "four",
                "\n  <answer of=\"a\">2</answer>\n  <answer of=\"b\">2</answer>\n"
                "  <answer of=\"c\">4</answer>\n  <expect advice=\"four\"/>\n</example>\n");
}

static void test_unknown(void)
{
  OWNED(test_pack)
  pack = test_pack_new(
      NULL, "<question id=\"late\" kind=\"choice\"><prompt>A</prompt><option value=\"yes\"/>"
            "<option value=\"no\"/></question>\n"
            "<remark id=\"never\" when=\"$late = 'yes' and $late = 'no'\">Bien.</remark>\n");
  struct proof_options options = {.today = small_pack_today()};
  g_autoptr(GString) out = g_string_new(NULL);
  const char *nearest;
  CU_ASSERT(witness_write(pack->catalogue, "lat", &options, out, &nearest) == WITNESS_UNKNOWN);
  ASSERT_TEXT(nearest, "late");
  CU_ASSERT(witness_write(pack->catalogue, "never", &options, out, NULL) == WITNESS_NONE);
  ASSERT_TEXT(out->str, "");
}

static struct step step_at(const struct test_pack *pack, const char *id)
{
  return (struct step){catalogue_find(pack->catalogue, id)->item, 0};
}

/* What leads to the place is answered, what else is asked before it skipped. */
static void test_before(void)
{
  static const char *const yes[] = {"yes", NULL};
  OWNED(test_pack)
  pack = test_pack_new(
      NULL, "<question id=\"a\" kind=\"choice\"><prompt>A</prompt><option value=\"yes\"/>"
            "<option value=\"no\"/></question>\n"
            "<question id=\"b\" kind=\"text\"><prompt>B</prompt></question>\n"
            "<question id=\"c\" kind=\"choice\" optional=\"no\" when=\"$a = 'yes'\">"
            "<prompt>C</prompt><option value=\"yes\"/><option value=\"no\"/></question>\n");
  struct proof_options options = {.today = small_pack_today()};
  enum witness_result result;
  int today;
  OWNED(answers)
  answers = witness_before(pack->catalogue, step_at(pack, "c").item, &options, &today, &result);
  CU_ASSERT_PTR_NOT_NULL_FATAL(answers);
  CU_ASSERT(answers_says(answers, step_at(pack, "a"), yes));
  CU_ASSERT(answers_says(answers, step_at(pack, "b"), NULL));
  CU_ASSERT_PTR_NULL(answers_get(answers, step_at(pack, "c")));
}

SUITE(witness, {"a witness replays to its place", test_replay},
      {"it is the shortest there is", test_shortest},
      {"also if that is found first", test_first_shortest},
      {"however long the chain of conditions is", test_long_chain},
      {"or nearly, whatever the pack", test_few_answers}, {"every name has one", test_names},
      {"what adds up has the parts it adds up from", test_added_up},
      {"who goes on from a place finds the way to it told, and no more", test_before},
      {"unknown and unreachable places have none", test_unknown})
