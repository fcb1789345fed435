/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The visit: every spot of a pack at which something is said, asked, advised or decided, in
 * document order, with what must hold for it to count. Findings and proofs all walk this one
 * list.
 */
#pragma once

#include "catalogue/catalogue.h"

enum spot_kind {
  SPOT_ITEM,
  SPOT_TEXT,
  SPOT_GROUP, /* `first`; its members follow as texts */
  SPOT_USE,   /* of a passage, whose paragraphs stand in pack.xml */
  SPOT_SPAN,
  SPOT_DRAFT,
  SPOT_DUE,
  SPOT_STRESS,
  SPOT_DEFINE,
  SPOT_CONSTRAINT,
};

/* What a text is for; text_roles[] has what follows from that. */
enum text_role {
  ROLE_TITLE,   /* of a pack, theme, topic, sheet, source, support */
  ROLE_ABOUT,   /* of a pack */
  ROLE_SUBJECT, /* of a pack, or of a draft */
  ROLE_PROMPT,
  ROLE_LABEL,
  ROLE_HELP,
  ROLE_END, /* low and high of a scale */
  ROLE_MESSAGE,
  ROLE_HEADLINE, /* title of an action */
  ROLE_WHY,
  ROLE_STEP,
  ROLE_AVOID,
  ROLE_TO,
  ROLE_PARAGRAPH,
  ROLE_FACT,
  ROLE_IF,
  ROLE_THEN,
  ROLE_EXERCISE,
  ROLE_STRENGTH,
  ROLE_REMARK,
  ROLE_COUNT
};

struct text_role_info {
  const char *element; /* as the format calls it */
  gboolean first_only; /* alternatives: the first that holds is said, else all that hold */
};
extern const struct text_role_info text_roles[ROLE_COUNT];

struct spot {
  enum spot_kind kind;
  struct place place;
  const struct item *item;      /* it is, or stands in; NULL in pack.xml */
  const struct condition *when; /* its own, or NULL */
  const struct draft *draft;    /* SPOT_DRAFT, and texts and spans of a draft */
  gboolean message; /* a text or span that is part of a message: in a draft, a passage */
  /* SPOT_TEXT, SPOT_SPAN; SPOT_GROUP and SPOT_USE, which it is. And the first of the texts among
   * which it stands. */
  const struct text *text, *list;
  enum text_role role;      /* SPOT_TEXT, SPOT_SPAN, SPOT_GROUP, SPOT_USE */
  const struct piece *span; /* SPOT_SPAN */
  const struct due *due;
  const struct define *define;
  const struct constraint *constraint;
  gboolean hidden; /* an alternative before it always holds */
  /*
   * For the spot to count, given that its item is met: these conditions hold, `when` among them as
   * the last, and those fail. Arrays of const struct condition, owned by the visit.
   */
  const GPtrArray *hold, *fail;
};

/* Calls SEE for every spot. The spot and its arrays live until SEE returns. */
void spots_visit(const struct catalogue *catalogue,
                 void (*see)(const struct spot *spot, void *data), void *data);

/* The element of the item, as the format calls it: "question". */
const char *item_element(enum item_kind kind);

/* Where advice comes from; NULL for an item that is none. */
const struct origin *item_origin(const struct item *item);

/* How findings name ELEMENT, a message id, with the id ID, or NULL: "question 'late'"; an item; and
 * a spot: "draft 'mail'", "paragraph". Caller frees. */
char *element_words(const char *element, const char *id,
                    const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;
char *item_words(const struct item *item,
                 const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;
char *spot_words(const struct spot *spot,
                 const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;
