/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The prover: the models of a pack for each day that may be today, and searches over all of them.
 */
#pragma once

#include "check/goals.h"
#include "check/search.h"

struct prover {
  const struct catalogue *catalogue;
  const struct check_options *options;
  struct domains *domains;
  enum scope scope;
  GArray *days;               /* of int: what today may be, the real one first */
  gboolean all_days;          /* false: others may matter too */
  GPtrArray *models, *states; /* by day, made when first needed */
  GArray *hurdles;            /* of struct obligation: required questions that can be impossible */
  struct budget budget;
};

struct prover *prover_new(const struct catalogue *catalogue, const struct check_options *options,
                          enum scope scope);
void prover_free(struct prover *prover);
DEFINE_OWNED(prover, prover_free)

/* The state for the day with number INDEX. */
struct state *prover_state(struct prover *prover, guint index);

/* OBLIGATIONS, and the hurdles that stand before the horizon of STATE. Caller frees. */
GArray *prover_obligations(const struct prover *prover, const struct state *state,
                           const GArray *obligations);

/*
 * Answers under which OBLIGATIONS hold, and what is required before HORIZON is answered, on any
 * day. SHORTEST: with as few answers as can be found. WAIVED: a constraint that does not count.
 */
struct inquiry {
  const GArray *obligations;
  struct horizon horizon;
  const struct constraint *waived;
  gboolean shortest;
};
enum found prover_search(struct prover *prover, const struct inquiry *inquiry,
                         struct solution **solution);

/* The same for GOAL at any item of its repeat. */
enum found prover_reach(struct prover *prover, const struct goal *goal, enum goal_side side,
                        gboolean shortest, struct solution **solution);
