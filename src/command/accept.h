/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond check --accept`: examples follow what the pack now makes of them. */
#pragma once

#include "command/proving.h"

/*
 * Shows for the examples in FOLDER, that of CATALOGUE, which has no errors, which expectations are
 * not met and what would stand there instead, and writes that into them: at once with --force, else
 * once the person said yes. An exit code.
 */
int accept_examples(struct session *session, const char *folder, const struct catalogue *catalogue,
                    const struct proof_options *options);
