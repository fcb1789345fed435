/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What people type, turned into stored values: numbers and labels of options, dates as they are
 * said in the language in use, numbers with a unit, times. Whether a value may stand is the walk's
 * to say (walk/value.h); here it is only understood.
 */
#pragma once

#include "walk/walk.h"

/*
 * The stored values that TEXT means at STEP, NULL-terminated (caller: g_strfreev). NULL if it
 * cannot be understood; *WHY then says what was understood and what would be accepted.
 */
char **typed_read(const struct pass *pass, struct step step, const char *text,
                  const struct translator *translator, const char *language, char **why);

/* A day said in words or figures ("hier", "last Tuesday", "12/11", "12 nov", "2026-11-12"), or 0.
 * Days without a year are the latest such day up to TODAY, unless FUTURE. */
int typed_date(const char *text, int today, gboolean future, const struct translator *translator,
               const char *language);

/* True for yes, *YES set, in the interface's language and in English; false if it is neither yes
 * nor no. */
gboolean typed_yes_no(const char *text, const struct translator *translator, gboolean *yes);
