/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What each pace may ask, and how long a page may be: the tables in content/GUIDE.md, where
 * counsellors find them, and to which pace a person belongs. The longest pace has none; pack.xml
 * bounds it.
 */
#pragma once

#include "people.h"

enum pace { PACE_QUICK, PACE_LOST, PACE_ONE_POINT, PACE_TWO_POINTS, PACE_NEWS, PACES };

struct pace_limit {
  int usual;     /* questions, to every other person */
  int questions; /* to anybody */
  int texts;     /* of them with a text to type */
};

/* The line of PACE in the guide, without its numbers. */
const char *pace_row(enum pace pace);

/* The numbers in that line. Ends the program if the guide does not have it. */
struct pace_limit pace_limit(enum pace pace);

/* The number in the line ROW of the guide's other table. Ends the program if it is not there. */
int guide_limit(const char *row);

/* The pace of PERSON, who was asked the steps ASKED in one visit; PACES if it is the longest. */
enum pace pace_of(const struct person *person, const GArray *asked);
