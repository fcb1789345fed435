/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help, made from the tables of commands and options. */
#pragma once

#include "command/commands.h"

/* Help on COMMAND (the nameless one: on everything) to OUT, in lines of at most WIDTH columns. */
void help_write(const struct command *command, const struct translator *translator, int width,
                GString *out);
