/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Example files as they are written: examples of a pack, answers files, exports. One
 * format (content/FORMAT.md, section 5); what its names mean is for the walk to say.
 */
#pragma once

#include "base/arena.h"
#include "base/finding.h"

enum entry_kind {
  ENTRY_ANSWER,
  ENTRY_SKIP,
  ENTRY_DONE,
  ENTRY_MOVED,
  ENTRY_FILL,
  ENTRY_DRAFT, /* the person's own version of it */
};

/* An <answer>, <skip>, <done>, <moved>, <fill> or <draft>. */
struct example_entry {
  enum entry_kind kind;
  struct place place;
  const char *of;
  const char *repeat; /* the repeat whose <item> it stands in, or NULL */
  guint item;         /* which item of that repeat, from 1; 0 outside */
  gboolean parked;
  int day;                   /* given, on or to */
  int seen;                  /* when it was last confirmed; 0: not said */
  const char *action;        /* of a <done>: that it was done by, or NULL */
  const char *const *values; /* of an answer: one, or those of its <value>s; of a fill and a draft
                                one; NULL-terminated */
  gboolean listed;           /* written with <value> */
  const struct example_entry *next;
};

/* An <item>: one turn of a repeat. */
struct example_item {
  const char *of;
  struct place place;
  guint item; /* from 1 */
  const struct example_item *next;
};

enum expected_state { STATE_ANY, STATE_OPEN, STATE_LATE, STATE_DONE };

/* An <expect> or <reject>. */
struct expectation {
  gboolean reject;
  struct place place;
  const char *question; /* one of these two is set */
  const char *advice;
  gboolean has_due;
  int due; /* a day; 0 for `none` */
  enum expected_state state;
  const struct expectation *next;
};

struct example {
  const char *file; /* interned */
  const char *title;
  int today, given;
  const char *identity; /* of the debrief that was exported; NULL: it was written by hand */
  struct place place;
  const struct example_entry *entries;
  const struct example_item *items;
  const struct expectation *expectations;
  struct arena *arena;
};

/* Reads FILE. All faults go to FINDINGS; NULL if it could not be read as an example of some day. */
struct example *example_read(const char *file, struct findings *findings);
/* The same for TEXT in memory, which findings call NAME. */
struct example *example_read_text(const char *text, const char *name, struct findings *findings);
void example_free(struct example *example);
DEFINE_OWNED(example, example_free)
