/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as people say them. Today is Monday 23 November 2026. */
#include <string.h>

#include "base/date.h"
#include "support/po.h"
#include "support/suite.h"
#include "terminal/typed_inside.h"

#define TODAY date_from_ymd(2026, 11, 23)

struct said_day {
  const char *text, *iso; /* iso NULL: not understood */
};

static void check(const struct said_day *days, gsize count, gboolean future,
                  const struct translator *translator)
{
  for (gsize i = 0; i < count; i++) {
    int day = typed_date(days[i].text, TODAY, future, translator);
    g_autofree char *iso = day ? date_to_iso(day) : NULL;
    g_autofree char *seen = g_strdup_printf("%s: %s", days[i].text, iso ? iso : "no day");
    g_autofree char *wanted =
        g_strdup_printf("%s: %s", days[i].text, days[i].iso ? days[i].iso : "no day");
    ASSERT_TEXT(seen, wanted);
  }
}

static void test_french(void)
{
  static const struct said_day days[] = {
      {"hier", "2026-11-22"},
      {"Hier soir", "2026-11-22"},
      {"avant-hier", "2026-11-21"},
      {"AVANT HIER", "2026-11-21"},
      {"aujourd'hui", "2026-11-23"},
      {"aujourd’hui", "2026-11-23"},
      {"demain", "2026-11-24"},
      {"après-demain", "2026-11-25"},
      {"apres demain", "2026-11-25"},
      {"mardi", "2026-11-17"},
      {"mar", "2026-11-17"},
      {"lundi", "2026-11-23"},
      {"mardi dernier", "2026-11-17"},
      {"lundi dernier", "2026-11-16"},
      {"jeudi passe", "2026-11-19"},
      {"il y a 3 jours", "2026-11-20"},
      {"il y a huit jours", "2026-11-15"},
      {"il y a quinze jours", "2026-11-08"},
      {"il y a une semaine", "2026-11-16"},
      {"il y a 2 semaines", "2026-11-09"},
      {"dans 3 jours", "2026-11-26"},
      {"12/11", "2026-11-12"},
      {"12.11", "2026-11-12"},
      {"12-11-2026", "2026-11-12"},
      {"12/11/26", "2026-11-12"},
      {"12/11/99", "1999-11-12"},
      {"12/12", "2025-12-12"},
      {"12 nov", "2026-11-12"},
      {"12 nov.", "2026-11-12"},
      {"12 novembre 2026", "2026-11-12"},
      {"le 12 novembre", "2026-11-12"},
      {"1er novembre", "2026-11-01"},
      {"12 décembre", "2025-12-12"},
      {"3 fev", "2026-02-03"},
      {"15 août", "2026-08-15"},
      {"15 aout", "2026-08-15"},
      {"jeudi 12 novembre", "2026-11-12"},
      {"mar 3 mars", "2026-03-03"},
      {"mar 3 mar", "2026-03-03"},
      {"le 12", "2026-11-12"},
      {"le 28", "2026-10-28"},
      {"mardi 17", "2026-11-17"},
      {"29/02", "2024-02-29"},
      {"2026-11-12", "2026-11-12"},
      {"2026/11/12", "2026-11-12"},
      {"yesterday", "2026-11-22"},
      {"last Tuesday", "2026-11-17"},
  };
  check(days, G_N_ELEMENTS(days), FALSE, po_translator("fr"));
}

static void test_english(void)
{
  static const struct said_day days[] = {
      {"yesterday", "2026-11-22"},
      {"Yesterday Evening", "2026-11-22"},
      {"today", "2026-11-23"},
      {"the day before yesterday", "2026-11-21"},
      {"last Tuesday", "2026-11-17"},
      {"last monday", "2026-11-16"},
      {"on Tuesday", "2026-11-17"},
      {"tue", "2026-11-17"},
      {"3 days ago", "2026-11-20"},
      {"three days ago", "2026-11-20"},
      {"a week ago", "2026-11-16"},
      {"one day ago", "2026-11-22"},
      {"Nov 12", "2026-11-12"},
      {"12 Nov", "2026-11-12"},
      {"November 12th", "2026-11-12"},
      {"the 12th of November", "2026-11-12"},
      {"Thursday, November 12, 2026", "2026-11-12"},
      {"12/11", "2026-11-12"},
      {"11/23", "2026-11-23"},
      {"Mar 3", "2026-03-03"},
      {"sept 1", "2026-09-01"},
  };
  check(days, G_N_ELEMENTS(days), FALSE, NULL);
}

static void test_american(void)
{
  static const struct said_day days[] = {
      {"11/12", "2026-11-12"},      {"11/12/26", "2026-11-12"}, {"11-12-2026", "2026-11-12"},
      {"23/11", "2026-11-23"},      {"Nov 12", "2026-11-12"},   {"12 Nov", "2026-11-12"},
      {"2026-11-12", "2026-11-12"},
  };
  check(days, G_N_ELEMENTS(days), FALSE, po_translator("en_US"));
}

static void test_future(void)
{
  static const struct said_day days[] = {
      {"mardi", "2026-11-24"},          {"lundi", "2026-11-30"},
      {"mardi prochain", "2026-11-24"}, {"lundi prochain", "2026-11-30"},
      {"12/11", "2027-11-12"},          {"2 déc", "2026-12-02"},
      {"le 12", "2026-12-12"},          {"dans une semaine", "2026-11-30"},
      {"29/02", "2028-02-29"},          {"in two weeks", "2026-12-07"},
  };
  check(days, G_N_ELEMENTS(days), TRUE, po_translator("fr"));
}

static void test_nonsense(void)
{
  static const struct said_day days[] = {
      {"", NULL},
      {"bientôt", NULL},
      {"31/02", NULL},
      {"31 novembre", NULL},
      {"mar", NULL},
      {"12/13/14/15", NULL},
      {"lundi mardi", NULL},
      {"12 nov nov", NULL},
      {"la semaine dernière", NULL},
      {"2026", NULL},
      {"0012", NULL},
      {"novembre", NULL},
      {"99999999999999999999 days ago", NULL},
      {"0/0", NULL},
      {"ju 3", NULL},
      {"jui 3", NULL},
      {"dernier", NULL},
      {"il y a jours", NULL},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(days); i++)
    if (strcmp(days[i].text, "mar") != 0)
      check(&days[i], 1, FALSE, po_translator("fr"));
}

/* What is wrong is said where the shape was that of a date. */
static void test_reasons(void)
{
  struct horizon horizon = {TODAY, 0, TODAY};
  struct said said;
  g_autofree char *impossible = NULL, *weekday = NULL, *none = NULL;
  CU_ASSERT_FALSE(typed_said("31/02", &horizon, NULL, &said, &impossible));
  ASSERT_TEXT(impossible, "there is no day '31/02' in the calendar");
  CU_ASSERT_FALSE(typed_said("Friday 12 November", &horizon, NULL, &said, &weekday));
  ASSERT_TEXT(weekday, "'Friday 12 November' does not fit: that day is Thursday 12 November 2026");
  CU_ASSERT_FALSE(typed_said("soon", &horizon, NULL, &said, &none));
  CU_ASSERT_PTR_NULL(none);
}

static int day_of(const char *text, const struct horizon *horizon)
{
  g_autofree char *why = NULL;
  struct said said;
  return typed_said(text, horizon, NULL, &said, &why) ? said.last : 0;
}

/* Without bounds the nearest such day is meant, of weekdays the past one. */
static void test_without_bounds(void)
{
  struct horizon horizon = {TODAY, 0, 0};
  CU_ASSERT_EQUAL(day_of("2 dec", &horizon), date_from_ymd(2026, 12, 2));
  CU_ASSERT_EQUAL(day_of("12 nov", &horizon), date_from_ymd(2026, 11, 12));
  CU_ASSERT_EQUAL(day_of("tuesday", &horizon), date_from_ymd(2026, 11, 17));
}

static void test_times(void)
{
  static const struct {
    const char *text;
    int minutes;
  } times[] = {
      {"9h30", 570},
      {"9:30", 570},
      {"9.30", 570},
      {"9 h", 540},
      {"9 h 30", 570},
      {"09:30", 570},
      {"9", 540},
      {"2 pm", 840},
      {"2:15 PM", 855},
      {"2pm", 840},
      {"12 am", 0},
      {"12 pm", 720},
      {"midi", 720},
      {"noon", 720},
      {"minuit", 0},
      {"14 heures", 840},
      {"14h", 840},
      {"2 h de l’après-midi", 840},
      {"8 heures du soir", 1200},
      {"9 o'clock", 540},
      {"23:59", 1439},
      {"24:00", -1},
      {"9:60", -1},
      {"9:5", -1},
      {"soon", -1},
      {"", -1},
      {"9:30:15", -1},
      {"100", -1},
      {"-1", -1},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(times); i++) {
    int minutes = typed_time(times[i].text, po_translator("fr"));
    if (minutes != times[i].minutes)
      printf("\n%s: %d, not %d\n", times[i].text, minutes, times[i].minutes);
    CU_ASSERT_EQUAL(minutes, times[i].minutes);
  }
}

SUITE(typed_date, {"days are understood as said in French", test_french},
      {"days are understood as said in English", test_english},
      {"figures are read as Americans write them", test_american},
      {"days ahead are found where they are asked for", test_future},
      {"what is no day is not taken for one", test_nonsense},
      {"impossible days and wrong weekdays are explained", test_reasons},
      {"without bounds the nearest day is meant", test_without_bounds},
      {"times are understood in their many forms", test_times})
