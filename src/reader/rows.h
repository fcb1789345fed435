/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the rows of the tables of elements and of variants are written. */
#pragma once

#include <stddef.h>

#include "reader/build.h"

#define REQUIRED TRUE
#define OPTIONAL FALSE
#define ID(type, member)                                                                           \
  {                                                                                                \
    "id", ATTRIBUTE_ID, REQUIRED, FALSE, offsetof(struct type, member), 0, NULL                    \
  }
#define ATTR(name, type, required, struct_name, member)                                            \
  {                                                                                                \
    name, ATTRIBUTE_##type, required, FALSE, offsetof(struct struct_name, member), 0, NULL         \
  }
#define ATTR_WORD(name, required, struct_name, member, words)                                      \
  {                                                                                                \
    name, ATTRIBUTE_WORD, required, FALSE, offsetof(struct struct_name, member), 0, words          \
  }
#define ATTR_ABSENT(name, type, struct_name, member, absent)                                       \
  {                                                                                                \
    name, ATTRIBUTE_##type, OPTIONAL, FALSE, offsetof(struct struct_name, member), absent, NULL    \
  }
/* Attributes that a hook reads by itself. */
#define ATTR_HOOK(name, type, required)                                                            \
  {                                                                                                \
    name, ATTRIBUTE_##type, required, FALSE, NO_LIST, 0, NULL                                      \
  }
/* The same, in whose place an earlier answer may be named, as `$id`. */
#define ATTR_NAMED(name, type)                                                                     \
  {                                                                                                \
    name, ATTRIBUTE_##type, OPTIONAL, TRUE, NO_LIST, 0, NULL                                       \
  }
#define ATTR_VARIES(name) ATTR_HOOK(name, VARIES, OPTIONAL)
#define WHEN(struct_name) ATTR("when", CONDITION, OPTIONAL, struct_name, when)
#define ITEM_WHEN ATTR("when", CONDITION, OPTIONAL, item, when)

/* What may stand in a theme, an option or a question. */
#define NESTED                                                                                     \
  (EL(QUESTION) | EL(REPEAT) | EL(ACTION) | EL(LESSON) | EL(STRENGTH) | EL(REMARK) | EL(OPENING) | \
   EL(REPLY))
