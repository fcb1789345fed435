/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pack with all that can be found about it. */
#pragma once

#include "command/proving.h"
#include "command/tally.h"

/*
 * The pack in FOLDER with ADDITIONS (or NULL), read, checked, its examples run, its translations
 * compared: what is wrong goes to FINDINGS, what was read is counted in TALLY. NULL if there was
 * nothing to be read. Caller frees.
 */
struct catalogue *checked_pack(const char *folder, const char *additions, struct proving *proving,
                               struct tally *tally,
                               struct findings *findings) G_GNUC_WARN_UNUSED_RESULT;
