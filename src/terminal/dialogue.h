/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The dialogue: one conversation over a walk. It asks through a line source, understands what
 * people type (terminal/typed.h) and the commands that start with a colon, and hands each accepted
 * answer to the caller before it asks on.
 */
#pragma once

#include "plan/plan.h"
#include "terminal/lines.h"

struct dialogue {
  struct walk *walk;
  struct lines *lines;
  FILE *out;
  const struct translator *translator; /* the program's */
  const char *language;                /* for typed dates and numbers */
  gboolean plain;                      /* for speech and braille: words only */
  gboolean colour;

  /* Makes ANSWER durable. False with *ERROR: the dialogue says so and ends with DIALOGUE_FAILED. */
  gboolean (*record)(void *data, const struct answer *answer, GError **error);
  gboolean (*record_tick)(void *data, const struct task *task, int day, GError **error);
  void *data;
};

enum dialogue_end {
  DIALOGUE_FINISHED,    /* nothing is left to ask */
  DIALOGUE_STOPPED,     /* :quit, end of input: saved, goes on another time */
  DIALOGUE_HIDDEN,      /* :hide: screen wiped, saved */
  DIALOGUE_INTERRUPTED, /* Ctrl-C twice, SIGTERM: saved */
  DIALOGUE_EXHAUSTED, /* input that is no terminal ran out before the end; *WHERE names the question
                       */
  DIALOGUE_FAILED,    /* could not record; the error was told */
};

/* Holds the conversation to its end. *WHERE, if not NULL, is set for DIALOGUE_EXHAUSTED; caller
 * frees. */
enum dialogue_end dialogue_run(struct dialogue *dialogue, char **where);
