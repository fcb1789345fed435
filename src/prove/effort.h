/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Effort: how long the proofs of one run may go on. It is counted in looks of the solver at this
 * very budget, so that the same pack always gives the same verdicts, and by the caller's clock if
 * there is one: of the program's own time, not of the day's, so that a busy machine decides no
 * less.
 */
#pragma once

#include <glib.h>

struct effort {
  gboolean (*out_of_time)(void *data); /* asked now and then; NULL: looks alone count */
  void *data;
  guint64 looks; /* that are left */
  gboolean over;
};

/* With PATIENCE times the usual number of looks; 0 is once. */
struct effort effort_new(double patience, gboolean (*out_of_time)(void *data), void *data);

/* One look. True once the effort is over. */
gboolean effort_look(struct effort *effort);
