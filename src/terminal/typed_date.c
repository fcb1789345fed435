/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One day as people say it, in words and in figures. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "terminal/typed_inside.h"

/* ---- choosing a year ---- */

static gboolean within(int day, const struct horizon *horizon)
{
  return (!horizon->from || day >= horizon->from) && (!horizon->to || day <= horizon->to);
}

/* The better of two days for one that was said without its year: within the horizon, then nearer.
 */
static int better(int a, int b, const struct horizon *horizon)
{
  if (!a || !b)
    return a ? a : b;
  if (within(a, horizon) != within(b, horizon))
    return within(a, horizon) ? a : b;
  return abs(a - horizon->today) <= abs(b - horizon->today) ? a : b;
}

static int without_year(int month, int day, const struct horizon *horizon)
{
  int year, this_month, this_day, best = 0;
  date_split(horizon->today, &year, &this_month, &this_day);
  /* Eight years hold a 29 February on either side, also around a century. */
  for (int distance = 0; distance <= 8; distance++) {
    best = better(best, date_from_ymd(year - distance, month, day), horizon);
    best = better(best, date_from_ymd(year + distance, month, day), horizon);
  }
  return best;
}

/* The day of a month near today; of WEEKDAY, unless that is 0. */
static int without_month(int day, int weekday, const struct horizon *horizon)
{
  int year, month, this_day, best = 0;
  date_split(horizon->today, &year, &month, &this_day);
  for (int away = -2; away <= 2; away++) {
    int months = year * 12 + month - 1 + away;
    int there = date_from_ymd(months / 12, months % 12 + 1, day);
    if (there && (!weekday || date_weekday(there) == weekday))
      best = better(best, there, horizon);
  }
  return best;
}

int said_full_year(int year, const struct horizon *horizon)
{
  int today, month, day;
  date_split(horizon->today, &today, &month, &day);
  if (year >= 100)
    return year;
  int full = today / 100 * 100 + year;
  return full > today + 20 ? full - 100 : full;
}

/* Whether what is asked for lies rather ahead: there is more room for it than behind. */
static gboolean lies_ahead(const struct horizon *horizon)
{
  int behind = horizon->today - horizon->from, ahead = horizon->to - horizon->today;
  return horizon->from && (behind <= 0 || !horizon->to || ahead > behind);
}

/* The WEEKDAY up to today, or the coming one. Who speaks of a day to come and means today says
 * "today". */
static int on_weekday(int weekday, const struct horizon *horizon)
{
  int latest = horizon->to && horizon->to < horizon->today ? horizon->to : horizon->today;
  int earliest = MAX(horizon->from, date_add(horizon->today, 1));
  int past = date_add(latest, -((date_weekday(latest) - weekday + 7) % 7));
  int coming = date_add(earliest, (weekday - date_weekday(earliest) + 7) % 7);
  if (within(past, horizon) && within(coming, horizon))
    return lies_ahead(horizon) ? coming : past;
  return within(coming, horizon) ? coming : past;
}

/* ---- words said as a whole ---- */

static const struct {
  const char *words;
  int days; /* from today */
} sayings[] = {
    /* TRANSLATORS: this message and the next four are words that people type for a day,
     * alternatives separated by |. Accents and capitals do not matter. */
    {N_("today|this morning|this afternoon|this evening|tonight|now"), 0},
    {N_("yesterday|yesterday morning|yesterday afternoon|yesterday evening|last night"), -1},
    {N_("the day before yesterday|day before yesterday"), -2},
    {N_("tomorrow|tomorrow morning|tomorrow afternoon|tomorrow evening"), 1},
    {N_("the day after tomorrow|day after tomorrow"), 2},
};

static const struct {
  const char *words;
  int month, day;
} feasts[] = {
    /* TRANSLATORS: 25 December, 31 December and 1 January as people call them. */
    {N_("christmas|christmas day|xmas"), 12, 25},
    {N_("new year's eve"), 12, 31},
    {N_("new year's day|new year|the new year"), 1, 1},
};

static int as_said(const char *words, const struct horizon *horizon,
                   const struct translator *translator)
{
  for (gsize i = 0; i < G_N_ELEMENTS(sayings); i++)
    if (words_index(words, tr(translator, sayings[i].words)))
      return date_add(horizon->today, sayings[i].days);
  for (gsize i = 0; i < G_N_ELEMENTS(feasts); i++)
    if (words_index(words, tr(translator, feasts[i].words)))
      return without_year(feasts[i].month, feasts[i].day, horizon);
  return 0;
}

/* ---- names of months and weekdays ---- */

int said_name(const char *word, int count, const char *(*name)(int, const struct translator *),
              const struct translator *translator)
{
  int found = 0;
  for (int i = 1; i <= count; i++) {
    g_autofree char *folded = text_fold(name(i, translator));
    if (strcmp(folded, word) == 0)
      return i;
    if (g_utf8_strlen(word, -1) >= 3 && g_str_has_prefix(folded, word))
      found = found ? -1 : i;
  }
  return MAX(found, 0);
}

/* From which day on the weekday is looked for. */
enum week { WEEK_NEAR, WEEK_FROM_TODAY, WEEK_FROM_COMING, WEEK_FROM_MONDAY };

static int week_start(enum week week, int away, int weekday, const struct horizon *horizon)
{
  int today = horizon->today;
  int coming = date_add(today, 1 + (weekday - date_weekday(today) + 6) % 7);
  int start = week == WEEK_FROM_COMING   ? coming
              : week == WEEK_FROM_MONDAY ? date_add(today, 1 - date_weekday(today))
                                         : today;
  return start ? date_add(start, away) : 0;
}

/* "Tuesday", "last Tuesday", "Tuesday next week". */
static int by_weekday(const char *words, const struct horizon *horizon,
                      const struct translator *translator)
{
  static const struct {
    const char *patterns;
    enum week week;
    int away; /* days from there */
  } weeks[] = {
      /* TRANSLATORS: {1} is a weekday, in this message and the next six: the near one, the last,
       * the next, a week and two weeks after that, in the week before or after this one. */
      {N_("{1}|this {1}|on {1}"), WEEK_NEAR, 0},
      {N_("last {1}|past {1}"), WEEK_FROM_TODAY, -7},
      {N_("next {1}|coming {1}|this coming {1}|the coming {1}"), WEEK_FROM_TODAY, 1},
      {N_("{1} week|a week on {1}|{1} in a week"), WEEK_FROM_COMING, 7},
      {N_("{1} fortnight|two weeks on {1}|{1} in two weeks"), WEEK_FROM_COMING, 14},
      {N_("{1} next week|{1} of next week|next week {1}|next week on {1}"), WEEK_FROM_MONDAY, 7},
      {N_("{1} last week|{1} of last week|last week {1}|last week on {1}"), WEEK_FROM_MONDAY, -7},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(weeks); i++) {
    g_autofree char *part = words_match(words, tr(translator, weeks[i].patterns));
    int weekday = part ? said_name(part, 7, weekday_name, translator) : 0;
    int first = weekday ? week_start(weeks[i].week, weeks[i].away, weekday, horizon) : 0;
    if (first)
      return weeks[i].week == WEEK_NEAR ? on_weekday(weekday, horizon)
                                        : date_add(first, (weekday - date_weekday(first) + 7) % 7);
  }
  return 0;
}

/* ---- figures, with or without names ---- */

/* The parts of a date as they were found, in their order. */
struct parts {
  int numbers[3], digits[3]; /* and how many digits each has */
  guint count;
  const char *names[2];
  guint before[2]; /* how many numbers stand before each of them */
  guint name_count;
  int month, weekday; /* 0: none */
  guint before_month;
};

/* The number WORD, "12" or "1st"; -1 if it is none. */
static int ordinal(const char *word, int *digits, const struct translator *translator)
{
  *digits = (int)strspn(word, "0123456789");
  if (*digits < 1 || *digits > 4)
    return -1;
  /* TRANSLATORS: what may follow the number of a day. */
  if (word[*digits] && !words_index(word + *digits, tr(translator, "st|nd|rd|th")))
    return -1;
  return atoi(word);
}

static gboolean add_part(struct parts *parts, const char *word, const struct translator *translator)
{
  int digits, number = ordinal(word, &digits, translator);
  if (number >= 0 && parts->count < G_N_ELEMENTS(parts->numbers)) {
    parts->digits[parts->count] = digits;
    parts->numbers[parts->count++] = number;
    return TRUE;
  }
  /* TRANSLATORS: small words that may stand in a date and mean nothing by themselves. */
  if (words_index(word, tr(translator, "the|on|of")))
    return TRUE;
  if (number >= 0 || parts->name_count == G_N_ELEMENTS(parts->names))
    return FALSE;
  parts->before[parts->name_count] = parts->count;
  parts->names[parts->name_count++] = word;
  return TRUE;
}

/* Which name is the month: the only one, else the second ("mar 3 mar" is in March) or the first. */
static gboolean tell_names(struct parts *parts, const struct translator *translator)
{
  int month[2] = {0}, weekday[2] = {0};
  for (guint i = 0; i < parts->name_count; i++) {
    month[i] = said_name(parts->names[i], 12, month_name, translator);
    weekday[i] = said_name(parts->names[i], 7, weekday_name, translator);
  }
  if (parts->name_count < 2) {
    parts->month = month[0];
    parts->before_month = parts->before[0];
    parts->weekday = month[0] ? 0 : weekday[0];
    return parts->name_count == 0 || month[0] || weekday[0];
  }
  guint at = month[1] && weekday[0] ? 1 : 0;
  parts->month = month[at];
  parts->before_month = parts->before[at];
  parts->weekday = weekday[1 - at];
  return parts->month && parts->weekday;
}

static int with_month(const struct parts *parts, const struct horizon *horizon)
{
  const int *n = parts->numbers;
  switch (parts->count) {
  case 1:
    return parts->digits[0] <= 2 ? without_year(parts->month, n[0], horizon) : 0;
  case 2: /* "10-15 December" is no day of the year 15 */
    if (parts->before_month == 2)
      return 0;
    return date_from_ymd(said_full_year(n[1], horizon), parts->month, n[0]);
  default:
    return 0;
  }
}

/* "12/11" as the language has it; the other way round where there is no such day. */
static int without_names(const int *n, const struct horizon *horizon, gboolean month_first,
                         int year)
{
  int month = n[month_first ? 0 : 1], day = n[month_first ? 1 : 0];
  int said = year ? date_from_ymd(year, month, day) : without_year(month, day, horizon);
  if (said)
    return said;
  return year ? date_from_ymd(year, day, month) : without_year(day, month, horizon);
}

static int figures_alone(const struct parts *parts, const struct horizon *horizon,
                         const struct translator *translator)
{
  const int *n = parts->numbers;
  if (parts->count == 1)
    return parts->digits[0] <= 2 ? without_month(n[0], parts->weekday, horizon) : 0;
  if (parts->count == 3 && parts->digits[0] == 4)
    return date_from_ymd(n[0], n[1], n[2]);
  /* TRANSLATORS: how a date is typed in figures. Where the month comes first, translate this by
   * "month/day", as it stands here. */
  gboolean month_first = strcmp(tr(translator, N_("day/month")), "month/day") == 0;
  int year = parts->count == 3 ? said_full_year(n[2], horizon) : 0;
  return without_names(n, horizon, month_first, year);
}

/* *FALSE_DAY: the day that the figures say, if the weekday beside them is another; -1 if they say
 * none that there is. */
static int by_figures(const char *text, const struct horizon *horizon,
                      const struct translator *translator, int *false_day)
{
  struct parts parts = {0};
  g_auto(GStrv) words = g_strsplit_set(text, " ./,-", -1);
  for (char **word = words; *word; word++)
    if (**word && !add_part(&parts, *word, translator))
      return 0;
  if (!parts.count || !tell_names(&parts, translator))
    return 0;

  int day = parts.month ? with_month(&parts, horizon) : figures_alone(&parts, horizon, translator);
  if (day && (!parts.weekday || parts.weekday == date_weekday(day)))
    return day;
  *false_day = day ? day : -1;
  return 0;
}

/* ---- all of it ---- */

int said_day(const char *words, const struct horizon *horizon, const struct translator *translator,
             int *false_day)
{
  int day = as_said(words, horizon, translator);
  if (!day)
    day = by_weekday(words, horizon, translator);
  return day ? day : by_figures(words, horizon, translator, false_day);
}
