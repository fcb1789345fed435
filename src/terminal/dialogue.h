/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The dialogue: one conversation over a walk. It asks through a line source, understands what
 * people type (terminal/typed.h) and the commands that start with a colon, and hands each accepted
 * answer to the caller before it asks on.
 */
#pragma once

#include "plan/plan.h"
#include "terminal/lines.h"
#include "walk/walk.h"

struct dialogue {
  struct walk *walk;
  struct lines *lines;
  FILE *out;
  const struct translator *translator; /* the program's */
  const char *language;                /* for typed numbers */
  gboolean plain;                      /* for speech and braille: words only, no cursor movement */
  gboolean colour;                     /* styles of letters; not with `plain` */

  /*
   * The answers of the debrief before this one, for questions with `remember`; NULL: none. What is
   * to be taken without asking is recorded like any answer and shown in the review.
   */
  const struct answers *previous;

  /*
   * Makes ANSWER durable. False with *ERROR: the dialogue says so and ends with DIALOGUE_FAILED.
   * `record` NULL: nothing is kept, and the dialogue does not say that it is.
   */
  gboolean (*record)(void *data, const struct answer *answer, GError **error);
  /* The tick of TASK, for which ACTION (its id; NULL: not known) stood; DAY 0: it is taken off. */
  gboolean (*record_tick)(void *data, const struct task *task, const char *action, int day,
                          GError **error);
  gboolean (*record_move)(void *data, const struct task *task, int day, GError **error);
  /* WORDS for the blanks ID; NULL: none any more. */
  gboolean (*record_fill)(void *data, const char *id, const char *words, GError **error);
  /* WORDS as the person's own version of the message DRAFT; NULL: it is as the plan has it. */
  gboolean (*record_draft)(void *data, const char *draft, const char *words, GError **error);
  void *data;
};

enum dialogue_end {
  DIALOGUE_FINISHED,    /* nothing is left to ask, and nothing to change */
  DIALOGUE_STOPPED,     /* :quit, Ctrl-D: saved, goes on another time; the person was told */
  DIALOGUE_HIDDEN,      /* :hide: screen wiped, saved; nothing more is to be shown */
  DIALOGUE_INTERRUPTED, /* Ctrl-C twice, SIGTERM, SIGHUP: saved */
  DIALOGUE_EXHAUSTED,   /* input that is no terminal ran out before the end; *WHERE names the
                           question, or the due action, in words */
  DIALOGUE_FAILED,      /* could not record or read; the error was told */
};

/*
 * Holds the conversation to its end. On a later day's visit it begins with the actions that have
 * become due. Before DIALOGUE_FINISHED the person can still go back; there, input that is no
 * terminal may end. *WHERE, if not NULL, is set for DIALOGUE_EXHAUSTED, else NULL; caller frees.
 */
enum dialogue_end dialogue_run(struct dialogue *dialogue, char **where);

/* Goes through the blanks of the message for TASK, filled ones too, and no more. There as well
 * input that is no terminal may end: DIALOGUE_FINISHED. */
enum dialogue_end dialogue_fill(struct dialogue *dialogue, const struct task *task);
