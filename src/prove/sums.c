/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums as trees, each with the numbers it can come to, and their literals as far as they are made.
 */
#include "prove/sums.h"

struct sum {
  enum { ONE_PART, TOGETHER, GREATER } kind;
  int literal;       /* of one part */
  struct sum *a, *b; /* of two */
  guint count;
  guint *numbers;     /* that it can come to but nothing, ascending */
  guint found, noted; /* by sums_note(): what it came to last, and at most */
  int *at_least;      /* beside them; 0: not made yet */
};

struct sums {
  struct gates *gates;
  struct arena *arena;
  GPtrArray *combined; /* of struct sum, parts before what is made of them */
};

struct sums *sums_new(struct gates *gates)
{
  struct sums *sums = g_new0(struct sums, 1);
  sums->gates = gates;
  sums->arena = arena_new();
  sums->combined = g_ptr_array_new();
  return sums;
}

void sums_free(struct sums *sums)
{
  g_ptr_array_unref(sums->combined);
  arena_free(sums->arena);
  g_free(sums);
}

guint sums_most(const struct sum *sum)
{
  return sum && sum->count ? sum->numbers[sum->count - 1] : 0;
}

void sums_bound(struct sum *sum, guint number)
{
  while (sums_most(sum) >= number && number > 0)
    sum->count--;
}

/* What SUM comes to, if its parts come to A and B. */
static guint total_of(const struct sum *sum, guint a, guint b)
{
  return sum->kind == TOGETHER ? a + b : MAX(a, b);
}

void sums_visit(struct sums *sums, guint least, guint most, sums_visitor see, void *data)
{
  for (guint i = 0; i < sums->combined->len; i++) {
    struct sum *sum = sums->combined->pdata[i];
    sums_bound(sum, total_of(sum, sums_most(sum->a), sums_most(sum->b)) + 1);
    if (sum->kind == TOGETHER && sum->count >= least && sum->count <= most)
      see(sum, data);
  }
}

/* ---- of others ---- */

/* A new sum that can come to the COUNT NUMBERS. */
static struct sum *make(struct sums *sums, const guint *numbers, guint count)
{
  struct sum *sum = arena_make(sums->arena, struct sum);
  *sum = (struct sum){.count = count};
  sum->numbers = arena_alloc(sums->arena, count * sizeof *numbers);
  sum->at_least = arena_alloc(sums->arena, count * sizeof *sum->at_least);
  for (guint i = 0; i < count; i++) {
    sum->numbers[i] = numbers[i];
    sum->at_least[i] = 0;
  }
  return sum;
}

struct sum *sums_part(struct sums *sums, int literal, guint weight)
{
  if (literal == LITERAL_FALSE || weight == 0)
    return NULL;
  struct sum *sum = make(sums, &weight, 1);
  sum->literal = literal;
  return sum;
}

/* The numbers that A and B can come to, together or by the greater; ascending, without nothing. */
static GArray *numbers_of(const struct sum *a, const struct sum *b, gboolean together)
{
  guint most = together ? sums_most(a) + sums_most(b) : MAX(sums_most(a), sums_most(b));
  g_autofree gboolean *met = g_new0(gboolean, most + 1);
  GArray *numbers = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i <= a->count; i++)
    for (guint j = 0; j <= b->count; j++) {
      guint one = i ? a->numbers[i - 1] : 0, other = j ? b->numbers[j - 1] : 0;
      if (together || !i || !j)
        met[one + other] = TRUE;
    }
  for (guint number = 1; number <= most; number++)
    if (met[number])
      g_array_append_val(numbers, number);
  return numbers;
}

static struct sum *combine(struct sums *sums, struct sum *a, struct sum *b, gboolean together)
{
  if (!a || !b)
    return a ? a : b;
  g_autoptr(GArray) numbers = numbers_of(a, b, together);
  struct sum *sum = make(sums, (const guint *)(const void *)numbers->data, numbers->len);
  sum->kind = together ? TOGETHER : GREATER;
  sum->a = a;
  sum->b = b;
  g_ptr_array_add(sums->combined, sum);
  return sum;
}

struct sum *sums_add(struct sums *sums, struct sum *a, struct sum *b)
{
  return combine(sums, a, b, TRUE);
}

struct sum *sums_greater(struct sums *sums, struct sum *a, struct sum *b)
{
  return combine(sums, a, b, FALSE);
}

static struct sum *add_range(struct sums *sums, const GPtrArray *list, guint first, guint end)
{
  if (end - first < 2)
    return first < end ? list->pdata[first] : NULL;
  guint middle = first + (end - first) / 2;
  return sums_add(sums, add_range(sums, list, first, middle), add_range(sums, list, middle, end));
}

struct sum *sums_all(struct sums *sums, const GPtrArray *list)
{
  return add_range(sums, list, 0, list->len);
}

/* ---- at least ---- */

/* The first of the numbers of SUM that is at least NUMBER; its count if there is none. */
static guint find(const struct sum *sum, guint number)
{
  guint index = 0;
  while (index < sum->count && sum->numbers[index] < number)
    index++;
  return index;
}

/* "Both of SUM together are at least NUMBER": for each number of the one the least of the other
 * that does, but for what a smaller number does with the same. */
static int add_up(struct sums *sums, struct sum *sum, guint number)
{
  struct gates *gates = sums->gates;
  struct sum *a = sum->a, *b = sum->b;
  g_autoptr(GArray) any = g_array_new(FALSE, FALSE, sizeof(int));
  guint before = G_MAXUINT;
  for (guint i = 0; i <= a->count; i++) {
    guint one = i ? a->numbers[i - 1] : 0, rest = number - MIN(one, number);
    guint index = rest ? find(b, rest) + 1 : 0;
    if (index > b->count || index == before)
      continue;
    before = index;
    gates_append(any, gates_and(gates, sums_at_least(sums, a, one), sums_at_least(sums, b, rest)));
    if (!rest)
      break;
  }
  return gates_any_of(gates, any);
}

static int make_at_least(struct sums *sums, struct sum *sum, guint number)
{
  switch (sum->kind) {
  case ONE_PART:
    return sum->literal;
  case TOGETHER:
    return add_up(sums, sum, number);
  case GREATER:
    return gates_or(sums->gates, sums_at_least(sums, sum->a, number),
                    sums_at_least(sums, sum->b, number));
  }
  g_assert_not_reached();
}

int sums_at_least(struct sums *sums, struct sum *sum, guint number)
{
  if (number == 0)
    return LITERAL_TRUE;
  guint index = sum ? find(sum, number) : 0;
  if (!sum || index == sum->count)
    return LITERAL_FALSE;
  int *literal = &sum->at_least[index];
  if (!*literal)
    *literal = make_at_least(sums, sum, sum->numbers[index]);
  return *literal;
}

/* ---- as found ---- */

guint sums_found(const struct sum *sum, const struct solver *solver)
{
  if (!sum)
    return 0;
  if (sum->kind == ONE_PART)
    return solver_holds(solver, sum->literal) ? sum->numbers[0] : 0;
  return total_of(sum, sums_found(sum->a, solver), sums_found(sum->b, solver));
}

/* Of what is combined this has been noted before. */
static guint found_of_part(const struct sum *sum, const struct solver *solver)
{
  return sum->kind == ONE_PART ? sums_found(sum, solver) : sum->found;
}

void sums_note(struct sums *sums, const struct solver *solver)
{
  for (guint i = 0; i < sums->combined->len; i++) {
    struct sum *sum = sums->combined->pdata[i];
    sum->found = total_of(sum, found_of_part(sum->a, solver), found_of_part(sum->b, solver));
    sum->noted = MAX(sum->noted, sum->found);
  }
}

guint sums_noted(const struct sum *sum)
{
  return sum->noted;
}
