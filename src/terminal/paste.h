/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines pasted into a terminal that does not say that they are pasted. */
#pragma once

#include <glib.h>

/* True if something can be read from FD now. */
gboolean paste_waits(int fd);

/* All that waits at the terminal FD, as keys, its unfinished last line too. Caller frees. */
GString *paste_take(int fd) G_GNUC_WARN_UNUSED_RESULT;

/* True if KEYS are text, and no keys of an editor among them. */
gboolean paste_is_text(const GString *keys);

/* Adds KEYS to TEXT, a line feed before each of their lines. */
void paste_add(GString *text, const GString *keys);
