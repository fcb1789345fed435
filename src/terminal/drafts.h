/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan so far and its drafts, shown in the middle of a conversation. */
#pragma once

#include "terminal/talk.h"

/* `:draft`: the actions of the plan so far by number; with NUMBER the drafts of one. */
void drafts_show(const struct talk *talk, const char *number);

/* One draft, as it stands. */
void drafts_show_one(const struct talk *talk, const struct planned_draft *draft);

/* The action that NUMBER, counted from 1, names in PLAN, or NULL. */
const struct planned_action *drafts_find(const struct plan *plan, const char *number);
