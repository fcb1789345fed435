/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that were meant to stand for an answer, and are said as they are written. */
#pragma once

#include "base/finding.h"
#include "catalogue/catalogue.h"

/* Adds to FINDINGS the texts and defaults of CATALOGUE that hold "$id", "${id}" or "{id}" of one of
 * its questions, in texts of what is to be done as well, or "$id" with a slip of the pen; a default
 * that is nothing else stands for its answer, and is none of them. */
void verbatim_check(const struct catalogue *catalogue, struct findings *findings);
