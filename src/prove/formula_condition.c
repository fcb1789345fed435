/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Conditions as literals, by the rules of XPath as in condition/evaluate.c. What a part of one can
 * be is a list of members, each with the literal under which it is one: for a number they exclude
 * one another, for a set they need not.
 */
#include <math.h>
#include <string.h>

#include "prove/formula_state.h"

enum sort { SORT_TRUTH, SORT_NUMBER, SORT_STRING, SORT_SET };

struct member {
  const char *text;
  double number;
  int literal;
};

struct operand {
  enum sort sort;
  int truth;       /* SORT_TRUTH */
  GArray *members; /* of struct member; NULL: SORT_TRUTH */
  int unknown;     /* there is one that is not modelled */
};

/* Where a condition is read. */
struct view {
  struct formula *formula;
  const struct repeat *repeat;
  guint turn;
};

static int truth_of(const struct view *view, const struct expression *expression);
static struct operand operand_of(const struct view *view, const struct expression *expression);

/* ---- members ---- */

static struct operand operand_new(enum sort sort)
{
  return (struct operand){sort, LITERAL_FALSE, g_array_new(FALSE, FALSE, sizeof(struct member)),
                          LITERAL_FALSE};
}

static void operand_clear(struct operand *operand)
{
  if (operand->members)
    g_array_unref(operand->members);
}

static void add_member(struct operand *operand, const char *text, double number, int literal)
{
  struct member member = {text, number, literal};
  if (literal != LITERAL_FALSE)
    g_array_append_val(operand->members, member);
}

static const struct member *member_at(const struct operand *operand, guint index)
{
  return &g_array_index(operand->members, struct member, index);
}

static void add_unknown(const struct view *view, struct operand *operand, int literal)
{
  operand->unknown = gates_or(view->formula->gates, operand->unknown, literal);
}

/* A literal that may be true where LITERAL is: about what is not modelled nothing is known. */
static int maybe(const struct view *view, int literal)
{
  struct gates *gates = view->formula->gates;
  return literal == LITERAL_FALSE ? literal : gates_and(gates, literal, gates_variable(gates));
}

/* ---- sets ---- */

/* The same text at several items is one member. */
static void unite(const struct view *view, struct operand *operand)
{
  g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
  struct member *list = (struct member *)(void *)operand->members->data;
  guint kept = 0;
  for (guint i = 0; i < operand->members->len; i++) {
    gpointer at = g_hash_table_lookup(known, list[i].text);
    if (at) {
      struct member *same = &list[GPOINTER_TO_UINT(at) - 1];
      same->literal = gates_or(view->formula->gates, same->literal, list[i].literal);
      continue;
    }
    list[kept++] = list[i];
    g_hash_table_insert(known, (gpointer)list[i].text, GUINT_TO_POINTER(kept));
  }
  g_array_set_size(operand->members, kept);
}

/* Inside a repeat its own items up to this one are certain. */
static struct operand items_of(const struct view *view, const struct repeat *repeat)
{
  struct formula *formula = view->formula;
  struct operand operand = operand_new(SORT_SET);
  gboolean inside = repeat == view->repeat && view->turn;
  guint count = inside ? view->turn : formula_items(formula, repeat);
  for (guint turn = 1; turn <= count; turn++) {
    char *text = g_strdup_printf("%u", turn);
    add_member(&operand, arena_string(formula->arena, text, -1), turn,
               inside ? LITERAL_TRUE : formula_has_item(formula, repeat, turn));
    g_free(text);
  }
  if (!inside)
    operand.unknown = formula->beyond[repeat->index];
  return operand;
}

static struct operand set_of(const struct view *view, const struct name *name)
{
  struct formula *formula = view->formula;
  if (name->kind == NAME_REPEAT)
    return items_of(view, item_repeat(name->item));
  struct operand operand = operand_new(SORT_SET);
  if (name->kind != NAME_QUESTION && name->kind != NAME_TASK)
    return operand;
  struct extent extent = formula_extent(formula, name, view->repeat, view->turn);
  operand.unknown = extent.beyond;
  for (guint i = extent.first; i < extent.first + extent.count; i++) {
    const struct cell *cell = &formula->cells[i];
    for (guint j = 0; j < cell->count; j++)
      add_member(&operand, cell->points[j].text, cell->points[j].number, cell->literals[j]);
    add_unknown(view, &operand, cell->else_literal);
  }
  if (extent.count > 1)
    unite(view, &operand);
  return operand;
}

/* ---- numbers ---- */

/* The number that a member stands for, and its text where it is a day. */
static double day_number(const struct view *view, const struct point *point)
{
  return point->day ? (double)(view->formula->today - point->day) : (double)NAN;
}

static double own_number(const struct view *view, const struct point *point)
{
  (void)view;
  return point->number;
}

/* What the first member of the set NAME comes to by PICK; not a number where there is none. */
static struct operand first_of(const struct view *view, const struct name *name,
                               double (*pick)(const struct view *, const struct point *))
{
  struct formula *formula = view->formula;
  struct operand operand = operand_new(SORT_NUMBER);
  struct extent extent = formula_extent(formula, name, view->repeat, view->turn);
  int none = LITERAL_TRUE;
  operand.unknown = extent.beyond;
  for (guint i = extent.first; i < extent.first + extent.count; i++) {
    const struct cell *cell = &formula->cells[i];
    gboolean several = cell->question && cell->question->kind == KIND_CHOICES;
    for (guint j = 0; j < cell->count; j++) {
      add_member(&operand, NULL, pick(view, &cell->points[j]),
                 gates_and(formula->gates, none, cell->literals[j]));
      if (several)
        none = gates_and(formula->gates, none, -cell->literals[j]);
    }
    none = gates_and(formula->gates, none, -cell->answered);
    add_unknown(view, &operand, cell->else_literal);
  }
  add_member(&operand, NULL, NAN, gates_and(formula->gates, none, -extent.beyond));
  return operand;
}

static gboolean has_cells(const struct expression *expression)
{
  return expression->operation == OP_NAME && expression->name &&
         (expression->name->kind == NAME_QUESTION || expression->name->kind == NAME_TASK);
}

static struct operand constant(double number)
{
  struct operand operand = operand_new(SORT_NUMBER);
  add_member(&operand, NULL, number, LITERAL_TRUE);
  return operand;
}

/* How many members a set has. */
static struct operand count_of(const struct view *view, const struct expression *argument)
{
  struct formula *formula = view->formula;
  struct operand operand = operand_new(SORT_NUMBER);
  OWNED(sums) sums = sums_new(formula->gates);
  g_autoptr(GPtrArray) parts = g_ptr_array_new();
  struct operand set = {.members = NULL};
  if (has_cells(argument)) {
    struct extent extent = formula_extent(formula, argument->name, view->repeat, view->turn);
    operand.unknown = extent.beyond;
    for (guint i = extent.first; i < extent.first + extent.count; i++) {
      const struct cell *cell = &formula->cells[i];
      gboolean several = cell->question && cell->question->kind == KIND_CHOICES;
      for (guint j = 0; j < (several ? cell->count : 1); j++)
        g_ptr_array_add(parts, sums_part(sums, several ? cell->literals[j] : cell->answered, 1));
    }
  } else {
    set = operand_of(view, argument);
    if (set.sort != SORT_SET) { /* anything else is one */
      operand_clear(&set);
      operand_clear(&operand);
      return constant(1);
    }
    operand.unknown = set.unknown;
  }
  struct sum *sum = sums_all(sums, parts);
  guint most = set.members ? set.members->len : sums_most(sum);
  int more = -operand.unknown;
  for (guint count = 0; count <= most; count++) {
    int next = count == most ? LITERAL_FALSE
               : set.members ? member_at(&set, count)->literal
                             : sums_at_least(sums, sum, count + 1);
    add_member(&operand, NULL, count, gates_and(formula->gates, more, -next));
    more = gates_and(formula->gates, more, next);
  }
  operand_clear(&set);
  return operand;
}

static struct operand truth_number(const struct view *view, int truth)
{
  struct operand operand = operand_new(SORT_NUMBER);
  (void)view;
  add_member(&operand, NULL, 1, truth);
  add_member(&operand, NULL, 0, -truth);
  return operand;
}

/* EXPRESSION as XPath's number() makes it: of a set its first member. */
static struct operand number_of(const struct view *view, const struct expression *expression)
{
  if (has_cells(expression))
    return first_of(view, expression->name, own_number);
  struct operand operand = operand_of(view, expression);
  if (operand.sort == SORT_TRUTH)
    return truth_number(view, operand.truth);
  if (operand.sort == SORT_STRING)
    operand.sort = SORT_NUMBER;
  if (operand.sort == SORT_NUMBER)
    return operand;
  int first = operand.members->len ? member_at(&operand, 0)->literal : LITERAL_FALSE;
  g_array_set_size(operand.members, 0); /* items: the first is number one */
  add_member(&operand, NULL, 1, first);
  add_member(&operand, NULL, NAN, -first);
  operand.sort = SORT_NUMBER;
  return operand;
}

static struct operand minus(const struct view *view, const struct expression *expression)
{
  struct operand operand = number_of(view, expression->left);
  for (guint i = 0; i < operand.members->len; i++)
    g_array_index(operand.members, struct member, i).number *= -1;
  return operand;
}

/* ---- sums ---- */

/* Adds NUMBER under LITERAL to OPERAND, whose members exclude one another: once for each number. */
static void add_amount(const struct view *view, struct operand *operand, double number, int literal)
{
  for (guint i = 0; i < operand->members->len; i++) {
    struct member *member = &g_array_index(operand->members, struct member, i);
    if (member->number == number || (isnan(member->number) && isnan(number))) {
      member->literal = gates_or(view->formula->gates, member->literal, literal);
      return;
    }
  }
  add_member(operand, NULL, number, literal);
}

/* A and SIGN times B, both numbers, which are cleared. More sums than are modelled are unknown. */
static struct operand add_up(const struct view *view, struct operand a, struct operand b,
                             double sign)
{
  struct gates *gates = view->formula->gates;
  guint most = view->formula->thresholds->caps->of[CAP_VALUES];
  struct operand total = operand_new(SORT_NUMBER);
  total.unknown = gates_or(gates, a.unknown, b.unknown);
  for (guint i = 0; i < a.members->len; i++)
    for (guint j = 0; j < b.members->len; j++) {
      const struct member *one = member_at(&a, i), *other = member_at(&b, j);
      int both = gates_and(gates, one->literal, other->literal);
      if (total.members->len < most)
        add_amount(view, &total, one->number + sign * other->number, both);
      else
        add_unknown(view, &total, both);
    }
  operand_clear(&a);
  operand_clear(&b);
  return total;
}

/* What CELL adds to a sum: nothing while it is unanswered. */
static struct operand amount_of(const struct view *view, struct operand total,
                                const struct cell *cell)
{
  gboolean several = cell->question && cell->question->kind == KIND_CHOICES;
  struct operand part = operand_new(SORT_NUMBER);
  for (guint i = 0; i < cell->count; i++) {
    add_member(&part, NULL, cell->points[i].number, cell->literals[i]);
    if (!several)
      continue;
    add_member(&part, NULL, 0, -cell->literals[i]);
    total = add_up(view, total, part, 1);
    part = operand_new(SORT_NUMBER);
  }
  if (!several)
    add_member(&part, NULL, 0, -cell->answered);
  else
    add_member(&part, NULL, 0, LITERAL_TRUE);
  part.unknown = cell->else_literal;
  return add_up(view, total, part, 1);
}

/* The sum over a union of questions: each answer counts once, however often it is named. */
static struct operand sum_of(const struct view *view, const struct expression *set)
{
  struct formula *formula = view->formula;
  struct operand total = constant(0);
  g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
  for (; set; set = set->operation == OP_UNION ? set->left : NULL) {
    const struct expression *one = set->operation == OP_UNION ? set->right : set;
    if (!has_cells(one))
      continue;
    struct extent extent = formula_extent(formula, one->name, view->repeat, view->turn);
    add_unknown(view, &total, extent.beyond);
    for (guint i = extent.first; i < extent.first + extent.count; i++)
      if (g_hash_table_add(known, &formula->cells[i]))
        total = amount_of(view, total, &formula->cells[i]);
  }
  return total;
}

static struct operand days_since(const struct view *view, const struct expression *argument)
{
  return has_cells(argument) ? first_of(view, argument->name, day_number) : constant(NAN);
}

static struct operand named(const struct view *view, const struct expression *expression)
{
  const struct name *name = expression->name;
  if (!name)
    return operand_new(SORT_SET);
  if (name->kind == NAME_DEFINE)
    return (struct operand){.sort = SORT_TRUTH, .truth = truth_of(view, expression)};
  return set_of(view, name);
}

static struct operand operand_of(const struct view *view, const struct expression *expression)
{
  switch (expression->operation) {
  case OP_NAME:
    return named(view, expression);
  case OP_NUMBER:
    return constant(expression->number);
  case OP_STRING: {
    struct operand operand = operand_new(SORT_STRING);
    add_member(&operand, expression->text, condition_number(expression->text), LITERAL_TRUE);
    return operand;
  }
  case OP_MINUS:
    return minus(view, expression);
  case OP_COUNT:
    return count_of(view, expression->left);
  case OP_DAYS_SINCE:
    return days_since(view, expression->left);
  case OP_PLUS:
  case OP_SUBTRACT:
    return add_up(view, number_of(view, expression->left), number_of(view, expression->right),
                  expression->operation == OP_PLUS ? 1 : -1);
  case OP_SUM:
    return sum_of(view, expression->left);
  case OP_UNION: /* stands in sum() alone */
    return operand_new(SORT_SET);
#define CONNECTIVE(id, sign, level) case OP_##id:
#define COMPARISON(id, sign, level) case OP_##id:
#include "condition/operations.def"
  case OP_NOT:
  case OP_TRUE:
  case OP_FALSE:
    return (struct operand){.sort = SORT_TRUTH, .truth = truth_of(view, expression)};
  }
  g_assert_not_reached();
}

/* ---- truth ---- */

static gboolean is_true(const struct operand *operand, const struct member *member)
{
  switch (operand->sort) {
  case SORT_NUMBER:
    return member->number != 0 && !isnan(member->number);
  case SORT_STRING:
    return *member->text != '\0';
  case SORT_SET:
  case SORT_TRUTH:
    return TRUE;
  }
  g_assert_not_reached();
}

static int truth_of_operand(const struct view *view, const struct operand *operand)
{
  if (operand->sort == SORT_TRUTH)
    return operand->truth;
  g_autoptr(GArray) any = g_array_new(FALSE, FALSE, sizeof(int));
  for (guint i = 0; i < operand->members->len; i++) {
    const struct member *member = member_at(operand, i);
    if (is_true(operand, member))
      g_array_append_val(any, member->literal);
  }
  int unknown = maybe(view, operand->unknown);
  g_array_append_val(any, unknown);
  return gates_any_of(view->formula->gates, any);
}

/* ---- comparisons ---- */

static gboolean orders(enum operation operation)
{
  return operation >= OP_LESS && operation <= OP_AT_LEAST;
}

static int compare_truths(const struct view *view, enum operation operation, int a, int b)
{
  struct gates *gates = view->formula->gates;
  int same = gates_or(gates, gates_and(gates, a, b), gates_and(gates, -a, -b));
  return operation == OP_EQUAL ? same : -same;
}

/* What has to be true of a member of one list and one of another: they compare, as numbers or as
 * texts, or the one and SIGN times the other compare with NUMBER, which stands FIRST or last. */
struct relation {
  enum operation operation;
  enum { OF_TEXTS, OF_NUMBERS, OF_TOTALS } of;
  double sign, number;
  gboolean first;
};

static gboolean is_related(const struct relation *relation, const struct member *a,
                           const struct member *b)
{
  enum operation operation = relation->operation;
  double total = a->number + relation->sign * b->number;
  switch (relation->of) {
  case OF_TEXTS:
    return (strcmp(a->text, b->text) == 0) == (operation == OP_EQUAL);
  case OF_NUMBERS:
    return condition_compare(operation, a->number, b->number);
  case OF_TOTALS:
    return relation->first ? condition_compare(operation, relation->number, total)
                           : condition_compare(operation, total, relation->number);
  }
  g_assert_not_reached();
}

/* Any of LITERALS from FIRST to END: by halves, so that what many such lists share is written
 * once. */
static int any_by_halves(struct gates *gates, const GArray *literals, guint first, guint end)
{
  if (end - first < 2)
    return first < end ? g_array_index(literals, int, first) : LITERAL_FALSE;
  guint middle = first + (end - first) / 2;
  return gates_or(gates, any_by_halves(gates, literals, first, middle),
                  any_by_halves(gates, literals, middle, end));
}

/* Some member of A is related to some of B. */
static int relate(const struct view *view, const struct relation *relation, const struct operand *a,
                  const struct operand *b)
{
  struct gates *gates = view->formula->gates;
  g_autoptr(GArray) any = g_array_new(FALSE, FALSE, sizeof(int));
  g_autoptr(GArray) partners = g_array_new(FALSE, FALSE, sizeof(int));
  for (guint i = 0; i < a->members->len; i++) {
    const struct member *member = member_at(a, i);
    g_array_set_size(partners, 0);
    for (guint j = 0; j < b->members->len; j++) {
      const struct member *other = member_at(b, j);
      int literal = is_related(relation, member, other) ? other->literal : LITERAL_FALSE;
      g_array_append_val(partners, literal);
    }
    int both = gates_and(gates, member->literal, any_by_halves(gates, partners, 0, partners->len));
    g_array_append_val(any, both);
  }
  int unknown = maybe(view, gates_or(gates, a->unknown, b->unknown));
  g_array_append_val(any, unknown);
  return gates_any_of(gates, any);
}

static int compare_all(const struct view *view, enum operation operation, const struct operand *a,
                       const struct operand *b)
{
  gboolean numbers = orders(operation) || a->sort == SORT_NUMBER || b->sort == SORT_NUMBER;
  struct relation relation = {.operation = operation, .of = numbers ? OF_NUMBERS : OF_TEXTS};
  return relate(view, &relation, a, b);
}

/* A truth value among others is one where it is held equal, and a number where it is ordered. */
static int compare_mixed(const struct view *view, const struct expression *comparison,
                         const struct operand *a, const struct operand *b)
{
  int left = truth_of_operand(view, a), right = truth_of_operand(view, b);
  if (!orders(comparison->operation))
    return compare_truths(view, comparison->operation, left, right);
  gboolean left_truth = a->sort == SORT_TRUTH || a->sort == SORT_SET;
  gboolean right_truth = b->sort == SORT_TRUTH || b->sort == SORT_SET;
  struct operand one = left_truth ? truth_number(view, left) : *a;
  struct operand other = right_truth ? truth_number(view, right) : *b;
  int verdict = compare_all(view, comparison->operation, &one, &other);
  if (left_truth)
    operand_clear(&one);
  if (right_truth)
    operand_clear(&other);
  return verdict;
}

static gboolean is_total(const struct expression *expression)
{
  return expression->operation == OP_PLUS || expression->operation == OP_SUBTRACT;
}

static gboolean is_fixed(const struct operand *operand)
{
  return operand->members && operand->members->len == 1 && operand->unknown == LITERAL_FALSE &&
         member_at(operand, 0)->literal == LITERAL_TRUE;
}

/* Two numbers together, compared with a third that is fixed: each of the one with what does of the
 * other, without all that they can come to. FIRST: the fixed one stands first. */
static int relate_total(const struct view *view, enum operation operation,
                        const struct expression *total, double number, gboolean first)
{
  struct operand a = number_of(view, total->left), b = number_of(view, total->right);
  double sign = total->operation == OP_PLUS ? 1 : -1;
  struct relation relation = {operation, OF_TOTALS, sign, number, first};
  int verdict = relate(view, &relation, &a, &b);
  operand_clear(&a);
  operand_clear(&b);
  return verdict;
}

/* True with *VERDICT if one side of COMPARISON adds up and the other is fixed. */
static gboolean compare_total(const struct view *view, const struct expression *comparison,
                              int *verdict)
{
  gboolean first = !is_total(comparison->left);
  const struct expression *total = first ? comparison->right : comparison->left;
  if (!is_total(total))
    return FALSE;
  struct operand fixed = operand_of(view, first ? comparison->left : comparison->right);
  gboolean can = is_fixed(&fixed);
  if (can)
    *verdict =
        relate_total(view, comparison->operation, total, member_at(&fixed, 0)->number, first);
  operand_clear(&fixed);
  return can;
}

static int compare(const struct view *view, const struct expression *comparison)
{
  int verdict;
  if (compare_total(view, comparison, &verdict))
    return verdict;
  struct operand a = operand_of(view, comparison->left);
  struct operand b = operand_of(view, comparison->right);
  verdict = a.sort == SORT_TRUTH || b.sort == SORT_TRUTH
                ? compare_mixed(view, comparison, &a, &b)
                : compare_all(view, comparison->operation, &a, &b);
  operand_clear(&a);
  operand_clear(&b);
  return verdict;
}

/* ---- the whole ---- */

static int make_truth(const struct view *view, const struct expression *expression)
{
  struct gates *gates = view->formula->gates;
  switch (expression->operation) {
  case OP_OR:
    return gates_or(gates, truth_of(view, expression->left), truth_of(view, expression->right));
  case OP_AND:
    return gates_and(gates, truth_of(view, expression->left), truth_of(view, expression->right));
  case OP_NOT:
    return -truth_of(view, expression->left);
  case OP_TRUE:
    return LITERAL_TRUE;
  case OP_FALSE:
    return LITERAL_FALSE;
#define COMPARISON(id, sign, level) case OP_##id:
#include "condition/operations.def"
    return compare(view, expression);
  case OP_NAME:
    if (expression->name && expression->name->kind == NAME_DEFINE) {
      const struct condition *test = expression->name->define->test;
      return test && test->root ? truth_of(view, test->root) : LITERAL_FALSE;
    }
    break;
  case OP_MINUS:
  case OP_COUNT:
  case OP_DAYS_SINCE:
  case OP_PLUS:
  case OP_SUBTRACT:
  case OP_SUM:
  case OP_UNION:
  case OP_STRING:
  case OP_NUMBER:
    break;
  }
  struct operand operand = operand_of(view, expression);
  int truth = truth_of_operand(view, &operand);
  operand_clear(&operand);
  return truth;
}

/* Each part of a condition is written once for each place where it is read. */
static int truth_of(const struct view *view, const struct expression *expression)
{
  struct formula *formula = view->formula;
  struct reading_place place = {expression, view->repeat, view->turn};
  gpointer known = g_hash_table_lookup(formula->known, &place);
  if (known)
    return GPOINTER_TO_INT(known);
  int truth = make_truth(view, expression);
  struct reading_place *key = arena_make(formula->arena, struct reading_place);
  *key = place;
  g_hash_table_insert(formula->known, key, GINT_TO_POINTER(truth));
  return truth;
}

int formula_holds(struct formula *formula, const struct condition *condition, guint turn)
{
  if (!condition)
    return LITERAL_TRUE;
  if (!condition->root)
    return LITERAL_FALSE;
  struct view view = {formula, condition->repeat, condition->repeat ? turn : 0};
  return truth_of(&view, condition->root);
}
