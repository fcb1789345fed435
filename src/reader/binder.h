/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of the binder, shared by the files that gather (binder.c), number (binder_order.c),
 * bind (binder_bind.c) and look at options (binder_options.c) once all files of a pack are read.
 */
#pragma once

#include "reader/reader.h"

struct pending_condition {
  struct condition *condition;
  const struct item *owner;
  gboolean own; /* it is the `when` of the owner itself */
};

struct reference {
  enum reference_kind kind;
  const char *id;
  struct place place;
  const struct item *owner;
  void *target;
};

/* A region that something names. */
struct region {
  const char *value;
  struct place place;
};

/* An id of one of the smaller namespaces. */
struct used_id {
  const char *id, *kind;
  struct place place;
};

struct binder {
  GHashTable *ids;                 /* set of struct used_id */
  GHashTable *unread;              /* set of const char *, see binder_add_unread() */
  GHashTable *doubled;             /* set of const char *, see binder_add_doubled() */
  gboolean nameless;               /* see binder_add_nameless() */
  GArray *conditions, *references; /* that could not be bound where they were read */
  GArray *regions;
  GPtrArray *items, *questions, *repeats, *tasks; /* in order */
  GHashTable *reach; /* const struct define -> order of the last question behind it, plus 1 */
};

/* Numbers them all again by document order, which extensions have changed. */
void order_again(struct reader *reader);
/* Lists them in the catalogue. */
void order_list(struct reader *reader);

/* Binds what can be bound by what has been read so far; false if something cannot. Reports
 * nothing. */
gboolean bind_condition_early(const struct reader *reader, const struct pending_condition *pending);
gboolean bind_reference_early(const struct reader *reader, const struct reference *reference);

/* Binds defines, and all that could not be bound early; every name that cannot stand where it does
 * is a finding. */
void bind_names(struct reader *reader);

/* Checks the options of all questions, which extensions may have added to. */
void check_all_options(struct reader *reader);

/* Checks that every region is one that the pack asks for, if it asks for any. */
void check_regions(struct reader *reader);
