/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What conditions mean, beyond the names that the reader has bound: values that are not offered,
 * types that never compare, numbers out of bounds, alternatives that never count.
 */
#pragma once

#include "check/check.h"

void semantics_check(const struct catalogue *catalogue, const struct proof_options *options,
                     struct findings *findings);
