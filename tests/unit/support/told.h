/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short ways to tell answers in tests, and to show steps as text. */
#pragma once

#include "support/pack.h"
#include "walk/pass.h"

/* The step of the question or repeat ID at TURN (0 outside repeats). */
struct step told_step(const struct catalogue *catalogue, const char *id, guint turn);

/* Answers read from lines "id value|value", "id.turn value", "id" (a skip), separated by ';'. */
struct answers *told_answers(const struct catalogue *catalogue, const char *lines, int day);

/* Sets one of them. */
void told_set(struct answers *answers, const struct catalogue *catalogue, const char *line,
              int day);

/* STEP as "id" or "id.turn"; without item "-". Caller frees. */
char *told_name(struct step step);

/* The steps of an array of struct step, with blanks between. Caller frees. */
char *told_names(const GArray *steps);

/* The answer as "id value|value" or "id" for a skip, with its turn. Caller frees. */
char *told_answer(const struct answer *answer);
