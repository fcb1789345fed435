/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a pack says and where it has it from: empty texts, long sentences, questions that ask two
 * things, forms of address, drafts, sources, reviews, what is declared and never used.
 */
#pragma once

#include "check/check.h"

void texts_check(const struct catalogue *catalogue, const struct proof_options *options,
                 struct findings *findings);

/* Sources, evidence, reviews and unused declarations; texts_check() calls it. */
void origins_check(const struct catalogue *catalogue, const struct proof_options *options,
                   struct findings *findings);
