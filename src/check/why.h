/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why something did not come: the outermost thing on the way to it that was not so. */
#pragma once

#include "walk/pass.h"

/*
 * Why PASS, which has run to its end, did not meet ITEM: "'late' was answered 'on-time', not
 * 'late'",
 * "'$x' is false". NULL if it did meet it. Caller frees.
 */
char *why_unmet(const struct pass *pass, const struct item *item,
                const struct translator *translator);
