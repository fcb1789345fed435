/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Progress: how much is still asked. Only firm steps (bounds.h) are sure to be asked, and only of
 * them it is sure that they are not asked again; all else counts by what the structure allows, less
 * what is ruled out already (forecast.h). Firm steps are never ruled out, so nothing is left out
 * twice.
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

/* The firm steps between A and B, both left out; no step is the end. */
static guint firm_between(const struct walk *walk, struct step a, struct step b)
{
  if (!a.item || (b.item && step_compare(a, b) >= 0))
    return 0;
  guint after = bounds_firm_after(walk->bounds, a);
  if (!b.item)
    return after;
  return after - bounds_firm_after(walk->bounds, b) - (bounds_firm(walk->bounds, b) ? 1 : 0);
}

/* The firm steps after FROM that will not be asked again: those that the legs leave out, and those
 * beyond the frontier that were settled before. */
static guint passed_over(const struct walk *walk, struct step from)
{
  const struct leg *const legs[] = {&walk->leg, &walk->then};
  struct step frontier = walk->frontier;
  guint passed = 0;
  for (guint i = step_equal(from, walk->leg.to) ? 1 : 0; i < G_N_ELEMENTS(legs); i++) {
    struct step to = step_earlier(legs[i]->to, frontier);
    if (legs[i]->pace <= DIRECT)
      passed += firm_between(walk, from, to);
    from = to;
  }
  passed += firm_between(walk, from, frontier);
  if (frontier.item)
    passed += bounds_firm_after(walk->bounds, frontier) - (walk->open - open_at(walk, frontier));
  return passed;
}

/* What is asked again before the current step once that is answered, after a jump forward; no step
 * if nothing is. */
static struct step behind(const struct walk *walk)
{
  const GArray *met = pass_met(walk->pass);
  struct step due = {0};
  if (walk->seen < met->len)
    due = g_array_index(met, struct step, walk->seen);
  struct step first = step_earlier(due, walk->leg.to);
  return first.item && step_compare(first, walk->current) < 0 ? first : (struct step){0};
}

struct progress walk_progress(const struct walk *walk)
{
  struct step current = walk->current;
  if (!current.item)
    return (struct progress){0, 0};
  struct step from = behind(walk);
  guint least = 1 + walk->open - open_at(walk, current);
  guint64 most = from.item ? 1 : 0;
  if (!from.item)
    from = current;
  most += bounds_most(walk->bounds, walk->pass, from) - passed_over(walk, from) -
          forecast_ruled_out(walk->forecast, (guint)pass_index(walk->pass, from));
  return (struct progress){least, (guint)MIN(most, G_MAXUINT)};
}
