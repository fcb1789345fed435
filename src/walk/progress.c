/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Progress: how much is still asked. Only firm steps (bounds.h) are sure to be asked, and only of
 * them it is sure that they are not asked again; all else counts by what the structure allows.
 */
#include "walk/walk_state.h"

struct step step_earlier(struct step a, struct step b)
{
  if (!a.item || !b.item)
    return a.item ? a : b;
  return step_compare(a, b) <= 0 ? a : b;
}

gboolean walk_has_closed(const struct walk *walk, struct step step)
{
  const struct answer *answer = answers_get(walk->answers, step);
  return answer && bounds_firm(walk->bounds, step) && pass_lets_settle(walk->pass, answer);
}

/* 1 if STEP is firm and nothing settles it, else 0. */
static guint open_at(const struct walk *walk, struct step step)
{
  return step.item && bounds_firm(walk->bounds, step) && !walk_has_closed(walk, step) ? 1 : 0;
}

/* The firm steps between A and B, both left out; no step B is the end. */
static guint firm_between(const struct walk *walk, struct step a, struct step b)
{
  guint after = bounds_firm_after(walk->bounds, a);
  if (!b.item)
    return after;
  if (step_compare(a, b) >= 0)
    return 0;
  return after - bounds_firm_after(walk->bounds, b) - (bounds_firm(walk->bounds, b) ? 1 : 0);
}

/* The firm steps that the person, who stands at FROM, will pass without being asked again: on the
 * way home, from there to the frontier, and behind the frontier. */
static guint passed_over(const struct walk *walk, struct step from)
{
  struct step frontier = walk->frontier;
  struct step home = step_earlier(walk->home, frontier);
  guint passed = 0;
  if (walk->pace == DIRECT)
    passed += firm_between(walk, from, home);
  if (walk->home.item && walk->after_home == DIRECT)
    passed += firm_between(walk, home, frontier);
  if (frontier.item)
    passed += bounds_firm_after(walk->bounds, frontier) - (walk->open - open_at(walk, frontier));
  return passed;
}

struct progress walk_progress(const struct walk *walk)
{
  struct step from = walk->current;
  if (!from.item)
    return (struct progress){0, 0};
  guint least = 1 + walk->open - open_at(walk, from);

  /* After a jump forward from where the person had gone back to, the way begins there once more. */
  gboolean ahead = walk->home.item && step_compare(walk->home, from) < 0;
  if (ahead)
    from = walk->home;
  guint64 most = bounds_most(walk->bounds, from) + (ahead ? 1 : 0) - passed_over(walk, from);
  return (struct progress){least, (guint)MIN(most, G_MAXUINT)};
}
