/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two judges of one file, the reader and the schema for editors, and what they must agree on: is
 * its structure sound? What the reader's verdict rests on is the scope of each rule that it finds
 * broken (base/finding.h).
 */
#pragma once

#include <libxml/relaxng.h>

#include "base/rules.h"
#include "catalogue/catalogue.h"

/* VERDICT_UNKNOWN: a part of the file was not looked at. */
enum verdict { VERDICT_SOUND, VERDICT_FAULTY, VERDICT_UNKNOWN };

struct judges {
  xmlRelaxNGPtr schema;     /* content/rebond.rng */
  guint verdicts[3];        /* how often the reader came to each */
  gboolean met[RULE_COUNT]; /* what it has found so far */
};

struct judges *judges_new(void);
void judges_free(struct judges *judges);
DEFINE_OWNED(judges, judges_free)

/*
 * Fails the test, and shows what both say, unless they agree on TEXT; WHAT says where it comes
 * from. It is read by itself, with the topics, sheets and sources of PACK, or NULL.
 */
void judges_compare(struct judges *judges, const struct catalogue *pack, const char *text,
                    const char *what);
