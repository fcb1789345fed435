/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Translations of the pack's texts: read as the texts themselves are, and held to the markup of
 * their source; and the template from which translators start.
 */
#pragma once

#include "catalogue/catalogue.h"

/*
 * The pieces of TRANSLATION, of the catalogue's memory. NULL if it is not well-formed or has other
 * elements, answers, dates, links or conditions than TEXT; their order may differ.
 */
const struct piece *translation_read(const struct catalogue *catalogue, const struct text *text,
                                     const char *translation);

/* Why TRANSLATION, of which that gives nothing, does not fit: what of its elements is missing or is
 * not in TEXT, or why it cannot be read. Translated; caller frees. */
char *translation_fault(const struct catalogue *catalogue, const struct text *text,
                        const char *translation,
                        const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The PO template of CATALOGUE: every text and unit once, in the order of the files, with the
 * places where it stands and, as a comment for translators, the elements it is. Message ids are the
 * canonical form by which texts are looked up. DATE goes into the header ("2026-11-23 12:00+0000").
 */
void translation_template(const struct catalogue *catalogue, const char *date, GString *out);

/* The pieces of TEXT in the language to show. A translation with faulty markup counts as none. */
const struct piece *translation_pieces(const struct catalogue *catalogue, const struct text *text);
