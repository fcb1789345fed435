/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Problems: what is open of a measure falls apart into some that have no variable in common, so
 * that the most of the whole is the sum of the most of each.
 */
#pragma once

#include "check/measure.h"
#include "check/residue.h"

struct problem {
  GArray *parts;  /* of guint: of the measure */
  GBytes *key;    /* its residue */
  guint weight;   /* of all parts together */
  guint variable; /* the open one on which most depends */
};

void problem_free(struct problem *problem);

/*
 * What is open of PARTS (of guint) in STATE: a GPtrArray of struct problem, which it frees; none if
 * all together do not come to more than ABOVE. *SUM is what counts at most. RESIDUE is room to work
 * in. Caller frees.
 */
GPtrArray *problems_open(const struct measure *measure, struct state *state,
                         struct residue *residue, const GArray *parts, guint above, guint *sum);
