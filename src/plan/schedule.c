/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates of actions, worked out in document order, so that each sees only what stands before it. */
#include "plan/schedule.h"

#include "base/date.h"

/* What became of a task up to here. */
struct task_state {
  gboolean taken; /* an action stands for it */
  int day;        /* on which that action stands; 0: undated, or none stands */
};

struct schedule {
  const struct pass *pass;
  struct task_state *states; /* by the index of the task */
};

/* ---- holidays ---- */

enum { SUNDAY = 7, WEEK = 7 }; /* the first as date_weekday() counts */

static gboolean is_easter(int day)
{
  int year, month, day_of_month;
  if (!day || date_weekday(day) != SUNDAY)
    return FALSE;
  date_split(day, &year, &month, &day_of_month);
  return date_easter(year) == day;
}

/* Whether HOLIDAY is on DAY, which is that DAY_OF_MONTH. */
static gboolean is_on(const struct holiday *holiday, int day, int year, int month, int day_of_month)
{
  if (holiday->by_easter)
    return is_easter(date_add(day, -holiday->easter));
  if (!holiday->weekday)
    return holiday->month == month && holiday->day == day_of_month;
  if (holiday->weekday != date_weekday(day))
    return FALSE;
  /* its week may begin before the new year */
  int first = date_from_ymd(year - (month < holiday->month), holiday->month, holiday->day);
  return first && day >= first && day < first + WEEK;
}

const struct holiday *schedule_holiday(const struct catalogue *catalogue, const char *region,
                                       int day)
{
  int year, month, day_of_month;
  date_split(day, &year, &month, &day_of_month);
  for (const struct holiday *holiday = catalogue->holidays; region && holiday;
       holiday = holiday->next)
    if (is_on(holiday, day, year, month, day_of_month) && g_strv_contains(holiday->regions, region))
      return holiday;
  return NULL;
}

int schedule_move(const struct catalogue *catalogue, const char *region, int day, guint weekdays)
{
  for (int ahead = 0; weekdays && ahead < SCHEDULE_SEARCH; ahead++) {
    int moved = date_add(day, ahead);
    if (!moved)
      break;
    if (weekdays & WEEKDAY_BIT(date_weekday(moved)) && !schedule_holiday(catalogue, region, moved))
      return moved;
  }
  return day;
}

/* In the region of the person. */
static int move(const struct pass *pass, int day, guint weekdays)
{
  return schedule_move(pass_catalogue(pass), pass_region(pass), day, weekdays);
}

/* ---- what a due date is counted from ---- */

struct given {
  const struct pass *pass;
  int latest;
};

/* A question of a repeat counts with all items, which begin at 1; outside the turn is 0. */
static void see_question(struct given *given, const struct question *question)
{
  const struct repeat *repeat = question->repeat;
  guint last = repeat ? pass_values(given->pass, repeat->name, NULL, 0).count : 0;
  for (guint turn = 0; turn <= last; turn++) {
    struct step step = {&question->item, turn};
    const struct answer *answer =
        pass_has_met(given->pass, step) ? pass_answer(given->pass, step) : NULL;
    if (answer)
      given->latest = MAX(given->latest, answer->given);
  }
}

static void see_name(const struct name *name, void *data)
{
  if (name->kind == NAME_QUESTION)
    see_question(data, item_question(name->item));
}

/* The latest day on which something was answered that ACTION depends on. */
static int answered_day(const struct pass *pass, const struct action *action)
{
  struct given given = {.pass = pass};
  for (const struct item *item = &action->item; item; item = item->parent) {
    const struct question *question = item_question(item);
    if (question)
      see_question(&given, question);
    if (item->when)
      condition_names_behind(item->when, see_name, &given);
  }
  return given.latest ? given.latest : answers_begun(pass_answers(pass));
}

static int latest_date(const struct pass *pass, const struct name *question)
{
  struct values values = pass_values(pass, question, NULL, 0);
  int latest = 0;
  for (guint i = 0; i < values.count; i++)
    latest = MAX(latest, date_parse(values.texts[i]));
  return latest;
}

static int day_after(const struct schedule *schedule, const struct action *action,
                     const struct due *due)
{
  switch (due->after) {
  case AFTER_QUESTION:
    return latest_date(schedule->pass, due->name);
  case AFTER_ANSWERED:
    return answered_day(schedule->pass, action);
  case AFTER_TASK:
    break;
  }
  /* What is still to be done of a slot counts, not what was done of it before. */
  int stands = schedule->states[due->name->task->index].day;
  return stands ? stands : answers_tick(pass_answers(schedule->pass), due->name->task);
}

/* ---- one action ---- */

/* The first due that holds and has a date, with its *DAY; NULL if there is none. */
static const struct due *choose_due(const struct schedule *schedule, const struct action *action,
                                    int *day)
{
  for (const struct due *due = action->dues; due; due = due->next) {
    if (!pass_holds(schedule->pass, due->when, 0))
      continue;
    int counted = date_add(day_after(schedule, action, due), due->days);
    if (!counted)
      continue;
    *day = move(schedule->pass, counted, due->weekdays);
    return due;
  }
  return NULL;
}

/* DUE, or NULL if only the person has set the day. */
static void set_day(const struct pass *pass, const struct due *due, int day,
                    struct scheduled *scheduled)
{
  int today = pass_today(pass);
  scheduled->due = scheduled->day = day;
  scheduled->at = due ? due->at : -1;
  if (day >= today)
    return;
  scheduled->late = TRUE;
  scheduled->lapsed = due && due->until >= 0 && today - day > due->until;
  scheduled->day = move(pass, today, due ? due->weekdays : 0);
}

/* True if the tick of its task, if any, is that of ACTION: it names it, or nothing. */
static gboolean is_done(const struct answers *answers, const struct action *action)
{
  return answers_tick(answers, action->task) &&
         (!answers_ticked_action(answers, action->task) || answers_has_done(answers, action));
}

/* When ACTION is done, or is to be. */
static struct scheduled date_action(const struct schedule *schedule, const struct action *action)
{
  const struct answers *answers = pass_answers(schedule->pass);
  struct scheduled scheduled = {.action = action, .at = -1};
  int day = 0;
  const struct due *due = choose_due(schedule, action, &day);
  scheduled.by = due;
  int moved = answers_moved(answers, action->task);
  if (is_done(answers, action)) {
    scheduled.done = TRUE;
    scheduled.due = day;
    scheduled.day = answers_tick(answers, action->task);
  } else if (due || moved) {
    set_day(schedule->pass, due, moved ? moved : day, &scheduled);
  }
  return scheduled;
}

/* What a tick names stands whatever has come into its slot since. */
static struct scheduled schedule_action(struct schedule *schedule, const struct action *action)
{
  struct task_state *state = &schedule->states[action->task->index];
  struct scheduled scheduled = date_action(schedule, action);
  scheduled.displaced = state->taken && !answers_has_done(pass_answers(schedule->pass), action);
  if (scheduled.lapsed || state->taken)
    return scheduled;
  state->taken = TRUE;
  state->day = scheduled.day;
  return scheduled;
}

static gboolean is_scheduled(const GArray *all, const struct action *action)
{
  for (guint i = 0; i < all->len; i++)
    if (g_array_index(all, struct scheduled, i).action == action)
      return TRUE;
  return FALSE;
}

/* The action that the tick of TASK names, as long as it belongs to it; or NULL. */
static const struct action *ticked_action(const struct pass *pass, const struct task *task)
{
  const char *id = answers_ticked_action(pass_answers(pass), task);
  const struct name *name = id ? catalogue_find(pass_catalogue(pass), id) : NULL;
  const struct action *action = name ? item_action(name->item) : NULL;
  return action && action->task == task && g_str_equal(action->item.id, id) ? action : NULL;
}

/* What was done remains so when it is advised no more. */
static void schedule_past(const struct schedule *schedule, GArray *all)
{
  const struct catalogue *catalogue = pass_catalogue(schedule->pass);
  for (guint i = 0; i < catalogue->task_count; i++) {
    const struct action *action = ticked_action(schedule->pass, catalogue->tasks[i]);
    if (!action || is_scheduled(all, action))
      continue;
    struct scheduled scheduled = date_action(schedule, action);
    g_array_append_val(all, scheduled);
  }
}

GArray *schedule_new(const struct pass *pass)
{
  const GArray *met = pass_met(pass);
  struct schedule schedule = {pass, g_new0(struct task_state, pass_catalogue(pass)->task_count)};
  GArray *all = g_array_new(FALSE, FALSE, sizeof(struct scheduled));
  for (guint i = 0; i < met->len; i++) {
    const struct action *action = item_action(g_array_index(met, struct step, i).item);
    if (action) {
      struct scheduled scheduled = schedule_action(&schedule, action);
      g_array_append_val(all, scheduled);
    }
  }
  schedule_past(&schedule, all);
  g_free(schedule.states);
  return all;
}

/* ---- what stood in a plan ---- */

/* Sees when QUESTION was answered, or left out so that another due counts. */
static void see_told(struct given *given, const struct question *question)
{
  const struct answer *answer =
      answers_get(pass_answers(given->pass), (struct step){&question->item, 0});
  if (answer)
    given->latest = MAX(given->latest, answer->given);
  see_question(given, question);
}

/* Sees what made CONDITION true, but for what it says is not so: that says little. */
static void see_reasons(struct given *given, const struct condition *condition)
{
  g_autoptr(GArray) reasons = g_array_new(FALSE, FALSE, sizeof(struct reason));
  pass_reasons(given->pass, condition, 0, REASONS_PLAIN, reasons);
  for (guint i = 0; i < reasons->len; i++)
    see_name(g_array_index(reasons, struct reason, i).name, given);
}

/* The latest day on which what led to SCHEDULED, or what its day is counted from, was told. */
static int told_day(const struct pass *pass, const struct scheduled *scheduled)
{
  struct given given = {.pass = pass};
  for (const struct item *item = &scheduled->action->item; item; item = item->parent) {
    const struct question *question = item_question(item);
    if (question)
      see_question(&given, question);
    see_reasons(&given, item->when);
  }
  const struct due *due = scheduled->by ? scheduled->action->dues : NULL;
  for (; due; due = due == scheduled->by ? NULL : due->next)
    if (due->after == AFTER_QUESTION)
      see_told(&given, item_question(due->name->item));
  return given.latest;
}

/* What comes behind it in the document cannot have made it due. */
static gboolean was_due(const struct pass *pass, const struct scheduled *scheduled)
{
  OWNED(pass) then = pass_new(pass_catalogue(pass), pass_answers(pass), scheduled->due);
  for (struct step met; pass_next(then, &met) && met.item != &scheduled->action->item;)
    continue;
  g_autoptr(GArray) schedule = schedule_new(then);
  for (guint i = 0; i < schedule->len; i++) {
    const struct scheduled *before = &g_array_index(schedule, struct scheduled, i);
    if (before->action == scheduled->action)
      return !before->displaced && before->due == scheduled->due;
  }
  return FALSE;
}

gboolean schedule_stood(const struct pass *pass, const struct scheduled *scheduled)
{
  int due = scheduled->due;
  const struct answers *answers = pass_answers(pass);
  if (due < answers_begun(answers))
    return FALSE;
  return answers_moved(answers, scheduled->action->task) == due ||
         (told_day(pass, scheduled) <= due && was_due(pass, scheduled));
}

/* ---- what comes first ---- */

/* True if A comes before B, which stands before it in the document. */
static gboolean comes_first(const struct scheduled *a, const struct scheduled *b)
{
  if (a->action->lead != b->action->lead)
    return a->action->lead;
  return a->day < b->day || (a->day == b->day && a->at < b->at);
}

const struct scheduled *schedule_next(const GArray *schedule)
{
  const struct scheduled *next = NULL;
  for (guint i = 0; i < schedule->len; i++) {
    const struct scheduled *scheduled = &g_array_index(schedule, struct scheduled, i);
    if (!scheduled->day || scheduled->done || scheduled->lapsed || scheduled->displaced)
      continue;
    if (!next || comes_first(scheduled, next))
      next = scheduled;
  }
  return next;
}
