/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers with their day. */
#include "prove/way.h"

struct way *way_new(struct answers *answers, int today)
{
  struct way *way = g_new(struct way, 1);
  *way = (struct way){answers, today};
  return way;
}

void way_free(struct way *way)
{
  answers_free(way->answers);
  g_free(way);
}
