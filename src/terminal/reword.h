/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A message part by part: shown with numbers, and each said anew as the person would say it. */
#pragma once

#include "terminal/talk.h"

/* DRAFT, its parts numbered: what stands between two empty lines, the headers being the first. */
void reword_show(const struct talk *talk, const struct planned_draft *draft);

/* Asks for other words for the part NUMBER of the next step's message; the message becomes the
 * person's own version then. False if NUMBER is none of its parts. */
gboolean reword_ask(struct talk *talk, const char *number);
