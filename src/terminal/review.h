/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The review: all answers so far, by theme, with numbers to jump to. */
#pragma once

#include "terminal/talk.h"

/* `:review`: shows the answers and asks which to change. With NUMBER jumps there at once. */
enum heard review_run(struct talk *talk, const char *number);

/* The theme in which STEP stands. */
const struct theme *review_theme(struct step step);
