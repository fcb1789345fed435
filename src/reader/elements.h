/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The elements of the format as one table: where each may stand, its attributes, its
 * children in their order, and where its parts are kept. The reader is driven by it, "did you
 * mean" looks into it, and the schema for editors is written from it. A test holds the two to
 * one verdict on every file: what a grammar can say of an element stands in this table.
 */
#pragma once

#include "base/finding.h"

enum element_id {
  EL_PACK,
  EL_TOPIC,
  EL_SHEET,
  EL_SOURCE,
  EL_DEFINE,
  EL_LIMIT,
  EL_HOLIDAY,
  EL_PASSAGE,
  EL_SUPPORT,
  EL_THEME,
  EL_QUESTION,
  EL_CONSTRAINT,
  EL_OPTION,
  EL_REPEAT,
  EL_ACTION,
  EL_DUE,
  EL_DRAFT,
  EL_LESSON,
  EL_STRENGTH,
  EL_REMARK,
  EL_OPENING,
  EL_REPLY,
  EL_EXTEND,
  /* texts */
  EL_TITLE,
  EL_ABOUT,
  EL_SUBJECT,
  EL_PUBLISHER,
  EL_PARAGRAPH,
  EL_PROMPT,
  EL_LABEL,
  EL_HELP,
  EL_LOW,
  EL_HIGH,
  EL_WHY,
  EL_STEP,
  EL_AVOID,
  EL_TO,
  EL_FACT,
  EL_IF,
  EL_THEN,
  EL_EXERCISE,
  EL_FIRST,       /* a group of texts of one kind */
  EL_USE,         /* of a passage */
  EL_TRANSLATION, /* the root that is put around a translated text */
  /* inside texts */
  EL_EM,
  EL_STRONG,
  EL_LINK,
  EL_SPAN,
  EL_BLANK,
  EL_QUOTE, /* <answer of=…/> */
  EL_DATE,
  /* example files */
  EL_EXAMPLE,
  EL_ANSWER,
  EL_VALUE,
  EL_SKIP,
  EL_ITEM,
  EL_DONE,
  EL_MOVED,
  EL_FILL,
  EL_OWN_DRAFT,
  EL_EXPECT,
  EL_REJECT,
  EL_COUNT
};

/* A set of elements. */
typedef guint64 element_set;
#define EL(id) ((element_set)1 << EL_##id)

/* What an attribute holds, and the C type at its offset. */
enum attribute_type {
  ATTRIBUTE_ID,        /* const char *: an id of the format */
  ATTRIBUTE_VALUE,     /* const char *: the value of an option */
  ATTRIBUTE_STRING,    /* const char *: any characters */
  ATTRIBUTE_LANGUAGE,  /* const char *: the tag of a language (BCP 47), as far as its form goes */
  ATTRIBUTE_CONDITION, /* const struct condition * */
  ATTRIBUTE_FLAG,      /* gboolean: yes or no */
  ATTRIBUTE_WORD,      /* int: index into `words` */
  ATTRIBUTE_COUNT,     /* int, 0 or more */
  ATTRIBUTE_POSITIVE,  /* int, 1 or more */
  ATTRIBUTE_INTEGER,   /* int */
  ATTRIBUTE_WHOLE,     /* a whole number of any size; read by hooks */
  ATTRIBUTE_DECIMAL,   /* the same, maybe with decimals */
  ATTRIBUTE_TIME,      /* int: minutes since midnight */
  ATTRIBUTE_DAY,       /* int: a day */
  ATTRIBUTE_DUE_DAY,   /* int: a day, or 0 for `none` */
  ATTRIBUTE_ANY_DAY,   /* a day, or days from today: `today-30`; read by hooks */
  ATTRIBUTE_YEAR_DAY,  /* int: 100 * month + day, written --07-14 */
  ATTRIBUTE_MONTH,     /* const char *: 2026-11 */
  ATTRIBUTE_PUBLISHED, /* const char *: 2026, 2026-11 or 2026-11-12 */
  ATTRIBUTE_WEEKDAYS,  /* guint: a set of weekdays */
  ATTRIBUTE_REGIONS,   /* const char *const *: words apart by blanks */
  ATTRIBUTE_CITATIONS, /* const struct citation * */
  ATTRIBUTE_TOPIC,     /* const struct topic * */
  ATTRIBUTE_SHEET,     /* const struct topic * */
  ATTRIBUTE_PASSAGE,   /* const struct passage * */
  ATTRIBUTE_NEEDS,     /* `region`, `reviewed` or both; read by a hook */
  ATTRIBUTE_ADDRESS,   /* const char *: https:, mailto: or tel: */
  ATTRIBUTE_PATTERN,   /* const char *: an XML Schema regular expression */
  ATTRIBUTE_NAME,      /* const char *: the id of something, bound later (bind.c) */
  ATTRIBUTE_VARIES,    /* the variant that holds says what; without a row there it is misused */
};

/* Rules are packed: every page of the table costs time whenever the program starts, whatever it is
 * to do, as the linker puts addresses into it. */
struct attribute_rule {
  const char *name;
  enum attribute_type type : 8;
  guint required : 1;
  guint named : 1;          /* instead of it `$id` may stand; read by a hook */
  guint16 offset;           /* in the element's struct */
  int absent;               /* for int and gboolean: what it is when not written */
  const char *const *words; /* ATTRIBUTE_WORD, NULL-terminated */
};

/* The offset of what is kept nowhere, or by a hook. */
#define NO_LIST G_MAXUINT16

struct child_rule {
  element_set elements;
  guint least : 1;
  guint many : 1;
  guint16 offset; /* of the head of the list of these children, in the parent's struct */
};

enum element_content {
  CONTENT_ELEMENTS, /* children alone */
  CONTENT_PROSE,    /* text with inline elements */
  CONTENT_RAW,      /* characters as typed; `children` may stand instead */
};

#define MAX_ATTRIBUTES 20
#define MAX_CHILDREN 12

/* Where an element stands, as far as that changes what may stand in it; sets of these. */
enum context {
  CONTEXT_REPEAT = 1, /* inside a repeat */
  CONTEXT_DRAFT = 2,  /* inside a draft */
  CONTEXT_FROM = 4,   /* in a question that has its options `from` another */
  CONTEXT_ADDED = 8,  /* in an addition, to what only the pack can tell */
  CONTEXT_STEM = 16,  /* in a question whose prompt is a sentence with a blank */
  CONTEXTS = 32       /* how many sets there are */
};

struct sign {
  const char *attribute;
  const char *word; /* NULL: any */
};

#define MAX_SIGNS 2
#define MAX_VARYING 5

/*
 * What the attributes of an element make of it. Of the variants of an element the first holds whose
 * signs its tag shows, in the context it needs.
 */
struct variant {
  guint context;              /* one of these; 0: anywhere */
  guint gives;                /* contexts, to its children */
  element_set needed, barred; /* children, beside the rules for all */
  struct sign signs[MAX_SIGNS + 1];
  struct attribute_rule attributes[MAX_VARYING + 1]; /* instead of those that vary */
};

struct reader;
struct frame;
struct xml_tag;

struct element {
  const char *name;
  enum element_content content;
  gsize size;         /* of its struct; 0: it has none of its own */
  gsize next_offset;  /* of the link to the following sibling in its struct */
  gboolean any_order; /* of its children */
  /* A group: it holds children of one kind, and stands where these may. Its parent's rules name it
   * beside them. */
  gboolean groups;
  guint gives;   /* contexts, to its children */
  guint heeds;   /* contexts that matter to it or in it; it is in no other */
  guint only_in; /* contexts of which it needs one; 0: anywhere */
  guint not_in;  /* contexts in which it cannot stand */
  struct attribute_rule attributes[MAX_ATTRIBUTES + 1]; /* ends with name NULL */
  struct child_rule children[MAX_CHILDREN + 1];         /* ends with elements 0 */
  const struct variant *variants;                       /* NULL, or ends with one of zeros */
  void (*open)(struct reader *reader, struct frame *frame, const struct xml_tag *tag);
  void (*close)(struct reader *reader, struct frame *frame);
};

extern const struct element elements[EL_COUNT];

/* The elements that may be the root of a file of a pack, of an addition, of an example. */
#define ROOTS_OF_PACK EL(PACK)
#define ROOTS_OF_THEMES EL(THEME)
#define ROOTS_OF_ADDITIONS (EL(THEME) | EL(EXTEND))
#define ROOTS_OF_EXAMPLES EL(EXAMPLE)
