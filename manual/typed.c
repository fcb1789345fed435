/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be typed at a question. Apart from the command line, which has the same names. */
#include "tables.h"
#include "terminal/commands.h"

void typed_write(const struct translator *translator, GString *out)
{
  for (const struct talk_command *command = talk_commands; command->name; command++)
    g_string_append_printf(out, "| `%s` | %s |\n", tr(translator, command->name),
                           tr(translator, command->summary));
}
