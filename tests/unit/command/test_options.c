/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read from a command line. */
#include "command/options.h"
#include "support/suite.h"

/* Reads LINE, words apart by blanks. */
static struct parsed parse(const char *line, char ***kept)
{
  struct parsed parsed;
  *kept = g_strsplit(line, " ", -1);
  options_parse((int)g_strv_length(*kept), *kept, &parsed);
  return parsed;
}

static void clear(struct parsed *parsed, char **kept)
{
  parsed_clear(parsed);
  g_strfreev(kept);
}

static char *arguments_of(const struct parsed *parsed)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < parsed->arguments->len; i++)
    g_string_append_printf(out, "%s;", (const char *)parsed->arguments->pdata[i]);
  return g_string_free(out, FALSE);
}

static void test_anywhere(void)
{
  char **kept;
  struct parsed parsed =
      parse("rebond --lang=fr plan 3 --format html -o x.html -f -- --today", &kept);
  g_autofree char *arguments = arguments_of(&parsed);
  ASSERT_TEXT(arguments, "plan;3;--today;");
  ASSERT_TEXT(parsed.options.language, "fr");
  ASSERT_TEXT(parsed.options.format, "html");
  ASSERT_TEXT(parsed.options.output, "x.html");
  CU_ASSERT(parsed.options.force);
  CU_ASSERT(!parsed.options.undo);
  ASSERT_TEXT(parsed.options.today, NULL);
  ASSERT_TEXT(parsed.problem, NULL);
  CU_ASSERT_EQUAL(parsed.rows->len, 4);
  clear(&parsed, kept);
}

static void test_shortened(void)
{
  char **kept;
  struct parsed parsed = parse("rebond --no-j --cont d", &kept);
  CU_ASSERT(parsed.options.no_journal);
  ASSERT_TEXT(parsed.options.content, "d");
  clear(&parsed, kept);
}

static void test_mistakes(void)
{
  static const struct {
    const char *line, *problem, *complaint;
  } cases[] = {
      {"rebond --forse", "--forse", "unknown option '{1}'"},
      {"rebond --forse=1", "--forse=1", "unknown option '{1}'"},
      {"rebond -x", "-x", "unknown option '{1}'"},
      {"rebond -fx", "-x", "unknown option '{1}'"},
      {"rebond plan -o", "-o", "'{1}' wants a value"},
      {"rebond plan --content", "--content", "'{1}' wants a value"},
      {"rebond --force=yes", "--force=yes", "'{1}': this option takes no value"},
      {"rebond --fo", "--fo", "unknown option '{1}'"}, /* format or force */
      {"rebond --one --two", "--one", "unknown option '{1}'"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    char **kept;
    struct parsed parsed = parse(cases[i].line, &kept);
    ASSERT_TEXT(parsed.problem, cases[i].problem);
    ASSERT_TEXT(parsed.complaint, cases[i].complaint);
    clear(&parsed, kept);
  }
}

static void test_suggestions(void)
{
  g_autofree char *force = options_suggest("--forse=1");
  ASSERT_TEXT(force, "--force");
  g_autofree char *nothing = options_suggest("--xyzzy");
  ASSERT_TEXT(nothing, NULL);
  g_autofree char *version = options_suggest("-v");
  ASSERT_TEXT(version, "-V");
  g_autofree char *no_letter = options_suggest("-x");
  ASSERT_TEXT(no_letter, NULL);
}

static void test_usage(void)
{
  for (const struct option_row *row = option_rows; row->name; row++) {
    g_autofree char *usage = option_usage(row, NULL);
    if (g_str_equal(row->name, "output"))
      ASSERT_TEXT(usage, "-o, --output=FILE");
    if (g_str_equal(row->name, "undo"))
      ASSERT_TEXT(usage, "--undo");
  }
}

SUITE(options, {"options stand anywhere, `--` ends them", test_anywhere},
      {"long options may be shortened", test_shortened},
      {"the first mistake is named as it was typed", test_mistakes},
      {"a near option is suggested", test_suggestions},
      {"help shows letter, name and value", test_usage})
