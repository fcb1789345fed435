/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The variables of a pack, and what has to be true for anything in it to count. */
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

/* ---- cells ---- */

struct cell *formula_cell(const struct formula *formula, const struct question *question,
                          guint turn)
{
  guint first = formula->question_cells[question->index];
  return &formula->cells[first + (question->repeat ? turn - 1 : 0)];
}

struct extent formula_extent(const struct formula *formula, const struct name *name,
                             const struct repeat *repeat, guint turn)
{
  if (name->kind == NAME_TASK)
    return (struct extent){formula->task_cells[name->task->index], 1, LITERAL_FALSE};
  const struct question *question = item_question(name->item);
  guint first = formula->question_cells[question->index];
  if (!question->repeat)
    return (struct extent){first, 1, LITERAL_FALSE};
  if (question->repeat == repeat && turn)
    return (struct extent){first + turn - 1, 1, LITERAL_FALSE};
  return (struct extent){first, formula_items(formula, question->repeat),
                         formula->beyond[question->repeat->index]};
}

/* The options that QUESTION can offer, as points. */
static struct points option_points(struct arena *arena, const struct question *question)
{
  g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(struct point));
  for (const struct item *item = question_first_option(question); item && item->kind == ITEM_OPTION;
       item = item->next) {
    struct point point = {item->id, condition_number(item->id), 0};
    g_array_append_val(points, point);
  }
  struct point *list = arena_alloc(arena, (points->len + 1) * sizeof *list);
  for (guint i = 0; i < points->len; i++)
    list[i] = g_array_index(points, struct point, i);
  return (struct points){points->len, list, TRUE};
}

/* A new cell with a literal for each of POINTS. */
static struct cell *add_cell(struct formula *formula, const struct question *question, guint turn,
                             const struct points *points)
{
  struct cell *cell = &formula->cells[formula->cell_count++];
  *cell = (struct cell){
      .question = question, .turn = turn, .count = points->count, .points = points->list};
  cell->literals = arena_alloc(formula->arena, (points->count + 1) * sizeof *cell->literals);
  for (guint i = 0; i < points->count; i++)
    cell->literals[i] = gates_variable(formula->gates);
  cell->own = cell->else_literal = LITERAL_FALSE;
  if (!points->whole) {
    cell->else_literal = gates_variable(formula->gates);
    g_array_append_val(formula->something_else, cell->else_literal);
  }
  cell->answered = gates_or(formula->gates, cell->else_literal,
                            gates_any(formula->gates, cell->literals, cell->count));
  return cell;
}

static void add_question(struct formula *formula, const struct question *question)
{
  gboolean options = question_first_option(question) != NULL;
  struct points points =
      options ? option_points(formula->arena, question)
              : points_question(formula->thresholds, question, formula->today, formula->arena);
  struct turns turns = formula_turns(formula, question->repeat);
  formula->question_cells[question->index] = formula->cell_count;
  for (guint turn = turns.first; turn <= turns.last; turn++)
    add_cell(formula, question, turn, &points);
}

static void add_repeat(struct formula *formula, const struct repeat *repeat)
{
  guint count = formula_items(formula, repeat);
  int *items = arena_alloc(formula->arena, (count + 1) * sizeof *items);
  formula->items[repeat->index] = items;
  for (guint i = 0; i < count; i++)
    items[i] = gates_variable(formula->gates);
  int beyond = LITERAL_FALSE;
  if (count < repeat->max) {
    beyond = gates_variable(formula->gates);
    g_array_append_val(formula->something_else, beyond);
    gates_imply(formula->gates, beyond, items[count - 1]);
  }
  formula->beyond[repeat->index] = beyond;
}

static void add_task(struct formula *formula, const struct task *task)
{
  struct points points = points_task(formula->thresholds, task, formula->today, formula->arena);
  formula->task_cells[task->index] = formula->cell_count;
  add_cell(formula, NULL, 0, &points);
}

static guint count_cells(const struct formula *formula)
{
  const struct catalogue *catalogue = formula->catalogue;
  guint count = catalogue->task_count;
  for (guint i = 0; i < catalogue->question_count; i++) {
    const struct repeat *repeat = catalogue->questions[i]->repeat;
    count += repeat ? formula_items(formula, repeat) : 1;
  }
  return count;
}

static void add_variables(struct formula *formula)
{
  const struct catalogue *catalogue = formula->catalogue;
  formula->cells = g_new0(struct cell, count_cells(formula) + 1);
  for (guint i = 0; i < catalogue->repeat_count; i++)
    add_repeat(formula, catalogue->repeats[i]);
  for (guint i = 0; i < catalogue->question_count; i++)
    add_question(formula, catalogue->questions[i]);
  for (guint i = 0; i < catalogue->task_count; i++)
    add_task(formula, catalogue->tasks[i]);
}

/* ---- offers ---- */

static int literal_of(const struct cell *cell, const char *value)
{
  for (guint i = 0; i < cell->count; i++)
    if (g_str_equal(cell->points[i].text, value))
      return cell->literals[i];
  return LITERAL_FALSE;
}

/* VALUE was chosen at the question that the one of CELL takes its options from. */
static int chosen_before(struct formula *formula, const struct cell *cell, const char *value)
{
  const struct question *question = cell->question;
  struct extent extent =
      formula_extent(formula, question->from->name, question->repeat, cell->turn);
  g_autoptr(GArray) chosen = g_array_new(FALSE, FALSE, sizeof(int));
  for (guint i = 0; i < extent.count; i++) {
    int literal = literal_of(&formula->cells[extent.first + i], value);
    g_array_append_val(chosen, literal);
  }
  if (extent.beyond != LITERAL_FALSE) {
    int maybe = gates_and(formula->gates, extent.beyond, gates_variable(formula->gates));
    g_array_append_val(chosen, maybe);
  }
  return gates_any_of(formula->gates, chosen);
}

static int offered(struct formula *formula, const struct cell *cell, guint index)
{
  const char *value = cell->points[index].text;
  if (cell->question->from)
    return chosen_before(formula, cell, value);
  const struct option *option = question_option(cell->question, value);
  return option ? formula_holds(formula, option->item.when, cell->turn) : LITERAL_FALSE;
}

/* What is offered, by value: a GArray of int. Caller frees. */
static GArray *offers_of(struct formula *formula, const struct cell *cell)
{
  GArray *offers = g_array_new(FALSE, FALSE, sizeof(int));
  for (guint i = 0; i < cell->count; i++) {
    int literal = offered(formula, cell, i);
    g_array_append_val(offers, literal);
  }
  return offers;
}

int formula_offers(struct formula *formula, const struct question *question, guint turn)
{
  if (!question_first_option(question))
    return LITERAL_TRUE;
  g_autoptr(GArray) offers = offers_of(formula, formula_cell(formula, question, turn));
  return gates_any_of(formula->gates, offers);
}

/* For each of OFFERS whether it is the only one. Caller frees. */
static GArray *alone(struct formula *formula, const GArray *offers)
{
  struct gates *gates = formula->gates;
  GArray *alone = g_array_new(FALSE, FALSE, sizeof(int));
  int before = LITERAL_FALSE, after = LITERAL_FALSE;
  for (guint i = 0; i < offers->len; i++) {
    int offer = g_array_index(offers, int, i);
    int only = gates_and(gates, offer, -before);
    g_array_append_val(alone, only);
    before = gates_or(gates, before, offer);
  }
  for (guint i = offers->len; i-- > 0;) {
    int *only = &g_array_index(alone, int, i);
    *only = gates_and(gates, *only, -after);
    after = gates_or(gates, after, g_array_index(offers, int, i));
  }
  return alone;
}

int formula_own(struct formula *formula, const struct question *question, guint turn)
{
  return formula_cell(formula, question, turn)->own;
}

/* ---- what counts ---- */

int formula_chosen(struct formula *formula, const struct item *option, guint turn)
{
  const struct question *question = item_question(option->parent);
  return literal_of(formula_cell(formula, question, turn), option->id);
}

int formula_answered(struct formula *formula, const struct question *question, guint turn)
{
  return formula_cell(formula, question, turn)->answered;
}

int formula_has_item(struct formula *formula, const struct repeat *repeat, guint turn)
{
  return turn <= formula_items(formula, repeat) ? formula->items[repeat->index][turn - 1]
                                                : formula->beyond[repeat->index];
}

int formula_beyond(struct formula *formula, const struct repeat *repeat)
{
  if (repeat)
    return formula->beyond[repeat->index];
  return gates_any(formula->gates, formula->beyond, formula->catalogue->repeat_count);
}

/* What is ticked is the one action of its task, or that of its slot which the tick names. */
int formula_named(struct formula *formula, const struct action *action)
{
  struct gates *gates = formula->gates;
  int ticked = formula->cells[formula->task_cells[action->task->index]].answered;
  int named = GPOINTER_TO_INT(g_hash_table_lookup(formula->named, action));
  if (!action->slot || named)
    return named ? named : ticked;
  named = gates_variable(gates);
  gates_imply(gates, named, ticked);
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
  return literal_of(formula_cell(formula, question, 0), value);
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
  for (; *regions; regions++) {
    int literal = formula_region(formula, *regions);
    g_array_append_val(told, literal);
  }
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

/* ---- what may be answered ---- */

/* A question with `from` that has one thing to offer is answered by it. */
static void answer_itself(struct formula *formula, struct cell *cell, const GArray *offers, int met)
{
  struct gates *gates = formula->gates;
  g_autoptr(GArray) only = alone(formula, offers);
  for (guint i = 0; i < cell->count; i++)
    gates_imply(gates, gates_and(gates, met, g_array_index(only, int, i)), cell->literals[i]);
  cell->own = gates_and(gates, met, gates_any_of(gates, only));
}

static void choose_one(struct formula *formula, const struct cell *cell)
{
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(int));
  g_array_append_vals(all, cell->literals, cell->count);
  if (cell->else_literal != LITERAL_FALSE)
    g_array_append_val(all, cell->else_literal);
  if (all->len)
    gates_at_most_one(formula->gates, all);
}

/* Options that go with no other. */
static void choose_alone(struct formula *formula, const struct cell *cell)
{
  for (guint i = 0; i < cell->count; i++) {
    const struct option *option = question_option(cell->question, cell->points[i].text);
    for (guint j = 0; option && option->exclusive && j < cell->count; j++)
      if (j != i)
        gates_imply(formula->gates, cell->literals[i], -cell->literals[j]);
  }
}

static void choose_several(struct formula *formula, const struct cell *cell)
{
  const struct question *question = cell->question;
  struct gates *gates = formula->gates;
  choose_alone(formula, cell);
  if (!question->min.given && !question->max.given)
    return;
  OWNED(sums) sums = sums_new(gates);
  struct sum *sum = NULL;
  for (guint i = 0; i < cell->count; i++)
    sum = sums_add(sums, sum, sums_part(sums, cell->literals[i], 1));
  int asked = gates_and(gates, cell->answered, -cell->own);
  if (question->min.given)
    gates_imply(gates, asked, sums_at_least(sums, sum, (guint)MAX(question->min.number, 0)));
  if (question->max.given)
    gates_imply(gates, asked, -sums_at_least(sums, sum, (guint)MAX(question->max.number, 0) + 1));
}

int formula_waives(struct formula *formula, const struct constraint *constraint)
{
  int waives = GPOINTER_TO_INT(g_hash_table_lookup(formula->waivers, constraint));
  if (!waives) {
    waives = gates_variable(formula->gates);
    g_hash_table_insert(formula->waivers, (gpointer)constraint, GINT_TO_POINTER(waives));
    gates_imply(formula->gates, formula->no_waiver, -waives);
  }
  return waives;
}

static void constrain(struct formula *formula, const struct cell *cell)
{
  const struct constraint *constraint = cell->question->constraints;
  for (; constraint; constraint = constraint->next) {
    const int either[] = {-cell->answered, cell->own,
                          formula_holds(formula, constraint->test, cell->turn),
                          formula_waives(formula, constraint)};
    gates_require(formula->gates, gates_any(formula->gates, either, G_N_ELEMENTS(either)));
  }
}

static void bind_question(struct formula *formula, struct cell *cell)
{
  const struct question *question = cell->question;
  struct gates *gates = formula->gates;
  int met = formula_met(formula, &question->item, cell->turn);
  gates_imply(gates, cell->answered, met);
  if (question_first_option(question)) {
    g_autoptr(GArray) offers = offers_of(formula, cell);
    for (guint i = 0; i < cell->count; i++)
      gates_imply(gates, cell->literals[i], g_array_index(offers, int, i));
    if (question->from)
      answer_itself(formula, cell, offers, met);
  }
  if (question->kind == KIND_CHOICES)
    choose_several(formula, cell);
  else
    choose_one(formula, cell);
  constrain(formula, cell);
}

static void bind_repeat(struct formula *formula, const struct repeat *repeat)
{
  const int *items = formula->items[repeat->index];
  gates_imply(formula->gates, items[0], formula_met(formula, &repeat->item, 0));
  for (guint i = 1; i < formula_items(formula, repeat); i++)
    gates_imply(formula->gates, items[i], items[i - 1]);
}

static void bind_all(struct formula *formula)
{
  const struct catalogue *catalogue = formula->catalogue;
  for (guint i = 0; i < formula->cell_count; i++)
    if (formula->cells[i].question)
      bind_question(formula, &formula->cells[i]);
    else
      choose_one(formula, &formula->cells[i]);
  for (guint i = 0; i < catalogue->repeat_count; i++)
    bind_repeat(formula, catalogue->repeats[i]);
}

/* ---- what is required ---- */

/* Whether ONE at turn ONE_TURN is met before OTHER at its. */
static gboolean comes_before(const struct item *one, guint one_turn, const struct item *other,
                             guint other_turn)
{
  const struct repeat *repeat = one_turn ? item_repeat_around(one) : NULL;
  gboolean same = repeat && other_turn && item_repeat_around(other) == repeat;
  return same && one_turn != other_turn ? one_turn < other_turn : one->order < other->order;
}

static int by_way(const void *a, const void *b)
{
  const struct required *one = a, *other = b;
  if (comes_before(&one->question->item, one->turn, &other->question->item, other->turn))
    return -1;
  return comes_before(&other->question->item, other->turn, &one->question->item, one->turn);
}

static void require_all(struct formula *formula)
{
  const struct catalogue *catalogue = formula->catalogue;
  for (guint i = 0; i < catalogue->question_count; i++) {
    const struct question *question = catalogue->questions[i];
    struct turns turns = formula_turns(formula, question->repeat);
    for (guint turn = turns.first; !question->optional && turn <= turns.last; turn++) {
      struct required required = {question, turn, 0};
      g_array_append_val(formula->required, required);
    }
  }
  g_array_sort(formula->required, by_way);
  int passed = LITERAL_TRUE;
  for (guint i = 0; i < formula->required->len; i++) {
    struct required *required = &g_array_index(formula->required, struct required, i);
    const struct cell *cell = formula_cell(formula, required->question, required->turn);
    int met = formula_met(formula, &required->question->item, required->turn);
    passed = gates_and(formula->gates, passed, gates_or(formula->gates, -met, cell->answered));
    required->passed = passed;
  }
}

int formula_passed(struct formula *formula, const struct item *item, guint turn)
{
  int passed = LITERAL_TRUE;
  for (guint i = 0; i < formula->required->len; i++) {
    const struct required *required = &g_array_index(formula->required, struct required, i);
    if (item && !comes_before(&required->question->item, required->turn, item, turn))
      break;
    passed = required->passed;
  }
  return passed;
}

/* ---- days ---- */

static int by_day(const void *a, const void *b)
{
  const struct dated *one = a, *other = b;
  return (one->day > other->day) - (one->day < other->day);
}

/* Two of one day become one; of several days the latest counts. */
static void keep_latest(struct formula *formula, GArray *dates)
{
  guint kept = 0;
  struct dated *list = (struct dated *)(void *)dates->data;
  g_array_sort(dates, by_day);
  for (guint i = 0; i < dates->len; i++)
    if (kept && list[kept - 1].day == list[i].day)
      list[kept - 1].literal = gates_or(formula->gates, list[kept - 1].literal, list[i].literal);
    else
      list[kept++] = list[i];
  g_array_set_size(dates, kept);
  int later = LITERAL_FALSE;
  for (guint i = kept; i-- > 0;) {
    int literal = list[i].literal;
    list[i].literal = gates_and(formula->gates, literal, -later);
    later = gates_or(formula->gates, later, literal);
  }
}

static GArray *dates_of(struct formula *formula, struct extent extent, int *unknown)
{
  GArray *dates = g_array_new(FALSE, FALSE, sizeof(struct dated));
  *unknown = extent.beyond;
  for (guint i = extent.first; i < extent.first + extent.count; i++) {
    const struct cell *cell = &formula->cells[i];
    *unknown = gates_or(formula->gates, *unknown, cell->else_literal);
    for (guint j = 0; j < cell->count; j++) {
      struct dated dated = {cell->points[j].day, cell->literals[j]};
      if (dated.day)
        g_array_append_val(dates, dated);
    }
  }
  if (extent.count > 1)
    keep_latest(formula, dates);
  return dates;
}

GArray *formula_dates(struct formula *formula, const struct question *question, int *unknown)
{
  return dates_of(formula, formula_extent(formula, question->name, NULL, 0), unknown);
}

GArray *formula_tick(struct formula *formula, const struct task *task, int *unknown)
{
  return dates_of(formula, formula_extent(formula, task->name, NULL, 0), unknown);
}

int formula_first_visit(struct formula *formula)
{
  if (formula->first_visit)
    return formula->first_visit;
  formula->first_visit = gates_variable(formula->gates);
  for (guint i = 0; i < formula->cell_count; i++) {
    const struct cell *cell = &formula->cells[i];
    for (guint j = 0; j < cell->count; j++)
      if (!cell->question ||
          points_given(cell->question, &cell->points[j], formula->today) < formula->today)
        gates_imply(formula->gates, formula->first_visit, -cell->literals[j]);
    if (!cell->question)
      gates_imply(formula->gates, formula->first_visit, -cell->answered);
  }
  return formula->first_visit;
}

/* ---- the whole ---- */

static guint place_hash(gconstpointer key)
{
  const struct reading_place *place = key;
  return g_direct_hash(place->root) * 31 + g_direct_hash(place->repeat) + place->turn;
}

static gboolean place_equal(gconstpointer a, gconstpointer b)
{
  const struct reading_place *one = a, *other = b;
  return one->root == other->root && one->repeat == other->repeat && one->turn == other->turn;
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
  add_slots(formula);
  add_variables(formula);
  bind_all(formula);
  require_all(formula);
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
