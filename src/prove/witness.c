/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Witnesses: from an id to a goal to an answers file. */
#include "prove/witness.h"

#include <string.h>

#include "base/text.h"
#include "plan/plan.h"
#include "prove/goals.h"
#include "prove/limits.h"
#include "walk/condition_words.h"
#include "walk/exchange.h"

struct wanted {
  const struct catalogue *catalogue;
  const struct proof_options *options;
  const char *id;
};

/* ---- which goal ---- */

/* "question=value" */
static gboolean is_option(const struct spot *spot, const char *id)
{
  if (spot->item->kind != ITEM_OPTION)
    return FALSE;
  g_autofree char *name = g_strdup_printf("%s=%s", spot->item->parent->id, spot->item->id);
  return g_str_equal(name, id);
}

static gboolean is_item(const struct spot *spot, const char *id)
{
  const struct action *action = item_action(spot->item);
  return is_option(spot, id) ||
         (spot->item->kind != ITEM_OPTION && spot->item->kind != ITEM_THEME &&
          g_strcmp0(spot->item->id, id) == 0) ||
         (action && g_strcmp0(action->slot, id) == 0);
}

static gboolean is_called(const struct goal *goal, const char *id)
{
  const struct spot *spot = &goal->spot;
  if (goal->answered)
    return FALSE;
  switch (spot->kind) {
  case SPOT_ITEM:
    return is_item(spot, id);
  case SPOT_DRAFT:
    return g_str_equal(spot->draft->id, id);
  case SPOT_DEFINE:
    return g_str_equal(spot->define->name->id, id);
  default:
    return FALSE;
  }
}

/* Themes have a namespace of their own, so that one may be called as something else is. */
static gboolean is_theme_called(const struct goal *goal, const char *id)
{
  const struct spot *spot = &goal->spot;
  return spot->kind == SPOT_ITEM && spot->item->kind == ITEM_THEME &&
         g_str_equal(spot->item->id, id);
}

/* By its place, FILE:LINE, as findings and titles tell it. */
static gboolean is_at(const struct goal *goal, const char *id)
{
  if (!goal->spot.place.file)
    return FALSE;
  g_autofree char *place = place_words(goal->spot.place);
  return !goal->answered && g_str_equal(place, id);
}

static const struct goal *find_goal(const GArray *goals, const char *id)
{
  static gboolean (*const ways[])(const struct goal *goal,
                                  const char *id) = {is_called, is_theme_called, is_at};
  for (guint way = 0; way < G_N_ELEMENTS(ways); way++)
    for (guint i = 0; i < goals->len; i++)
      if (ways[way](&g_array_index(goals, struct goal, i), id))
        return &g_array_index(goals, struct goal, i);
  return NULL;
}

/* ---- what the file expects ---- */

static gboolean is_asked(const struct wanted *wanted, const struct item *item,
                         const struct answers *answers, int today)
{
  OWNED(pass) pass = pass_new(wanted->catalogue, answers, today);
  struct step step;
  while (pass_next(pass, &step))
    if (step.item == item && !pass_answers_itself(pass, step))
      return TRUE;
  return FALSE;
}

/* What can be expected of the place: a question only if it does not answer itself, an action only
 * if it stands in the plan. */
static char *expectation(const struct wanted *wanted, const struct item *item,
                         const struct answers *answers, int today)
{
  if (!item || !item->id || item->kind == ITEM_THEME)
    return NULL;
  if (item->kind == ITEM_OPTION)
    item = item->parent;
  if (item->kind == ITEM_QUESTION || item->kind == ITEM_REPEAT)
    return is_asked(wanted, item, answers, today)
               ? g_strdup_printf("  <expect question=\"%s\"/>\n", item->id)
               : NULL;
  const struct name *name = catalogue_find(wanted->catalogue, item->id);
  OWNED(plan)
  plan = plan_new(wanted->catalogue, answers, today, wanted->options->translator, FALSE);
  if (!name || !plan_has_advice(plan, name))
    return NULL;
  return g_strdup_printf("  <expect advice=\"%s\"/>\n", item->id);
}

static void write_answers(const struct wanted *wanted, const struct answers *answers, int today,
                          const char *expected, GString *out)
{
  g_autofree char *title =
      tr_fill(tr(wanted->options->translator, N_("the way to {1}")), wanted->id, NULL);
  exchange_write(wanted->catalogue, answers, title, today, PRIVATE_INCLUDED, expected, out);
}

struct sought {
  const struct goal *goal;
  enum goal_side side;
};

static int sought_literal(struct formula *formula, const void *data)
{
  const struct sought *sought = data;
  return goal_literal(formula, sought->goal, sought->side);
}

static enum found seek(struct prover *prover, const struct goal *goal, enum goal_side side,
                       struct formula **formula)
{
  struct sought sought = {goal, side};
  struct wish wish = {sought_literal, &sought};
  return prover_find(prover, &wish, formula);
}

/* The shortest answers found that lead to GOAL on *TODAY; NULL, with *RESULT, if there are none. */
static struct answers *way_to(struct prover *prover, const struct goal *goal, int *today,
                              enum witness_result *result)
{
  struct formula *formula;
  enum found found = seek(prover, goal, GOAL_REACHED, &formula);
  if (found == FOUND_SOME)
    found = formula_find_shortest(formula, goal_literal(formula, goal, GOAL_REACHED));
  *result = found == FOUND_SOME   ? WITNESS_WRITTEN
            : found == FOUND_NONE ? WITNESS_NONE
                                  : WITNESS_UNDECIDED;
  if (found != FOUND_SOME)
    return NULL;
  *today = formula_today(formula);
  return formula_answers(formula);
}

static enum witness_result write_goal(const struct wanted *wanted, struct prover *prover,
                                      const struct goal *goal, GString *out)
{
  int today;
  enum witness_result result;
  OWNED(answers) answers = way_to(prover, goal, &today, &result);
  if (!answers)
    return result;
  g_autofree char *expected = expectation(wanted, goal->spot.item, answers, today);
  write_answers(wanted, answers, today, expected, out);
  return WITNESS_WRITTEN;
}

/* Takes out of ANSWERS what is told at ITEM and behind it. */
static void forget_from(struct answers *answers, const struct item *item)
{
  g_autoptr(GPtrArray) list = answers_list(answers);
  for (guint i = list->len; i-- > 0;) {
    const struct answer *answer = list->pdata[i];
    if (answer->step.item->order >= item->order)
      answers_remove(answers, answer->step);
  }
}

/* What is asked on the way to ITEM and has no answer is skipped. */
static void skip_before(struct answers *answers, const struct item *item, int today)
{
  OWNED(pass) pass = pass_new(answers_catalogue(answers), answers, today);
  struct step step;
  while (pass_next(pass, &step) && step.item->order < item->order) {
    const struct question *question = item_question(step.item);
    gboolean optional = question ? question->optional : step.item->kind == ITEM_REPEAT;
    if (!optional || pass_settled(pass, step))
      continue;
    pass_rewind(pass, step);
    answers_restore(answers, step, NULL, today, today);
  }
}

struct answers *witness_before(const struct catalogue *catalogue, const struct item *item,
                               const struct proof_options *options, int *today,
                               enum witness_result *result)
{
  OWNED(arena) arena = arena_new();
  g_autoptr(GArray) goals = goals_new(catalogue, arena);
  const struct goal *goal = goals_of(goals, item, FALSE);
  g_assert(goal);
  OWNED(prover) prover = goals_prover(catalogue, options, SEARCH_LITTLE);
  struct answers *answers = way_to(prover, goal, today, result);
  if (answers) {
    forget_from(answers, item);
    skip_before(answers, item, *today);
  }
  return answers;
}

static const char *nearest_id(const struct catalogue *catalogue, const GArray *goals,
                              const char *id)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  for (guint i = 0; i < goals->len; i++) {
    const struct goal *goal = &g_array_index(goals, struct goal, i);
    if (goal->spot.kind == SPOT_DRAFT)
      g_ptr_array_add(ids, (gpointer)goal->spot.draft->id);
  }
  const char *name = catalogue_suggest(catalogue, id);
  return name ? name : text_nearest(id, (const char *const *)ids->pdata);
}

static enum witness_result write_limit(const struct wanted *wanted, GString *out)
{
  struct limit_most result;
  OWNED(prover) prover = limits_prover(wanted->catalogue, wanted->options);
  struct answers *most = limits_most(prover, wanted->id + strlen("limit:"), &result);
  if (!most)
    return result.known ? WITNESS_UNDECIDED : WITNESS_UNKNOWN;
  OWNED(answers) answers = most;
  write_answers(wanted, answers, result.today, NULL, out);
  return WITNESS_WRITTEN;
}

enum witness_result witness_write(const struct catalogue *catalogue, const char *id,
                                  const struct proof_options *options, GString *out,
                                  const char **nearest)
{
  struct wanted wanted = {catalogue, options, id};
  if (nearest)
    *nearest = NULL;
  if (g_str_has_prefix(id, "limit:"))
    return write_limit(&wanted, out);
  OWNED(arena) arena = arena_new();
  g_autoptr(GArray) goals = goals_new(catalogue, arena);
  const struct goal *goal = find_goal(goals, id);
  if (!goal) {
    if (nearest)
      *nearest = nearest_id(catalogue, goals, id);
    return WITNESS_UNKNOWN;
  }
  OWNED(prover) prover = goals_prover(catalogue, options, SEARCH_LITTLE);
  return write_goal(&wanted, prover, goal, out);
}

/* ---- all places ---- */

/* An option in words and as witness_write() calls it: "Late is 'A little' [late=little]". */
static char *option_name(const struct catalogue *catalogue, const struct item *option,
                         const struct translator *translator)
{
  g_autofree char *words =
      choice_words(catalogue, item_question(option->parent), option->id, translator);
  return g_strdup_printf("%s [%s=%s]", words, option->parent->id, option->id);
}

/* By its id, as witness_write() calls it; what has none, by where it stands. Caller frees. */
static char *goal_name(const struct catalogue *catalogue, const struct goal *goal,
                       const struct translator *translator)
{
  const struct spot *spot = &goal->spot;
  const struct item *item = spot->item;
  if (spot->kind == SPOT_DRAFT)
    return g_strdup(spot->draft->id);
  if (spot->kind == SPOT_DEFINE)
    return g_strdup(spot->define->name->id);
  if (spot->kind == SPOT_ITEM && item->kind == ITEM_OPTION)
    return option_name(catalogue, item, translator);
  if (spot->kind == SPOT_ITEM && item->id)
    return g_strdup(item->id);
  g_autofree char *words = spot_words(spot, translator);
  g_autofree char *place = place_words(spot->place);
  return g_strdup_printf("%s (%s)", words, place);
}

/* The answers file of the way to GOAL, or past it, as SEE of witness_visit() is given it. */
static void visit_goal(struct prover *prover, const struct goal *goal, enum goal_side side,
                       const struct translator *translator, witness_visitor see, void *data)
{
  struct formula *formula;
  enum found found = seek(prover, goal, side, &formula);
  if (found == FOUND_NONE)
    return;
  const char *way = side == GOAL_REACHED ? N_("the way to {1}") : N_("a way past {1}");
  g_autofree char *name = goal_name(prover->catalogue, goal, translator);
  g_autofree char *title = tr_fill(tr(translator, way), name, NULL);
  if (found != FOUND_SOME) {
    see(title, NULL, data);
    return;
  }
  OWNED(answers) answers = formula_answers(formula);
  g_autoptr(GString) text = g_string_new(NULL);
  exchange_write(prover->catalogue, answers, "", formula_today(formula), PRIVATE_INCLUDED, NULL,
                 text);
  see(title, text->str, data);
}

void witness_visit(const struct catalogue *catalogue, const struct proof_options *options,
                   witness_visitor see, void *data)
{
  OWNED(arena) arena = arena_new();
  g_autoptr(GArray) goals = goals_new(catalogue, arena);
  OWNED(prover) prover = goals_prover(catalogue, options, SEARCH_LITTLE);
  for (guint i = 0; i < goals->len; i++) {
    const struct goal *goal = &g_array_index(goals, struct goal, i);
    if (goal->answered || goal->spot.kind == SPOT_CONSTRAINT)
      continue;
    visit_goal(prover, goal, GOAL_REACHED, options->translator, see, data);
    if (goal->spot.when)
      visit_goal(prover, goal, GOAL_FAILS, options->translator, see, data);
  }
}
