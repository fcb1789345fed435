/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A later visit: the actions that have become due are asked after before anything else. So are
 * those that the plan of the visit before held and that have left it by themselves since: done or
 * not, only the person knows, and what is planned next may hang on it.
 */
#pragma once

#include "terminal/talk.h"

/* True if the debrief began on an earlier day and has not been visited on this one. */
gboolean visit_is_later(const struct walk *walk);

/* Begins a later visit, if this is one. */
void visit_begin(struct talk *talk);

/* True if what is asked next is what came of an action that was just ticked: that comes before the
 * next due action. */
gboolean visit_has_outcome(const struct talk *talk);

/* Asks after one due action. False if none is left. */
gboolean visit_ask(struct talk *talk);

/* The task asked after last, if the conversation ended at it; else NULL. */
const struct task *visit_place(const struct talk *talk);

/* Goes back to the due action asked after last; false if there was none. */
gboolean visit_back(struct talk *talk);
