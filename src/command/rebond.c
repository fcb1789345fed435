/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program from its arguments to its exit code. */
#include "command/command.h"

int rebond_main(int argc, char **argv, FILE *in, FILE *out, FILE *err)
{
  (void)argc, (void)argv, (void)in, (void)err;
  fprintf(out, "rebond %s\n", REBOND_VERSION);
  return EXIT_FINE;
}
