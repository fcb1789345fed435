/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers files on which two versions of a pack are compared: the examples and the witnesses of
 * both, and some people invented for each. */
#pragma once

#include "effect/against.h"
#include "reader/example.h"

struct route {
  char *name; /* its title, with the version it is from unless it is the same in both */
  struct example *example;
  gboolean before; /* it is written in the names of the first version, else of the second */
  gboolean both;   /* it is not of one version alone */
};

struct routes {
  GPtrArray *list; /* of struct route, the examples first */
  guint examples, witnesses, invented;
  GPtrArray *unfound; /* of char *: what no witness was found for within the budget */
};

struct routes *routes_new(struct version before, struct version after,
                          const struct proof_options *options);
void routes_free(struct routes *routes);
DEFINE_OWNED(routes, routes_free)
