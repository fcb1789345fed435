/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Graphs of a small pack. */
#include <string.h>

#include "base/date.h"
#include "draw/graph.h"
#include "support/pack.h"
#include "support/suite.h"

static const char theme[] =
    "<question id=\"late\" kind=\"choice\"><prompt>En \"retard\" ?</prompt>"
    "<option value=\"yes\"><remark>Cela arrive.</remark></option><option "
    "value=\"no\"/></question>\n"
    "<question id=\"other\" kind=\"text\"><prompt>Autre chose ?</prompt></question>\n"
    "<lesson id=\"never\" topic=\"x\" when=\"$late = 'yes' and $late = 'no'\">"
    "<fact when=\"$other\">Un <em>fait</em>.</fact><if>si</if><then>alors</then></lesson>\n";

static char *draw(const struct test_pack *pack, const char *format, const char *from)
{
  struct proof_options options = {.today = date_from_ymd(2026, 11, 23)};
  OWNED(proofs) proofs = proofs_new(pack->catalogue, &options);
  struct graph_options graph = {.from = from ? test_pack_item(pack, from) : NULL, .proofs = proofs};
  GString *out = g_string_new(NULL);
  graph_write(pack->catalogue, &graph, graph_format_find(format), out);
  return g_string_free(out, FALSE);
}

static struct test_pack *pack_new(void)
{
  return test_pack_new("<topic id=\"x\"><title>X</title></topic>", theme);
}

static void assert_has(const char *text, const char *part)
{
  if (!strstr(text, part))
    ASSERT_TEXT(text, part);
}

static void assert_lacks(const char *text, const char *part)
{
  if (strstr(text, part))
    ASSERT_TEXT(text, part);
}

static void test_dot(void)
{
  OWNED(test_pack) pack = pack_new();
  g_autofree char *dot = draw(pack, "dot", NULL);
  assert_has(dot, "subgraph cluster_n0 {\n    graph [color=\"#999999\", label=<<b>Thème</b>>];");
  assert_has(dot, "label=<<i>question</i> <b>late</b><br/>En &quot;retard&quot; ?"
                  "<br/><font point-size=\"9\">1 remark</font>>];");
  assert_has(dot, "fontcolor=\"#c00000\", label=<<i>lesson</i> <b>never</b><br/>alors");
  assert_has(dot, "no answers lead here");
  assert_lacks(dot, "Cela arrive");
  assert_has(dot, "begin0 -> n1 [");
  assert_has(dot, "n1 -> n5 [");
  assert_has(
      dot, "n5 -> n6 [minlen=1, label=\"'En \\\"retard\\\" ?' is 'yes'\\n"
           "and 'En \\\"retard\\\" ?' is 'no'\", labeltooltip=\"'En \\\"retard\\\" ?' is 'yes' and "
           "'En \\\"retard\\\" ?' is 'no' [$late = 'yes' and $late = 'no']\"];");
}

static void test_mermaid(void)
{
  OWNED(test_pack) pack = pack_new();
  g_autofree char *mermaid = draw(pack, "mermaid", NULL);
  CU_ASSERT(g_str_has_prefix(mermaid, "flowchart TB\n"));
  assert_has(mermaid, "n1[\"question late<br/>En #34;retard#34; ?<br/>1 remark\"]\n");
  assert_has(mermaid, "n6{{\"lesson never<br/>alors<br/>no answers lead here\"}}:::never\n");
  assert_has(mermaid, "n5 -->|\"'En #34;retard#34; ?' is 'yes'<br/>and");
}

/* What follows stands below all that hangs from the question before. */
static void test_depth(void)
{
  OWNED(test_pack)
  pack =
      test_pack_new("", "<question id=\"a\" kind=\"choice\"><prompt>A</prompt><option value=\"x\">"
                        "<question id=\"b\" kind=\"choice\"><prompt>B</prompt>"
                        "<option value=\"y\"><question id=\"c\" kind=\"text\"><prompt>C</prompt>"
                        "</question></option></question></option></question>\n"
                        "<question id=\"d\" kind=\"text\"><prompt>D</prompt></question>\n");
  g_autofree char *mermaid = draw(pack, "mermaid", NULL);
  assert_has(mermaid, "\nn1 -->|\"x\"| n3\nn3 -->|\"y\"| n5\nn1 ----> n6\n");
}

static void test_part(void)
{
  OWNED(test_pack) pack = pack_new();
  g_autofree char *dot = draw(pack, "dot", "late");
  assert_has(dot, "<b>late</b>");
  assert_has(dot, "n1 -> n2 [");
  assert_has(dot, "<b>yes</b><br/>yes");
  assert_has(dot, "<i>remark</i><br/>Cela arrive.");
  assert_has(dot, "n1n6 [shape=plaintext");
  assert_lacks(dot, "<b>other</b>");
  CU_ASSERT(graph_format_find("png") == NULL);
}

/* A question on which COUNT lessons depend, and which depends on another by a define. */
static char *draw_dependents(guint count)
{
  g_autoptr(GString) text = g_string_new(
      "<question id=\"a\" kind=\"choice\"><prompt>A ?</prompt><option value=\"yes\"/></question>\n"
      "<question id=\"b\" kind=\"text\" when=\"$d\"><prompt>B ?</prompt></question>\n");
  for (guint i = 0; i < count; i++)
    g_string_append_printf(text,
                           "<lesson id=\"l%u\" topic=\"x\" when=\"$b = '%u'\"><fact>F</fact>"
                           "<if>si</if><then>alors</then></lesson>\n",
                           i, i);
  OWNED(test_pack)
  pack = test_pack_new("<topic id=\"x\"><title>X</title></topic>"
                       "<define id=\"d\" test=\"$a = 'yes' and $a\"/>",
                       text->str);
  return draw(pack, "dot", "b");
}

static void test_dependents(void)
{
  g_autofree char *few = draw_dependents(8), *many = draw_dependents(9);
  assert_has(few, "<b>a</b>");
  assert_has(few, "label=\"'A ?' is 'yes' and 'A ?' is\\nanswered\"");
  assert_has(few, "<b>l7</b>");
  assert_has(few, "label=\"'B ?' is '7'\", tooltip=\"'B ?' is '7' [$b = '7']\"");
  assert_lacks(few, "shape=folder");
  assert_lacks(many, "<b>l7</b>");
  assert_has(many, "9 lessons");
}

SUITE(graph, {"DOT has clusters, shapes, arrows and marks", test_dot},
      {"Mermaid has the same", test_mermaid}, {"a deep question makes room", test_depth},
      {"a part leaves out the rest", test_part},
      {"what depends on a question is drawn, or counted where it is much", test_dependents})
