/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of a debrief, as commands name them. */
#pragma once

#include "command/session.h"

/* The plan of today, then as it stood on each earlier visit, the last first: what has lapsed since
 * may have been done all the same. GPtrArray of struct plan, which it frees. */
GPtrArray *actions_plans(const struct session *session, const struct debrief *debrief);

/* Of PLANS the actions that are ticked (or not) already, the first of each task. GPtrArray of
 * struct planned_action; caller frees the array. */
GPtrArray *actions_in(const GPtrArray *plans, gboolean ticked);

/* The names that ACTIONS go by, for a message. Caller frees. */
char *actions_names(const struct session *session, const GPtrArray *actions);

/* The one of ACTIONS that WORD means, by its id or a part of its title; NULL, with the person told,
 * if it is none or several. */
const struct planned_action *actions_find(struct session *session, const GPtrArray *actions,
                                          const char *word);

/* The same of the actions in PLANS that are ticked (or not), telling of one that is not so any
 * more. */
const struct planned_action *actions_choose(struct session *session, const GPtrArray *plans,
                                            gboolean ticked, const char *word);

/*
 * The debrief of which WORDS speak, opened for writing and locked: the one whose number stands
 * first, which WORDS then leave behind; else the only one that has an action of that name, ticked
 * or not as asked for; else the only one where it is due; if none has it so, the last one that
 * has it otherwise; else the one last touched.
 * NULL, with *CODE and the person told. Caller frees.
 */
struct debrief *actions_open(struct session *session, const char *const **words, gboolean ticked,
                             int *code);
