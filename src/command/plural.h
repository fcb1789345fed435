/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which of its plural forms a language wants for a number: the rule in the header of a catalogue,
 * an expression of C over the number n (GNU gettext manual, "Additional functions for plural
 * forms").
 */
#pragma once

#include <glib.h>

/*
 * The form for N by RULE, such as "n%10==1 && n%100!=11 ? 0 : 1", which ends with the text or with
 * a semicolon or line. False if it is no such expression.
 */
gboolean plural_form(const char *rule, unsigned long n, unsigned long *form);
