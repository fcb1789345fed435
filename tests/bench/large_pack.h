/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A pack of any size, the same for the same number, for benchmarks.
 */
#pragma once

#include <glib.h>

/*
 * Writes a sound pack of QUESTIONS questions (a multiple of ten) into FOLDER (made if need
 * be), blocks of ten whose conditions name one another. The elements, attributes, conditions and
 * lengths of texts are those of the shipped pack, in about its proportions (block.xml.in). 1.2 kB a
 * question.
 */
void large_pack_write(const char *folder, guint questions);
