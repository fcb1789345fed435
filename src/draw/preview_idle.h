/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Answers from which nothing follows: options in which nothing stands, that no opening answers, and
 * that no condition tells from no answer. It is no fault: one of each question may be what is left,
 * "no" or "something else", and an option may be there for people to find themselves in.
 */
#pragma once

#include "catalogue/catalogue.h"

struct preview_idle;

/* Borrows CATALOGUE, which has no errors. */
struct preview_idle *preview_idle_new(const struct catalogue *catalogue);
void preview_idle_free(struct preview_idle *idle);
DEFINE_OWNED(preview_idle, preview_idle_free)

/*
 * Those of ITEM, if it is a question of which nothing needs all the answers (to quote, count, show
 * or offer them), but for the one that says that nothing else is true, and the only one of a
 * question with one answer: GPtrArray of const struct option; caller unrefs.
 */
GPtrArray *preview_idle_of(const struct preview_idle *idle,
                           const struct item *item) G_GNUC_WARN_UNUSED_RESULT;
