/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of the sources that tests read. */
#pragma once

#include <glib.h>

/* NAME, a path inside the sources, as one that can be opened. Caller frees. */
char *file_in_source(const char *name);

/* Every *.xml in the folder NAME of the sources and in the folders in it. Caller frees. */
GPtrArray *files_below(const char *name);
