/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measures of a way through a pack: how much is asked, advised, written at most, given what is
 * assigned so far. A bound from the structure: of the options of a choice the one that brings most,
 * of conditions what is not yet false. Once nothing that counts is open it is the measure itself.
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

struct measure {
  enum measure_kind kind;
  const struct draft *draft;   /* MEASURE_WORDS: of this draft, */
  const struct action *action; /* of this action */
};

/*
 * The most that MEASURE can come to in STATE. To DOUBTS (a GArray of struct obligation, or NULL) is
 * added what it depends on that is still open.
 */
guint measure_bound(const struct measure *measure, struct state *state, GArray *doubts);
