/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of struct proofs, for the files that make it (proofs.c), report it (verdicts.c) and
 * bound it (limits.c). */
#pragma once

#include "prove/proofs.h"
#include "prove/rivals.h"

struct proofs {
  const struct proof_options *options;
  struct prover *prover;
  struct arena *arena;
  GArray *goals; /* of struct goal */
  GArray *open;  /* of guint, in order: what has not been reached yet, each as twice the number of
                    the goal, and the side */
  struct rivals *rivals;
  gboolean *never; /* by order: items that are never reached */
};
