/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verdicts of the proofs as findings. */
#pragma once

#include "prove/proofs.h"

/* Adds what the verdicts mean to FINDINGS; of nested places only the outermost is named. */
void verdicts_report(struct proofs *proofs, struct findings *findings);

/*
 * Proves the limits of the pack, as bounds over all ways through it: a limit that some answers
 * exceed is an error that names them, one that could be neither proved nor broken a warning.
 */
void verdicts_report_limits(struct proofs *proofs, struct findings *findings);
