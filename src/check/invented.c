/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People invented by giving each variable of the model a value at random. */
#include "check/invented.h"

#include "check/model.h"
#include "check/solution.h"
#include "walk/exchange.h"

/* So many choices are named in a title. */
#define CHOICES 4

/* One in so many is not answered, is chosen among several, is ticked. */
#define SKIPPED 8
#define CHOSEN 3
#define TICKED 4

static gint16 invent_value(const struct model *model, guint index, GRand *random)
{
  const struct variable *variable = &model->variables[index];
  gboolean several =
      variable->question && question_source(variable->question)->kind == KIND_CHOICES;
  guint one_in = several ? CHOSEN : TICKED;
  gboolean rarely = several || variable->task;
  guint drawn = (guint)g_rand_int_range(random, 0, (gint32)(rarely ? one_in : SKIPPED));
  gboolean given = rarely ? drawn == 0 : drawn != 0;
  return variable->count > 1 && given ? (gint16)g_rand_int_range(random, 1, (gint32)variable->count)
                                      : 0;
}

static struct answers *invent(const struct model *model, GRand *random)
{
  g_autofree gint16 *values = g_new(gint16, model->variable_count);
  for (guint i = 0; i < model->variable_count; i++)
    values[i] = invent_value(model, i, random);
  struct solution solution = {.model = model, .values = values};
  return solution_answers(&solution);
}

/* By the first choices that count: "invented: mood=low, pace=quick". */
static char *title_of(const struct catalogue *catalogue, const struct answers *answers, int today,
                      const struct translator *translator)
{
  OWNED(pass) pass = pass_new(catalogue, answers, today);
  g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func(g_free);
  struct step step;
  while (choices->len < CHOICES && pass_next(pass, &step)) {
    const struct question *question = item_question(step.item);
    const struct answer *answer = question ? pass_answer(pass, step) : NULL;
    if (answer && question->kind == KIND_CHOICE)
      g_ptr_array_add(choices, g_strdup_printf("%s=%s", question->item.id, answer->values[0]));
  }
  if (choices->len == 0)
    return g_strdup(tr(translator, N_("an invented person")));
  g_ptr_array_add(choices, NULL);
  g_autofree char *list = g_strjoinv(", ", (char **)choices->pdata);
  return tr_fill(tr(translator, N_("invented: {1}")), list, NULL);
}

void invented_visit(const struct catalogue *catalogue, const struct check_options *options,
                    guint count, witness_visitor see, void *data)
{
  OWNED(domains) domains = domains_new(catalogue, FALSE);
  OWNED(model) model = model_new(catalogue, domains, options->today, SCOPE_PROOFS);
  g_autoptr(GRand) random = g_rand_new_with_seed(1);
  for (guint i = 0; i < count; i++) {
    OWNED(answers) answers = invent(model, random);
    g_autofree char *title = title_of(catalogue, answers, options->today, options->translator);
    g_autoptr(GString) text = g_string_new(NULL);
    exchange_write(catalogue, answers, "", options->today, PRIVATE_INCLUDED, NULL, text);
    see(title, text->str, data);
  }
}
