/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What people write in conditions out of habit: the signs of programming and of arithmetic, quotes
 * as they are typeset, the words of their language and of other forms.
 */
#pragma once

#include "condition/token.h"

/* What is written instead of TOKEN of TEXT, a message id; NULL if there is nothing to say of it.
 * OPERAND: a value was expected there, else what joins two. */
const char *habit_instead(const char *text, struct token token, gboolean operand);

/* The bytes of a sign of several characters that is such a habit; 0 if TEXT begins with none. */
gsize habit_sign_length(const char *text);
