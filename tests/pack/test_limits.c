/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The shipped pack's limits over its examples and invented people, on the day of their last visit
 * and read again later without a new answer: no more questions, actions, words than pack.xml
 * allows, nor questions than the guide allows for each pace; messages far enough apart, and none
 * before the answer was due; nothing in the past, nothing that never comes.
 */
#include <stdio.h>

#include "base/date.h"
#include "paces.h"
#include "plan/plan.h"
#include "plan/schedule.h"
#include "support/random_pack.h"
#include "support/suite.h"

#define INVENTED 10000
#define MESSAGE_DAYS 6 /* between two messages to the same side */

/* Days after the last visit on which a plan is read again, and one by which all is over. */
static const int readings[] = {0, 1, 3, 8, 22};
#define ALL_OVER 130

/* What may follow or precede another message closely: it puts right what was wrong. */
static const char *const corrections[] = {"correct-fact", "correct-figure", "correct-mail", NULL};

/* Of each pace how many questions, then how many texts, stand after the others. */
enum column { QUESTIONS, TEXTS, ACTIONS, FIRST_DAY, WORDS, OF_PACE, COLUMNS = OF_PACE + 2 * PACES };

struct measure {
  const char *title;
  int limit;
  int most; /* -1 before the first */
  char *who;
  char *answers; /* of whoever is beyond the limit, as a file */
};

struct trial {
  struct measure measures[COLUMNS];
  int least_days;
  char *least_days_who;
  GHashTable *faults; /* what is wrong -> who */
};

static void see(struct trial *trial, enum column column, int value, const struct person *person)
{
  struct measure *measure = &trial->measures[column];
  if (value <= measure->most)
    return;
  measure->most = value;
  g_free(measure->who);
  measure->who = g_strdup(person->name);
  g_clear_pointer(&measure->answers, g_free);
  if (value > measure->limit)
    measure->answers = people_file(person);
}

/* Keeps one person for each kind of fault. */
static void blame(struct trial *trial, const struct person *person, int day, const char *what,
                  const char *first, const char *second)
{
  char *fault = g_strdup_printf("%s: %s %s", what, first, second);
  g_autofree char *today = date_to_iso(day);
  if (g_hash_table_contains(trial->faults, fault))
    g_free(fault);
  else
    g_hash_table_insert(trial->faults, fault,
                        g_strdup_printf("%s, read on %s", person->name, today));
}

/* ---- a schedule ---- */

static struct pass *pass_of(const struct person *person, int day)
{
  struct pass *pass = pass_new(people_pack(), person->answers, day);
  struct step met;
  while (pass_next(pass, &met))
    continue;
  return pass;
}

/* What stands in the plan of DAY. */
static GArray *schedule_of(const struct person *person, int day)
{
  OWNED(pass) pass = pass_of(person, day);
  GArray *schedule = schedule_new(pass);
  for (guint i = schedule->len; i > 0; i--) {
    const struct scheduled *one = &g_array_index(schedule, struct scheduled, i - 1);
    if (one->displaced || (one->lapsed && !one->done))
      g_array_remove_index(schedule, i - 1);
  }
  return schedule;
}

static const struct scheduled *at(const GArray *schedule, guint index)
{
  return &g_array_index(schedule, struct scheduled, index);
}

static const struct scheduled *find(const GArray *schedule, const struct action *action)
{
  for (guint i = 0; i < schedule->len; i++)
    if (at(schedule, i)->action == action)
      return at(schedule, i);
  return NULL;
}

static gboolean is_message(const struct action *action)
{
  return action->channel == CHANNEL_EMAIL || action->channel == CHANNEL_PHONE ||
         action->channel == CHANNEL_LETTER;
}

static gboolean is_of_theme(const struct item *item, const char *theme)
{
  while (item->parent)
    item = item->parent;
  return g_str_equal(item->id, theme);
}

/* What is written to those who were met stands in two themes; all else is of one's own. */
static gboolean is_own(const struct action *action)
{
  return !is_of_theme(&action->item, "messages") && !is_of_theme(&action->item, "after-a-no");
}

static gboolean is_correction(const struct action *action)
{
  return g_strv_contains(corrections, action->item.id);
}

static void check_messages(struct trial *trial, const struct person *person, int day,
                           const GArray *schedule)
{
  for (guint i = 0; i < schedule->len; i++)
    for (guint j = i + 1; j < schedule->len; j++) {
      const struct scheduled *a = at(schedule, i), *b = at(schedule, j);
      if (!is_message(a->action) || !is_message(b->action) || is_correction(a->action) ||
          is_correction(b->action) || (a->done && b->done))
        continue;
      int days = ABS(a->day - b->day);
      if (days < MESSAGE_DAYS)
        blame(trial, person, day, "messages too close", a->action->item.id, b->action->item.id);
      if (trial->least_days_who && days >= trial->least_days)
        continue;
      trial->least_days = days;
      g_free(trial->least_days_who);
      trial->least_days_who = g_strdup(person->name);
    }
}

static void check_days(struct trial *trial, const struct person *person, int day,
                       const GArray *schedule)
{
  guint own = 0;
  for (guint i = 0; i < schedule->len; i++) {
    const struct scheduled *one = at(schedule, i);
    if (!one->done && one->day && one->day < day)
      blame(trial, person, day, "in the past", one->action->item.id, "");
    if (!one->done && !one->day)
      blame(trial, person, day, "without a day", one->action->item.id, "");
    own += is_own(one->action);
  }
  if (!own)
    blame(trial, person, day, "nothing of one's own", "", "");
}

/* Nobody asks for news on the day on which an answer was announced, or before it. */
static void check_news(struct trial *trial, const struct person *person, int day,
                       const GArray *schedule)
{
  OWNED(pass) pass = pass_of(person, day);
  struct values announced =
      pass_values(pass, catalogue_find(people_pack(), "answer-date"), NULL, 0);
  for (guint i = 0; announced.count && i < schedule->len; i++) {
    const struct scheduled *one = at(schedule, i);
    if (!one->done && g_strcmp0(one->action->slot, "follow-up") == 0 &&
        one->day <= date_parse(announced.texts[0]))
      blame(trial, person, day, "before the answer", one->action->item.id, "");
  }
}

/* What stood within the first week has come by the last reading; in the end, everything has. */
static void check_drift(struct trial *trial, const struct person *person, const GArray *first,
                        const GArray *last)
{
  int end = readings[G_N_ELEMENTS(readings) - 1];
  for (guint i = 0; i < first->len; i++) {
    const struct scheduled *then = at(first, i), *now = find(last, then->action);
    if (then->day < person->today + 7 && now && !now->late && !now->done &&
        now->day > person->today + end)
      blame(trial, person, person->today, "keeps its distance", now->action->item.id, "");
  }
  g_autoptr(GArray) over = schedule_of(person, person->today + ALL_OVER);
  for (guint i = 0; i < over->len; i++)
    if (!at(over, i)->late && !at(over, i)->done && at(over, i)->day > person->today + ALL_OVER)
      blame(trial, person, person->today, "never comes", at(over, i)->action->item.id, "");
}

/* ---- a person ---- */

/* How many of the steps ASKED of PERSON, from the day SINCE on, are questions, and texts to type.
 */
static struct pace_limit count(const struct person *person, const GArray *asked, int since,
                               gboolean cards)
{
  struct pace_limit sum = {0, 0};
  for (guint i = 0; i < asked->len; i++) {
    struct step step = g_array_index(asked, struct step, i);
    const struct question *question = item_question(step.item);
    if (answers_get(person->answers, step)->seen < since ||
        (!cards && is_of_theme(step.item, "cards")))
      continue;
    sum.questions++;
    sum.texts += question && (question->kind == KIND_TEXT || question->kind == KIND_NOTE);
  }
  return sum;
}

/* The cards are for who wants them at a later visit: no news. */
static void measure_questions(struct trial *trial, const struct person *person)
{
  g_autoptr(GArray) asked = people_asked(person);
  struct pace_limit whole = count(person, asked, G_MININT, TRUE);
  see(trial, QUESTIONS, whole.questions, person);
  see(trial, TEXTS, whole.texts, person);
  enum pace pace = person->only_visit ? pace_of(person, asked) : PACE_NEWS;
  if (pace == PACES)
    return;
  struct pace_limit visit = pace == PACE_NEWS ? count(person, asked, person->today, FALSE) : whole;
  see(trial, OF_PACE + 2 * pace, visit.questions, person);
  see(trial, OF_PACE + 2 * pace + 1, visit.texts, person);
}

static void measure_plan(struct trial *trial, const struct person *person)
{
  OWNED(plan) plan = plan_new(people_pack(), person->answers, person->today, NULL, FALSE);
  int soon = 0;
  guint words = 0;
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = plan->actions->pdata[i];
    soon += action->state != ACTION_DONE && action->day && action->day <= person->today + 1;
    for (guint j = 0; j < action->drafts->len; j++)
      words = MAX(words, ((const struct planned_draft *)action->drafts->pdata[j])->words);
  }
  if (person->only_visit)
    see(trial, FIRST_DAY, soon, person);
  see(trial, WORDS, (int)words, person);
}

static void try_person(struct trial *trial, const struct person *person)
{
  measure_questions(trial, person);
  measure_plan(trial, person);
  g_autoptr(GPtrArray) schedules = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS(readings); i++) {
    int day = person->today + readings[i];
    GArray *schedule = schedule_of(person, day);
    g_ptr_array_add(schedules, schedule);
    see(trial, ACTIONS, (int)schedule->len, person);
    check_messages(trial, person, day, schedule);
    check_days(trial, person, day, schedule);
    check_news(trial, person, day, schedule);
  }
  check_drift(trial, person, schedules->pdata[0], schedules->pdata[schedules->len - 1]);
}

/* ---- the verdict ---- */

static void begin(struct trial *trial)
{
  const struct limit *limit = &people_pack()->limit;
  *trial = (struct trial){
      .measures =
          {
              [QUESTIONS] = {.title = "questions asked", .limit = limit->questions},
              [TEXTS] = {.title = "of them with a text to type", .limit = limit->texts},
              [ACTIONS] = {.title = "actions", .limit = limit->actions},
              [FIRST_DAY] = {.title = "actions today or tomorrow", .limit = limit->first_day},
              [WORDS] = {.title = "words of the longest draft", .limit = limit->words},
          },
      .faults = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
  };
  for (enum pace pace = 0; pace < PACES; pace++) {
    struct pace_limit allowed = pace_limit(pace);
    struct measure *measures = &trial->measures[OF_PACE + 2 * pace];
    measures[0] = (struct measure){.title = pace_row(pace), .limit = allowed.questions};
    measures[1] = (struct measure){.title = "  of them with a text", .limit = allowed.texts};
  }
  for (int i = 0; i < COLUMNS; i++)
    trial->measures[i].most = -1;
}

static void end(struct trial *trial)
{
  printf("\n%-46s %5s %6s\n", "", "most", "limit");
  for (int i = 0; i < COLUMNS; i++) {
    const struct measure *measure = &trial->measures[i];
    printf("%-46s %5d %6d   %s\n", measure->title, measure->most, measure->limit, measure->who);
    if (measure->answers)
      printf("%s\n", measure->answers);
    CU_ASSERT(measure->limit >= 0 && measure->most <= measure->limit);
    g_free(measure->who);
    g_free(measure->answers);
  }
  printf("%-46s %5d %6d   %s\n", "least days between messages", trial->least_days, MESSAGE_DAYS,
         trial->least_days_who);
  GHashTableIter faults;
  gpointer fault, who;
  g_hash_table_iter_init(&faults, trial->faults);
  while (g_hash_table_iter_next(&faults, &fault, &who))
    printf("%s (%s)\n", (const char *)fault, (const char *)who);
  CU_ASSERT(g_hash_table_size(trial->faults) == 0);
  g_hash_table_unref(trial->faults);
  g_free(trial->least_days_who);
}

static void test_examples(void)
{
  struct trial trial;
  begin(&trial);
  g_autoptr(GPtrArray) people = people_examples();
  CU_ASSERT_FATAL(people->len > 50);
  for (guint i = 0; i < people->len; i++)
    try_person(&trial, people->pdata[i]);
  end(&trial);
}

static void test_invented(void)
{
  struct trial trial;
  begin(&trial);
  GRand *rand = g_rand_new_with_seed(random_seed(20261123));
  for (guint i = 0; i < random_scale(INVENTED); i++) {
    OWNED(person) person = people_invent(rand, i);
    try_person(&trial, person);
  }
  g_rand_free(rand);
  end(&trial);
}

SUITE(limits, {"the examples keep to the limits", test_examples},
      {"invented people keep to the limits", test_invented})
