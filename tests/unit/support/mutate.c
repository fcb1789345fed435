/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random changes, over libxml2's tree. */
#include "support/mutate.h"

#include <string.h>

#include "reader/elements.h"
#include "support/values.h"

#define XML(text) ((const xmlChar *)(text))

struct change {
  GRand *rand;
  const GPtrArray *values;
  xmlNodePtr node, other;
  GString *words;
};

static guint below(GRand *rand, guint count)
{
  return (guint)g_rand_int_range(rand, 0, (gint32)count);
}

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

/* ---- names and values ---- */

static const struct element *element_named(const struct change *change, const xmlChar *name)
{
  guint first = below(change->rand, EL_COUNT); /* several share a name */
  for (guint i = 0; i < EL_COUNT; i++)
    if (xmlStrEqual(XML(elements[(first + i) % EL_COUNT].name), name))
      return &elements[(first + i) % EL_COUNT];
  return &elements[first];
}

static const struct attribute_rule *any_rule(const struct change *change,
                                             const struct element *element)
{
  guint count = 0;
  while (element->attributes[count].name)
    count++;
  return count ? &element->attributes[below(change->rand, count)] : NULL;
}

/* Mostly an attribute that the element has, sometimes one of another element. */
static const struct attribute_rule *rule_for(const struct change *change, xmlNodePtr node)
{
  const struct attribute_rule *rule = any_rule(change, element_named(change, node->name));
  while (!rule || below(change->rand, 8) == 0)
    rule = any_rule(change, &elements[below(change->rand, EL_COUNT)]);
  return rule;
}

static const char *value_for(const struct change *change, const struct attribute_rule *rule)
{
  guint words = rule && rule->words ? g_strv_length((char **)rule->words) : 0;
  if (words && below(change->rand, 3))
    return rule->words[below(change->rand, words)];
  if (below(change->rand, 3))
    return values_of_attributes[below(change->rand, g_strv_length((char **)values_of_attributes))];
  return change->values->pdata[below(change->rand, change->values->len)];
}

/* ---- changes to elements ---- */

static void drop_element(struct change *change)
{
  drop(change->node);
}

static void double_element(struct change *change)
{
  xmlAddNextSibling(change->node, xmlCopyNode(change->node, 1));
}

static void copy_behind_other(struct change *change)
{
  xmlAddNextSibling(change->other, xmlCopyNode(change->node, 1));
}

static void copy_into_other(struct change *change)
{
  xmlNodePtr copy = xmlCopyNode(change->node, 1);
  if (below(change->rand, 2) && change->other->children)
    xmlAddPrevSibling(change->other->children, copy);
  else
    xmlAddChild(change->other, copy);
}

static gboolean is_inside(const xmlNode *node, const xmlNode *around)
{
  while (node && node != around)
    node = node->parent;
  return node != NULL;
}

static void move_element(struct change *change)
{
  if (is_inside(change->other, change->node))
    return;
  copy_into_other(change);
  drop(change->node);
}

static void swap_siblings(struct change *change)
{
  xmlNodePtr next = xmlNextElementSibling(change->node);
  if (next)
    xmlAddNextSibling(next, change->node);
}

static void rename_element(struct change *change)
{
  const xmlChar *name = below(change->rand, 2) ? change->other->name
                                               : XML(elements[below(change->rand, EL_COUNT)].name);
  g_string_append_printf(change->words, " as %s", (const char *)name);
  xmlNodeSetName(change->node, name);
}

static void estrange_element(struct change *change)
{
  xmlSetNs(change->node, xmlNewNs(change->node, XML("urn:another"), NULL));
}

/* ---- changes to text ---- */

static void add_words(struct change *change)
{
  xmlAddChild(change->node, xmlNewText(XML("words")));
}

static void add_text_behind(struct change *change)
{
  static const char *const texts[] = {"words", " ", "\n", "\u00a0", "&"};
  const char *text = texts[below(change->rand, G_N_ELEMENTS(texts))];
  xmlAddNextSibling(change->node, xmlNewText(XML(text)));
}

static void drop_text(struct change *change)
{
  for (xmlNodePtr child = change->node->children, next; child; child = next) {
    next = child->next;
    if (child->type == XML_TEXT_NODE)
      drop(child);
  }
}

/* What a grammar does not see. */
static void add_aside(struct change *change)
{
  if (below(change->rand, 2))
    xmlAddChild(change->node, xmlNewComment(XML("aside")));
  else
    xmlAddChild(change->node, xmlNewPI(XML("aside"), NULL));
}

/* ---- changes to attributes ---- */

static xmlAttrPtr any_attribute(struct change *change)
{
  guint count = 0;
  for (xmlAttrPtr at = change->node->properties; at; at = at->next)
    count++;
  xmlAttrPtr attribute = change->node->properties;
  for (guint i = count ? below(change->rand, count) : 0; i; i--)
    attribute = attribute->next;
  if (attribute)
    g_string_append_printf(change->words, " @%s", (const char *)attribute->name);
  return attribute;
}

static void drop_attribute(struct change *change)
{
  xmlAttrPtr attribute = any_attribute(change);
  if (attribute)
    xmlRemoveProp(attribute);
}

static void set_value(struct change *change, const char *name, const struct attribute_rule *rule)
{
  const char *value = value_for(change, rule);
  g_string_append_printf(change->words, " @%s=\"%s\"", name, value);
  xmlSetProp(change->node, XML(name), XML(value));
}

static void add_attribute(struct change *change)
{
  const struct attribute_rule *rule = rule_for(change, change->node);
  set_value(change, rule->name, rule);
}

static void change_attribute(struct change *change)
{
  xmlAttrPtr attribute = any_attribute(change);
  if (!attribute)
    return;
  g_autofree char *name = g_strdup((const char *)attribute->name);
  const struct attribute_rule *rule = element_named(change, change->node->name)->attributes;
  while (rule->name && !g_str_equal(rule->name, name))
    rule++;
  set_value(change, name, rule->name ? rule : NULL);
}

static void rename_attribute(struct change *change)
{
  xmlAttrPtr attribute = any_attribute(change);
  if (!attribute)
    return;
  const char *name = rule_for(change, change->node)->name;
  xmlChar *value = xmlNodeGetContent((xmlNodePtr)attribute);
  g_string_append_printf(change->words, " as @%s", name);
  xmlRemoveProp(attribute);
  xmlSetProp(change->node, XML(name), value);
  xmlFree(value);
}

/* ---- from outside ---- */

void mutate_learn(const xmlDoc *document, GPtrArray *values)
{
  g_autoptr(GPtrArray) nodes = g_ptr_array_new();
  list_elements(document->children, nodes);
  for (guint i = 0; i < nodes->len; i++)
    for (xmlAttrPtr at = ((xmlNodePtr)nodes->pdata[i])->properties; at; at = at->next) {
      xmlChar *value = xmlNodeGetContent((xmlNodePtr)at);
      g_ptr_array_add(values, g_strdup((const char *)value));
      xmlFree(value);
    }
}

static gboolean is_first_of_its_name(const xmlNode *node)
{
  const xmlNode *before = node->prev;
  while (before && !xmlStrEqual(before->name, node->name))
    before = before->prev;
  return !before;
}

void mutate_shorten(xmlDocPtr document, GRand *rand)
{
  xmlNodePtr root = xmlDocGetRootElement(document);
  gulong count = xmlChildElementCount(root), kept = count ? below(rand, (guint)count) : 0, i = 0;
  for (xmlNodePtr child = xmlFirstElementChild(root), next; child; child = next, i++) {
    next = xmlNextElementSibling(child);
    if (i != kept && !is_first_of_its_name(child))
      drop(child);
  }
}

struct way {
  const char *words;
  void (*make)(struct change *change);
};

static const struct way of_elements[] = {{"drop", drop_element},
                                         {"double", double_element},
                                         {"copy behind another", copy_behind_other},
                                         {"copy into another", copy_into_other},
                                         {"move into another", move_element},
                                         {"swap with the next", swap_siblings},
                                         {"rename", rename_element},
                                         {"estrange", estrange_element},
                                         {"add words to", add_words},
                                         {"add text behind", add_text_behind},
                                         {"drop the text of", drop_text},
                                         {"add an aside to", add_aside}};

static const struct way of_attributes[] = {{"drop from", drop_attribute},
                                           {"add to", add_attribute},
                                           {"set in", change_attribute},
                                           {"rename in", rename_attribute}};

static void make_change(struct change *change, const struct way *way)
{
  g_string_append_printf(change->words, "%s%s %s", change->words->len ? ", " : "", way->words,
                         (const char *)change->node->name);
  way->make(change);
}

void mutate(xmlDocPtr document, GRand *rand, const GPtrArray *values, GString *words)
{
  g_autoptr(GPtrArray) nodes = g_ptr_array_new();
  list_elements(document->children, nodes);
  struct change change = {.rand = rand, .values = values, .words = words};
  change.node = nodes->pdata[below(rand, nodes->len)];
  change.other = nodes->pdata[below(rand, nodes->len)];
  xmlNodePtr root = nodes->pdata[0];
  if (change.node == root || change.other == root || below(rand, 2))
    make_change(&change, &of_attributes[below(rand, G_N_ELEMENTS(of_attributes))]);
  else
    make_change(&change, &of_elements[below(rand, G_N_ELEMENTS(of_elements))]);
}

gboolean mutate_element(xmlDocPtr document, GRand *rand, guint step, GString *words)
{
  g_autoptr(GPtrArray) nodes = g_ptr_array_new();
  list_elements(document->children, nodes);
  guint index = 1 + step / G_N_ELEMENTS(of_elements);
  if (index >= nodes->len)
    return FALSE;
  struct change change = {.rand = rand, .words = words, .node = nodes->pdata[index]};
  change.other = nodes->pdata[1 + below(rand, nodes->len - 1)];
  make_change(&change, &of_elements[step % G_N_ELEMENTS(of_elements)]);
  return TRUE;
}
