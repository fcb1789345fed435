/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A bad file for every rule, with its golden findings beside it. tests/content/bad/RULE.xml is a
 * theme, a pack.xml or an example by its root, put into a small pack that has nothing wrong;
 * RULE/ is a whole pack, with additions in RULE/own/PACK-ID. tests/content/faults/NAME.xml is the
 * same for faults that want more than one file a rule. UPDATE_GOLDEN=1 rewrites the goldens.
 */
#include <string.h>

#include "base/date.h"
#include "base/rules.h"
#include "check/check.h"
#include "check/unread.h"
#include "reader/catalogue_read.h"
#include "support/pack.h"
#include "support/suite.h"

#define ROOT " xmlns=\"urn:rebond:content:1\" "

static const char usual_pack[] =
    "<pack" ROOT "id=\"test\" xml:lang=\"fr\">\n"
    "<title>Essai</title><about>Pour voir.</about><subject>Un essai</subject>\n"
    "</pack>\n";

static const char usual_theme[] =
    "<theme" ROOT "id=\"t\">\n<title>Thème</title>\n"
    "<question id=\"day\" kind=\"date\" optional=\"no\"><prompt>Quel jour ?</prompt></question>\n"
    "<question id=\"late\" kind=\"choice\"><prompt>En retard ?</prompt>\n"
    "<option value=\"yes\"><question id=\"minutes\" kind=\"number\"><prompt>De combien ?</prompt>"
    "</question>\n"
    "<action id=\"excuse\" channel=\"phone\" evidence=\"practice\"><title>S’excuser</title>"
    "<step when=\"$minutes &gt; 9\">Dire pourquoi</step></action></option>\n"
    "<option value=\"no\"/></question>\n"
    "<action id=\"call\" channel=\"phone\" evidence=\"practice\"><title>Appeler</title>\n"
    "<due after=\"day\" days=\"4\"/></action>\n</theme>\n";

/* A pack with every element that refers to something. */
static const char full_pack[] =
    "<pack" ROOT "id=\"full\" xml:lang=\"en\" region=\"region\">\n"
    "<title>A pack</title><about>A pack.</about><subject><answer of=\"job\"/></subject>\n"
    "<topic id=\"arrival\" needs=\"region\"><title>Arrival</title></topic>"
    "<topic id=\"talk\"><title>Talk</title></topic><sheet "
    "id=\"card\"><title>Card</title></sheet>\n"
    "<source id=\"book\"><title>Book</title></source><define id=\"hurried\" test=\"$late = "
    "'yes'\"/>\n"
    "<holiday region=\"FR\" date=\"--07-14\" on=\"mon\"/><holiday region=\"FR\" easter=\"1\"/>\n"
    "<support region=\"FR\" "
    "hears=\"help|afraid*\"><title>Help</title><p>Call.</p></support>\n</pack>\n";

static const char full_theme[] =
    "<theme" ROOT "id=\"t\">\n<title>Theme</title>\n"
    "<question id=\"region\" kind=\"choice\"><prompt>Where?</prompt>\n"
    "<option value=\"FR\"><label>There</label></option><option "
    "value=\"BE\"><label>Here</label></option>"
    "</question>\n"
    "<question id=\"job\" kind=\"text\" sheet=\"card\" "
    "pattern=\"[a-z]+\"><prompt>What?</prompt></question>\n"
    "<question id=\"day\" kind=\"date\" max=\"today\"><prompt>When?</prompt></question>\n"
    "<question id=\"late\" kind=\"choice\" default=\"no\"><prompt>Late?</prompt>\n"
    "<option value=\"yes\" when=\"$day\"/><option value=\"no\"/></question>\n"
    "<question id=\"minutes\" kind=\"number\" min=\"1\" max=\"60\" when=\"$hurried\"><prompt>How "
    "late?</prompt>"
    "<constraint test=\"$minutes &lt; 50\">Not so long.</constraint></question>\n"
    "<question id=\"mood\" kind=\"scale\" min=\"1\" max=\"5\"><prompt>How was "
    "it?</prompt></question>\n"
    "<question id=\"causes\" kind=\"choices\"><prompt>Why?</prompt>\n"
    "<option value=\"train\"><label>Train</label></option>"
    "<option value=\"rain\"><label>Rain</label></option>"
    "<option value=\"none\" exclusive=\"yes\"><label>None</label></option></question>\n"
    "<question id=\"worst\" kind=\"choice\" from=\"causes\" when=\"$causes\"><prompt>The "
    "worst?</prompt>\n"
    "<option value=\"train\"><remark id=\"trains\" when=\"count($causes) = "
    "1\">Trains.</remark></option>"
    "</question>\n"
    "<repeat id=\"faults\" max=\"2\" topic=\"arrival\"><prompt>One more?</prompt>"
    "<question id=\"fault\" kind=\"text\"><prompt>Which?</prompt></question></repeat>\n"
    "<action id=\"call\" channel=\"phone\" slot=\"word\" topic=\"arrival\" region=\"FR\" "
    "when=\"$minutes &gt; "
    "9\" "
    "evidence=\"practice\">\n<title>Call</title><due after=\"day\" days=\"1\" on=\"mon-fri\" "
    "at=\"09:30\" until=\"3\" when=\"$mood = 1\"/><due after=\"answered\"/></action>\n"
    "<action id=\"write\" channel=\"email\" slot=\"word\" source=\"book#p1\" region=\"FR\">\n"
    "<title>Write</title><draft id=\"mail\"><p><answer of=\"job\" else=\"it\"/> <date of=\"word\"/>"
    "<span when=\"$mood = 2\"> <blank>what</blank></span></p></draft></action>\n"
    "<question id=\"asked\" kind=\"text\" stem=\"yes\"><prompt>They asked <blank "
    "example=\"why\"/>.</prompt></question>\n"
    "<question id=\"until\" kind=\"date\" min=\"today\" edge=\"last\"><prompt>Until "
    "when?</prompt></question>\n"
    "<action id=\"rest\" channel=\"self\" evidence=\"practice\" "
    "lead=\"yes\"><title>Rest</title><due "
    "after=\"word\"/><first when=\"$mood = 3\"><step when=\"$late = 'no'\">Sleep</step><step>Sit "
    "<date "
    "of=\"rest\" form=\"on\"/></step></first><draft id=\"sign\" channel=\"letter\"><first><p>I "
    "rest "
    "<answer of=\"until\" form=\"until\" else=\"now\"/>, <blank id=\"name\" "
    "example=\"me\">name</blank></p></first></draft>"
    "<question id=\"rested\" kind=\"choice\"><prompt>Better?</prompt><option value=\"yes\" "
    "hears=\"much\"/><option value=\"no\"/></question></action>\n"
    "<opening id=\"hello\" slot=\"head\" when=\"sum($minutes | $mood) &gt; 4\"><p>Tired, <answer "
    "of=\"name\" else=\"you\"/>.</p></opening>"
    "<opening slot=\"head\"><p>They asked <answer of=\"asked\" else=\"a lot\"/>.</p></opening>\n"
    "<reply id=\"answer\" slot=\"door\"><title>If they call</title><p>Yes.</p></reply>\n"
    "<lesson id=\"soon\" topic=\"talk\" slot=\"next\" "
    "evidence=\"practice\"><then>call</then></lesson>"
    "<strength id=\"came\" slot=\"well\">You came</strength>\n"
    "<lesson id=\"early\" topic=\"arrival\" region=\"FR\" stress=\"$mood &gt; 3\" "
    "evidence=\"study\"><if>late</if>"
    "<then>call</then></lesson>\n<strength id=\"calm\" when=\"$rest and "
    "$rested\">Calm</strength>\n</theme>\n";

static const char full_example[] =
    "<example" ROOT "title=\"full\" today=\"2026-11-23\" given=\"2026-11-20\">\n"
    "<answer of=\"day\" given=\"2026-11-21\">2026-11-20</answer><skip of=\"late\"/>\n"
    "<answer of=\"causes\"><value>train</value></answer><answer of=\"minutes\" "
    "parked=\"yes\">5</answer>\n"
    "<item of=\"faults\"><answer of=\"fault\">shoes</answer></item><done of=\"rest\" "
    "on=\"2026-11-21\" action=\"rest\"/><answer of=\"rested\">yes</answer>\n"
    "<moved of=\"word\" to=\"2026-12-01\"/><fill of=\"name\">Ana</fill><draft "
    "of=\"mail\">Hello</draft>\n"
    "<expect question=\"day\"/><expect advice=\"rest\" due=\"2026-11-21\" state=\"done\"/>"
    "<reject advice=\"call\"/>\n</example>\n";

static char *content_folder(const char *name)
{
  return g_build_filename(g_getenv("SOURCE"), "tests", "content", name, NULL);
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
  struct proof_options options = {.today = date_from_ymd(2026, 11, 23), .proofs = TRUE};
  OWNED(findings) findings = findings_new(NULL);
  g_autofree char *own = g_build_filename(folder, "own", NULL);
  OWNED(catalogue) catalogue = catalogue_read(folder, own, findings);
  if (catalogue)
    check_pack(catalogue, &options, findings);
  g_autofree char *locale = g_build_filename(folder, "locale", NULL);
  g_autoptr(GPtrArray) left = g_ptr_array_new_with_free_func(g_free);
  if (catalogue)
    unread_check(catalogue, folder, own, findings, left);
  if (catalogue)
    check_translations(catalogue, locale, findings);
  if (catalogue && findings_count(findings, SEVERITY_ERROR) == 0)
    check_examples(catalogue, folder, &options, findings, NULL, NULL);
  g_autoptr(GString) out = g_string_new(NULL);
  g_autofree char *prefix = g_strconcat(folder, "/", NULL);
  findings_print(findings, out);
  g_string_replace(out, prefix, "", 0);
  return g_string_free(g_steal_pointer(&out), FALSE);
}

/* The golden of NAME stands in FOLDER. */
static void compare(const char *folder, const char *name, const char *findings)
{
  g_autofree char *base = g_strconcat(name, ".txt", NULL);
  g_autofree char *file = g_build_filename(folder, base, NULL);
  g_autofree char *golden = NULL;
  if (g_getenv("UPDATE_GOLDEN"))
    g_file_set_contents(file, findings, -1, NULL);
  CU_ASSERT(g_file_get_contents(file, &golden, NULL, NULL));
  ASSERT_TEXT(findings, golden);
}

static void find_rule(const char *rule, const char *findings)
{
  g_autofree char *mark = g_strdup_printf("[%s]", rule);
  CU_ASSERT(strstr(findings, mark) != NULL);
  if (!strstr(findings, mark))
    printf("\nnothing found for %s\n", rule);
}

static void check_rule(const char *rule)
{
  g_autofree char *folder = content_folder("bad");
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
  compare(folder, rule, findings);
  find_rule(rule, findings);
}

static void test_every_rule(void)
{
  for (int i = 0; i < RULE_COUNT; i++)
    check_rule(rules[i].name);
}

static void test_faults(void)
{
  g_autofree char *folder = content_folder("faults");
  g_auto(GStrv) files = catalogue_files(folder, NULL, NULL);
  for (char **file = files; *file; file++) {
    g_autofree char *made = make_pack(*file);
    g_autofree char *findings = check_folder(made);
    g_autofree char *base = g_path_get_basename(*file);
    *strrchr(base, '.') = '\0';
    test_folder_remove(made);
    compare(folder, base, findings);
  }
}

/* TEXT stands for pack.xml or the theme; each of its attributes is left out in turn. */
static void leave_out_each(const char *folder, const char *file, const char *text)
{
  g_autoptr(GRegex) attribute = g_regex_new(" [a-z:-]+=\"[^\"]*\"", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_regex_match(attribute, text, 0, &match);
  for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
    int start, end;
    g_match_info_fetch_pos(match, 0, &start, &end);
    g_autoptr(GString) rest = g_string_new(text);
    g_string_erase(rest, start, end - start);
    test_folder_write(folder, file, rest->str);
    g_free(check_folder(folder));
  }
  test_folder_write(folder, file, text);
}

static void test_incomplete(void)
{
  g_autofree char *folder = test_folder_new();
  test_folder_write(folder, "pack.xml", full_pack);
  test_folder_write(folder, "10-theme.xml", full_theme);
  test_folder_write(folder, "examples/example.xml", full_example);
  g_autofree char *findings = check_folder(folder);
  ASSERT_TEXT(findings, "");
  leave_out_each(folder, "pack.xml", full_pack);
  leave_out_each(folder, "10-theme.xml", full_theme);
  leave_out_each(folder, "examples/example.xml", full_example);
  test_folder_remove(folder);
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
  g_autofree char *packs = content_folder("good");
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
      {"faults are found where they are", test_faults},
      {"a pack with something left out is checked to the end", test_incomplete},
      {"what surrounds the bad files has nothing wrong", test_usual},
      {"good packs have nothing wrong", test_good})
