/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Budgets: how long searches may go on, in steps of their state and by the caller's clock. */
#pragma once

#include "check/check.h"
#include "check/state.h"

/* Of all searches of one run. */
struct budget {
  guint64 left;  /* steps for all together */
  guint64 each;  /* for one search */
  gboolean over; /* the caller's time is up */
  const struct check_options *options;
};

#define BUDGET_ALL G_GUINT64_CONSTANT(400000000)
#define BUDGET_EACH G_GUINT64_CONSTANT(2000000)
#define BUDGET_LIMIT G_GUINT64_CONSTANT(15000000) /* for one search for the most */

/* Of one search. */
struct allowance {
  struct budget *budget;
  const struct state *state;
  guint64 begun, end; /* steps of the state */
  guint looks;
};

/* The USUAL number of steps, times the patience of OPTIONS. */
guint64 budget_steps(const struct check_options *options, guint64 usual);

struct allowance budget_begin(struct budget *budget, const struct state *state);
/* True once the steps or the time are used up. To be asked often: it looks at the clock seldom. */
gboolean budget_is_over(struct allowance *allowance);
/* Takes what was used from the budget. */
void budget_end(struct allowance *allowance);
