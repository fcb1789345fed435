/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A journey: what one answers file comes to, as lines that two versions of a pack can be compared
 * by. */
#pragma once

#include "catalogue/catalogue.h"
#include "catalogue/example.h"

/*
 * Walks EXAMPLE through CATALOGUE, whatever of it that can be answered there. A GPtrArray of
 * char *: one line for each question asked, action with its day, lesson, strength, remark and
 * draft, in the language of TRANSLATOR. Caller frees.
 */
GPtrArray *journey_new(const struct catalogue *catalogue, const struct example *example,
                       const struct translator *translator);
