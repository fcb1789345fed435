/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of variants, and what is asked of them. */
#include "reader/variants.h"

#include <string.h>

#include "reader/rows.h"

/* ---- questions, by kind ---- */

#define ENDS (EL(LOW) | EL(HIGH))
#define FROM ATTR_HOOK("from", NAME, REQUIRED)
#define UNIT ATTR("unit", STRING, OPTIONAL, question, unit)
#define DEFAULT(type) ATTR_NAMED("default", type)
#define ENDS_OF(type, required) ATTR_HOOK("min", type, required), ATTR_HOOK("max", type, required)
#define LIMITS(type) ATTR_NAMED("min", type), ATTR_NAMED("max", type)
#define AMOUNT(type) DEFAULT(type), LIMITS(type)
#define NEXT_TIME ATTR("next-time", FLAG, OPTIONAL, question, next_time)

static const char *const edges[] = {"last", "first", NULL};

const struct variant question_variants[] = {
    {.signs = {{"kind", "choice"}, {"from", NULL}},
     .attributes = {FROM, DEFAULT(VALUE)},
     .barred = ENDS,
     .gives = CONTEXT_FROM},
    {.signs = {{"kind", "choice"}},
     .attributes = {DEFAULT(VALUE)},
     .needed = EL(OPTION),
     .barred = ENDS},
    {.signs = {{"kind", "choices"}, {"from", NULL}},
     .attributes = {FROM, DEFAULT(VALUE), LIMITS(COUNT)},
     .barred = ENDS,
     .gives = CONTEXT_FROM},
    {.signs = {{"kind", "choices"}},
     .attributes = {DEFAULT(VALUE), LIMITS(COUNT)},
     .needed = EL(OPTION),
     .barred = ENDS},
    {.signs = {{"kind", "scale"}},
     .attributes = {DEFAULT(INTEGER), ENDS_OF(INTEGER, REQUIRED), UNIT},
     .barred = EL(OPTION)},
    {.signs = {{"kind", "number"}, {"decimals", "yes"}},
     .attributes = {ATTR("decimals", FLAG, REQUIRED, question, decimals), AMOUNT(DECIMAL), UNIT},
     .barred = ENDS | EL(OPTION)},
    {.signs = {{"kind", "number"}},
     .attributes = {ATTR("decimals", FLAG, OPTIONAL, question, decimals), AMOUNT(WHOLE), UNIT},
     .barred = ENDS | EL(OPTION)},
    {.signs = {{"kind", "date"}},
     .attributes = {AMOUNT(ANY_DAY), ATTR_WORD("edge", OPTIONAL, question, edge, edges), NEXT_TIME},
     .barred = ENDS | EL(OPTION)},
    {.signs = {{"kind", "time"}},
     .attributes = {DEFAULT(TIME), ENDS_OF(TIME, OPTIONAL)},
     .barred = ENDS | EL(OPTION)},
    {.signs = {{"kind", "text"}, {"stem", "yes"}},
     .attributes = {DEFAULT(STRING), ATTR("pattern", PATTERN, OPTIONAL, question, pattern),
                    ATTR("stem", FLAG, REQUIRED, question, stem), NEXT_TIME},
     .barred = ENDS | EL(OPTION),
     .gives = CONTEXT_STEM},
    {.signs = {{"kind", "text"}},
     .attributes = {DEFAULT(STRING), ATTR("pattern", PATTERN, OPTIONAL, question, pattern),
                    ATTR("stem", FLAG, OPTIONAL, question, stem), NEXT_TIME},
     .barred = ENDS | EL(OPTION)},
    {.signs = {{"kind", "note"}},
     .attributes = {DEFAULT(STRING), NEXT_TIME},
     .barred = ENDS | EL(OPTION)},
    {0},
};

/* `yes` and `no` say themselves; the options of `from` have labels already. */
const struct variant option_variants[] = {
    {.context = CONTEXT_FROM},
    {.context = CONTEXT_ADDED, .attributes = {ITEM_WHEN}},
    {.signs = {{"value", "yes"}}, .attributes = {ITEM_WHEN}},
    {.signs = {{"value", "no"}}, .attributes = {ITEM_WHEN}},
    {.attributes = {ITEM_WHEN}, .needed = EL(LABEL)},
    {0},
};

/* ---- one of two ---- */

static const char *const weekdays[] = {"", "mon", "tue", "wed", "thu", "fri", "sat", "sun", NULL};

const struct variant holiday_variants[] = {
    {.signs = {{"easter", NULL}},
     .attributes = {ATTR("easter", INTEGER, REQUIRED, holiday, easter)}},
    {.attributes = {ATTR_HOOK("date", YEAR_DAY, REQUIRED),
                    ATTR_WORD("on", OPTIONAL, holiday, weekday, weekdays)}},
    {0},
};

#define DECLARED (EL(TOPIC) | EL(SHEET) | EL(SOURCE) | EL(HOLIDAY) | EL(SUPPORT))

const struct variant extend_variants[] = {
    {.signs = {{"pack", NULL}},
     .attributes = {ATTR("pack", NAME, REQUIRED, extension, pack)},
     .barred = EL(OPTION) | NESTED},
    {.signs = {{"theme", NULL}},
     .attributes = {ATTR_HOOK("theme", NAME, REQUIRED)},
     .barred = EL(OPTION) | DECLARED},
    {.signs = {{"option", NULL}},
     .attributes = {ATTR_HOOK("question", NAME, REQUIRED), ATTR_HOOK("option", VALUE, REQUIRED)},
     .barred = EL(OPTION) | DECLARED},
    {.attributes = {ATTR_HOOK("question", NAME, REQUIRED)}, .barred = DECLARED},
    {0},
};

static const char *const states[] = {"", "open", "late", "done", NULL};

#define EXPECT_QUESTION                                                                            \
  {                                                                                                \
    .signs = {{"question", NULL}}, .attributes = {                                                 \
      ATTR("question", ID, REQUIRED, expectation, question)                                        \
    }                                                                                              \
  }

const struct variant expect_variants[] = {
    EXPECT_QUESTION,
    {.attributes = {ATTR("advice", ID, REQUIRED, expectation, advice),
                    ATTR("due", DUE_DAY, OPTIONAL, expectation, due),
                    ATTR_WORD("state", OPTIONAL, expectation, state, states)}},
    {0},
};

const struct variant reject_variants[] = {
    EXPECT_QUESTION,
    {.attributes = {ATTR("advice", ID, REQUIRED, expectation, advice)}},
    {0},
};

/* ---- which holds ---- */

static gboolean needs_no_sign(const struct variant *variant)
{
  return !variant->signs[0].attribute;
}

static gboolean ends(const struct variant *variant)
{
  return needs_no_sign(variant) && !variant->context && !variant->attributes[0].name;
}

const struct variant *variant_next(const struct element *element, guint context,
                                   const struct variant *previous)
{
  const struct variant *variant = previous ? previous + 1 : element->variants;
  if (!variant || (previous && needs_no_sign(previous)))
    return NULL;
  while (variant->context && !(variant->context & context))
    variant++;
  return ends(variant) ? NULL : variant;
}

static gboolean shows(const struct xml_tag *tag, const struct sign *sign)
{
  gsize length;
  for (guint i = 0; i < xml_tag_attributes(tag); i++)
    if (strcmp(xml_attribute_name(tag, i), sign->attribute) == 0) {
      const char *value = xml_attribute_value(tag, i, &length);
      return !sign->word ||
             (length == strlen(sign->word) && memcmp(value, sign->word, length) == 0);
    }
  return FALSE;
}

const struct variant *variant_of(const struct element *element, guint context,
                                 const struct xml_tag *tag)
{
  const struct variant *variant = NULL;
  while ((variant = variant_next(element, context, variant))) {
    const struct sign *sign = variant->signs;
    while (sign->attribute && shows(tag, sign))
      sign++;
    if (!sign->attribute)
      break;
  }
  return variant;
}

/* ---- what it makes of the element ---- */

guint variant_context(const struct element *parent, guint context, const struct variant *variant,
                      enum element_id child)
{
  return (context | parent->gives | (variant ? variant->gives : 0)) & elements[child].heeds;
}

gboolean variant_admits(const struct variant *variant, enum element_id child, guint context)
{
  const struct element *element = &elements[child];
  return !(variant && variant->barred >> child & 1) && !(element->not_in & context) &&
         (!element->only_in || element->only_in & context);
}

const struct attribute_rule *variant_rule(const struct variant *variant,
                                          const struct attribute_rule *rule)
{
  if (!variant || rule->type != ATTRIBUTE_VARIES)
    return rule;
  for (const struct attribute_rule *own = variant->attributes; own->name; own++)
    if (strcmp(own->name, rule->name) == 0)
      return own;
  return NULL;
}

gboolean variant_needs(const struct variant *variant, const struct child_rule *rule)
{
  return variant && variant->needed & rule->elements;
}

static gboolean takes(const struct variant *variant, const char *name)
{
  const struct attribute_rule *own = variant->attributes;
  while (own->name && strcmp(own->name, name) != 0)
    own++;
  return own->name != NULL;
}

char *variant_alternatives(const struct element *element, const struct variant *variant,
                           const char *name)
{
  GString *words = g_string_new(name);
  const struct variant *other = element->variants;
  gboolean any = variant && needs_no_sign(variant) && takes(variant, name);
  for (; any && other != variant; other++)
    if (!other->context && !other->signs[0].word && !takes(other, name))
      g_string_append_printf(words, " / %s", other->signs[0].attribute);
  return g_string_free(words, FALSE);
}

char *variant_hosts(const struct element *element, enum element_id child,
                    const struct translator *translator)
{
  g_autoptr(GPtrArray) hosts = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  const struct variant *variant = NULL;
  while ((variant = variant_next(element, CONTEXTS - 1, variant))) {
    g_autofree char *words =
        variant->signs[0].word
            ? g_strdup(variant->signs[0].word)
            : g_strdup_printf("<%s %s=\"…\">", element->name, variant->attributes[0].name);
    gboolean told = g_ptr_array_find_with_equal_func(hosts, words, g_str_equal, NULL);
    if (!told && !(variant->barred >> child & 1))
      g_ptr_array_add(hosts, g_steal_pointer(&words));
  }
  return tr_join(translator, (const char *const *)hosts->pdata);
}

char *variant_words(const struct element *element, const struct variant *variant)
{
  const struct sign *sign = variant->signs;
  if (sign->word)
    return g_strdup(sign->word);
  return g_strjoin(" ", element->name, sign->attribute, NULL);
}
