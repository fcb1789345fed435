/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plain content goes past the parser, and nobody may notice: the same text is read as it is, and
 * with a reference in a comment before its root, after which all goes through the parser. Both
 * tell the same events at the same places and find the same faults.
 */
#include "catalogue/plain.h"

#include <string.h>

#include "catalogue/xml_source.h"
#include "support/files.h"
#include "support/pack.h"
#include "support/random.h"
#include "support/suite.h"

#define SOUPS 30000
#define SOUND_SCRAPS 7 /* of those below */

/* ---- what is read, in words ---- */

struct record {
  GString *words;
  GString *run;       /* characters since the last tag */
  gsize past, parsed; /* bytes that went past the parser, and that came from it */
  struct xml_sink sink;
};

static void put_place(GString *words, struct place place)
{
  g_string_append_printf(words, "%u:%u ", place.line, place.column);
}

static void end_run(struct record *record)
{
  if (record->run->len)
    g_string_append_printf(record->words, "'%s'\n", record->run->str);
  g_string_truncate(record->run, 0);
}

static void on_start(void *data, const struct xml_tag *tag)
{
  struct record *record = data;
  end_run(record);
  put_place(record->words, xml_tag_place(tag));
  g_string_append_printf(record->words, "<%s%s", xml_tag_ours(tag) ? "" : "?", xml_tag_name(tag));
  for (guint i = 0; i < xml_tag_attributes(tag); i++) {
    gsize length;
    g_autofree char *raw = xml_attribute_raw(tag, i);
    const char *value = xml_attribute_value(tag, i, &length);
    g_string_append_printf(record->words, " %s=", xml_attribute_name(tag, i));
    put_place(record->words, xml_attribute_place(tag, i));
    g_string_append_printf(record->words, "'%.*s'%s", (int)length, value, raw ? raw : "");
  }
  g_string_append(record->words, ">\n");
}

static void on_end(void *data)
{
  struct record *record = data;
  end_run(record);
  g_string_append(record->words, "</>\n");
}

/* The place of what is not blank is asked for in content, and of the first character. */
static void on_characters(void *data, const char *text, gsize length)
{
  struct record *record = data;
  const struct window *window = &record->sink.source->window;
  *(window_holds(window, text) ? &record->past : &record->parsed) += length;
  if (!record->run->len)
    put_place(record->words, xml_text_place(&record->sink, text));
  g_string_append_len(record->run, text, (gssize)length);
}

static void on_aside(void *data, struct place place, gboolean comment)
{
  struct record *record = data;
  end_run(record);
  put_place(record->words, place);
  g_string_append(record->words, comment ? "comment\n" : "instruction\n");
}

/* What reading TEXT, or else the file NAME, tells; *SHARE (or NULL): how much of its characters
 * went past the parser. Caller frees. */
static char *told_of(const char *text, const char *name, double *share)
{
  OWNED(findings) findings = findings_new(NULL);
  g_autoptr(GString) run = g_string_new(NULL);
  struct record record = {.words = g_string_new(NULL), .run = run};
  struct xml_sink *sink = &record.sink;
  *sink = (struct xml_sink){on_start, on_end, on_characters, on_aside, .data = &record};
  gboolean whole = text ? xml_read_string(text, strlen(text), name, sink, findings)
                        : xml_read_file(name, sink, findings);
  end_run(&record);
  g_string_append(record.words, whole ? "whole\n" : "broken off\n");
  if (share)
    *share = (double)record.past / (double)(record.past + record.parsed);
  findings_print(findings, record.words);
  return g_string_free(record.words, FALSE);
}

/* ---- with and without ---- */

/* COMMENT takes the place of an XML declaration, which nothing may stand before. */
static char *with_comment(const char *comment, const char *text)
{
  const char *end = g_str_has_prefix(text, "<?xml ") ? strstr(text, "?>") : NULL;
  return g_strconcat(comment, end ? end + strlen("?>") : text, NULL);
}

static gboolean is_same(const char *text, const char *told, const char *expected)
{
  if (g_str_equal(told, expected))
    return TRUE;
  g_printerr("\nin\n%s\nwas read\n%s\nand by the parser\n%s\n", text, told, expected);
  return FALSE;
}

static gboolean tells_the_same(const char *text)
{
  g_autofree char *plain = with_comment("<!--  -->", text);
  g_autofree char *marked = with_comment("<!--&#-->", text);
  g_autofree char *told = told_of(plain, "text.xml", NULL),
                  *expected = told_of(marked, "text.xml", NULL);
  return is_same(text, told, expected);
}

static void test_files(void)
{
  g_autoptr(GPtrArray) files = files_below("content"), tests = files_below("tests");
  g_ptr_array_extend_and_steal(files, g_steal_pointer(&tests));
  CU_ASSERT_TRUE(files->len > 100);
  for (guint i = 0; i < files->len; i++) {
    g_autofree char *text = NULL;
    CU_ASSERT_TRUE_FATAL(g_file_get_contents(files->pdata[i], &text, NULL, NULL));
    CU_ASSERT_TRUE(tells_the_same(text));
  }
}

/* ---- soups ---- */

static const char *const scraps[] = {
    "<a>",
    "</a>",
    "<a i=\"x\">",
    "</a>",
    "<b/>",
    "text é",
    "\n  ",
    "<b>",
    "<c-d>",
    "</b>",
    "</c-d>",
    "</a >",
    "<a/>",
    "<b />",
    "<b i='y' k=\"z\">",
    "<a\n  i=\"é\"\n  k='>'>",
    "<b i=''/>",
    "<a i='x' i='y'>",
    "<b i=x>",
    "<b i>",
    "<a i='x'k='y'>",
    "<b i = 'x'>",
    "<a i='&lt;'>",
    "<a i='x\ny'/>",
    "<a i='<'>",
    "<a xmlns='urn:other'>",
    "<a xmlns:p='urn:p'>",
    "<p:a>",
    "</p:a>",
    "<a p:i='x'>",
    "<a xml:lang='fr'/>",
    "<A>",
    "</A>",
    "<é>",
    "<-a>",
    "< a>",
    "<a1>",
    "text",
    "é",
    " ",
    "\n",
    "\n  ",
    "“—”",
    "&amp;",
    "&",
    "&nbsp;",
    "&#7;",
    "\f",
    "--",
    "<!- x -->",
    "]",
    "]]>",
    ">",
    "<",
    "/",
    "\"",
    "<!--",
    "-->",
    "<!-- <b>x</b> -->",
    "<![CDATA[",
    "]]>",
    "<![CDATA[<a>x</a>]]>",
    "<?go on?>",
    "<?",
    "<!DOCTYPE a>",
    "</r>",
};

/* The parser takes this for a comment that has its end if it is given no more behind it, and so may
 * find the fault sooner. */
#define TWO_FACED "<!-->"

/* Each second scrap is one of the first, which are sound, so that faults do not come too soon. */
static void put_scraps(GString *soup, GRand *rand)
{
  for (gint32 count = g_rand_int_range(rand, 1, 24); count; count--) {
    gsize range = g_rand_boolean(rand) ? SOUND_SCRAPS : G_N_ELEMENTS(scraps);
    g_string_append(soup, scraps[g_rand_int_range(rand, 0, (gint32)range)]);
  }
}

static void test_soups(void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed(random_seed(20261125));
  guint count = random_scale(SOUPS), same = 0;
  for (guint i = 0; i < count && same == i; i++) {
    g_autoptr(GString) soup = g_string_new("<r xmlns=\"urn:rebond:content:1\">");
    put_scraps(soup, rand);
    g_string_append(soup, "</r>");
    same += strstr(soup->str, TWO_FACED) || tells_the_same(soup->str);
  }
  CU_ASSERT_EQUAL(same, count);
}

/* ---- long files ---- */

/* A sound element, of SCRAPS that are sound together. */
static void put_element(GString *text, GRand *rand, guint depth)
{
  g_string_append(text, "<a i='é'>text <b k=\"z\"/>\n");
  for (gint32 count = g_rand_int_range(rand, 0, 5); count && depth; count--)
    put_element(text, rand, depth - 1);
  g_string_append(text, g_rand_boolean(rand)   ? "“é”</a>"
                        : g_rand_boolean(rand) ? "</a>\n"
                                               : "&lt;<!-- > --></a>");
}

/* A file comes in parts, which end anywhere. */
static void test_parts(void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed(random_seed(20261126));
  g_autofree char *folder = test_folder_new();
  g_autofree char *name = g_build_filename(folder, "text.xml", NULL);
  g_autoptr(GString) text = g_string_new("<!--&#--><r xmlns=\"urn:rebond:content:1\">");
  while (text->len < 1000 * 1000)
    put_element(text, rand, 5);
  g_string_append(text, "</r>");
  double none, most;
  g_autofree char *expected = told_of(text->str, name, &none);
  g_string_overwrite(text, 0, "<!--  -->");
  test_folder_write(folder, "text.xml", text->str);
  g_autofree char *told = told_of(NULL, name, &most);
  CU_ASSERT_TRUE(none == 0 && most > 0.5);
  CU_ASSERT_TRUE(g_str_equal(told, expected));
  CU_ASSERT_PTR_NOT_NULL(strstr(told, "whole"));
  test_folder_remove(folder);
}

/* ---- what is plain ---- */

/* TEXT up to where it is plain. */
static void assert_plain(const char *text, const char *expected)
{
  xmlDictPtr dictionary = xmlDictCreate();
  struct plain plain;
  plain_open(&plain, dictionary);
  plain_begin(&plain, text + strlen(text));
  g_autofree char *found = g_strndup(text, (gsize)(plain_find(&plain, text) - text));
  ASSERT_TEXT(found, expected);
  plain_close(&plain);
  xmlDictFree(dictionary);
}

static void test_plain(void)
{
  assert_plain("on <a i='x'>and <b/> on</a> until<", "on <a i='x'>and <b/> on</a> until");
  assert_plain("<a>whole</a><a>or not", "<a>whole</a>");
  assert_plain("<a>or <b>whole</b> not</c>", "");
  assert_plain("before <a>a&amp;b</a>", "before ");
  assert_plain("<a>x</a>]]><a>x</a>", "<a>x</a>");
  assert_plain("<a>x</a></b>", "<a>x</a>");
  assert_plain("<a i='1' i='2'/>", "");
  assert_plain("<a xmlns='urn:other'/>", "");
}

SUITE(plain, {"what goes past the parser is plain", test_plain},
      {"all files are read as the parser reads them", test_files},
      {"so are random scraps of XML", test_soups}, {"and files that come in parts", test_parts})
