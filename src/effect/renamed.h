/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What has another name in another version of a pack: what says there, and alone, just what it says
 * here, while neither name is known in the other version. Names are ids; of an option
 * QUESTION=VALUE, and of a draft "draft ID".
 */
#pragma once

#include "catalogue/catalogue.h"
#include "reader/example.h"

struct renamed;

/* Nothing of FROM and TO is kept. */
struct renamed *renamed_new(const struct catalogue *from, const struct catalogue *to);
void renamed_free(struct renamed *renamed);
DEFINE_OWNED(renamed, renamed_free)

/* What FROM calls NAME is called so in TO: borrowed from either. */
const char *renamed_name(const struct renamed *renamed, const char *name);

/* EXAMPLE, which was written for FROM, in the names of TO. Of several choices those that TO does
 * not offer are left out: who has an answer more to choose from gives the others all the same. It
 * borrows from EXAMPLE and from RENAMED, and lives in ARENA. */
const struct example *renamed_example(const struct renamed *renamed, const struct example *example,
                                      const struct catalogue *to, struct arena *arena);
