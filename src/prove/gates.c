/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conjunctions in a table by their sorted literals; disjunctions are their negations. */
#include "prove/gates.h"

#include <stdlib.h>
#include <string.h>

struct gates {
  struct solver *solver;
  struct arena *arena;
  GHashTable *known; /* struct gate -> itself */
  GArray *room;      /* of int: literals being sorted */
};

struct gate {
  guint count;
  int literal;
  const int *parts; /* sorted */
};

static guint gate_hash(gconstpointer key)
{
  const struct gate *gate = key;
  guint hash = gate->count;
  for (guint i = 0; i < gate->count; i++)
    hash = hash * 16777619 ^ (guint)gate->parts[i];
  return hash;
}

static gboolean gate_equal(gconstpointer a, gconstpointer b)
{
  const struct gate *one = a, *other = b;
  return one->count == other->count &&
         memcmp(one->parts, other->parts, one->count * sizeof *one->parts) == 0;
}

struct gates *gates_new(struct solver *solver)
{
  struct gates *gates = g_new0(struct gates, 1);
  gates->solver = solver;
  gates->arena = arena_new();
  gates->known = g_hash_table_new(gate_hash, gate_equal);
  gates->room = g_array_new(FALSE, FALSE, sizeof(int));
  int truth = solver_variable(solver);
  g_assert(truth == LITERAL_TRUE);
  gates_require(gates, truth);
  return gates;
}

void gates_free(struct gates *gates)
{
  g_hash_table_unref(gates->known);
  g_array_unref(gates->room);
  arena_free(gates->arena);
  g_free(gates);
}

struct solver *gates_solver(const struct gates *gates)
{
  return gates->solver;
}

int gates_variable(struct gates *gates)
{
  return solver_variable(gates->solver);
}

void gates_require(struct gates *gates, int literal)
{
  solver_clause(gates->solver, &literal, 1);
}

void gates_imply(struct gates *gates, int a, int b)
{
  const int clause[] = {-a, b};
  if (a != LITERAL_FALSE && b != LITERAL_TRUE && a != b)
    solver_clause(gates->solver, clause, 2);
}

/* ---- conjunctions ---- */

/* By variable, so that a literal and its negation stand beside each other. */
static int by_variable(const void *a, const void *b)
{
  int one = *(const int *)a, other = *(const int *)b;
  return abs(one) != abs(other) ? (abs(one) > abs(other)) - (abs(one) < abs(other))
                                : (one > other) - (one < other);
}

/* LITERALS times SIGN, sorted and without what does not matter, in the room; false if they exclude
 * each other. */
static gboolean sort_parts(struct gates *gates, const int *literals, guint count, int sign)
{
  GArray *room = gates->room;
  g_array_set_size(room, 0);
  for (guint i = 0; i < count; i++) {
    int literal = sign * literals[i];
    if (literal == LITERAL_FALSE)
      return FALSE;
    if (literal != LITERAL_TRUE)
      g_array_append_val(room, literal);
  }
  int *parts = &g_array_index(room, int, 0);
  guint kept = 0;
  if (room->len > 1)
    qsort(parts, room->len, sizeof *parts, by_variable);
  for (guint i = 0; i < room->len; i++) {
    if (kept && parts[i] == -parts[kept - 1])
      return FALSE;
    if (!kept || parts[i] != parts[kept - 1])
      parts[kept++] = parts[i];
  }
  g_array_set_size(room, kept);
  return TRUE;
}

/* A new gate over the literals in the room. */
static const struct gate *make(struct gates *gates)
{
  guint count = gates->room->len;
  struct gate *gate = arena_alloc(gates->arena, sizeof *gate);
  int *parts = arena_alloc(gates->arena, count * sizeof *parts);
  memcpy(parts, gates->room->data, count * sizeof *parts);
  *gate = (struct gate){count, solver_variable(gates->solver), parts};
  for (guint i = 0; i < count; i++) {
    gates_imply(gates, gate->literal, parts[i]);
    g_array_index(gates->room, int, i) = -parts[i];
  }
  g_array_append_val(gates->room, gate->literal);
  solver_clause(gates->solver, &g_array_index(gates->room, int, 0), count + 1);
  g_hash_table_add(gates->known, gate);
  return gate;
}

static int conjunction(struct gates *gates, const int *literals, guint count, int sign)
{
  if (!sort_parts(gates, literals, count, sign))
    return LITERAL_FALSE;
  const GArray *room = gates->room;
  if (room->len < 2)
    return room->len ? g_array_index(room, int, 0) : LITERAL_TRUE;
  struct gate wanted = {.count = room->len, .parts = &g_array_index(room, int, 0)};
  const struct gate *gate = g_hash_table_lookup(gates->known, &wanted);
  return gate ? gate->literal : make(gates)->literal;
}

int gates_all(struct gates *gates, const int *literals, guint count)
{
  return conjunction(gates, literals, count, 1);
}

int gates_any(struct gates *gates, const int *literals, guint count)
{
  return -conjunction(gates, literals, count, -1);
}

int gates_and(struct gates *gates, int a, int b)
{
  return gates_all(gates, (const int[]){a, b}, 2);
}

int gates_or(struct gates *gates, int a, int b)
{
  return gates_any(gates, (const int[]){a, b}, 2);
}

int gates_maybe(struct gates *gates, int literal)
{
  return literal == LITERAL_FALSE ? literal : gates_and(gates, literal, gates_variable(gates));
}

void gates_append(GArray *literals, int literal)
{
  g_array_append_val(literals, literal);
}

int gates_all_of(struct gates *gates, const GArray *literals)
{
  return gates_all(gates, (const int *)(const void *)literals->data, literals->len);
}

int gates_any_of(struct gates *gates, const GArray *literals)
{
  return gates_any(gates, (const int *)(const void *)literals->data, literals->len);
}

/* ---- one at most ---- */

#define FEW 6 /* of so many each pair costs less than a chain */

static void exclude(struct gates *gates, int a, int b)
{
  gates_imply(gates, a, -b);
}

/* A chain of "one so far" (Sinz, "Towards an optimal CNF encoding of Boolean cardinality
 * constraints", 2005). */
void gates_at_most_one(struct gates *gates, const GArray *literals)
{
  if (literals->len <= FEW) {
    for (guint i = 0; i < literals->len; i++)
      for (guint j = 0; j < i; j++)
        exclude(gates, g_array_index(literals, int, i), g_array_index(literals, int, j));
    return;
  }
  int before = g_array_index(literals, int, 0);
  for (guint i = 1; i < literals->len; i++) {
    exclude(gates, g_array_index(literals, int, i), before);
    before = gates_or(gates, before, g_array_index(literals, int, i));
  }
}
