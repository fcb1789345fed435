/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Domains: for every question and every tick the finite set of values that the conditions of a
 * pack can tell apart. Numbers and dates are told apart only by the thresholds they are compared
 * with, so a threshold, its neighbours and the bounds stand for all; where questions are compared
 * with one another, as many values between two thresholds as there are such questions. Texts: those
 * that are mentioned, and others.
 */
#pragma once

#include "base/arena.h"
#include "catalogue/catalogue.h"

/* A value in its stored form, with its number (NAN: none) and its day (0: none). */
struct value {
  const char *text;
  double number;
  int day;
  const struct option *option; /* of the question itself, or NULL */
};

struct values_list {
  guint count;
  const struct value *values;
};

struct domains;

/* With DUES also the days of questions from which actions are due today, late, or lapsed. */
struct domains *domains_new(const struct catalogue *catalogue, gboolean dues);
void domains_free(struct domains *domains);
DEFINE_OWNED(domains, domains_free)

/*
 * The days that can be told apart as today: a GArray of int, TODAY first. More than one only if
 * the pack names days of the calendar. *ALL becomes false if there are more than are listed. Caller
 * frees.
 */
GArray *domains_days(const struct domains *domains, int today, gboolean *all);

/*
 * The values that stand for all that can be given to QUESTION, which is no choice, up to the day
 * TODAY. In ARENA. *ALL becomes false if some that matter may be missing (a pattern for which no
 * text was found).
 */
struct values_list domains_question(const struct domains *domains, const struct question *question,
                                    int today, struct arena *arena, gboolean *all);

/* The last day, TODAY at most, on which VALUE could be given to QUESTION: what is asked for from
 * today on may lie in the past by now. */
int domains_given(const struct question *question, const struct value *value, int today);

/* The days on which TASK can have been ticked, up to TODAY. */
struct values_list domains_task(const struct domains *domains, const struct task *task, int today,
                                struct arena *arena);

/* How many items of REPEAT matter: what is true of more is true of as many. */
guint domains_items(const struct domains *domains, const struct repeat *repeat);
