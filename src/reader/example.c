/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Example files: read by the reader, held by themselves. */
#include "reader/example.h"

#include "reader/reader.h"

/* TEXT is what is called NAME; NULL: the file NAME. */
static struct example *read_from(const char *name, const char *text, struct findings *findings)
{
  OWNED(example) example = g_new0(struct example, 1);
  example->file = g_intern_string(name);
  example->arena = arena_new();
  struct reader reader;
  reader_begin(&reader, example->arena, findings);
  reader.example = example;
  gboolean whole = text ? reader_text(&reader, text, example->file, ROOTS_OF_EXAMPLES)
                        : reader_file(&reader, example->file, ROOTS_OF_EXAMPLES);
  reader_end(&reader);
  return whole && example->today ? g_steal_pointer(&example) : NULL;
}

struct example *example_read(const char *file, struct findings *findings)
{
  return read_from(file, NULL, findings);
}

struct example *example_read_text(const char *text, const char *name, struct findings *findings)
{
  return read_from(name, text, findings);
}

void example_free(struct example *example)
{
  arena_free(example->arena);
  g_free(example);
}
