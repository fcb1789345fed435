/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Spacing: closes up the white space that is left where a part of a sentence turned out empty.
 */
#pragma once

#include <glib.h>

/*
 * TEXTS are the COUNT parts of one sentence, in order; "" marks where something turned out empty.
 * Spaces are taken out of the parts, in place: at both ends of the sentence; all but one of those
 * that meet; around an empty part also the one before a punctuation mark and the one after an
 * opening bracket. A no-break space (U+00A0, U+202F) before a mark, as French has it, stays with
 * its mark.
 */
void spacing_close_up(char *const *texts, guint count);
