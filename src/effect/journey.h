/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A journey: what one answers file comes to in one version of a pack, as facts by which two
 * versions can be compared.
 */
#pragma once

#include "catalogue/catalogue.h"
#include "reader/example.h"

/* A text as it is written, and as it is said to this person. */
struct fact_text {
  const char *source; /* borrowed from the catalogue */
  char *words;
};

/* A question asked, one more of a repeat offered, a piece of advice given or a draft. */
struct fact {
  const struct item *item;   /* of a draft its action */
  const struct draft *draft; /* or NULL */
  int day;                   /* of an action; 0: none */
  GPtrArray *texts;          /* of struct fact_text: all that is shown of it */
};

/*
 * Walks EXAMPLE through CATALOGUE, whatever of it that can be answered there. A GPtrArray of
 * struct fact, in document order but actions and drafts, which stand in the order of the plan.
 * Dates inside texts stay empty where they depend on the plan. Caller frees.
 */
GPtrArray *journey_new(const struct catalogue *catalogue, const struct example *example,
                       const struct translator *translator);
