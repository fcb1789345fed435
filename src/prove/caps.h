/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Caps: the bounds of what is modelled (caps.def), each of which a test can make small. */
#pragma once

#include <glib.h>

enum cap {
#define CAP(name, value, why) CAP_##name,
#include "prove/caps.def"
#undef CAP
  CAP_COUNT
};

struct caps {
  guint of[CAP_COUNT];
};

/* The usual values. */
extern const struct caps caps_usual;
