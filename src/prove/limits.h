/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounds over all ways through a pack, and the answers that come nearest to them. */
#pragma once

#include "prove/proofs.h"
#include "prove/prover.h"
#include "walk/answers.h"

struct limit_most {
  gboolean known; /* there is such a measure */
  guint count;
  gboolean exact; /* no answers come to more */
  int today;      /* the day on which the answers are given */
};

/* The prover for limits_most(), which knows days. Caller frees. */
struct prover *limits_prover(const struct catalogue *catalogue,
                             const struct proof_options *options);

/*
 * The answers found for which the measure NAME ("questions", "actions", "first-day", "texts",
 * "words") is the greatest, as RESULT says; NULL if none were found in time, or it is always
 * nothing. Caller frees.
 */
struct answers *limits_most(struct prover *prover, const char *name, struct limit_most *result);

/* A limit of the pack that is not kept on all ways, or not known to be. */
struct limit_verdict {
  const char *name;  /* as limits_most() calls it */
  const char *words; /* what is limited, a message id */
  guint allowed;
  gboolean exceeded;         /* by answers that were found; else it could not be decided */
  guint count;               /* if exceeded: what they come to, */
  const struct draft *draft; /* and in which draft, or NULL */
};

/* Calls SEE for each limit of the pack that PROOFS cannot prove. */
typedef void (*limit_visitor)(const struct limit_verdict *verdict, void *data);
void limits_visit(struct proofs *proofs, limit_visitor see, void *data);
