/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patterns of typed text. */
#include "support/suite.h"
#include "xml/pattern.h"

#include <unistd.h>

static const struct {
  const char *expression, *text;
  gboolean matches;
} cases[] = {
    {"[0-9]{5}", "75011", TRUE},
    {"[0-9]{5}", "7501", FALSE},
    {"[0-9]{5}", "750112", FALSE},
    {"[0-9]{5}", "x75011", FALSE},
    {"\\p{Lu}.*", "Élan", TRUE},
    {"\\p{Lu}.*", "élan", FALSE},
    {"a|b", "b", TRUE},
    {"a|b", "ab", FALSE},
    {"^a$", "a", FALSE},
    {"^a$", "^a$", TRUE},
    {"[a-z-[aeiou]]+", "xyz", TRUE},
    {"[a-z-[aeiou]]+", "xaz", FALSE},
    {"\\i\\c*", "name-1", TRUE},
    {"", "", TRUE},
    {"", "a", FALSE},
};

static void test_matches(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    OWNED(pattern) pattern = pattern_new(cases[i].expression);
    CU_ASSERT_PTR_NOT_NULL_FATAL(pattern);
    if (pattern_matches(pattern, cases[i].text) != cases[i].matches) {
      g_autofree char *what = g_strdup_printf("%s on %s", cases[i].expression, cases[i].text);
      CU_FAIL("a pattern matches what it should and nothing else");
      ASSERT_TEXT(what, "");
    }
  }
}

/* Runs pattern_new() with standard error in a file, and says how much was written there. */
static struct pattern *new_overheard(const char *expression, gint64 *told)
{
  g_autofree char *file = NULL;
  int other = g_file_open_tmp(NULL, &file, NULL);
  int kept = dup(STDERR_FILENO);
  fflush(stderr);
  dup2(other, STDERR_FILENO);
  struct pattern *pattern = pattern_new(expression);
  fflush(stderr);
  *told = lseek(other, 0, SEEK_END);
  dup2(kept, STDERR_FILENO);
  close(kept);
  close(other);
  unlink(file);
  return pattern;
}

static void test_malformed(void)
{
  static const char *const malformed[] = {"(a", "a)", "[a", "a{2", "*", "\\q", "\\p{Nope}"};
  for (gsize i = 0; i < G_N_ELEMENTS(malformed); i++) {
    gint64 told;
    OWNED(pattern) pattern = new_overheard(malformed[i], &told);
    CU_ASSERT_PTR_NULL(pattern);
    CU_ASSERT_EQUAL(told, 0);
    if (pattern)
      ASSERT_TEXT(malformed[i], "malformed");
  }
}

SUITE(pattern, {"a pattern matches the whole text, by Unicode", test_matches},
      {"a malformed pattern is none, and nothing is printed", test_malformed})
