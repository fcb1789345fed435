/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Witnesses: answers files that lead to one place of a pack, the shortest that were found. */
#pragma once

#include "catalogue/catalogue.h"
#include "prove/proof_options.h"
#include "walk/answers.h"

enum witness_result {
  WITNESS_WRITTEN,
  WITNESS_UNKNOWN,   /* there is no such place */
  WITNESS_NONE,      /* no answers lead there */
  WITNESS_UNDECIDED, /* none was found within the budget */
};

/*
 * Writes to OUT the shortest answers file found that leads to ID, with the expectation of the
 * place. ID is the id of a question, repeat, define, action, lesson, strength, remark or draft, of
 * a slot (its first action), or of a theme if nothing else is called so; QUESTION=VALUE an option;
 * FILE:LINE what stands there; `limit:questions` (actions, first-day, texts, words) the answers
 * that come nearest to or exceed a limit. For WITNESS_UNKNOWN, *NEAREST is an id that may have been
 * meant, borrowed from CATALOGUE, or NULL. CATALOGUE has no errors.
 */
enum witness_result witness_write(const struct catalogue *catalogue, const char *id,
                                  const struct proof_options *options, GString *out,
                                  const char **nearest);

/*
 * Answers that lead to ITEM, a question, repeat or advice of CATALOGUE, the other questions before
 * it skipped and nothing told from there on in document order: for who wants to go on from there.
 * *TODAY is a day on which they do. NULL with *RESULT if there are none such. Caller frees.
 */
struct answers *witness_before(const struct catalogue *catalogue, const struct item *item,
                               const struct proof_options *options, int *today,
                               enum witness_result *result);

/*
 * Calls SEE for every place of CATALOGUE at which something is asked, said or decided, in document
 * order, with answers that lead there, and for those with a condition with answers that come to it
 * and do not meet it: any answers, for the shortest take long to find. TITLE says which. TEXT, an
 * answers file without a title, is NULL where none was found within the budget; what no answers
 * lead to is left out.
 */
typedef void (*witness_visitor)(const char *title, const char *text, void *data);
void witness_visit(const struct catalogue *catalogue, const struct proof_options *options,
                   witness_visitor see, void *data);
