/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The memory of a search: verdicts so far, and room to work in. What is still open holds until the
 * next assignment; what is decided holds as long as no assignment under which it was decided is
 * taken back, for more answers never undo a verdict.
 */
#pragma once

#include "check/calendar.h"
#include "check/domains.h"
#include "check/truth.h"

/* What one value of an operand may be: some of the values of `memory.values`. */
struct operand_slot {
  guint first, count;
  gboolean certain; /* it has one of them; else it may also not be there */
  int variable;     /* whose values they are; -1: of none */
};

/* What can still become of an action, or of what its day is counted from. */
struct timing {
  gboolean can_stand, can_lapse;       /* in the plan, or out of it */
  gboolean can_have_day, can_lack_day; /* if it stands */
  struct days days;                    /* from today, if it has one */
};

struct memory {
  guint64 epoch;
  guint64 *stamps; /* by slot: the epoch of the verdict, or that it is decided */
  guint8 *verdicts;
  GArray *decided;        /* of guint: slots in the order in which they were decided */
  struct timing *timings; /* by slot, as far as they have one */
  guint depth;
  GArray *values; /* of struct value, */
  GArray *slots;  /* of struct operand_slot: stacks, for operands being compared */
};

struct memory *memory_new(guint slots);
void memory_free(struct memory *memory);

/* More is assigned: forgets what was open. */
void memory_forget_open(struct memory *memory);
/* How much is decided; and forgets what is open or was decided after that. */
guint memory_mark(const struct memory *memory);
void memory_rewind(struct memory *memory, guint mark);

/* The verdict of SLOT, if it is known. */
gboolean memory_knows(const struct memory *memory, guint slot, enum truth *verdict);

/* The timing that has SLOT, if it is known; and keeping it. OPEN: more than one thing can still
 * come of it. */
const struct timing *memory_timing(const struct memory *memory, guint slot);
void memory_keep_timing(struct memory *memory, guint slot, const struct timing *timing,
                        gboolean open);

/* Begins to work out a verdict; false if that is too deep, and nothing is begun. */
gboolean memory_enter(struct memory *memory);
/* Ends that, and keeps it. */
void memory_leave(struct memory *memory, guint slot, enum truth verdict);
