/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A trial of the pack on many people: what is measured, with the most that was met and who met it,
 * and what is wrong with anybody's plan, each fault once.
 */
#pragma once

#include "people.h"

struct trial;

/* A trial of COUNT measures, numbered from 0. Caller hands it to trial_end(). */
struct trial *trial_new(guint count);

/* What MEASURE is called (copied), and the most that it may be. */
void trial_limit(struct trial *trial, guint measure, const char *title, int limit);

/* PERSON, who may have told nothing, has VALUE of MEASURE. */
void trial_see(struct trial *trial, guint measure, int value, const struct person *person);

/* The plan that PERSON reads on DAY has the fault WHAT, at what the names say (NULL: nothing). */
void trial_blame(struct trial *trial, const struct person *person, int day, const char *what,
                 const char *first, const char *second);

/* Prints the table and the faults, asserts that limits are kept and that of the PEOPLE who were
 * tried no more than PER_THOUSAND have a fault, and frees TRIAL. */
void trial_end(struct trial *trial, guint people, guint per_thousand);
