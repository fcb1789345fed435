/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What each pace may ask: the table in content/GUIDE.md, where counsellors find it, and to which of
 * its lines a person belongs. The longest pace has none; pack.xml bounds it.
 */
#pragma once

#include "people.h"

enum pace { PACE_QUICK, PACE_ONE_POINT, PACE_TWO_POINTS, PACE_NEWS, PACES };

struct pace_limit {
  int questions;
  int texts; /* of them with a text to type */
};

/* The line of PACE in the guide, without its numbers. */
const char *pace_row(enum pace pace);

/* The numbers in that line. Ends the program if the guide does not have it. */
struct pace_limit pace_limit(enum pace pace);

/* The pace of PERSON, who was asked the steps ASKED in one visit; PACES if it is the longest. */
enum pace pace_of(const struct person *person, const GArray *asked);
