/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of every form that attributes have, and such as are almost of one; NULL-terminated. */
#pragma once

extern const char *const values_of_attributes[];
