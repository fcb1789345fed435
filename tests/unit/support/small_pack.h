/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small packs made at random whose answers can all be tried: every kind of question with a handful
 * of possible values, nested, with every operation of conditions. Much in them contradicts itself;
 * that is the point. The same seed gives the same pack.
 */
#pragma once

#include "plan/plan.h"
#include "support/pack.h"
#include "walk/pass.h"

/* A pack of about QUESTIONS questions, whose actions are DATED in every way, with drafts; fails the
 * test with its text if it has errors. */
struct test_pack *small_pack_new(GRand *rand, guint questions, gboolean dated);

/* The same of a wider sort: with large numbers, longer repeats, regions with holidays, and days
 * that these move far. */
struct test_pack *small_pack_wide(GRand *rand, guint questions);

/* The files of such a pack, for showing one: pack.xml and the theme after each other. */
char *small_pack_text(const struct test_pack *pack);

/*
 * Calls SEE with a pass for every way through the pack on every day that matters, with all answers
 * and ticks: one that has run to its end, or one that stands at AT, a required question that no
 * value fits (else NULL). False if there are LIMIT ways or more; then SEE is not called.
 */
gboolean small_pack_walk(const struct test_pack *pack, guint limit,
                         void (*see)(const struct pass *pass, const struct item *at, void *data),
                         void *data);

/* The tasks whose ticks are tried, since conditions name them or something stands in their actions:
 * of const struct task. And of the others those whose ticks keep something from having lapsed.
 * Caller frees. */
GPtrArray *small_pack_tasks(const struct test_pack *pack);
GPtrArray *small_pack_keeping_tasks(const struct test_pack *pack);

/* The action at INDEX of PLAN counts for limits: it does not only stand beside another of its slot
 * because it was done before. */
gboolean small_pack_counts(const struct plan *plan, guint index);

/* The day that is today in the pack unless it names days of the calendar. */
int small_pack_today(void);
