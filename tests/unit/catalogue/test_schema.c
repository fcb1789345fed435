/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema for editors: that the committed one is what the table gives, and that it and the
 * reader agree, on the shipped pack, on the test packs and on both after random changes. */
#include <libxml/relaxng.h>
#include <string.h>

#include "catalogue/reader.h"
#include "catalogue/schema.h"
#include "catalogue/store.h"
#include "support/suite.h"

static char *in_source(const char *name)
{
  return g_build_filename(g_getenv("SOURCE"), name, NULL);
}

static void test_committed(void)
{
  g_autofree char *file = in_source("content/rebond.rng"), *committed = NULL;
  g_autoptr(GString) schema = g_string_new(NULL);
  schema_write(schema);
  if (g_getenv("UPDATE_GOLDEN"))
    g_file_set_contents(file, schema->str, -1, NULL);
  CU_ASSERT_TRUE(g_file_get_contents(file, &committed, NULL, NULL));
  CU_ASSERT_TRUE(g_strcmp0(committed, schema->str) == 0);
}

static void keep_quiet(void *data, xmlErrorPtr error)
{
  (void)data, (void)error;
}

static xmlRelaxNGPtr schema_load(void)
{
  g_autofree char *file = in_source("content/rebond.rng");
  xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewParserCtxt(file);
  xmlRelaxNGPtr schema = xmlRelaxNGParse(parser);
  xmlRelaxNGFreeParserCtxt(parser);
  CU_ASSERT_PTR_NOT_NULL_FATAL(schema);
  return schema;
}

static gboolean schema_accepts(xmlRelaxNGPtr schema, xmlDocPtr document)
{
  xmlRelaxNGValidCtxtPtr context = xmlRelaxNGNewValidCtxt(schema);
  xmlRelaxNGSetValidStructuredErrors(context, keep_quiet, NULL);
  gboolean accepted = xmlRelaxNGValidateDoc(context, document) == 0;
  xmlRelaxNGFreeValidCtxt(context);
  return accepted;
}

/* Found by the table of elements alone, so the schema finds them too. */
static gboolean is_structural(const struct rule *rule)
{
  static const enum rule_id structural[] = {RULE_UNKNOWN_ELEMENT,  RULE_WRONG_ORDER,
                                            RULE_REPEATED_ELEMENT, RULE_UNKNOWN_ATTRIBUTE,
                                            RULE_STRAY_TEXT,       RULE_FOREIGN_NAMESPACE};
  for (gsize i = 0; i < G_N_ELEMENTS(structural); i++)
    if (rule == &rules[structural[i]])
      return TRUE;
  return FALSE;
}

/* TEXT as a file of the pack in FOLDER, by itself: names of other files are not looked up. */
static void read_alone(const char *folder, const char *text, gboolean *fault, gboolean *structural)
{
  OWNED(findings) findings = findings_new(NULL);
  OWNED(catalogue) catalogue = g_new0(struct catalogue, 1);
  struct reader reader;
  catalogue->store = store_new();
  reader_begin(&reader, catalogue->store->arena, findings);
  reader.catalogue = catalogue;
  reader.binder = catalogue->store->binder;
  g_autofree char *pack = g_build_filename(folder, "pack.xml", NULL);
  if (!strstr(text, "<pack "))
    reader_file(&reader, pack, ROOTS_OF_PACK);
  reader_text(&reader, text, g_intern_static_string("text"), ROOTS_OF_PACK | ROOTS_OF_ADDITIONS);
  reader_end(&reader);
  *fault = findings_count(findings, SEVERITY_ERROR) > 0;
  *structural = FALSE;
  const struct finding *finding;
  for (guint i = 0; (finding = findings_get(findings, i)); i++)
    *structural = *structural || is_structural(finding->rule);
}

static char *dump(xmlDocPtr document)
{
  xmlChar *text;
  int length;
  xmlDocDumpMemory(document, &text, &length);
  char *copy = g_strndup((const char *)text, (gsize)length);
  xmlFree(text);
  return copy;
}

/* What the reader and the schema say of DOCUMENT; true if both say that it is sound. */
static gboolean compare(xmlRelaxNGPtr schema, const char *folder, xmlDocPtr document)
{
  gboolean fault, structural;
  g_autofree char *text = dump(document);
  xmlDocPtr again = xmlReadMemory(text, (int)strlen(text), NULL, NULL, XML_PARSE_NONET);
  gboolean accepted = schema_accepts(schema, again);
  xmlFreeDoc(again);
  read_alone(folder, text, &fault, &structural);
  if ((structural && accepted) || (!accepted && !fault)) {
    printf("%s: %s, the reader finds %s\n%s\n", folder, accepted ? "accepted" : "refused",
           structural ? "faults" : "none", text);
    CU_FAIL("the schema and the reader disagree");
  }
  return accepted && !fault;
}

/* ---- random changes ---- */

static void list_elements(xmlNodePtr node, GPtrArray *list)
{
  for (; node; node = node->next)
    if (node->type == XML_ELEMENT_NODE) {
      g_ptr_array_add(list, node);
      list_elements(node->children, list);
    }
}

static void drop(xmlNodePtr node)
{
  xmlUnlinkNode(node);
  xmlFreeNode(node);
}

static void change(xmlNodePtr node, xmlNodePtr other, gint32 how)
{
  static const char *const attributes[] = {"id",    "when", "kind",    "value",
                                           "topic", "of",   "optional"};
  switch (how) {
  case 0:
    xmlNodeSetName(node, other->name);
    break;
  case 1:
    xmlAddNextSibling(node, xmlCopyNode(node, 1));
    break;
  case 2:
    xmlAddNextSibling(other, xmlCopyNode(node, 1));
    break;
  case 3:
    xmlAddChild(other, xmlCopyNode(node, 1));
    break;
  case 4:
    if (node->properties)
      xmlRemoveProp(node->properties);
    break;
  case 5:
    xmlSetProp(node, (const xmlChar *)attributes[xmlStrlen(other->name) % 7], (const xmlChar *)"a");
    break;
  case 6:
    xmlAddNextSibling(node, xmlNewText((const xmlChar *)"words"));
    break;
  case 7:
    xmlNodeSetName(node, (const xmlChar *)"nothing");
    break;
  default:
    drop(node);
  }
}

static gboolean compare_changed(xmlRelaxNGPtr schema, const char *folder, xmlDocPtr document,
                                GRand *rand)
{
  xmlDocPtr copy = xmlCopyDoc(document, 1);
  g_autoptr(GPtrArray) nodes = g_ptr_array_new();
  list_elements(copy->children, nodes);
  if (nodes->len > 2) {
    xmlNodePtr node = nodes->pdata[g_rand_int_range(rand, 1, (gint32)nodes->len)];
    xmlNodePtr other = nodes->pdata[g_rand_int_range(rand, 1, (gint32)nodes->len)];
    change(node, other, g_rand_int_range(rand, 0, 9));
  }
  gboolean sound = compare(schema, folder, copy);
  xmlFreeDoc(copy);
  return sound;
}

static void compare_folder(xmlRelaxNGPtr schema, const char *name, guint changes, GRand *rand)
{
  g_autofree char *folder = in_source(name);
  g_auto(GStrv) files = catalogue_files(folder, NULL, NULL);
  guint sound = 0;
  CU_ASSERT_PTR_NOT_NULL_FATAL(files);
  for (char **file = files; *file; file++) {
    xmlDocPtr document = xmlReadFile(*file, NULL, XML_PARSE_NONET);
    CU_ASSERT_TRUE(compare(schema, folder, document));
    for (guint i = 0; i < changes; i++)
      sound += compare_changed(schema, folder, document, rand);
    xmlFreeDoc(document);
  }
  guint all = changes * g_strv_length(files);
  CU_ASSERT_TRUE(sound > all / 20 && sound < all / 2); /* changes do harm, but not all of them */
}

static void test_verdicts(void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed(27);
  xmlRelaxNGPtr schema = schema_load();
  compare_folder(schema, "content", 12, rand);
  compare_folder(schema, "tests/packs/outage", 40, rand);
  xmlRelaxNGFree(schema);
}

SUITE(schema, {"the committed schema is the table's", test_committed},
      {"it and the reader agree, also after random changes", test_verdicts})
