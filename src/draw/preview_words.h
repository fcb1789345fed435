/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a preview. All results are the caller's to free. */
#pragma once

#include "catalogue/catalogue.h"

/* PIECES with their inline parts in sight: *em*, **strong**, a link (address), {when …: span},
 * [blank], <answer, else …>. */
char *preview_pieces(const struct catalogue *catalogue, const struct piece *pieces,
                     const struct translator *translator);

/* What is to be known of ITEM besides its texts: how a question is answered, how an action is done.
 * May be empty. */
char *preview_details(const struct catalogue *catalogue, const struct item *item,
                      const struct translator *translator);

/* When an action is due: "1 day after 'day', only from Tuesday to Thursday, at 10 am". */
char *preview_due(const struct due *due, const struct translator *translator);
