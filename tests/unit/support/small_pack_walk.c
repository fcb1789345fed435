/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every way through a small pack: all answers, on all days that matter, with all ticks. */
#include <string.h>

#include "base/date.h"
#include "support/small_pack.h"
#include "walk/value.h"

/* Dates are also given on an earlier visit, as many days ago. */
enum { EARLIER = 3 };

/* And ticks also so many days ago that all that is due after them has lapsed. */
enum { LONG_AGO = 40 };

struct ways {
  const struct catalogue *catalogue;
  struct answers *answers;
  int today;
  guint left;
  void (*see)(const struct pass *pass, const struct item *at, void *data); /* or NULL */
  void *data;
};

int small_pack_today(void)
{
  return date_from_ymd(2026, 11, 23);
}

static void add_value(GPtrArray *list, const char *const *values)
{
  g_ptr_array_add(list, g_strdupv((char **)values));
}

static void add_one(GPtrArray *list, char *value)
{
  add_value(list, (const char *const[]){value, NULL});
  g_free(value);
}

static void add_subsets(GPtrArray *list, const GArray *offers)
{
  for (guint set = 1; set < 1u << offers->len; set++) {
    g_autoptr(GPtrArray) values = g_ptr_array_new();
    for (guint i = 0; i < offers->len; i++)
      if (set >> i & 1)
        g_ptr_array_add(values, (gpointer)g_array_index(offers, struct offer, i).value);
    g_ptr_array_add(values, NULL);
    add_value(list, (const char *const *)values->pdata);
  }
}

/* Everything that could stand at STEP; what may not is for value_check() to say. */
static GPtrArray *all_values(const struct ways *ways, const struct pass *pass, struct step step)
{
  static const char *const words[] = {"a", "b", "c", "xx"};
  static const int numbers[] = {0, 1, 2, 3, 4, 5, 148, 149, 150, 151, 152, 300, G_MAXINT};
  GPtrArray *list = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
  const struct question *question = item_question(step.item);
  g_autoptr(GArray) offers = pass_offers(pass, step);
  if (!question) {
    add_one(list, g_strdup("yes"));
    add_one(list, g_strdup("no"));
    return list;
  }
  for (int i = 0; question->kind == KIND_CHOICE && i < (int)offers->len; i++)
    add_one(list, g_strdup(g_array_index(offers, struct offer, i).value));
  if (question->kind == KIND_CHOICES)
    add_subsets(list, offers);
  for (guint i = 0; question->kind == KIND_SCALE || question->kind == KIND_NUMBER; i++) {
    if (numbers[i] > (question->max.given ? question->max.number : 300))
      break;
    add_one(list, g_strdup_printf("%d", numbers[i]));
  }
  gboolean absolute = question->min.given && !question->min.from_today;
  int from = absolute ? (int)question->min.number : ways->today - 3 - EARLIER;
  /* Up to tomorrow: a bound that names a question without an answer bounds nothing. */
  for (int i = 0; question->kind == KIND_DATE && i <= 4 + EARLIER; i++)
    add_one(list, date_to_iso(from + i));
  for (int i = 0; question->kind == KIND_TIME && i < 3; i++)
    add_one(list, g_strdup_printf("09:0%d", i));
  for (int i = 0; question->kind >= KIND_TEXT && question->kind <= KIND_NOTE && i < 4; i++)
    add_one(list, g_strdup(words[i]));
  return list;
}

/* A tick names an action that other answers had led to: it stays in the plan, and counts for no
 * limit. */
static gboolean was_led_elsewhere(const struct pass *pass)
{
  const struct catalogue *catalogue = pass_catalogue(pass);
  for (guint i = 0; i < catalogue->task_count; i++) {
    const char *id = answers_ticked_action(pass_answers(pass), catalogue->tasks[i]);
    if (id && !pass_has_met(pass, (struct step){catalogue_find(catalogue, id)->item, 0}))
      return TRUE;
  }
  return FALSE;
}

/* A way ends here, before AT, where nothing may be answered, or with everything answered. */
static void end_way(struct ways *ways, const struct pass *pass, const struct item *at)
{
  ways->left -= ways->left ? 1 : 0;
  if (ways->see && !was_led_elsewhere(pass))
    ways->see(pass, at, ways->data);
}

static void walk_on(struct ways *ways, struct pass *pass);

/* Whether today, with what is answered, all constraints of the question at STEP hold. */
static gboolean constraints_hold(const struct ways *ways, struct step step)
{
  OWNED(pass) pass = pass_new(ways->catalogue, ways->answers, ways->today);
  struct step met = {0};
  while (pass_next(pass, &met) && (met.item != step.item || met.turn != step.turn))
    continue;
  const struct constraint *constraint = item_question(step.item)->constraints;
  while (constraint && pass_holds(pass, constraint->test, step.turn))
    constraint = constraint->next;
  return !constraint;
}

/* Answers STEP by VALUES if they may stand there, said today or some days ago. */
static gboolean answer(const struct ways *ways, const struct pass *pass, struct step step,
                       const char *const *values)
{
  g_autofree char *why = NULL, *why_not = NULL;
  int ago = ways->today - EARLIER;
  if (value_check(pass, step, values, NULL, &why)) {
    answers_set(ways->answers, step, values, ways->today);
    return TRUE;
  }
  if (!value_check_given(pass, step, values, ago, NULL, &why_not))
    return FALSE;
  answers_set(ways->answers, step, values, ago);
  if (constraints_hold(ways, step))
    return TRUE;
  answers_remove(ways->answers, step);
  return FALSE;
}

/* The ways on from what has just been answered at STEP; PASS then stands behind it without. */
static void walk_past(struct ways *ways, struct pass *pass, struct step step)
{
  struct step met;
  pass_rewind(pass, step);
  walk_on(ways, pass);
  answers_remove(ways->answers, step);
  pass_rewind(pass, step);
  pass_next(pass, &met);
}

static gboolean try_values(struct ways *ways, struct pass *pass, struct step step)
{
  gboolean any = FALSE;
  g_autoptr(GPtrArray) list = all_values(ways, pass, step);
  for (guint i = 0; i < list->len && ways->left; i++) {
    if (!answer(ways, pass, step, g_ptr_array_index(list, i)))
      continue;
    any = TRUE;
    walk_past(ways, pass, step);
  }
  return any;
}

/* From where PASS is, every way on. */
static void walk_on(struct ways *ways, struct pass *pass)
{
  struct step step;
  gboolean more;
  while ((more = pass_next(pass, &step))) {
    gboolean asks = step.item->kind == ITEM_QUESTION || step.item->kind == ITEM_REPEAT;
    if (asks && !pass_settled(pass, step))
      break;
  }
  if (!more) {
    end_way(ways, pass, NULL);
    return;
  }
  const struct question *question = item_question(step.item);
  gboolean any = try_values(ways, pass, step);
  if (question && question->optional && ways->left) {
    answers_set(ways->answers, step, NULL, ways->today);
    walk_past(ways, pass, step);
  } else if (!any) {
    end_way(ways, pass, step.item);
  }
}

static void walk_all(struct ways *ways)
{
  OWNED(pass) pass = pass_new(ways->catalogue, ways->answers, ways->today);
  walk_on(ways, pass);
}

/* The actions of TASK in which something stands: a GPtrArray of const struct action. Caller frees.
 */
static GPtrArray *asking_actions(const struct catalogue *catalogue, const struct task *task)
{
  GPtrArray *actions = g_ptr_array_new();
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct action *action = item_action(catalogue->items[i]);
    if (action && action->task == task && action->item.first)
      g_ptr_array_add(actions, (gpointer)action);
  }
  return actions;
}

static void walk_ticks(struct ways *ways, const GPtrArray *tasks, guint index);

/* The tick of the task with number INDEX on each day, naming the action ID or none. */
static void walk_days_of_tick(struct ways *ways, const GPtrArray *tasks, guint index,
                              const char *id)
{
  static const int ago[] = {0, 1, 2, 3, LONG_AGO};
  for (guint i = 0; i < G_N_ELEMENTS(ago) && ways->left; i++) {
    answers_set_tick(ways->answers, tasks->pdata[index], ways->today - ago[i], id);
    walk_ticks(ways, tasks, index + 1);
  }
}

/* Ticks of all tasks that make a difference, from number INDEX on. */
static void walk_ticks(struct ways *ways, const GPtrArray *tasks, guint index)
{
  if (index == tasks->len) {
    walk_all(ways);
    return;
  }
  const struct task *task = tasks->pdata[index];
  g_autoptr(GPtrArray) asking = asking_actions(ways->catalogue, task);
  walk_days_of_tick(ways, tasks, index, NULL);
  for (guint i = 0; i < asking->len; i++) {
    const struct action *action = asking->pdata[i];
    if (action->slot)
      walk_days_of_tick(ways, tasks, index, action->item.id);
  }
  answers_set_tick(ways->answers, task, 0, NULL);
  walk_ticks(ways, tasks, index + 1);
}

static gboolean tick_matters(const struct catalogue *catalogue, const char *text,
                             const struct task *task)
{
  g_autofree char *name = g_strdup_printf("\\$%s\\b", task->name->id);
  g_autoptr(GPtrArray) asking = asking_actions(catalogue, task);
  return asking->len || g_regex_match_simple(name, text, 0, 0);
}

GPtrArray *small_pack_tasks(const struct test_pack *pack)
{
  g_autofree char *text = small_pack_text(pack);
  GPtrArray *tasks = g_ptr_array_new();
  for (guint i = 0; i < pack->catalogue->task_count; i++)
    if (tick_matters(pack->catalogue, text, pack->catalogue->tasks[i]))
      g_ptr_array_add(tasks, (gpointer)pack->catalogue->tasks[i]);
  return tasks;
}

/* ACTION can lapse, or what counts from it can: by LAPSES, of tasks. */
static gboolean can_lapse(const struct catalogue *catalogue, const struct action *action,
                          const gboolean *lapses)
{
  if (action_can_lapse(action))
    return TRUE;
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct action *other = item_action(catalogue->items[i]);
    for (const struct due *due = other ? other->dues : NULL; due; due = due->next)
      if (due->after == AFTER_TASK && due->name->task == action->task && lapses[other->task->index])
        return TRUE;
  }
  return FALSE;
}

GPtrArray *small_pack_keeping_tasks(const struct test_pack *pack)
{
  const struct catalogue *catalogue = pack->catalogue;
  g_autofree char *text = small_pack_text(pack);
  g_autofree gboolean *lapses = g_new0(gboolean, catalogue->task_count + 1);
  for (guint round = 0; round < catalogue->task_count; round++)
    for (guint i = 0; i < catalogue->item_count; i++) {
      const struct action *action = item_action(catalogue->items[i]);
      if (action && can_lapse(catalogue, action, lapses))
        lapses[action->task->index] = TRUE;
    }
  GPtrArray *tasks = g_ptr_array_new();
  for (guint i = 0; i < catalogue->task_count; i++)
    if (lapses[i] && !tick_matters(catalogue, text, catalogue->tasks[i]))
      g_ptr_array_add(tasks, (gpointer)catalogue->tasks[i]);
  return tasks;
}

gboolean small_pack_counts(const struct plan *plan, guint index)
{
  const struct action *action = ((struct planned_action *)plan->actions->pdata[index])->action;
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct action *other = ((struct planned_action *)plan->actions->pdata[i])->action;
    if (other->task == action->task && other->item.order < action->item.order)
      return FALSE;
  }
  return TRUE;
}

/* On each day that matters, from nothing answered, until no ways are LEFT. */
static void walk_days(struct ways *ways, const struct test_pack *pack)
{
  g_autofree char *text = small_pack_text(pack);
  gboolean calendar = strstr(text, "2026-11-") != NULL;
  g_autoptr(GPtrArray) tasks = small_pack_tasks(pack);
  for (int shift = calendar ? -8 : 0; shift <= (calendar ? 4 : 0) && ways->left; shift++) {
    OWNED(answers) answers = answers_new(pack->catalogue);
    ways->answers = answers;
    ways->today = small_pack_today() + shift;
    answers_set_begun(answers, ways->today);
    walk_ticks(ways, tasks, 0);
  }
}

/* To see a way takes longer than to walk it, and every other pack has too many: they are counted
 * first. */
gboolean small_pack_walk(const struct test_pack *pack, guint limit,
                         void (*see)(const struct pass *pass, const struct item *at, void *data),
                         void *data)
{
  struct ways count = {.catalogue = pack->catalogue, .left = limit};
  walk_days(&count, pack);
  if (!count.left)
    return FALSE;
  struct ways ways = {.catalogue = pack->catalogue, .left = limit, .see = see, .data = data};
  walk_days(&ways, pack);
  return TRUE;
}
