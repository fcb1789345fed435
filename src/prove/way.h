/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A way through a pack that is known beforehand. */
#pragma once

#include "walk/answers.h"

/* Answers to all that is required, owned, and the day on which they are walked. */
struct way {
  struct answers *answers;
  int today;
};

/* Takes ANSWERS over. */
struct way *way_new(struct answers *answers, int today);
void way_free(struct way *way);
