/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The prover: the formulas of a pack, one for each day that may be today, each made when it is
 * first needed. */
#pragma once

#include "prove/days.h"

struct prover {
  const struct catalogue *catalogue;
  struct caps caps;
  enum search search;
  struct effort effort;
  struct thresholds *thresholds;
  GArray *days;        /* of int: what today may be, the real one first */
  gboolean all_days;   /* false: others may matter too */
  GPtrArray *formulas; /* of struct formula, by day, as far as they are made */
};

/* CONDITIONS: all of CATALOGUE, const struct condition. CAPS: NULL for the usual ones. */
struct prover *prover_new(const struct catalogue *catalogue, const GPtrArray *conditions, int today,
                          const struct caps *caps, enum search search, struct effort effort);

/* Tells apart all days that make a difference to when actions are due (days.h); before any formula
 * is made. */
void prover_know_days(struct prover *prover);

void prover_free(struct prover *prover);
DEFINE_OWNED(prover, prover_free)

/* The formula of the day at INDEX, which all that is looked for shares. */
struct formula *prover_formula(struct prover *prover, guint index);
/* A new one, which borrows PROVER and is as small as what it is asked. Caller frees. */
struct formula *prover_new_formula(struct prover *prover, guint index);

/* What is looked for, as a literal of each day's formula. */
struct wish {
  int (*literal)(struct formula *formula, const void *data);
  const void *data;
};

/* formula_find() over all days, the last of which looked at is *FORMULA. */
enum found prover_find(struct prover *prover, const struct wish *wish, struct formula **formula);
