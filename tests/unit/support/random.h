/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where chance comes from in tests, and how much of it. */
#pragma once

#include <glib.h>

/* A seed from the environment variable REBOND_SEED, else FALLBACK; said on standard output. */
guint32 random_seed(guint32 fallback);

/* How often to try: COUNT times the environment variable REBOND_SCALE, a whole number, else 1. */
guint random_scale(guint count);
