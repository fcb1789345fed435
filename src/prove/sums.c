/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums as ascending lists of "at least". */
#include "prove/sums.h"

struct sums {
  struct gates *gates;
  struct arena *arena;
  guint most;
  sums_judge judge;
  guint judged_least, judged_most;
  void *data;
  GArray *literals; /* of int: room for one disjunction */
};

struct sums *sums_new(struct gates *gates, guint most)
{
  struct sums *sums = g_new0(struct sums, 1);
  sums->gates = gates;
  sums->most = most;
  sums->arena = arena_new();
  sums->literals = g_array_new(FALSE, FALSE, sizeof(int));
  return sums;
}

void sums_set_judge(struct sums *sums, guint least, guint most, sums_judge judge, void *data)
{
  sums->judge = judge;
  sums->judged_least = least;
  sums->judged_most = most;
  sums->data = data;
}

void sums_free(struct sums *sums)
{
  arena_free(sums->arena);
  g_array_unref(sums->literals);
  g_free(sums);
}

struct sum sums_part(struct sums *sums, int literal, guint weight)
{
  struct sum sum = {0};
  if (literal == LITERAL_FALSE || weight == 0)
    return sum;
  sum.count = 1;
  sum.list = arena_make(sums->arena, struct at_least);
  *sum.list = (struct at_least){weight, literal};
  return sum;
}

guint sums_most(const struct sum *sum)
{
  return sum->count ? sum->list[sum->count - 1].number : 0;
}

/* The first of SUM from index FROM on that is at least NUMBER; its count if there is none. */
static guint find(const struct sum *sum, guint number, guint from)
{
  while (from < sum->count && sum->list[from].number < number)
    from++;
  return from;
}

int sums_at_least(const struct sum *sum, guint number)
{
  guint index = find(sum, number, 0);
  if (number == 0)
    return LITERAL_TRUE;
  return index < sum->count ? sum->list[index].literal : LITERAL_FALSE;
}

/* ---- two together ---- */

/* The numbers that A and B can come to, together or by the greater; ascending, without nothing. */
static GArray *numbers_of(const struct sums *sums, const struct sum *a, const struct sum *b,
                          gboolean together)
{
  guint most = together ? sums_most(a) + sums_most(b) : MAX(sums_most(a), sums_most(b));
  g_autofree gboolean *met = g_new0(gboolean, most + 1);
  GArray *numbers = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i <= a->count; i++)
    for (guint j = 0; j <= b->count; j++) {
      guint one = i ? a->list[i - 1].number : 0, other = j ? b->list[j - 1].number : 0;
      if (together || !i || !j)
        met[one + other] = TRUE;
    }
  for (guint number = 1; number <= MIN(most, sums->most); number++)
    if (met[number])
      g_array_append_val(numbers, number);
  return numbers;
}

/* "A and B together are at least NUMBER": for each number of A the least of B that does. */
static int add_up(struct sums *sums, const struct sum *a, const struct sum *b, guint number)
{
  g_array_set_size(sums->literals, 0);
  for (guint i = 0; i <= a->count; i++) {
    guint one = i ? a->list[i - 1].number : 0;
    int left = i ? a->list[i - 1].literal : LITERAL_TRUE;
    int right = one >= number ? LITERAL_TRUE : sums_at_least(b, number - one);
    int both = gates_and(sums->gates, left, right);
    if (both != LITERAL_FALSE)
      g_array_append_val(sums->literals, both);
    if (one >= number)
      break;
  }
  return gates_any_of(sums->gates, sums->literals);
}

static struct sum combine(struct sums *sums, const struct sum *a, const struct sum *b,
                          gboolean together)
{
  g_autoptr(GArray) numbers = numbers_of(sums, a, b, together);
  struct sum sum = {numbers->len, NULL};
  sum.list = arena_alloc(sums->arena, (sum.count + 1) * sizeof *sum.list);
  for (guint i = 0; i < sum.count; i++) {
    guint number = g_array_index(numbers, guint, i);
    int literal = together
                      ? add_up(sums, a, b, number)
                      : gates_or(sums->gates, sums_at_least(a, number), sums_at_least(b, number));
    sum.list[i] = (struct at_least){number, literal};
  }
  return sum;
}

struct sum sums_add(struct sums *sums, struct sum a, struct sum b)
{
  if (!a.count || !b.count)
    return a.count ? a : b;
  return combine(sums, &a, &b, TRUE);
}

struct sum sums_greater(struct sums *sums, struct sum a, struct sum b)
{
  if (!a.count || !b.count)
    return a.count ? a : b;
  return combine(sums, &a, &b, FALSE);
}

static struct sum add_range(struct sums *sums, const GArray *list, guint first, guint end)
{
  if (end - first < 2)
    return first < end ? g_array_index(list, struct sum, first) : (struct sum){0};
  guint middle = first + (end - first) / 2;
  struct sum sum =
      sums_add(sums, add_range(sums, list, first, middle), add_range(sums, list, middle, end));
  if (sums->judge && sum.count >= sums->judged_least && sum.count <= sums->judged_most)
    sums->judge(&sum, sums->data);
  return sum;
}

struct sum sums_all(struct sums *sums, const GArray *list)
{
  return add_range(sums, list, 0, list->len);
}

/* ---- as found ---- */

guint sums_found(const struct sum *sum, const struct solver *solver)
{
  guint found = 0;
  for (guint i = 0; i < sum->count; i++)
    if (solver_holds(solver, sum->list[i].literal))
      found = sum->list[i].number;
  return found;
}
