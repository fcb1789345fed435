/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slots that were meant to be one. */
#pragma once

#include "base/finding.h"
#include "catalogue/catalogue.h"

/* Adds to FINDINGS the advice of CATALOGUE that is alone in a slot which nothing names, where
 * another slot of such advice is called almost the same (text_is_slip()). */
void slots_check(const struct catalogue *catalogue, struct findings *findings);
