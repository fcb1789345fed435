/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reader: from XML events to typed structs, by the table of
 * elements. What the rows of the table need from it, and it from them.
 */
#pragma once

#include "base/blank.h"
#include "base/rules.h"
#include "catalogue/catalogue.h"
#include "catalogue/contents.h"
#include "reader/elements.h"
#include "reader/example.h"
#include "reader/forms.h"
#include "reader/variants.h"
#include "xml/xml.h"

struct binder;

/* An element deeper than this is a finding. */
#define READER_DEPTH 64
/* A text and an attribute longer than this many bytes are findings. */
#define READER_TEXT ((gsize)16 * 1024)
#define READER_ATTRIBUTE ((gsize)4 * 1024)

/* An element that is open. */
struct frame {
  enum element_id id;
  const struct element *element;
  const struct variant *variant; /* of the element, or NULL */
  guint context;                 /* a set of enum context */
  void *object;                  /* its struct; its parent's where it has none */
  const struct item *owner;      /* the innermost item it belongs to, itself included, or NULL */
  const struct repeat *repeat;   /* it stands in, or NULL */
  struct place place;
  guint group;               /* the child rule in which the last child stood, */
  enum element_id last;      /* and that child */
  guint met;                 /* the rules of which children have been met, a bit each, */
  guint excused;             /* and those that were written as attributes, which is reported */
  guint linked;              /* the lists that have a child, a bit for the first rule of each, */
  void *tails[MAX_CHILDREN]; /* and their last ones */
  gboolean stray_text;       /* has been reported */
};

/* The text being read: see prose.c. */
struct prose {
  struct text *text;
  GString *canonical;
  GString *run;                            /* the characters since the last tag */
  const struct piece **ends[READER_DEPTH]; /* where the next piece is linked, innermost last */
  guint depth;                             /* of the innermost */
  gboolean space_due, after_space, too_long;
};

/* An element in some parent. */
struct child {
  enum element_id id;
  guint rule; /* of the parent, by which it stands there, */
  guint list; /* and the first rule whose children are in one list with it */
};

struct reader {
  struct arena *arena;
  struct findings *findings;
  struct catalogue *catalogue; /* while a pack is read, else NULL */
  struct example *example;     /* while an example is read, else NULL */
  struct contents *contents;   /* of what is read; NULL for an example */
  struct binder *binder;       /* likewise */
  element_set roots;
  struct item *themes; /* those read so far, the first and */
  struct item *last_theme;
  gboolean declares_half; /* pack.xml broke off, so that topics, sheets and sources are missing */
  gboolean extended;      /* additions have been put among what had been read */
  struct xml_sink sink;
  struct frame stack[READER_DEPTH]; /* of the open elements, DEPTH of them */
  guint depth;
  guint passed_over; /* depth inside an element that is passed over; 0: none */
  struct prose prose;
  GString *raw; /* CONTENT_RAW */
  struct example_entry *last_entry;
  struct expectation *last_expectation;
};

/* The enclosing frame, UP frames out (0: the innermost); NULL beyond the root. */
struct frame *reader_frame(struct reader *reader, guint up);

/* True while an addition is read: where it stands in the order of things is not known yet. */
static inline gboolean reader_adds(const struct reader *reader)
{
  return (reader->roots & EL(EXTEND)) != 0;
}

/* Starts with everything but arena and findings empty; released by reader_end(). */
void reader_begin(struct reader *reader, struct arena *arena, struct findings *findings);
void reader_end(struct reader *reader);

/* Reads one file whose root is one of ROOTS; false if reading ended early. */
gboolean reader_file(struct reader *reader, const char *file, element_set roots);
/* The same for TEXT in memory, called NAME in places. */
gboolean reader_text(struct reader *reader, const char *text, const char *name, element_set roots);

#define reader_fault(reader, rule, place, ...)                                                     \
  findings_add((reader)->findings, &rules[RULE_##rule], (place), __VA_ARGS__)

/* ITEM, of an addition, does not fit what it is added to, which has the id TARGET. REASON is a
 * message id. */
void reader_unfit(struct reader *reader, const struct item *item, const char *target,
                  const char *reason);

/* The default of QUESTION is none of what it takes, which WANTED names. */
void reader_not_offered(struct reader *reader, const struct question *question, const char *wanted);

/*
 * NONE, a message id such as N_("no topic"), has the id ID. NEAREST may have been meant, or is
 * NULL. What is missing because it was not read is not told; false then.
 */
gboolean reader_unknown(struct reader *reader, struct place place, const char *none, const char *id,
                        const char *nearest);
/* Text stands at PLACE directly in ELEMENT, which holds none. */
void reader_stray(struct reader *reader, struct place place, const struct element *element);
/* Of those of KIND in LIST, an item and its siblings, the id that is nearest to ID; NULL if none is
 * near. */
const char *reader_nearest(const struct item *list, enum item_kind kind, const char *id);

/* LENGTH bytes of valid UTF-8 as a string of the arena, cleaned (base/text.h). */
const char *reader_string(struct reader *reader, const char *text, gsize length);

/* ---- attributes.c ---- */

/* The rule of ELEMENT for the attribute NAME, or NULL. */
const struct attribute_rule *attribute_named(const struct element *element, const char *name);
/* Fills the object of FRAME from the attributes of TAG, faults reported. */
void attributes_read(struct reader *reader, struct frame *frame, const struct xml_tag *tag);
/* The value of attribute NAME as a string of the arena, or NULL; its place goes to *PLACE. */
const char *attribute_text(struct reader *reader, const struct xml_tag *tag, const char *name,
                           struct place *place);
/* The place of the value of attribute NAME; of TAG if it has none. */
struct place attribute_place(const struct xml_tag *tag, const char *name);

/* ---- prose.c ---- */

/* Starts TEXT, whose characters and inline elements follow until build_close_text(). */
void prose_begin(struct reader *reader, struct frame *frame, struct text *text);
void prose_characters(struct reader *reader, const char *characters, gsize length);

/* ---- binder.c ---- */

enum reference_kind {
  REFER_REGION,
  REFER_FROM,
  REFER_BOUND,
  REFER_DEFAULT,
  REFER_AFTER,
  REFER_ANSWER,
  REFER_STEM,
  REFER_DATE
};

struct binder *binder_new(void);
void binder_free(struct binder *binder);

/* Gives ID to something; a second use of it is a finding. NULL then. */
struct name *binder_add_name(struct reader *reader, const char *id, enum name_kind kind,
                             struct place place, const struct item *item);
/* The same for the ids that have a namespace of their own: themes, topics, sheets, sources, drafts.
 */
void binder_add_id(struct reader *reader, const char *kind, const char *id, struct place place);

/* Where ID of that KIND was declared; NULL: nowhere so far. */
const struct place *binder_find_id(const struct binder *binder, const char *kind, const char *id);

/*
 * ID, or NULL, is meant to be given to something that is not read, or has not the form of an id,
 * which is a finding: that it is missing elsewhere is none.
 */
void binder_add_unread(struct reader *reader, const char *id);
/* The same for what has no id at all: any that is missing elsewhere may be its own. */
void binder_add_nameless(struct reader *reader);
gboolean binder_is_unread(const struct binder *binder, const char *id);

/* What FILE (of a place) holds may stand before what it names only since it is a copy that was read
 * in place of the original: that is no finding. */
void binder_add_doubled(struct binder *binder, const char *file);
gboolean binder_is_doubled(const struct binder *binder, const char *file);

/* A condition to be bound, at once or when all names are known. OWN: it is the `when` of OWNER
 * itself. */
void binder_add_condition(struct reader *reader, struct condition *condition,
                          const struct item *owner, gboolean own);
/* A name to be bound into TARGET, whose type goes with KIND, likewise. */
void binder_add_reference(struct reader *reader, enum reference_kind kind, const char *id,
                          struct place place, const struct item *owner, void *target);

/* A region for which something counts: to be one that the pack asks for. */
void binder_add_region(struct reader *reader, const char *region, struct place place);

/* Numbers an item that has been met, and the task of an action (by its first action alone): in the
 * order of the files. See binder_order.c. */
void order_item(struct binder *binder, struct item *item);
void order_task(struct binder *binder, const struct action *action);

/*
 * Lists the tree in document order and binds what is left to bind; unless WHOLE, when a file broke
 * off and half of what is named would seem to be missing.
 */
void binder_finish(struct reader *reader, gboolean whole);
