/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Since last time: what of a plan is not as it was in an earlier one of the same debrief. What has
 * been ticked, and what is late, is none of it: the one the person has told, the other the plan
 * says. Borrowed from both plans, which must outlive it.
 */
#pragma once

#include "plan/plan.h"

/* An action that is to be done in both, planned for another day; one of them may have none. */
struct since_move {
  const struct planned_action *was, *is;
};

struct since {
  GPtrArray *come; /* of const struct planned_action of the later plan: to be done, and new */
  GPtrArray *gone; /* of const struct planned_action of the earlier one: was to be done, and is
                      neither there any more nor done */
  GArray *moved;   /* of struct since_move */
};

struct since *since_new(const struct plan *earlier, const struct plan *later);
void since_free(struct since *since);
DEFINE_OWNED(since, since_free)
