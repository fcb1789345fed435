/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a pack that an argument names. */
#pragma once

#include "command/session.h"

/* The question or advice ID of CATALOGUE, a pack, into *PART; NULL if no ID is given. False,
 * with the person told, if there is none such: a slot is none. */
gboolean part_find(struct session *session, const struct catalogue *catalogue, const char *id,
                   const struct item **part);
