/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Walks played in tests: a person's moves go in as text, and where they lead comes out as text.
 */
#pragma once

#include "support/suite.h"
#include "support/told.h"
#include "walk/walk.h"

/* The day on which debriefs in tests begin. */
#define PLAY_DAY 739000

/* A pack of one theme, which must read without a finding. */
struct test_pack *play_pack(const char *theme);

/* A walk on the day TODAY over ANSWERS (support/told.h) given on PLAY_DAY. */
struct walk *play_start(const struct test_pack *pack, const char *answers, int today);

/* The step "id" or "id.turn". */
struct step play_step(const struct walk *walk, const char *name);

/*
 * Plays MOVES, which "; " separates: "back", "skip", "jump STEP", "tick ACTION DAYS" (counted from
 * today), "untick ACTION", else an answer "value|value". After each move the result names the step
 * at which the person stands, with * if it is asked again; then steps parked with -, restored with
 * +, and remarks with !. A move that was refused begins with "no". Caller frees.
 */
char *play_moves(struct walk *walk, const char *moves);

#define ASSERT_PLAY(walk, moves, expected)                                                         \
  do {                                                                                             \
    g_autofree char *way_ = play_moves((walk), (moves));                                           \
    ASSERT_TEXT(way_, (expected));                                                                 \
  } while (0)

/* Compares what is stored at STEP with "id value|value", "id" for a skip, or NULL for nothing. */
void play_told(const struct walk *walk, const char *step, const char *expected);
