/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the manual takes from the program's own tables, as rows of Markdown in one language. */
#pragma once

#include "base/translator.h"

/* Adds the table called NAME: "commands", "options", or "typed" (what can be typed at a question).
 * False if there is none such. */
gboolean tables_write(const char *name, const struct translator *translator, GString *out);

/* The third of them: typed.c */
void typed_write(const struct translator *translator, GString *out);
