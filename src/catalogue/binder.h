/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of the binder, shared by the files that gather (binder.c), number (order.c), bind
 * (bind.c) and look at options (options.c) once all files of a pack are read.
 */
#pragma once

#include "catalogue/reader.h"

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

struct binder {
  GHashTable *names; /* id -> struct name */
  GHashTable *ids;   /* "kind id" -> struct place, for the smaller namespaces */
  GArray *conditions, *references, *regions;
  GPtrArray *texts;  /* const struct text */
  GHashTable *reach; /* const struct define -> order of the last question behind it, plus 1 */
};

/* The note that goes with what was named before. */
#define FIRST_DEFINED N_("first defined here")

/* Numbers the tree in document order and lists it in the catalogue. */
void order_items(struct reader *reader);

/* Binds conditions, then attributes; every name that cannot stand where it does is a finding. */
void bind_names(struct reader *reader);

/* Checks the options of all questions, which extensions may have added to. */
void check_all_options(struct reader *reader);

/* Checks that every region is one that the pack asks for, if it asks for any. */
void check_regions(struct reader *reader);
