/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help, made from the tables of commands and options. */
#include "command/help.h"

#include "base/text.h"

/* Columns before the explanation; what is longer has it on the line below. In a narrow terminal all
 * have, a little to the right. */
#define COLUMN 30
#define NARROW_COLUMN 6

/* "  WHAT    what it means", the meaning wrapped beside it. */
static void write_row(GString *out, const char *what, const char *meaning, int width)
{
  int column = width >= COLUMN + 20 ? COLUMN : NARROW_COLUMN;
  g_autofree char *indent = g_strnfill((gsize)column, ' ');
  int used = 2 + text_width(what);
  g_string_append_printf(out, "  %s", what);
  if (used + 2 > column) {
    g_string_append_c(out, '\n');
    used = 0;
  }
  g_string_append_len(out, indent, column - used);
  text_wrap(out, meaning, width, column, indent);
  g_string_append_c(out, '\n');
}

static char *usage(const struct command *command, const struct translator *translator)
{
  g_autofree char *text =
      g_strjoin(" ", "rebond", command->name,
                *command->arguments ? tr(translator, command->arguments) : "", NULL);
  return g_strdup(g_strchomp(text));
}

static void write_commands(GString *out, const struct translator *translator, int width)
{
  g_string_append_printf(out, "\n%s\n", tr(translator, N_("Commands:")));
  for (const struct command *command = commands; command->run; command++) {
    g_autofree char *what = usage(command, translator);
    write_row(out, what, tr(translator, command->help), width);
  }
}

static void write_options(GString *out, const char *title, const struct command *command,
                          gboolean everywhere, const struct translator *translator, int width)
{
  gboolean titled = FALSE;
  for (const struct option_row *row = option_rows; row->name; row++) {
    if (row->everywhere != everywhere || !command_takes(command, row))
      continue;
    if (!titled)
      g_string_append_printf(out, "\n%s\n", tr(translator, title));
    titled = TRUE;
    g_autofree char *what = option_usage(row, translator);
    write_row(out, what, tr(translator, option_help(row, command->name)), width);
  }
}

void help_write(const struct command *command, const struct translator *translator, int width,
                GString *out)
{
  gboolean all = !*command->name;
  g_autofree char *line = usage(command, translator);
  if (all)
    g_string_append_printf(out, "rebond %s\n", tr(translator, N_("[COMMAND] [OPTION…]")));
  else
    g_string_append_printf(out, "%s\n  %s\n", line, tr(translator, command->help));
  if (all)
    write_commands(out, translator, width);
  write_options(out, N_("Its options:"), command, FALSE, translator, width);
  write_options(out, N_("Options of all commands:"), command, TRUE, translator, width);
  if (all)
    g_string_append_printf(out, "\n%s\n",
                           tr(translator, N_("'rebond COMMAND --help' shows what goes with it.")));
}
