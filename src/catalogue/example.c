/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Example files: read by the reader, held by themselves. */
#include "catalogue/example.h"

#include "catalogue/reader.h"

struct example *example_read(const char *file, struct findings *findings)
{
  OWNED(example) example = g_new0(struct example, 1);
  example->file = g_intern_string(file);
  example->arena = arena_new();
  struct reader reader;
  reader_begin(&reader, example->arena, findings);
  reader.example = example;
  gboolean whole = reader_file(&reader, file, ROOTS_OF_EXAMPLES);
  reader_end(&reader);
  return whole && example->today ? g_steal_pointer(&example) : NULL;
}

void example_free(struct example *example)
{
  arena_free(example->arena);
  g_free(example);
}
