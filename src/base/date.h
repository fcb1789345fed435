/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Civil dates. A day is an int, the Julian day number of GDate: days are
 * subtracted, compared and added to as numbers. 0 is no date. Nothing here
 * reads a clock.
 */
#pragma once

#include <glib.h>

#include "base/translator.h"

/* Bit of weekday W (1 Monday to 7 Sunday, ISO 8601) in a set of weekdays. */
#define WEEKDAY_BIT(w) (1u << (w))

/* A day of the Gregorian calendar, years 1 to 9999; 0 if there is none such. */
int date_from_ymd(int year, int month, int day);

/* "2026-11-12" and nothing around it; 0 if it is not a date. */
int date_parse(const char *iso);
char *date_to_iso(int day) G_GNUC_WARN_UNUSED_RESULT;

/* Minutes since midnight of "09:30"; -1 if it is not a time of day. */
int time_parse(const char *hhmm);

/* The day DAYS (which may be negative) after DAY; 0 if DAY is 0 or the years 1 to 9999 are left. */
int date_add(int day, int days);

/* DAY must be a date, here and below: not 0. */
void date_split(int day, int *year, int *month, int *day_of_month);
int date_weekday(int day);

/* Easter Sunday of a year from 1 to 9999, by the Gregorian computus (Meeus, Astronomical
 * Algorithms, chapter 8). */
int date_easter(int year);

/*
 * A set of weekdays: "mon-fri", "tue-thu", "tue fri"; a range may wrap round
 * the week ("sat-mon"). False, with *SET unchanged, if it is not one.
 */
gboolean weekdays_parse(const char *text, guint *set);

/* "Tuesday 24 November 2026", in the translator's language. Caller frees. */
char *date_long(int day, const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;
/* The same without the year. */
char *date_medium(int day, const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;

/* How a day is said in a sentence: by itself, or with the word before it. */
enum day_form {
  FORM_FULL,  /* "Tuesday 3 November" */
  FORM_ON,    /* "on Tuesday", "on 3 November" */
  FORM_OF,    /* "Tuesday", "3 November" after a word that goes with it; French: "du 3 novembre" */
  FORM_UNTIL, /* "until Tuesday" */
  FORM_DAY,   /* bare: "Tuesday", "3 November" */
};
/*
 * DAY as people say it who stand at the day SEEN: without the year where it is less than ten months
 * away, and but for FORM_FULL as today, yesterday, tomorrow, or by its weekday within six days.
 * Caller frees.
 */
char *date_said(int day, int seen, enum day_form form,
                const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;

/* "9:30 am", "2 pm" or "9 h 30". MINUTES since midnight. Caller frees. */
char *time_long(int minutes, const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;
/* Month and day names as such, for readers of typed dates. Month 1 to 12, weekday 1 to 7. */
const char *month_name(int month, const struct translator *translator);
const char *weekday_name(int weekday, const struct translator *translator);
