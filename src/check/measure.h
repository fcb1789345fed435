/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measures of a way through a pack: how much is asked, advised, written. A measure is a sum of
 * parts; a part counts if one of its cases does, and a case is obligations that hold together.
 */
#pragma once

#include "check/obligation.h"

enum measure_kind {
  MEASURE_QUESTIONS,
  MEASURE_TEXTS,
  MEASURE_ACTIONS,
  MEASURE_SOON,
  MEASURE_WORDS
};

/* Consecutive obligations of `measure.obligations`. */
struct measure_case {
  guint first, count;
};

/* Consecutive cases of `measure.cases`. */
struct part {
  guint weight;
  guint first, count;
};

struct measure {
  enum measure_kind kind;
  const struct model *model;
  guint base;          /* what counts on every way */
  GArray *parts;       /* of struct part */
  GArray *cases;       /* of struct measure_case */
  GArray *obligations; /* of struct obligation */
};

/* MEASURE_WORDS is measured by measure_draft(). */
struct measure *measure_new(const struct model *model, enum measure_kind kind);
/* The words of DRAFT, of ACTION. */
struct measure *measure_draft(const struct model *model, const struct action *action,
                              const struct draft *draft);
void measure_free(struct measure *measure);
DEFINE_OWNED(measure, measure_free)

/* Whether part number INDEX counts in STATE. */
enum truth measure_counts(const struct measure *measure, struct state *state, guint index);

/* The most that MEASURE can come to in STATE by what is open; once nothing is, what it comes to. */
guint measure_most(const struct measure *measure, struct state *state);

/* Calls SEE for the first case of part INDEX that is open, with each of its obligations that is. */
void measure_doubts(const struct measure *measure, struct state *state, guint index,
                    void (*see)(const struct obligation *doubt, void *data), void *data);
