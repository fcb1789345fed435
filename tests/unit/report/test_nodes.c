/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phrases as nodes, and what tidying makes of their blanks, read back as cmark's XML. */
#include "report/nodes.h"

#include <string.h>

#include "report/by_hand.h"

/* The inlines of BLOCK as HTML, which shows each node. BLOCK and its document are freed. */
static char *tidied(cmark_node *document)
{
  nodes_tidy(document);
  char *html = cmark_render_html(document, CMARK_OPT_DEFAULT);
  char *copy = g_strchomp(g_strdup(html));
  free(html);
  cmark_node_free(document);
  return copy;
}

struct stretch {
  const char *text;
  guint style;
  const char *href;
};

static void check(cmark_node_type block, const struct stretch *runs, const char *expected)
{
  cmark_node *document = cmark_node_new(CMARK_NODE_DOCUMENT);
  cmark_node *node = node_add(document, block);
  OWNED(phrase) phrase = phrase_of("", 0);
  for (; runs->text; runs++)
    append_run(phrase, runs->text, runs->style, runs->href);
  node_add_phrase(node, phrase, 0);
  g_autofree char *html = tidied(document);
  ASSERT_TEXT(html, expected);
}

static void blanks(void)
{
  static const struct {
    struct stretch runs[5];
    const char *html;
  } cases[] = {
      {{{"  a  b ", 0, NULL}}, "<p>a b</p>"},
      {{{"a \n b", 0, NULL}}, "<p>a<br />\nb</p>"},
      {{{"\na\n\n\nb\n", 0, NULL}}, "<p>a<br />\nb</p>"},
      {{{"a", 0, NULL}, {" b ", RUN_STRONG, NULL}, {"c", 0, NULL}},
       "<p>a <strong>b</strong> c</p>"},
      {{{"a", 0, NULL}, {"\nb\n", RUN_EM, NULL}, {"c", 0, NULL}},
       "<p>a<br />\n<em>b</em><br />\nc</p>"},
      {{{"a", 0, NULL}, {" ", RUN_STRONG, NULL}, {"b", 0, NULL}}, "<p>a b</p>"},
      {{{"a", 0, NULL}, {" b", RUN_STRONG, "https://x.org/"}, {"c", RUN_STRONG, "https://y.org/"}},
       "<p>a <a href=\"https://x.org/\"><strong>b</strong></a>"
       "<a href=\"https://y.org/\"><strong>c</strong></a></p>"},
      {{{" \n ", 0, NULL}}, ""},
      {{{"a", 0, NULL}, {"(b)", RUN_STRONG, NULL}, {"c", 0, NULL}}, "<p>a(b)c</p>"},
      {{{"a ", 0, NULL}, {"(b)", RUN_STRONG, NULL}, {" c", 0, NULL}},
       "<p>a <strong>(b)</strong> c</p>"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
    check(CMARK_NODE_PARAGRAPH, cases[i].runs, cases[i].html);
  static const struct stretch lines[] = {{"a\nb", 0, NULL}, {0}};
  check(CMARK_NODE_HEADING, lines, "<h1>a b</h1>");
}

static void runs_of_one_style_are_one_stretch(void)
{
  static const struct stretch runs[] = {
      {"a ", RUN_STRONG, NULL}, {"b", RUN_STRONG | RUN_QUOTED, NULL}, {" c", RUN_BLANK, NULL}, {0}};
  check(CMARK_NODE_PARAGRAPH, runs, "<p><strong>a b</strong> [c]</p>");
}

static void patterns(void)
{
  OWNED(phrase) first = phrase_of("a {2}", RUN_QUOTED);
  OWNED(phrase) second = phrase_of("b", RUN_STRONG);
  const struct phrase *phrases[] = {first, second, NULL};
  static const struct {
    const char *pattern, *html;
  } cases[] = {{"{1}: {2}.", "<p>a {2}: <strong>b</strong>.</p>"},
               {"{2}, {1}", "<p><strong>b</strong>, a {2}</p>"},
               {"{3} {0} {1", "<p>{3} {0} {1</p>"}};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    cmark_node *document = cmark_node_new(CMARK_NODE_DOCUMENT);
    node_add_filled(node_add(document, CMARK_NODE_PARAGRAPH), cases[i].pattern, phrases);
    g_autofree char *html = tidied(document);
    ASSERT_TEXT(html, cases[i].html);
  }
}

SUITE(nodes, {"blanks", blanks},
      {"runs of one style are one stretch", runs_of_one_style_are_one_stretch},
      {"patterns", patterns})
