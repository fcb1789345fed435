/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Empty plans and parts of plans, which free what is put into them. For plan.c, and for whoever
 * makes a plan by hand.
 */
#pragma once

#include "plan/plan.h"

/* A plan with empty lists and without a subject. */
struct plan *planned_new(const struct catalogue *catalogue, int today);

GPtrArray *planned_phrases(void);
GPtrArray *planned_drafts(void);
GPtrArray *planned_lines(void); /* of a sheet */

/* Compares pointers to two struct planned_action: by day, the undated last; then by hour, those of
 * no hour first; then in document order. */
int planned_compare(const void *left, const void *right);
