/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader: structure, exact places, every fault in one run. */
#include <string.h>

#include "catalogue/spots.h"
#include "reader/catalogue_read.h"
#include "reader/translation.h"
#include "support/pack.h"
#include "support/suite.h"

#define CHOICE(id, extra)                                                                          \
  "<question id=\"" id "\" kind=\"choice\"" extra "><prompt>?</prompt>"                            \
  "<option value=\"yes\"/><option value=\"no\"/></question>\n"

static void expect(const char *pack_xml, const char *theme_xml, const char *findings)
{
  OWNED(test_pack) pack = test_pack_new(pack_xml, theme_xml);
  g_autofree char *found = test_pack_findings(pack);
  ASSERT_TEXT(found, findings);
}

static void a_sound_pack(void)
{
  OWNED(test_pack)
  pack = test_pack_new(
      "<topic id=\"time\"><title>Temps</title></topic>",
      "<question id=\"late\" kind=\"choice\" topic=\"time\"><prompt>En retard ?</prompt>"
      "<option value=\"yes\"><question id=\"minutes\" kind=\"number\" min=\"1\" max=\"90\" "
      "unit=\"minutes\">"
      "<prompt>De combien ?</prompt></question></option><option value=\"no\"/></question>"
      "<question id=\"hour\" kind=\"time\" min=\"00:05\"><prompt>Quand ?</prompt></question>"
      "<action id=\"call\" channel=\"phone\" when=\"$late = 'yes'\"><title>Appeler</title>"
      "<due after=\"answered\" days=\"1\" on=\"mon-fri\" at=\"09:30\"/></action>");
  g_autofree char *found = test_pack_findings(pack);
  ASSERT_TEXT(found, "");
  const struct question *minutes = item_question(test_pack_item(pack, "minutes"));
  CU_ASSERT_EQUAL(minutes->kind, KIND_NUMBER);
  CU_ASSERT_TRUE(minutes->optional);
  CU_ASSERT_EQUAL(minutes->max.number, 90);
  CU_ASSERT_EQUAL(minutes->item.parent->kind, ITEM_OPTION);
  CU_ASSERT_STRING_EQUAL(minutes->item.parent->id, "yes");
  const struct question *hour = item_question(test_pack_item(pack, "hour"));
  CU_ASSERT_TRUE(hour->min.given && !hour->max.given);
  CU_ASSERT_EQUAL(hour->min.number, 5);
  const struct action *call = item_action(test_pack_item(pack, "call"));
  CU_ASSERT_EQUAL(call->dues->at, 9 * 60 + 30);
  CU_ASSERT_EQUAL(call->dues->until, -1);
  CU_ASSERT_STRING_EQUAL(call->titles->source, "Appeler");
  CU_ASSERT_TRUE(call->item.order > minutes->item.order);
  CU_ASSERT_PTR_NOT_NULL(catalogue_find(pack->catalogue, "late"));
}

static void every_fault_in_one_run(void)
{
  expect(
      NULL,
      "<question id=\"a\" knd=\"text\"><promt>?</promt></question>\n"
      "<action id=\"B\" channel=\"mail\"><title>x</title><due after=\"answered\" "
      "on=\"monday\"/></action>\n",
      "10-theme.xml:3:23: error: there is no attribute 'knd' on 'question'; did you mean 'kind'? "
      "[unknown-attribute]\n"
      "10-theme.xml:3:29: error: there is no element 'promt'; did you mean 'prompt'? "
      "[unknown-element]\n"
      "10-theme.xml:4:13: error: attribute 'id' cannot be 'B'; what is wanted is: small "
      "letters without accents, digits and hyphens, first a letter, at most 64; did you mean 'b'? "
      "[bad-attribute]\n"
      "10-theme.xml:4:25: error: attribute 'channel' cannot be 'mail'; what is wanted is: email, "
      "phone, letter, person, self; did you mean 'email'? [bad-attribute]\n"
      "10-theme.xml:4:73: error: 'monday' names no weekdays; write them as mon-fri, tue-thu or tue "
      "fri [impossible-weekday]\n");
}

static void places_count_characters(void)
{
  expect(
      NULL,
      "<question id=\"a\" kind=\"text\"><prompt>Où ça, été ? « ici »</prompt></question><nope/>\n",
      "10-theme.xml:3:78: error: there is no element 'nope': here can stand question, repeat, "
      "action, "
      "lesson, strength, remark, opening, reply and title [unknown-element]\n");
  expect(NULL,
         CHOICE("a", "") "<question id=\"b\" kind=\"text\"\n  when=\"$a = 'é' and $x &lt; 3 and $c "
                         "= 1\"><prompt>?</prompt></question>\n",
         "10-theme.xml:5:22: error: there is no 'x' that could be named here [unknown-name]\n"
         "10-theme.xml:5:36: error: there is no 'c' that could be named here [unknown-name]\n");
  expect(NULL, CHOICE("a", "") CHOICE("b", " when=\"$a = 'yes'\n or $x\""),
         "10-theme.xml:5:5: error: there is no 'x' that could be named here [unknown-name]\n");
}

static void comments_stand_where_they_begin(void)
{
  expect(NULL, "<remark>Été <!-- <em>1</em> < 2 --> fini.</remark><remark>a<?b < c?></remark>",
         "10-theme.xml:3:13: error: a comment cannot stand inside the text of 'remark'; put it "
         "before the element [comment-in-text]\n"
         "10-theme.xml:3:60: error: a processing instruction is not allowed here; leave it out "
         "[processing-instruction]\n");
}

#define OFFER(value) "<option value=\"" value "\"><label>" value "</label></option>"
#define OFFER_SIX(a, b, c, d, e, f) OFFER(a) OFFER(b) OFFER(c) OFFER(d) OFFER(e) OFFER(f)
#define OFFER_TWELVE OFFER_SIX("a", "b", "c", "d", "e", "f") OFFER_SIX("g", "h", "i", "j", "k", "l")
#define ASK(options)                                                                               \
  "<question id=\"q\" kind=\"choice\" default=\"z\"><prompt>?</prompt>" options "</question>\n"

static void a_short_list_is_told(void)
{
  expect(NULL, ASK(OFFER_TWELVE),
         "10-theme.xml:3:41: error: question 'q' does not offer 'z': what it offers is a, b, c, d, "
         "e, f, g, h, i, j, k and l [value-not-offered]\n");
  expect(NULL, ASK(OFFER_TWELVE OFFER("m")),
         "10-theme.xml:3:41: error: question 'q' does not offer 'z' [value-not-offered]\n");
}

static void conditions_look_back(void)
{
  expect(NULL, CHOICE("a", " when=\"$b = 'yes'\"") CHOICE("b", ""),
         "10-theme.xml:3:38: error: 'b' cannot be named here: it is answered only later, and what "
         "is named must come before "
         "[forward-reference]\n"
         "10-theme.xml:4:1: note: it stands here\n");
  expect(NULL, CHOICE("a", " when=\"$a = 'yes'\""),
         "10-theme.xml:3:38: error: 'a' cannot be named here: it is answered only later, and what "
         "is named must come before "
         "[forward-reference]\n"
         "10-theme.xml:3:1: note: it stands here\n");
  expect("<define id=\"d\" test=\"$b = 'yes'\"/>", CHOICE("a", " when=\"$d\"") CHOICE("b", ""),
         "10-theme.xml:3:38: error: 'd' cannot be named here: it depends on 'b', which is answered "
         "only later "
         "[forward-reference]\n"
         "10-theme.xml:4:1: note: it stands here\n");
  expect("<define id=\"d\" test=\"$d\"/>", NULL,
         "pack.xml:3:22: error: 'd' cannot be named here: a define can only use those that stand "
         "above it [forward-reference]\npack.xml:3:1: note: it stands here\n");
  expect("<define id=\"d\" test=\"$e\"/><define id=\"e\" test=\"$a = 'yes'\"/>", CHOICE("a", ""),
         "pack.xml:3:22: error: 'e' cannot be named here: a define can only use those that stand "
         "above it "
         "[forward-reference]\n"
         "pack.xml:3:27: note: it stands here\n");
}

static void actions_wait_for_earlier_ones(void)
{
  expect(NULL,
         "<action id=\"a\" channel=\"self\"><title>A</title><due after=\"b\"/></action>\n"
         "<action id=\"b\" channel=\"self\"><title>B</title><due after=\"a\"/></action>\n",
         "10-theme.xml:3:59: error: 'b' cannot be named here: an action can only wait for one that "
         "stands above it, or for a slot [forward-reference]\n"
         "10-theme.xml:4:1: note: it stands here\n");
}

static void a_label_cannot_quote_itself(void)
{
  expect(NULL,
         "<question id=\"a\" kind=\"choice\"><prompt>?</prompt><option value=\"x\">"
         "<label><answer of=\"a\"/></label></option></question>",
         "10-theme.xml:3:87: error: 'a' cannot be named here: it is answered only later, and what "
         "is named must come before "
         "[forward-reference]\n10-theme.xml:3:1: note: it stands here\n");
}

static void ticks_may_be_named_anywhere(void)
{
  expect(
      NULL,
      CHOICE("a", " when=\"$thanks and not($call)\"") "<action id=\"x\" channel=\"email\" "
                                                      "slot=\"thanks\"><title>x</title></action>"
                                                      "<action id=\"call\" "
                                                      "channel=\"email\"><title>x</title></action>",
      "");
  expect(NULL,
         CHOICE("a", " when=\"$x\"") "<action id=\"x\" channel=\"email\" "
                                     "slot=\"thanks\"><title>x</title></action>",
         "10-theme.xml:3:38: error: there is no 'x' that could be named here; did you mean "
         "'thanks'? [unknown-name]\n");
}

/* What is missing because it was not read, or because its id is refused, is not told again. */
static void one_fault_is_one_finding(void)
{
  static const char users[] =
      "<remark when=\"$a = 'yes' and $hurry\"><answer of=\"a\"/></remark>"
      "<lesson id=\"l\" topic=\"arrival\"><if>x</if><then>y</then></lesson>"
      "<action id=\"u\" channel=\"self\"><title>x</title><due after=\"call\"/></action>";
  static const char *const cases[][3] = {
      {"<define id=\"hurry\" test=\"$a = 'yes'\"/><topic id=\"arrival\"><title>x</title></topic>",
       "<question id=\"A\" kind=\"choice\"><prompt>?</prompt><option value=\"yes\"><action "
       "id=\"x\" slot=\"call\" channel=\"self\"><title>x</title></action></option></question>",
       "10-theme.xml:3:15: error: attribute 'id' cannot be 'A'; what is wanted is: small "
       "letters without accents, digits and hyphens, first a letter, at most 64; did you mean 'a'? "
       "[bad-attribute]\n"},
      {"<define id=\"hurry\" test=\"$a = 'yes'\"/><topic id=\"arrival\"><title>x</title></topic>",
       "<questoin id=\"a\" kind=\"choice\"><prompt>?</prompt><option value=\"yes\"><action "
       "id=\"x\" slot=\"call\" channel=\"self\"><title>x</title></action></option></questoin>",
       "10-theme.xml:3:1: error: there is no element 'questoin'; did you mean 'question'? "
       "[unknown-element]\n"},
      {"<h xmlns=\"urn:other\"><define id=\"hurry\"/><topic id=\"arrival\"/></h>",
       CHOICE("a", "") "<action id=\"call\" channel=\"self\"><title>x</title></action>",
       "pack.xml:3:1: error: element 'h' is not in the namespace urn:rebond:content:1; write "
       "xmlns=\"urn:rebond:content:1\" on the root element [foreign-namespace]\n"},
      {"<define id=\"Hurry\" test=\"true()\"/><topic id=\"arrival\"><title>x</title></topic>",
       CHOICE("a", "") "<action id=\"call\" channel=\"self\"><title>x</title></action>",
       "pack.xml:3:13: error: attribute 'id' cannot be 'Hurry'; what is wanted is: small "
       "letters without accents, digits and hyphens, first a letter, at most 64; did you mean "
       "'hurry'? [bad-attribute]\n"},
      {"<define id=\"hurry\" test=\"true()\"/><topic id=\"Arrival\"><title>x</title></topic>",
       CHOICE("a", "") "<action id=\"call\" channel=\"self\"><title>x</title></action>",
       "pack.xml:3:46: error: attribute 'id' cannot be 'Arrival'; what is wanted is: small "
       "letters without accents, digits and hyphens, first a letter, at most 64; did you mean "
       "'arrival'? [bad-attribute]\n"},
      {"<define id=\"hurry\" test=\"true()\"/><tpoic id=\"arrival\"><title>x</title></tpoic>",
       CHOICE("a", "") "<action id=\"call\" channel=\"self\"><title>x</title></action>",
       "pack.xml:3:35: error: there is no element 'tpoic'; did you mean 'topic'? "
       "[unknown-element]\n"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *theme = g_strconcat(cases[i][1], users, NULL);
    expect(cases[i][0], theme, cases[i][2]);
  }
}

static void names_are_given_once(void)
{
  expect(NULL, CHOICE("a", "") CHOICE("a", ""),
         "10-theme.xml:4:1: error: 'a' is the name of something else too; give one of the two "
         "another, or take out the copy [duplicate-id]\n"
         "10-theme.xml:3:1: note: the other stands here\n");
  expect(NULL,
         "<question id=\"q\" kind=\"choice\"><prompt>?</prompt><option value=\"yes\"/>\n<option "
         "value=\"yes\"/></question>",
         "10-theme.xml:4:1: error: question 'q' already has an option 'yes' [duplicate-value]\n"
         "10-theme.xml:3:50: note: first defined here\n");
}

static void order_and_number_of_children(void)
{
  expect(NULL,
         "<question id=\"q\" "
         "kind=\"text\"><label>A</label><prompt>?</prompt><label>B</label></question>",
         "10-theme.xml:3:46: error: element 'prompt' stands before 'label', not after it "
         "[wrong-order]\n"
         "10-theme.xml:3:64: error: element 'label' stands only once in 'question' "
         "[repeated-element]\n");
}

static void kinds_and_their_attributes(void)
{
  expect(
      NULL,
      "<question id=\"q\" kind=\"scale\" min=\"5\" max=\"1\"><prompt>?</prompt></question>\n"
      "<question id=\"r\" kind=\"date\" min=\"2026-02-30\"><prompt>?</prompt></question>\n"
      "<question id=\"s\" kind=\"text\" min=\"1\"><prompt>?</prompt></question>\n"
      "<question id=\"u\" kind=\"choice\" default=\"x\"><prompt>?</prompt></question>\n",
      "10-theme.xml:3:44: error: min 5 is over max 1; no answer could be right [min-over-max]\n"
      "10-theme.xml:4:35: error: '2026-02-30' is in no calendar and on no clock [impossible-date]\n"
      "10-theme.xml:5:35: error: attribute 'min' has no meaning on text; leave it out "
      "[misused-attribute]\n"
      "10-theme.xml:6:1: error: element 'question' lacks 'option' [missing-element]\n");
}

static void sources_have_a_date(void)
{
  expect(
      "<source id=\"a\" date=\"2026\"><title>A</title></source>"
      "<source id=\"b\" date=\"2026-11\"><title>B</title></source>"
      "<source id=\"c\" date=\"2026-11-12\"><title>C</title></source>\n"
      "<source id=\"d\" date=\"2022-06-31\"><title>D</title></source>\n"
      "<source id=\"e\" date=\"2016-13\"><title>E</title></source>\n"
      "<source id=\"f\" date=\"12/11/2026\"><title>F</title></source>\n",
      NULL,
      "pack.xml:4:22: error: '2022-06-31' is in no calendar and on no clock [impossible-date]\n"
      "pack.xml:5:22: error: '2016-13' is in no calendar and on no clock [impossible-date]\n"
      "pack.xml:6:22: error: attribute 'date' cannot be '12/11/2026'; what is wanted is: a year, "
      "a month or a day such as 2026, 2026-11 or 2026-11-12 [bad-attribute]\n");
}

static void a_pack_has_a_language(void)
{
  static const char *const cases[][2] = {
      {"xml:lang=\"français\"",
       "pack.xml:1:56: error: attribute 'xml:lang' cannot be 'français'; what is wanted is: the "
       "tag of a language such as fr, en or fr-CA [bad-attribute]\n"},
      {"lang=\"fr\"",
       "pack.xml:1:52: error: there is no attribute 'lang' on 'pack'; did you mean 'xml:lang'? "
       "[unknown-attribute]\n"},
      {"xml:lang=\"fr-CA\"", ""},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    char *folder = test_folder_new();
    g_autofree char *text =
        g_strdup_printf("<pack xmlns=\"urn:rebond:content:1\" id=\"test\" %s><title>T</title>"
                        "<about>A</about><subject>S</subject></pack>",
                        cases[i][0]);
    test_folder_write(folder, "pack.xml", text);
    OWNED(test_pack) pack = test_pack_read(folder);
    g_autofree char *found = test_pack_findings(pack);
    ASSERT_TEXT(found, cases[i][1]);
  }
}

static void texts_have_one_form(void)
{
  OWNED(test_pack)
  pack = test_pack_new(
      NULL, CHOICE("a", "") "<strength id=\"s\">\n  Bien &amp; <em> dit </em>,\n <answer "
                            "else=\"l&quot;un\"   of=\"a\" ></answer> !\n</strength>");
  const struct strength *strength = item_strength(test_pack_item(pack, "s"));
  ASSERT_TEXT(strength->text->source,
              "Bien &amp; <em>dit</em> , <answer of=\"a\" else=\"l&quot;un\"/> !");
  const struct piece *piece = strength->text->pieces;
  ASSERT_TEXT(piece->text, "Bien & ");
  CU_ASSERT_EQUAL(piece->next->kind, PIECE_EM);
  ASSERT_TEXT(piece->next->children->text, "dit");
  ASSERT_TEXT(piece->next->next->text, " , ");
  CU_ASSERT_EQUAL(piece->next->next->next->kind, PIECE_ANSWER);
  CU_ASSERT_PTR_EQUAL(piece->next->next->next->name, catalogue_find(pack->catalogue, "a"));
}

static void files_that_are_no_content(void)
{
  static const struct {
    const char *text, *findings;
  } cases[] = {
      {"<theme xmlns=\"urn:rebond:content:1\" id=\"u\">\n<title>T</title>\n<question id=\"x\" ki",
       "20.xml:3:18: error: not well-formed XML: attribute 'ki' lacks its value"},
      {"<!DOCTYPE theme [<!ENTITY a \"b\">]>\n<theme/>", "20.xml:1:1: error: a DOCTYPE"},
      {"<theme xmlns=\"urn:rebond:content:1\" id=\"u\">\n<title>\xe9t\xe9</title></theme>",
       "20.xml:2:8: error: this is not UTF-8"},
      {"<theme id=\"u\"><title>T</title></theme>", "20.xml:1:1: error: element 'theme' is not in"},
      {"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><theme xmlns=\"urn:rebond:content:1\" "
       "id=\"u\"><title>T</title></theme>",
       "20.xml:1:1: error: this is not UTF-8"},
      {"\xff\xfe<\0t\0", "20.xml:1:1: error: this is not UTF-8"},
      {"", "20.xml:1:1: error: not well-formed XML: it has no element"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    OWNED(test_pack) pack = test_pack_new(NULL, NULL);
    OWNED(findings) findings = findings_new(NULL);
    test_folder_write(pack->folder, "20.xml", cases[i].text);
    OWNED(catalogue) catalogue = catalogue_read(pack->folder, NULL, findings);
    CU_ASSERT_TRUE(!catalogue || !catalogue->sound);
    const struct finding *first = findings_get(findings, 0);
    CU_ASSERT_PTR_NOT_NULL_FATAL(first);
    g_autofree char *file = g_path_get_basename(first->place.file);
    g_autofree char *shown = g_strdup_printf("%s:%u:%u: error: %s", file, first->place.line,
                                             first->place.column, first->message);
    if (!g_str_has_prefix(shown, cases[i].findings))
      ASSERT_TEXT(shown, cases[i].findings);
  }
}

static void a_byte_order_mark_and_crlf(void)
{
  OWNED(test_pack) pack = test_pack_new(NULL, NULL);
  OWNED(findings) findings = findings_new(NULL);
  test_folder_write(pack->folder, "20.xml",
                    "\xef\xbb\xbf<theme xmlns=\"urn:rebond:content:1\" id=\"u\">\r\n"
                    "<title>Deux\r\nmots</title>\r\n<oops/></theme>");
  OWNED(catalogue) catalogue = catalogue_read(pack->folder, NULL, findings);
  CU_ASSERT_EQUAL(findings_count(findings, SEVERITY_ERROR), 1);
  CU_ASSERT_EQUAL(findings_get(findings, 0)->place.line, 4);
  CU_ASSERT_EQUAL(findings_get(findings, 0)->place.column, 1);
  ASSERT_TEXT(item_theme(catalogue->themes->next)->title->source, "Deux mots");
}

/* The window moves many times, and tags lie across its edges. */
static void places_in_a_long_file(void)
{
  g_autoptr(GString) theme = g_string_new(NULL);
  for (int i = 0; i < 70000; i++)
    g_string_append_printf(theme, "<remark>é%d</remark>%s\n", i, i % 7000 ? "" : "<no/>");
  OWNED(test_pack) pack = test_pack_new(NULL, theme->str);
  CU_ASSERT_EQUAL(findings_count(pack->findings, SEVERITY_ERROR), 10);
  for (guint i = 0; i < 10; i++) {
    const struct finding *finding = findings_get(pack->findings, i);
    CU_ASSERT_EQUAL(finding->place.line, 3 + 7000 * i);
    CU_ASSERT_EQUAL(finding->place.column, i ? strlen("<remark>x00000</remark>") + (i > 1) : 20);
  }
}

static void hostile_depth_and_length(void)
{
  g_autoptr(GString) theme = g_string_new(NULL);
  for (int i = 0; i < 100000; i++)
    g_string_append(theme, "<question id=\"q\">");
  OWNED(test_pack) deep = test_pack_new(NULL, theme->str);
  CU_ASSERT_TRUE(findings_count(deep->findings, SEVERITY_ERROR) > 0);
  g_string_assign(theme, "<remark>");
  for (int i = 0; i < 100000; i++)
    g_string_append(theme, "mot ");
  g_string_append(theme, "</remark>");
  expect(NULL, theme->str,
         "10-theme.xml:3:1: error: the text of 'remark' is longer than 16 kB; make several of it "
         "[text-too-long]\n");
}

static const char *translated(const struct translator *translator, const char *msgid)
{
  (void)translator;
  if (g_str_equal(msgid, "Oui <em>bien</em>"))
    return "<em>Well</em> yes";
  if (g_str_equal(msgid, "Non <em>pas</em>"))
    return "No, <strong>not</strong>";
  if (g_str_equal(msgid, "<blank id=\"m\" optional=\"yes\">mot</blank>"))
    return "<blank id=\"m\">word</blank>";
  if (g_str_equal(msgid, "<blank id=\"n\" optional=\"yes\" example=\"un\">mot</blank>"))
    return "<blank id=\"n\" example=\"one\" optional=\"yes\">word</blank>";
  return msgid;
}

static void translated_texts_keep_their_markup(void)
{
  const struct translator translator = {.message = translated};
  OWNED(test_pack)
  pack = test_pack_new(
      NULL,
      "<remark id=\"r\">Oui <em>bien</em></remark><remark id=\"s\">Non <em>pas</em></remark>");
  catalogue_translate(pack->catalogue, &translator);
  const struct piece *pieces =
      translation_pieces(pack->catalogue, item_remark(test_pack_item(pack, "r"))->text);
  CU_ASSERT_EQUAL(pieces->kind, PIECE_EM);
  ASSERT_TEXT(pieces->children->text, "Well");
  pieces = translation_pieces(pack->catalogue, item_remark(test_pack_item(pack, "s"))->text);
  ASSERT_TEXT(pieces->text, "Non ");
}

/* What may be left in one language may be in the other. */
static void translated_blanks_stay_optional(void)
{
  const struct translator translator = {.message = translated};
  OWNED(test_pack)
  pack = test_pack_new(NULL, "<action id='a' channel='letter'><title>T</title><draft id='d'>"
                             "<p><blank id='m' optional='yes'>mot</blank></p><p><blank id='n' "
                             "example='un' optional='yes'>mot</blank></p></draft></action>");
  catalogue_translate(pack->catalogue, &translator);
  const struct text *first = item_action(test_pack_item(pack, "a"))->drafts->paragraphs;
  ASSERT_TEXT(translation_pieces(pack->catalogue, first)->children->text, "mot");
  const struct piece *second = translation_pieces(pack->catalogue, first->next);
  ASSERT_TEXT(second->children->text, "word");
  ASSERT_TEXT(second->text, "one");
}

/* ---- the visit of what was read ---- */

static void count_text(const struct spot *spot, void *times)
{
  if (spot->kind != SPOT_TEXT)
    return;
  guint before = GPOINTER_TO_UINT(g_hash_table_lookup(times, spot->text));
  g_hash_table_insert(times, (gpointer)spot->text, GUINT_TO_POINTER(before + 1));
}

/* What no spot shows nobody checks. */
static void every_text_is_a_spot_once(void)
{
  g_autofree char *folder = g_build_filename(g_getenv("SOURCE"), "content", NULL);
  OWNED(findings) findings = findings_new(NULL);
  OWNED(catalogue) catalogue = catalogue_read(folder, NULL, findings);
  CU_ASSERT_PTR_NOT_NULL_FATAL(catalogue);
  g_autoptr(GHashTable) times = g_hash_table_new(NULL, NULL);
  spots_visit(catalogue, count_text, times);
  const GPtrArray *texts = catalogue_texts(catalogue);
  for (guint i = 0; i < texts->len; i++) {
    const struct text *text = texts->pdata[i];
    guint seen = GPOINTER_TO_UINT(g_hash_table_lookup(times, text));
    if (text->owner && seen != 1) {
      printf("\n%s of '%s': %u times", text->element, text->owner->id, seen);
      CU_FAIL("a text of a theme is no spot, or twice");
    }
  }
  CU_ASSERT(texts->len > 1000);
}

SUITE(reader, {"a sound pack is read whole", a_sound_pack},
      {"every fault is found in one run", every_fault_in_one_run},
      {"columns count characters, also in conditions", places_count_characters},
      {"comments stand where they begin", comments_stand_where_they_begin},
      {"what a question offers is told if it is a dozen at most", a_short_list_is_told},
      {"conditions look back only", conditions_look_back},
      {"actions wait for earlier ones", actions_wait_for_earlier_ones},
      {"a label cannot quote its own question", a_label_cannot_quote_itself},
      {"ticks may be named anywhere", ticks_may_be_named_anywhere},
      {"one fault is one finding", one_fault_is_one_finding},
      {"a name is given once", names_are_given_once},
      {"children have an order and a number", order_and_number_of_children},
      {"kinds have their attributes", kinds_and_their_attributes},
      {"sources have the date of a calendar", sources_have_a_date},
      {"a pack has the tag of a language", a_pack_has_a_language},
      {"texts have one canonical form", texts_have_one_form},
      {"files that are no content are refused", files_that_are_no_content},
      {"a byte order mark and CRLF are accepted", a_byte_order_mark_and_crlf},
      {"places hold in a long file", places_in_a_long_file},
      {"depth and length have limits", hostile_depth_and_length},
      {"translated texts keep their markup", translated_texts_keep_their_markup},
      {"translated blanks stay optional", translated_blanks_stay_optional},
      {"every text is a spot, once", every_text_is_a_spot_once})
