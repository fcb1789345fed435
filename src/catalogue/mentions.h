/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Mentions: the names that a spot of a pack uses, each as often as it stands there. Names that are
 * bound to nothing, as errors leave them, are let pass.
 */
#pragma once

#include "catalogue/spots.h"

/* Calls SEE for every name of which PIECE, or one behind it, says the answer or the day. */
void mentions_of_pieces(const struct piece *piece, void (*see)(const struct name *name, void *data),
                        void *data);

/* The same for SPOT: for its own condition, for its words, for what its due counts from. */
void mentions_of_spot(const struct spot *spot, void (*see)(const struct name *name, void *data),
                      void *data);
