/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Conditions against libxml2's XPath: random ones have the same verdict, and what random edits
 * make of them is refused by both. SEED in the environment repeats a run.
 */
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "condition/world.h"
#include "xml/libxml.h"

#define GOOD 100000
#define EDITED 100000
#define A_WORLD 1000 /* conditions, before memory is given back */

static const char *const set_names[] = {"a", "late-minutes", "c.3"};
/* no "-" alone and no exponents: libxml2 takes them for numbers, XPath does not */
static const char *const texts[] = {"a",   "b",   "late", "0",          "3",     "12",  "012", "-1",
                                    "2.5", " 7 ", "",     "2026-11-20", "12.50", "x y", "1."};
static const struct {
  const char *name, *test;
} defines[] = {{"d", "$a = 'a' or count($late-minutes) > 1"}, {"e", "$d and not($c.3 < $a)"}};

/* ---- the oracle ---- */

struct oracle {
  xmlDoc *document;
  xmlNode *nodes[G_N_ELEMENTS(set_names)][G_N_ELEMENTS(texts)];
  gboolean member[G_N_ELEMENTS(set_names)][G_N_ELEMENTS(texts)];
  gboolean verdicts[G_N_ELEMENTS(defines)];
  xmlXPathContext *context;
  int today;
};

static void drop_error(void *data, libxml_told error)
{
  (void)data, (void)error;
}

static void drop_message(void *data, const char *message, ...)
{
  (void)data, (void)message;
}

/* What $NAME stands for: a node set, or a boolean for a define; an empty set for any other name. */
static xmlXPathObject *look_up(void *data, const xmlChar *name, const xmlChar *prefix)
{
  struct oracle *oracle = data;
  (void)prefix;
  for (gsize i = 0; i < G_N_ELEMENTS(defines); i++)
    if (g_str_equal(name, defines[i].name))
      return xmlXPathNewBoolean(oracle->verdicts[i]);
  xmlNodeSet *set = xmlXPathNodeSetCreate(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(set_names); i++)
    for (gsize j = 0; j < G_N_ELEMENTS(texts); j++)
      if (g_str_equal(name, set_names[i]) && oracle->member[i][j])
        xmlXPathNodeSetAddUnique(set, oracle->nodes[i][j]);
  return xmlXPathWrapNodeSet(set);
}

static void days_since(xmlXPathParserContext *ctxt,
                       int nargs) /* the names that CHECK_ARITY wants */
{
  CHECK_ARITY(1);
  xmlChar *text = xmlXPathPopString(ctxt);
  const struct oracle *oracle = ctxt->context->userData;
  GDate date;
  unsigned year, month, day;
  g_date_clear(&date, 1);
  if (sscanf((const char *)text, "%4u-%2u-%2u", &year, &month, &day) == 3 &&
      strlen((const char *)text) == strlen("2026-11-20") &&
      g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    g_date_set_dmy(&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  xmlXPathReturnNumber(ctxt,
                       g_date_valid(&date) ? oracle->today - (int)g_date_get_julian(&date) : NAN);
  xmlFree(text);
}

static void oracle_begin(struct oracle *oracle, int today)
{
  *oracle = (struct oracle){.document = xmlNewDoc(BAD_CAST "1.0"), .today = today};
  xmlNode *root = xmlNewNode(NULL, BAD_CAST "answers");
  xmlDocSetRootElement(oracle->document, root);
  for (gsize i = 0; i < G_N_ELEMENTS(set_names); i++)
    for (gsize j = 0; j < G_N_ELEMENTS(texts); j++)
      oracle->nodes[i][j] = xmlNewTextChild(root, NULL, BAD_CAST "value", BAD_CAST texts[j]);
  oracle->context = xmlXPathNewContext(oracle->document);
  oracle->context->userData = oracle;
  oracle->context->error = drop_error;
  xmlSetGenericErrorFunc(NULL, drop_message); /* for what goes past it */
  xmlXPathRegisterVariableLookup(oracle->context, look_up, oracle);
  xmlXPathRegisterFunc(oracle->context, BAD_CAST "days-since", days_since);
}

static void oracle_end(struct oracle *oracle)
{
  xmlXPathFreeContext(oracle->context);
  xmlFreeDoc(oracle->document);
  xmlSetGenericErrorFunc(NULL, NULL);
}

/* 1 or 0 as TEXT holds or not; -1 if XPath refuses it. */
static int oracle_holds(struct oracle *oracle, const char *text)
{
  xmlXPathObject *object = xmlXPathEval(BAD_CAST text, oracle->context);
  if (!object)
    return -1;
  int verdict = xmlXPathCastToBoolean(object);
  xmlXPathFreeObject(object);
  return verdict;
}

static gboolean oracle_reads(struct oracle *oracle, const char *text)
{
  xmlXPathCompExpr *compiled = xmlXPathCtxtCompile(oracle->context, BAD_CAST text);
  xmlXPathFreeCompExpr(compiled);
  return compiled != NULL;
}

/* ---- random answers and conditions ---- */

static guint below(GRand *random, guint end)
{
  return (guint)g_rand_int_range(random, 0, (gint32)end);
}

#define PICK(random, array) ((array)[below((random), G_N_ELEMENTS(array))])

/* New answers for both: of each set a few of the texts, in one order. */
static void shuffle(GRand *random, struct world *world, struct oracle *oracle)
{
  for (gsize i = 0; i < G_N_ELEMENTS(set_names); i++) {
    GPtrArray *members = g_ptr_array_new();
    guint likely = below(random, 4);
    for (gsize j = 0; j < G_N_ELEMENTS(texts); j++) {
      oracle->member[i][j] = below(random, G_N_ELEMENTS(texts)) < likely;
      if (oracle->member[i][j])
        g_ptr_array_add(members, (char *)texts[j]);
    }
    g_ptr_array_add(members, NULL);
    world_set_texts(world, set_names[i], members);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(defines); i++)
    oracle->verdicts[i] = oracle_holds(oracle, defines[i].test) == 1;
}

static void write_blank(GRand *random, GString *out)
{
  static const char *const blanks[] = {"", "", " ", " ", "  ", "\n", "\t"};
  g_string_append(out, PICK(random, blanks));
}

static void write_leaf(GRand *random, GString *out)
{
  static const char *const numbers[] = {"0", "1", "3", "12", "2.5", ".5", "12.", "2026", "007"};
  static const char *const calls[] = {"true()", "false( )"};
  switch (below(random, 9)) {
  case 8:
    g_string_append_printf(out, "sum($%s", PICK(random, set_names));
    while (below(random, 2))
      g_string_append_printf(out, " | $%s", PICK(random, set_names));
    g_string_append_c(out, ')');
    break;
  case 0:
    g_string_append(out, PICK(random, numbers));
    break;
  case 1:
    g_string_append(out, PICK(random, calls));
    break;
  case 2:
    g_string_append_printf(out, "$%s", defines[below(random, G_N_ELEMENTS(defines))].name);
    break;
  case 3:
    g_string_append_printf(out, "count($%s )", PICK(random, set_names));
    break;
  case 4:
  case 5:
    g_string_append_printf(out, below(random, 2) ? "'%s'" : "\"%s\"", PICK(random, texts));
    break;
  default:
    g_string_append_printf(out, "$%s", PICK(random, set_names));
  }
}

static void write_condition(GRand *random, GString *out, guint levels);

static void write_inside(GRand *random, GString *out, const char *before, guint levels)
{
  g_string_append(out, before);
  write_blank(random, out);
  write_condition(random, out, levels - 1);
  write_blank(random, out);
  g_string_append_c(out, ')');
}

/* A condition of any type; operators stand without parentheses as well, to try what binds how. */
static void write_condition(GRand *random, GString *out, guint levels)
{
  static const char *const signs[] = {" or ", " and ", "=",  "!=",  "<",
                                      "<=",   ">",     ">=", " + ", " - "};
  static const char *const prefixes[] = {"(", "(", "not(", "not (", "days-since("};
  if (levels == 0) {
    write_leaf(random, out);
    return;
  }
  switch (below(random, 6)) {
  case 0:
    write_inside(random, out, PICK(random, prefixes), levels);
    break;
  case 1:
    g_string_append_c(out, '-');
    write_blank(random, out);
    write_condition(random, out, levels - 1);
    break;
  default:
    write_condition(random, out, below(random, levels));
    write_blank(random, out);
    g_string_append_c(out, ' '); /* so that no name runs on */
    g_string_append(out, PICK(random, signs));
    write_blank(random, out);
    write_condition(random, out, below(random, levels));
  }
}

/* One to three characters put in, taken out, or changed. */
static void edit(GRand *random, GString *text)
{
  static const char *const signs[] = {"(", ")",      "'",   "\"", "$", "=",  "<",    "!",
                                      "-", " ",      "1",   ".",  "a", "or", "&",    "and",
                                      ",", "count(", "not", "+",  "/", "é",  "sum(", "|"};
  for (guint edits = 1 + below(random, 3); edits > 0; edits--) {
    gsize at = below(random, (guint)text->len + 1);
    if (at < text->len && below(random, 2))
      g_string_erase(text, (gssize)at, 1);
    if (below(random, 3))
      g_string_insert(text, (gssize)at, PICK(random, signs));
  }
}

/* ---- the tests ---- */

static void begin(struct world *world, struct oracle *oracle)
{
  world_begin(world);
  oracle_begin(oracle, world->environment.today);
  for (gsize i = 0; i < G_N_ELEMENTS(set_names); i++)
    world_set(world, set_names[i], "");
  for (gsize i = 0; i < G_N_ELEMENTS(defines); i++)
    world_define(world, defines[i].name, defines[i].test);
}

static void end(struct world *world, struct oracle *oracle)
{
  world_end(world);
  oracle_end(oracle);
}

/* How many conditions went which way. */
struct tally {
  guint held, refused, differ;
};

static void try_verdict(GRand *random, struct world *world, struct oracle *oracle,
                        struct tally *tally)
{
  g_autoptr(GString) text = g_string_new(NULL);
  write_condition(random, text, below(random, 6));
  shuffle(random, world, oracle);
  int expected = oracle_holds(oracle, text->str);
  int verdict = world_holds(world, text->str);
  tally->held += verdict == 1;
  tally->refused += expected < 0;
  if (verdict == expected)
    return;
  printf("\n%d, XPath %d: %s\n", verdict, expected, text->str);
  tally->differ++;
}

/* True if AT is the first thing within the parentheses of a function of TEXT. */
static gboolean begins_arguments(const char *text, const char *at)
{
  g_autofree char *before = g_strchomp(g_strndup(text, (gsize)(at - text)));
  gsize length = strlen(before);
  if (length == 0 || before[length - 1] != '(')
    return FALSE;
  before[length - 1] = '\0';
  g_strchomp(before);
  return *before && g_ascii_isalpha(before[strlen(before) - 1]);
}

/* True if AT is within the parentheses of a function of TEXT that takes names alone. */
static gboolean within_names(const char *text, const char *at)
{
  int depth = 0;
  while (at > text && depth >= 0)
    depth += *--at == ')' ? 1 : *at == '(' ? -1 : 0;
  g_autofree char *before = g_strchomp(g_strndup(text, (gsize)(at - text)));
  return depth < 0 && (g_str_has_suffix(before, "sum") || g_str_has_suffix(before, "count"));
}

/*
 * True if the fault lies where conditions have less than XPath, or libxml2 more: signs and names
 * that conditions do not have (and `1 andtrue()`), arguments of a wrong number or type, which
 * libxml2 notices only when it comes to evaluate them, and `true(` at the end.
 */
static gboolean outside(const char *text, const struct finding *fault)
{
  const char *at = g_utf8_offset_to_pointer(text, fault->place.column - 1);
  if (*at && (g_ascii_isalpha(*at) || (*at & 0x80) || strchr("*/|.@[],:", *at)))
    return TRUE;
  return begins_arguments(text, at) || within_names(text, at);
}

static void try_edited(GRand *random, struct world *world, struct oracle *oracle,
                       struct tally *tally)
{
  g_autoptr(GString) text = g_string_new(NULL);
  write_condition(random, text, below(random, 4));
  edit(random, text);
  if (!g_utf8_validate(text->str, (gssize)text->len, NULL)) /* half a character: no file has it */
    return;
  g_strdelimit(text->str, "\n", ' '); /* so that a column is a place in the text */
  OWNED(findings) findings = findings_new(NULL);
  struct place place = {g_intern_string("f"), 1, 1};
  condition_parse(world->arena, text->str, NULL, place, findings);
  const struct finding *fault = findings_get(findings, 0);
  tally->refused += fault != NULL;
  if (fault ? oracle_holds(oracle, text->str) < 0 || outside(text->str, fault)
            : oracle_reads(oracle, text->str))
    return;
  printf("\n%s: %s\n", fault ? fault->message : "read, but no XPath", text->str);
  tally->differ++;
}

/* COUNT trials with a seed of their own, which is printed; gives up after a few differences. */
static struct tally try_many(guint count,
                             void (*try)(GRand *, struct world *, struct oracle *, struct tally *))
{
  const char *given = g_getenv("SEED");
  guint32 seed = given ? (guint32)g_ascii_strtoull(given, NULL, 10) : g_random_int();
  g_autoptr(GRand) random = g_rand_new_with_seed(seed);
  printf("SEED=%u ", seed);
  struct tally tally = {0};
  for (guint done = 0; done < count && tally.differ < 10; done += A_WORLD) {
    struct world world;
    struct oracle oracle;
    begin(&world, &oracle);
    for (guint i = 0; i < A_WORLD; i++)
      try(random, &world, &oracle, &tally);
    end(&world, &oracle);
  }
  return tally;
}

static void test_verdicts(void)
{
  struct tally tally = try_many(GOOD, try_verdict);
  CU_ASSERT_EQUAL(tally.differ, 0);
  CU_ASSERT_EQUAL(tally.refused, 0);
  CU_ASSERT_TRUE(tally.held > GOOD / 4 && tally.held < GOOD / 4 * 3);
}

static void test_edited(void)
{
  struct tally tally = try_many(EDITED, try_edited);
  CU_ASSERT_EQUAL(tally.differ, 0);
  CU_ASSERT_TRUE(tally.refused > EDITED / 4 && tally.refused < EDITED);
}

SUITE(condition_oracle, {"random conditions have XPath's verdict", test_verdicts},
      {"edited ones are refused by both", test_edited})
