/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a walk, shared by the files that move it (walk.c) and that measure it (progress.c).
 */
#pragma once

#include "walk/bounds.h"
#include "walk/pass_state.h"
#include "walk/trail.h"
#include "walk/walk.h"

/* How a person who stands before the frontier goes on. */
enum pace {
  DIRECT,        /* at once */
  THROUGH_VISIT, /* by way of what was asked on this day */
  THROUGH_ALL,   /* by way of all that was asked */
};

/* A stretch of the way, over what was settled before. At its end it may lead to a step that is not
 * on the way any more; what comes after that in order then ends it. */
struct leg {
  enum pace pace;
  struct step to; /* no item: DIRECT to the frontier, else to the end */
};

struct walk {
  struct answers *answers;
  struct pass *pass;
  struct trail *trail;
  struct bounds *bounds;
  const struct translator *translator;
  int today;
  struct step frontier; /* the first step that is not settled, the last that the pass has met */
  struct step current;
  struct leg leg;  /* to where the person stood before going back or jumping, */
  struct leg then; /* and on from there */
  guint seen; /* index of the first met step to be asked again on this day; their number: none is */
  guint open; /* firm steps (bounds.h) that nothing settles */
};

/* The earlier of two steps; no step comes last. */
struct step step_earlier(struct step a, struct step b);

/* True if STEP is firm and what was told there settles it. */
gboolean walk_has_closed(const struct walk *walk, struct step step);
