/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the fuzzers share. Each defines LLVMFuzzerTestOneInput(), which ends the program where
 * something that must hold does not; libFuzzer calls it with bytes of its own, replay.c with those
 * of a corpus.
 */
#pragma once

#include <stdint.h>

#include "catalogue/catalogue.h"
#include "plan/plan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The day on which everything happens: Monday 23 November 2026. */
int fuzz_today(void);

/* The pack FUZZ_PACK, one for the whole run. */
const struct catalogue *fuzz_catalogue(void);

/* The pack of one theme whose file has these bytes; NULL if it has errors. Its findings are written
 * either way. Caller frees. */
struct catalogue *fuzz_theme(const char *bytes, gsize size);

/* The path of a file with these bytes, the one of NAME until the next call. */
const char *fuzz_file(const char *name, const char *bytes, gsize size);

/* Writes PLAN in every format. */
void fuzz_report(const struct plan *plan);

/* Shows WHY something does not hold, and ends the program. */
void fuzz_fail(const char *why, const char *first, const char *second) G_GNUC_NORETURN;
