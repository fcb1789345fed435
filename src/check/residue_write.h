/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How residues are written, for the files that do: residue.c keeps entries and nodes,
 * residue_items.c says what is left of items, variables and conditions, residue_timing.c of dates.
 * Everything is written to the entry last begun.
 */
#pragma once

#include "check/residue.h"

/* A node whose entry is still to be written: a variable, or an item or define as it is seen from
 * item TURN of REPEAT. */
struct waiting {
  guint node;
  const struct item *item;
  const struct define *define;
  const struct repeat *repeat;
  guint turn;
};

struct state *residue_state(const struct residue *residue);

void residue_number(struct residue *residue, guint64 number);
/* True if VERDICT is open, so that what is left of it has to follow. */
gboolean residue_verdict(struct residue *residue, enum truth verdict);
/* Names a node; if it has no entry, one follows. */
void residue_node(struct residue *residue, struct waiting waiting);
void residue_item(struct residue *residue, const struct item *item, guint turn);
/* The variable, by its value if it is assigned, else as a node. */
void residue_variable(struct residue *residue, guint index);
void residue_extent(struct residue *residue, struct extent extent);
/* All nodes of the entry that follow only bear on those so far. */
void residue_end_own(struct residue *residue);

/* What is left of CONDITION, which is open, at item TURN of its repeat. */
void residue_condition(struct residue *residue, const struct condition *condition, guint turn);
/* How many options QUESTION has to offer. */
void residue_offers(struct residue *residue, const struct question *question, guint turn);
/* The region that the person is in. */
void residue_region(struct residue *residue);
/* By which of its actions before number ORDER the TASK stands, and when. */
void residue_task(struct residue *residue, const struct task *task, guint order);

/* What is left of whether ITEM is met; whether variable INDEX can have a value, or may have the one
 * it has; whether a define is true. */
void residue_write_item(struct residue *residue, const struct item *item, guint turn);
void residue_write_variable(struct residue *residue, guint index);
void residue_write_define(struct residue *residue, const struct waiting *waiting);
