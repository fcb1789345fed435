/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names that a spot uses, in conditions, words and dues. */
#include "catalogue/mentions.h"

struct mentions {
  void (*see)(const struct name *name, void *data);
  void *data;
};

static void show(const struct mentions *mentions, const struct name *name)
{
  if (name)
    mentions->see(name, mentions->data);
}

static void show_expression(struct expression *expression, void *mentions)
{
  show(mentions, expression->name);
}

static void show_pieces(const struct mentions *mentions, const struct piece *piece)
{
  for (; piece; piece = piece->next) {
    if (piece->kind == PIECE_ANSWER || piece->kind == PIECE_DATE)
      show(mentions, piece->name);
    show_pieces(mentions, piece->children);
  }
}

void mentions_of_pieces(const struct piece *piece, void (*see)(const struct name *name, void *data),
                        void *data)
{
  show_pieces(&(struct mentions){see, data}, piece);
}

void mentions_of_spot(const struct spot *spot, void (*see)(const struct name *name, void *data),
                      void *data)
{
  struct mentions mentions = {see, data};
  if (spot->when)
    condition_names(spot->when, show_expression, &mentions);
  if (spot->kind == SPOT_TEXT)
    show_pieces(&mentions, spot->text->pieces);
  if (spot->kind == SPOT_DUE)
    show(&mentions, spot->due->name);
}
