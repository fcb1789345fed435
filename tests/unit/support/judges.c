/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verdicts of the reader and of libxml2 by the schema. */
#include "support/judges.h"

#include <string.h>

#include "catalogue/catalogue_store.h"
#include "reader/reader.h"
#include "support/suite.h"
#include "xml/libxml.h"

/* The structural verdict that FINDINGS on one file come to. */
static enum verdict verdict_of(const struct findings *findings, gboolean met[RULE_COUNT])
{
  gboolean scopes[SCOPE_UNREAD + 1] = {FALSE};
  const struct finding *finding;
  guint kept = 0;
  for (; (finding = findings_get(findings, kept)); kept++) {
    scopes[finding->rule->scope] = TRUE;
    met[finding->rule - rules] = TRUE;
  }
  CU_ASSERT_EQUAL(kept, findings_count(findings, SEVERITY_ERROR)); /* none was left out */
  if (scopes[SCOPE_GRAMMAR])
    return VERDICT_FAULTY;
  return scopes[SCOPE_UNREAD] ? VERDICT_UNKNOWN : VERDICT_SOUND;
}

/* TEXT read by itself, with the topics, sheets and sources of PACK, or NULL; what is found goes to
 * SAID. */
static enum verdict reader_verdict(struct judges *judges, const struct catalogue *pack,
                                   const char *text, GString *said)
{
  OWNED(findings) findings = findings_new(NULL);
  OWNED(catalogue) catalogue = catalogue_new();
  struct example example = {0};
  struct reader reader;
  if (pack) {
    catalogue->topics = pack->topics;
    catalogue->sheets = pack->sheets;
    catalogue->sources = pack->sources;
  }
  reader_begin(&reader, catalogue->store->arena, findings);
  reader.catalogue = catalogue;
  reader.example = &example;
  reader.contents = catalogue->store->contents;
  reader.binder = binder_new();
  reader_text(&reader, text, g_intern_static_string("text"),
              ROOTS_OF_PACK | ROOTS_OF_ADDITIONS | ROOTS_OF_EXAMPLES);
  binder_free(reader.binder);
  reader_end(&reader);
  findings_print(findings, said);
  return verdict_of(findings, judges->met);
}

static void keep_first(void *data, libxml_told error)
{
  GString *said = data;
  if (!said->len)
    g_string_append_printf(said, "text:%d: %s", error->line, error->message);
}

static enum verdict schema_verdict(const struct judges *judges, const char *text, GString *said)
{
  xmlDocPtr document = xmlReadMemory(text, (int)strlen(text), "text", NULL,
                                     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (!document)
    return VERDICT_UNKNOWN;
  xmlRelaxNGValidCtxtPtr context = xmlRelaxNGNewValidCtxt(judges->schema);
  xmlRelaxNGSetValidStructuredErrors(context, keep_first, said);
  gboolean valid = xmlRelaxNGValidateDoc(context, document) == 0;
  xmlRelaxNGFreeValidCtxt(context);
  xmlFreeDoc(document);
  return valid ? VERDICT_SOUND : VERDICT_FAULTY;
}

/* Where the reader had to stop, only the parser behind the schema may know more. */
static gboolean agree(enum verdict reader, enum verdict schema)
{
  return reader == schema || reader == VERDICT_UNKNOWN ||
         (reader == VERDICT_FAULTY && schema == VERDICT_UNKNOWN);
}

void judges_compare(struct judges *judges, const struct catalogue *pack, const char *text,
                    const char *what)
{
  static const char *const words[] = {"sound", "faulty", "unknown"};
  g_autoptr(GString) found = g_string_new(NULL), refused = g_string_new(NULL);
  enum verdict reader = reader_verdict(judges, pack, text, found);
  enum verdict schema = schema_verdict(judges, text, refused);
  judges->verdicts[reader]++;
  if (agree(reader, schema))
    return;
  printf("\n%s\n%s\nthe reader says %s:\n%s\nthe schema says %s: %s\n", what, text, words[reader],
         found->str, words[schema], refused->str);
  CU_FAIL("the reader and the schema disagree");
}

struct judges *judges_new(void)
{
  g_autofree char *file = g_build_filename(g_getenv("SOURCE"), "content", "rebond.rng", NULL);
  struct judges *judges = g_new0(struct judges, 1);
  xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewParserCtxt(file);
  judges->schema = xmlRelaxNGParse(parser);
  xmlRelaxNGFreeParserCtxt(parser);
  CU_ASSERT_PTR_NOT_NULL_FATAL(judges->schema);
  return judges;
}

void judges_free(struct judges *judges)
{
  xmlRelaxNGFree(judges->schema);
  g_free(judges);
}
