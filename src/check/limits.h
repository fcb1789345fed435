/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounds over all ways through a pack, and the answers that come nearest to them. */
#pragma once

#include "check/check.h"
#include "walk/answers.h"

/*
 * The answers found for which the measure NAME ("questions", "actions", "first-day", "texts",
 * "words") is the greatest, on the day *TODAY; NULL if none were found in time. *KNOWN is false if
 * there is no such measure. Caller frees.
 */
struct answers *limits_witness(const struct catalogue *catalogue,
                               const struct check_options *options, const char *name, int *today,
                               gboolean *known);
