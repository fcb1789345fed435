/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contradictions: which obligations of a goal that is never reached exclude each other. */
#pragma once

#include "prove/goals.h"

/*
 * The fewest found of the obligations of GOAL that no answers meet together: a GArray of struct
 * obligation, empty if none of them is needed (a question before it cannot be passed). Caller
 * frees.
 */
GArray *contradiction_new(struct prover *prover, const struct goal *goal, enum goal_side side);

/* The same, of CATALOGUE, in words: "these exclude each other: A is 'X' [$a = 'x'] and B is 'no'
 * [$b = 'no']". Caller frees. */
char *contradiction_words(const struct catalogue *catalogue, const GArray *obligations,
                          const struct translator *translator);
