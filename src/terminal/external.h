/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor that the person uses for everything else: $VISUAL, $EDITOR, or `editor`. */
#pragma once

#include "terminal/lines.h"

/*
 * CONTENT as the person leaves it in their editor, clean (text_clean()) and without blanks at its
 * ends; it passes through a file that only they can read. NULL with *ERROR if that failed. Caller
 * frees.
 */
char *external_edit(struct lines *lines, const char *content,
                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
