/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks, and now and then the clock. */
#include "prove/effort.h"

#define USUAL_LOOKS 20000000.0 /* some minutes of a solver that finds nothing */
#define CLOCK_EVERY 16         /* looks: a clock costs more than a look */

struct effort effort_new(double patience, gboolean (*out_of_time)(void *data), void *data)
{
  double looks = USUAL_LOOKS * (patience > 0 ? patience : 1);
  return (struct effort){out_of_time, data, looks < 1e18 ? (guint64)looks : G_MAXUINT64, FALSE};
}

gboolean effort_look(struct effort *effort)
{
  if (effort->over)
    return TRUE;
  if (effort->looks == 0)
    return effort->over = TRUE;
  effort->looks--;
  if (effort->out_of_time && effort->looks % CLOCK_EVERY == 0)
    effort->over = effort->out_of_time(effort->data);
  return effort->over;
}
