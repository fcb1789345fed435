/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema for editors, element by element from the table. */
#include "catalogue/schema.h"

#include "catalogue/forms.h"

#define HEADER                                                                                     \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                   \
  "<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n"                                           \
  "<!-- Written from src/catalogue/elements.c; a test compares. -->\n"                             \
  "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\" ns=\"urn:rebond:content:1\"\n"           \
  "    datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n"

#define INLINE (EL(EM) | EL(STRONG) | EL(LINK) | EL(SPAN) | EL(BLANK) | EL(QUOTE) | EL(DATE))

static gboolean is_inline(enum element_id id)
{
  return INLINE >> id & 1;
}

/* Inside a draft inline elements have definitions of their own, in which blanks may stand. */
static void put_reference(GString *out, enum element_id id, gboolean draft)
{
  const char *name = id == EL_QUOTE ? "quoted-answer" : elements[id].name;
  gboolean prefixed = is_inline(id) ? draft : elements[id].blanks;
  g_string_append_printf(out, "<ref name=\"%s%s\"/>", prefixed ? "draft-" : "", name);
}

static void put_choice(GString *out, element_set set, gboolean draft)
{
  gboolean several = (set & (set - 1)) != 0;
  g_string_append(out, several ? "<choice>" : "");
  for (enum element_id id = 0; id < EL_COUNT; id++)
    if (set >> id & 1 && (id != EL_BLANK || draft))
      put_reference(out, id, draft);
  g_string_append(out, several ? "</choice>" : "");
}

/* ---- attributes ---- */

static void put_words(GString *out, const char *const *words)
{
  g_string_append(out, "<choice>");
  for (; *words; words++)
    if (**words)
      g_string_append_printf(out, "<value type=\"string\">%s</value>", *words);
  g_string_append(out, "</choice>");
}

static void put_values(GString *out, const struct attribute_rule *rule)
{
  const struct form *form = form_of(rule->type);
  if (rule->words)
    put_words(out, rule->words);
  else
    g_string_append(out, form ? form->pattern : "<text/>");
}

static void put_attribute(GString *out, const struct attribute_rule *rule)
{
  g_string_append(out, rule->required ? "      " : "      <optional>");
  g_string_append_printf(out, "<attribute name=\"%s\">", rule->name);
  put_values(out, rule);
  g_string_append(out, rule->required ? "</attribute>\n" : "</attribute></optional>\n");
}

/* ---- content ---- */

static void put_children(GString *out, const struct child_rule *rule)
{
  static const char *const wrappers[2][2] = {{"optional", "zeroOrMore"}, {NULL, "oneOrMore"}};
  const char *wrapper = wrappers[rule->least][rule->many != FALSE];
  g_string_append(out, "      ");
  if (wrapper)
    g_string_append_printf(out, "<%s>", wrapper);
  put_choice(out, rule->elements, FALSE);
  if (wrapper)
    g_string_append_printf(out, "</%s>", wrapper);
  g_string_append_c(out, '\n');
}

static void put_prose(GString *out, const struct element *element, gboolean draft)
{
  g_string_append(out, "      <zeroOrMore><choice><text/>");
  put_choice(out, element->children[0].elements, draft);
  g_string_append(out, "</choice></zeroOrMore>\n");
}

static void put_elements(GString *out, const struct element *element)
{
  gboolean mingled = element->any_order && element->children[1].elements;
  if (mingled)
    g_string_append(out, "      <interleave>\n");
  for (const struct child_rule *rule = element->children; rule->elements; rule++)
    put_children(out, rule);
  if (mingled)
    g_string_append(out, "      </interleave>\n");
}

static void put_content(GString *out, const struct element *element, gboolean draft)
{
  if (element->content == CONTENT_PROSE)
    put_prose(out, element, draft);
  else if (element->content == CONTENT_ELEMENTS && element->children[0].elements)
    put_elements(out, element);
  else if (element->content == CONTENT_ELEMENTS)
    g_string_append(out, "      <empty/>\n");
  else if (!element->children[0].elements)
    g_string_append(out, "      <text/>\n");
  else {
    g_string_append(out, "      <choice><text/><oneOrMore>");
    put_choice(out, element->children[0].elements, draft);
    g_string_append(out, "</oneOrMore></choice>\n");
  }
}

static void put_element(GString *out, enum element_id id, gboolean draft)
{
  const struct element *element = &elements[id];
  const char *name = id == EL_QUOTE ? "quoted-answer" : element->name;
  gboolean prefixed = is_inline(id) ? draft : element->blanks;
  g_string_append_printf(out, "  <define name=\"%s%s\">\n    <element name=\"%s\">\n",
                         prefixed ? "draft-" : "", name, element->name);
  for (const struct attribute_rule *rule = element->attributes; rule->name; rule++)
    put_attribute(out, rule);
  put_content(out, element, draft);
  g_string_append(out, "    </element>\n  </define>\n");
}

void schema_write(GString *out)
{
  g_string_append(out, HEADER "  <start>");
  put_choice(out, ROOTS_OF_PACK | ROOTS_OF_ADDITIONS | ROOTS_OF_EXAMPLES, FALSE);
  g_string_append(out, "</start>\n");
  for (enum element_id id = 0; id < EL_COUNT; id++) {
    if (id == EL_TRANSLATION)
      continue;
    if (id != EL_BLANK)
      put_element(out, id, elements[id].blanks && !is_inline(id));
    if (is_inline(id))
      put_element(out, id, TRUE);
  }
  g_string_append(out, "</grammar>\n");
}
