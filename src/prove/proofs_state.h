/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of struct proofs, for the files that make it (proofs.c), report it (verdicts.c) and
 * bound it (limits.c). */
#pragma once

#include "prove/proofs.h"

struct proofs {
  const struct proof_options *options;
  struct prover *prover;
  struct arena *arena;
  GArray *goals;   /* of struct goal */
  gboolean *never; /* by order: items that are never reached */
};
