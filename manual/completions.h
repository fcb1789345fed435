/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Completions for shells, from the tables of commands and options. They are in English, as what is
 * completed. */
#pragma once

#include <glib.h>

/* Adds the completion for SHELL: "bash", "zsh" or "fish". False if it is none of them. */
gboolean completions_write(const char *shell, GString *out);
