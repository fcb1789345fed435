/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arena: an obstack for structs, and one for strings, which need no alignment. */
#include "base/arena.h"

#include <obstack.h>
#include <string.h>

#define obstack_chunk_alloc g_malloc
#define obstack_chunk_free g_free

#define CHUNK_SIZE (16 * 1024 - 64)

struct arena {
  struct obstack structs, strings;
};

struct arena *arena_new(void)
{
  struct arena *arena = g_new(struct arena, 1);
  obstack_begin(&arena->structs, CHUNK_SIZE);
  obstack_begin(&arena->strings, CHUNK_SIZE);
  obstack_alignment_mask(&arena->strings) = 0;
  return arena;
}

void arena_free(struct arena *arena)
{
  obstack_free(&arena->structs, NULL);
  obstack_free(&arena->strings, NULL);
  g_free(arena);
}

void *arena_alloc(struct arena *arena, gsize size)
{
  g_assert(size < G_MAXINT); /* obstack counts in int */
  void *memory = obstack_alloc(&arena->structs, (int)size);
  return memset(memory, 0, size);
}

const char *arena_string(struct arena *arena, const char *text, gssize length)
{
  if (!text)
    return NULL;
  gsize size = length < 0 ? strlen(text) : (gsize)length;
  g_assert(size < G_MAXINT);
  return obstack_copy0(&arena->strings, text, (int)size);
}
