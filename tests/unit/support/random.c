/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seeds and numbers of attempts, from the environment. */
#include "support/random.h"

#include <stdio.h>

static guint64 from_environment(const char *variable, guint64 fallback)
{
  const char *text = g_getenv(variable);
  guint64 number;
  return text && g_ascii_string_to_unsigned(text, 10, 0, G_MAXUINT32, &number, NULL) ? number
                                                                                     : fallback;
}

guint32 random_seed(guint32 fallback)
{
  guint32 seed = (guint32)from_environment("REBOND_SEED", fallback);
  printf("[REBOND_SEED=%u] ", seed);
  return seed;
}

guint random_scale(guint count)
{
  return count * (guint)MAX(from_environment("REBOND_SCALE", 1), 1);
}
