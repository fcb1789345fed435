/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The checker, for the people who write packs: findings about what the reader cannot see from
 * one element alone, proofs that everything can be reached, the pack's examples run. All of it
 * goes to the same findings, so that one run shows every fault of every file.
 */
#pragma once

#include "catalogue/catalogue.h"
#include "prove/proof_options.h"

/*
 * Everything that can be said of CATALOGUE by itself: semantics.h, texts.h and, if asked for and
 * if CATALOGUE is sound and no error is found here, the proofs and the limits (proofs.h).
 * Conditions with errors prove nothing, so the proofs wait until they are mended.
 */
void check_pack(const struct catalogue *catalogue, const struct proof_options *options,
                struct findings *findings);

/* What would stand in an example instead of an expectation that is not met. */
struct correction {
  struct place place; /* of the expectation's < */
  char *element;      /* as it is written */
};

/*
 * Runs every *.xml of the folder DIRECTORY/examples, in byte order of their names: reads it, walks
 * it, makes the plan of its day and compares with its expectations. An unmet one is an error at its
 * line, with what came instead and why. Only for a catalogue without errors. A pack without that
 * folder has no examples. The number of examples run is returned. CORRECTIONS, a GPtrArray of
 * struct correction (which correction_free() frees), or NULL, is given one for each unmet
 * expectation, in their order. WAYS, a GPtrArray of struct way, or NULL, is given the answers of
 * all examples without errors, for proofs.
 */
guint check_examples(const struct catalogue *catalogue, const char *directory,
                     const struct proof_options *options, struct findings *findings,
                     GPtrArray *corrections, GPtrArray *ways);
void correction_free(struct correction *correction);

/*
 * The catalogues of translations (*.po files LOCALE/LL.po) held against the texts of the pack:
 * other markup or other answers than the source is an error, an untranslated or fuzzy text a
 * warning, each at the place of the text in the pack; a file that is none is an error in it.
 */
void check_translations(const struct catalogue *catalogue, const char *locale,
                        struct findings *findings);

/*
 * The entry of the rule NAME for `--explain`: name, severity, what it means, a wrong and a right
 * snippet. False if there is no such rule; NEAREST (may be NULL) is then a rule that may have been
 * meant, or NULL.
 */
gboolean check_explain(const char *name, const struct translator *translator, GString *out,
                       const char **nearest);

/* A line or two for each rule: its name, and what findings say by it. */
void check_explain_all(const struct translator *translator, GString *out);
