/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema for editors: a definition for every element in every context in which it may stand. */
#include "reader/relaxng.h"

#include <string.h>

#include "reader/children.h"
#include "reader/explained.h"
#include "reader/forms.h"
#include "reader/variants.h"

#define HEADER                                                                                     \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                   \
  "<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n"                                           \
  "<!-- Written from the tables in src/reader; a test compares. -->\n"                             \
  "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\" ns=\"urn:rebond:content:1\"\n"           \
  "    xmlns:a=\"http://relaxng.org/ns/compatibility/annotations/1.0\"\n"                          \
  "    datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n"

struct schema {
  GString *definitions[EL_COUNT][CONTEXTS]; /* NULL: nothing leads there, so far */
};

/* A definition that is being written. */
struct definition {
  struct schema *schema;
  GString *out;
  const struct element *element;
  guint context;
  int indent;
  const struct child_rule *hanging, *after; /* from the first to behind the last that hangs on a
                                               variant; equal if none does */
};

static void define(struct schema *schema, enum element_id id, guint context);

/* ---- lines and names ---- */

static void put_line(const struct definition *own, const char *text)
{
  g_string_append_printf(own->out, "%*s%s\n", own->indent, "", text);
}

static void open_line(struct definition *own, const char *text)
{
  put_line(own, text);
  own->indent += 2;
}

static void close_line(struct definition *own, const char *text)
{
  own->indent -= 2;
  put_line(own, text);
}

static void put_name(GString *out, enum element_id id, guint context)
{
  static const char *const words[] = {"repeat-", "draft-", "from-", "added-", "stem-"};
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    g_string_append(out, context >> i & 1 ? words[i] : "");
  g_string_append(out, id == EL_QUOTE       ? "quoted-answer"
                       : id == EL_OWN_DRAFT ? "own-draft"
                                            : elements[id].name);
}

/* What editors show beside ATTRIBUTE of the element ID, or the element itself. */
static void put_explained(GString *out, enum element_id id, const char *attribute)
{
  const char *words = explained(elements[id].name, attribute);
  if (words)
    g_string_append_printf(out, "<a:documentation>%s</a:documentation>", words);
}

/* ---- attributes ---- */

static void put_words(GString *out, const char *const *words)
{
  gboolean several = words[0] && words[1];
  g_string_append(out, several ? "<choice>" : "");
  for (; *words; words++)
    if (**words)
      g_string_append_printf(out, "<value type=\"string\">%s</value>", *words);
  g_string_append(out, several ? "</choice>" : "");
}

/* What else may stand there is beside it. */
static void put_form(GString *out, const struct form *form, gboolean named)
{
  g_string_append(out, named ? "<choice>" : "");
  g_string_append_printf(out, "<ref name=\"type-%s\"/>", form->name);
  if (named)
    g_string_append_printf(out, "<ref name=\"type-%s\"/></choice>", reference_form.name);
}

static void put_attribute_inline(const struct definition *own, enum element_id id,
                                 const struct attribute_rule *rule)
{
  GString *out = own->out;
  const struct form *form = form_of(rule->type);
  g_string_append(out, rule->required ? "" : "<optional>");
  g_string_append_printf(out, "<attribute name=\"%s\">", rule->name);
  put_explained(out, id, rule->name);
  if (rule->words)
    put_words(out, rule->words);
  else if (form)
    put_form(out, form, rule->named != 0);
  else
    g_string_append(out, "<text/>");
  g_string_append(out, rule->required ? "</attribute>" : "</attribute></optional>");
}

static void put_attribute(const struct definition *own, const struct attribute_rule *rule)
{
  g_string_append_printf(own->out, "%*s", own->indent, "");
  put_attribute_inline(own, (enum element_id)(own->element - elements), rule);
  g_string_append_c(own->out, '\n');
}

/* ---- children ---- */

static gboolean admits(const struct definition *own, const struct variant *variant,
                       enum element_id child)
{
  guint context = variant_context(own->element, own->context, variant, child);
  return variant_admits(variant, child, context);
}

static element_set admitted(const struct definition *own, const struct variant *variant,
                            element_set set)
{
  element_set rest = 0;
  for (enum element_id id = 0; id < EL_COUNT; id++)
    if (set >> id & 1 && admits(own, variant, id))
      rest |= (element_set)1 << id;
  return rest;
}

static void put_reference(const struct definition *own, const struct variant *variant,
                          enum element_id id)
{
  guint context = variant_context(own->element, own->context, variant, id);
  define(own->schema, id, context);
  g_string_append(own->out, "<ref name=\"");
  put_name(own->out, id, context);
  g_string_append(own->out, "\"/>");
}

static void put_references(const struct definition *own, const struct variant *variant,
                           element_set set);

/* A group of those of SET that it may hold: what it does hangs on where it stands. */
static void put_group(const struct definition *own, const struct variant *variant,
                      enum element_id id, element_set set)
{
  g_string_append_printf(own->out, "<element name=\"%s\">", elements[id].name);
  put_explained(own->out, id, NULL);
  for (const struct attribute_rule *rule = elements[id].attributes; rule->name; rule++)
    put_attribute_inline(own, id, rule);
  g_string_append(own->out, "<oneOrMore>");
  put_references(own, variant, set & element_children(&elements[id]));
  g_string_append(own->out, "</oneOrMore></element>");
}

static void put_references(const struct definition *own, const struct variant *variant,
                           element_set set)
{
  for (enum element_id id = 0; id < EL_COUNT; id++)
    if (set >> id & 1 && elements[id].groups)
      put_group(own, variant, id, set);
    else if (set >> id & 1)
      put_reference(own, variant, id);
}

static void put_choice(const struct definition *own, const struct variant *variant, element_set set)
{
  gboolean several = (set & (set - 1)) != 0;
  g_string_append(own->out, several ? "<choice>" : "");
  put_references(own, variant, set);
  g_string_append(own->out, several ? "</choice>" : "");
}

static void put_children(const struct definition *own, const struct variant *variant,
                         const struct child_rule *rule)
{
  static const char *const wrappers[2][2] = {{"optional", "zeroOrMore"}, {NULL, "oneOrMore"}};
  gboolean least = rule->least || variant_needs(variant, rule);
  const char *wrapper = wrappers[least][rule->many];
  element_set set = admitted(own, variant, rule->elements);
  if (!set)
    return;
  g_string_append_printf(own->out, "%*s", own->indent, "");
  if (wrapper)
    g_string_append_printf(own->out, "<%s>", wrapper);
  put_choice(own, variant, set);
  if (wrapper)
    g_string_append_printf(own->out, "</%s>", wrapper);
  g_string_append_c(own->out, '\n');
}

/* ---- variants ---- */

static const char *word_shown(const struct variant *variant, const char *attribute)
{
  for (const struct sign *sign = variant->signs; sign->attribute; sign++)
    if (sign->word && strcmp(sign->attribute, attribute) == 0)
      return sign->word;
  return NULL;
}

static gboolean attribute_hangs(const struct definition *own, const struct attribute_rule *rule)
{
  gboolean hangs = rule->type == ATTRIBUTE_VARIES;
  const struct variant *variant = NULL;
  while (!hangs && (variant = variant_next(own->element, own->context, variant)))
    hangs = word_shown(variant, rule->name) != NULL;
  return hangs;
}

static gboolean child_hangs(const struct definition *own, const struct child_rule *rule)
{
  const struct variant *variant = NULL;
  while ((variant = variant_next(own->element, own->context, variant)))
    for (enum element_id id = 0; id < EL_COUNT; id++)
      if (rule->elements >> id & 1 &&
          ((variant->needed | variant->barred) >> id & 1 || variant->gives & elements[id].heeds))
        return TRUE;
  return FALSE;
}

static void find_hanging(struct definition *own)
{
  own->hanging = own->after = own->element->children;
  for (const struct child_rule *rule = own->element->children; rule->elements; rule++)
    if (child_hangs(own, rule)) {
      own->hanging = own->hanging == own->after ? rule : own->hanging;
      own->after = rule + 1;
    }
}

static void put_variant_attribute(const struct definition *own, const struct variant *variant,
                                  const struct attribute_rule *rule)
{
  const struct attribute_rule *holds = variant_rule(variant, rule);
  const char *word = word_shown(variant, rule->name);
  struct attribute_rule sign = {.name = rule->name,
                                .type = ATTRIBUTE_WORD,
                                .required = TRUE,
                                .words = (const char *const[]){word, NULL}};
  if (word)
    put_attribute(own, &sign);
  else if (holds)
    put_attribute(own, holds);
}

static void put_variant(const struct definition *own, const struct variant *variant)
{
  for (const struct attribute_rule *rule = own->element->attributes; rule->name; rule++)
    if (attribute_hangs(own, rule))
      put_variant_attribute(own, variant, rule);
  for (const struct child_rule *rule = own->hanging; rule < own->after; rule++)
    put_children(own, variant, rule);
}

static void put_variants(struct definition *own)
{
  const struct variant *variant = variant_next(own->element, own->context, NULL);
  if (!variant)
    return;
  if (!variant_next(own->element, own->context, variant)) {
    put_variant(own, variant);
    return;
  }
  open_line(own, "<choice>");
  for (; variant; variant = variant_next(own->element, own->context, variant)) {
    open_line(own, "<group>");
    put_variant(own, variant);
    close_line(own, "</group>");
  }
  close_line(own, "</choice>");
}

/* ---- content ---- */

static void put_prose(const struct definition *own)
{
  g_string_append_printf(own->out, "%*s<zeroOrMore><choice><text/>", own->indent, "");
  put_references(own, NULL, admitted(own, NULL, own->element->children[0].elements));
  g_string_append(own->out, "</choice></zeroOrMore>\n");
}

static void put_elements(struct definition *own)
{
  const struct child_rule *rule = own->element->children;
  gboolean mingled = own->element->any_order && rule[1].elements;
  if (mingled)
    open_line(own, "<interleave>");
  for (; rule < own->hanging; rule++)
    put_children(own, NULL, rule);
  put_variants(own);
  for (rule = own->after; rule->elements; rule++)
    put_children(own, NULL, rule);
  if (mingled)
    close_line(own, "</interleave>");
}

static void put_raw(const struct definition *own)
{
  element_set set = own->element->children[0].elements;
  g_string_append_printf(own->out, "%*s%s", own->indent, "", set ? "<choice><text/>" : "<text/>");
  if (set) {
    g_string_append(own->out, "<oneOrMore>");
    put_choice(own, NULL, set);
    g_string_append(own->out, "</oneOrMore></choice>");
  }
  g_string_append_c(own->out, '\n');
}

static void put_content(struct definition *own)
{
  if (own->element->content == CONTENT_PROSE)
    put_prose(own);
  else if (own->element->content == CONTENT_RAW)
    put_raw(own);
  else
    put_elements(own);
  if (own->element->content == CONTENT_ELEMENTS && !own->element->children[0].elements)
    put_line(own, "<empty/>");
}

/* ---- definitions ---- */

static void define(struct schema *schema, enum element_id id, guint context)
{
  if (schema->definitions[id][context])
    return;
  GString *out = schema->definitions[id][context] = g_string_new("  <define name=\"");
  struct definition own = {schema, out, &elements[id], context, 6, NULL, NULL};
  find_hanging(&own);
  put_name(out, id, context);
  g_string_append_printf(out, "\">\n    <element name=\"%s\">\n      ", own.element->name);
  put_explained(out, id, NULL);
  g_string_append_c(out, '\n');
  for (const struct attribute_rule *rule = own.element->attributes; rule->name; rule++)
    if (!attribute_hangs(&own, rule))
      put_attribute(&own, rule);
  put_content(&own);
  g_string_append(out, "    </element>\n  </define>\n");
}

static void put_form_itself(GString *out, const struct form *form)
{
  g_string_append_printf(out, "  <define name=\"type-%s\">%s</define>\n", form->name,
                         form->pattern);
}

/* Several types have the form of an id. */
static void put_forms(GString *out)
{
  put_form_itself(out, &reference_form);
  const struct form *ids = form_of(ATTRIBUTE_ID);
  for (enum attribute_type type = 0; type <= ATTRIBUTE_VARIES; type++) {
    const struct form *form = form_of(type);
    if (form && (form != ids || type == ATTRIBUTE_ID))
      put_form_itself(out, form);
  }
}

void relaxng_write(GString *out)
{
  struct schema schema = {0};
  struct definition start = {&schema, out, &(const struct element){0}, 0, 0, NULL, NULL};
  g_string_append(out, HEADER "  <start>");
  put_choice(&start, NULL, ROOTS_OF_PACK | ROOTS_OF_ADDITIONS | ROOTS_OF_EXAMPLES);
  g_string_append(out, "</start>\n");
  for (enum element_id id = 0; id < EL_COUNT; id++)
    for (guint context = 0; context < CONTEXTS; context++)
      if (schema.definitions[id][context]) {
        g_string_append(out, schema.definitions[id][context]->str);
        g_string_free(schema.definitions[id][context], TRUE);
      }
  put_forms(out);
  g_string_append(out, "</grammar>\n");
}
