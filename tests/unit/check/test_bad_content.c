/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A bad file for every rule, with its golden findings beside it. tests/content/bad/RULE.xml is a
 * theme, a pack.xml or an example by its root, put into a small pack that has nothing wrong;
 * RULE/ is a whole pack. UPDATE_GOLDEN=1 rewrites the goldens.
 */
#include <string.h>

#include "base/date.h"
#include "catalogue/rules.h"
#include "check/check.h"
#include "support/pack.h"
#include "support/suite.h"

#define ROOT " xmlns=\"urn:rebond:content:1\" "

static const char usual_pack[] =
    "<pack" ROOT "id=\"test\" xml:lang=\"fr\">\n"
    "<title>Essai</title><about>Pour voir.</about><subject>Un essai</subject>\n"
    "</pack>\n";

static const char usual_theme[] =
    "<theme" ROOT "id=\"t\">\n<title>Thème</title>\n"
    "<question id=\"day\" kind=\"date\" optional=\"no\"><prompt>Quel jour ?</prompt></question>\n"
    "<question id=\"late\" kind=\"choice\"><prompt>En retard ?</prompt>\n"
    "<option value=\"yes\"><question id=\"minutes\" kind=\"number\"><prompt>De combien ?</prompt>"
    "</question>\n"
    "<action id=\"excuse\" channel=\"phone\" evidence=\"practice\"><title>S’excuser</title>"
    "</action></option>\n"
    "<option value=\"no\"/></question>\n"
    "<action id=\"call\" channel=\"phone\" evidence=\"practice\"><title>Appeler</title>\n"
    "<due after=\"day\" days=\"4\"/></action>\n</theme>\n";

static char *bad_folder(void)
{
  return g_build_filename(g_getenv("SOURCE"), "tests", "content", "bad", NULL);
}

/* The whole pack that holds the bad file: a folder to remove, or NULL if it is there already. */
static char *make_pack(const char *file)
{
  g_autofree char *text = NULL;
  if (!g_file_get_contents(file, &text, NULL, NULL))
    return NULL;
  char *folder = test_folder_new();
  gboolean pack = strstr(text, "<pack ") != NULL, example = strstr(text, "<example ") != NULL;
  test_folder_write(folder, "pack.xml", pack ? text : usual_pack);
  test_folder_write(folder, "10-theme.xml", pack || example ? usual_theme : text);
  if (example)
    test_folder_write(folder, "examples/example.xml", text);
  return folder;
}

/* Everything that a check of the pack in FOLDER finds, without the folder's name. */
static char *check_folder(const char *folder)
{
  struct check_options options = {.today = date_from_ymd(2026, 11, 23), .proofs = TRUE};
  OWNED(findings) findings = findings_new(NULL);
  OWNED(catalogue) catalogue = catalogue_read(folder, NULL, findings);
  if (catalogue)
    check_pack(catalogue, &options, findings);
  g_autofree char *locale = g_build_filename(folder, "locale", NULL);
  if (catalogue)
    check_translations(catalogue, locale, findings);
  if (catalogue && findings_count(findings, SEVERITY_ERROR) == 0)
    check_examples(catalogue, folder, &options, findings);
  g_autoptr(GString) out = g_string_new(NULL);
  g_autofree char *prefix = g_strconcat(folder, "/", NULL);
  findings_print(findings, out);
  g_string_replace(out, prefix, "", 0);
  return g_string_free(g_steal_pointer(&out), FALSE);
}

static void compare(const char *rule, const char *findings)
{
  g_autofree char *folder = bad_folder();
  g_autofree char *name = g_strconcat(rule, ".txt", NULL);
  g_autofree char *file = g_build_filename(folder, name, NULL);
  g_autofree char *golden = NULL;
  if (g_getenv("UPDATE_GOLDEN"))
    g_file_set_contents(file, findings, -1, NULL);
  CU_ASSERT(g_file_get_contents(file, &golden, NULL, NULL));
  ASSERT_TEXT(findings, golden);
  g_autofree char *mark = g_strdup_printf("[%s]", rule);
  CU_ASSERT(strstr(findings, mark) != NULL);
  if (!strstr(findings, mark))
    printf("\nnothing found for %s\n", rule);
}

static void check_rule(const char *rule)
{
  g_autofree char *folder = bad_folder();
  g_autofree char *name = g_strconcat(rule, ".xml", NULL);
  g_autofree char *file = g_build_filename(folder, name, NULL);
  g_autofree char *whole = g_build_filename(folder, rule, NULL);
  g_autofree char *made = make_pack(file);
  gboolean there = made || g_file_test(whole, G_FILE_TEST_IS_DIR);
  CU_ASSERT(there);
  if (!there) {
    printf("\nno bad file for %s\n", rule);
    return;
  }
  g_autofree char *findings = check_folder(made ? made : whole);
  if (made)
    test_folder_remove(made);
  compare(rule, findings);
}

static void test_every_rule(void)
{
  for (int i = 0; i < RULE_COUNT; i++)
    check_rule(rules[i].name);
}

static void test_usual(void)
{
  g_autofree char *folder = test_folder_new();
  test_folder_write(folder, "pack.xml", usual_pack);
  test_folder_write(folder, "10-theme.xml", usual_theme);
  g_autofree char *findings = check_folder(folder);
  test_folder_remove(folder);
  ASSERT_TEXT(findings, "");
}

static void test_good(void)
{
  g_autofree char *packs = g_build_filename(g_getenv("SOURCE"), "tests", "content", "good", NULL);
  g_autoptr(GDir) dir = g_dir_open(packs, 0, NULL);
  const char *name;
  guint count = 0;
  while (dir && (name = g_dir_read_name(dir))) {
    g_autofree char *folder = g_build_filename(packs, name, NULL);
    g_autofree char *findings = check_folder(folder);
    ASSERT_TEXT(findings, "");
    count++;
  }
  CU_ASSERT(count > 0);
}

SUITE(bad_content, {"every rule finds its bad file", test_every_rule},
      {"what surrounds the bad files has nothing wrong", test_usual},
      {"good packs have nothing wrong", test_good})
