/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An arena over the C library's obstack: memory of things that are built as a
 * whole and die as a whole. Nothing in it is freed by itself.
 */
#pragma once

#include <glib.h>

#include "base/owned.h"

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);
DEFINE_OWNED(arena, arena_free)

/* SIZE bytes set to zero, aligned for any type. */
void *arena_alloc(struct arena *arena, gsize size);
#define arena_make(arena, type) ((type *)arena_alloc((arena), sizeof(type)))

/* A NUL-terminated copy of LENGTH bytes (-1: up to the NUL). NULL stays NULL. */
const char *arena_string(struct arena *arena, const char *text, gssize length);
