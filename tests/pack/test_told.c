/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was typed comes back: whatever somebody was asked to write on their first visit stands on
 * the page or in the details, in a message, a step, a reply, a lesson, a strength or a sheet; that
 * it is named as a reason does not count. Nobody types for nothing.
 */
#include <string.h>

#include "base/text.h"
#include "pages.h"
#include "support/po.h"
#include "support/random_pack.h"
#include "support/suite.h"
#include "trial.h"

#define INVENTED 500 /* a twentieth of those of the target `long` */

/* Of a thousand invented people, those who may have typed for nothing: of answers that clash. */
#define FAULTS 15

static gboolean is_typed(const struct answers *answers, struct step step)
{
  const struct question *question = item_question(step.item);
  const struct answer *answer = answers_get(answers, step);
  return question && (question->kind == KIND_TEXT || question->kind == KIND_NOTE) && answer &&
         !answer->skipped;
}

/* A word that stands nowhere else, and in no other of these. Caller frees. */
static char *own_word(guint number)
{
  return g_strdup_printf("mot%uz", number);
}

/* PERSON's answers, what was typed at each step of ASKED a word of its own. Caller frees. */
static struct answers *with_own_words(const struct person *person, const GArray *asked)
{
  struct answers *answers = answers_copy(person->answers);
  for (guint i = 0; i < asked->len; i++) {
    struct step step = g_array_index(asked, struct step, i);
    g_autofree char *word = own_word(i);
    if (is_typed(answers, step))
      answers_set(answers, step, (const char *const[]){word, NULL}, person->today);
  }
  return answers;
}

/* TEXT without the answers that are named as the reason of advice. Caller frees. */
static char *without_reasons(const char *text, const struct translator *program)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++) {
    char *reasons = strstr(*line, tr(program, "From your answers:"));
    if (reasons)
      *reasons = '\0';
  }
  return g_strjoinv("\n", lines);
}

/* All that is said to whoever told ANSWERS, folded. Caller frees. */
static char *document(const struct answers *answers, int today)
{
  const struct translator *program = po_translator("fr");
  OWNED(plan) plan = plan_new(people_pack(), answers, today, program, FALSE);
  g_autofree char *text = page_text(plan, program, FALSE);
  g_autofree char *said = without_reasons(text, program);
  return text_fold(said);
}

static void try_person(struct trial *trial, const struct person *person)
{
  g_autoptr(GArray) asked = people_asked(person);
  OWNED(answers) answers = with_own_words(person, asked);
  g_autofree char *said = document(answers, person->today);
  for (guint i = 0; i < asked->len; i++) {
    struct step step = g_array_index(asked, struct step, i);
    g_autofree char *word = own_word(i);
    if (is_typed(answers, step) && !strstr(said, word))
      trial_blame(trial, person, person->today, "typed for nothing", step.item->id, NULL);
  }
}

static void test_examples(void)
{
  struct trial *trial = trial_new(0);
  g_autoptr(GPtrArray) people = people_examples();
  for (guint i = 0; i < people->len; i++) {
    const struct person *person = people->pdata[i];
    if (person->only_visit)
      try_person(trial, person);
  }
  trial_end(trial, people->len, 0);
}

static void test_invented(void)
{
  struct trial *trial = trial_new(0);
  GRand *rand = g_rand_new_with_seed(random_seed(20261130));
  for (guint i = 0; i < random_scale(INVENTED); i++) {
    OWNED(person) person = people_meet(rand, i);
    try_person(trial, person);
  }
  g_rand_free(rand);
  trial_end(trial, random_scale(INVENTED), FAULTS);
}

SUITE(told, {"the examples' words come back", test_examples},
      {"invented people's words come back", test_invented})
