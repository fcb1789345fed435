/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging: what two journals know of the same debrief, brought together. */
#pragma once

#include "walk/answers.h"

/*
 * Adds to ANSWERS what OTHER, on the same catalogue, tells more or later: of two answers, ticks or
 * days put off to the later one counts, of two versions of the same words those that were told with
 * the latest answer. What is the same age is taken from OTHER. Nothing is lost by what OTHER does
 * not tell.
 */
void answers_merge(struct answers *answers, const struct answers *other);
