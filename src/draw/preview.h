/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The preview: how a question, its help, its options and the advice in it will look, without
 * answering the way there. All alternatives stand one after the other, each with its condition.
 */
#pragma once

#include "catalogue/catalogue.h"
#include "prove/proof_options.h"

struct preview_options {
  const struct translator *translator; /* the program's */
  gboolean marks; /* the pack is shown in another language than its own: mark what is not in it */
  int width;      /* columns */
};

/* PART, a question or advice, with all that stands in it; NULL: every text of the pack. */
void preview_write(const struct catalogue *catalogue, const struct item *part,
                   const struct preview_options *options, GString *out);
