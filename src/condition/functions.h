/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions of conditions, from functions.def. */
#pragma once

#include "condition/condition.h"

enum function_argument {
  ARGUMENT_NONE,
  ARGUMENT_TRUTH,
  ARGUMENT_SET,
  ARGUMENT_SETS,
  ARGUMENT_DATE,
};

struct function {
  const char *name;
  enum operation operation;
  enum function_argument argument;
  enum { GIVES_TRUTH, GIVES_NUMBER } gives;
  const char *takes, *alone; /* message ids, or NULL */
};

enum {
#define FUNCTION(id, name, argument, gives, takes, alone) FUNCTION_AT_##id,
#include "condition/functions.def"
#undef FUNCTION
  FUNCTION_COUNT
};

extern const struct function functions[FUNCTION_COUNT];

/* The function that OPERATION is, or NULL. */
const struct function *function_of(enum operation operation);
