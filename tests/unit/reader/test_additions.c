/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Additions of a person's own, and which files may hold them. */
#include <string.h>

#include "catalogue/catalogue.h"
#include "reader/catalogue_read.h"
#include "support/pack.h"
#include "support/suite.h"

#define CHOICE(id, extra)                                                                          \
  "<question id=\"" id "\" kind=\"choice\"" extra "><prompt>?</prompt>"                            \
  "<option value=\"yes\"/><option value=\"no\"/></question>\n"

static void additions_extend_the_pack(void)
{
  OWNED(test_pack) pack = test_pack_new(NULL, CHOICE("a", "") "<remark id=\"z\">fin</remark>");
  OWNED(findings) findings = findings_new(NULL);
  test_folder_write(
      pack->folder, "own/test/1.xml",
      "<extend xmlns=\"urn:rebond:content:1\" question=\"a\" at=\"start\">"
      "<option value=\"perhaps\"><label>P</label></option><remark id=\"r\">r</remark></extend>");
  test_folder_write(pack->folder, "own/test/2.xml",
                    "<extend xmlns=\"urn:rebond:content:1\" question=\"a\" option=\"no\"><remark "
                    "id=\"n\">n</remark></extend>");
  test_folder_write(
      pack->folder, "own/test/3.xml",
      "<extend xmlns=\"urn:rebond:content:1\" theme=\"t\"><remark id=\"e\">e</remark></extend>");
  test_folder_write(pack->folder, "own/test/4.xml",
                    "<extend xmlns=\"urn:rebond:content:1\" question=\"aa\"/>");
  g_autofree char *own = g_build_filename(pack->folder, "own", NULL);
  OWNED(catalogue) catalogue = catalogue_read(pack->folder, own, findings);
  CU_ASSERT_EQUAL(findings_count(findings, SEVERITY_ERROR), 1);
  CU_ASSERT_TRUE(g_str_has_suffix(findings_get(findings, 0)->place.file, "4.xml"));
  const struct item *a = catalogue_find(catalogue, "a")->item;
  ASSERT_TEXT(a->first->id, "perhaps");
  ASSERT_TEXT(a->first->next->id, "yes");
  ASSERT_TEXT(a->first->next->next->id, "no");
  ASSERT_TEXT(a->first->next->next->first->id, "n");
  ASSERT_TEXT(a->first->next->next->next->id, "r");
  ASSERT_TEXT(a->next->id, "z");
  ASSERT_TEXT(a->next->next->id, "e");
  CU_ASSERT_PTR_EQUAL(a->first->parent, a);
}

static void additions_say_what_they_extend(void)
{
  static const char *const cases[][2] = {
      {"question=\"a\" theme=\"t\">",
       "1.xml:1:48: error: attribute 'question' has no meaning on extend "
       "theme; leave it out [misused-attribute]\n"},
      {"theme=\"t\" option=\"no\">",
       "1.xml:1:56: error: attribute 'option' has no meaning on extend "
       "theme; leave it out [misused-attribute]\n"},
      {"at=\"end\">",
       "1.xml:1:1: error: element 'extend' lacks the attribute 'question / pack / theme' "
       "[missing-attribute]\n"},
      {"question=\"z\">", "1.xml:1:48: error: there is no question 'z' [unknown-id]\n"},
      {"question=\"lat\">",
       "1.xml:1:48: error: there is no question 'lat'; did you mean 'late'? [unknown-id]\n"},
      {"theme=\"arival\">",
       "1.xml:1:45: error: there is no theme 'arival'; did you mean 'arrival'? [unknown-id]\n"},
      {"question=\"late\" option=\"yess\">",
       "1.xml:1:62: error: there is no option 'yess'; did you mean 'yes'? [unknown-id]\n"},
      {"theme=\"t\"><option value=\"yes\"/>",
       "1.xml:1:48: error: element 'option' cannot stand here (in 'extend theme'): it "
       "goes with <extend question=\"…\"> [misplaced-element]\n"},
  };
  OWNED(test_pack)
  pack = test_pack_new(NULL, CHOICE("a", "") CHOICE("late", "") "<remark id=\"z\">fin</remark>");
  test_folder_write(
      pack->folder, "20.xml",
      "<theme xmlns=\"urn:rebond:content:1\" id=\"arrival\"><title>A</title></theme>");
  g_autofree char *own = g_build_filename(pack->folder, "own", NULL);
  g_autofree char *folder = g_build_filename(own, "test/", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *text =
        g_strconcat("<extend xmlns=\"urn:rebond:content:1\" ", cases[i][0], "</extend>", NULL);
    test_folder_write(pack->folder, "own/test/1.xml", text);
    OWNED(findings) findings = findings_new(NULL);
    OWNED(catalogue) catalogue = catalogue_read(pack->folder, own, findings);
    CU_ASSERT_TRUE(!catalogue || !catalogue->sound);
    g_autoptr(GString) out = g_string_new(NULL);
    findings_print(findings, out);
    g_string_replace(out, folder, "", 0);
    ASSERT_TEXT(out->str, cases[i][1]);
  }
}

/* ROOT in the file NAME of a pack, additions in own/. */
static void assert_root(const char *name, const char *root, const char *expected)
{
  OWNED(test_pack) pack = test_pack_new(NULL, NULL);
  g_autofree char *text = g_strdup_printf("<%s xmlns=\"urn:rebond:content:1\"/>", root);
  test_folder_write(pack->folder, name, text);
  OWNED(findings) findings = findings_new(NULL);
  g_autofree char *own = g_build_filename(pack->folder, "own", NULL);
  OWNED(catalogue) catalogue = catalogue_read(pack->folder, own, findings);
  CU_ASSERT_TRUE(!catalogue || !catalogue->sound);
  ASSERT_TEXT(findings_get(findings, 0)->message, expected);
}

static void files_have_their_roots(void)
{
  assert_root("20.xml", "extend",
              "element 'extend' cannot stand here (in '20.xml'): beside pack.xml a file holds one "
              "theme; an extend stands among your own additions, in "
              "~/.config/rebond/content/PACK-ID, and an example in examples");
  assert_root("own/test/a.xml", "pack",
              "element 'pack' cannot stand here (in 'a.xml'): a file of your own additions holds "
              "one theme or one extend; an example stands in the folder examples of a pack");
  assert_root("pack.xml", "theme",
              "element 'theme' cannot stand here (in 'pack.xml'): pack.xml holds one pack");
}

SUITE(additions, {"they extend the pack", additions_extend_the_pack},
      {"they say what they extend", additions_say_what_they_extend},
      {"files have their roots", files_have_their_roots})
