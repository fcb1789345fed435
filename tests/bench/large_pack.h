/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A pack of any size, the same for the same number, for benchmarks.
 */
#pragma once

#include <glib.h>

/*
 * Writes a sound pack of QUESTIONS questions into FOLDER (made if need be): themes of a hundred
 * questions, each with options, texts with markup, conditions that look back, a lesson, every tenth
 * an action. About 1.2 kB a question.
 */
void large_pack_write(const char *folder, guint questions);
