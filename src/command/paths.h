/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where things are: what the program brings along, found relative to itself, and the folders of the
 * person (XDG Base Directory Specification). All results but that of paths_input() are the caller's
 * to free.
 */
#pragma once

#include <glib.h>

/* The pack that comes with the program: share/rebond/content beside it, else beside its folder. */
char *paths_content(void) G_GNUC_WARN_UNUSED_RESULT;
/* The folder of the program's catalogues of messages: share/locale, found in the same way. */
char *paths_locale(void) G_GNUC_WARN_UNUSED_RESULT;

/* The file to read for NAMED: by custom, "-" is the standard input. */
const char *paths_input(const char *named);

/* The person's own files, below; NULL: they have no home, and no variable names a folder instead.
 */

/* Their additions to packs. */
char *paths_additions(void) G_GNUC_WARN_UNUSED_RESULT;
/* In what form they want plans to be kept. */
char *paths_keeping(void) G_GNUC_WARN_UNUSED_RESULT;
char *paths_journal(void) G_GNUC_WARN_UNUSED_RESULT;
/* The lines typed before. */
char *paths_history(void) G_GNUC_WARN_UNUSED_RESULT;
