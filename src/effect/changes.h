/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between journeys through two versions of a pack, each change once, with all the
 * people for whom it is one. */
#pragma once

#include "catalogue/catalogue.h"
#include "effect/renamed.h"

enum change_kind {
  CHANGE_GOES,
  CHANGE_COMES,
  CHANGE_DAY,   /* it comes on another day */
  CHANGE_WORDS, /* it says something else */
  CHANGE_ORDER, /* it says the same in another order */
};

struct concerned {
  const char *name;  /* borrowed */
  int before, after; /* of CHANGE_DAY: days, 0: none */
};

struct change {
  enum change_kind kind;
  const struct item *item;   /* of the first version if it has it; of a draft the action */
  const struct draft *draft; /* or NULL */
  GPtrArray *gone, *new;     /* of char *: the texts of CHANGE_WORDS */
  GArray *people;            /* of struct concerned */
};

struct changes;

/* FIRST: the first version. ONWARD and BACK: what is called otherwise in the second, and in the
 * first. Borrows all. */
struct changes *changes_new(const struct catalogue *first, const struct renamed *onward,
                            const struct renamed *back);
void changes_free(struct changes *changes);
DEFINE_OWNED(changes, changes_free)

/*
 * Adds what differs between the facts BEFORE and AFTER (journey.h) for the person NAME. The
 * catalogues and NAME have to outlive CHANGES, the facts need not.
 */
void changes_add(struct changes *changes, const char *name, const GPtrArray *before,
                 const GPtrArray *after);

/* All of them, of struct change, in document order, drafts by their ids: a GPtrArray, owned by
 * CHANGES. */
const GPtrArray *changes_list(struct changes *changes);
