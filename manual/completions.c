/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One writer a shell. What an option's value can be is told by how help calls it. */
#include "completions.h"

#include <string.h>

#include "base/rules.h"
#include "command/commands.h"

#define MADE                                                                                       \
  "# SPDX-License-Identifier: GPL-3.0-or-later\n# Completion for rebond(1), made from its "        \
  "tables.\n"

/* ---- what there is to choose from ---- */

enum choice { CHOICE_NONE, CHOICE_FILES, CHOICE_FOLDERS, CHOICE_WORDS };

/* What the value of OPTION is with COMMAND; of CHOICE_WORDS they are put into *LIST, parted by
 * blanks. Caller frees. */
static enum choice values_of(const struct option_row *option, const struct command *command,
                             char **list)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new();
  const char *argument = option->argument ? option->argument : "";
  *list = NULL;
  if (g_str_equal(argument, "FILE"))
    return CHOICE_FILES;
  if (g_str_equal(argument, "DIR"))
    return CHOICE_FOLDERS;
  if (g_str_equal(argument, "NAME"))
    for (const char *const *name = command->formats; *name; name++)
      g_ptr_array_add(words, (gpointer)*name);
  else if (g_str_equal(argument, "RULE"))
    for (guint i = 0; i < RULE_COUNT; i++)
      g_ptr_array_add(words, (gpointer)rules[i].name);
  if (words->len == 0)
    return CHOICE_NONE;
  g_ptr_array_add(words, NULL);
  *list = g_strjoinv(" ", (char **)words->pdata);
  return CHOICE_WORDS;
}

static gboolean takes_files(const struct command *command)
{
  return strstr(command->arguments, "FILE") || strstr(command->arguments, "PATH");
}

/* TEXT inside single quotes, with SPECIAL signs after a backslash. Caller frees. */
static char *quoted(const char *text, const char *special)
{
  GString *quoted = g_string_new(NULL);
  for (; *text; text++) {
    if (strchr(special, *text))
      g_string_append_c(quoted, '\\');
    g_string_append_c(quoted, *text);
  }
  g_string_replace(quoted, "'", "'\\''", 0);
  return g_string_free(quoted, FALSE);
}

/* Calls for every option that goes with COMMAND. */
typedef void option_writer(const struct option_row *option, const struct command *command,
                           GString *out);

static void each_option(const struct command *command, option_writer *write, GString *out)
{
  for (const struct option_row *option = option_rows; option->name; option++)
    if (command_takes(command, option))
      write(option, command, out);
}

/* ---- bash ---- */

static void bash_option(const struct option_row *option, const struct command *command,
                        GString *out)
{
  (void)command;
  g_string_append_printf(out, " --%s%s", option->name, option->argument ? "=" : "");
}

static void bash_value(const struct option_row *option, const struct command *command, GString *out)
{
  static const char *const replies[] = {"return", "_rebond_files -f \"$word\"; return",
                                        "_rebond_files -d \"$word\"; return"};
  g_autofree char *list = NULL;
  enum choice values = values_of(option, command, &list);
  if (!option->argument)
    return;
  g_string_append_printf(out, "        %s:--%s", command->name, option->name);
  if (option->letter)
    g_string_append_printf(out, "|%s:-%c", command->name, option->letter);
  if (values == CHOICE_WORDS)
    g_string_append_printf(out, ") words='%s' ;;\n", list);
  else
    g_string_append_printf(out, ") %s ;;\n", replies[values]);
}

static void write_bash(GString *out)
{
  g_autoptr(GString) names = g_string_new(NULL);
  for (const struct command *command = commands + 1; command->run; command++)
    g_string_append_printf(names, "%s%s", names->len ? "|" : "", command->name);
  g_autofree char *words = g_strdelimit(g_strdup(names->str), "|", ' ');
  g_string_append(out, MADE
                  "# shellcheck shell=bash\n"
                  "_rebond_files()\n{\n"
                  "    compopt -o filenames\n"
                  "    mapfile -t COMPREPLY < <(compgen \"$1\" -- \"$2\")\n}\n"
                  "_rebond()\n{\n"
                  "    local word=${COMP_WORDS[COMP_CWORD]} before='' command='' words='' each\n"
                  "    before=${COMP_WORDS[COMP_CWORD-1]}\n"
                  "    if [[ $word == = ]]; then\n"
                  "        word=\n"
                  "    elif [[ $before == = ]]; then\n"
                  "        before=${COMP_WORDS[COMP_CWORD-2]}\n"
                  "    fi\n"
                  "    for each in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n");
  g_string_append_printf(out, "        case $each in %s) command=$each; break ;; esac\n    done\n",
                         names->str);
  g_string_append(out, "    case $command:$before in\n");
  for (const struct command *command = commands; command->run; command++)
    each_option(command, bash_value, out);
  g_string_append(out, "        *) case $command:$word in\n");
  for (const struct command *command = commands; command->run; command++) {
    g_string_append_printf(out, "            %s:-*) words='", command->name);
    each_option(command, bash_option, out);
    g_string_append(out, "' ;;\n");
    if (takes_files(command))
      g_string_append_printf(out, "            %s:*) _rebond_files -f \"$word\"; return ;;\n",
                             command->name);
  }
  g_string_append_printf(out, "            :*) words='%s help version' ;;\n", words);
  g_string_append(out, "        esac ;;\n    esac\n"
                       "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
                       "    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace\n"
                       "    return 0\n}\n"
                       "complete -F _rebond rebond\n");
}

/* ---- zsh ---- */

static void zsh_option(const struct option_row *option, const struct command *command, GString *out)
{
  static const char *const replies[] = {"", "_files", "_files -/"};
  g_autofree char *list = NULL;
  enum choice values = values_of(option, command, &list);
  g_autofree char *help = quoted(option_help(option, command->name), "[]:\\");
  g_autofree char *value =
      values == CHOICE_WORDS ? g_strdup_printf("(%s)", list) : g_strdup(replies[values]);
  g_autofree char *after =
      option->argument ? g_strdup_printf(":%s:%s", option->argument, value) : g_strdup("");
  g_string_append_printf(out, " \\\n        '--%s%s[%s]%s'", option->name,
                         option->argument ? "=" : "", help, after);
  if (option->letter)
    g_string_append_printf(out, " \\\n        '-%c%s[%s]%s'", option->letter,
                           option->argument ? "+" : "", help, after);
}

static void write_zsh(GString *out)
{
  g_string_append(out, "#compdef rebond\n" MADE "_rebond() {\n  local -a commands\n  commands=(\n");
  for (const struct command *command = commands + 1; command->run; command++) {
    g_autofree char *help = quoted(command->help, ":\\");
    g_string_append_printf(out, "    '%s:%s'\n", command->name, help);
  }
  g_string_append(out, "    'help:say what there is, and stop'\n"
                       "    'version:say the version, and stop'\n  )\n"
                       "  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n"
                       "    _describe command commands\n    return\n  fi\n"
                       "  case $words[2] in\n");
  for (const struct command *command = commands; command->run; command++) {
    g_string_append_printf(out, "    %s)\n      _arguments", *command->name ? command->name : "-*");
    each_option(command, zsh_option, out);
    g_string_append_printf(out, " \\\n        '*:argument:%s' ;;\n",
                           takes_files(command) ? "_files" : "");
  }
  g_string_append(out, "    help) _describe command commands ;;\n  esac\n}\n_rebond \"$@\"\n");
}

/* ---- fish ---- */

static void fish_option(const struct option_row *option, const struct command *command,
                        GString *out)
{
  static const char *const replies[] = {" -x", " -r -F", " -x -a '(__fish_complete_directories)'"};
  g_autofree char *list = NULL;
  enum choice values = values_of(option, command, &list);
  g_autofree char *help = quoted(option_help(option, command->name), "\\");
  if (option->everywhere != !*command->name)
    return;
  g_string_append(out, "complete -c rebond");
  if (*command->name)
    g_string_append_printf(out, " -n '__fish_seen_subcommand_from %s'", command->name);
  if (option->letter)
    g_string_append_printf(out, " -s %c", option->letter);
  g_string_append_printf(out, " -l %s", option->name);
  if (values == CHOICE_WORDS)
    g_string_append_printf(out, " -x -a '%s'", list);
  else if (option->argument)
    g_string_append(out, replies[values]);
  g_string_append_printf(out, " -d '%s'\n", help);
}

static void write_fish(GString *out)
{
  g_string_append(out, MADE "complete -c rebond -f\n");
  for (const struct command *command = commands; command->run; command++) {
    g_autofree char *help = quoted(command->help, "\\");
    if (*command->name)
      g_string_append_printf(out, "complete -c rebond -n __fish_use_subcommand -a %s -d '%s'\n",
                             command->name, help);
    if (takes_files(command))
      g_string_append_printf(out, "complete -c rebond -n '__fish_seen_subcommand_from %s' -F\n",
                             command->name);
    each_option(command, fish_option, out);
  }
  g_string_append(out, "complete -c rebond -n __fish_use_subcommand -a 'help version'\n");
}

gboolean completions_write(const char *shell, GString *out)
{
  static const struct {
    const char *name;
    void (*write)(GString *out);
  } shells[] = {{"bash", write_bash}, {"zsh", write_zsh}, {"fish", write_fish}};
  for (gsize i = 0; i < G_N_ELEMENTS(shells); i++)
    if (g_str_equal(shells[i].name, shell)) {
      shells[i].write(out);
      return TRUE;
    }
  return FALSE;
}
