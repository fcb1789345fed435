/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Graphs and previews of a small pack. */
#include <string.h>

#include "base/date.h"
#include "check/graph.h"
#include "check/preview.h"
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
  struct check_options options = {.today = date_from_ymd(2026, 11, 23)};
  OWNED(proofs) proofs = proofs_new(pack->catalogue, &options);
  GString *out = g_string_new(NULL);
  const struct item *item = from ? test_pack_item(pack, from) : NULL;
  graph_format_find(format)->write(pack->catalogue, item, proofs, out);
  return g_string_free(out, FALSE);
}

static struct test_pack *pack_new(void)
{
  return test_pack_new("<topic id=\"x\"><title>X</title></topic>", theme);
}

static void test_dot(void)
{
  OWNED(test_pack) pack = pack_new();
  g_autofree char *dot = draw(pack, "dot", NULL);
  CU_ASSERT(strstr(dot, "subgraph cluster_0 {\n    label=\"Thème\"") != NULL);
  CU_ASSERT(strstr(dot, "n1 [shape=box, label=\"late\\nEn \\\"retard\\\" ?\"];") != NULL);
  CU_ASSERT(strstr(dot, "n1 -> n3 [label=\"yes\"];") != NULL);
  CU_ASSERT(strstr(dot, "n6 [shape=note, label=\"never\\nalors\", color=red") != NULL);
  CU_ASSERT(strstr(dot, "n1 -> n6 [label=\"$late = 'yes' and $late = 'no'\", style=dashed") !=
            NULL);
}

static void test_mermaid(void)
{
  OWNED(test_pack) pack = pack_new();
  g_autofree char *mermaid = draw(pack, "mermaid", NULL);
  CU_ASSERT(g_str_has_prefix(mermaid, "flowchart LR\n"));
  CU_ASSERT(strstr(mermaid, "n1[\"late<br/>En #34;retard#34; ?\"]\n") != NULL);
  CU_ASSERT(strstr(mermaid, "n6([\"never<br/>alors\"]):::never\n") != NULL);
}

static void test_part(void)
{
  OWNED(test_pack) pack = pack_new();
  g_autofree char *dot = draw(pack, "dot", "late");
  CU_ASSERT(strstr(dot, "label=\"late\\n") != NULL);
  CU_ASSERT(strstr(dot, "label=\"other\\n") == NULL);
  CU_ASSERT(graph_format_find("png") == NULL);
}

static void test_preview(void)
{
  OWNED(test_pack) pack = pack_new();
  struct preview_options options = {.width = 80};
  g_autoptr(GString) out = g_string_new(NULL);
  preview_write(pack->catalogue, item_question(test_pack_item(pack, "late")), &options, out);
  ASSERT_TEXT(out->str, "question 'late' (choice)\n"
                        "  prompt: En \"retard\" ?\n"
                        "  option 'yes' of question 'late'\n"
                        "    remark\n"
                        "      remark: Cela arrive.\n"
                        "  option 'no' of question 'late'\n");
}

static const char *translate(const struct translator *translator, const char *msgid)
{
  (void)translator;
  return g_str_equal(msgid, "si") ? "if" : msgid;
}

static void test_preview_translated(void)
{
  OWNED(test_pack) pack = pack_new();
  struct translator texts = {.message = translate};
  struct preview_options options = {.texts = &texts, .width = 80};
  g_autoptr(GString) out = g_string_new(NULL);
  catalogue_translate(pack->catalogue, &texts);
  preview_write(pack->catalogue, NULL, &options, out);
  CU_ASSERT(strstr(out->str, "    if: if\n") != NULL);
  CU_ASSERT(strstr(out->str, "    fact (when $other): [not translated] Un *fait*.\n") != NULL);
}

SUITE(graph, {"DOT has clusters, shapes, arrows and marks", test_dot},
      {"Mermaid has the same", test_mermaid}, {"a part leaves out the rest", test_part},
      {"a preview shows a question with all that stands in it", test_preview},
      {"a preview marks what is not translated", test_preview_translated})
