/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as people say them, in words and in figures. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "terminal/typed_inside.h"

/* ---- choosing a year ---- */

static gboolean within(int day, const struct span *span)
{
  return (!span->from || day >= span->from) && (!span->to || day <= span->to);
}

/* The better of two days for one that was said without its year: within the span, then nearer. */
static int better(int a, int b, const struct span *span)
{
  if (!a || !b)
    return a ? a : b;
  if (within(a, span) != within(b, span))
    return within(a, span) ? a : b;
  return abs(a - span->today) <= abs(b - span->today) ? a : b;
}

static int without_year(int month, int day, const struct span *span)
{
  int year, this_month, this_day, best = 0;
  date_split(span->today, &year, &this_month, &this_day);
  /* Eight years hold a 29 February on either side, also around a century. */
  for (int distance = 0; distance <= 8; distance++) {
    best = better(best, date_from_ymd(year - distance, month, day), span);
    best = better(best, date_from_ymd(year + distance, month, day), span);
  }
  return best;
}

/* The day of a month near today; of WEEKDAY, unless that is 0. */
static int without_month(int day, int weekday, const struct span *span)
{
  int year, month, this_day, best = 0;
  date_split(span->today, &year, &month, &this_day);
  for (int away = -2; away <= 2; away++) {
    int months = year * 12 + month - 1 + away;
    int there = date_from_ymd(months / 12, months % 12 + 1, day);
    if (there && (!weekday || date_weekday(there) == weekday))
      best = better(best, there, span);
  }
  return best;
}

static int full_year(int year, const struct span *span)
{
  int today, month, day;
  date_split(span->today, &today, &month, &day);
  if (year >= 100)
    return year;
  int full = today / 100 * 100 + year;
  return full > today + 20 ? full - 100 : full;
}

/* The WEEKDAY before today, or on or after it; of two that would do the past one. */
static int on_weekday(int weekday, const struct span *span)
{
  int back = (date_weekday(span->today) - weekday + 7) % 7;
  int past = date_add(span->today, -back);
  int coming = date_add(span->today, (7 - back) % 7);
  return within(past, span) || !within(coming, span) ? past : coming;
}

/* ---- words said as a whole ---- */

struct said {
  const char *patterns;
  int days;      /* from today; per {1} where there is one */
  gboolean week; /* {1} counts weeks */
};

static const struct said sayings[] = {
    /* TRANSLATORS: this message and the next eight are words that people type for a day,
     * alternatives separated by |; {1} is a number. Accents and capitals do not matter. */
    {N_("today|this morning|this afternoon|this evening|tonight|now"), 0, FALSE},
    {N_("yesterday|yesterday morning|yesterday afternoon|yesterday evening|last night"), -1, FALSE},
    {N_("the day before yesterday|day before yesterday"), -2, FALSE},
    {N_("tomorrow|tomorrow morning|tomorrow afternoon|tomorrow evening"), 1, FALSE},
    {N_("the day after tomorrow|day after tomorrow"), 2, FALSE},
    {N_("{1} days ago|{1} day ago"), -1, FALSE},
    {N_("in {1} days|in {1} day|{1} days from now"), 1, FALSE},
    {N_("{1} weeks ago|{1} week ago"), -1, TRUE},
    {N_("in {1} weeks|in {1} week|{1} weeks from now"), 1, TRUE},
};

/* A number in figures or in words; 0 if it is none. */
static int count_of(const char *words, const struct translator *translator)
{
  /* TRANSLATORS: numbers in words, from one up, as in "three days ago". */
  static const char *const numbers = N_("one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
                                        "twelve|thirteen|fourteen|fifteen");
  if (strlen(words) <= 4 && strspn(words, "0123456789") == strlen(words))
    return atoi(words);
  if (words_index(words, tr(translator, "a|an")))
    return 1;
  return (int)words_index(words, tr(translator, numbers));
}

static int as_said(const char *words, const struct span *span, const struct translator *translator)
{
  for (gsize i = 0; i < G_N_ELEMENTS(sayings); i++) {
    const char *patterns = tr(translator, sayings[i].patterns);
    if (!strstr(sayings[i].patterns, "{1}")) {
      if (words_index(words, patterns))
        return date_add(span->today, sayings[i].days);
      continue;
    }
    g_autofree char *part = words_match(words, patterns);
    int count = part ? count_of(part, translator) : 0;
    if (count)
      return date_add(span->today, sayings[i].days * count * (sayings[i].week ? 7 : 1));
  }
  return 0;
}

/* ---- names of months and weekdays ---- */

/* The number of the name that WORD is or, from three letters on, alone begins with; 0: none. */
static int named(const char *word, int count, const char *(*name)(int, const struct translator *),
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

/* "Tuesday", "last Tuesday", "next Tuesday". */
static int by_weekday(const char *words, const struct span *span,
                      const struct translator *translator)
{
  static const struct {
    const char *patterns;
    int first; /* of the week in which it is, in days from today; 0: the nearest */
  } weeks[] = {
      /* TRANSLATORS: {1} is a weekday, in this message and the next two. */
      {N_("{1}|this {1}|on {1}"), 0},
      {N_("last {1}"), -7},
      {N_("next {1}"), 1},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(weeks); i++) {
    g_autofree char *part = words_match(words, tr(translator, weeks[i].patterns));
    int weekday = part ? named(part, 7, weekday_name, translator) : 0;
    int first = date_add(span->today, weeks[i].first);
    if (weekday && first)
      return weeks[i].first ? date_add(first, (weekday - date_weekday(first) + 7) % 7)
                            : on_weekday(weekday, span);
  }
  return 0;
}

/* ---- figures, with or without names ---- */

/* The parts of a date as they were found, in their order. */
struct parts {
  int numbers[3], digits[3]; /* and how many digits each has */
  guint count;
  const char *names[2];
  guint name_count;
  int month, weekday; /* 0: none */
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
  parts->names[parts->name_count++] = word;
  return TRUE;
}

/* Which name is the month: the only one, else the second ("mar 3 mar" is in March) or the first. */
static gboolean tell_names(struct parts *parts, const struct translator *translator)
{
  int month[2] = {0}, weekday[2] = {0};
  for (guint i = 0; i < parts->name_count; i++) {
    month[i] = named(parts->names[i], 12, month_name, translator);
    weekday[i] = named(parts->names[i], 7, weekday_name, translator);
  }
  if (parts->name_count < 2) {
    parts->month = month[0];
    parts->weekday = month[0] ? 0 : weekday[0];
    return parts->name_count == 0 || month[0] || weekday[0];
  }
  guint at = month[1] && weekday[0] ? 1 : 0;
  parts->month = month[at];
  parts->weekday = weekday[1 - at];
  return parts->month && parts->weekday;
}

static int with_month(const struct parts *parts, const struct span *span)
{
  const int *n = parts->numbers;
  switch (parts->count) {
  case 1:
    return parts->digits[0] <= 2 ? without_year(parts->month, n[0], span) : 0;
  case 2:
    return date_from_ymd(full_year(n[1], span), parts->month, n[0]);
  default:
    return 0;
  }
}

static int figures_alone(const struct parts *parts, const struct span *span)
{
  const int *n = parts->numbers;
  if (parts->count == 1)
    return parts->digits[0] <= 2 ? without_month(n[0], parts->weekday, span) : 0;
  if (parts->count == 3 && parts->digits[0] == 4)
    return date_from_ymd(n[0], n[1], n[2]);
  int year = parts->count == 3 ? full_year(n[2], span) : 0;
  int day = year ? date_from_ymd(year, n[1], n[0]) : without_year(n[1], n[0], span);
  if (day)
    return day;
  return year ? date_from_ymd(year, n[0], n[1]) : without_year(n[0], n[1], span);
}

/* *FALSE_DAY: the day that the figures say, if the weekday beside them is another; -1 if they say
 * none that there is. */
static int by_figures(const char *text, const struct span *span,
                      const struct translator *translator, int *false_day)
{
  struct parts parts = {0};
  g_auto(GStrv) words = g_strsplit_set(text, " ./,-", -1);
  for (char **word = words; *word; word++)
    if (**word && !add_part(&parts, *word, translator))
      return 0;
  if (!parts.count || !tell_names(&parts, translator))
    return 0;

  int day = parts.month ? with_month(&parts, span) : figures_alone(&parts, span);
  if (day && (!parts.weekday || parts.weekday == date_weekday(day)))
    return day;
  *false_day = day ? day : -1;
  return 0;
}

/* ---- all of it ---- */

static char *say_false_day(const char *text, int day, const struct translator *translator)
{
  if (day < 0)
    return tr_fill(tr(translator, "there is no day '{1}' in the calendar"), text, NULL);
  g_autofree char *full = date_long(day, translator);
  return tr_fill(tr(translator, "'{1}' does not fit: that day is {2}"), text, full, NULL);
}

int typed_day(const char *text, const struct span *span, const struct translator *translator,
              char **why)
{
  g_autofree char *folded = text_fold(text);
  int day = 0, false_day = 0;
  *why = NULL;
  for (guint i = 0; i < TYPED_LANGUAGES && !day; i++) {
    const struct translator *language = typed_language(i, translator);
    day = as_said(folded, span, language);
    if (!day)
      day = by_weekday(folded, span, language);
    if (!day)
      day = by_figures(folded, span, language, &false_day);
  }
  if (!day && false_day)
    *why = say_false_day(text, false_day, translator);
  return day;
}

int typed_date(const char *text, int today, gboolean future, const struct translator *translator)
{
  struct span span = {today, future ? today : 0, future ? 0 : today};
  g_autofree char *why = NULL;
  return typed_day(text, &span, translator, &why);
}
