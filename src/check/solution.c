/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Variables back to answers, items and ticks. */
#include "check/solution.h"

static void set_question(const struct solution *solution, struct answers *answers,
                         const struct question *question, guint turn)
{
  const struct model *model = solution->model;
  struct extent extent = model_question(model, question, turn);
  g_autoptr(GPtrArray) values = g_ptr_array_new();
  int given = model->today;
  for (guint i = extent.first; i < extent.first + extent.count; i++) {
    if (solution->values[i] <= 0)
      continue;
    const struct value *value = &model->variables[i].values[solution->values[i]];
    g_ptr_array_add(values, (gpointer)value->text);
    given = MIN(given, domains_given(question, value, model->today));
  }
  if (values->len == 0)
    return;
  g_ptr_array_add(values, NULL);
  answers_set(answers, (struct step){&question->item, turn}, (const char *const *)values->pdata,
              given);
}

static void set_repeat(const struct solution *solution, struct answers *answers,
                       const struct repeat *repeat)
{
  static const char *const yes[] = {"yes", NULL}, *const no[] = {"no", NULL};
  const struct model *model = solution->model;
  guint items = (guint)solution->values[model_repeat(model, repeat)];
  for (guint turn = 1; turn <= items; turn++)
    answers_set(answers, (struct step){&repeat->item, turn}, yes, model->today);
  if (items > 0 && items < repeat->max)
    answers_set(answers, (struct step){&repeat->item, items + 1}, no, model->today);
}

static void set_ticks(const struct solution *solution, struct answers *answers)
{
  const struct model *model = solution->model;
  for (guint i = 0; i < model->catalogue->task_count; i++) {
    guint index = model_task(model, model->catalogue->tasks[i]);
    const struct variable *variable = &model->variables[index];
    if (solution->values[index] > 0)
      answers_set_tick(answers, variable->task, variable->values[solution->values[index]].day,
                       NULL);
  }
}

struct answers *solution_answers(const struct solution *solution)
{
  const struct model *model = solution->model;
  const struct catalogue *catalogue = model->catalogue;
  struct answers *answers = answers_new(catalogue);
  answers_set_begun(answers, model->today);
  for (guint i = 0; i < catalogue->repeat_count; i++)
    set_repeat(solution, answers, catalogue->repeats[i]);
  for (guint i = 0; i < catalogue->question_count; i++) {
    const struct question *question = catalogue->questions[i];
    guint turns = question->repeat ? model->items[question->repeat->index] : 0;
    for (guint turn = question->repeat ? 1 : 0; turn <= turns; turn++)
      set_question(solution, answers, question, turn);
  }
  set_ticks(solution, answers);
  return answers;
}
