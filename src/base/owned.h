/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ownership by scope for the program's own structs, as g_autoptr gives it for GLib's (which
 * wants a typedef, and these structs have none): the owner's end of scope frees, g_steal_pointer()
 * hands over.
 *
 *   OWNED(plan) plan = plan_new(…);
 *
 * What is held by value is given at once, and emptied by its NAME_clear() at the end of scope:
 *
 *   CLEARED(operand) operand = operand_of(…);
 */
#pragma once

#include <glib.h>

#define OWNED(name) __attribute__((cleanup(name##_cleanup_))) struct name *
#define CLEARED(name) __attribute__((cleanup(name##_clear))) struct name

/* After the declaration of struct NAME and of FREE, which is never called with NULL here. */
#define DEFINE_OWNED(name, free)                                                                   \
  static inline void name##_cleanup_(struct name **owner)                                          \
  {                                                                                                \
    if (*owner)                                                                                    \
      free(*owner);                                                                                \
  }
