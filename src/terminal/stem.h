/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stems: questions that are a sentence with a gap, and the words that go there. */
#pragma once

#include "walk/walk.h"

/*
 * TYPED as it goes into the sentence of STEP: what it repeats of the words before the gap is left
 * out ("about pay" in "They asked me about …"). Nothing else is changed. Caller frees.
 */
char *stem_trim(const struct voice *voice, struct step step,
                const char *typed) G_GNUC_WARN_UNUSED_RESULT;
