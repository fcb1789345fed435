/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Heard: typed words that are no label, and what of the pack they may mean. The `hears` of an
 * option or of support names words and phrases, with | between them; a * at the end of a word
 * stands for any further letters, a full stop at the end of a phrase for the end of what was typed.
 * One is met where its words stand whole and one after another in what was typed; case, accents and
 * marks do not count.
 */
#pragma once

#include "walk/pass.h"

/* True if one of the phrases of HEARS, in the language to show, is met in TEXT. HEARS NULL hears
 * nothing. */
gboolean heard_meets(const char *hears, const char *text);

/* The options offered at STEP that TEXT meets: their values (const char *), in order. Caller frees
 * the array. */
GPtrArray *heard_options(const struct pass *pass, struct step step, const char *text);

/* The support that TEXT meets, as far as it counts for the person's region, or all of it while that
 * is not known: const struct support, in order. Caller frees the array. */
GPtrArray *heard_supports(const struct pass *pass, const char *text);
