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
    thresholds_add_days(thresholds, item_question(due->name->item), from, to);
    break;
  case AFTER_TASK:
    thresholds_add_ticks(thresholds, due->name->task, from, MIN(to, 0));
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
  struct reckoning reckoning;
  reckoning_init(&reckoning, catalogue, today);
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct action *action = item_action(catalogue->items[i]);
    for (const struct due *due = action ? action->dues : NULL; due; due = due->next)
      add_due(thresholds, &reckoning, due, reckoning.last[i]);
  }
  reckoning_clear(&reckoning);
}

/* ---- days as literals ---- */

/* In place of a day: after the last that anything depends on of the action; too long ago, so that
 * it lapsed; one that is not modelled. */
enum { LAPSED = G_MININT, UNKNOWN = G_MAXINT - 1, FAR = G_MAXINT };

/* What becomes of an action that is selected. */
struct becomes {
  GArray *on; /* of struct dated, counted from today: what is true of one excludes the rest */
  int first;  /* it is selected, and stands for its task */
};

struct days {
  struct formula *formula;
  struct gates *gates;
  struct reckoning reckoning;
  GHashTable *moves;      /* struct move -> GArray of struct dated */
  struct becomes **known; /* by order of the action */
  int *taken;             /* by index of the task: some action up to here stands for it */
  int *soon;              /* by index of the task */
};

struct move {
  int day;
  guint weekdays;
};

static guint move_hash(gconstpointer key)
{
  const struct move *move = key;
  return (guint)move->day * 257 + move->weekdays;
}

static gboolean move_equal(gconstpointer a, gconstpointer b)
{
  const struct move *one = a, *other = b;
  return one->day == other->day && one->weekdays == other->weekdays;
}

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

static GArray *work_out(struct days *days, const struct move *move)
{
  GArray *to = dated_new();
  int nowhere = LITERAL_TRUE;
  for (guint region = days->reckoning.regions->len; region-- > 0;) {
    const char *name = days->reckoning.regions->pdata[region];
    int there = name ? formula_region(days->formula, name) : nowhere;
    add_day(to, moved(&days->reckoning, region, move->day, move->weekdays), there);
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
  struct move wanted = {day, weekdays};
  GArray *known = g_hash_table_lookup(days->moves, &wanted);
  if (!known) {
    known = work_out(days, &wanted);
    g_hash_table_insert(days->moves, g_memdup2(&wanted, sizeof wanted), known);
  }
  return known;
}

/* ---- what a due counts from: a GArray of struct dated ---- */

static struct becomes *becomes_of(struct days *days, const struct action *action);

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
  GArray *ticks = formula_tick(days->formula, task, &unknown);
  return from_dates(days, ticks, unknown);
}

/* Its tick, else the day of that of its actions before ORDER which stands. */
static GArray *from_task(struct days *days, const struct task *task, guint order)
{
  struct gates *gates = days->gates;
  const struct catalogue *catalogue = days->reckoning.catalogue;
  GArray *base = ticks_of(days, task);
  int ticked = between(gates, base, LAPSED, FAR);
  for (guint i = 0; i < order; i++) {
    const struct action *action = item_action(catalogue->items[i]);
    if (!action || action->task != task)
      continue;
    const struct becomes *becomes = becomes_of(days, action);
    int stands = gates_and(gates, becomes->first, -ticked);
    for (guint j = 0; j < becomes->on->len; j++) {
      const struct dated *on = dated_at(becomes->on, j);
      if (on->day != LAPSED)
        add_day(base, on->day, gates_and(gates, stands, on->literal));
    }
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
    dates = formula_dates(days->formula, item_question(due->name->item), &unknown);
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
static void choose_due(struct days *days, const struct action *action, struct becomes *becomes)
{
  struct gates *gates = days->gates;
  int open = LITERAL_TRUE, last = days->reckoning.last[action->item.order];
  for (const struct due *due = action->dues; due; due = due->next) {
    g_autoptr(GArray) base = base_of(days, action, due);
    g_autoptr(GArray) outcomes = outcomes_of(days, due, last, base);
    int counts = gates_and(gates, formula_holds(days->formula, due->when, 0), open);
    for (guint i = 0; i < outcomes->len; i++)
      add_day(becomes->on, dated_at(outcomes, i)->day,
              gates_and(gates, counts, dated_at(outcomes, i)->literal));
    open = gates_and(gates, open, -gates_and(gates, counts, between(gates, base, LAPSED, FAR)));
  }
  becomes->on = join(gates, becomes->on);
}

/* A literal that may be true where LITERAL is: about a day that is not modelled nothing is known.
 */
static int maybe(struct days *days, int literal)
{
  return literal == LITERAL_FALSE ? literal
                                  : gates_and(days->gates, literal, gates_variable(days->gates));
}

/* A tick keeps it in the plan; else it stands unless it has lapsed, or another stands before it. */
static int stands_first(struct days *days, const struct action *action,
                        const struct becomes *becomes)
{
  struct gates *gates = days->gates;
  int *taken = &days->taken[action->task->index];
  g_autoptr(GArray) ticks = ticks_of(days, action->task);
  int unknown = between(gates, becomes->on, UNKNOWN, UNKNOWN);
  const int keeps[] = {
      between(gates, ticks, LAPSED, FAR),
      -gates_or(gates, between(gates, becomes->on, LAPSED, LAPSED), unknown),
      maybe(days, unknown),
  };
  int kept = gates_any(gates, keeps, G_N_ELEMENTS(keeps));
  int stands = gates_and(gates, formula_met(days->formula, &action->item, 0), kept);
  int first = gates_and(gates, stands, -*taken);
  *taken = gates_or(gates, *taken, stands);
  return first;
}

static void add_soon(struct days *days, const struct action *action, const struct becomes *becomes)
{
  struct gates *gates = days->gates;
  int *soon = &days->soon[action->task->index];
  int on = gates_or(gates, between(gates, becomes->on, 0, TOMORROW),
                    maybe(days, between(gates, becomes->on, UNKNOWN, UNKNOWN)));
  *soon = gates_or(gates, *soon, gates_and(gates, becomes->first, on));
}

static struct becomes *becomes_of(struct days *days, const struct action *action)
{
  struct becomes *becomes = days->known[action->item.order];
  if (becomes)
    return becomes;
  becomes = days->known[action->item.order] = g_new0(struct becomes, 1);
  becomes->on = dated_new();
  choose_due(days, action, becomes);
  becomes->first = stands_first(days, action, becomes);
  add_soon(days, action, becomes);
  return becomes;
}

/* ---- the whole ---- */

struct days *days_new(struct formula *formula)
{
  const struct catalogue *catalogue = formula_catalogue(formula);
  struct days *days = g_new0(struct days, 1);
  days->formula = formula;
  days->gates = formula_gates(formula);
  reckoning_init(&days->reckoning, catalogue, formula_today(formula));
  days->moves = g_hash_table_new_full(move_hash, move_equal, g_free, (GDestroyNotify)g_array_unref);
  days->known = g_new0(struct becomes *, catalogue->item_count + 1);
  days->taken = g_new(int, catalogue->task_count + 1);
  days->soon = g_new(int, catalogue->task_count + 1);
  for (guint i = 0; i < catalogue->task_count; i++)
    days->taken[i] = days->soon[i] = LITERAL_FALSE;
  for (guint i = 0; i < catalogue->item_count; i++)
    if (catalogue->items[i]->kind == ITEM_ACTION)
      becomes_of(days, item_action(catalogue->items[i]));
  return days;
}

void days_free(struct days *days)
{
  for (guint i = 0; i < days->reckoning.catalogue->item_count; i++)
    if (days->known[i]) {
      g_array_unref(days->known[i]->on);
      g_free(days->known[i]);
    }
  g_free(days->known);
  g_free(days->taken);
  g_free(days->soon);
  g_hash_table_unref(days->moves);
  reckoning_clear(&days->reckoning);
  g_free(days);
}

int days_stands(struct days *days, const struct task *task)
{
  return days->taken[task->index];
}

int days_soon(struct days *days, const struct task *task)
{
  return days->soon[task->index];
}

int days_stands_as(const struct days *days, const struct action *action)
{
  return days->known[action->item.order]->first;
}
