/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Civil dates over GDate, and their words. */
#include "base/date.h"

#include <string.h>

#define LAST_YEAR 9999
#define LAST_DAY 3652059 /* 31 December of it */

static const char *const months[] = {
    N_("January"), N_("February"), N_("March"),     N_("April"),   N_("May"),      N_("June"),
    N_("July"),    N_("August"),   N_("September"), N_("October"), N_("November"), N_("December"),
};

static const char *const weekdays[] = {
    N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
    N_("Friday"), N_("Saturday"), N_("Sunday"),
};

static const char *const weekday_words[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

int date_from_ymd(int year, int month, int day)
{
  if (year < 1 || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31)
    return 0;
  if (!g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return 0;
  GDate date = {.dmy = TRUE, .day = (guint)day, .month = (guint)month, .year = (guint)year};
  return (int)g_date_get_julian(&date);
}

int date_add(int day, int days)
{
  gint64 sum = (gint64)day + days;
  if (day == 0 || sum < 1 || sum > LAST_DAY)
    return 0;
  return (int)sum;
}

/* True if TEXT has the shape of PATTERN, in which 0 stands for any digit. */
static gboolean has_shape(const char *text, const char *pattern)
{
  for (; *pattern; text++, pattern++)
    if (*pattern == '0' ? !g_ascii_isdigit(*text) : *text != *pattern)
      return FALSE;
  return !*text;
}

static int digits(const char *text, int count)
{
  int number = 0;
  for (int i = 0; i < count; i++)
    number = number * 10 + text[i] - '0';
  return number;
}

int date_parse(const char *iso)
{
  if (!has_shape(iso, "0000-00-00"))
    return 0;
  return date_from_ymd(digits(iso, 4), digits(iso + 5, 2), digits(iso + 8, 2));
}

int time_parse(const char *hhmm)
{
  if (!has_shape(hhmm, "00:00"))
    return -1;
  int hour = digits(hhmm, 2), minute = digits(hhmm + 3, 2);
  return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

void date_split(int day, int *year, int *month, int *day_of_month)
{
  g_assert(day > 0);
  GDate date;
  g_date_clear(&date, 1);
  g_date_set_julian(&date, (guint32)day);
  *year = g_date_get_year(&date);
  *month = (int)g_date_get_month(&date);
  *day_of_month = g_date_get_day(&date);
}

char *date_to_iso(int day)
{
  int year, month, day_of_month;
  date_split(day, &year, &month, &day_of_month);
  return g_strdup_printf("%04d-%02d-%02d", year, month, day_of_month);
}

int date_weekday(int day)
{
  g_assert(day > 0);
  return (day - 1) % 7 + 1; /* day 1, 1 January of the year 1, was a Monday */
}

int date_easter(int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30;
  int i = c / 4, k = c % 4;
  int l = (32 + 2 * e + 2 * i - h - k) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;
  return date_from_ymd(year, n / 31, n % 31 + 1);
}

#define BLANKS " \t\r\n"

/* The weekday, 1 to 7, that *TEXT begins with, which moves behind it; 0 if it begins with none. */
static int take_weekday(const char **text)
{
  for (int i = 0; i < 7; i++)
    if (strncmp(*text, weekday_words[i], 3) == 0) {
      *text += 3;
      return i + 1;
    }
  return 0;
}

/* The same for weekdays such as "tue" or "fri-mon". */
static guint take_range(const char **text)
{
  int first = take_weekday(text);
  int last = first;
  if (first && **text == '-') {
    ++*text;
    last = take_weekday(text);
  }
  if (!first || !last)
    return 0;
  guint set = WEEKDAY_BIT(last);
  for (int weekday = first; weekday != last; weekday = weekday % 7 + 1)
    set |= WEEKDAY_BIT(weekday);
  return set;
}

gboolean weekdays_parse(const char *text, guint *set)
{
  guint all = 0;
  for (text += strspn(text, BLANKS); *text; text += strspn(text, BLANKS)) {
    guint some = take_range(&text);
    if (!some || (*text && !strchr(BLANKS, *text)))
      return FALSE;
    all |= some;
  }
  if (all)
    *set = all;
  return all != 0;
}

const char *month_name(int month, const struct translator *translator)
{
  g_assert(month >= 1 && month <= 12);
  return tr(translator, months[month - 1]);
}

const char *weekday_name(int weekday, const struct translator *translator)
{
  g_assert(weekday >= 1 && weekday <= 7);
  return tr(translator, weekdays[weekday - 1]);
}

/* DAY in the words of PATTERN, which is translated. */
static char *date_words(int day, const char *pattern, const struct translator *translator)
{
  int year, month, day_of_month;
  date_split(day, &year, &month, &day_of_month);
  g_autofree char *number = g_strdup_printf("%d", day_of_month);
  g_autofree char *of_year = g_strdup_printf("%d", year);
  return tr_fill(pattern, weekday_name(date_weekday(day), translator), number,
                 month_name(month, translator), of_year, NULL);
}

/* The same by PATTERN, or by FIRST on the first of a month. */
static char *date_full(int day, const char *pattern, const char *first,
                       const struct translator *translator)
{
  int year, month, day_of_month;
  date_split(day, &year, &month, &day_of_month);
  return date_words(day, tr(translator, day_of_month == 1 ? first : pattern), translator);
}

char *date_long(int day, const struct translator *translator)
{
  /* TRANSLATORS: {1} is the weekday, {2} the day, {3} the month, {4} the year; the message with 1
   * is for the first day of a month, which some languages write in another way. */
  return date_full(day, N_("{1} {2} {3} {4}"), N_("{1} 1 {3} {4}"), translator);
}

char *date_medium(int day, const struct translator *translator)
{
  /* TRANSLATORS: {1} is the weekday, {2} the day, {3} the month; with 1: the first of a month. */
  return date_full(day, N_("{1} {2} {3}"), N_("{1} 1 {3}"), translator);
}

/* ---- as people say it ---- */

enum nearness { TODAY, YESTERDAY, TOMORROW, WEEKDAY, DATE, FIRST, FAR_DATE, FAR_FIRST };

#define WEEKDAY_DAYS 6
#define YEARLESS_DAYS 300 /* ten months */

/*
 * TRANSLATORS: a day inside a sentence, by how near it is. What stands up to | says for what it is
 * and is left out of the translation: "on" goes with what happens on that day, "of" with a thing of
 * that day ("your letter of 3 November"), "until" with its end, "day" with none. {1} is the
 * weekday, {2} the day, {3} the month, {4} the year; the messages with 1 are for the first of a
 * month.
 */
static const char *const said[][8] = {
    [FORM_FULL] = {NULL, NULL, NULL, NULL, N_("{1} {2} {3}"), N_("{1} 1 {3}"),
                   N_("{1} {2} {3} {4}"), N_("{1} 1 {3} {4}")},
    [FORM_ON] = {N_("on|today"), N_("on|yesterday"), N_("on|tomorrow"), N_("on|on {1}"),
                 N_("on|on {2} {3}"), N_("on|on 1 {3}"), N_("on|on {2} {3} {4}"),
                 N_("on|on 1 {3} {4}")},
    [FORM_OF] = {N_("of|today"), N_("of|yesterday"), N_("of|tomorrow"), N_("of|{1}"),
                 N_("of|{2} {3}"), N_("of|1 {3}"), N_("of|{2} {3} {4}"), N_("of|1 {3} {4}")},
    [FORM_UNTIL] = {N_("until|until today"), N_("until|until yesterday"),
                    N_("until|until tomorrow"), N_("until|until {1}"), N_("until|until {2} {3}"),
                    N_("until|until 1 {3}"), N_("until|until {2} {3} {4}"),
                    N_("until|until 1 {3} {4}")},
    [FORM_DAY] = {N_("day|today"), N_("day|yesterday"), N_("day|tomorrow"), N_("day|{1}"),
                  N_("day|{2} {3}"), N_("day|1 {3}"), N_("day|{2} {3} {4}"), N_("day|1 {3} {4}")},
};

static enum nearness nearness_of(int day, int seen, gboolean named)
{
  int year, month, day_of_month, away = day - seen;
  date_split(day, &year, &month, &day_of_month);
  if (named && ABS(away) <= WEEKDAY_DAYS)
    return away == 0 ? TODAY : away == -1 ? YESTERDAY : away == 1 ? TOMORROW : WEEKDAY;
  gboolean near = ABS(away) <= YEARLESS_DAYS;
  return day_of_month == 1 ? (near ? FIRST : FAR_FIRST) : near ? DATE : FAR_DATE;
}

char *date_said(int day, int seen, enum day_form form, const struct translator *translator)
{
  const char *message = said[form][nearness_of(day, seen, form != FORM_FULL)];
  const char *pattern = tr(translator, message);
  const char *mark = pattern == message ? strchr(message, '|') : NULL;
  if (mark) /* nobody has translated it */
    pattern = mark + 1;
  return date_words(day, pattern, translator);
}

char *time_long(int minutes, const struct translator *translator)
{
  g_assert(minutes >= 0 && minutes < 24 * 60);
  int hour = minutes / 60;
  g_autofree char *of_12 = g_strdup_printf("%d", (hour + 11) % 12 + 1);
  g_autofree char *minute = g_strdup_printf("%02d", minutes % 60);
  g_autofree char *of_24 = g_strdup_printf("%d", hour);
  /* TRANSLATORS: times of day. {1} is the hour from 1 to 12, {2} the minutes, {3} the hour from 0
   * to 23; the messages without {2} are for whole hours. */
  static const char *const patterns[2][2] = {{N_("{1} am"), N_("{1}:{2} am")},
                                             {N_("{1} pm"), N_("{1}:{2} pm")}};
  return tr_fill(tr(translator, patterns[hour >= 12][minutes % 60 != 0]), of_12, minute, of_24,
                 NULL);
}
