/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The effect of an edit: what changes for people between two versions of a pack. */
#pragma once

#include "check/check.h"

struct version {
  const struct catalogue *catalogue; /* without errors */
  const char *directory;             /* its examples stand in DIRECTORY/examples */
};

/*
 * Walks the examples and the witnesses of both versions through both and writes to OUT, a line
 * each, which questions, advice, days and drafts come, go or change, and for which answers.
 * Nothing is written if nothing changes. The number of lines is returned.
 */
guint against_write(struct version before, struct version after,
                    const struct check_options *options, GString *out);
