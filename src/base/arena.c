/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arena: one obstack and nothing else. */
#include "base/arena.h"

#include <obstack.h>
#include <string.h>

#define obstack_chunk_alloc g_malloc
#define obstack_chunk_free g_free

#define CHUNK_SIZE (16 * 1024 - 64)

struct arena {
  struct obstack stack;
};

struct arena *arena_new(void)
{
  struct arena *arena = g_new(struct arena, 1);
  obstack_init(&arena->stack);
  obstack_chunk_size(&arena->stack) = CHUNK_SIZE;
  return arena;
}

void arena_free(struct arena *arena)
{
  obstack_free(&arena->stack, NULL);
  g_free(arena);
}

void *arena_alloc(struct arena *arena, gsize size)
{
  g_assert(size < G_MAXINT); /* obstack counts in int */
  void *memory = obstack_alloc(&arena->stack, (int)size);
  return memset(memory, 0, size);
}

const char *arena_string(struct arena *arena, const char *text, gssize length)
{
  if (!text)
    return NULL;
  gsize size = length < 0 ? strlen(text) : (gsize)length;
  g_assert(size < G_MAXINT);
  return obstack_copy0(&arena->stack, text, (int)size);
}
