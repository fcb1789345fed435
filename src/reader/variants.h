/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What hangs on the value or presence of an attribute, and on where an element stands: the tables
 * that go with the table of elements, and the questions that the reader and the schema ask them.
 */
#pragma once

#include "reader/elements.h"

extern const struct variant holiday_variants[], question_variants[], option_variants[];
extern const struct variant extend_variants[], expect_variants[], reject_variants[];

/* The contexts in which a CHILD stands whose parent is PARENT, of VARIANT (or NULL), in CONTEXT. */
guint variant_context(const struct element *parent, guint context, const struct variant *variant,
                      enum element_id child);
/* True if CHILD may stand in such a parent, and in its own CONTEXT. */
gboolean variant_admits(const struct variant *variant, enum element_id child, guint context);

/* Of the variants of ELEMENT that may hold in CONTEXT the one after PREVIOUS, or the first if that
 * is NULL; NULL at the end. */
const struct variant *variant_next(const struct element *element, guint context,
                                   const struct variant *previous);
/* The variant of ELEMENT in CONTEXT that TAG shows; NULL if there is none. */
const struct variant *variant_of(const struct element *element, guint context,
                                 const struct xml_tag *tag);

/* The rule that holds for an attribute with the rule RULE in the table of elements; NULL if VARIANT
 * bars it. VARIANT may be NULL. */
const struct attribute_rule *variant_rule(const struct variant *variant,
                                          const struct attribute_rule *rule);
/* The child rules for which VARIANT (or NULL) needs at least one. */
gboolean variant_needs(const struct variant *variant, const struct child_rule *rule);

/* The attribute NAME that VARIANT (or NULL) requires, with those that would do in its stead as they
 * show another variant: "date / easter". Caller frees. */
char *variant_alternatives(const struct element *element, const struct variant *variant,
                           const char *name);

/* The variants of ELEMENT in which CHILD may stand, each by the word or tag that makes it, joined;
 * "" if all bar it. Caller frees. */
char *variant_hosts(const struct element *element, enum element_id child,
                    const struct translator *translator);
/* What ELEMENT is in this VARIANT, for messages: its kind, or it with the attribute that shows it.
 * Caller frees. */
char *variant_words(const struct element *element, const struct variant *variant);
