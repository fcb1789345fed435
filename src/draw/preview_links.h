/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What in a pack hangs on what: by its conditions and those of its texts, by what it quotes, counts
 * from or offers. Options stand for their question here, and defines for themselves.
 */
#pragma once

#include "catalogue/catalogue.h"

/* An item or a define, the other being NULL. */
struct preview_node {
  const struct item *item;
  const struct define *define;
};

struct preview_links;

/* Borrows CATALOGUE, which has no errors. */
struct preview_links *preview_links_new(const struct catalogue *catalogue);
void preview_links_free(struct preview_links *links);
DEFINE_OWNED(preview_links, preview_links_free)

/* What NODE depends on by itself, and what depends so on it: GArrays of struct preview_node,
 * without duplicates, owned by LINKS; NULL: nothing. */
const GArray *preview_links_from(const struct preview_links *links, struct preview_node node);
const GArray *preview_links_to(const struct preview_links *links, struct preview_node node);

/* What is taken together: ITEM, or the question of which it is an option. */
const struct item *preview_block(const struct item *item);
