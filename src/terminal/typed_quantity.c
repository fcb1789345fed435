/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stretches of time as people say them: "ten days", "two or three weeks". */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "terminal/typed_inside.h"

/* ---- numbers ---- */

struct quantity_range {
  int least, most;
};

/* "a few": as most people hear it. */
static const struct quantity_range few = {2, 4};

/* A number in figures or in words. */
static gboolean read_number(const char *words, const struct translator *translator,
                            struct quantity_range *range)
{
  /* TRANSLATORS: numbers in words, from one up, as in "three days ago". */
  static const char *const numbers = N_("one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
                                        "twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
                                        "eighteen|nineteen|twenty");
  int number = 0;
  if (strlen(words) <= 4 && strspn(words, "0123456789") == strlen(words))
    number = atoi(words);
  else if (words_index(words, tr(translator, "a|an")))
    number = 1;
  else if (words_index(words, tr(translator, "a couple of|a couple|couple of")))
    number = 2;
  else
    number = (int)words_index(words, tr(translator, numbers));
  *range = (struct quantity_range){number, number};
  /* TRANSLATORS: what people type for a small number that they do not know, as in "a few days". */
  if (!number && words_index(words, tr(translator, "a few|few|some|several")))
    *range = few;
  return range->least > 0;
}

/* "two or three", "2-3", or one number. */
static gboolean read_range(const char *words, const struct translator *translator,
                           struct quantity_range *range)
{
  /* TRANSLATORS: two numbers that stand for a range, as in "two or three weeks". */
  g_auto(GStrv) pairs = words_matches(
      words, tr(translator, "{1} or {2}|{1} to {2}|between {1} and {2}|{1} - {2}|{1}-{2}|{1}–{2}"));
  for (char **pair = pairs; *pair; pair++) {
    g_auto(GStrv) ends = g_strsplit(*pair, "\t", 2);
    struct quantity_range low, high;
    if (read_number(ends[0], translator, &low) && read_number(ends[1], translator, &high) &&
        low.least < high.most) {
      *range = (struct quantity_range){low.least, high.most};
      return TRUE;
    }
  }
  return read_number(words, translator, range);
}

/* ---- units ---- */

static const struct counted {
  const char *patterns;
  enum unit unit;
  int each;
} counted[] = {
    /* TRANSLATORS: this message and the next four are stretches of time that people type,
     * alternatives separated by |; {1} is a number. Accents and capitals do not matter. */
    {N_("{1} working days|{1} working day|{1} business days|{1} business day"), UNIT_WORKDAY, 1},
    {N_("{1} days|{1} day|{1} days' time"), UNIT_DAY, 1},
    {N_("{1} weeks|{1} week|{1} weeks' time|{1} week's time"), UNIT_DAY, 7},
    {N_("{1} fortnights|{1} fortnight|{1} fortnight's time"), UNIT_DAY, 14},
    {N_("{1} months|{1} month|{1} months' time|{1} month's time"), UNIT_MONTH, 1},
};

static const struct whole {
  const char *words;
  struct quantity quantity;
} wholes[] = {
    /* TRANSLATORS: stretches of time that people type, said without a number, alternatives
     * separated by |: this one is about eight days, the next about ten, about fifteen, a fortnight,
     * the days to come, the weeks to come. */
    {N_("eight days or so|about eight days"), {8, 8, UNIT_DAY}},
    {N_("ten days or so|about ten days|about 10 days"), {10, 10, UNIT_DAY}},
    {N_("fifteen days or so|about fifteen days"), {15, 15, UNIT_DAY}},
    {N_("fortnight"), {14, 14, UNIT_DAY}},
    {N_("the coming days|coming days|the next days|next days"), {1, 4, UNIT_DAY}},
    {N_("the coming weeks|coming weeks|the next weeks|next weeks"), {7, 28, UNIT_DAY}},
};

/* "48 hours" are two days: what is told is told on a day. */
static gboolean read_hours(const char *words, const struct translator *translator,
                           struct quantity *quantity)
{
  g_auto(GStrv) parts = words_matches(words, tr(translator, "{1} hours|{1} hour|{1}h|{1} h"));
  struct quantity_range range;
  for (char **part = parts; *part; part++)
    if (read_range(*part, translator, &range)) {
      *quantity = (struct quantity){(range.least + 23) / 24, (range.most + 23) / 24, UNIT_DAY};
      return TRUE;
    }
  return FALSE;
}

static gboolean read_counted(const char *words, const struct translator *translator,
                             struct quantity *quantity)
{
  for (gsize i = 0; i < G_N_ELEMENTS(counted); i++) {
    g_auto(GStrv) parts = words_matches(words, tr(translator, counted[i].patterns));
    struct quantity_range range;
    for (char **part = parts; *part; part++)
      if (read_range(*part, translator, &range)) {
        *quantity = (struct quantity){range.least * counted[i].each, range.most * counted[i].each,
                                      counted[i].unit};
        return TRUE;
      }
  }
  return read_hours(words, translator, quantity);
}

gboolean said_quantity(const char *words, const struct translator *translator,
                       struct quantity *quantity)
{
  for (gsize i = 0; i < G_N_ELEMENTS(wholes); i++)
    if (words_index(words, tr(translator, wholes[i].words))) {
      *quantity = wholes[i].quantity;
      return TRUE;
    }
  if (read_counted(words, translator, quantity))
    return TRUE;
  /* TRANSLATORS: small words around a stretch of time {1} that do not change which it is. */
  g_auto(GStrv) parts =
      words_matches(words, tr(translator, "about {1}|around {1}|roughly {1}|the next {1}|next {1}|"
                                          "the coming {1}|another {1}|{1} or so"));
  for (char **part = parts; *part; part++)
    if (said_quantity(*part, translator, quantity))
      return TRUE;
  return FALSE;
}

/* ---- counting ---- */

/* Weekends count as nothing; which holidays there are hangs on the place, and is not known. */
static int workdays_from(int day, int count)
{
  int step = count < 0 ? -1 : 1;
  for (int left = abs(count); left > 0 && day;) {
    day = date_add(day, step);
    left -= day && date_weekday(day) <= 5;
  }
  return day;
}

/* The same day of another month, or the last there is. */
static int months_from(int day, int count)
{
  int year, month, of_month;
  date_split(day, &year, &month, &of_month);
  int months = year * 12 + month - 1 + count;
  for (int left = 3; left >= 0; left--) {
    int there = date_from_ymd(months / 12, months % 12 + 1, MIN(of_month, 28 + left));
    if (there)
      return there;
  }
  return 0;
}

int quantity_from(int day, int count, enum unit unit)
{
  switch (unit) {
  case UNIT_WORKDAY:
    return workdays_from(day, count);
  case UNIT_MONTH:
    return months_from(day, count);
  default:
    return date_add(day, count);
  }
}
