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

#define FAR G_MAXINT /* a day after the last that anything depends on of the action */

/* What becomes of an action that is selected: what is true of it excludes the rest. */
struct becomes {
  GArray *on;  /* of struct dated, counted from today: it stands on that day, or FAR */
  int undated; /* it stands without a day */
  int lapsed;
  int unknown; /* it depends on a day that is not modelled */
  int first;   /* it is selected, and stands for its task */
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

/* Adds that it is DAY if LITERAL is true. */
static void add_day(struct gates *gates, GArray *list, int day, int literal)
{
  struct dated dated = {day, literal};
  if (literal == LITERAL_FALSE)
    return;
  for (guint i = 0; i < list->len; i++) {
    struct dated *known = &g_array_index(list, struct dated, i);
    if (known->day == day) {
      known->literal = gates_or(gates, known->literal, literal);
      return;
    }
  }
  g_array_append_val(list, dated);
}

static GArray *work_out(struct days *days, const struct move *move)
{
  GArray *to = g_array_new(FALSE, FALSE, sizeof(struct dated));
  int nowhere = LITERAL_TRUE;
  for (guint region = days->reckoning.regions->len; region-- > 0;) {
    const char *name = days->reckoning.regions->pdata[region];
    int there = name ? formula_region(days->formula, name) : nowhere;
    add_day(days->gates, to, moved(&days->reckoning, region, move->day, move->weekdays), there);
    nowhere = gates_and(days->gates, nowhere, -there);
  }
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

/* ---- what a due counts from ---- */

/* Days counted from today, with a literal for one that is not modelled. */
struct base {
  GArray *days; /* of struct dated */
  int unknown;
};

static struct becomes *becomes_of(struct days *days, const struct action *action);

static struct base from_dates(struct days *days, GArray *dates, int unknown)
{
  for (guint i = 0; i < dates->len; i++)
    g_array_index(dates, struct dated, i).day -= days->reckoning.today;
  return (struct base){dates, unknown};
}

/* Its tick, else the day of that of its actions before ORDER which stands. */
static struct base from_task(struct days *days, const struct task *task, guint order)
{
  struct gates *gates = days->gates;
  const struct catalogue *catalogue = days->reckoning.catalogue;
  int unknown, ticked = LITERAL_FALSE;
  GArray *ticks = formula_tick(days->formula, task, &unknown);
  struct base base = from_dates(days, ticks, unknown);
  for (guint i = 0; i < ticks->len; i++)
    ticked = gates_or(gates, ticked, g_array_index(ticks, struct dated, i).literal);
  ticked = gates_or(gates, ticked, unknown);
  for (guint i = 0; i < order; i++) {
    const struct action *action = item_action(catalogue->items[i]);
    if (!action || action->task != task)
      continue;
    const struct becomes *becomes = becomes_of(days, action);
    int stands = gates_and(gates, becomes->first, -ticked);
    for (guint j = 0; j < becomes->on->len; j++) {
      const struct dated *on = &g_array_index(becomes->on, struct dated, j);
      add_day(gates, base.days, on->day, gates_and(gates, stands, on->literal));
    }
    base.unknown = gates_or(gates, base.unknown, gates_and(gates, stands, becomes->unknown));
  }
  return base;
}

/* All that is answered is answered today. */
static struct base from_today(void)
{
  struct base base = {g_array_new(FALSE, FALSE, sizeof(struct dated)), LITERAL_FALSE};
  struct dated today = {0, LITERAL_TRUE};
  g_array_append_val(base.days, today);
  return base;
}

static struct base base_of(struct days *days, const struct action *action, const struct due *due)
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
                        struct becomes *becomes)
{
  if (day >= 0) {
    add_day(days->gates, becomes->on, day > last ? FAR : day, literal);
    return;
  }
  if (due->until >= 0 && -day > due->until) {
    becomes->lapsed = gates_or(days->gates, becomes->lapsed, literal);
    return;
  }
  const GArray *now = move(days, 0, due->weekdays);
  for (guint i = 0; i < now->len; i++) {
    const struct dated *to = &g_array_index(now, struct dated, i);
    add_day(days->gates, becomes->on, to->day > last ? FAR : to->day,
            gates_and(days->gates, literal, to->literal));
  }
}

/* What becomes of it by DUE alone. */
static struct becomes outcomes_of(struct days *days, const struct due *due, int last,
                                  const struct base *base)
{
  struct becomes becomes = {.on = g_array_new(FALSE, FALSE, sizeof(struct dated)),
                            .lapsed = LITERAL_FALSE,
                            .unknown = base->unknown};
  for (guint i = 0; i < base->days->len; i++) {
    const struct dated *from = &g_array_index(base->days, struct dated, i);
    if (from->day == FAR) {
      add_day(days->gates, becomes.on, FAR, from->literal);
      continue;
    }
    const GArray *to = move(days, from->day + due->days, due->weekdays);
    for (guint j = 0; j < to->len; j++) {
      const struct dated *day = &g_array_index(to, struct dated, j);
      add_outcome(days, due, last, day->day, gates_and(days->gates, from->literal, day->literal),
                  &becomes);
    }
  }
  return becomes;
}

/* Adds to BECOMES what comes of DUE where LITERAL is true. */
static void add_due_outcomes(struct days *days, const struct due *due, int last,
                             const struct base *base, int literal, struct becomes *becomes)
{
  struct gates *gates = days->gates;
  struct becomes alone = outcomes_of(days, due, last, base);
  for (guint i = 0; i < alone.on->len; i++) {
    const struct dated *on = &g_array_index(alone.on, struct dated, i);
    add_day(gates, becomes->on, on->day, gates_and(gates, literal, on->literal));
  }
  becomes->lapsed = gates_or(gates, becomes->lapsed, gates_and(gates, literal, alone.lapsed));
  becomes->unknown = gates_or(gates, becomes->unknown, gates_and(gates, literal, alone.unknown));
  g_array_unref(alone.on);
}

/* It has a day to count from. */
static int has_day(struct days *days, const struct base *base)
{
  int has = base->unknown;
  for (guint i = 0; i < base->days->len; i++)
    has = gates_or(days->gates, has, g_array_index(base->days, struct dated, i).literal);
  return has;
}

/* Of the dues the first counts that holds and has a day to count from. */
static void choose_due(struct days *days, const struct action *action, struct becomes *becomes)
{
  struct gates *gates = days->gates;
  int open = LITERAL_TRUE;
  for (const struct due *due = action->dues; due; due = due->next) {
    struct base base = base_of(days, action, due);
    int counts = gates_and(gates, formula_holds(days->formula, due->when, 0), open);
    add_due_outcomes(days, due, days->reckoning.last[action->item.order], &base, counts, becomes);
    open = gates_and(gates, open, -gates_and(gates, counts, has_day(days, &base)));
    g_array_unref(base.days);
  }
  becomes->undated = open;
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
  int unknown, *taken = &days->taken[action->task->index];
  g_autoptr(GArray) ticks = formula_tick(days->formula, action->task, &unknown);
  int kept = gates_or(gates, unknown, -gates_or(gates, becomes->lapsed, becomes->unknown));
  for (guint i = 0; i < ticks->len; i++)
    kept = gates_or(gates, kept, g_array_index(ticks, struct dated, i).literal);
  kept = gates_or(gates, kept, maybe(days, becomes->unknown));
  int stands = gates_and(gates, formula_met(days->formula, &action->item, 0), kept);
  int first = gates_and(gates, stands, -*taken);
  *taken = gates_or(gates, *taken, stands);
  return first;
}

static void add_soon(struct days *days, const struct action *action, const struct becomes *becomes)
{
  struct gates *gates = days->gates;
  int *soon = &days->soon[action->task->index], on = maybe(days, becomes->unknown);
  for (guint i = 0; i < becomes->on->len; i++) {
    const struct dated *day = &g_array_index(becomes->on, struct dated, i);
    if (day->day <= TOMORROW)
      on = gates_or(gates, on, day->literal);
  }
  *soon = gates_or(gates, *soon, gates_and(gates, becomes->first, on));
}

static struct becomes *becomes_of(struct days *days, const struct action *action)
{
  struct becomes *becomes = days->known[action->item.order];
  if (becomes)
    return becomes;
  becomes = days->known[action->item.order] = g_new0(struct becomes, 1);
  *becomes = (struct becomes){.on = g_array_new(FALSE, FALSE, sizeof(struct dated)),
                              .lapsed = LITERAL_FALSE,
                              .unknown = LITERAL_FALSE};
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
