/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of files that are no XML, and where. */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "support/suite.h"
#include "xml/xml.h"

static void on_start(void *data, const struct xml_tag *tag)
{
  (void)data, (void)tag;
}

static void on_end(void *data)
{
  (void)data;
}

static void on_characters(void *data, const char *text, gsize length)
{
  (void)data, (void)text, (void)length;
}

static void on_aside(void *data, struct place place, gboolean comment)
{
  g_string_append_printf(data, "%u:%u: %s\n", place.line, place.column,
                         comment ? "comment" : "instruction");
}

static const struct xml_sink nowhere = {on_start, on_end, on_characters, on_aside, .data = NULL};

/* What is found in TEXT, after what stands aside in it. Caller frees. */
static char *told_of(const char *text)
{
  OWNED(findings) findings = findings_new(NULL);
  g_autoptr(GString) out = g_string_new(NULL);
  struct xml_sink sink = nowhere;
  sink.data = out;
  xml_read_string(text, strlen(text), "f", &sink, findings);
  findings_print(findings, out);
  return g_string_free(g_steal_pointer(&out), FALSE);
}

/* What is found in TEXT. Caller frees. */
static char *faults_of(const char *text)
{
  OWNED(findings) findings = findings_new(NULL);
  g_autoptr(GString) out = g_string_new(NULL), aside = g_string_new(NULL);
  struct xml_sink sink = nowhere;
  sink.data = aside;
  xml_read_string(text, strlen(text), "f", &sink, findings);
  findings_print(findings, out);
  g_string_replace(out, "error: not well-formed XML: ", "", 0);
  g_string_replace(out, " [not-well-formed]", "", 0);
  return g_string_free(g_steal_pointer(&out), FALSE);
}

struct trial {
  const char *text, *told;
};

static void assert_told(const struct trial *trials, gsize count)
{
  for (gsize i = 0; i < count; i++) {
    g_autofree char *told = faults_of(trials[i].text);
    ASSERT_TEXT(told, trials[i].told);
  }
}

static void assert_all_told(const struct trial *trials, gsize count)
{
  for (gsize i = 0; i < count; i++) {
    g_autofree char *told = told_of(trials[i].text);
    ASSERT_TEXT(told, trials[i].told);
  }
}

#define NO_ELEMENT "f:1:1: it has no element; begin the file as the others do, or delete it\n"

static void elements(void)
{
  static const struct trial trials[] = {
      {"<a>\n<b>x</a>", "f:2:5: 'b' is not closed; write </b> before </a>\n"
                        "f:2:1: note: it was opened here\n"},
      {"<a><b>x</b>\n</c></a>",
       "f:2:1: </c> closes nothing; what is open here is 'a', which ends with </a>\n"
       "f:1:1: note: it was opened here\n"},
      {"<a><b/><b>x</b>\n", "f:2:1: 'a' is not closed; write </a> where it ends\n"
                            "f:1:1: note: it was opened here\n"},
      {"<a/>\nx", "f:2:1: the first element of the file has ended before this; what follows it "
                  "has a file of its own\n"},
      {"<a/><b/>", "f:1:5: the first element of the file has ended before this; what follows it "
                   "has a file of its own\n"},
      {"x<a/>", "f:1:1: text cannot stand before the first element; begin as the other files "
                "do, with <?xml …?>\n"},
      {"", NO_ELEMENT},
      {"\n \n", NO_ELEMENT},
      {"<!-- a -->\n", NO_ELEMENT},
      {"\n<?xml version='1.0'?><a/>",
       "f:2:1: <?xml …?> can only stand at the very start of the file, before any blank or line\n"},
      {"<a>é<b", "f:1:5: the tag that begins here does not end with >\n"},
      {"<a>é</a", "f:1:5: the tag that begins here does not end with >\n"},
  };
  assert_told(trials, G_N_ELEMENTS(trials));
}

static void signs(void)
{
  static const struct trial trials[] = {
      {"<a>é & é;</a>", "f:1:6: the sign & by itself is written &amp;\n"},
      {"<a i='é && é'/>", "f:1:9: in a condition && is written and; in a text the sign & by itself "
                          "is written &amp;\n"},
      {"<a i='é & é;'/>", "f:1:9: the sign & by itself is written &amp;\n"},
      {"<a>é &b é;</a>",
       "f:1:6: '&b' lacks its semicolon; the sign & by itself is written &amp;\n"},
      {"<a>é&nbsp;!</a>", "f:1:5: '&nbsp;' is not known here; type the character itself, or its "
                          "number as in &#160;\n"},
      {"<a i='é&eacute;'/>", "f:1:8: '&eacute;' is not known here; type the character itself, or "
                             "its number as in &#160;\n"},
      {"<a>é &#12</a>", "f:1:6: a character is written by its number as in &#233; or &#xE9;\n"},
      {"<a>é &#7;</a>", "f:1:6: XML does not allow the character '&#7;'; leave it out\n"},
      {"<a>é \f</a>", "f:1:6: XML does not allow the character U+000C; leave it out\n"},
      {"<a>é < 6</a>", "f:1:6: the sign < by itself is written &lt;\n"},
      {"<a>é < b</a>", "f:1:6: the sign < by itself is written &lt;\n"},
      {"<a>é < b i='3'>c</b></a>",
       "f:1:6: no blank can stand between < and the name of the element: <b\n"},
      {"<a>é <! 6</a>",
       "f:1:6: a comment is written <!-- … -->; the sign < by itself is written &lt;\n"},
      {"<a>é <!- an aside -></a>",
       "f:1:6: a comment is written <!-- … -->; the sign < by itself is written &lt;\n"},
      {"<a>é ]]> 6</a>", "f:1:6: in a text ]]> is written ]]&gt;\n"},
  };
  assert_told(trials, G_N_ELEMENTS(trials));
}

static void attributes(void)
{
  static const struct trial trials[] = {
      {"<a i='é < 3' j='4'/>",
       "f:1:9: < cannot stand in the value of an attribute; write &lt;, or close the value with "
       "its quote before\nf:1:6: note: the value begins here\n"},
      {"<a j='3' i=\"é'>\n<b/></a>",
       "f:1:12: the value of 'i' begins here and lacks its closing quote\n"},
      {"<a j='3' i='$n > 2 and $n < 3'/>",
       "f:1:27: < cannot stand in the value of an attribute; write &lt;, or close the value with "
       "its quote before\nf:1:12: note: the value begins here\n"},
      {"<a j='é' i='3 k='4' l='5'/>", "f:1:12: the value of 'i' begins here and lacks its closing "
                                      "quote: it goes on to the next attribute\n"},
      {"<a i=\"$n = \"x\"\"/>",
       "f:1:13: the value of 'i' ended at the quote before this; inside a value write ' instead of "
       "\", and before the next attribute a blank\n"},
      {"<a i='é'\u00a0j='x'/>", "f:1:9: the character U+00A0 NO-BREAK SPACE stands here; type an "
                                "ordinary blank in its place\n"},
      {"<a i:'x'/>", "f:1:4: 'i:' is no name; an attribute is written with = and its value in "
                     "quotes: name=\"value\"\n"},
      {"PK\003\004",
       "f:1:1: this is no text but the file of a word processor or another program; a "
       "file of the pack is written in a text editor\n"},
      {"{\\rtf1 \\ansi}",
       "f:1:1: this is no text but the file of a word processor or another program; a "
       "file of the pack is written in a text editor\n"},
      {"<a i = 'é'j='x'/>",
       "f:1:11: the value of 'i' ended at the quote before this; inside a value write ' instead of "
       "\", and before the next attribute a blank\n"},
      {"<a xml:lang='é' xml:lang='x'/>",
       "f:1:27: attribute 'xml:lang' stands a second time in this tag; keep one of the two\n"},
      {"<a i='é>", "f:1:6: the value that begins here lacks its closing quote\n"},
      {"<a i=“x”/>",
       "f:1:6: the value of an attribute stands in straight quotes: name=\"value\"\n"},
      {"<a i j='x'/>", "f:1:4: attribute 'i' lacks its value: i=\"…\"\n"},
      {"<a i='é' k='i=' i='x'/>",
       "f:1:20: attribute 'i' stands a second time in this tag; keep one of the two\n"},
      {"<a i='é'j='x'/>",
       "f:1:9: the value of 'i' ended at the quote before this; inside a value write ' instead of "
       "\", and before the next attribute a blank\n"},
      {"<a i='é' \"x\"/>", "f:1:10: what stands here in the tag of 'a' is no attribute; attributes "
                           "are written name=\"value\", and > ends the tag\n"},
  };
  assert_told(trials, G_N_ELEMENTS(trials));
}

static void comments_and_sections(void)
{
  static const struct trial trials[] = {
      {"<a><!-- b -->é<!-- <b/>\n</a>",
       "f:1:15: the comment that begins here is not closed; write --> where it ends\n"},
      {"<a>é<!-- <b/>\n<!-- é --></a>",
       "f:2:3: -- cannot stand inside a comment, which ends with -->\n"
       "f:1:5: note: the comment begins here\n"},
      {"<a>é<!-- é--é --></a>", "f:1:11: -- cannot stand inside a comment, which ends with -->\n"
                                "f:1:5: note: the comment begins here\n"},
      {"<a>é<!-----></a>", "f:1:9: -- cannot stand inside a comment, which ends with -->\n"
                           "f:1:5: note: the comment begins here\n"},
      {"<a><![CDATA[x]]>é<![CDATA[ <!-- \n</a>",
       "f:1:18: the section that begins here is not closed; write ]]> where it ends\n"},
  };
  assert_told(trials, G_N_ELEMENTS(trials));
}

/* What is not in the table: the parser's words, whatever they are, without what it shows of the
 * file. */
static void other_faults(void)
{
  static const struct trial trials[] = {{"<a>\n<p:b/></a>", "f:2:5: "},
                                        {"<a><?b \f?></a>", "f:1:8: "}};
  for (gsize i = 0; i < G_N_ELEMENTS(trials); i++) {
    g_autofree char *told = faults_of(trials[i].text);
    CU_ASSERT_TRUE(g_str_has_prefix(told, trials[i].told));
    CU_ASSERT_TRUE(strlen(told) > strlen(trials[i].told) + 1);
    CU_ASSERT_PTR_EQUAL(strchr(told, '\n'), told + strlen(told) - 1);
  }
}

/* What is quoted of the file is cut, the sentence is not. */
static void long_names(void)
{
  g_autofree char *name = g_strnfill(5000, 'b');
  g_autofree char *text = g_strdup_printf("<a><%s></a>", name);
  g_autofree char *told = faults_of(text);
  g_autofree char *expected =
      g_strdup_printf("f:1:5006: '%.80s…' is not closed; write </%.80s…> before </a>\n"
                      "f:1:4: note: it was opened here\n",
                      name, name);
  ASSERT_TEXT(told, expected);
}

/* What was opened, and what began, before the part of the file that is at hand. */
static void long_files(void)
{
  g_autofree char *filling = g_strnfill(300 * 1000, 'x');
  g_autofree char *text = g_strdup_printf("<a>é<b>%s<c/></a>", filling);
  g_autofree char *told = faults_of(text);
  ASSERT_TEXT(told, "f:1:300012: 'b' is not closed; write </b> before </a>\n"
                    "f:1:5: note: it was opened here\n");
}

/* What stands before the root is not aside in it; and a namespace that is none of a URI is no
 * fault. */
static void asides(void)
{
  g_autofree char *told = told_of("<?xml version='1.0' encoding='utf-8'?>\n<?xml-model href='r'?>\n"
                                  "<!-- a --><a xmlns='r'>\n<?xml-model href='r'?><!-- b --></a>");
  ASSERT_TEXT(told, "4:1: instruction\n4:23: comment\n");
  g_autofree char *before = told_of("<?xmlish?><a/>");
  ASSERT_TEXT(before, "1:1: instruction\n");
}

/* Another encoding is told, and a declaration of one that is none is a fault like others. */
static void encodings(void)
{
  static const char other[] = "f:1:1: error: this is not UTF-8; save the file in UTF-8 and declare "
                              "no other encoding [not-utf8]\n";
  static const struct trial trials[] = {
      {"<?xml version='1.0' encoding='latin1'?><a/>", other},
      {"<?xml version='1.0' encoding='UTF-16'?><a/>", other},
      {"<?xml version='1.0'?><a/>", ""},
      {"<?xml version='1.0' encoding = \"utf-8\"?><a/>", ""},
  };
  assert_all_told(trials, G_N_ELEMENTS(trials));
  static const char *const malformed[] = {"<?xml version='1.0' encoding=\"UTF-8'?><a/>",
                                          "<?xml version='1.0' encoding?><a/>",
                                          "<?xml version='1.0' encoding='UTF-8'"};
  for (gsize i = 0; i < G_N_ELEMENTS(malformed); i++) {
    g_autofree char *told = told_of(malformed[i]);
    CU_ASSERT(g_str_has_prefix(told, "f:1:") && g_str_has_suffix(told, "[not-well-formed]\n"));
  }
}

static void unreadable(void)
{
  OWNED(findings) findings = findings_new(NULL);
  g_autoptr(GString) out = g_string_new(NULL);
  struct xml_sink sink = nowhere;
  CU_ASSERT_FALSE(xml_read_file("/there/is/none", &sink, findings));
  findings_print(findings, out);
  ASSERT_TEXT(out->str, "/there/is/none: error: cannot be read: No such file or directory "
                        "[unreadable]\n");
}

/* True if TOLD is nothing, or one fault with a place in TEXT, of any words. */
static gboolean is_fine(const char *told, const char *text)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1), said = g_strsplit(told, "\n", -1);
  guint64 line = 0, column = 0;
  const char *at = told;
  if (!*told)
    return TRUE;
  gboolean read = g_str_has_prefix(at, "f:") &&
                  (line = g_ascii_strtoull(at + 2, (char **)&at, 10)) && *at == ':' &&
                  (column = g_ascii_strtoull(at + 1, (char **)&at, 10)) &&
                  g_str_has_prefix(at, ": ") && at[2] >= ' ';
  gboolean within = read && line <= g_strv_length(lines) &&
                    column <= (guint64)g_utf8_strlen(lines[line - 1], -1) + 1;
  gboolean one =
      g_strv_length(said) == 2 || (g_strv_length(said) == 3 && strstr(said[1], ": note: "));
  return within && one && g_utf8_validate(told, -1, NULL);
}

static void assert_fine(const char *text)
{
  g_autofree char *told = faults_of(text);
  gboolean fine = is_fine(told, text);
  CU_ASSERT(fine);
  if (!fine)
    printf("\n%s\n--- of\n%s\n", told, text);
}

/* A file that is cut anywhere, or holds one sign too many. */
static void anywhere(void)
{
  static const char whole[] = "<?xml version='1.0' encoding='UTF-8'?>\n<?of it?><!-- é -->\n"
                              "<a xmlns='urn:a' i='x' j=\"$n &lt; 3\">é &#233; <b k='y'/>\n"
                              "<![CDATA[ <c> ]]><!-- d - e --><f> &amp; g</f>\n</a>\n";
  static const char *const signs[] = {"<",  ">",  "/",   "=",    "'",        "\"", "&",   ";", "!",
                                      "?",  "-",  "[",   "]",    ":",        "\f", "x",   " ", "<!",
                                      "<?", "&#", "]]>", "<!--", "\302\240", "“",  "</a>"};
  for (gsize at = 1; at < sizeof whole; at++) {
    if (((guchar)whole[at] & 0xc0) == 0x80)
      continue;
    g_autofree char *start = g_strndup(whole, at);
    assert_fine(start);
    for (gsize i = 0; i < G_N_ELEMENTS(signs); i++) {
      g_autofree char *more = g_strconcat(start, signs[i], whole + at, NULL);
      g_autofree char *last = g_strconcat(start, signs[i], NULL);
      assert_fine(more);
      assert_fine(last);
    }
  }
}

SUITE(xml_fault, {"elements that are not closed, or stand where none can", elements},
      {"signs that are none of the text", signs}, {"attributes", attributes},
      {"comments and sections", comments_and_sections}, {"other faults", other_faults},
      {"long names are cut", long_names}, {"long files", long_files}, {"what stands aside", asides},
      {"encodings", encodings}, {"a file that cannot be read", unreadable},
      {"a fault anywhere has its place in the file", anywhere})
