/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Packs made at random, and answers to them: every kind of question and of condition, nested
 * options, `from`, repeats, defines, regions, actions with slots, dues, drafts and what is asked
 * once they are ticked, openings, lessons, strengths and replies with slots, remarks, groups of
 * texts. The same seed gives the same pack. They read without a finding; that everything in them
 * can be reached is not promised.
 */
#pragma once

#include "support/pack.h"
#include "support/random.h"
#include "walk/pass.h"

/* The text of a pack of about QUESTIONS questions. Its files are added to FILES: name, text, name,
 * text… (char *). */
void random_pack_write(GRand *rand, guint questions, GPtrArray *files);

/* Such a pack, read; ends the program with its text if it has errors. One at a time: they share a
 * folder. */
struct test_pack *random_pack_new(GRand *rand, guint questions);

/*
 * Values for the question or repeat at STEP, from few enough that conditions are met and broken;
 * mostly such as may stand there, but that is for value_check() to say. NULL-terminated; caller
 * frees.
 */
char **random_values(GRand *rand, const struct pass *pass, struct step step);
