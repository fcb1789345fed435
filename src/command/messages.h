/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The messages of one catalogue, as msgfmt compiles it (GNU gettext manual, "The Format of GNU MO
 * Files") or as it is written. Read here and not by the C library, which translates only into the
 * language of a locale that is installed, and since glibc 2.41 nothing at all in C.UTF-8.
 * Catalogues are written in UTF-8; a translation that is not valid counts as missing.
 */
#pragma once

#include "base/owned.h"

struct messages;

/* NULL if FILE cannot be read or is no catalogue. One whose name ends in .po is read as it was
 * written, without what is marked fuzzy. */
struct messages *messages_open(const char *file);
void messages_free(struct messages *messages);
DEFINE_OWNED(messages, messages_free)

/* The translation of MSGID, or NULL. Valid as long as MESSAGES. */
const char *messages_find(const struct messages *messages, const char *msgid);
/* The form for N of the message whose singular is MSGID, or NULL. */
const char *messages_find_plural(const struct messages *messages, const char *msgid,
                                 unsigned long n);
