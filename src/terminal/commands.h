/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The commands of the dialogue: what starts with a colon, and `?`. One table, which the list, the
 * completion and the tests walk.
 */
#pragma once

#include "terminal/talk.h"

struct talk_command {
  const char *name;    /* with its colon; a message, so that each language has its own word */
  const char *summary; /* a message */
  enum heard (*run)(struct talk *talk, const char *argument);
};

/* All commands, the last with name NULL. */
extern const struct talk_command talk_commands[];

/* True if LINE is a command: begins with one colon, or is "?". */
gboolean command_is(const char *line);

/* True if the first word of LINE is the name of a command, or alone begins one. */
gboolean command_known(const struct talk *talk, const char *line);

/*
 * Runs the command LINE: its English name, the one in the interface's language, or an unambiguous
 * beginning of either, then possibly an argument. An unknown one is told.
 */
enum heard command_run(struct talk *talk, const char *line);

/* Shows the help of what is asked now. */
void command_show_help(const struct talk *talk);
