/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The shipped pack's limits over its examples and invented people, on the day of their last visit
 * and read again later without a new answer: no more questions, actions, words than pack.xml
 * allows, nor questions than the guide allows for each pace; messages far enough apart, and none
 * before the answer was due; nothing in the past, nothing that never comes.
 */
#include "base/date.h"
#include "paces.h"
#include "plan/page.h"
#include "plan/schedule.h"
#include "support/random_pack.h"
#include "support/suite.h"
#include "trial.h"

#define INVENTED 500   /* a twentieth of those of the target `long` */
#define MESSAGE_DAYS 6 /* between two messages to the same side */

/* Of a thousand people, those whom a calendar that nobody foresaw may serve badly: of answers that
 * clash, and changed on a later day. */
#define FAULTS 15

/* Days after the last visit on which a plan is read again, and one by which all is over. */
static const int readings[] = {0, 1, 3, 8, 22};
#define ALL_OVER 130

/* Days within which everything has a day: later, what waits for a step that was never taken has
 * none. */
#define ALL_CURRENT 8

/* What may follow another message closely: it puts right what was wrong, asks for what is owed or
 * after an hour that was not kept, goes to somebody else, rings before a day that cannot wait, or
 * applies for a post that is open. */
static const char *const close_by[] = {"facts-correct",
                                       "sending-promised",
                                       "sending-wrong",
                                       "pay-mixup-mail",
                                       "brief-fact",
                                       "brief-errand-send",
                                       "offer-correct",
                                       "offer-chase-decline",
                                       "offer-decline-after",
                                       "offer-low-nudge",
                                       "them-agency-decide",
                                       "refused-access-eu",
                                       "refused-access-qc",
                                       "refused-back",
                                       "refused-gap-back",
                                       "unheld-again",
                                       "offer-form-after",
                                       "mistaken-after",
                                       "hours-claim",
                                       "first-boss-ring",
                                       "refused-reopened-call",
                                       "lead-call",
                                       NULL};

/* The questions that ask for a day on which somebody will be heard: a message after that day may
 * follow one before it closely. */
static const char *const awaited[] = {"answer-date", "next-date", "lead-on", NULL};

/* What is written, or said, to those who were met. */
static const char *const to_them[] = {"first-message", "follow-up", "last-message", NULL};

/* Of each pace how many questions every other person is asked, how many anybody is, and how many
 * texts, stand after the others. */
enum column { QUESTIONS, TEXTS, ACTIONS, FIRST_DAY, WORDS, OF_PACE, COLUMNS = OF_PACE + 3 * PACES };

/* How many questions each person of a pace was asked (int). */
struct counts {
  GArray *of_pace[PACES];
};

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
  gboolean sent = action->channel == CHANNEL_EMAIL || action->channel == CHANNEL_PHONE ||
                  action->channel == CHANNEL_LETTER;
  return sent && action->slot && g_strv_contains(to_them, action->slot) &&
         !g_strv_contains(close_by, action->item.id);
}

/* Whether a day that was awaited passes between A and B, themselves days. */
static gboolean awaited_between(struct pass *pass, int a, int b)
{
  for (const char *const *id = awaited; *id; id++) {
    struct values days = pass_values(pass, catalogue_find(people_pack(), *id), NULL, 0);
    for (guint i = 0; i < days.count; i++) {
      int day = date_parse(days.texts[i]);
      if (MIN(a, b) <= day && day < MAX(a, b))
        return TRUE;
    }
  }
  return FALSE;
}

static void check_messages(struct trial *trial, const struct person *person, int day,
                           const GArray *schedule)
{
  OWNED(pass) pass = pass_of(person, day);
  for (guint i = 0; i < schedule->len; i++)
    for (guint j = i + 1; j < schedule->len; j++) {
      const struct scheduled *a = at(schedule, i), *b = at(schedule, j);
      if (is_message(a->action) && is_message(b->action) && !(a->done && b->done) &&
          ABS(a->day - b->day) < MESSAGE_DAYS && !awaited_between(pass, a->day, b->day))
        trial_blame(trial, person, day, "messages too close", a->action->item.id,
                    b->action->item.id);
    }
}

static void check_days(struct trial *trial, const struct person *person, int day,
                       const GArray *schedule)
{
  for (guint i = 0; i < schedule->len; i++) {
    const struct scheduled *one = at(schedule, i);
    if (!one->done && one->day && one->day < day)
      trial_blame(trial, person, day, "in the past", one->action->item.id, NULL);
    if (!one->done && !one->day && day <= person->today + ALL_CURRENT)
      trial_blame(trial, person, day, "without a day", one->action->item.id, NULL);
  }
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
    if (!one->done && is_message(one->action) && g_strcmp0(one->action->slot, "follow-up") == 0 &&
        one->day <= date_parse(announced.texts[0]))
      trial_blame(trial, person, day, "before the answer", one->action->item.id, NULL);
  }
}

/* The messages of the first week have come by the last reading; in the end, everything has. */
static void check_drift(struct trial *trial, const struct person *person, const GArray *first,
                        const GArray *last)
{
  int end = readings[G_N_ELEMENTS(readings) - 1];
  for (guint i = 0; i < first->len; i++) {
    const struct scheduled *then = at(first, i), *now = find(last, then->action);
    if (is_message(then->action) && then->day < person->today + 7 && now && !now->late &&
        !now->done && now->day > person->today + end)
      trial_blame(trial, person, person->today, "keeps its distance", now->action->item.id, NULL);
  }
  g_autoptr(GArray) over = schedule_of(person, person->today + ALL_OVER);
  for (guint i = 0; i < over->len; i++)
    if (!at(over, i)->late && !at(over, i)->done && at(over, i)->day > person->today + ALL_OVER)
      trial_blame(trial, person, person->today, "never comes", at(over, i)->action->item.id, NULL);
}

/* ---- a person ---- */

static gboolean is_of_theme(const struct item *item, const char *theme)
{
  while (item->parent)
    item = item->parent;
  return g_str_equal(item->id, theme);
}

/* Whether STEP counts towards a pace: the region does not, which is asked once for all debriefs,
 * nor do the cards, which are for who wants them. */
static gboolean counts(struct step step)
{
  const struct question *question = item_question(step.item);
  return !(question && question->remember == REMEMBER_SILENT) && !is_of_theme(step.item, "cards");
}

/* How many of the steps ASKED of PERSON, from the day SINCE on, are questions, and texts to type;
 * with ALL also those that count towards no pace. */
static struct pace_limit count(const struct person *person, const GArray *asked, int since,
                               gboolean all)
{
  struct pace_limit sum = {0};
  for (guint i = 0; i < asked->len; i++) {
    struct step step = g_array_index(asked, struct step, i);
    const struct question *question = item_question(step.item);
    if (answers_get(person->answers, step)->seen < since || (!all && !counts(step)))
      continue;
    sum.questions++;
    sum.texts += question && (question->kind == KIND_TEXT || question->kind == KIND_NOTE);
  }
  return sum;
}

static void measure_questions(struct trial *trial, struct counts *counts,
                              const struct person *person)
{
  g_autoptr(GArray) asked = people_asked(person);
  struct pace_limit whole = count(person, asked, G_MININT, TRUE);
  trial_see(trial, QUESTIONS, whole.questions, person);
  trial_see(trial, TEXTS, whole.texts, person);
  enum pace pace = person->only_visit ? pace_of(person, asked) : PACE_NEWS;
  if (pace == PACES)
    return;
  struct pace_limit visit =
      count(person, asked, pace == PACE_NEWS ? person->today : G_MININT, FALSE);
  g_array_append_val(counts->of_pace[pace], visit.questions);
  trial_see(trial, OF_PACE + 3 * pace + 1, visit.questions, person);
  trial_see(trial, OF_PACE + 3 * pace + 2, visit.texts, person);
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
      words = MAX(words, plan_draft_words(action->drafts->pdata[j]));
  }
  if (person->only_visit)
    trial_see(trial, FIRST_DAY, soon, person);
  trial_see(trial, WORDS, (int)words, person);
}

static void try_person(struct trial *trial, struct counts *counts, const struct person *person)
{
  measure_questions(trial, counts, person);
  measure_plan(trial, person);
  g_autoptr(GPtrArray) schedules = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS(readings); i++) {
    int day = person->today + readings[i];
    GArray *schedule = schedule_of(person, day);
    g_ptr_array_add(schedules, schedule);
    trial_see(trial, ACTIONS, (int)schedule->len, person);
    check_messages(trial, person, day, schedule);
    check_days(trial, person, day, schedule);
    check_news(trial, person, day, schedule);
  }
  check_drift(trial, person, schedules->pdata[0], schedules->pdata[schedules->len - 1]);
}

/* ---- the verdict ---- */

static struct trial *begin(void)
{
  const struct limit *limit = &people_pack()->limit;
  struct trial *trial = trial_new(COLUMNS);
  trial_limit(trial, QUESTIONS, "questions asked", limit->questions);
  trial_limit(trial, TEXTS, "of them with a text to type", limit->texts);
  trial_limit(trial, ACTIONS, "actions", limit->actions);
  trial_limit(trial, FIRST_DAY, "actions today or tomorrow", limit->first_day);
  trial_limit(trial, WORDS, "words of the longest draft", limit->words);
  for (enum pace pace = 0; pace < PACES; pace++) {
    struct pace_limit allowed = pace_limit(pace);
    trial_limit(trial, OF_PACE + 3 * pace, pace_row(pace), allowed.usual);
    trial_limit(trial, OF_PACE + 3 * pace + 1, "  at most", allowed.questions);
    trial_limit(trial, OF_PACE + 3 * pace + 2, "  of them with a text", allowed.texts);
  }
  return trial;
}

static struct counts counts_new(void)
{
  struct counts counts;
  for (enum pace pace = 0; pace < PACES; pace++)
    counts.of_pace[pace] = g_array_new(FALSE, FALSE, sizeof(int));
  return counts;
}

static int compare_counts(const void *a, const void *b)
{
  return *(const int *)a - *(const int *)b;
}

/* Sees what every other of PEOPLE is asked, and ends the trial. */
static void end(struct trial *trial, struct counts *counts, guint people)
{
  static const struct person every_other = {.name = (char *)"every other person"};
  for (enum pace pace = 0; pace < PACES; pace++) {
    GArray *asked = counts->of_pace[pace];
    g_array_sort(asked, compare_counts);
    if (asked->len)
      trial_see(trial, OF_PACE + 3 * pace, g_array_index(asked, int, asked->len / 2), &every_other);
    g_array_unref(asked);
  }
  trial_end(trial, people, FAULTS);
}

static void test_examples(void)
{
  struct trial *trial = begin();
  struct counts counts = counts_new();
  g_autoptr(GPtrArray) people = people_examples();
  CU_ASSERT_FATAL(people->len > 20);
  for (guint i = 0; i < people->len; i++)
    try_person(trial, &counts, people->pdata[i]);
  end(trial, &counts, people->len);
}

static void test_invented(void)
{
  struct trial *trial = begin();
  struct counts counts = counts_new();
  GRand *rand = g_rand_new_with_seed(random_seed(20261123));
  for (guint i = 0; i < random_scale(INVENTED); i++) {
    OWNED(person) person = people_invent(rand, i);
    try_person(trial, &counts, person);
  }
  g_rand_free(rand);
  end(trial, &counts, random_scale(INVENTED));
}

SUITE(limits, {"the examples keep to the limits", test_examples},
      {"invented people keep to the limits", test_invented})
