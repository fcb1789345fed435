/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The size of the screen that a stream goes to. */
#pragma once

#include <stdio.h>

/* Columns of OUT's terminal now; of none, or of one that does not know, COLUMNS, else 80. */
int screen_width(FILE *out);
/* Rows in the same way, LINES and 24. */
int screen_height(FILE *out);

/* Longer lines than this tire the eye. */
#define SCREEN_WIDEST 100
