/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Previews of a small pack. */
#include <string.h>

#include "draw/preview.h"
#include "support/pack.h"
#include "support/suite.h"

static const char pack_texts[] =
    "<topic id=\"x\"><title>Sujet</title></topic><sheet id=\"f\"><title>Fiche</title></sheet>"
    "<source id=\"s\"><title>Livre</title><publisher>Maison</publisher></source>"
    "<support><title>Parler</title><p>Le <link href=\"tel:112\">112</link>.</p></support>";

static const char theme[] =
    "<question id=\"late\" kind=\"choice\">\n"
    "<prompt when=\"$other\">Et alors, en \"retard\" ?</prompt><prompt>En retard ?</prompt>\n"
    "<label>Retard</label><help>Même un peu.</help>\n"
    "<option value=\"yes\"><remark>Cela <strong>arrive</strong>.</remark></option>\n"
    "<option value=\"much\" when=\"$other\"><label>Beaucoup</label><help>Une "
    "heure.</help></option>\n"
    "</question>\n"
    "<question id=\"ease\" kind=\"scale\" min=\"1\" max=\"5\"><prompt>À l’aise ?</prompt>"
    "<low>non</low><high>oui</high></question>\n"
    "<question id=\"size\" kind=\"number\" min=\"0\" max=\"9\" unit=\"mètres\"><prompt>Combien "
    "?</prompt>"
    "<constraint test=\"$size &gt; 1\">Trop peu.</constraint></question>\n"
    "<question id=\"part\" kind=\"number\" min=\"$ease\" max=\"$size\"><prompt>Part ?</prompt>"
    "</question>\n"
    "<question id=\"liked\" kind=\"text\" stem=\"yes\"><prompt>Bien : "
    "<blank/>.</prompt></question>\n"
    "<action id=\"call\" channel=\"phone\" minutes=\"5\" when=\"$late\"><title>Appeler</title>\n"
    "<due after=\"answered\" days=\"2\" on=\"mon-fri\" at=\"10:00\" until=\"1\" when=\"$size\"/>\n"
    "<due after=\"answered\"/><why>Vite.</why><step>Prenez l’heure.</step><avoid>Crier.</avoid>\n"
    "<draft id=\"words\" when=\"$size\"><p>Bonjour<span when=\"$late\"> <em>encore</em></span>, "
    "<answer of=\"size\" else=\"rien\"/>, <blank>nom</blank>. <answer of=\"liked\" "
    "form=\"stem\"/></p>"
    "<p><blank id=\"more\" optional=\"yes\" example=\"Merci.\">un "
    "mot</blank></p></draft></action>\n"
    "<lesson id=\"lesson\" topic=\"x\"><fact>Un fait.</fact><if>si</if><then>alors</then>"
    "<why>Pour cela.</why><exercise>Essayez.</exercise></lesson>\n"
    "<strength id=\"kept\" when=\"$ease = 5\">Bien.</strength>\n";

static struct test_pack *pack_new(void)
{
  g_autofree char *all = g_strconcat(
      "<question id=\"other\" kind=\"text\"><prompt>Autre ?</prompt></question>\n", theme, NULL);
  return test_pack_new(pack_texts, all);
}

static void assert_preview(const char *part, int width, const char *expected)
{
  OWNED(test_pack) pack = pack_new();
  struct preview_options options = {.width = width};
  g_autoptr(GString) out = g_string_new(NULL);
  preview_write(pack->catalogue, test_pack_item(pack, part), &options, out);
  ASSERT_TEXT(out->str, expected);
}

static void test_question(void)
{
  assert_preview("late", 80,
                 "question 'late' (one answer)\n"
                 "  prompt (when 'Autre ?' is answered [$other]): Et alors, en \"retard\" ?\n"
                 "  prompt: En retard ?\n"
                 "    1  yes  [yes]\n"
                 "    2  Beaucoup  [much] (when 'Autre ?' is answered [$other])\n"
                 "        help: Une heure.\n"
                 "  help: Même un peu.\n"
                 "  label: Retard\n"
                 "  option 'yes'\n"
                 "    remark: Cela **arrive**.\n");
}

static void test_numbers(void)
{
  assert_preview("ease", 80,
                 "question 'ease' (a scale, from 1 to 5)\n"
                 "  prompt: À l’aise ?\n"
                 "    1  non\n"
                 "    5  oui\n");
  assert_preview("size", 80,
                 "question 'size' (a number, from 0 to 9, in mètres)\n"
                 "  prompt: Combien ?\n"
                 "  message: Trop peu.\n");
  assert_preview("part", 80,
                 "question 'part' (a number, at least 'À l’aise ?', at most 'Combien ?')\n"
                 "  prompt: Part ?\n");
}

static void test_action(void)
{
  assert_preview("call", 60,
                 "action 'call' (by phone, 5 minutes) (when Retard is answered\n"
                 "  [$late])\n"
                 "  title: Appeler\n"
                 "  due (when 'Combien ?' is answered [$size]): 2 days after\n"
                 "    the answers, only from Monday to Friday, at 10 am,\n"
                 "    dropped 1 day later\n"
                 "  due: on the day of the answers\n"
                 "  why: Vite.\n"
                 "  step: Prenez l’heure.\n"
                 "  avoid: Crier.\n"
                 "  draft 'words' (when 'Combien ?' is answered [$size])\n"
                 "    paragraph: Bonjour {when Retard is answered [$late]:\n"
                 "      *encore*}, <size, else rien>, [nom]. <liked, in its\n"
                 "      sentence>\n"
                 "    paragraph: [un mot; such as Merci.; optional]\n");
}

static void test_other_advice(void)
{
  assert_preview("lesson", 80,
                 "lesson 'lesson'\n  fact: Un fait.\n  if: si\n  then: alors\n  why: Pour cela.\n"
                 "  exercise: Essayez.\n");
  assert_preview("kept", 80, "strength 'kept' (when 'À l’aise ?' is 5 [$ease = 5]): Bien.\n");
}

static void assert_due(const char *due, const char *expected)
{
  g_autofree char *text =
      g_strdup_printf("<question id=\"day\" kind=\"date\"><prompt>A ?</prompt></question>\n"
                      "<action id=\"first\" channel=\"self\"><title>A</title></action>\n"
                      "<action id=\"call\" channel=\"self\"><title>B</title>%s</action>\n",
                      due);
  OWNED(test_pack) pack = test_pack_new(NULL, text);
  struct preview_options options = {.width = 100};
  g_autoptr(GString) out = g_string_new(NULL);
  preview_write(pack->catalogue, test_pack_item(pack, "call"), &options, out);
  const char *line = strstr(out->str, "  due: ");
  ASSERT_TEXT(line ? line + strlen("  due: ") : out->str, expected);
}

static void test_due(void)
{
  assert_due("<due after=\"day\"/>", "on the day of 'day'\n");
  assert_due("<due after=\"day\" days=\"-1\"/>", "1 day before 'day'\n");
  assert_due("<due after=\"first\" days=\"1\" on=\"tue fri\"/>",
             "1 day after 'first', only on Tuesday and Friday\n");
  assert_due("<due after=\"day\" on=\"fri-mon\"/>",
             "on the day of 'day', only on Monday, Friday, Saturday and Sunday\n");
  assert_due("<due after=\"day\" on=\"sat-sun\"/>",
             "on the day of 'day', only on Saturday and Sunday\n");
  assert_due("<due after=\"day\" on=\"fri-sun\" until=\"0\"/>",
             "on the day of 'day', only from Friday to Sunday, dropped 0 days later\n");
}

/* ---- the whole pack ---- */

static const char *translate(const struct translator *translator, const char *msgid)
{
  static const char bien[] = "Bien."; /* the same in both languages, but translated */
  (void)translator;
  return g_str_equal(msgid, "si") ? "if" : g_str_equal(msgid, "Bien.") ? bien : msgid;
}

static char *preview_all(gboolean marks)
{
  OWNED(test_pack) pack = pack_new();
  struct translator texts = {.message = translate};
  struct preview_options options = {.marks = marks, .width = 1000};
  GString *out = g_string_new(NULL);
  catalogue_translate(pack->catalogue, &texts);
  preview_write(pack->catalogue, NULL, &options, out);
  return g_string_free(out, FALSE);
}

static void assert_has(const char *text, const char *part)
{
  if (!strstr(text, part))
    ASSERT_TEXT(text, part);
}

static void test_pack_texts(void)
{
  g_autofree char *all = preview_all(FALSE);
  CU_ASSERT(strstr(all, "translated") == NULL);
  char *first = strstr(all, "    prompt: ");
  CU_ASSERT_PTR_NOT_NULL_FATAL(first);
  *first = '\0';
  ASSERT_TEXT(all, "pack\n"
                   "  title: Essai\n"
                   "  about: Pour voir.\n"
                   "  subject: Un essai\n"
                   "  topic 'x': Sujet\n"
                   "  sheet 'f': Fiche\n"
                   "  source 's': Livre, Maison\n"
                   "  support: Parler\n"
                   "    paragraph: Le 112 (tel:112).\n"
                   "theme 't'\n"
                   "  title: Thème\n"
                   "  question 'other' (a few words)\n");
}

/* Each text once, and each mark where the text is in its source language. */
static void test_marks(void)
{
  OWNED(test_pack) pack = pack_new();
  guint texts = 0, marks = 0;
  g_autofree char *all = preview_all(TRUE);
  for (const char *at = all; (at = strstr(at, "[not translated] ")); at++)
    marks++;
  for (guint i = 0; i < catalogue_texts(pack->catalogue)->len; i++)
    texts += *((struct text *)catalogue_texts(pack->catalogue)->pdata[i])->source != '\0';
  CU_ASSERT(marks == texts - 2);
  assert_has(all, "    if: if\n");
  assert_has(all, "  strength 'kept' (when 'À l’aise ?' is 5 [$ease = 5]): Bien.\n");
  g_autofree char *last = g_strdup_printf("\n%u texts are not translated\n", marks);
  CU_ASSERT(g_str_has_suffix(all, last));
}

SUITE(preview, {"a question stands with its options and what is in them", test_question},
      {"a number says what it counts", test_numbers},
      {"an action says how and when it is done", test_action},
      {"and so does other advice", test_other_advice}, {"days are said in words", test_due},
      {"the pack's own texts come first", test_pack_texts},
      {"what is not translated is marked and counted", test_marks})
