/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files watched for changes. */
#pragma once

#include <glib.h>

/* Watches FOLDERS, which end with NULL, and what lies directly in them; those that are not there
 * are passed over. A descriptor to be closed; -1 and errno. */
int watch_open(const char *const *folders);

/* Waits until something was written, and a moment more for what is written with it. False if a
 * signal came first. */
gboolean watch_wait(int watch);
