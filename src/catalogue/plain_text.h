/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of the pack as words alone, and which of them stands for an item. */
#pragma once

#include "catalogue/catalogue.h"

/* The characters of PIECES in their order, an answer or date as its `else` or as "…". */
char *plain_text(const struct piece *pieces) G_GNUC_WARN_UNUSED_RESULT;
/* The same, added to OUT. */
void plain_text_append(GString *out, const struct piece *pieces);

/*
 * What ITEM is called where there is little room: a question's label or prompt, an action's title,
 * an option's label (NULL on yes and no), what a lesson says to do. Of alternatives the last, which
 * is the general one.
 */
const struct text *plain_text_title(const struct item *item);
