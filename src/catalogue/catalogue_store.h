/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a catalogue keeps for itself: its memory, its names, and the texts in the language to
 * show. For catalogue.c and the reader.
 */
#pragma once

#include "catalogue/catalogue.h"
#include "catalogue/contents.h"

struct catalogue_store {
  struct arena *arena;
  struct contents *contents;
  const struct translator *translator; /* of the pack's texts, borrowed, or NULL */
  GHashTable *shown; /* const struct text -> const struct piece in the language to show */
};
