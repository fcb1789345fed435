/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the checker is asked to work: the options of the command line as it wants them, and the clock
 * that it does not read itself, which counts what the program works.
 */
#pragma once

#include "check/check.h"
#include "command/session.h"

struct proving {
  struct proof_options options;
  double seconds;
  gint64 until; /* of the own time of the program, in microseconds */
  gboolean watched, shown;
};

/* Sets PROVING from the options. False, with the person told, if --budget is no number of seconds.
 */
gboolean proving_set(struct session *session, struct proving *proving);

/*
 * From proving_watch() to proving_unwatch() Ctrl-C ends the proofs, so that what was found until
 * then can be told, and a terminal shows that they go on; a second Ctrl-C ends the program.
 */
void proving_watch(struct proving *proving);
void proving_unwatch(struct proving *proving);
/* Whether Ctrl-C ended them. */
gboolean proving_interrupted(void);

/* Starts the clock anew: the budget is for one pack. */
const struct proof_options *proving_start(struct proving *proving);
