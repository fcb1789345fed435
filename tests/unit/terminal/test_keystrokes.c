/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random people in random packs: they answer, err, go back, leave out, jump, quit and come back on
 * another day. Whatever way they took, they stand where the straight way would have led them, with
 * everything they ever told.
 */
#include "scripted.h"
#include "support/random_pack.h"
#include "terminal/typed.h"
#include "terminal/visit.h"

#define STEPS 10000
#define PACKS 60
#define QUESTIONS 12

/* One person in one pack. */
struct person {
  GRand *rand;
  struct scripted scripted;
  GHashTable *told; /* "id/turn" to what was accepted last, "-" for a skip */
  struct step frontier;
  struct progress progress; /* at the frontier, while it is the current step */
  char *meant; /* "id/turn=values" that the first line is to be understood as; NULL: not sure */
  guint lines;
};

/* ---- what was accepted ---- */

static char *step_key(struct step step)
{
  return g_strdup_printf("%s/%u", step.item->id, step.turn);
}

static char *answer_text(const struct answer *answer)
{
  return answer->skipped ? g_strdup("-") : g_strjoinv("+", answer->values);
}

static void look_ahead(struct person *person)
{
  struct walk *walk = person->scripted.walk;
  gboolean stands = walk_current(walk).item && !walk_is_again(walk);
  person->frontier = stands ? walk_current(walk) : (struct step){0};
  if (stands)
    person->progress = walk_progress(walk);
}

static gboolean accept(void *data, const struct answer *answer, GError **error)
{
  struct person *person = data;
  (void)error;
  g_autofree char *key = step_key(answer->step);
  g_autofree char *text = answer_text(answer);
  g_autofree char *heard = g_strdup_printf("%s=%s", key, text);
  if (person->meant)
    ASSERT_TEXT(heard, person->meant);
  g_clear_pointer(&person->meant, g_free);
  g_hash_table_replace(person->told, g_steal_pointer(&key), g_steal_pointer(&text));
  if (person->frontier.item && step_equal(answer->step, person->frontier)) {
    struct progress now = walk_progress(person->scripted.walk);
    CU_ASSERT_TRUE(now.least <= person->progress.least);
    CU_ASSERT_TRUE(now.most <= person->progress.most);
  }
  look_ahead(person);
  return TRUE;
}

static gboolean accept_tick(void *data, const struct task *task, const char *action, int day,
                            GError **error)
{
  (void)task, (void)action, (void)day, (void)error;
  look_ahead(data);
  return TRUE;
}

/* ---- what is typed ---- */

/* VALUES at STEP are what the first line is to be understood as, if they may stand there. */
static void mean(struct person *person, struct step step, char **values)
{
  g_autofree char *why = NULL, *key = step_key(step), *text = g_strjoinv("+", values);
  if (value_check(walk_pass(person->scripted.walk), step, (const char *const *)values, NULL, &why))
    person->meant = g_strdup_printf("%s=%s", key, text);
}

/* VALUES as they are typed: numbers of options, else as they are stored. NULL: not in one line. */
static char *keys_for(const struct pass *pass, struct step step, const char *const *values)
{
  const struct question *question = item_question(step.item);
  if (!question || (question->kind != KIND_CHOICE && question->kind != KIND_CHOICES))
    return strchr(values[0], '\n') ? NULL : g_strdup(values[0]);
  g_autoptr(GArray) offers = pass_offers(pass, step);
  GString *numbers = g_string_new(NULL);
  for (guint i = 0; i < offers->len; i++)
    if (g_strv_contains(values, g_array_index(offers, struct offer, i).value))
      g_string_append_printf(numbers, "%s%u", numbers->len ? ", " : "", i + 1);
  return g_string_free(numbers, FALSE);
}

static void type_values(struct person *person, GString *keys)
{
  struct walk *walk = person->scripted.walk;
  struct step step = walk_current(walk);
  if (!step.item) {
    g_string_append(keys, "\n");
    return;
  }
  g_auto(GStrv) values = random_values(person->rand, walk_pass(walk), step);
  const struct question *question = item_question(step.item);
  if (!keys->len && !visit_is_later(walk))
    mean(person, step, values);
  g_autofree char *typed = keys_for(walk_pass(walk), step, (const char *const *)values);
  g_string_append_printf(keys, "%s\n", typed ? typed : values[0]);
  if (question && question->kind == KIND_NOTE)
    g_string_append_c(keys, '\n');
}

static void type_line(struct person *person, GString *keys)
{
  static const char *const wrong[] = {"zzz", "999", "31/02", ":bogus", "2-1", "1,", "::", "-", "?"};
  static const char *const looking[] = {":help", ":why", ":draft", ":support", ":why 1", ":edit"};
  gint32 dice = g_rand_int_range(person->rand, 0, 100);
  person->lines++;
  if (dice < 55)
    type_values(person, keys);
  else if (dice < 64)
    g_string_append_printf(keys, "%s\n",
                           wrong[g_rand_int_range(person->rand, 0, G_N_ELEMENTS(wrong))]);
  else if (dice < 75)
    g_string_append(keys, ":back\n");
  else if (dice < 83)
    g_string_append(keys, ":skip\n");
  else if (dice < 90)
    g_string_append_printf(keys, ":review %d\n", g_rand_int_range(person->rand, 1, 10));
  else if (dice < 94)
    g_string_append_printf(keys, "%s\n",
                           looking[g_rand_int_range(person->rand, 0, G_N_ELEMENTS(looking))]);
  else if (dice < 98)
    g_string_append(keys, "\n");
  else
    g_string_append(keys, ":quit\n");
}

static void converse(struct person *person, const char *keys)
{
  enum dialogue_end end = scripted_run(&person->scripted, keys);
  CU_ASSERT_TRUE(end == DIALOGUE_EXHAUSTED || end == DIALOGUE_FINISHED || end == DIALOGUE_STOPPED);
}

/* Mostly a line for the question at hand, then some that are typed without looking. */
static void type_burst(struct person *person)
{
  g_autoptr(GString) keys = g_string_new(NULL);
  for (int count = g_rand_int_range(person->rand, 1, 4); count > 0; count--)
    type_line(person, keys);
  look_ahead(person);
  converse(person, keys->str);
  CU_ASSERT_PTR_NULL(person->meant);
  g_clear_pointer(&person->meant, g_free);
}

/* ---- what must hold ---- */

static void check_nothing_lost(const struct person *person)
{
  g_autoptr(GPtrArray) list = answers_list(walk_answers(person->scripted.walk));
  CU_ASSERT_EQUAL(list->len, g_hash_table_size(person->told));
  for (guint i = 0; i < list->len; i++) {
    g_autofree char *key = step_key(((const struct answer *)list->pdata[i])->step);
    g_autofree char *text = answer_text(list->pdata[i]);
    ASSERT_TEXT(text, g_hash_table_lookup(person->told, key));
  }
}

/* Keeping what stands leads to the frontier. Not through the dialogue, which on a later day asks
 * after due actions first. */
static void go_forward(struct person *person)
{
  struct walk *walk = person->scripted.walk;
  for (guint i = 0; i < 500 && walk_is_again(walk); i++) {
    const struct answer *answer = answers_get(walk_answers(walk), walk_current(walk));
    g_auto(GStrv) values = g_strdupv(answer->values);
    g_autofree char *why = NULL;
    CU_ASSERT_TRUE(values ? walk_answer(walk, (const char *const *)values, &why)
                          : walk_skip(walk, &why));
  }
  CU_ASSERT_FALSE(walk_is_again(walk));
}

/* The way as one text: each step with its answer, then what is asked now. */
static char *way(const struct walk *walk)
{
  GString *text = g_string_new(NULL);
  g_autoptr(GArray) path = walk_path(walk);
  for (guint i = 0; i < path->len; i++) {
    struct step step = g_array_index(path, struct step, i);
    g_autofree char *key = step_key(step);
    g_autofree char *answer = answer_text(answers_get(walk_answers(walk), step));
    g_string_append_printf(text, "%s=%s\n", key, answer);
  }
  g_autofree char *next =
      walk_current(walk).item ? step_key(walk_current(walk)) : g_strdup("the end");
  g_string_append_printf(text, "then %s", next);
  return g_string_free(text, FALSE);
}

/* The final answers, typed straight through in a walk of their own. */
static char *straight_way(const struct person *person)
{
  const struct walk *walk = person->scripted.walk;
  const struct catalogue *catalogue = person->scripted.pack->catalogue;
  struct answers *answers = answers_new(catalogue);
  answers_set_begun(answers, answers_begun(walk_answers(walk)));
  for (guint i = 0; i < catalogue->task_count; i++)
    answers_set_tick(answers, catalogue->tasks[i],
                     answers_tick(walk_answers(walk), catalogue->tasks[i]), NULL);
  OWNED(walk) straight = walk_new(catalogue, answers, walk_today(walk), NULL);
  const struct answer *answer;
  while (walk_current(straight).item &&
         (answer = answers_get(walk_answers(walk), walk_current(straight)))) {
    g_autofree char *why = NULL;
    gboolean taken = answer->skipped
                         ? walk_skip(straight, &why)
                         : walk_answer(straight, (const char *const *)answer->values, &why);
    if (!taken)
      break; /* parked: it may not stand here now */
  }
  return way(straight);
}

static void check_same_place(struct person *person)
{
  go_forward(person);
  g_autofree char *taken = way(person->scripted.walk);
  g_autofree char *straight = straight_way(person);
  ASSERT_TEXT(taken, straight);
  check_nothing_lost(person);
}

/* ---- lives ---- */

static void person_begin(struct person *person, GRand *rand)
{
  struct scripted *scripted = &person->scripted;
  *person = (struct person){.rand = rand};
  person->told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  scripted->pack = random_pack_new(rand, QUESTIONS);
  struct answers *answers = answers_new(scripted->pack->catalogue);
  int today = date_from_ymd(2026, 11, 23);
  answers_set_begun(answers, today);
  scripted->walk = walk_new(scripted->pack->catalogue, answers, today, NULL);
  scripted->recorded = g_string_new(NULL);
  scripted->dialogue = (struct dialogue){.walk = scripted->walk,
                                         .language = "en",
                                         .record = accept,
                                         .record_tick = accept_tick,
                                         .data = person};
}

static void person_end(struct person *person)
{
  struct scripted *scripted = &person->scripted;
  g_hash_table_unref(person->told);
  walk_free(scripted->walk);
  test_pack_free(scripted->pack);
  g_string_free(scripted->recorded, TRUE);
  g_free(scripted->said);
  g_free(scripted->where);
}

static guint live(GRand *rand, guint lines)
{
  struct person person;
  person_begin(&person, rand);
  while (person.lines < lines) {
    type_burst(&person);
    if (g_rand_int_range(rand, 0, 6) == 0)
      check_same_place(&person);
    if (g_rand_int_range(rand, 0, 12) == 0)
      scripted_later(&person.scripted, g_rand_int_range(rand, 0, 9));
  }
  check_same_place(&person);
  guint typed = person.lines;
  person_end(&person);
  return typed;
}

static void test_any_way_leads_to_the_same_place(void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed(random_seed(20261123));
  guint steps = random_scale(STEPS), typed = 0;
  while (typed < steps)
    typed += live(rand, STEPS / PACKS);
  CU_ASSERT_TRUE(typed >= STEPS);
}

SUITE(keystrokes,
      {"any way leads to the same place with nothing lost", test_any_way_leads_to_the_same_place})
