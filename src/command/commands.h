/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The commands: one table, which the dispatch, the help and the tests walk. A new command is a row
 * here and a function in a file of its own.
 */
#pragma once

#include "command/session.h"

/*
 * What a command does. ARGUMENTS are its own, as many as its row allows, and end with NULL. Returns
 * an exit code; what went wrong has been told.
 */
typedef int command_run(struct session *session, const char *const *arguments);

struct command {
  const char *name;      /* "": what the program does without one */
  const char *arguments; /* as help shows them; a message id */
  const char *help;
  const char *options;        /* names of those that go with it, besides those that go with all */
  const char *const *formats; /* that it knows, the usual one first */
  guint least, most;          /* how many arguments */
  gboolean journal;           /* is about what was kept, so --no-journal makes no sense with it */
  gboolean any_pack; /* names its pack by an argument: the program's language does not hang on it */
  command_run *run;
};

/* The first row is the one without a name; the last has no `run`. */
extern const struct command commands[];

const struct command *command_find(const char *name);
/* Whether the option called NAME goes with COMMAND. */
gboolean command_takes(const struct command *command, const struct option_row *option);

/* Visits: visit.c */
command_run command_visit, command_new, command_resume;
/* What was kept: list.c, agenda.c, done.c, move.c, delete.c */
command_run command_list, command_agenda, command_done, command_move, command_delete;
/* What follows from it: plan.c, draft.c, lessons.c */
command_run command_plan, command_draft, command_lessons;
/* In and out: transfer.c */
command_run command_export, command_import;
/* For authors of packs: check.c, picture.c, try.c */
command_run command_check, command_graph, command_preview, command_try;
