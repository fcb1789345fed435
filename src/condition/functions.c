/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of functions. */
#include "condition/functions.h"

#include "base/translator.h"

const struct function functions[FUNCTION_COUNT] = {
#define FUNCTION(id, name, argument, gives, takes, alone)                                          \
  {name, OP_##id, ARGUMENT_##argument, GIVES_##gives, takes, alone},
#include "condition/functions.def"
#undef FUNCTION
};

const struct function *function_of(enum operation operation)
{
  for (gsize i = 0; i < FUNCTION_COUNT; i++)
    if (functions[i].operation == operation)
      return &functions[i];
  return NULL;
}
