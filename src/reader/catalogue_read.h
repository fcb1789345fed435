/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader from outside: a catalogue from the files of a folder. */
#pragma once

#include "catalogue/catalogue.h"

/*
 * Reads the pack in the folder DIRECTORY (pack.xml, then the theme files in byte order of their
 * names), then every *.xml of the folder ADDITIONS/PACK-ID if ADDITIONS is not NULL. All faults
 * of all files are added to FINDINGS. NULL only if there is nothing to hold: no pack.xml that could
 * be read at all. A catalogue with errors may be looked at but not walked. Caller frees.
 */
struct catalogue *catalogue_read(const char *directory, const char *additions,
                                 struct findings *findings);

/*
 * The same for who cannot mend a pack: the files of additions that do not go together with the
 * pack, or with those additions that do, are left out, and their names (char *, the caller's) added
 * to LEFT_OUT. What is at fault in the pack itself goes to FINDINGS.
 */
struct catalogue *catalogue_read_fitting(const char *directory, const char *additions,
                                         struct findings *findings, GPtrArray *left_out);

/*
 * The *.xml files of DIRECTORY in byte order of their names, but the one called WITHOUT (or NULL).
 * NULL and *ERROR if the folder cannot be read. Caller frees.
 */
char **catalogue_files(const char *directory, const char *without, GError **error);
