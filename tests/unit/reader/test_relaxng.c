/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The schema for editors: that the committed one is what the tables give, and that it and the
 * reader come to one verdict on every file there is and on many that chance has changed. What the
 * verdict rests on is the scope of each rule (base/finding.h).
 */
#include <string.h>

#include "reader/catalogue_read.h"
#include "reader/elements.h"
#include "reader/explained.h"
#include "reader/relaxng.h"
#include "support/files.h"
#include "support/judges.h"
#include "support/mutate.h"
#include "support/random.h"
#include "support/suite.h"
#include "support/values.h"
#include "variety.h"

#define CHANGED 3000

static void test_committed(void)
{
  g_autofree char *file = file_in_source("content/rebond.rng"), *committed = NULL;
  g_autoptr(GString) schema = g_string_new(NULL);
  relaxng_write(schema);
  if (g_getenv("UPDATE_GOLDEN"))
    g_file_set_contents(file, schema->str, -1, NULL);
  CU_ASSERT_TRUE(g_file_get_contents(file, &committed, NULL, NULL));
  CU_ASSERT_TRUE(g_strcmp0(committed, schema->str) == 0);
}

/* Each element but the root of a translation, and each of its attributes, is explained to editors.
 */
static void test_explained(void)
{
  for (enum element_id id = 0; id < EL_COUNT; id++) {
    const struct element *element = &elements[id];
    gboolean fine = id == EL_TRANSLATION || explained(element->name, NULL);
    CU_ASSERT_TRUE(fine);
    if (!fine)
      printf("\n%s\n", element->name);
    for (const struct attribute_rule *rule = element->attributes; rule->name; rule++) {
      CU_ASSERT_PTR_NOT_NULL(explained(element->name, rule->name));
      if (!explained(element->name, rule->name))
        printf("\n%s %s\n", element->name, rule->name);
    }
  }
}

/* ---- files ---- */

static void forget(gpointer pack)
{
  if (pack)
    catalogue_free(pack);
}

/* Folders, each with the pack in it, or NULL: read once, however many files stand beside it. */
static GHashTable *packs_new(void)
{
  return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, forget);
}

/* The pack whose folder holds FILE, owned by PACKS; NULL if there is none. */
static const struct catalogue *pack_around(GHashTable *packs, const char *file)
{
  gpointer known;
  g_autofree char *folder = g_path_get_dirname(file);
  if (g_hash_table_lookup_extended(packs, folder, NULL, &known))
    return known;
  g_autofree char *pack = g_build_filename(folder, "pack.xml", NULL);
  OWNED(findings) findings = findings_new(NULL);
  struct catalogue *read =
      g_file_test(pack, G_FILE_TEST_EXISTS) ? catalogue_read(folder, NULL, findings) : NULL;
  g_hash_table_insert(packs, g_steal_pointer(&folder), read);
  return read;
}

static void compare_file(struct judges *judges, GHashTable *packs, const char *file)
{
  const struct catalogue *pack = pack_around(packs, file);
  g_autofree char *text = NULL;
  CU_ASSERT_TRUE_FATAL(g_file_get_contents(file, &text, NULL, NULL));
  judges_compare(judges, pack, text, file);
}

static void test_files(void)
{
  OWNED(judges) judges = judges_new();
  g_autoptr(GHashTable) packs = packs_new();
  g_autoptr(GPtrArray) files = files_below("content"), tests = files_below("tests");
  g_ptr_array_extend_and_steal(files, g_steal_pointer(&tests));
  for (guint i = 0; i < files->len; i++)
    compare_file(judges, packs, files->pdata[i]);
  for (guint i = 0; i < RULE_COUNT; i++) {
    gboolean tried = judges->met[i] || rules[i].scope != SCOPE_GRAMMAR;
    CU_ASSERT_TRUE(tried);
    if (!tried)
      printf("\nno file has a fault %s\n", rules[i].name);
  }
  CU_ASSERT_TRUE(judges->verdicts[VERDICT_SOUND] > 100);
}

/* Whatever it is that the limit of depth cuts off. */
static void test_depth(void)
{
  OWNED(judges) judges = judges_new();
  g_autoptr(GString) inside = g_string_new("<remark>r</remark>");
  for (guint depth = 0; depth < 40; depth++) {
    g_string_prepend(inside, "<question id=\"q\" kind=\"choice\"><prompt>?</prompt>"
                             "<option value=\"o\"><label>O</label>");
    g_string_append(inside, "</option></question>");
    g_autofree char *text = g_strdup_printf(
        "<theme xmlns=\"urn:rebond:content:1\" id=\"t\"><title>T</title>%s</theme>", inside->str);
    judges_compare(judges, NULL, text, "a deep theme");
  }
  CU_ASSERT_TRUE(judges->verdicts[VERDICT_SOUND] > 20);
  CU_ASSERT_TRUE(judges->verdicts[VERDICT_UNKNOWN] > 5);
  CU_ASSERT_EQUAL(judges->verdicts[VERDICT_FAULTY], 0);
}

/* ---- every value in every attribute ---- */

static xmlDocPtr parse(const char *text)
{
  return xmlReadMemory(text, (int)strlen(text), "text", NULL, XML_PARSE_NONET);
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

static void compare_values(struct judges *judges, xmlAttrPtr attribute)
{
  xmlNodePtr node = attribute->parent;
  xmlChar *before = xmlNodeGetContent((xmlNodePtr)attribute);
  for (const char *const *value = values_of_attributes; *value; value++) {
    xmlSetNsProp(node, attribute->ns, attribute->name, (const xmlChar *)*value);
    g_autofree char *text = dump(node->doc);
    g_autofree char *what =
        g_strdup_printf("variety.h: @%s of %s", (const char *)attribute->name, node->name);
    judges_compare(judges, NULL, text, what);
  }
  xmlSetNsProp(node, attribute->ns, attribute->name, before);
  xmlFree(before);
}

/* The attributes of NODE and of what is in it, once where name and value are the same. */
static void compare_attributes(struct judges *judges, xmlNodePtr node, GHashTable *done)
{
  for (xmlAttrPtr at = node->properties; at; at = at->next) {
    xmlChar *value = xmlNodeGetContent((xmlNodePtr)at);
    if (g_hash_table_add(done, g_strdup_printf("%s=%s", (const char *)at->name, value)))
      compare_values(judges, at);
    xmlFree(value);
  }
  for (node = xmlFirstElementChild(node); node; node = xmlNextElementSibling(node))
    compare_attributes(judges, node, done);
}

static void test_values(void)
{
  OWNED(judges) judges = judges_new();
  g_autoptr(GHashTable) done = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(variety); i++) {
    xmlDocPtr document = parse(variety[i]);
    judges_compare(judges, NULL, variety[i], "variety.h");
    CU_ASSERT_EQUAL(judges->verdicts[VERDICT_FAULTY] + judges->verdicts[VERDICT_UNKNOWN], 0);
    compare_attributes(judges, xmlDocGetRootElement(document), done);
    memset(judges->verdicts, 0, sizeof judges->verdicts);
    xmlFreeDoc(document);
  }
}

/* ---- random changes ---- */

struct seed {
  char *name;
  xmlDocPtr document;
  const struct catalogue *pack; /* around it, or NULL; not its own */
};

static void seed_free(gpointer data)
{
  struct seed *seed = data;
  g_free(seed->name);
  xmlFreeDoc(seed->document);
  g_free(seed);
}

static void add_seed(GPtrArray *seeds, GHashTable *packs, const char *name, xmlDocPtr document)
{
  CU_ASSERT_PTR_NOT_NULL_FATAL(document);
  struct seed *seed = g_new(struct seed, 1);
  *seed = (struct seed){g_strdup(name), document, pack_around(packs, name)};
  g_ptr_array_add(seeds, seed);
}

static GPtrArray *seeds_new(GHashTable *packs)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func(seed_free);
  g_autoptr(GPtrArray) files = files_below("content"), outage = files_below("tests/packs/outage");
  g_ptr_array_extend_and_steal(files, g_steal_pointer(&outage));
  for (guint i = 0; i < files->len; i++)
    add_seed(seeds, packs, files->pdata[i], xmlReadFile(files->pdata[i], NULL, XML_PARSE_NONET));
  for (guint i = 0; i < G_N_ELEMENTS(variety); i++)
    add_seed(seeds, packs, "variety.h", parse(variety[i]));
  return seeds;
}

static void compare_document(struct judges *judges, const struct catalogue *pack,
                             xmlDocPtr document, const char *name, const GString *changes)
{
  g_autofree char *text = dump(document);
  g_autofree char *what = g_strconcat(name, ": ", changes->str, NULL);
  judges_compare(judges, pack, text, what);
}

/* Half of the changed files are changed once, a quarter twice… */
static void compare_changed(struct judges *judges, const struct seed *seed, GRand *rand,
                            const GPtrArray *values)
{
  g_autoptr(GString) changes = g_string_new(NULL);
  xmlDocPtr copy = xmlCopyDoc(seed->document, 1);
  mutate_shorten(copy, rand);
  do
    mutate(copy, rand, values, changes);
  while (g_rand_boolean(rand));
  compare_document(judges, seed->pack, copy, seed->name, changes);
  xmlFreeDoc(copy);
}

/* False if there is no STEP of changes to TEXT any more. */
static gboolean compare_step(struct judges *judges, const char *text, GRand *rand, guint step)
{
  g_autoptr(GString) changes = g_string_new(NULL);
  xmlDocPtr document = parse(text);
  gboolean changed = mutate_element(document, rand, step, changes);
  if (changed)
    compare_document(judges, NULL, document, "variety.h", changes);
  xmlFreeDoc(document);
  return changed;
}

static void test_elements(void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed(random_seed(28));
  OWNED(judges) judges = judges_new();
  for (guint i = 0; i < G_N_ELEMENTS(variety); i++)
    for (guint step = 0; compare_step(judges, variety[i], rand, step);)
      step++;
  CU_ASSERT_TRUE(judges->verdicts[VERDICT_SOUND] > 100);
  CU_ASSERT_TRUE(judges->verdicts[VERDICT_FAULTY] > 500);
}

static void test_changed(void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed(random_seed(27));
  g_autoptr(GHashTable) packs = packs_new();
  g_autoptr(GPtrArray) seeds = seeds_new(packs), values = g_ptr_array_new_with_free_func(g_free);
  OWNED(judges) judges = judges_new();
  guint wanted = random_scale(CHANGED), failures = CU_get_number_of_failures();
  for (guint i = 0; i < seeds->len; i++)
    mutate_learn(((struct seed *)seeds->pdata[i])->document, values);
  for (guint i = 0; i < wanted && CU_get_number_of_failures() == failures; i++) {
    gboolean small = g_rand_boolean(rand);
    guint first = small ? seeds->len - G_N_ELEMENTS(variety) : 0;
    guint which = (guint)g_rand_int_range(rand, (gint32)first, (gint32)seeds->len);
    compare_changed(judges, seeds->pdata[which], rand, values);
  }
  /* Changes do harm, but not all of them. */
  CU_ASSERT_TRUE(judges->verdicts[VERDICT_SOUND] > wanted / 10);
  CU_ASSERT_TRUE(judges->verdicts[VERDICT_FAULTY] > wanted / 2);
}

SUITE(relaxng, {"the committed schema is the tables'", test_committed},
      {"everything is explained", test_explained},
      {"it and the reader agree on every file", test_files},
      {"on what is too deep to be read", test_depth},
      {"on every value in every attribute", test_values},
      {"on every change to an element", test_elements}, {"also after random changes", test_changed})
