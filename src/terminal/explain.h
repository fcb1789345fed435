/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told on request: why something is asked or advised, and where to find somebody. */
#pragma once

#include "terminal/talk.h"

/*
 * `:why`: the answers that led to what is asked now, and its sources. With NUMBER, of an action of
 * the plan so far (`:draft` lists them): its reason, the answers behind it, sources, kind of
 * evidence and when it was reviewed.
 */
void explain_why(const struct talk *talk, const char *number);

/* The lines of one help. */
void explain_one_support(const struct talk *talk, const struct support *support);

/* `:support`: the help lines of the pack, for the person's region; all while it is not known. */
void explain_support(const struct talk *talk);
