/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conversions: from the text of an attribute to the type that the table of elements gives it. */
#pragma once

#include "reader/reader.h"

/* What a conversion is given, and where it puts its result. */
struct conversion {
  struct reader *reader;
  struct frame *frame;
  const struct xml_tag *tag;
  guint index; /* of the attribute in the tag */
  const struct attribute_rule *rule;
  const char *text; /* of the arena */
  void *target;     /* NULL: it is checked and kept nowhere */
};

struct conversion_type {
  gboolean (*convert)(struct conversion *at); /* FALSE: the text is none of this type */
  const char *expected;                       /* what would be right, for N_() */
};

const struct conversion_type *conversion_type(enum attribute_type type);

/* Adds to the finding about AT, which names what pack.xml declares, which of that ID may have
 * meant, or all there is; false if it names nothing such. */
gboolean conversion_suggest(const struct conversion *at, const char *id);

/* Where the attribute stands. */
struct place conversion_place(const struct conversion *at);
