/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a walk, shared by the files that move it (walk.c) and that measure it (progress.c).
 */
#pragma once

#include "walk/forecast.h"
#include "walk/pass_state.h"
#include "walk/trail.h"
#include "walk/walk.h"

/* How a person who stands before the frontier goes on. */
enum pace {
  AT_REST,       /* to what is due, then to the frontier; the person has not moved */
  DIRECT,        /* at once to the end of the leg */
  THROUGH_VISIT, /* by way of what was asked on this day */
  THROUGH_ALL,   /* by way of all that was asked */
};

/* A stretch of the way, over what was settled before. If its end is no longer on the way, what
 * comes after that in order ends it. */
struct leg {
  enum pace pace;
  struct step to; /* no item: the end of the way */
};

struct walk {
  struct answers *answers;
  struct pass *pass;
  struct trail *trail;
  struct bounds *bounds;
  struct forecast *forecast;
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
