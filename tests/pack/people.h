/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The people on whom the shipped pack is tried: those of its examples, and any number of invented
 * ones, who answer what the real walk asks them.
 */
#pragma once

#include "walk/walk.h"

struct person {
  char *name; /* the example's file, or "person 17" */
  struct answers *answers;
  int today;           /* the day of the last visit */
  gboolean only_visit; /* it was the first, too */
};

void person_free(struct person *person);
DEFINE_OWNED(person, person_free)

/* The shipped pack, read once. Ends the program if it has errors. */
const struct catalogue *people_pack(void);

/* From now on the pack speaks as TRANSLATOR does, which is borrowed; NULL: French. */
void people_speak(const struct translator *translator);

/* The people of content/examples: a GPtrArray of struct person, which it frees. Caller frees. */
GPtrArray *people_examples(void);

/* Somebody invented, on their first visit: answers at random, leaves some questions out. */
struct person *people_meet(GRand *rand, guint number);

/* The same, but half of them come back on later days, tick off what they did and bring news. */
struct person *people_invent(GRand *rand, guint number);

/* The questions PERSON was asked, in order: an array of struct step. Caller frees. */
GArray *people_asked(const struct person *person);

/* A value for the question or repeat at STEP that may stand there, NULL for none; NULL-terminated.
 * WALK stands anywhere at or after STEP. Caller frees. */
char **people_value(GRand *rand, const struct walk *walk, struct step step);

/* What PERSON told, as an answers file. Caller frees. */
char *people_file(const struct person *person);
