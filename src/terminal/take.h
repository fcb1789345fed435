/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers to the question of talk->step: understood, checked, kept, confirmed. */
#pragma once

#include "terminal/ask.h"

/* TEXT was typed. What cannot be taken is told, or asked back. */
void take_text(struct talk *talk, const char *text);

/* The question is left out. */
void take_skip(struct talk *talk);

/* An empty line, which means FALLBACK. */
void take_nothing(struct talk *talk, const struct fallback *fallback);
