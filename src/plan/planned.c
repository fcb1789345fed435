/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan as an object: how it starts empty, what is found in it, how it ends. */
#include "plan/planned.h"

/* ---- freeing ---- */

static void free_draft(void *data)
{
  struct planned_draft *draft = data;
  phrase_free(draft->to);
  phrase_free(draft->subject);
  g_ptr_array_unref(draft->paragraphs);
  g_ptr_array_unref(draft->offered);
  g_free(draft);
}

static void free_action(void *data)
{
  struct planned_action *action = data;
  phrase_free(action->title);
  phrase_free(action->why);
  g_ptr_array_unref(action->steps);
  g_ptr_array_unref(action->avoids);
  g_ptr_array_unref(action->drafts);
  g_ptr_array_unref(action->because);
  g_free(action);
}

static void free_lesson(void *data)
{
  struct planned_lesson *lesson = data;
  phrase_free(lesson->topic);
  phrase_free(lesson->fact);
  phrase_free(lesson->if_text);
  phrase_free(lesson->then_text);
  phrase_free(lesson->why);
  phrase_free(lesson->exercise);
  g_ptr_array_unref(lesson->because);
  g_free(lesson);
}

static void free_strength(void *data)
{
  struct planned_strength *strength = data;
  phrase_free(strength->text);
  g_free(strength);
}

static void free_opening(void *data)
{
  struct planned_opening *opening = data;
  g_clear_pointer(&opening->asked, phrase_free);
  g_ptr_array_unref(opening->paragraphs);
  g_free(opening);
}

static void free_reply(void *data)
{
  struct planned_reply *reply = data;
  phrase_free(reply->title);
  g_ptr_array_unref(reply->paragraphs);
  g_free(reply);
}

static void free_holiday(void *data)
{
  struct planned_holiday *holiday = data;
  phrase_free(holiday->title);
  g_free(holiday);
}

static void free_line(void *data)
{
  struct sheet_line *line = data;
  g_free(line->label);
  g_free(line->words);
  g_free(line);
}

static void free_sheet(void *data)
{
  struct planned_sheet *sheet = data;
  phrase_free(sheet->title);
  g_ptr_array_unref(sheet->lines);
  g_free(sheet);
}

static void free_source(void *data)
{
  struct planned_source *source = data;
  phrase_free(source->title);
  phrase_free(source->original);
  phrase_free(source->publisher);
  g_free(source);
}

static void free_phrase(void *data)
{
  phrase_free(data);
}

void plan_free(struct plan *plan)
{
  g_clear_pointer(&plan->subject, phrase_free);
  g_ptr_array_unref(plan->openings);
  g_ptr_array_unref(plan->actions);
  g_ptr_array_unref(plan->lessons);
  g_ptr_array_unref(plan->strengths);
  g_ptr_array_unref(plan->replies);
  g_ptr_array_unref(plan->holidays);
  g_ptr_array_unref(plan->sheets);
  g_ptr_array_unref(plan->advised);
  g_ptr_array_unref(plan->sources);
  g_ptr_array_unref(plan->missing);
  g_ptr_array_unref(plan->own);
  g_free(plan);
}

static void free_plan(void *plan)
{
  plan_free(plan);
}

GPtrArray *plan_list_new(void)
{
  return g_ptr_array_new_with_free_func(free_plan);
}

/* ---- empty ---- */

struct plan *planned_new(const struct catalogue *catalogue, int today)
{
  struct plan *plan = g_new0(struct plan, 1);
  plan->catalogue = catalogue;
  plan->today = today;
  plan->openings = g_ptr_array_new_with_free_func(free_opening);
  plan->actions = g_ptr_array_new_with_free_func(free_action);
  plan->lessons = g_ptr_array_new_with_free_func(free_lesson);
  plan->strengths = g_ptr_array_new_with_free_func(free_strength);
  plan->replies = g_ptr_array_new_with_free_func(free_reply);
  plan->holidays = g_ptr_array_new_with_free_func(free_holiday);
  plan->sheets = g_ptr_array_new_with_free_func(free_sheet);
  plan->advised = g_ptr_array_new();
  plan->sources = g_ptr_array_new_with_free_func(free_source);
  plan->missing = g_ptr_array_new_with_free_func(g_free);
  plan->own = planned_lines();
  return plan;
}

GPtrArray *planned_phrases(void)
{
  return g_ptr_array_new_with_free_func(free_phrase);
}

GPtrArray *planned_drafts(void)
{
  return g_ptr_array_new_with_free_func(free_draft);
}

GPtrArray *planned_lines(void)
{
  return g_ptr_array_new_with_free_func(free_line);
}

/* ---- order ---- */

int planned_compare(const void *left, const void *right)
{
  const struct planned_action *a = *(struct planned_action *const *)left;
  const struct planned_action *b = *(struct planned_action *const *)right;
  if (!a->day != !b->day)
    return a->day ? -1 : 1;
  if (a->day != b->day)
    return a->day < b->day ? -1 : 1;
  if (a->at != b->at)
    return a->at < b->at ? -1 : 1;
  return a->action->item.order < b->action->item.order ? -1 : 1;
}

/* ---- looking things up ---- */

const struct planned_action *plan_task(const struct plan *plan, const struct task *task)
{
  const struct planned_action *done = NULL;
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = plan->actions->pdata[i];
    if (action->action->task == task && action->state != ACTION_DONE)
      return action;
    if (action->action->task == task)
      done = action;
  }
  return done;
}

static const struct planned_action *plan_action(const struct plan *plan, const struct item *item)
{
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = plan->actions->pdata[i];
    if (&action->action->item == item)
      return action;
  }
  return NULL;
}

const struct planned_action *plan_next(const struct plan *plan)
{
  const struct planned_action *first = NULL;
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = plan->actions->pdata[i];
    if (!action->day || action->state == ACTION_DONE)
      continue;
    if (action->action->lead)
      return action;
    if (!first)
      first = action;
  }
  return first;
}

static gboolean has_action(const struct plan *plan, const struct name *name)
{
  return name->kind == NAME_TASK ? plan_task(plan, name->task) != NULL
                                 : plan_action(plan, name->item) != NULL;
}

gboolean plan_has_advice(const struct plan *plan, const struct name *name)
{
  if (!name->item)
    return FALSE;
  if (item_action(name->item))
    return has_action(plan, name);
  return g_ptr_array_find(plan->advised, name->item, NULL);
}
