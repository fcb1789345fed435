/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A pack in the making, by chance: what has been named so far, and conditions over it. The random
 * packs of tests are all written with one; what they write is theirs.
 */
#pragma once

#include "catalogue/catalogue.h"

struct maker;

/* A name that conditions may use from here on. */
struct known {
  char *id;
  enum { A_QUESTION, A_REPEAT, A_DEFINE, A_TASK } sort;
  enum question_kind kind; /* A_QUESTION */
  guint size;              /* options; of a repeat its max */
  gboolean repeated;       /* it stands in a repeat */
};

/* How conditions are put together: of so many ways to go on these join two or deny one, all others
 * are a test of a name. */
struct grammar {
  guint ways, joins, denials;
  guint or_percent; /* of what joins two */
  void (*add_test)(struct maker *maker, GString *out);
};

struct maker {
  const struct grammar *grammar;
  GRand *rand;
  GArray *known; /* of struct known */
  GString *pack; /* for pack.xml */
  GString *out;  /* the theme being written */
  guint left;    /* questions still to write */
  guint serial;  /* numbers ids */
  guint hidden;  /* how many of the last known names may not be used here */
  gboolean in_repeat;
  gboolean calendar; /* days are named by their dates */
  gboolean dated;    /* actions have dues of every kind */
  gboolean wide;     /* numbers and repeats are large, there are regions and holidays */
};

/* Borrows both; `out` is still to be set. */
void maker_begin(struct maker *maker, const struct grammar *grammar, GRand *rand);
void maker_end(struct maker *maker);

/* A number below COUNT, and true in PERCENT of the cases. */
guint below(struct maker *maker, guint count);
gboolean chance(struct maker *maker, guint percent);

/* Appends to the theme. */
void add(struct maker *maker, const char *format, ...) G_GNUC_PRINTF(2, 3);

char *maker_id(struct maker *maker, const char *prefix) G_GNUC_WARN_UNUSED_RESULT;
void maker_know(struct maker *maker, const char *id, int sort, enum question_kind kind, guint size);

/* How many names may be used here, and one of them. */
guint maker_usable(const struct maker *maker);
const struct known *maker_any(struct maker *maker);

/* A question of several answers, in PERCENT of the cases the last one and so on; or NULL. */
const struct known *maker_source(struct maker *maker, guint percent);

/* A condition of so many levels at most; and one as the attribute NAME in PERCENT of the cases,
 * if there is a name to use. */
void maker_condition(struct maker *maker, GString *out, guint depth);
void maker_attribute(struct maker *maker, const char *name, guint depth, guint percent);

/* A define of the pack, named by the next id. */
void maker_define(struct maker *maker);
