/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The memory of a search: verdicts that hold until an assignment changes, and room to
 * work in. Forgetting everything costs nothing.
 */
#pragma once

#include "check/domains.h"
#include "check/truth.h"

/* What one value of an operand may be: some of the values of `memory.values`. */
struct operand_slot {
  guint first, count;
  gboolean certain; /* it has one of them; else it may also not be there */
  int variable;     /* whose values they are; -1: of none */
};

struct memory {
  guint64 epoch;
  guint64 *stamps; /* by slot: the epoch of the verdict */
  guint8 *verdicts;
  guint depth;
  GHashTable *defines; /* struct define -> its index in `define_verdicts` */
  GArray *define_verdicts;
  GArray *values; /* of struct value, */
  GArray *slots;  /* of struct operand_slot: stacks, for operands being compared */
};

struct memory *memory_new(guint slots);
void memory_free(struct memory *memory);
void memory_forget(struct memory *memory);

/* The verdict of SLOT, if it is known. */
gboolean memory_knows(const struct memory *memory, guint slot, enum truth *verdict);

/* Begins to work out a verdict; false if that is too deep, and nothing is begun. */
gboolean memory_enter(struct memory *memory);
/* Ends that, and keeps it. */
void memory_leave(struct memory *memory, guint slot, enum truth verdict);

/* The verdict of DEFINE as seen from item TURN, if known; and keeping it. */
gboolean memory_knows_define(struct memory *memory, const struct define *define,
                             const struct repeat *repeat, guint turn, enum truth *verdict);
void memory_keep_define(struct memory *memory, const struct define *define,
                        const struct repeat *repeat, guint turn, enum truth verdict);
