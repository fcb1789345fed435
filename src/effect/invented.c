/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People invented by giving each variable of the model a value at random. */
#include "effect/invented.h"

#include "prove/goals.h"
#include "walk/condition_words.h"
#include "walk/exchange.h"

/* So many choices are named in a title. */
#define CHOICES 3

/* One in so many is not answered, is chosen among several, is ticked. */
#define SKIPPED 8
#define CHOSEN 3
#define TICKED 4

/* Of a repeat so many items are told at most. */
#define MOST_ITEMS 3

/* People in the making. */
struct inventing {
  const struct prover *prover;
  int today;
  struct arena *arena;
  GRand *random;
  GPtrArray **values; /* by index of the question: see values_of(); NULL: not asked for yet */
};

static gboolean one_in(const struct inventing *inventing, gint32 many)
{
  return g_rand_int_range(inventing->random, 0, many) == 0;
}

static const char *any_of(const struct inventing *inventing, const GPtrArray *values)
{
  return values->pdata[g_rand_int_range(inventing->random, 0, (gint32)values->len)];
}

static GPtrArray *find_values(const struct inventing *inventing, const struct question *question)
{
  GPtrArray *values = g_ptr_array_new();
  const struct item *item = question_first_option(question);
  for (; item && item->kind == ITEM_OPTION; item = item->next)
    g_ptr_array_add(values, (gpointer)item->id);
  if (values->len)
    return values;
  struct points points =
      points_question(inventing->prover->thresholds, question, inventing->today, inventing->arena);
  for (guint i = 0; i < points.count; i++)
    g_ptr_array_add(values, (gpointer)points.list[i].text);
  return values;
}

/* All that can be answered to QUESTION. */
static const GPtrArray *values_of(const struct inventing *inventing,
                                  const struct question *question)
{
  GPtrArray **values = &inventing->values[question->index];
  if (!*values)
    *values = find_values(inventing, question);
  return *values;
}

static void invent_answer(const struct inventing *inventing, const struct question *question,
                          guint turn, struct answers *answers)
{
  const GPtrArray *values = values_of(inventing, question);
  g_autoptr(GPtrArray) given = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  gboolean several = question_takes_several(question_source(question));
  if (question_takes_several(question))
    for (guint i = 0; i < values->len; i++) {
      if (one_in(inventing, CHOSEN))
        g_ptr_array_add(given, values->pdata[i]);
    }
  else if (values->len && (several ? one_in(inventing, CHOSEN) : !one_in(inventing, SKIPPED)))
    g_ptr_array_add(given, (gpointer)any_of(inventing, values));
  if (!given->len)
    return;
  answers_set(answers, (struct step){&question->item, turn}, (const char *const *)given->pdata,
              inventing->today);
}

static void invent_items(const struct inventing *inventing, const struct repeat *repeat,
                         struct answers *answers)
{
  static const char *const yes[] = {"yes", NULL}, *const no[] = {"no", NULL};
  gboolean more = TRUE;
  for (guint turn = 1; more && turn <= MIN(repeat->max, MOST_ITEMS); turn++) {
    more = g_rand_boolean(inventing->random);
    answers_set(answers, (struct step){&repeat->item, turn}, more ? yes : no, inventing->today);
  }
}

static void invent_tick(const struct inventing *inventing, const struct task *task,
                        struct answers *answers)
{
  struct points points =
      points_task(inventing->prover->thresholds, task, inventing->today, inventing->arena);
  if (points.count && one_in(inventing, TICKED))
    answers_set_tick(answers, task,
                     points.list[g_rand_int_range(inventing->random, 0, (gint32)points.count)].day,
                     task->name->item->id);
}

static struct answers *invent(const struct inventing *inventing)
{
  const struct catalogue *catalogue = inventing->prover->catalogue;
  struct answers *answers = answers_new(catalogue);
  answers_set_begun(answers, inventing->today);
  for (guint i = 0; i < catalogue->repeat_count; i++)
    invent_items(inventing, catalogue->repeats[i], answers);
  for (guint i = 0; i < catalogue->question_count; i++) {
    const struct question *question = catalogue->questions[i];
    guint turn = question->repeat ? 1 : 0;
    guint last = question->repeat ? MIN(question->repeat->max, MOST_ITEMS) : 0;
    for (; turn <= last; turn++)
      invent_answer(inventing, question, turn, answers);
  }
  for (guint i = 0; i < catalogue->task_count; i++)
    invent_tick(inventing, catalogue->tasks[i], answers);
  return answers;
}

/* By the first choices that count: "invented: Mood is 'Low', Pace is 'Quick'". */
static char *title_of(const struct catalogue *catalogue, const struct answers *answers, int today,
                      const struct translator *translator)
{
  OWNED(pass) pass = pass_new(catalogue, answers, today);
  g_autoptr(GPtrArray) choices = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  struct step step;
  while (choices->len < CHOICES && pass_next(pass, &step)) {
    const struct question *question = item_question(step.item);
    const struct answer *answer = question ? pass_answer(pass, step) : NULL;
    if (answer && question_answered_by(question) == BY_OPTION)
      g_ptr_array_add(choices, choice_words(catalogue, question, answer->values[0], translator));
  }
  if (choices->len == 0)
    return g_strdup(tr(translator, N_("an invented person")));
  g_autofree char *list = g_strjoinv(", ", (char **)choices->pdata);
  return tr_fill(tr(translator, N_("invented: {1}")), list, NULL);
}

void invented_visit(const struct catalogue *catalogue, const struct proof_options *options,
                    guint count, witness_visitor see, void *data)
{
  OWNED(prover) prover = goals_prover(catalogue, options, SEARCH_LITTLE);
  OWNED(arena) arena = arena_new();
  g_autoptr(GRand) random = g_rand_new_with_seed(1);
  g_autofree GPtrArray **values = g_new0(GPtrArray *, catalogue->question_count + 1);
  struct inventing inventing = {prover, options->today, arena, random, values};
  for (guint i = 0; i < count; i++) {
    OWNED(answers) answers = invent(&inventing);
    g_autofree char *title = title_of(catalogue, answers, options->today, options->translator);
    g_autoptr(GString) text = g_string_new(NULL);
    exchange_write(catalogue, answers, "", options->today, PRIVATE_INCLUDED, NULL, text);
    see(title, text->str, data);
  }
  for (guint i = 0; i < catalogue->question_count; i++)
    if (values[i])
      g_ptr_array_unref(values[i]);
}
