/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two plans, action by action: what stands for a task may be another action than before. */
#include "plan/since.h"

static const struct planned_action *find(const struct plan *plan, const struct action *action)
{
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *planned = plan->actions->pdata[i];
    if (planned->action == action)
      return planned;
  }
  return NULL;
}

/* By the days for which the plans have them: what is late is shown today, and has not moved. */
static gboolean has_moved(const struct since_move *move)
{
  return move->was->due != move->is->due && move->was->day != move->is->day;
}

static void compare(struct since *since, const struct planned_action *is,
                    const struct plan *earlier)
{
  struct since_move move = {.was = find(earlier, is->action), .is = is};
  if (!move.was)
    g_ptr_array_add(since->come, (void *)is);
  else if (has_moved(&move))
    g_array_append_val(since->moved, move);
}

struct since *since_new(const struct plan *earlier, const struct plan *later)
{
  struct since *since = g_new(struct since, 1);
  *since = (struct since){g_ptr_array_new(), g_ptr_array_new(),
                          g_array_new(FALSE, FALSE, sizeof(struct since_move))};
  for (guint i = 0; i < later->actions->len; i++) {
    const struct planned_action *is = later->actions->pdata[i];
    if (is->state != ACTION_DONE)
      compare(since, is, earlier);
  }
  for (guint i = 0; i < earlier->actions->len; i++) {
    const struct planned_action *was = earlier->actions->pdata[i];
    if (was->state != ACTION_DONE && !find(later, was->action))
      g_ptr_array_add(since->gone, (void *)was);
  }
  return since;
}

void since_free(struct since *since)
{
  g_ptr_array_unref(since->come);
  g_ptr_array_unref(since->gone);
  g_array_unref(since->moved);
  g_free(since);
}
