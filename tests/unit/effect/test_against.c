/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an edit changes for people: all of it, once, and nothing else. */
#include <string.h>

#include "base/date.h"
#include "effect/against.h"
#include "effect/routes.h"
#include "support/pack.h"
#include "support/suite.h"

static const char theme[] =
    "<question id=\"late\" kind=\"choice\"><prompt>En retard ?</prompt><label>Retard</label>\n"
    "<help>Un peu ?</help>\n"
    "<option value=\"yes\"><label>Un peu</label><remark>Cela arrive.</remark></option>\n"
    "<option value=\"much\"><label>Beaucoup</label></option>\n"
    "<option value=\"no\"/></question>\n"
    "<question id=\"who\" kind=\"text\" when=\"$late = 'much'\"><prompt>Qui ?</prompt></question>\n"
    "<action id=\"call\" channel=\"phone\" slot=\"first\" when=\"$late = "
    "'yes'\"><title>Appeler</title>"
    "<due after=\"answered\" days=\"1\"/></action>\n"
    "<action id=\"write\" channel=\"email\" slot=\"first\"><title>Écrire</title>"
    "<due after=\"answered\" days=\"2\"/>"
    "<draft id=\"mail\"><subject>Merci</subject><p>Bonjour.</p>"
    "<p>Cher <answer of=\"who\" else=\"tous\"/>.</p></draft></action>\n"
    "<lesson id=\"again\" topic=\"x\" when=\"$late\"><fact>Un "
    "fait.</fact><if>si</if><then>alors</then>"
    "</lesson>\n";

static const char *const examples[] = {
    "<example xmlns=\"urn:rebond:content:1\" title=\"Ana\" today=\"2026-11-23\">"
    "<answer of=\"late\">yes</answer></example>",
    "<example xmlns=\"urn:rebond:content:1\" title=\"Ben\" today=\"2026-11-23\">"
    "<answer of=\"late\">much</answer><answer of=\"who\">Zoé</answer></example>",
};

/* ---- two versions ---- */

static struct test_pack *version_new(const char *inside, const char *const *told)
{
  struct test_pack *pack = test_pack_new("<topic id=\"x\"><title>X</title></topic>", inside);
  for (guint i = 0; i < 2; i++) {
    g_autofree char *name = g_strdup_printf("examples/%u.xml", i);
    test_folder_write(pack->folder, name, told[i]);
  }
  return pack;
}

static char *compare(const char *inside, const char *const *people, const char *after,
                     const char *const *told)
{
  OWNED(test_pack) first = version_new(inside, people);
  OWNED(test_pack) second = version_new(after, told);
  struct proof_options options = {.today = date_from_ymd(2026, 11, 23), .proofs = TRUE};
  struct version before = {first->catalogue, first->folder};
  struct version now = {second->catalogue, second->folder};
  GString *out = g_string_new(NULL);
  gboolean changed = against_write(before, now, &options, out);
  CU_ASSERT(changed == !g_str_has_prefix(out->str, "Nothing changes"));
  return g_string_free(out, FALSE);
}

/* What is written of the change from the theme above to AFTER. */
static char *compare_told(const char *after, const char *const *told)
{
  return compare(theme, examples, after, told);
}

/* The theme with OLD replaced by NEW everywhere. */
static char *edit(const char *text, const char *old, const char *new)
{
  g_autoptr(GString) edited = g_string_new(text);
  g_assert_cmpuint(g_string_replace(edited, old, new, 0), >, 0);
  return g_strdup(edited->str);
}

/*
 * What the edit changes: the lines of the output but those that name people, without how many they
 * are, and but the last, on what it stands.
 */
static void assert_effect(const char *old, const char *new, const char *expected)
{
  g_autofree char *after = edit(theme, old, new);
  g_autofree char *out = compare_told(after, examples);
  g_auto(GStrv) lines = g_strsplit(out, "\n", -1);
  g_autoptr(GString) effect = g_string_new(NULL);
  for (char **line = lines; *line && !g_str_has_prefix(*line, "Compared on"); line++) {
    gboolean person = g_str_has_prefix(*line, "    ") && !strchr("-+", (*line)[4]);
    CU_ASSERT(!person || !g_str_equal(line[0], line[1])); /* each name once */
    char *count = strstr(*line, ", for ");
    if (count)
      *count = '\0';
    if (!person)
      g_string_append_printf(effect, "%s\n", *line);
  }
  ASSERT_TEXT(effect->str, expected);
}

static void assert_has(const char *text, const char *part)
{
  if (!strstr(text, part))
    ASSERT_TEXT(text, part);
}

/* ---- edits ---- */

static void test_same(void)
{
  g_autofree char *out = compare_told(theme, examples);
  g_auto(GStrv) lines = g_strsplit(out, "\n", -1);
  ASSERT_TEXT(lines[0], "Nothing changes for people.");
  CU_ASSERT(g_str_has_prefix(lines[1], "Compared on 2 examples, 4 witnesses and "));
}

static void test_due(void)
{
  assert_effect("days=\"2\"", "days=\"4\"", "action 'write' (Écrire)\n  comes on another day\n");
  g_autofree char *after = edit(theme, "days=\"2\"", "days=\"4\"");
  g_autofree char *out = compare_told(after, examples);
  assert_has(out, "\n    Ben: Wednesday 25 November → Friday 27 November\n");
}

static void test_no_day(void)
{
  g_autofree char *after = edit(theme, "<due after=\"answered\" days=\"2\"/>", "");
  g_autofree char *out = compare_told(after, examples);
  assert_has(out, "    Ben: Wednesday 25 November → no day\n");
}

static void test_when(void)
{
  assert_effect("when=\"$late = 'yes'\"", "when=\"$late = 'no'\"",
                "action 'call' (Appeler)\n  no longer comes\n  now comes\n"
                "action 'write' (Écrire)\n  no longer comes\n  now comes\n"
                "draft 'mail' (Écrire)\n  no longer comes\n  now comes\n");
}

static void test_draft(void)
{
  assert_effect("<p>Bonjour.</p>", "<p>Bonjour à vous.</p>",
                "draft 'mail' (Écrire)\n  says something else\n"
                "    - Bonjour.\n    + Bonjour à vous.\n");
  assert_effect("Cher <", "Bien cher <",
                "draft 'mail' (Écrire)\n  says something else\n"
                "    - Cher <answer of=\"who\" else=\"tous\"/>.\n"
                "    + Bien cher <answer of=\"who\" else=\"tous\"/>.\n");
}

/* What is filled in differs, not what is written. */
static void test_filled(void)
{
  g_autofree char *after =
      edit(theme, "kind=\"text\" when=\"$late = 'much'\"", "kind=\"text\" when=\"$late = 'no'\"");
  g_autofree char *out = compare_told(after, examples);
  assert_has(out, "question 'who' (Qui ?)\n  is no longer asked, for ");
  assert_has(out, "    - Cher Zoé.\n    + Cher tous.\n");
}

static void test_removed(void)
{
  g_autofree char *without = g_strconcat(theme, NULL);
  char *start = strstr(without, "<lesson"), *end = strstr(start, "</lesson>\n");
  memmove(start, end + strlen("</lesson>\n"), strlen(end + strlen("</lesson>\n")) + 1);
  g_autofree char *out = compare_told(without, examples);
  CU_ASSERT(g_str_has_prefix(out, "lesson 'again' (alors)\n  no longer comes, for "));
  assert_has(out, "    Ana\n    Ben\n");
}

/* Also one that an example has answered. */
static void test_question_removed(void)
{
  g_autofree char *said = edit(theme, "<answer of=\"who\" else=\"tous\"/>", "tous");
  char *start = strstr(said, "<question id=\"who\""), *end = strstr(start, "</question>\n");
  memmove(start, end + strlen("</question>\n"), strlen(end + strlen("</question>\n")) + 1);
  g_autofree char *out = compare_told(said, examples);
  assert_has(out, "question 'who' (Qui ?)\n  is no longer asked, for ");
  assert_has(out, "    Ben\n");
}

static void test_added(void)
{
  assert_effect("<question id=\"who\"",
                "<question id=\"where\" kind=\"text\"><prompt>Où ?</prompt></question>\n"
                "<question id=\"who\"",
                "question 'where' (Où ?)\n  is now asked\n");
}

static void test_options(void)
{
  assert_effect("<label>Beaucoup</label>", "<label>Très</label>",
                "question 'late' (Retard)\n  says something else\n    - Beaucoup\n    + Très\n");
  assert_effect("<option value=\"no\"/>",
                "<option value=\"no\"/><option value=\"off\"><label>Pas venu</label></option>",
                "question 'late' (Retard)\n  says something else\n    + Pas venu\n"
                "lesson 'again' (alors)\n  now comes\n");
  assert_effect("Un peu ?", "Même un peu ?",
                "question 'late' (Retard)\n  says something else\n"
                "    - Un peu ?\n    + Même un peu ?\n");
}

static void test_lesson(void)
{
  assert_effect("<if>si</if>", "<if>quand</if>",
                "lesson 'again' (alors)\n  says something else\n    - si\n    + quand\n");
}

static void test_order(void)
{
  g_autofree char *one = edit(
      theme, "<option value=\"yes\"><label>Un peu</label><remark>Cela arrive.</remark></option>\n",
      "");
  g_autofree char *after = edit(one, "<option value=\"no\"/>",
                                "<option value=\"yes\"><label>Un peu</label><remark>Cela "
                                "arrive.</remark></option><option value=\"no\"/>");
  g_autofree char *out = compare_told(after, examples);
  CU_ASSERT(
      g_str_has_prefix(out, "question 'late' (Retard)\n  says the same in another order, for "));
  CU_ASSERT(strstr(out, "\n    - ") == NULL);
}

/* What an action says itself comes first, then its drafts by their ids. */
static void test_drafts(void)
{
  g_autofree char *two = edit(theme, "</draft></action>",
                              "</draft><draft id=\"letter\"><p>Bonjour.</p></draft></action>");
  g_autofree char *draft_after = edit(two, "Bonjour.", "Bonsoir.");
  g_autofree char *after = edit(draft_after, "Écrire", "Rédiger");
  g_autofree char *out = compare(two, examples, after, examples);
  const char *letter = strstr(out, "\ndraft 'letter'");
  CU_ASSERT(g_str_has_prefix(out, "action 'write'"));
  CU_ASSERT(letter && strstr(letter, "\ndraft 'mail'"));
}

static void test_remark(void)
{
  assert_effect("Cela arrive.", "Cela arrive à tous.",
                "remark (Cela arrive.)\n  says something else\n"
                "    - Cela arrive.\n    + Cela arrive à tous.\n");
  static const char one[] = "<remark>Cela arrive.</remark>";
  g_autofree char *before = edit(theme, one, "<remark>Cela arrive.</remark><remark>Tôt.</remark>");
  g_autofree char *after = edit(before, "Cela arrive.", "Cela va.");
  g_autofree char *out = compare(before, examples, after, examples);
  CU_ASSERT(g_str_has_prefix(out, "remark (Cela arrive.)\n  says something else, for "));
  CU_ASSERT(!strstr(out, "Tôt"));
}

/* Answers that a condition turns away are looked at as well. */
/* All that stands in an opening, and in a reply. */
static void test_paragraphs(void)
{
  static const char inside[] = "<opening id=\"first\"><p>Bien.</p><p>Reposez-vous.</p></opening>\n"
                               "<reply id=\"call-back\"><title>On rappelle</title>"
                               "<p>« Merci. »</p></reply>\n";
  g_autofree char *rest = edit(inside, "Reposez-vous.", "Dormez.");
  g_autofree char *opening = compare(inside, examples, rest, examples);
  assert_has(opening, "says something else, for ");
  assert_has(opening, "Dormez.");
  g_autofree char *thanks = edit(inside, "Merci.", "Volontiers.");
  g_autofree char *reply = compare(inside, examples, thanks, examples);
  assert_has(reply, "says something else, for ");
  assert_has(reply, "Volontiers.");
}

static void test_dropped(void)
{
  g_autofree char *after = edit(theme, "when=\"$late\"><fact>", "><fact>");
  g_autofree char *out = compare_told(after, examples);
  assert_has(out, "lesson 'again' (alors)\n  now comes, for ");
  assert_has(out, "    an invented person\n");
}

static void test_past(void)
{
  static const char *const none[] = {"", ""};
  OWNED(test_pack)
  pack = version_new("<question id=\"a\" kind=\"number\"><prompt>A ?</prompt></question>\n"
                     "<remark id=\"b\" when=\"not($a = 5)\">B.</remark>\n",
                     none);
  struct version version = {pack->catalogue, pack->folder};
  struct proof_options options = {.today = date_from_ymd(2026, 11, 23), .proofs = TRUE};
  OWNED(routes) routes = routes_new(version, version, &options);
  gboolean found = FALSE;
  for (guint i = 0; i < routes->list->len; i++)
    found |= g_str_equal(((struct route *)routes->list->pdata[i])->name, "a way past b");
  CU_ASSERT(found);
}

static void test_no_proofs(void)
{
  OWNED(test_pack) pack = version_new(theme, examples);
  struct version version = {pack->catalogue, pack->folder};
  struct proof_options options = {.today = date_from_ymd(2026, 11, 23)};
  OWNED(routes) routes = routes_new(version, version, &options);
  CU_ASSERT(routes->witnesses == 0 && routes->examples == 2 && routes->invented > 0);
}

/* ---- names ---- */

#define OLD_NAME "; debriefs under way lose what they hold under the old name\n"

static void test_renamed(void)
{
  g_autofree char *attributes = edit(theme, "id=\"late\"", "id=\"delay\"");
  g_autofree char *after = edit(attributes, "$late", "$delay");
  g_autofree char *ana = edit(examples[0], "late", "delay"),
                  *ben = edit(examples[1], "late", "delay");
  const char *const edited[] = {ana, ben};
  const char *const *both[] = {examples, edited};
  for (guint i = 0; i < 2; i++) {
    g_autofree char *out = compare_told(after, both[i]);
    CU_ASSERT(
        g_str_has_prefix(out, "question 'late' is now called 'delay'" OLD_NAME "Compared on "));
  }
}

static void test_renamed_option(void)
{
  assert_effect("much", "very", "option 'much' of question 'late' is now called 'very'" OLD_NAME);
}

static void test_renamed_advice(void)
{
  assert_effect("id=\"again\"", "id=\"once-more\"",
                "lesson 'again' is now called 'once-more'" OLD_NAME);
  assert_effect("<draft id=\"mail\">", "<draft id=\"letter\">", "Nothing changes for people.\n");
}

/* ---- people ---- */

static void test_both_versions(void)
{
  static const char *const other[] = {
      "<example xmlns=\"urn:rebond:content:1\" title=\"Ana\" today=\"2026-11-23\">"
      "<answer of=\"late\">yes</answer></example>",
      "<example xmlns=\"urn:rebond:content:1\" title=\"Cléo\" today=\"2026-11-23\">"
      "<answer of=\"late\">yes</answer></example>"};
  g_autofree char *after = edit(theme, "<fact>Un fait.", "<fact>Le fait.");
  g_autofree char *out = compare_told(after, other);
  assert_has(out, "    Ana\n    Ben (as it was)\n    Cléo (as it is now)\n    and ");
  assert_has(out, "Compared on 3 examples, ");
}

/* A condition that no example and no way found by the proofs tells apart, of questions that stand
 * between BEFORE and BEHIND. Caller frees. */
static char *invented(const char *before, const char *behind)
{
  g_autoptr(GString) text = g_string_new(before);
  for (const char *id = "abd"; *id; id++)
    g_string_append_printf(
        text,
        "<question id=\"%c\" kind=\"choice\"><prompt>Quoi ?</prompt><label>Le %c</label>"
        "<option value=\"yes\"/><option value=\"no\"/></question>\n",
        *id, *id);
  g_string_append_printf(text, "%s<remark id=\"c\" when=\"$a = 'yes'\">C.</remark>\n", behind);
  static const char *const none[] = {"", ""};
  g_autofree char *either =
      edit(text->str, "$a = 'yes'", "$a = 'yes' or $a = 'no' and $b = 'yes' and $d = 'no'");
  OWNED(test_pack) first = version_new(text->str, none);
  OWNED(test_pack) second = version_new(either, none);
  struct proof_options options = {.today = date_from_ymd(2026, 11, 23), .proofs = TRUE};
  GString *out = g_string_new(NULL);
  against_write((struct version){first->catalogue, first->folder},
                (struct version){second->catalogue, second->folder}, &options, out);
  return g_string_free(out, FALSE);
}

static void test_invented(void)
{
  g_autofree char *out = invented("", "");
  assert_has(out, "remark 'c' (C.)\n  now comes, for ");
  assert_has(out, "    invented: Le a is 'no', Le b is 'yes', Le d is 'no'\n");
}

static void test_invented_items(void)
{
  g_autofree char *out =
      invented("<repeat id=\"each\" max=\"2\"><prompt>Encore ?</prompt>", "</repeat>");
  assert_has(out, "remark 'c' (C.)\n  now comes, for ");
  assert_has(out, "    invented: Le a is 'no', Le b is 'yes', Le d is 'no'\n");
}

/* What comes with some of several items comes once, as with the first of them. */
static void test_items(void)
{
  static const char before[] =
      "<repeat id=\"each\" max=\"3\"><prompt>Encore ?</prompt>"
      "<question id=\"what\" kind=\"text\"><prompt>Quoi ?</prompt></question>"
      "<lesson id=\"r\" topic=\"x\" when=\"$what != 'a'\"><fact>Bon <answer of=\"what\"/>.</fact>"
      "<if>si</if><then>alors</then></lesson></repeat>\n";
  static const char *const told[] = {
      "<example xmlns=\"urn:rebond:content:1\" title=\"Ana\" today=\"2026-11-23\">"
      "<item of=\"each\"><answer of=\"what\">a</answer></item>"
      "<item of=\"each\"><answer of=\"what\">b</answer></item>"
      "<item of=\"each\"><answer of=\"what\">c</answer></item></example>",
      ""};
  g_autofree char *fewer = edit(before, "$what != 'a'", "$what = 'b'");
  g_autofree char *same = compare(before, told, fewer, told);
  CU_ASSERT(strstr(same, "Ana") == NULL);
  g_autofree char *other = edit(fewer, "Bon", "Bien");
  g_autofree char *said = compare(before, told, other, told);
  assert_has(said, "  says something else, for ");
  assert_has(said, "    Ana\n");
}

/* For a pattern that no text is found for, nothing can be said. */
static void test_unfound(void)
{
  g_autofree char *after =
      g_strconcat(theme,
                  "<question id=\"code\" kind=\"text\" pattern=\"\\p{Nl}+\"><prompt>Quel code ?"
                  "</prompt></question>\n<remark id=\"r\" when=\"$code\">Bien.</remark>\n",
                  NULL);
  g_autofree char *out = compare_told(after, examples);
  assert_has(out, "\nNot found within the budget, so not compared; a larger --budget may help: "
                  "the way to r.\n");
}

SUITE(against, {"the same pack changes nothing", test_same},
      {"another day is told from and to", test_due}, {"so is no day any more", test_no_day},
      {"a condition moves advice from some to others", test_when},
      {"of a draft the texts that differ are shown as written", test_draft},
      {"or, if they are written the same, as said", test_filled},
      {"advice that is gone is named with people", test_removed},
      {"a question that is gone is asked no more", test_question_removed},
      {"a new question is asked", test_added},
      {"options and help are part of a question", test_options}, {"so is their order", test_order},
      {"what sets a lesson off is part of it", test_lesson},
      {"an action comes before its drafts", test_drafts},
      {"a remark without an id has a place", test_remark},
      {"openings and replies are compared to their last paragraph", test_paragraphs},
      {"a condition that is dropped lets others in", test_dropped},
      {"answers lead past a condition too", test_past},
      {"without proofs there are no ways that they find", test_no_proofs},
      {"another name alone changes no more", test_renamed},
      {"nor does another value", test_renamed_option}, {"nor that of advice", test_renamed_advice},
      {"people of either version are told apart", test_both_versions},
      {"people are invented", test_invented},
      {"with what they tell several times", test_invented_items},
      {"which changes for them once", test_items}, {"what was not found is said", test_unfound})
