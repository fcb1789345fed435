/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the people of the examples, and invents others. */
#include "people.h"

#include "base/date.h"
#include "plan/schedule.h"
#include "reader/catalogue_read.h"
#include "walk/exchange.h"

#define FIRST_DAY "2026-11-23"
#define TRIES 40

void person_free(struct person *person)
{
  g_free(person->name);
  answers_free(person->answers);
  g_free(person);
}

static void stop_on_errors(struct findings *findings)
{
  if (!findings_count(findings, SEVERITY_ERROR))
    return;
  g_autoptr(GString) out = g_string_new(NULL);
  findings_print(findings, out);
  g_error("the shipped pack has errors:\n%s", out->str);
}

static struct catalogue *pack;

const struct catalogue *people_pack(void)
{
  if (pack)
    return pack;
  OWNED(findings) findings = findings_new(NULL);
  g_autofree char *folder = g_build_filename(g_getenv("SOURCE"), "content", NULL);
  pack = catalogue_read(folder, NULL, findings);
  stop_on_errors(findings);
  return pack;
}

void people_speak(const struct translator *translator)
{
  people_pack();
  catalogue_translate(pack, translator);
}

/* ---- those of the examples ---- */

static struct person *read_person(const char *file)
{
  OWNED(findings) findings = findings_new(NULL);
  OWNED(example) example = example_read(file, findings);
  stop_on_errors(findings);
  struct person *person = g_new0(struct person, 1);
  person->name = g_path_get_basename(file);
  person->answers = exchange_read(people_pack(), example, NULL, findings);
  person->today = example->today;
  person->only_visit = example->today == example->given;
  stop_on_errors(findings);
  return person;
}

GPtrArray *people_examples(void)
{
  GPtrArray *people = g_ptr_array_new_with_free_func((GDestroyNotify)person_free);
  g_autofree char *folder = g_build_filename(g_getenv("SOURCE"), "content", "examples", NULL);
  g_auto(GStrv) files = catalogue_files(folder, NULL, NULL);
  for (char **file = files; file && *file; file++)
    g_ptr_array_add(people, read_person(*file));
  return people;
}

/* ---- those that are invented ---- */

static guint below(GRand *rand, guint count)
{
  return (guint)g_rand_int_range(rand, 0, (gint32)count);
}

static gboolean chance(GRand *rand, guint percent)
{
  return below(rand, 100) < percent;
}

static char *some_words(GRand *rand)
{
  static const char *const words[] = {"Altaïr",   "gestion",   "des",          "contrats",
                                      "Bretagne", "et",        "partenariats", "accueil",
                                      "santé",    "logistique"};
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint count = 1 + below(rand, 5); count; count--)
    g_string_append_printf(out, "%s%s", out->len ? " " : "",
                           words[below(rand, G_N_ELEMENTS(words))]);
  return g_string_free(g_steal_pointer(&out), FALSE);
}

/* A number within the bounds of QUESTION, near its least more often. */
static char *some_number(GRand *rand, const struct question *question)
{
  int least = question->min.given ? (int)question->min.number : 0;
  int most = question->max.given ? (int)question->max.number : least + 100;
  int reach = chance(rand, 70) ? MIN(most - least, 9) : most - least;
  return g_strdup_printf("%d", g_rand_int_range(rand, least, least + reach + 1));
}

static char *some_time(GRand *rand)
{
  return g_strdup_printf("%02u:%02u", 8 + below(rand, 10), 15 * below(rand, 4));
}

/* Days around today, near ones more often. */
static char *some_date(GRand *rand, int today)
{
  int reach = chance(rand, 50) ? 4 : 30;
  return date_to_iso(today + g_rand_int_range(rand, -reach, reach + 1));
}

static void some_options(GRand *rand, const struct question *question, const GArray *offers,
                         GStrvBuilder *values)
{
  guint one = below(rand, offers->len);
  for (guint i = 0; i < offers->len; i++)
    if (i == one || (question->kind == KIND_CHOICES && chance(rand, 20)))
      g_strv_builder_add(values, g_array_index(offers, struct offer, i).value);
}

/* What is typed in answer to QUESTION, which has no options. */
static char *typed(GRand *rand, const struct question *question, int today)
{
  switch (question->kind) {
  case KIND_DATE:
    return some_date(rand, today);
  case KIND_NUMBER:
  case KIND_SCALE:
    return some_number(rand, question);
  case KIND_TIME:
    return some_time(rand);
  default:
    return some_words(rand);
  }
}

static char **propose(GRand *rand, const struct walk *walk, struct step step)
{
  const struct question *question = item_question(step.item);
  g_autoptr(GStrvBuilder) values = g_strv_builder_new();
  g_autoptr(GArray) offers = pass_offers(walk_pass(walk), step);
  g_autofree char *words = NULL;
  if (!question)
    g_strv_builder_add(values, chance(rand, 70) ? "yes" : "no");
  else if (offers->len)
    some_options(rand, question, offers, values);
  else
    words = typed(rand, question, walk_today(walk));
  if (words)
    g_strv_builder_add(values, words);
  return g_strv_builder_end(values);
}

char **people_value(GRand *rand, const struct walk *walk, struct step step)
{
  for (guint i = 0; i < TRIES; i++) {
    g_auto(GStrv) values = propose(rand, walk, step);
    g_autofree char *why = NULL;
    if (!item_question(step.item) ||
        value_check(walk_pass(walk), step, (const char *const *)values, NULL, &why))
      return g_steal_pointer(&values);
  }
  return NULL;
}

/* Who was in a hurry or very low, whose interview was not held, who has an offer or gives up was
 * not asked about much of it; to come back from there is to begin, not to bring news. */
static gboolean says_for_good(const struct walk *walk)
{
  static const char *const final[] = {"quick", "lost", "stop", "unheld", "offer", "leaving", NULL};
  const struct answer *before = answers_get(walk_answers(walk), walk_current(walk));
  return before && !before->skipped && g_strv_contains(final, before->values[0]);
}

/* Answers or leaves out what is current; what was told before is mostly confirmed. */
static void say(GRand *rand, struct walk *walk)
{
  g_autofree char *why = NULL;
  gboolean again = walk_is_again(walk);
  gboolean leave = chance(rand, again ? 60 : 12) || (again && says_for_good(walk));
  if (leave && walk_skip(walk, &why))
    return;
  g_clear_pointer(&why, g_free);
  g_auto(GStrv) values = people_value(rand, walk, walk_current(walk));
  gboolean said =
      values ? walk_answer(walk, (const char *const *)values, &why) : walk_skip(walk, &why);
  if (!said)
    g_error("stuck at %s: %s", walk_current(walk).item->id, why);
}

/* Ticks some of the actions that have become due, on a day since then. */
static void tick(GRand *rand, struct walk *walk, int last)
{
  OWNED(pass) pass = pass_new(people_pack(), walk_answers(walk), walk_today(walk));
  struct step met;
  while (pass_next(pass, &met))
    continue;
  g_autoptr(GArray) schedule = schedule_new(pass);
  for (guint i = 0; i < schedule->len; i++) {
    const struct scheduled *one = &g_array_index(schedule, struct scheduled, i);
    if (one->done || one->lapsed || one->displaced || one->due > walk_today(walk) ||
        chance(rand, 35))
      continue;
    int since = MAX(one->due, last);
    walk_tick(walk, one->action->task, g_rand_int_range(rand, since, walk_today(walk) + 1), NULL);
  }
}

/* Writes what goes into some of the blanks. */
static void fill(GRand *rand, struct walk *walk)
{
  const GPtrArray *texts = catalogue_texts(people_pack());
  for (guint i = 0; i < texts->len; i++) {
    const struct text *text = texts->pdata[i];
    for (const struct piece *piece = text->pieces; piece; piece = piece->next)
      if (piece->kind == PIECE_BLANK && piece->fill && chance(rand, 5)) {
        g_autofree char *words = some_words(rand);
        walk_fill(walk, piece->fill, words);
      }
  }
}

static void visit(GRand *rand, struct person *person, int day)
{
  struct answers *answers = person->answers;
  person->answers = NULL;
  OWNED(walk) walk = walk_new(people_pack(), answers, day, NULL);
  if (!person->only_visit)
    tick(rand, walk, person->today);
  while (walk_current(walk).item)
    say(rand, walk);
  if (chance(rand, 30))
    fill(rand, walk);
  person->answers = answers_copy(walk_answers(walk));
  person->today = day;
}

struct person *people_meet(GRand *rand, guint number)
{
  struct person *person = g_new0(struct person, 1);
  person->name = g_strdup_printf("person %u", number);
  int first = date_parse(FIRST_DAY) + (int)below(rand, 40);
  person->answers = answers_new(people_pack());
  answers_set_begun(person->answers, first);
  person->only_visit = TRUE;
  visit(rand, person, first);
  return person;
}

struct person *people_invent(GRand *rand, guint number)
{
  struct person *person = people_meet(rand, number);
  guint more = chance(rand, 50) ? 1 + below(rand, 3) : 0;
  for (guint i = 0; i < more; i++) {
    person->only_visit = FALSE;
    visit(rand, person, person->today + 1 + (int)below(rand, 12));
  }
  return person;
}

GArray *people_asked(const struct person *person)
{
  OWNED(walk) walk = walk_new(people_pack(), answers_copy(person->answers), person->today, NULL);
  return walk_path(walk);
}

char *people_file(const struct person *person)
{
  GString *out = g_string_new(NULL);
  exchange_write(people_pack(), person->answers, person->name, person->today, PRIVATE_INCLUDED,
                 NULL, out);
  return g_string_free(out, FALSE);
}
