/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies beside the files of a pack and is not read. */
#pragma once

#include "catalogue/catalogue.h"

/*
 * Looks at what lies in FOLDER, that of CATALOGUE, in its folder of examples, and in ADDITIONS, the
 * folder with a folder of additions for each pack (or NULL). What looks as if it were meant to be
 * read is a finding, with where it would be read; the names of other files are added to LEFT (of
 * char *, which it frees), in byte order. Hidden files and what editors leave behind are passed
 * over. True if something is meant to be read and is not.
 */
gboolean unread_check(const struct catalogue *catalogue, const char *folder, const char *additions,
                      struct findings *findings, GPtrArray *left);
