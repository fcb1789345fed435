/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The command line: what `main` calls, what every command is given, and the codes the program ends
 * with.
 */
#pragma once

#include <stdio.h>

/* Exit codes; part of the program's interface. */
enum exit_code {
  EXIT_FINE = 0,         /* done; warnings included */
  EXIT_FAULTY = 1,       /* the content or the input has errors */
  EXIT_USAGE = 2,        /* the command line was wrong */
  EXIT_IO = 3,           /* something could not be read or written */
  EXIT_DAMAGED = 4,      /* the journal is damaged */
  EXIT_INTERRUPTED = 130 /* left by Ctrl-C */
};

/* The whole program. Returns an exit code. */
int rebond_main(int argc, char **argv, FILE *in, FILE *out, FILE *err);
