/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arena: an obstack for structs, and one for strings, which need no alignment. */
#include "base/arena.h"

#include <obstack.h>
#include <string.h>

#define CHUNK_SIZE (16 * 1024 - 64)

struct arena {
  struct obstack structs, strings;
};

/* The chunks of structs come as zeros, so that no struct need be set to zero by itself. */
struct arena *arena_new(void)
{
  struct arena *arena = g_new(struct arena, 1);
  obstack_specify_allocation(&arena->structs, CHUNK_SIZE, 0, g_malloc0, g_free);
  obstack_specify_allocation(&arena->strings, CHUNK_SIZE, 1, g_malloc, g_free);
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
  return obstack_alloc(&arena->structs, (int)size);
}

const char *arena_string(struct arena *arena, const char *text, gssize length)
{
  if (!text)
    return NULL;
  gsize size = length < 0 ? strlen(text) : (gsize)length;
  g_assert(size < G_MAXINT);
  return obstack_copy0(&arena->strings, text, (int)size);
}
