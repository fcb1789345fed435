/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves by the plan's own schedule. */
#include "check/calendar.h"

#include "base/date.h"
#include "check/choices.h"
#include "plan/schedule.h"

struct calendar {
  const struct catalogue *catalogue;
  int today;
  const char **regions; /* by number less 1 */
  int region_count;
  GHashTable *moves; /* struct move -> itself */
};

struct move {
  int day, region;
  guint weekdays;
  struct days to;
};

static guint move_hash(gconstpointer key)
{
  const struct move *move = key;
  return ((guint)move->day * 31 + (guint)move->region) * 257 + move->weekdays;
}

static gboolean move_equal(gconstpointer a, gconstpointer b)
{
  const struct move *one = a, *other = b;
  return one->day == other->day && one->region == other->region && one->weekdays == other->weekdays;
}

struct calendar *calendar_new(const struct catalogue *catalogue, int today)
{
  struct calendar *calendar = g_new0(struct calendar, 1);
  calendar->catalogue = catalogue;
  calendar->today = today;
  calendar->moves = g_hash_table_new_full(move_hash, move_equal, g_free, NULL);
  if (catalogue->region) {
    calendar->regions = choices_values(catalogue->region);
    calendar->region_count = (int)choices_count(catalogue->region);
  }
  return calendar;
}

void calendar_free(struct calendar *calendar)
{
  g_hash_table_unref(calendar->moves);
  g_free(calendar->regions);
  g_free(calendar);
}

static int move_in(const struct calendar *calendar, int day, guint weekdays, int region)
{
  int date = date_add(calendar->today, day);
  const char *name = region > CALENDAR_NOWHERE ? calendar->regions[region - 1] : NULL;
  return date ? schedule_move(calendar->catalogue, name, date, weekdays) - calendar->today : day;
}

static struct days work_out(const struct calendar *calendar, int day, guint weekdays, int region)
{
  gboolean anywhere = region == CALENDAR_ANYWHERE;
  int first = move_in(calendar, day, weekdays, anywhere ? CALENDAR_NOWHERE : region);
  struct days to = {first, first}; /* holidays only ever move it on */
  for (int other = 1; anywhere && other <= calendar->region_count; other++)
    to.last = MAX(to.last, move_in(calendar, day, weekdays, other));
  return to;
}

struct days calendar_move(struct calendar *calendar, int day, guint weekdays, int region)
{
  struct move wanted = {.day = day, .region = region, .weekdays = weekdays};
  if (!weekdays)
    return (struct days){day, day};
  struct move *move = g_hash_table_lookup(calendar->moves, &wanted);
  if (!move) {
    move = g_memdup2(&wanted, sizeof wanted);
    move->to = work_out(calendar, day, weekdays, region);
    g_hash_table_add(calendar->moves, move);
  }
  return move->to;
}
