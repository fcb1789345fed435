/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Before the next time: what is worth a look on its morning, out of what a person's own debriefs
 * taught them. Lessons that come back, what they would say themselves, and what went well take
 * turns, so that the first few lines have something of each.
 */
#pragma once

#include "plan/plan.h"

enum before_kind { BEFORE_LESSON, BEFORE_OWN, BEFORE_STRENGTH };

struct before_line {
  enum before_kind kind;
  char *text; /* a sentence or two, translated */
};

/* The lines of PLANS (of const struct plan, the latest first), what matters most first: GPtrArray
 * of struct before_line, which it frees. Caller unrefs. */
GPtrArray *before_new(const GPtrArray *plans, const struct translator *translator);

/* A lesson as a sentence: "When I am asked for a figure, I give a range." Caller frees. */
char *before_resolution(const struct planned_lesson *lesson,
                        const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;
