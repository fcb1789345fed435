/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left where a part of a sentence turned out empty. */
#include "walk/spacing.h"

#include "support/suite.h"

/* Parts are separated by |; an empty part turned out empty. */
static const struct {
  const char *parts, *closed;
} cases[] = {
    {"Merci || chez vous", "Merci chez vous"},
    {"Bonjour ||, merci", "Bonjour, merci"},
    {"Bonjour || , merci", "Bonjour, merci"},
    {"Merci||.", "Merci."},
    {"Merci ||.", "Merci."},
    {"un ||…", "un…"},
    {"avec || ?", "avec ?"},
    {"avec ||?", "avec?"},
    {"avec ||\u00a0?", "avec\u00a0?"},
    {"avec ||\u202f!", "avec\u202f!"},
    {"avec\u00a0||\u202f!", "avec\u202f!"},
    {"à\u00a0|| heures", "à heures"},
    {"( || 2026)", "(2026)"},
    {"(|| 2026 ||)", "(2026)"},
    {"(| || 2026", "(2026"},
    {"|| Merci", "Merci"},
    {"||\u00a0Merci", "Merci"},
    {"Merci ||", "Merci"},
    {"a || || b", "a b"},
    {"a | || | b", "a b"},
    {"a || ||, b", "a, b"},
    {"a |||| b", "a b"},
    {"||", ""},
    {" || ", ""},
    {"|a||", "a"},
    /* without an empty part only doubled spaces go */
    {"a | b", "a b"},
    {"a |, b", "a , b"},
    {"a|\u00a0: b", "a\u00a0: b"},
    {" a | b ", "a b"},
    {"( |a)", "( a)"},
    {"||12.5", "12.5"},
    {"a|b", "ab"},
};

static void test_cases(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_auto(GStrv) parts = g_strsplit(cases[i].parts, "|", -1);
    spacing_close_up(parts, g_strv_length(parts));
    g_autofree char *closed = g_strjoinv("", parts);
    ASSERT_TEXT(closed, cases[i].closed);
  }
}

SUITE(spacing, {"white space closes up around what is empty", test_cases})
