/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The page that people read, on the day of their last visit and on later ones, in both languages:
 * as long as the guide allows, complete, its next step possible on its day, nothing said twice; and
 * over the examples no two alike.
 */
#include "plan/page.h"

#include <stdio.h>

#include "base/date.h"
#include "base/text.h"
#include "paces.h"
#include "pages.h"
#include "plan/schedule.h"
#include "support/po.h"
#include "support/random_pack.h"
#include "support/suite.h"
#include "trial.h"

#define INVENTED 500 /* a twentieth of those of the target `long` */

/* Of a thousand invented people, those who may have a fault: of answers that clash. */
#define FAULTS 15

/* Days after the last visit on which the page is read. */
static const int readings[] = {0, 2, 9};

enum column { WORDS, QUICK_WORDS, LOST_WORDS, MESSAGE_WORDS, LATER, LESSONS, COLUMNS };

static const char *const columns[] = {
    [WORDS] = "mots d’une page",
    [QUICK_WORDS] = "mots d’une page, une minute",
    [LOST_WORDS] = "mots d’une page, au plus bas",
    [MESSAGE_WORDS] = "mots du premier message",
    [LATER] = "étapes suivantes",
    [LESSONS] = "leçons",
};

/* A language in which pages are read. */
struct tongue {
  const char *name;
  const struct translator *program;
};

/* The pack speaks French of its own. */
static struct tongue speak(gboolean english)
{
  people_speak(english ? po_read("po/interview/en.po") : NULL);
  return (struct tongue){english ? "en" : "fr", english ? NULL : po_translator("fr")};
}

/* One reading of a plan. */
struct reading {
  struct trial *trial;
  const struct person *person;
  int day;
  const struct tongue *tongue;
  struct plan *plan;
  struct plan_page *page;
};

static void blame(const struct reading *reading, const char *what, const char *first,
                  const char *second)
{
  g_autofree char *fault = g_strdup_printf("%s, %s", reading->tongue->name, what);
  trial_blame(reading->trial, reading->person, reading->day, fault, first, second);
}

static const char *next_id(const struct reading *reading)
{
  return reading->page->next ? reading->page->next->action->item.id : NULL;
}

/* ---- what stands there ---- */

static void check_opening(const struct reading *reading)
{
  if (reading->page->next && !reading->plan->openings->len)
    blame(reading, "no opening above", next_id(reading), NULL);
}

static gboolean needs_working_day(const struct action *action)
{
  return action->channel == CHANNEL_EMAIL || action->channel == CHANNEL_PHONE ||
         action->channel == CHANNEL_LETTER;
}

static void check_next_day(const struct reading *reading)
{
  const struct planned_action *next = reading->page->next;
  if (!next || !next->day)
    return;
  if (next->day < reading->day)
    blame(reading, "in the past", next_id(reading), NULL);
  if (!needs_working_day(next->action) ||
      answers_moved(reading->person->answers, next->action->task))
    return;
  OWNED(pass) pass = pass_new(people_pack(), reading->person->answers, reading->day);
  struct step met;
  while (pass_next(pass, &met))
    continue;
  if (date_weekday(next->day) > 5)
    blame(reading, "on a weekend", next_id(reading), NULL);
  if (schedule_holiday(people_pack(), pass_region(pass), next->day))
    blame(reading, "on a holiday", next_id(reading), NULL);
}

/* ---- the message, its blanks filled ---- */

static void fill_phrase(struct answers *answers, const struct phrase *phrase)
{
  for (const struct run *run = phrase->runs; run; run = run->next) {
    if ((run->style & RUN_BLANK) && run->fill)
      answers_set_fill(answers, run->fill->id, run->example ? run->example : "quelques mots");
  }
}

/* Each paragraph of DRAFT stands there once. */
static void check_paragraphs(const struct reading *reading, const struct planned_draft *draft)
{
  g_autoptr(GHashTable) said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < draft->paragraphs->len; i++)
    if (!g_hash_table_add(said, phrase_plain(draft->paragraphs->pdata[i])))
      blame(reading, "twice in a message", draft->draft->id, NULL);
}

/* Fills the blanks of PHRASES (of struct phrase) in ANSWERS, looks at the message that comes of it,
 * and returns its words. */
static guint check_filled(const struct reading *reading, struct answers *answers,
                          const GPtrArray *phrases)
{
  for (guint i = 0; i < phrases->len; i++)
    fill_phrase(answers, phrases->pdata[i]);
  OWNED(plan)
  plan = plan_new(people_pack(), answers, reading->day, reading->tongue->program, FALSE);
  OWNED(plan_page) page = plan_page_new(plan);
  if (!page->message)
    return 0;
  if (page->message->has_blank)
    blame(reading, "a blank that cannot be filled in", page->message->draft->id, NULL);
  check_paragraphs(reading, page->message);
  return plan_draft_words(page->message);
}

/* The message once its blanks are filled, and once more with what may be added to it. */
static void check_message(const struct reading *reading, const struct planned_draft *draft)
{
  OWNED(answers) answers = answers_copy(reading->person->answers);
  fill_phrase(answers, draft->subject);
  guint words = check_filled(reading, answers, draft->paragraphs);
  trial_see(reading->trial, MESSAGE_WORDS, (int)words, reading->person);
  check_filled(reading, answers, draft->offered);
}

/* ---- words and sentences ---- */

static enum column words_of(const struct person *person)
{
  g_autoptr(GArray) asked = people_asked(person);
  enum pace pace = pace_of(person, asked);
  return pace == PACE_QUICK ? QUICK_WORDS : pace == PACE_LOST ? LOST_WORDS : WORDS;
}

static void measure(const struct reading *reading)
{
  g_autofree char *text = page_text(reading->plan, reading->tongue->program, TRUE);
  trial_see(reading->trial, words_of(reading->person), (int)text_words(text), reading->person);
  trial_see(reading->trial, LATER, (int)reading->page->later->len, reading->person);
  trial_see(reading->trial, LESSONS, (int)reading->page->lessons->len, reading->person);
}

/* Adds to WORDS that the day DAY has passed, and frees it. */
static void add_late(GHashTable *words, const struct reading *reading, char *day)
{
  const char *pattern = tr(reading->tongue->program, "This was due on {1}; it can still be done.");
  g_autofree char *sentence = tr_fill(pattern, day, NULL);
  g_hash_table_add(words, text_fold(sentence));
  g_free(day);
}

/* Adds to WORDS the sentences of TEXT. */
static void add_sentences(GHashTable *words, const char *text)
{
  g_autoptr(GPtrArray) sentences = page_sentences(text);
  for (guint i = 0; i < sentences->len; i++)
    g_hash_table_add(words, g_strdup(sentences->pdata[i]));
}

/* What may stand in several places: words that the person typed, and that a day has passed. */
static GHashTable *may_repeat(const struct reading *reading)
{
  GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) answers = answers_list(reading->person->answers);
  for (guint i = 0; i < answers->len; i++) {
    const struct answer *answer = answers->pdata[i];
    for (char **value = answer->values; value && *value; value++) {
      g_hash_table_add(words, text_fold(*value));
      add_sentences(words, *value);
    }
  }
  for (guint i = 0; i < reading->plan->actions->len; i++) {
    const struct planned_action *action = reading->plan->actions->pdata[i];
    if (action->due) {
      add_late(words, reading, date_medium(action->due, reading->tongue->program));
      add_late(words, reading, date_long(action->due, reading->tongue->program));
    }
  }
  return words;
}

/* Blames for each sentence of TEXT that stands there a second time. */
static void blame_twice(const struct reading *reading, const char *text)
{
  g_autoptr(GPtrArray) sentences = page_sentences(text);
  g_autoptr(GHashTable) said = may_repeat(reading);
  g_autoptr(GHashTable) here = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < sentences->len; i++)
    if (!g_hash_table_add(here, sentences->pdata[i]) &&
        !g_hash_table_contains(said, sentences->pdata[i]))
      blame(reading, "twice", sentences->pdata[i], NULL);
}

/* Nothing stands twice on the page, nor in the document around its messages. */
static void check_twice(const struct reading *reading)
{
  g_autofree char *page = page_text(reading->plan, reading->tongue->program, TRUE);
  g_autofree char *whole = page_text(reading->plan, reading->tongue->program, FALSE);
  g_autofree char *around = page_without_messages(whole);
  blame_twice(reading, page);
  blame_twice(reading, around);
}

static void read_page(struct trial *trial, const struct person *person, int day,
                      const struct tongue *tongue)
{
  OWNED(plan) plan = plan_new(people_pack(), person->answers, day, tongue->program, FALSE);
  OWNED(plan_page) page = plan_page_new(plan);
  const struct reading reading = {trial, person, day, tongue, plan, page};
  check_opening(&reading);
  check_next_day(&reading);
  if (page->message)
    check_message(&reading, page->message);
  measure(&reading);
  check_twice(&reading);
}

static void try_person(struct trial *trial, const struct person *person,
                       const struct tongue *tongue)
{
  for (guint i = 0; i < G_N_ELEMENTS(readings); i++)
    read_page(trial, person, person->today + readings[i], tongue);
}

static struct trial *begin(void)
{
  struct trial *trial = trial_new(COLUMNS);
  for (enum column column = 0; column < COLUMNS; column++)
    trial_limit(trial, column, columns[column], guide_limit(columns[column]));
  return trial;
}

static void test_examples(void)
{
  struct trial *trial = begin();
  g_autoptr(GPtrArray) people = people_examples();
  for (int english = 0; english <= 1; english++) {
    struct tongue tongue = speak(english);
    for (guint i = 0; i < people->len; i++)
      try_person(trial, people->pdata[i], &tongue);
  }
  speak(FALSE);
  trial_end(trial, people->len, 0);
}

/* Half of them read English. */
static void test_invented(void)
{
  struct trial *trial = begin();
  GRand *rand = g_rand_new_with_seed(random_seed(20261124));
  for (guint i = 0; i < random_scale(INVENTED); i++) {
    struct tongue tongue = speak(i % 2);
    OWNED(person) person = people_invent(rand, i);
    try_person(trial, person, &tongue);
  }
  g_rand_free(rand);
  speak(FALSE);
  trial_end(trial, random_scale(INVENTED), FAULTS);
}

/* ---- pages beside each other ---- */

/* What may be alike of two pages, and on how many of them a sentence may stand. */
#define ALIKE_PERCENT 50
#define OFTEN_PERCENT 33

/* The sentences of PERSON's page, each once, whatever their days; the questions one carries stand
 * before their answers as headings do, and are none. */
static GHashTable *sentences_of(const struct person *person, const struct tongue *tongue)
{
  OWNED(plan)
  plan = plan_new(people_pack(), person->answers, person->today, tongue->program, FALSE);
  g_autofree char *text = page_text(plan, tongue->program, TRUE);
  g_autoptr(GPtrArray) sentences = page_sentences(text);
  GHashTable *set = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < sentences->len; i++)
    g_hash_table_add(set, page_without_days(sentences->pdata[i]));
  for (guint i = 0; i < plan->openings->len; i++) {
    const struct planned_opening *opening = plan->openings->pdata[i];
    g_autofree char *asked = opening->asked ? phrase_plain(opening->asked) : g_strdup("");
    g_autofree char *folded = text_fold(asked);
    g_hash_table_remove(set, folded);
  }
  return set;
}

/* What PERSON told but for typed words and days, as text. */
static char *situation(const struct person *person)
{
  GString *out = g_string_new(NULL);
  g_autoptr(GArray) asked = people_asked(person);
  for (guint i = 0; i < asked->len; i++) {
    struct step step = g_array_index(asked, struct step, i);
    const struct question *question = item_question(step.item);
    const struct answer *answer = answers_get(person->answers, step);
    gboolean options = question && question_first_option(question);
    g_autofree char *values =
        options && !answer->skipped ? g_strjoinv("|", answer->values) : g_strdup("");
    g_string_append_printf(out, "%s %s\n", step.item->id, values);
  }
  return g_string_free(out, FALSE);
}

static guint common(GHashTable *a, GHashTable *b)
{
  guint count = 0;
  GHashTableIter each;
  gpointer sentence;
  g_hash_table_iter_init(&each, a);
  while (g_hash_table_iter_next(&each, &sentence, NULL))
    count += g_hash_table_contains(b, sentence);
  return count;
}

/* Whether two people who told different things are told much the same. */
static gboolean alike(const struct person *a, GHashTable *one, const struct person *b,
                      GHashTable *other)
{
  guint least = MIN(g_hash_table_size(one), g_hash_table_size(other));
  guint shared = common(one, other);
  if (shared * 100 <= least * ALIKE_PERCENT)
    return FALSE;
  g_autofree char *told = situation(a);
  g_autofree char *also = situation(b);
  gboolean same = g_str_equal(told, also);
  if (!same)
    printf("\n%s and %s share %u of %u sentences", a->name, b->name, shared, least);
  return !same;
}

static void check_often(const GPtrArray *pages)
{
  g_autoptr(GHashTable) times = g_hash_table_new(g_str_hash, g_str_equal);
  GHashTableIter each;
  gpointer sentence, count;
  for (guint i = 0; i < pages->len; i++) {
    g_hash_table_iter_init(&each, pages->pdata[i]);
    while (g_hash_table_iter_next(&each, &sentence, NULL)) {
      count = g_hash_table_lookup(times, sentence);
      g_hash_table_insert(times, sentence, GUINT_TO_POINTER(GPOINTER_TO_UINT(count) + 1));
    }
  }
  g_hash_table_iter_init(&each, times);
  while (g_hash_table_iter_next(&each, &sentence, &count)) {
    gboolean often = GPOINTER_TO_UINT(count) * 100 > pages->len * OFTEN_PERCENT;
    if (often)
      printf("\non %u of %u pages: %s", GPOINTER_TO_UINT(count), pages->len, (char *)sentence);
    CU_ASSERT(!often);
  }
}

static void test_alike(void)
{
  struct tongue tongue = speak(FALSE);
  g_autoptr(GPtrArray) people = people_examples();
  g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func((GDestroyNotify)g_hash_table_unref);
  for (guint i = 0; i < people->len; i++)
    g_ptr_array_add(pages, sentences_of(people->pdata[i], &tongue));
  guint pairs = 0;
  for (guint i = 0; i < people->len; i++)
    for (guint j = i + 1; j < people->len; j++)
      pairs += alike(people->pdata[i], pages->pdata[i], people->pdata[j], pages->pdata[j]);
  CU_ASSERT_EQUAL(pairs, 0);
  check_often(pages);
}

SUITE(page, {"the examples' pages", test_examples}, {"invented people's pages", test_invented},
      {"no two pages alike", test_alike})
