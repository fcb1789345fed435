/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arenas: memory that is zero, aligned, lasting, and freed with the arena (the sanitizer looks). */
#include "base/arena.h"

#include <stdalign.h>
#include <stddef.h>
#include <string.h>

#include "support/suite.h"

static void test_zeroed(void)
{
  for (int round = 0; round < 2; round++) {
    OWNED(arena) arena = arena_new();
    for (gsize size = 1; size < 40000; size = size * 2 + 1) {
      unsigned char *memory = arena_alloc(arena, size);
      CU_ASSERT_EQUAL((guintptr)memory % alignof(max_align_t), 0);
      for (gsize i = 0; i < size; i++)
        if (memory[i] != 0)
          CU_FAIL("memory is not zero");
      memset(memory, 0xff, size);
    }
  }
}

static void test_lasting(void)
{
  OWNED(arena) arena = arena_new();
  const char *strings[5000];
  for (int i = 0; i < 5000; i++) {
    g_autofree char *text = g_strdup_printf("string %d", i);
    strings[i] = arena_string(arena, text, -1);
  }
  for (int i = 0; i < 5000; i++) {
    g_autofree char *text = g_strdup_printf("string %d", i);
    ASSERT_TEXT(strings[i], text);
  }
}

static void test_strings(void)
{
  OWNED(arena) arena = arena_new();
  ASSERT_TEXT(arena_string(arena, "whole", -1), "whole");
  ASSERT_TEXT(arena_string(arena, "part of it", 4), "part");
  ASSERT_TEXT(arena_string(arena, "", -1), "");
  CU_ASSERT_PTR_NULL(arena_string(arena, NULL, -1));
}

SUITE(arena, {"memory is zero and aligned", test_zeroed},
      {"what was allocated stays", test_lasting},
      {"strings are copied, whole or in part", test_strings})
