/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs watched for changes of their files. */
#pragma once

#include "command/session.h"

/*
 * Runs ROUND, and runs it again whenever something was written in FOLDER, that of a pack, in its
 * examples and translations, or in what ADDITIONS (or NULL) holds for the pack in use; until a
 * signal comes, or a round ends by one or by wrong usage. The exit code of the last round. The file
 * of --output is the first round's to refuse, and later rounds' to replace.
 */
int watch_pack(struct session *session, const char *folder, const char *additions,
               int (*round)(struct session *session, void *data), void *data);
