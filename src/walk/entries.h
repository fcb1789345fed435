/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Entries: what an example file tells, by the step it is for. Which of it is asked for, and whether
 * its values may stand, is for the exchange to say.
 */
#pragma once

#include "reader/example.h"
#include "walk/answers.h"

/* What the file tells for one step. */
struct told {
  struct step step;
  struct place place;
  const struct example_entry *entry; /* NULL: an <item>, which says "yes" by itself */
  int item_day;  /* of a repeat's step: the first day of the answers in that item, or 0 */
  gboolean used; /* for the exchange */
};

struct entries;

/*
 * The answers, skips and items of EXAMPLE by step. Findings: names that are no question or repeat,
 * second entries for one step, too many items, questions outside of their repeat's items or inside
 * of another's. What has one is left out. Of a debrief's export what has no place is no fault: it
 * is handed to ANSWERS (answers_add_stray()). EXAMPLE must outlive the table.
 */
struct entries *entries_new(const struct catalogue *catalogue, const struct example *example,
                            struct answers *answers, const struct translator *translator,
                            struct findings *findings);
void entries_free(struct entries *table);
DEFINE_OWNED(entries, entries_free)

/* What is told for STEP, or NULL. */
struct told *entries_find(const struct entries *table, struct step step);
/* All of struct told: items first, then entries as they stand in the file. */
const GPtrArray *entries_list(const struct entries *table);

/* Reports ID, which stands at PLACE, as answered badly; MSGID, {1} being WORD, says why. */
void entries_report_why(struct findings *findings, const struct translator *translator,
                        struct place place, const char *id, const char *msgid, const char *word);
