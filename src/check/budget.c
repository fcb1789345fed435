/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps and the clock. */
#include "check/budget.h"

enum { LOOK_AT_CLOCK = 64 };

guint64 budget_steps(const struct check_options *options, guint64 usual)
{
  return options->patience > 0 ? (guint64)(options->patience * (double)usual) : usual;
}

struct allowance budget_begin(struct budget *budget, const struct state *state)
{
  guint64 steps = MIN(budget->each, budget->left);
  return (struct allowance){budget, state, state->steps, state->steps + steps, 0};
}

gboolean budget_is_over(struct allowance *allowance)
{
  struct budget *budget = allowance->budget;
  const struct check_options *options = budget->options;
  if (++allowance->looks % LOOK_AT_CLOCK == 0 && options->out_of_time &&
      options->out_of_time(options->data))
    budget->over = TRUE;
  return budget->over || allowance->state->steps >= allowance->end;
}

void budget_end(struct allowance *allowance)
{
  struct budget *budget = allowance->budget;
  budget->left -= MIN(budget->left, allowance->state->steps - allowance->begun);
}
