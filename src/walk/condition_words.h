/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Conditions in words: what a condition says, in the language of the catalogue and of a translator,
 * for whoever writes or proofreads a pack. Questions have their labels, or else the beginning of
 * their prompts in quotes, options their labels, days and times their words. A define that names
 * little is said by what it tests, any other by its name. All results are the caller's to free.
 */
#pragma once

#include "catalogue/catalogue.h"

/* CONDITION alone: "Setting is 'By video' and Mood is not 'Low'". As it is written where it is
 * malformed. */
char *condition_words(const struct catalogue *catalogue, const struct condition *condition,
                      const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;

/* The same with the condition behind it as it is written: "Mood is 'Low' [$mood = 'low']". */
char *condition_words_beside(const struct catalogue *catalogue, const struct condition *condition,
                             const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;

/* The same for that it does not hold: "Mood is not 'Low' [not($mood = 'low')]". */
char *condition_denied_beside(const struct catalogue *catalogue, const struct condition *condition,
                              const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;

/* PART, which stands in CONDITION: "the number of Causes". */
char *condition_part_words(const struct catalogue *catalogue, const struct condition *condition,
                           const struct expression *part,
                           const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;

/* Both joined, "… and …", of which either may be NULL: not there. */
char *condition_words_both(const struct catalogue *catalogue, const struct condition *first,
                           const struct condition *second,
                           const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;

/* That QUESTION, which has options, is answered VALUE: "Mood is 'Low'". */
char *choice_words(const struct catalogue *catalogue, const struct question *question,
                   const char *value,
                   const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;

/* What ITEM is called in these words. */
char *subject_words(const struct catalogue *catalogue, const struct item *item,
                    const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;
