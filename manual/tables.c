/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of Markdown from the tables of commands and options. */
#include "tables.h"

#include <string.h>

#include "command/commands.h"

/* Columns, which lists of terms do not show. */
#define HEAD "| | |\n|---|---|\n"

static void write_options_of(const struct command *command, const struct translator *translator,
                             GString *out)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  for (const struct option_row *row = option_rows; row->name; row++)
    if (!row->everywhere && command_takes(command, row)) {
      g_autofree char *usage = option_usage(row, translator);
      g_ptr_array_add(names, g_strdup_printf("`%s`", usage));
    }
  if (names->len == 0)
    return;
  g_ptr_array_add(names, NULL);
  g_autofree char *list = g_strjoinv(", ", (char **)names->pdata);
  g_string_append_printf(out, ". %s %s", tr(translator, "Its options:"), list);
}

static void write_commands(const struct translator *translator, GString *out)
{
  for (const struct command *command = commands; command->run; command++) {
    const char *arguments = *command->arguments ? tr(translator, command->arguments) : "";
    g_autofree char *usage = g_strjoin(" ", "rebond", command->name, arguments, NULL);
    g_string_append_printf(out, "| `%s` | %s", g_strchomp(usage), tr(translator, command->help));
    write_options_of(command, translator, out);
    g_string_append(out, " |\n");
  }
}

/* Where an option means something of its own with a command, that follows. */
static void write_options(const struct translator *translator, GString *out)
{
  for (const struct option_row *row = option_rows; row->name; row++) {
    g_autofree char *usage = option_usage(row, translator);
    g_string_append_printf(out, "| `%s` | %s", usage, tr(translator, row->help));
    for (const struct command *command = commands; command->run; command++) {
      const char *own = option_help(row, command->name);
      if (command_takes(command, row) && strcmp(own, row->help) != 0)
        g_string_append_printf(out, "; `rebond %s`: %s", command->name, tr(translator, own));
    }
    g_string_append(out, " |\n");
  }
}

gboolean tables_write(const char *name, const struct translator *translator, GString *out)
{
  static const struct {
    const char *name;
    void (*write)(const struct translator *translator, GString *out);
  } tables[] = {{"commands", write_commands}, {"options", write_options}, {"typed", typed_write}};
  for (gsize i = 0; i < G_N_ELEMENTS(tables); i++)
    if (g_str_equal(tables[i].name, name)) {
      g_string_append(out, HEAD);
      tables[i].write(translator, out);
      return TRUE;
    }
  return FALSE;
}
