/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Civil dates, times of day, sets of weekdays, and their words in two languages. */
#include "base/date.h"

#include "support/suite.h"

/* A few messages in French, as a translator would give them. */
static const char *french(const struct translator *translator, const char *msgid)
{
  static const char *const messages[][2] = {
      {"Tuesday", "mardi"},
      {"November", "novembre"},
      {"December", "décembre"},
      {"{1} 1 {3} {4}", "{1} 1er {3} {4}"},
      {"{1} 1 {3}", "{1} 1er {3}"},
      {"{1}:{2} am", "{3} h {2}"},
      {"{1}:{2} pm", "{3} h {2}"},
      {"{1} am", "{3} h"},
      {"{1} pm", "{3} h"},
      {"on|on {1}", "{1}"},
      {"of|{1}", "de {1}"},
      {"of|1 {3}", "du 1er {3}"},
      {"day|{2} {3}", "{1} {2} {3}"},
      {"until|until 1 {3} {4}", "jusqu’au 1er {3} {4}"},
  };
  (void)translator;
  for (gsize i = 0; i < G_N_ELEMENTS(messages); i++)
    if (g_str_equal(messages[i][0], msgid))
      return messages[i][1];
  return msgid;
}

static const struct translator to_french = {.message = french};

static void test_parse(void)
{
  static const char *const wrong[] = {
      "",           "2026",        "2026-1-1",   "2026-13-01", "2026-00-10",  "2026-02-29",
      "1900-02-29", "2026-04-31",  "2026-11-00", "26-11-12",   "2026-11-12 ", " 2026-11-12",
      "2026/11/12", "2026-11-12T", "0000-01-01", "20a6-11-12", "2026-11-1٣",
  };
  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++)
    if (date_parse(wrong[i]) != 0)
      CU_FAIL(wrong[i]);
  CU_ASSERT_EQUAL(date_parse("0001-01-01"), 1);
  CU_ASSERT_EQUAL(date_parse("2024-03-01") - date_parse("2024-02-28"), 2);
  CU_ASSERT_EQUAL(date_parse("2026-11-12"), date_from_ymd(2026, 11, 12));
  CU_ASSERT_NOT_EQUAL(date_parse("2000-02-29"), 0);
  CU_ASSERT_EQUAL(date_from_ymd(10000, 1, 1), 0);
  CU_ASSERT_EQUAL(date_from_ymd(-1, 1, 1), 0);
  CU_ASSERT_EQUAL(date_from_ymd(2026, 1, 257), 0);
}

static void test_round_trip(void)
{
  for (int day = 1; day <= date_from_ymd(9999, 12, 31); day += 97) {
    g_autofree char *iso = date_to_iso(day);
    if (date_parse(iso) != day)
      CU_FAIL(iso);
  }
  g_autofree char *early = date_to_iso(1);
  ASSERT_TEXT(early, "0001-01-01");
}

static void test_add(void)
{
  int last = date_parse("9999-12-31"), day = date_parse("2026-11-24");
  CU_ASSERT_EQUAL(date_add(day, 8), date_parse("2026-12-02"));
  CU_ASSERT_EQUAL(date_add(day, -24), date_parse("2026-10-31"));
  CU_ASSERT_EQUAL(date_add(0, 5), 0);
  CU_ASSERT_EQUAL(date_add(last, 0), last);
  CU_ASSERT_EQUAL(date_add(last, 1), 0);
  CU_ASSERT_EQUAL(date_add(1, -1), 0);
  CU_ASSERT_EQUAL(date_add(2, -1), 1);
  CU_ASSERT_EQUAL(date_add(day, G_MAXINT), 0);
  CU_ASSERT_EQUAL(date_add(day, G_MININT), 0);
}

static void test_weekday(void)
{
  int tuesday = date_parse("2026-11-24");
  for (int i = 0; i < 14; i++)
    CU_ASSERT_EQUAL(date_weekday(tuesday - 1 + i), i % 7 + 1);
}

static void test_easter(void)
{
  /* Dates of Easter from the tables of the Book of Common Prayer and of the 1818 and 1943 extremes.
   */
  static const char *const sundays[] = {"1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19",
                                        "2000-04-23", "2024-03-31", "2025-04-20", "2026-04-05",
                                        "2027-03-28", "2038-04-25", "2285-03-22"};
  for (gsize i = 0; i < G_N_ELEMENTS(sundays); i++) {
    int day = date_parse(sundays[i]), year, month, day_of_month;
    date_split(day, &year, &month, &day_of_month);
    g_autofree char *easter = date_to_iso(date_easter(year));
    ASSERT_TEXT(easter, sundays[i]);
  }
  CU_ASSERT_EQUAL(date_weekday(date_easter(9999)), 7);
}

static void test_time(void)
{
  static const char *const wrong[] = {"", "9:30", "09:60", "24:00", "09:30:00", "09h30", "0930"};
  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++)
    if (time_parse(wrong[i]) != -1)
      CU_FAIL(wrong[i]);
  CU_ASSERT_EQUAL(time_parse("00:00"), 0);
  CU_ASSERT_EQUAL(time_parse("09:30"), 570);
  CU_ASSERT_EQUAL(time_parse("23:59"), 1439);
}

/* The set as digits, "12345" for Monday to Friday. */
static char *set_digits(guint set)
{
  GString *out = g_string_new(NULL);
  for (int weekday = 0; weekday < 32; weekday++)
    if (set & (1u << weekday))
      g_string_append_printf(out, "%d", weekday);
  return g_string_free(out, FALSE);
}

static void test_weekdays(void)
{
  static const char *const right[][2] = {
      {"mon-fri", "12345"}, {"tue-thu", "234"},        {"tue fri", "25"},
      {"sat-mon", "167"},   {" sun  mon-tue ", "127"}, {"wed", "3"},
      {"thu-thu", "4"},     {"mon-sun", "1234567"},    {"tue-mon", "1234567"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(right); i++) {
    guint set = 0;
    CU_ASSERT_TRUE(weekdays_parse(right[i][0], &set));
    g_autofree char *found = set_digits(set);
    ASSERT_TEXT(found, right[i][1]);
  }
  static const char *const wrong[] = {"",     " ",    "lundi",    "Mon",     "mon-",
                                      "-mon", "mond", "mon-fri-", "mon,tue", "mon - fri"};
  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
    guint set = 77;
    if (weekdays_parse(wrong[i], &set) || set != 77)
      CU_FAIL(wrong[i]);
  }
}

static void test_words(void)
{
  static const struct {
    const char *iso;
    const struct translator *translator;
    const char *full, *medium;
  } cases[] = {
      {"2026-11-24", NULL, "Tuesday 24 November 2026", "Tuesday 24 November"},
      {"2026-12-01", NULL, "Tuesday 1 December 2026", "Tuesday 1 December"},
      {"2026-11-24", &to_french, "mardi 24 novembre 2026", "mardi 24 novembre"},
      {"2026-12-01", &to_french, "mardi 1er décembre 2026", "mardi 1er décembre"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *full = date_long(date_parse(cases[i].iso), cases[i].translator);
    g_autofree char *medium = date_medium(date_parse(cases[i].iso), cases[i].translator);
    ASSERT_TEXT(full, cases[i].full);
    ASSERT_TEXT(medium, cases[i].medium);
  }
}

/* Seen from Tuesday 24 November 2026. */
static void test_said(void)
{
  static const struct {
    const char *day;
    enum day_form form;
    const char *words;
  } cases[] = {
      {"2026-11-24", FORM_ON, "today"},
      {"2026-11-24", FORM_FULL, "Tuesday 24 November"},
      {"2026-11-23", FORM_OF, "yesterday"},
      {"2026-11-25", FORM_UNTIL, "until tomorrow"},
      {"2026-11-30", FORM_ON, "on Monday"},
      {"2026-11-30", FORM_OF, "Monday"},
      {"2026-11-18", FORM_DAY, "Wednesday"},
      {"2026-12-01", FORM_ON, "on 1 December"},
      {"2026-12-01", FORM_FULL, "Tuesday 1 December"},
      {"2026-11-17", FORM_DAY, "17 November"},
      {"2027-09-20", FORM_UNTIL, "until 20 September"},
      {"2027-09-21", FORM_UNTIL, "until 21 September 2027"},
      {"2027-09-21", FORM_FULL, "Tuesday 21 September 2027"},
      {"2026-01-28", FORM_OF, "28 January"},
      {"2026-01-27", FORM_OF, "27 January 2026"},
  };
  int seen = date_parse("2026-11-24");
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *words = date_said(date_parse(cases[i].day), seen, cases[i].form, NULL);
    ASSERT_TEXT(words, cases[i].words);
  }
}

/* A language may say more or less of the day than the source does. */
static void test_said_in_french(void)
{
  static const struct {
    const char *day;
    enum day_form form;
    const char *words;
  } cases[] = {
      {"2026-12-01", FORM_ON, "mardi"},
      {"2026-12-01", FORM_OF, "de mardi"},
      {"2026-11-10", FORM_DAY, "mardi 10 novembre"},
      {"2027-12-01", FORM_UNTIL, "jusqu’au 1er décembre 2027"},
  };
  int seen = date_parse("2026-11-26");
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *words = date_said(date_parse(cases[i].day), seen, cases[i].form, &to_french);
    ASSERT_TEXT(words, cases[i].words);
  }
  g_autofree char *first = date_said(date_parse("2026-12-01"), seen - 30, FORM_OF, &to_french);
  ASSERT_TEXT(first, "du 1er décembre");
}

static void test_time_words(void)
{
  static const char *const cases[][3] = {
      {"00:00", "12 am", "0 h"},        {"00:05", "12:05 am", "0 h 05"},
      {"09:30", "9:30 am", "9 h 30"},   {"12:00", "12 pm", "12 h"},
      {"12:45", "12:45 pm", "12 h 45"}, {"14:00", "2 pm", "14 h"},
      {"23:59", "11:59 pm", "23 h 59"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *english = time_long(time_parse(cases[i][0]), NULL);
    g_autofree char *in_french = time_long(time_parse(cases[i][0]), &to_french);
    ASSERT_TEXT(english, cases[i][1]);
    ASSERT_TEXT(in_french, cases[i][2]);
  }
}

SUITE(date, {"only dates of the calendar are dates", test_parse},
      {"every date is written as it is read", test_round_trip},
      {"sums stay within the calendar", test_add}, {"weekdays count from Monday", test_weekday},
      {"Easter", test_easter}, {"only times of day are times", test_time},
      {"sets of weekdays, also round the week", test_weekdays},
      {"dates in words, the first of a month too", test_words}, {"times in words", test_time_words},
      {"days as people say them", test_said}, {"in French", test_said_in_french})
