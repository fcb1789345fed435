/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The blanks of a message, as they are asked about. */
#pragma once

#include "terminal/talk.h"

struct blank {
  char *id;
  char *label;          /* what it is for */
  char *example;        /* or NULL */
  char *before, *after; /* what stands around it in its sentence */
  gboolean optional;    /* it may be left, and stands alone */
  char *unsent;         /* what was half typed when the person went back, or NULL */
};

/* The blanks of DRAFT, of the action of TASK, that can be filled, each once, the optional ones
 * last: GPtrArray of struct blank, which it frees. */
GPtrArray *blanks_of(const struct talk *talk, const struct task *task, const struct draft *draft);

/* DRAFT as PLAN has it for TASK, or NULL. */
const struct planned_draft *blanks_draft(const struct plan *plan, const struct task *task,
                                         const struct draft *draft);
