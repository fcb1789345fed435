/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as they are moved to weekdays and over holidays, each move worked out once. */
#pragma once

#include "catalogue/catalogue.h"

/* Days counted from today, between which one lies. */
struct days {
  int first, last;
};

struct calendar;

struct calendar *calendar_new(const struct catalogue *catalogue, int today);
void calendar_free(struct calendar *calendar);
DEFINE_OWNED(calendar, calendar_free)

/* What REGION is for people who have not said theirs, and for those who may be anywhere. */
#define CALENDAR_NOWHERE 0
#define CALENDAR_ANYWHERE (-1)

/*
 * Where DAY, counted from today, is moved by WEEKDAYS in the region that option number REGION of
 * the pack's region question names, from 1; or between which days, if that depends on the region.
 */
struct days calendar_move(struct calendar *calendar, int day, guint weekdays, int region);
