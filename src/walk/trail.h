/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The trail: everything that a person has told and was told, in the order of the way, divided where
 * the way stands now. As the way goes on, the trail notices which answers it no longer leads past
 * (parked), which it leads past again (restored), and which remarks are new.
 */
#pragma once

#include "walk/answers.h"

struct trail;

/* ANSWERS is borrowed. What it holds lies ahead; whether it is parked only the way can tell, and
 * the first time it does so is no news. */
struct trail *trail_new(const struct answers *answers);
void trail_free(struct trail *trail);
DEFINE_OWNED(trail, trail_free)

/* Forgets the news told so far. */
void trail_clear_news(struct trail *trail);

/* The way goes back, so that STEP and what follows lie ahead; a step without item: everything. */
void trail_rewind(struct trail *trail, struct step step);

/* Something has just been told at STEP, which comes next on the way: so it counts, and is no news.
 */
void trail_tell(struct trail *trail, struct step step);

/*
 * The way leads past STEP, where COUNTS says whether what was told there counts; a remark always
 * does. What lies ahead of STEP is off the way.
 */
void trail_pass(struct trail *trail, struct step step, gboolean counts);

/* The way is at its end: what still lies ahead is off it. */
void trail_end(struct trail *trail);

/* The news, in order: GArrays of struct step owned by the trail. Answers only; no skips. */
const GArray *trail_parked(const struct trail *trail);
const GArray *trail_restored(const struct trail *trail);
const GArray *trail_remarks(const struct trail *trail);
