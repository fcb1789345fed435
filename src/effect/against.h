/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The effect of an edit: what changes for people between two versions of a pack. */
#pragma once

#include "catalogue/catalogue.h"
#include "prove/proof_options.h"

struct version {
  const struct catalogue *catalogue; /* without errors */
  const char *directory;             /* its examples stand in DIRECTORY/examples */
};

/*
 * Walks the examples and the witnesses of both versions, and people invented at random, through
 * both and writes to OUT which questions, advice, days, texts and drafts come, go or change, and
 * for whom; what is called otherwise and says the same is named as that. Without the proofs of
 * OPTIONS there are no witnesses. The last lines say on how much this stands. False if nothing
 * changes.
 */
gboolean against_write(struct version before, struct version after,
                       const struct proof_options *options, GString *out);
