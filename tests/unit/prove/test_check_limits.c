/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The most that is asked, advised and written, against the trial of all answers. */
#include <stdio.h>

#include "plan/page.h"
#include "plan/schedule.h"
#include "prove/limits.h"
#include "support/random.h"
#include "support/small_pack.h"
#include "support/suite.h"

enum { PACKS = 300, WAYS = 600 };

enum { QUESTIONS, TEXTS, ACTIONS, SOON, WORDS, KINDS };

/* ---- as tried ---- */

static guint count_tasks(const struct pass *pass)
{
  g_autoptr(GHashTable) tasks = g_hash_table_new(NULL, NULL);
  const GArray *met = pass_met(pass);
  for (guint i = 0; i < met->len; i++) {
    const struct action *action = item_action(g_array_index(met, struct step, i).item);
    if (action)
      g_hash_table_add(tasks, (gpointer)action->task);
  }
  return g_hash_table_size(tasks);
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

static guint count_soon(const struct pass *pass)
{
  guint soon = 0;
  g_autoptr(GArray) schedule = schedule_new(pass);
  for (guint i = 0; i < schedule->len; i++) {
    const struct scheduled *one = &g_array_index(schedule, struct scheduled, i);
    soon += !one->lapsed && !one->displaced && one->day && one->day <= pass_today(pass) + 1;
  }
  return soon;
}

static guint count_words(const struct pass *pass, const struct answers *answers)
{
  guint words = 0;
  OWNED(plan)
  plan = plan_new(pass_catalogue(pass), answers, pass_today(pass), NULL, FALSE);
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = g_ptr_array_index(plan->actions, i);
    for (guint j = 0; small_pack_counts(plan, i) && j < action->drafts->len; j++)
      words = MAX(words, plan_draft_words(action->drafts->pdata[j]));
  }
  return words;
}

/* What is ticked stays in the plan when it would have lapsed: with each set of the ticks that are
 * not tried on the way. */
static guint count_words_ticked(const struct pass *pass, const GPtrArray *free)
{
  guint words = 0;
  for (guint set = 0; set < 1u << free->len; set++) {
    OWNED(answers) answers = answers_copy(pass_answers(pass));
    for (guint i = 0; i < free->len; i++)
      if (set >> i & 1)
        answers_set_tick(answers, free->pdata[i], pass_today(pass), NULL);
    words = MAX(words, count_words(pass, answers));
  }
  return words;
}

/* What was tried of one pack. */
struct trial {
  const GPtrArray *free; /* tasks whose ticks change nothing that is asked */
  guint most[KINDS];
};

static void see(const struct pass *pass, const struct item *at, void *data)
{
  struct trial *trial = data;
  guint *most = trial->most, questions = 0, texts = 0;
  const GArray *met = pass_met(pass);
  if (at)
    return;
  for (guint i = 0; i < met->len; i++) {
    struct step step = g_array_index(met, struct step, i);
    const struct question *question = item_question(step.item);
    if (pass_answers_itself(pass, step))
      continue;
    questions += question || step.item->kind == ITEM_REPEAT;
    texts += question && (question->kind == KIND_TEXT || question->kind == KIND_NOTE);
  }
  most[QUESTIONS] = MAX(most[QUESTIONS], questions);
  most[TEXTS] = MAX(most[TEXTS], texts);
  most[ACTIONS] = MAX(most[ACTIONS], count_tasks(pass));
  most[WORDS] = MAX(most[WORDS], count_words_ticked(pass, trial->free));
  if (is_first_visit(pass))
    most[SOON] = MAX(most[SOON], count_soon(pass));
}

/* ---- both ---- */

static const char *const names[KINDS] = {"questions", "texts", "actions", "first-day", "words"};

static void compare_kind(const struct test_pack *pack, guint kind, guint tried)
{
  struct proof_options options = {.today = small_pack_today()};
  struct limit_most most;
  OWNED(prover) prover = limits_prover(pack->catalogue, &options);
  struct answers *answers = limits_most(prover, names[kind], &most);
  if (answers)
    answers_free(answers);
  gboolean right = most.exact && most.count == tried;
  CU_ASSERT(right);
  if (right)
    return;
  g_autofree char *text = small_pack_text(pack);
  printf("\n%s: found %u%s, tried %u\n%s", names[kind], most.count, most.exact ? "" : " or more",
         tried, text);
}

static gboolean compare_pack(const struct test_pack *pack, guint *sums)
{
  g_autoptr(GPtrArray) free = small_pack_keeping_tasks(pack);
  struct trial trial = {free, {0}};
  if (!small_pack_walk(pack, WAYS, see, &trial))
    return FALSE;
  for (guint kind = 0; kind < KINDS; kind++) {
    compare_kind(pack, kind, trial.most[kind]);
    sums[kind] += trial.most[kind];
  }
  return TRUE;
}

static void test_against_trial(void)
{
  guint sums[KINDS] = {0};
  g_autoptr(GRand) rand = g_rand_new_with_seed(random_seed(17));
  guint failures = CU_get_number_of_failures(), packs = random_scale(PACKS);
  for (guint done = 0; done < packs && CU_get_number_of_failures() == failures;) {
    OWNED(test_pack) pack = small_pack_new(rand, 2 + g_rand_int(rand) % 6, TRUE);
    done += compare_pack(pack, sums);
  }
  for (guint kind = 0; kind < KINDS; kind++)
    CU_ASSERT(sums[kind] > PACKS / 20); /* there was something to be found */
}

/* A draft of the action of THEME, in a pack with PASSAGES, comes to MOST words; with TICKED only if
 * the action is ticked. */
static void assert_most_words(const char *passages, const char *theme, guint most_words,
                              gboolean ticked)
{
  char *folder = test_folder_new();
  g_autofree char *pack_xml = g_strconcat(
      "<pack xmlns=\"urn:rebond:content:1\" id=\"test\" xml:lang=\"fr\"><title>T</title>"
      "<about>A</about><subject>S</subject>",
      passages, "</pack>\n", NULL);
  g_autofree char *theme_xml =
      g_strconcat("<theme xmlns=\"urn:rebond:content:1\" id=\"t\"><title>T</title>\n", theme,
                  "</theme>\n", NULL);
  test_folder_write(folder, "pack.xml", pack_xml);
  test_folder_write(folder, "10-theme.xml", theme_xml);
  OWNED(test_pack) pack = test_pack_read(folder);
  struct proof_options options = {.today = small_pack_today()};
  struct limit_most most;
  OWNED(prover) prover = limits_prover(pack->catalogue, &options);
  struct answers *answers = limits_most(prover, "words", &most);
  CU_ASSERT_PTR_NOT_NULL_FATAL(answers);
  OWNED(pass) pass = pass_new(pack->catalogue, answers, most.today);
  CU_ASSERT(most.exact && most.count == most_words && count_words(pass, answers) == most_words);
  CU_ASSERT((answers_tick(answers, pack->catalogue->tasks[0]) != 0) == ticked);
  answers_free(answers);
}

/* A tick keeps in the plan, with its draft, what has lapsed without it. */
static void test_ticked_and_lapsed(void)
{
  assert_most_words("",
                    "<action id=\"one\" channel=\"email\"><title>1</title>"
                    "<due after=\"answered\" days=\"-1\" until=\"0\"/><draft id=\"mail\">"
                    "<subject>One</subject><p>Two words</p></draft></action>",
                    3, TRUE);
}

/* The words of a passage count in each draft that uses it, where its own conditions hold and those
 * of the use. */
static void test_passage(void)
{
  assert_most_words(
      "<passage id=\"more\"><p>Two words</p><p when=\"$how = 'a'\">And three more</p>"
      "<p when=\"$how = 'b'\">Four words or so</p></passage>",
      "<question id=\"how\" kind=\"choice\"><prompt>P</prompt>"
      "<option value=\"a\"><label>A</label></option>"
      "<option value=\"b\"><label>B</label></option></question>\n"
      "<action id=\"one\" channel=\"email\"><title>1</title><due after=\"answered\"/>"
      "<draft id=\"mail\"><subject>One</subject><use passage=\"more\" when=\"$how = 'a'\"/>"
      "<p>Last</p></draft></action>",
      7, FALSE);
}

/* The words of the prompt that holds count where an answer is said in its sentence, once it is
 * given: of 'a' one in the subject, three in the sentence and six behind it. */
static void test_stem(void)
{
  assert_most_words(
      "",
      "<question id=\"how\" kind=\"choice\"><prompt>P</prompt>"
      "<option value=\"a\"><label>A</label></option>"
      "<option value=\"b\"><label>B</label></option></question>\n"
      "<question id=\"liked\" kind=\"text\" stem=\"yes\" pattern=\"[a-z]+\">"
      "<prompt when=\"$how = 'a'\">I liked <blank/>.</prompt>"
      "<prompt>I liked talking about all of <blank/>.</prompt></question>"
      "<action id=\"one\" channel=\"email\"><title>1</title><due after=\"answered\"/>"
      "<draft id=\"mail\"><subject>One</subject><p><answer of=\"liked\" form=\"stem\"/>"
      "<span when=\"$how = 'a'\"> Six more words, as they come.</span></p>"
      "<p when=\"not($liked)\">Thanks</p></draft></action>",
      10, FALSE);
}

/* Themes that name nothing of each other: the first comes to four questions, the second to one. */
static void test_strands(void)
{
  char *folder = test_folder_new();
  test_folder_write(
      folder, "pack.xml",
      "<pack xmlns=\"urn:rebond:content:1\" id=\"test\" xml:lang=\"fr\"><title>T</title>"
      "<about>A</about><subject>S</subject></pack>\n");
  test_folder_write(
      folder, "10-first.xml",
      "<theme xmlns=\"urn:rebond:content:1\" id=\"first\"><title>T</title>\n"
      "<question id=\"how\" kind=\"choice\"><prompt>P</prompt>"
      "<option value=\"a\"><label>A</label></option>"
      "<option value=\"b\"><label>B</label></option></question>\n"
      "<question id=\"a1\" kind=\"text\" when=\"$how = 'a'\"><prompt>P</prompt></question>\n"
      "<question id=\"a2\" kind=\"text\" when=\"$how = 'a'\"><prompt>P</prompt></question>\n"
      "<question id=\"a3\" kind=\"text\" when=\"$how = 'a'\"><prompt>P</prompt></question>\n"
      "<question id=\"b1\" kind=\"text\" when=\"$how = "
      "'b'\"><prompt>P</prompt></question></theme>\n");
  test_folder_write(folder, "20-second.xml",
                    "<theme xmlns=\"urn:rebond:content:1\" id=\"second\"><title>T</title>\n"
                    "<question id=\"well\" kind=\"text\"><prompt>P</prompt></question></theme>\n");
  OWNED(test_pack) pack = test_pack_read(folder);
  struct proof_options options = {.today = small_pack_today()};
  struct limit_most most;
  OWNED(prover) prover = limits_prover(pack->catalogue, &options);
  struct answers *answers = limits_most(prover, "questions", &most);
  CU_ASSERT(answers && most.exact && most.count == 5);
  if (answers)
    answers_free(answers);
}

/* A Monday that is a holiday moves what is for Mondays by thirteen days. */
static void test_long_move(void)
{
  char *folder = test_folder_new();
  test_folder_write(folder, "pack.xml",
                    "<pack xmlns=\"urn:rebond:content:1\" id=\"test\" xml:lang=\"fr\" "
                    "region=\"place\"><title>T</title><about>A</about><subject>S</subject>"
                    "<holiday region=\"here\" date=\"--11-16\"/></pack>\n");
  test_folder_write(
      folder, "10-theme.xml",
      "<theme xmlns=\"urn:rebond:content:1\" id=\"t\"><title>T</title>\n"
      "<question id=\"place\" kind=\"choice\"><prompt>P</prompt>"
      "<option value=\"here\"><label>H</label></option>"
      "<option value=\"there\"><label>T</label></option></question>\n"
      "<question id=\"day\" kind=\"date\" max=\"today-12\"><prompt>D</prompt></question>\n"
      "<action id=\"one\" channel=\"self\"><title>1</title>"
      "<due after=\"day\" on=\"mon\" until=\"0\"/></action>\n"
      "<action id=\"two\" channel=\"self\"><title>2</title>"
      "<due after=\"day\" on=\"mon\" until=\"0\"/></action></theme>\n");
  OWNED(test_pack) pack = test_pack_read(folder);
  struct proof_options options = {.today = small_pack_today()};
  struct limit_most most;
  OWNED(prover) prover = limits_prover(pack->catalogue, &options);
  struct answers *answers = limits_most(prover, "first-day", &most);
  CU_ASSERT(answers && most.exact && most.count == 2);
  if (answers)
    answers_free(answers);
}

SUITE(check_limits, {"a day may be moved far", test_long_move},
      {"a tick keeps what has lapsed", test_ticked_and_lapsed},
      {"the words of a passage count where it is used", test_passage},
      {"the words of a sentence count with its answer", test_stem},
      {"themes that have nothing to do with each other add up", test_strands},
      {"the most found is the most there is", test_against_trial})
