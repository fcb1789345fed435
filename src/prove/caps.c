/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The usual caps, from their table. */
#include "prove/caps.h"

const struct caps caps_usual = {{
#define CAP(name, value, why) [CAP_##name] = (value),
#include "prove/caps.def"
#undef CAP
}};
