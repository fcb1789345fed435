/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that a person could type where a pattern is asked for. */
#include "prove/sample.h"
#include "support/suite.h"
#include "xml/pattern.h"

/* The samples of PATTERN, a / between them. Caller frees. */
static char *samples_of(const char *pattern, gboolean *all)
{
  g_autoptr(GPtrArray) texts = sample_texts(pattern, &caps_usual, all);
  g_ptr_array_add(texts, NULL);
  return g_strjoinv("/", (char **)texts->pdata);
}

/* Patterns of which every text is a sample. */
static void test_all(void)
{
  static const char *const trials[][2] = {
      {"a\\sb", "a b/a\tb/a\nb"},
      {"x{7}", "xxxxxxx"},
      {"abc", "abc"},
      {"a|b|", "/a/b"},
      {"[a-c]", "a/b/c"},
      {"[é-ëx]", "é/ê/ë/x"},
      {"a?b", "b/ab"},
      {"(a|b)(c|d)", "ac/ad/bc/bd"},
      {"x{2}", "xx"},
      {"x{1,3}", "x/xx/xxx"},
      {"\\.", "."},
      {"a\\nb", "a\nb"},
      {"a\\tb", "a\tb"},
      {"[\\-.]", "-/."},
      {"((a))|[b\\]]", "a/b/]"},
      {"a\\(b\\)", "a(b)"},
      {"[a-]", "a/-"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(trials); i++) {
    gboolean all = FALSE;
    g_autofree char *samples = samples_of(trials[i][0], &all);
    ASSERT_TEXT(samples, trials[i][1]);
    CU_ASSERT(all);
  }
}

/* Patterns of which there are others: all that is given matches, and there is some. */
static void test_some(void)
{
  static const char *const patterns[] = {
      "\\d{5}",     "\\d+",       "\\w+",        "\\W",
      "\\S\\D",     "\\i\\c*",    "\\p{Lu}x",    "\\P{Nd}",
      ".",          ".*",         "x+",          "x{2,}",
      "[^a]",       "[^a-z0-9]+", "[\\d-]",      "[a-z-[aeiou]]",
      "[\\p{L}.]+", "(a|\\d){2}", "[^\\s]{1,2}", "[A-Z]{2}[0-9]{3}",
  };
  for (gsize i = 0; i < G_N_ELEMENTS(patterns); i++) {
    gboolean all = TRUE;
    OWNED(pattern) compiled = pattern_new(patterns[i]);
    CU_ASSERT_FATAL(compiled != NULL);
    g_autoptr(GPtrArray) texts = sample_texts(patterns[i], &caps_usual, &all);
    CU_ASSERT(texts->len > 0 && !all);
    if (!texts->len || all)
      printf("\n%s: %u texts%s\n", patterns[i], texts->len, all ? ", said to be all" : "");
    for (guint j = 0; j < texts->len; j++)
      CU_ASSERT(pattern_matches(compiled, texts->pdata[j]));
  }
}

/* What is none gives none, and not all. */
static void test_none(void)
{
  static const char *const patterns[] = {"(", "[a", "a)b", "\\", "a{2", "\\p{L", "*"};
  for (gsize i = 0; i < G_N_ELEMENTS(patterns); i++) {
    gboolean all = TRUE;
    g_autofree char *samples = samples_of(patterns[i], &all);
    ASSERT_TEXT(samples, "");
    CU_ASSERT(!all);
  }
}

static void test_caps(void)
{
  gboolean all;
  struct caps few = caps_usual;
  few.of[CAP_SAMPLES] = 2;
  g_autoptr(GPtrArray) some = sample_texts("[a-c]|x{2}", &few, &all);
  CU_ASSERT(some->len == 2 && !all);
  g_autoptr(GPtrArray) every = sample_texts("[a-c]|x{2}", &caps_usual, &all);
  CU_ASSERT(every->len == 4 && all);
}

SUITE(sample, {"all texts of a small pattern", test_all},
      {"texts of a large one match it", test_some}, {"what is no pattern has none", test_none},
      {"a cap says what it leaves out", test_caps})
