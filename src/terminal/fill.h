/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The blanks of a message, filled one by one: each with what it is for, an example where there is
 * one, and the sentence in which it stands. What is typed is kept at once. Those that may be left
 * come last, below the message as it stands.
 */
#pragma once

#include "terminal/talk.h"

/* At the end of the questions: goes through the blanks that the next step's message still has, once
 * in a conversation, and shows what has come of it. False if there is nothing to ask; *HEARD is
 * then left alone, else HEARD_BACK (to what was asked before) or as talk_read(). */
gboolean fill_ask(struct talk *talk, enum heard *heard);
/* Goes back to the blank asked last at the end; false if there was none, or the message has become
 * the person's own, whose blanks are not asked. */
gboolean fill_back(struct talk *talk);

/* `:fill`: the blanks of the next step's message; with NUMBER, of that action of the plan so far,
 * filled ones too. */
enum heard fill_action(struct talk *talk, const char *number);
/* The same for the action of TASK. */
enum heard fill_task(struct talk *talk, const struct task *task);
