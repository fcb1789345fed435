/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weeks, months and years as people say them, and their parts: "early next week", "mid-December".
 */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "terminal/typed_inside.h"

enum length { LENGTH_WEEK, LENGTH_WEEKEND, LENGTH_MONTH, LENGTH_YEAR };

/* A week begins on its Monday; a weekend is that of the week. */
struct period {
  enum length length;
  int start;        /* its first day */
  gboolean shifted; /* an earlier or later one was asked for, so it is that one */
};

enum period_part {
  PART_ALL,
  PART_EARLY,
  PART_MIDDLE,
  PART_LATE,
  PART_FIRST_HALF,
  PART_SECOND_HALF
};

static int month_start(int day, int months)
{
  int year, month, of_month;
  date_split(day, &year, &month, &of_month);
  months += year * 12 + month - 1;
  return date_from_ymd(months / 12, months % 12 + 1, 1);
}

/* The start of the period of LENGTH with DAY in it, AWAY periods on; 0 outside of the calendar. */
static int start_of(enum length length, int day, int away)
{
  int year, month, of_month;
  date_split(day, &year, &month, &of_month);
  if (length == LENGTH_MONTH)
    return month_start(day, away);
  if (length == LENGTH_YEAR)
    return date_from_ymd(year + away, 1, 1);
  return date_add(day, 7 * away - (date_weekday(day) - 1));
}

/* ---- parts ---- */

/* Which days of a period a part is, from 1; of a week Monday is 1. No month is longer than it is.
 */
static const struct {
  int first, last;
} days_of[][PART_SECOND_HALF + 1] = {
    [LENGTH_WEEK] = {{1, 5}, {1, 2}, {3, 3}, {4, 5}, {1, 3}, {3, 5}},
    [LENGTH_WEEKEND] = {{6, 7}, {6, 6}, {6, 7}, {7, 7}, {6, 6}, {7, 7}},
    [LENGTH_MONTH] = {{1, 31}, {1, 7}, {13, 17}, {25, 31}, {1, 15}, {16, 31}},
};

/* Of a year: the months of a part. */
static const struct {
  int first, last;
} months_of[] = {{1, 12}, {1, 1}, {6, 7}, {12, 12}, {1, 6}, {7, 12}};

static int month_end(int start)
{
  return date_add(month_start(start, 1), -1);
}

static struct said part_of(const struct period *period, enum period_part part)
{
  struct said said = {.kind = SAID_SPAN};
  if (period->length == LENGTH_YEAR) {
    said.first = month_start(period->start, months_of[part].first - 1);
    said.last = month_end(month_start(period->start, months_of[part].last - 1));
    return said;
  }
  said.first = date_add(period->start, days_of[period->length][part].first - 1);
  said.last = date_add(period->start, days_of[period->length][part].last - 1);
  if (period->length == LENGTH_MONTH)
    said.last = MIN(said.last, month_end(period->start));
  return said;
}

/* ---- which period ---- */

/* "This week" at a weekend: what is left of it. */
static void keep_weekend(struct said *said, const struct period *period, int today)
{
  if (period->length == LENGTH_WEEK && said->last < today && today <= period->start + 6)
    said->last = period->start + 6;
}

static gboolean passed(const struct said *said, const struct horizon *horizon)
{
  return horizon->from && said->last < horizon->from;
}

static gboolean not_yet(const struct said *said, const struct horizon *horizon)
{
  return horizon->to && said->first > horizon->to;
}

/* PART of PERIOD: of the one before or after where only that lies within the horizon. */
static struct said place(const struct period *period, enum period_part part,
                         const struct horizon *horizon)
{
  struct said said = part_of(period, part);
  if (period->shifted)
    return said;
  if (part == PART_ALL)
    keep_weekend(&said, period, horizon->today);
  int away = passed(&said, horizon) ? 1 : not_yet(&said, horizon) ? -1 : 0;
  struct period other = *period;
  other.start = away ? start_of(period->length, period->start, away) : 0;
  return other.start ? part_of(&other, part) : said;
}

static const struct {
  const char *words;
  enum length length;
  int away;
} periods[] = {
    /* TRANSLATORS: this message and the next twelve are words that people type for a week, a
     * weekend, a month or a year, alternatives separated by |. */
    {N_("this week|the week|week|the current week"), LENGTH_WEEK, 0},
    {N_("next week|the coming week|the week ahead"), LENGTH_WEEK, 1},
    {N_("the week after next|week after next"), LENGTH_WEEK, 2},
    {N_("last week|the past week|the week before"), LENGTH_WEEK, -1},
    {N_("this weekend|the weekend|weekend"), LENGTH_WEEKEND, 0},
    {N_("next weekend"), LENGTH_WEEKEND, 1},
    {N_("last weekend"), LENGTH_WEEKEND, -1},
    {N_("this month|the month|month|the current month"), LENGTH_MONTH, 0},
    {N_("next month"), LENGTH_MONTH, 1},
    {N_("last month|the past month"), LENGTH_MONTH, -1},
    {N_("this year|the year|year"), LENGTH_YEAR, 0},
    {N_("next year"), LENGTH_YEAR, 1},
    {N_("last year"), LENGTH_YEAR, -1},
};

static gboolean relative(const char *words, const struct horizon *horizon,
                         const struct translator *translator, struct period *period)
{
  for (gsize i = 0; i < G_N_ELEMENTS(periods); i++)
    if (words_index(words, tr(translator, periods[i].words))) {
      int start = start_of(periods[i].length, horizon->today, periods[i].away);
      *period = (struct period){periods[i].length, start, periods[i].away != 0};
      return start != 0;
    }
  return FALSE;
}

/* "The week of 14 December". */
static gboolean week_of(const char *words, const struct horizon *horizon,
                        const struct translator *translator, struct period *period)
{
  /* TRANSLATORS: {1} is a day, such as "14 December" or "the 14th". */
  g_auto(GStrv) parts = words_matches(
      words, tr(translator, "the week of {1}|week of {1}|the week commencing {1}|week commencing "
                            "{1}|w/c {1}|the week beginning {1}|week beginning {1}"));
  for (char **part = parts; *part; part++) {
    int false_day = 0, day = said_day(*part, horizon, translator, &false_day);
    if (day) {
      *period = (struct period){LENGTH_WEEK, start_of(LENGTH_WEEK, day, 0), TRUE};
      return period->start != 0;
    }
  }
  return FALSE;
}

/* Whether WEEK or MONTH, of which PART is meant, lies within the horizon, and nearer to today than
 * one that starts on NEAREST (0: none). */
static gboolean is_nearer(const struct period *period, enum period_part part,
                          const struct horizon *horizon, int nearest)
{
  if (!period->start)
    return FALSE;
  struct said said = part_of(period, part);
  if (passed(&said, horizon) || not_yet(&said, horizon))
    return FALSE;
  return !nearest || abs(period->start - horizon->today) < abs(nearest - horizon->today);
}

/* "Week 50", as calendars number them (ISO 8601): the first is the one with 4 January in it. */
static gboolean numbered_week(const char *words, enum period_part part,
                              const struct horizon *horizon, const struct translator *translator,
                              struct period *period)
{
  int year, month, of_month, nearest = 0;
  /* TRANSLATORS: {1} is the number of a week of the year. */
  g_autofree char *found = words_match(words, tr(translator, "week {1}|week no {1}|w{1}"));
  if (!found || strlen(found) > 2 || strspn(found, "0123456789") != strlen(found))
    return FALSE;
  int number = atoi(found);
  date_split(horizon->today, &year, &month, &of_month);
  for (int away = -1; away <= 1 && number >= 1 && number <= 53; away++) {
    int first = date_from_ymd(year + away, 1, 4);
    int start = first ? date_add(start_of(LENGTH_WEEK, first, 0), 7 * (number - 1)) : 0;
    struct period week = {LENGTH_WEEK, start, TRUE};
    if (is_nearer(&week, part, horizon, nearest))
      nearest = start;
  }
  *period = (struct period){LENGTH_WEEK, nearest, TRUE};
  return nearest != 0;
}

/* The first day of the month of that number: of the nearest with PART of it within the horizon. */
static int near_month(int month, enum period_part part, const struct horizon *horizon)
{
  int year, this_month, of_month, nearest = 0;
  date_split(horizon->today, &year, &this_month, &of_month);
  for (int away = -1; away <= 1; away++) {
    struct period there = {LENGTH_MONTH, date_from_ymd(year + away, month, 1), TRUE};
    if (is_nearer(&there, part, horizon, nearest))
      nearest = there.start;
  }
  return nearest;
}

/* "December", "December 2026". */
static gboolean named_month(const char *words, enum period_part part, const struct horizon *horizon,
                            const struct translator *translator, struct period *period)
{
  /* TRANSLATORS: {1} is the name of a month. */
  g_auto(GStrv) parts = words_matches(words, tr(translator, "{1}|the month of {1}|month of {1}"));
  for (char **found = parts; *found; found++) {
    g_auto(GStrv) name = g_strsplit(*found, " ", 2);
    int month = said_name(name[0], 12, month_name, translator);
    int digits = name[0] && name[1] ? (int)strspn(name[1], "0123456789") : 0;
    if (!month || (name[1] && (digits < 2 || digits > 4 || name[1][digits])))
      continue;
    int year = name[1] ? said_full_year(atoi(name[1]), horizon) : 0;
    int start = year ? date_from_ymd(year, month, 1) : near_month(month, part, horizon);
    *period = (struct period){LENGTH_MONTH, start, TRUE};
    if (start)
      return TRUE;
  }
  return FALSE;
}

/* Which period WORDS are, if PART of it is meant. */
static gboolean read_period(const char *words, enum period_part part, const struct horizon *horizon,
                            const struct translator *translator, struct period *period)
{
  return relative(words, horizon, translator, period) ||
         named_month(words, part, horizon, translator, period) ||
         week_of(words, horizon, translator, period) ||
         numbered_week(words, part, horizon, translator, period);
}

/* ---- both ---- */

static const struct {
  const char *patterns;
  enum period_part part;
} parts[] = {
    /* TRANSLATORS: parts of a week, a month or a year {1}, this message and the next four:
     * beginning, middle, end, first half, second half. */
    {N_("early {1}|early in {1}|the beginning of {1}|beginning of {1}|the start of {1}|start of "
        "{1}"),
     PART_EARLY},
    {N_("mid {1}|mid-{1}|the middle of {1}|middle of {1}"), PART_MIDDLE},
    {N_("late {1}|late in {1}|the end of {1}|end of {1}|end {1}|{1} end"), PART_LATE},
    {N_("the first half of {1}|first half of {1}"), PART_FIRST_HALF},
    {N_("the second half of {1}|second half of {1}"), PART_SECOND_HALF},
};

gboolean said_period(const char *words, const struct horizon *horizon,
                     const struct translator *translator, struct said *said)
{
  struct period period;
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
    g_auto(GStrv) found = words_matches(words, tr(translator, parts[i].patterns));
    for (char **whole = found; *whole; whole++)
      if (read_period(*whole, parts[i].part, horizon, translator, &period)) {
        *said = place(&period, parts[i].part, horizon);
        return TRUE;
      }
  }
  if (!read_period(words, PART_ALL, horizon, translator, &period))
    return FALSE;
  *said = place(&period, PART_ALL, horizon);
  return TRUE;
}
