/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values that a question can offer at all, whatever its conditions say. */
#pragma once

#include "catalogue/catalogue.h"

/* Stored values of QUESTION's options, with `from` those of the question it names. Borrowed
 * strings, NULL-terminated; caller frees the array. */
const char **choices_values(const struct question *question);

guint choices_count(const struct question *question);
/* Also TRUE where options or a value are missing, which is a finding of its own. */
gboolean choices_offer(const struct question *question, const char *value);

/* The value of the option of QUESTION whose label says WORDS, case and accents apart; NULL: none.
 */
const char *choices_labelled(const struct question *question, const char *words);

/*
 * Adds to the finding last added, which says that QUESTION does not offer VALUE, what may have been
 * meant: the value whose label was written, or a near one, else what there is.
 */
void choices_suggest(const struct question *question, const char *value, struct findings *findings);

/* The first child of QUESTION that is an option, from CHILD on; NULL: no more. */
const struct option *choices_next(const struct item *child);
