/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Solutions of a search as answers that the real walk reads. */
#pragma once

#include "check/search.h"
#include "walk/answers.h"

/* What SOLUTION answers and ticks, all given on its day. Caller frees. */
struct answers *solution_answers(const struct solution *solution);
