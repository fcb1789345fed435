/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has to be true for anything in a pack to count, and the formula as a whole. */
#include "prove/formula.h"

#include "prove/formula_state.h"
#include "walk/pass.h"

const struct catalogue *formula_catalogue(const struct formula *formula)
{
  return formula->catalogue;
}

int formula_today(const struct formula *formula)
{
  return formula->today;
}

struct gates *formula_gates(const struct formula *formula)
{
  return formula->gates;
}

struct solver *formula_solver(const struct formula *formula)
{
  return formula->solver;
}

guint formula_items(const struct formula *formula, const struct repeat *repeat)
{
  return MIN(repeat->max, formula->thresholds->caps->of[CAP_ITEMS]);
}

struct turns formula_turns(const struct formula *formula, const struct repeat *repeat)
{
  return repeat ? (struct turns){1, formula_items(formula, repeat)} : (struct turns){0, 0};
}

int formula_own(struct formula *formula, const struct question *question, guint turn)
{
  return formula_cell(formula, question, turn)->own;
}

int formula_first_visit(const struct formula *formula)
{
  return formula->first_visit;
}

/* ---- what counts ---- */

int formula_chosen(struct formula *formula, const struct item *option, guint turn)
{
  const struct question *question = item_question(option->parent);
  return formula_literal_of(formula_cell(formula, question, turn), option->id);
}

int formula_answered(struct formula *formula, const struct question *question, guint turn)
{
  return formula_cell(formula, question, turn)->answered;
}

int formula_has_item(struct formula *formula, const struct repeat *repeat, guint turn)
{
  return turn <= formula_items(formula, repeat) ? formula_items_of(formula, repeat)[turn - 1]
                                                : formula_beyond(formula, repeat);
}

int formula_beyond(struct formula *formula, const struct repeat *repeat)
{
  const struct catalogue *catalogue = formula->catalogue;
  for (guint i = 0; i < catalogue->repeat_count; i++)
    if (!repeat || repeat == catalogue->repeats[i])
      formula_items_of(formula, catalogue->repeats[i]);
  return repeat ? formula->beyond[repeat->index]
                : gates_any(formula->gates, formula->beyond, catalogue->repeat_count);
}

/* What is ticked is the one action of its task, or that of its slot which the tick names, since it
 * was advised. */
int formula_named(struct formula *formula, const struct action *action)
{
  struct gates *gates = formula->gates;
  int ticked = formula_tick_cell(formula, action->task)->answered;
  int named = GPOINTER_TO_INT(g_hash_table_lookup(formula->named, action));
  if (!action->slot || named)
    return named ? named : ticked;
  named = gates_variable(gates);
  gates_imply(gates, named, gates_and(gates, ticked, formula_met(formula, &action->item, 0)));
  GHashTableIter iterator;
  gpointer other, literal;
  g_hash_table_iter_init(&iterator, formula->named);
  while (g_hash_table_iter_next(&iterator, &other, &literal))
    if (((const struct action *)other)->task == action->task)
      gates_imply(gates, named, -GPOINTER_TO_INT(literal));
  g_hash_table_insert(formula->named, (gpointer)action, GINT_TO_POINTER(named));
  return named;
}

int formula_around(struct formula *formula, const struct item *item, guint turn)
{
  const struct item *parent = item->parent;
  if (!parent)
    return LITERAL_TRUE;
  switch (parent->kind) {
  case ITEM_OPTION:
    return formula_chosen(formula, parent, turn);
  case ITEM_QUESTION:
    return item->kind == ITEM_OPTION ? formula_met(formula, parent, turn)
                                     : formula_answered(formula, item_question(parent), turn);
  case ITEM_REPEAT:
    return formula_has_item(formula, item_repeat(parent), turn);
  case ITEM_ACTION:
    return gates_and(formula->gates, formula_met(formula, parent, turn),
                     formula_named(formula, item_action(parent)));
  case ITEM_THEME:
  case ITEM_LESSON:
  case ITEM_STRENGTH:
  case ITEM_REMARK:
  case ITEM_OPENING:
  case ITEM_REPLY:
    return formula_met(formula, parent, turn);
  }
  g_assert_not_reached();
}

int formula_region(struct formula *formula, const char *value)
{
  const struct question *question = formula->catalogue->region;
  if (!question || question->repeat)
    return LITERAL_FALSE;
  return formula_literal_of(formula_cell(formula, question, 0), value);
}

/* As everything else the region counts from where it is told on. */
int formula_in_region(struct formula *formula, const struct item *item)
{
  const char *const *regions = pass_regions(item);
  const struct question *question = formula->catalogue->region;
  if (!regions)
    return LITERAL_TRUE;
  if (!question || question->item.order > item->order)
    return LITERAL_FALSE;
  g_autoptr(GArray) told = g_array_new(FALSE, FALSE, sizeof(int));
  for (; *regions; regions++)
    gates_append(told, formula_region(formula, *regions));
  return gates_any_of(formula->gates, told);
}

static int make_met(struct formula *formula, const struct item *item, guint turn)
{
  if (item->kind == ITEM_OPTION)
    return formula_chosen(formula, item, turn);
  const struct question *question = item_question(item);
  const int needs[] = {
      formula_around(formula, item, turn),
      formula_holds(formula, item->when, turn),
      formula_in_region(formula, item),
      question ? formula_offers(formula, question, turn) : LITERAL_TRUE,
  };
  return gates_all(formula->gates, needs, G_N_ELEMENTS(needs));
}

int formula_met(struct formula *formula, const struct item *item, guint turn)
{
  int *met = &formula->met[formula->slots[item->order] + turn];
  if (!*met)
    *met = make_met(formula, item, turn);
  return *met;
}

/* ---- the whole ---- */

static guint place_hash(gconstpointer key)
{
  const struct reading_place *place = key;
  return expression_hash(place->root) * 31 + g_direct_hash(place->repeat) + place->turn;
}

static gboolean place_equal(gconstpointer a, gconstpointer b)
{
  const struct reading_place *one = a, *other = b;
  return one->repeat == other->repeat && one->turn == other->turn &&
         expression_equal(one->root, other->root);
}

/* A place in `met` for each item at each of its turns. */
static void add_slots(struct formula *formula)
{
  const struct catalogue *catalogue = formula->catalogue;
  guint count = 0;
  formula->slots = g_new0(guint, catalogue->item_count + 1);
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct repeat *repeat = item_repeat_around(catalogue->items[i]);
    formula->slots[i] = count;
    count += 1 + (repeat ? formula_items(formula, repeat) : 0);
  }
  formula->met = g_new0(int, count + 1);
}

struct formula *formula_new(const struct thresholds *thresholds, int today, enum search search,
                            struct effort *effort)
{
  const struct catalogue *catalogue = thresholds->catalogue;
  struct formula *formula = g_new0(struct formula, 1);
  formula->thresholds = thresholds;
  formula->catalogue = catalogue;
  formula->today = today;
  formula->arena = arena_new();
  formula->solver = solver_new(search, effort);
  formula->gates = gates_new(formula->solver);
  formula->question_cells = g_new0(guint, catalogue->question_count + 1);
  formula->task_cells = g_new0(guint, catalogue->task_count + 1);
  formula->items = g_new0(int *, catalogue->repeat_count + 1);
  formula->beyond = g_new0(int, catalogue->repeat_count + 1);
  formula->something_else = g_array_new(FALSE, FALSE, sizeof(int));
  formula->known = g_hash_table_new(place_hash, place_equal);
  formula->required = g_array_new(FALSE, FALSE, sizeof(struct required));
  formula->waivers = g_hash_table_new(NULL, NULL);
  formula->named = g_hash_table_new(NULL, NULL);
  formula->no_waiver = gates_variable(formula->gates);
  formula->first_visit = gates_variable(formula->gates);
  add_slots(formula);
  formula_place_cells(formula);
  formula_list_required(formula);
  return formula;
}

void formula_free(struct formula *formula)
{
  g_hash_table_unref(formula->known);
  g_hash_table_unref(formula->waivers);
  g_hash_table_unref(formula->named);
  g_array_unref(formula->something_else);
  g_array_unref(formula->required);
  g_free(formula->question_cells);
  g_free(formula->task_cells);
  g_free(formula->items);
  g_free(formula->beyond);
  g_free(formula->slots);
  g_free(formula->met);
  g_free(formula->cells);
  gates_free(formula->gates);
  solver_free(formula->solver);
  arena_free(formula->arena);
  g_free(formula);
}
