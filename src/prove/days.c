/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schedule as literals, action by action in document order. */
#include "prove/days.h"

#include "base/date.h"
#include "plan/schedule.h"

#define TOMORROW 1

/* ---- which days make a difference ---- */

/* Days counted from today: the regions to move them in, and for each action the last that anything
 * depends on. */
struct reckoning {
  const struct catalogue *catalogue;
  int today;
  GPtrArray *regions; /* of const char; the first is NULL: not told */
  int *last;          /* by order of the action */
};

static int moved(const struct reckoning *reckoning, guint region, int day, guint weekdays)
{
  int date = date_add(reckoning->today, day);
  const char *name = reckoning->regions->pdata[region];
  if (!date || !weekdays)
    return day;
  return schedule_move(reckoning->catalogue, name, date, weekdays) - reckoning->today;
}

/* The last day that is moved to one before LIMIT. */
static int last_before(const struct reckoning *reckoning, guint region, guint weekdays, int limit)
{
  int day = limit - 1;
  while (moved(reckoning, region, day, weekdays) >= limit)
    day--;
  return day;
}

/* Of an action it matters whether it stands up to tomorrow, and on which day, as far as it matters
 * to later ones that count from it. */
static void find_last(struct reckoning *reckoning)
{
  const struct catalogue *catalogue = reckoning->catalogue;
  g_autofree int *needed = g_new0(int, catalogue->task_count + 1);
  for (guint i = catalogue->item_count; i-- > 0;) {
    const struct action *action = item_action(catalogue->items[i]);
    int last = action ? MAX(needed[action->task->index], TOMORROW) : TOMORROW;
    reckoning->last[i] = last;
    for (const struct due *due = action ? action->dues : NULL; due; due = due->next)
      if (due->after == AFTER_TASK) {
        int *base = &needed[due->name->task->index];
        *base = MAX(*base, last - due->days);
      }
  }
}

static void reckoning_init(struct reckoning *reckoning, const struct catalogue *catalogue,
                           int today)
{
  int *last = g_new(int, catalogue->item_count + 1);
  *reckoning = (struct reckoning){catalogue, today, g_ptr_array_new(), last};
  g_ptr_array_add(reckoning->regions, NULL);
  const struct item *item =
      catalogue->region && catalogue->holidays ? question_first_option(catalogue->region) : NULL;
  for (; item && item->kind == ITEM_OPTION; item = item->next)
    g_ptr_array_add(reckoning->regions, (gpointer)item->id);
  find_last(reckoning);
}

static void reckoning_clear(struct reckoning *reckoning)
{
  g_ptr_array_unref(reckoning->regions);
  g_free(reckoning->last);
}

static void add_days(struct thresholds *thresholds, const struct due *due, int from, int to)
{
  from -= due->days;
  to -= due->days;
  switch (due->after) {
  case AFTER_QUESTION:
    thresholds_add_days(thresholds, due->name, from, to);
    break;
  case AFTER_TASK:
    thresholds_add_days(thresholds, due->name, from, MIN(to, 0));
    break;
  case AFTER_ANSWERED: /* today alone */
    break;
  }
}

/* The day after which it has not lapsed, and those from the one after which it is not late. */
static void add_due(struct thresholds *thresholds, const struct reckoning *reckoning,
                    const struct due *due, int last)
{
  int late = last;
  for (guint region = 0; region < reckoning->regions->len; region++) {
    late = MIN(late, last_before(reckoning, region, due->weekdays, 0));
    if (due->until >= 0) {
      int lapsed = last_before(reckoning, region, due->weekdays, -due->until);
      add_days(thresholds, due, lapsed, lapsed);
    }
  }
  add_days(thresholds, due, late, last);
}

void days_add_thresholds(struct thresholds *thresholds, int today)
{
  const struct catalogue *catalogue = thresholds->catalogue;
  CLEARED(reckoning) reckoning = {0};
  reckoning_init(&reckoning, catalogue, today);
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct action *action = item_action(catalogue->items[i]);
    for (const struct due *due = action ? action->dues : NULL; due; due = due->next)
      add_due(thresholds, &reckoning, due, reckoning.last[i]);
  }
}

/* ---- days as literals ---- */

/* In place of a day: after the last that anything depends on of the action; too long ago, so that
 * it lapsed; one that is not modelled. */
enum { LAPSED = G_MININT, UNKNOWN = G_MAXINT - 1, FAR = G_MAXINT };

struct days {
  struct formula *formula;
  struct gates *gates;
  struct reckoning reckoning;
  GHashTable *moves;            /* see move() -> GArray of struct dated */
  const struct action **last;   /* by index of the task: its last action, */
  const struct action **before; /* and by order of the action the one before it of its task */
  GArray **on;                  /* by order of the action: see on_of(); NULL: not made yet */
  int *stands;                  /* by order of the action: see stands_of(); 0: not made yet */
  guint depth;                  /* how many actions are being looked at, one for the other */
};

static GArray *dated_new(void)
{
  return g_array_new(FALSE, FALSE, sizeof(struct dated));
}

static const struct dated *dated_at(const GArray *list, guint index)
{
  return &g_array_index(list, struct dated, index);
}

/* Adds that it is DAY if LITERAL is true. */
static void add_day(GArray *list, int day, int literal)
{
  struct dated dated = {day, literal};
  if (literal != LITERAL_FALSE)
    g_array_append_val(list, dated);
}

/* It is a day from FIRST to LAST. */
static int between(struct gates *gates, const GArray *list, int first, int last)
{
  g_autoptr(GArray) any = g_array_new(FALSE, FALSE, sizeof(int));
  for (guint i = 0; i < list->len; i++)
    if (dated_at(list, i)->day >= first && dated_at(list, i)->day <= last)
      g_array_append_val(any, dated_at(list, i)->literal);
  return gates_any_of(gates, any);
}

/* Makes one of those in LIST that are the same day. */
static GArray *join(struct gates *gates, GArray *list)
{
  GArray *joined = dated_new();
  for (guint i = 0; i < list->len; i++) {
    int day = dated_at(list, i)->day;
    guint known = 0;
    while (known < joined->len && dated_at(joined, known)->day != day)
      known++;
    if (known == joined->len)
      add_day(joined, day, between(gates, list, day, day));
  }
  g_array_unref(list);
  return joined;
}

static GArray *work_out(struct days *days, int day, guint weekdays)
{
  GArray *to = dated_new();
  int nowhere = LITERAL_TRUE;
  for (guint region = days->reckoning.regions->len; region-- > 0;) {
    const char *name = days->reckoning.regions->pdata[region];
    int there = name ? formula_region(days->formula, name) : nowhere;
    add_day(to, moved(&days->reckoning, region, day, weekdays), there);
    nowhere = gates_and(days->gates, nowhere, -there);
  }
  to = join(days->gates, to);
  if (to->len == 1)
    g_array_index(to, struct dated, 0).literal = LITERAL_TRUE;
  return to;
}

/* Where a day is moved to, by region: a GArray of struct dated, owned by DAYS. */
static const GArray *move(struct days *days, int day, guint weekdays)
{
  gpointer key = GSIZE_TO_POINTER((gsize)day * 256 + weekdays); /* a bit each */
  GArray *known = g_hash_table_lookup(days->moves, key);
  if (!known) {
    known = work_out(days, day, weekdays);
    g_hash_table_insert(days->moves, key, known);
  }
  return known;
}

/* ---- what a due counts from: a GArray of struct dated ---- */

static const GArray *on_of(struct days *days, const struct action *action);
static int first_of(struct days *days, const struct action *action);

static GArray *from_dates(struct days *days, GArray *dates, int unknown)
{
  for (guint i = 0; i < dates->len; i++)
    g_array_index(dates, struct dated, i).day -= days->reckoning.today;
  add_day(dates, UNKNOWN, unknown);
  return dates;
}

/* The ticks of TASK. */
static GArray *ticks_of(struct days *days, const struct task *task)
{
  int unknown;
  GArray *ticks = formula_dates(days->formula, task->name, &unknown);
  return from_dates(days, ticks, unknown);
}

/* Its tick, else the day of that of its actions before ORDER which stands. */
static GArray *from_task(struct days *days, const struct task *task, guint order)
{
  struct gates *gates = days->gates;
  const struct action *action = days->last[task->index];
  GArray *base = ticks_of(days, task);
  int ticked = between(gates, base, LAPSED, FAR);
  for (; action; action = days->before[action->item.order]) {
    if (action->item.order >= order)
      continue;
    const GArray *on = on_of(days, action);
    int stands = gates_and(gates, first_of(days, action), -ticked);
    for (guint i = 0; i < on->len; i++)
      if (dated_at(on, i)->day != LAPSED)
        add_day(base, dated_at(on, i)->day, gates_and(gates, stands, dated_at(on, i)->literal));
  }
  return join(gates, base);
}

/* All that is answered is answered today. */
static GArray *from_today(void)
{
  GArray *base = dated_new();
  add_day(base, 0, LITERAL_TRUE);
  return base;
}

static GArray *base_of(struct days *days, const struct action *action, const struct due *due)
{
  int unknown;
  GArray *dates;
  switch (due->after) {
  case AFTER_QUESTION:
    dates = formula_dates(days->formula, due->name, &unknown);
    return from_dates(days, dates, unknown);
  case AFTER_ANSWERED:
    return from_today();
  case AFTER_TASK:
    return from_task(days, due->name->task, action->item.order);
  }
  g_assert_not_reached();
}

/* ---- one action ---- */

/* What becomes of an action that is due on DAY, which matters up to LAST. */
static void add_outcome(struct days *days, const struct due *due, int last, int day, int literal,
                        GArray *outcomes)
{
  if (day >= 0) {
    add_day(outcomes, day > last ? FAR : day, literal);
    return;
  }
  if (due->until >= 0 && -day > due->until) {
    add_day(outcomes, LAPSED, literal);
    return;
  }
  const GArray *now = move(days, 0, due->weekdays);
  for (guint i = 0; i < now->len; i++) {
    const struct dated *to = dated_at(now, i);
    add_day(outcomes, to->day > last ? FAR : to->day, gates_and(days->gates, literal, to->literal));
  }
}

/* What becomes of it by DUE alone: a GArray of struct dated. Caller frees. */
static GArray *outcomes_of(struct days *days, const struct due *due, int last, const GArray *base)
{
  GArray *outcomes = dated_new();
  for (guint i = 0; i < base->len; i++) {
    const struct dated *from = dated_at(base, i);
    if (from->day == FAR || from->day == UNKNOWN) {
      add_day(outcomes, from->day, from->literal);
      continue;
    }
    const GArray *to = move(days, from->day + due->days, due->weekdays);
    for (guint j = 0; j < to->len; j++) {
      int there = gates_and(days->gates, from->literal, dated_at(to, j)->literal);
      add_outcome(days, due, last, dated_at(to, j)->day, there, outcomes);
    }
  }
  return join(days->gates, outcomes);
}

/* Of the dues the first counts that holds and has a day to count from. */
static GArray *choose_due(struct days *days, const struct action *action)
{
  struct gates *gates = days->gates;
  GArray *on = dated_new();
  int open = LITERAL_TRUE, last = days->reckoning.last[action->item.order];
  for (const struct due *due = action->dues; due; due = due->next) {
    g_autoptr(GArray) base = base_of(days, action, due);
    g_autoptr(GArray) outcomes = outcomes_of(days, due, last, base);
    int counts = gates_and(gates, formula_holds(days->formula, due->when, 0), open);
    for (guint i = 0; i < outcomes->len; i++)
      add_day(on, dated_at(outcomes, i)->day,
              gates_and(gates, counts, dated_at(outcomes, i)->literal));
    open = gates_and(gates, open, -gates_and(gates, counts, between(gates, base, LAPSED, FAR)));
  }
  return join(gates, on);
}

#define DEEP 100 /* actions being looked at, each for the next */

/* The days on which ACTION stands if it is selected, counted from today: struct dated, of which
 * what is true of one excludes the rest. It may count from actions before it: a long chain is
 * followed from its beginning, since it would not fit on the stack from its end. */
static const GArray *on_of(struct days *days, const struct action *action)
{
  const struct item *const *items = days->reckoning.catalogue->items;
  GArray **on = &days->on[action->item.order];
  if (!*on) {
    days->depth++;
    for (guint i = 0; days->depth == DEEP && i < action->item.order; i++)
      if (items[i]->kind == ITEM_ACTION)
        on_of(days, item_action(items[i]));
    *on = choose_due(days, action);
    days->depth--;
  }
  return *on;
}

/* It is ticked, or has not lapsed. */
static int kept(struct days *days, const struct action *action)
{
  struct gates *gates = days->gates;
  if (!action_can_lapse(action))
    return LITERAL_TRUE;
  const GArray *on = on_of(days, action);
  g_autoptr(GArray) ticks = ticks_of(days, action->task);
  int unknown = between(gates, on, UNKNOWN, UNKNOWN);
  const int keeps[] = {
      between(gates, ticks, LAPSED, FAR),
      -gates_or(gates, between(gates, on, LAPSED, LAPSED), unknown),
      gates_maybe(gates, unknown),
  };
  return gates_any(gates, keeps, G_N_ELEMENTS(keeps));
}

/* ACTION is selected and kept, so that it stands unless another does before it. */
static int stands_of(struct days *days, const struct action *action)
{
  int *stands = &days->stands[action->item.order];
  if (!*stands)
    *stands =
        gates_and(days->gates, formula_met(days->formula, &action->item, 0), kept(days, action));
  return *stands;
}

/* ACTION, which may be NULL, stands or one before it of its task. */
static int taken_by(struct days *days, const struct action *action)
{
  if (!action)
    return LITERAL_FALSE;
  return gates_or(days->gates, taken_by(days, days->before[action->item.order]),
                  stands_of(days, action));
}

static int first_of(struct days *days, const struct action *action)
{
  return gates_and(days->gates, stands_of(days, action),
                   -taken_by(days, days->before[action->item.order]));
}

/* ---- the whole ---- */

static void list_actions(struct days *days)
{
  const struct catalogue *catalogue = days->reckoning.catalogue;
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct action *action = item_action(catalogue->items[i]);
    if (!action)
      continue;
    days->before[i] = days->last[action->task->index];
    days->last[action->task->index] = action;
  }
}

struct days *days_new(struct formula *formula)
{
  const struct catalogue *catalogue = formula_catalogue(formula);
  struct days *days = g_new0(struct days, 1);
  days->formula = formula;
  days->gates = formula_gates(formula);
  reckoning_init(&days->reckoning, catalogue, formula_today(formula));
  days->moves = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  days->last = g_new0(const struct action *, catalogue->task_count + 1);
  days->before = g_new0(const struct action *, catalogue->item_count + 1);
  days->on = g_new0(GArray *, catalogue->item_count + 1);
  days->stands = g_new0(int, catalogue->item_count + 1);
  list_actions(days);
  return days;
}

void days_free(struct days *days)
{
  for (guint i = 0; i < days->reckoning.catalogue->item_count; i++)
    if (days->on[i])
      g_array_unref(days->on[i]);
  g_free(days->on);
  g_free(days->stands);
  g_free(days->last);
  g_free(days->before);
  g_hash_table_unref(days->moves);
  reckoning_clear(&days->reckoning);
  g_free(days);
}

int days_stands_as(struct days *days, const struct action *action)
{
  return first_of(days, action);
}

int days_stands(struct days *days, const struct task *task)
{
  return taken_by(days, days->last[task->index]);
}

int days_soon(struct days *days, const struct task *task)
{
  struct gates *gates = days->gates;
  const struct action *action = days->last[task->index];
  int soon = LITERAL_FALSE;
  for (; action; action = days->before[action->item.order]) {
    const GArray *on = on_of(days, action);
    int up_to = gates_or(gates, between(gates, on, 0, TOMORROW),
                         gates_maybe(gates, between(gates, on, UNKNOWN, UNKNOWN)));
    soon = gates_or(gates, soon, gates_and(gates, first_of(days, action), up_to));
  }
  return soon;
}
