/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The options of the command line: one table, which the parser, the help and the tests walk.
 */
#pragma once

#include "base/translator.h"

/* What was given. Strings belong to the arguments of the program; NULL and FALSE: not given. */
struct options {
  const char *content, *language, *today;
  const char *format, *output, *answers, *rule, *on, *witness, *against, *budget;
  gboolean no_journal, help, version;
  gboolean force, private, page, before, all, undo, fill, edit, pot, dimacs, strict, no_proofs,
      quiet, accept, watch;
};

struct option_row {
  const char *name;
  char letter;          /* 0: none */
  gboolean everywhere;  /* goes with every command */
  const char *argument; /* how help names its value; NULL: it has none */
  const char *help;
  gsize offset; /* in struct options: of a const char *, or of a gboolean */
};

/* The last row has no name. */
extern const struct option_row option_rows[];

/* What was read from the command line. */
struct parsed {
  struct options options;
  GPtrArray *rows;       /* of const struct option_row: those that were given */
  GPtrArray *arguments;  /* of const char *, NULL-terminated: what is no option, in order */
  char *problem;         /* the first option that is wrong, as it was typed; NULL: all fine */
  const char *complaint; /* a message id with {1} for PROBLEM; NULL: all fine */
};

/*
 * Reads ARGV (of ARGC, the first being the program). Options may stand anywhere, long ones be
 * shortened as far as they stay clear, and `--` ends them.
 */
void options_parse(int argc, char **argv, struct parsed *parsed);
void parsed_clear(struct parsed *parsed);

/* The option nearest to WORD ("--forse", "-v"), with its dashes, or NULL. Caller frees. */
char *options_suggest(const char *word) G_GNUC_WARN_UNUSED_RESULT;

/* The options that WORD ("--no") may be shortened from, in words; NULL: fewer than two. Caller
 * frees. */
char *options_beginning(const char *word,
                        const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;

/* What ROW means with the command of that name: a message id. */
const char *option_help(const struct option_row *row, const char *command);

/* Its line in the help: "-o, --output=FILE". Caller frees. */
char *option_usage(const struct option_row *row,
                   const struct translator *translator) G_GNUC_WARN_UNUSED_RESULT;
