/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Residues: what is left to decide of obligations under what is assigned. A residue is a graph. Its
 * nodes are open variables, open items of the pack and open defines, each with all that decides
 * about it; its entries are the obligations and such nodes, each written as a list of numbers. So
 * two residues are the same question, with the same answers, if their entries are equal, however
 * different the assignments are that led to them.
 */
#pragma once

#include "check/obligation.h"

struct residue;

/* Consecutive numbers, and nodes that they name. */
struct entry {
  guint first_number, number_count;
  guint first_node, node_count;
  guint own_count; /* of the nodes: the others only bear on them, as options chosen beside one */
};

struct residue *residue_new(struct state *state);
void residue_free(struct residue *residue);
DEFINE_OWNED(residue, residue_free)

/* Empties it. */
void residue_clear(struct residue *residue);

/*
 * An entry is begun, filled and ended; its number is returned by the last. The end also adds the
 * entries of all nodes that it names and that have none yet. HEAD tells entries of one kind apart.
 */
void residue_begin_entry(struct residue *residue, guint64 head);
guint residue_end_entry(struct residue *residue);

/* What is left of OBLIGATION, which is open. Of its kinds those that measures use (measure.h). */
void residue_add(struct residue *residue, const struct obligation *obligation);
/* What is left of whether the value assigned to VARIABLE may stand. */
void residue_add_assigned(struct residue *residue, guint variable);

guint residue_count(const struct residue *residue); /* of entries */
const struct entry *residue_entry(const struct residue *residue, guint index);
const guint64 *residue_numbers(const struct residue *residue, const struct entry *entry);
const guint *residue_nodes(const struct residue *residue, const struct entry *entry);

/* How many nodes there can be; a node below the number of variables is the variable of that number.
 */
guint residue_node_count(const struct residue *residue);
/* The number of the entry of NODE, which is named by some entry. */
guint residue_node_entry(const struct residue *residue, guint node);
