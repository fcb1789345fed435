/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of commands and options, by themselves and against what README.md says of them. */
#include <string.h>

#include "command/commands.h"
#include "draw/graph.h"
#include "support/suite.h"

/* The part of README.md about commands and options. Caller frees. */
static char *section(void)
{
  g_autofree char *file = g_build_filename(g_getenv("SOURCE"), "README.md", NULL);
  g_autofree char *text = NULL;
  CU_ASSERT_FATAL(g_file_get_contents(file, &text, NULL, NULL));
  const char *start = strstr(text, "\n## What it does\n");
  CU_ASSERT_FATAL(start != NULL);
  const char *end = strstr(start + 1, "\n## ");
  CU_ASSERT_FATAL(end != NULL);
  return g_strndup(start, (gsize)(end - start));
}

/* Whether TEXT has WORD, not as a part of a longer one. */
static gboolean mentions(const char *text, const char *word)
{
  g_autofree char *quoted = g_regex_escape_string(word, -1);
  g_autofree char *pattern = g_strconcat("(?<![\\w-])", quoted, "(?![\\w-])", NULL);
  return g_regex_match_simple(pattern, text, 0, 0);
}

static void test_all_is_told(void)
{
  g_autofree char *text = section();
  for (const struct command *command = commands + 1; command->run; command++) {
    g_autofree char *words = g_strconcat("rebond ", command->name, NULL);
    if (!mentions(text, words))
      ASSERT_TEXT("not in README.md", words);
  }
  for (const struct option_row *row = option_rows; row->name; row++) {
    g_autofree char *word = g_strconcat("--", row->name, NULL);
    g_autofree char *letter = g_strdup_printf("-%c", row->letter ? row->letter : ' ');
    if (!mentions(text, word) && !(row->letter && mentions(text, letter)))
      ASSERT_TEXT("not in README.md", word);
  }
}

/* Every match of PATTERN's first group in TEXT is one that KNOWN finds. */
static void assert_known(const char *text, const char *pattern, gboolean (*known)(const char *))
{
  g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  guint count = 0;
  for (g_regex_match(regex, text, 0, &match); g_match_info_matches(match);
       g_match_info_next(match, NULL)) {
    g_autofree char *word = g_match_info_fetch(match, 1);
    if (!known(word))
      ASSERT_TEXT("not in the program", word);
    count++;
  }
  CU_ASSERT(count > 5);
}

static gboolean is_command(const char *word)
{
  return command_find(word) || g_str_equal(word, "help");
}

static gboolean is_option(const char *word)
{
  for (const struct option_row *row = option_rows; row->name; row++)
    if (g_str_equal(row->name, word))
      return TRUE;
  return FALSE;
}

static void test_nothing_else_is_told(void)
{
  g_autofree char *text = section();
  assert_known(text, "`rebond ([a-z]+)", is_command);
  assert_known(text, "--([a-z][a-z-]+)", is_option);
}

/* Each format that a command knows is named by its help, so that README.md and the manual name it.
 */
static void test_formats_are_told(void)
{
  const struct option_row *row = option_rows;
  while (!g_str_equal(row->name, "format"))
    row++;
  for (const struct command *command = commands; command->run; command++) {
    CU_ASSERT_EQUAL(command_takes(command, row), command->formats != NULL);
    for (guint i = 0; command->formats && command->formats[i]; i++)
      CU_ASSERT(mentions(option_help(row, command->name), command->formats[i]));
  }
}

/* The commands name all that the floor below can write, and no more. */
static void test_formats_can_be_written(void)
{
  const char *const *plan = command_find("plan")->formats;
  const char *const *graph = command_find("graph")->formats;
  guint plans = 0, graphs = 0;
  while (report_formats[plans].name)
    CU_ASSERT(g_strv_contains(plan, report_formats[plans++].name));
  while (graph_formats[graphs].name)
    CU_ASSERT(g_strv_contains(graph, graph_formats[graphs++].name));
  CU_ASSERT_EQUAL(g_strv_length((char **)plan), plans);
  CU_ASSERT_EQUAL(g_strv_length((char **)graph), graphs);
}

static void test_tables(void)
{
  ASSERT_TEXT(commands[0].name, "");
  for (const struct command *command = commands; command->run; command++) {
    CU_ASSERT(command->least <= command->most);
    CU_ASSERT(command->help && *command->help);
    CU_ASSERT((command->most > 0) == (*command->arguments != '\0'));
    g_auto(GStrv) names = g_strsplit(command->options ? command->options : "", " ", -1);
    for (char **name = names; *name && **name; name++)
      if (!is_option(*name))
        ASSERT_TEXT("no such option", *name);
  }
  g_autoptr(GHashTable) letters = g_hash_table_new(NULL, NULL);
  for (const struct option_row *row = option_rows; row->name; row++)
    CU_ASSERT(!row->letter || g_hash_table_add(letters, GINT_TO_POINTER((int)row->letter)));
}

/* An option that goes with no command would be parsed and refused everywhere. */
static void test_options_go_somewhere(void)
{
  for (const struct option_row *row = option_rows; row->name; row++) {
    gboolean taken = FALSE;
    for (const struct command *command = commands; command->run; command++)
      taken = taken || command_takes(command, row);
    if (!taken)
      ASSERT_TEXT("goes with no command", row->name);
  }
}

SUITE(readme, {"README.md names every command and option", test_all_is_told},
      {"README.md names no others", test_nothing_else_is_told},
      {"help names every format", test_formats_are_told},
      {"every format can be written", test_formats_can_be_written},
      {"the tables are sound", test_tables},
      {"every option goes with a command", test_options_go_somewhere})
