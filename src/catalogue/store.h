/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a catalogue keeps for itself: its memory, its names, and the texts in the language to
 * show. Inside the catalogue floor.
 */
#pragma once

#include "catalogue/reader.h"

struct catalogue_store {
  struct arena *arena;
  struct binder *binder;
  const struct translator *translator; /* of the pack's texts, borrowed, or NULL */
  GHashTable *shown; /* const struct text -> const struct piece in the language to show */
};

struct catalogue_store *store_new(void);
void store_free(struct catalogue_store *store);

/* Words of the format, by the enums of catalogue.h; NULL-terminated. */
extern const char *const kind_words[], *const channel_words[], *const evidence_words[],
                                                                   *const form_words[];
