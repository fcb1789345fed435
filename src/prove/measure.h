/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measures of a way through a pack: how much is asked, advised, written, as sums over its formula.
 * They are laid out as the pack is: of options of which one is chosen only the greatest counts.
 */
#pragma once

#include "prove/days.h"

enum measure_kind {
  MEASURE_QUESTIONS,
  MEASURE_TEXTS,
  MEASURE_ACTIONS,
  MEASURE_SOON,
};

/* The sum of each strand (strands.h) that can come to anything: a GPtrArray of struct sum. DAYS: of
 * FORMULA, for the actions; else NULL. Caller frees the array. */
GPtrArray *measure_strands(enum measure_kind kind, struct formula *formula, struct days *days,
                           struct sums *sums);

/* The words of DRAFT that hang on conditions; *BASE are there on every way. */
struct sum *measure_draft(const struct draft *draft, struct formula *formula, struct sums *sums,
                          guint *base);
