/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings: wording, order, the limit a file, and how they are printed. */
#include "base/finding.h"

#include <string.h>

#include "support/suite.h"

static const struct rule unknown = {
    .name = "unknown-thing", .severity = SEVERITY_ERROR, .message = "'{1}' is no {2}"};
static const struct rule odd = {
    .name = "odd-thing", .severity = SEVERITY_WARNING, .message = "odd"};

static const char *french(const struct translator *translator, const char *msgid)
{
  static const char *const messages[][2] = {
      {"'{1}' is no {2}", "« {1} » ne vaut pas {2}"},
      {"{1}; did you mean '{2}'?", "{1} ; vouliez-vous dire « {2} » ?"},
      {"first defined here", "défini ici d’abord"},
  };
  (void)translator;
  for (gsize i = 0; i < G_N_ELEMENTS(messages); i++)
    if (g_str_equal(messages[i][0], msgid))
      return messages[i][1];
  return msgid;
}

static const struct translator to_french = {.message = french};

static struct place at(const char *file, guint line, guint column)
{
  return (struct place){g_intern_string(file), line, column};
}

static void assert_printed(struct findings *findings, const char *expected)
{
  g_autoptr(GString) out = g_string_new(NULL);
  findings_print(findings, out);
  ASSERT_TEXT(out->str, expected);
}

static void test_order(void)
{
  OWNED(findings) findings = findings_new(NULL);
  findings_add(findings, &unknown, at("b.xml", 1, 1), "x", "name", NULL);
  findings_add(findings, &unknown, at("a.xml", 10, 2), "x", "name", NULL);
  findings_add(findings, &unknown, at("a.xml", 9, 30), "second", "name", NULL);
  findings_add(findings, &odd, at("a.xml", 9, 30), NULL);
  findings_add(findings, &unknown, at("a.xml", 9, 30), "third", "name", NULL);
  findings_add(findings, &odd, at("a.xml", 9, 4), NULL);
  assert_printed(findings, "a.xml:9:4: warning: odd [odd-thing]\n"
                           "a.xml:9:30: warning: odd [odd-thing]\n"
                           "a.xml:9:30: error: 'second' is no name [unknown-thing]\n"
                           "a.xml:9:30: error: 'third' is no name [unknown-thing]\n"
                           "a.xml:10:2: error: 'x' is no name [unknown-thing]\n"
                           "b.xml:1:1: error: 'x' is no name [unknown-thing]\n");
  CU_ASSERT_EQUAL(findings_count(findings, SEVERITY_ERROR), 4);
  CU_ASSERT_EQUAL(findings_count(findings, SEVERITY_WARNING), 2);
  CU_ASSERT_PTR_EQUAL(findings_get(findings, 0)->rule, &odd);
  CU_ASSERT_PTR_NULL(findings_get(findings, 6));
}

static void test_places(void)
{
  OWNED(findings) findings = findings_new(NULL);
  findings_add(findings, &odd, (struct place){0}, NULL);
  findings_add(findings, &odd, at("a.xml", 0, 0), NULL);
  findings_add(findings, &odd, at("a.xml", 3, 0), NULL);
  assert_printed(findings, "warning: odd [odd-thing]\n"
                           "a.xml: warning: odd [odd-thing]\n"
                           "a.xml:3: warning: odd [odd-thing]\n");
}

static void test_extras(void)
{
  OWNED(findings) findings = findings_new(&to_french);
  findings_add(findings, &unknown, at("a.xml", 1, 1), "lte", "un nom", NULL);
  findings_suggest(findings, "late");
  findings_relate(findings, at("b.xml", 7, 3), "first defined here");
  findings_add(findings, &unknown, at("a.xml", 2, 1), "zzz", "un nom", NULL);
  findings_suggest(findings, NULL);
  assert_printed(findings,
                 "a.xml:1:1: error: « lte » ne vaut pas un nom ; vouliez-vous dire « late » ? "
                 "[unknown-thing]\n"
                 "b.xml:7:3: note: défini ici d’abord\n"
                 "a.xml:2:1: error: « zzz » ne vaut pas un nom [unknown-thing]\n");
}

static void test_reason(void)
{
  OWNED(findings) findings = findings_new(NULL);
  findings_explain(findings, "nothing was found yet");
  findings_add(findings, &odd, at("a.xml", 1, 1), NULL);
  g_autofree char *reason = g_strnfill(200, 'x');
  findings_explain(findings, reason);
  g_autofree char *whole = g_strdup_printf("odd: %s", reason);
  ASSERT_TEXT(findings_get(findings, 0)->message, whole);
  findings_add(findings, &odd, at("a.xml", 2, 1), NULL);
  findings_explain(findings, "two\nlines");
  ASSERT_TEXT(findings_get(findings, 1)->message, "odd: two lines");
}

static void test_quotes(void)
{
  OWNED(findings) findings = findings_new(NULL);
  g_autoptr(GString) long_word = g_string_new(NULL);
  for (int i = 0; i < 500; i++)
    g_string_append(long_word, "é");
  findings_add(findings, &unknown, at("a.xml", 1, 1), long_word->str, "{1}", NULL);
  findings_add(findings, &unknown, at("a.xml", 2, 1), "two\nlines \x1b[2J", "name", NULL);
  g_string_truncate(long_word, 80 * strlen("é"));
  findings_add(findings, &unknown, at("a.xml", 3, 1), long_word->str, "name", NULL);
  g_autofree char *cut = g_strdup_printf("'%s…' is no {1}", long_word->str);
  g_autofree char *whole = g_strdup_printf("'%s' is no name", long_word->str);
  ASSERT_TEXT(findings_get(findings, 0)->message, cut);
  ASSERT_TEXT(findings_get(findings, 1)->message, "'two lines \xef\xbf\xbd[2J' is no name");
  ASSERT_TEXT(findings_get(findings, 2)->message, whole);
}

static void test_limit(void)
{
  OWNED(findings) findings = findings_new(NULL);
  for (guint i = 1; i <= FINDINGS_PER_FILE + 2; i++) {
    findings_add(findings, &odd, at("many.xml", i, 1), NULL);
    findings_suggest(findings, i > FINDINGS_PER_FILE ? "left out" : NULL);
    findings_relate(findings, at("many.xml", 1, 1), "note");
  }
  for (guint i = 1; i <= FINDINGS_PER_FILE + 1; i++)
    findings_add(findings, &unknown, at("more.xml", i, 1), "x", "name", NULL);
  findings_add(findings, &odd, at("after.xml", 1, 1), NULL);
  g_autoptr(GString) out = g_string_new(NULL);
  findings_print(findings, out);
  CU_ASSERT_EQUAL(findings_count(findings, SEVERITY_WARNING), FINDINGS_PER_FILE + 3);
  CU_ASSERT_EQUAL(findings_count(findings, SEVERITY_ERROR), FINDINGS_PER_FILE + 1);
  CU_ASSERT_PTR_NULL(findings_get(findings, 2 * FINDINGS_PER_FILE + 1));
  CU_ASSERT_PTR_NULL(strstr(out->str, "left out'"));
  CU_ASSERT_PTR_NOT_NULL(strstr(out->str, "many.xml:100:1: warning: odd [odd-thing]\n"
                                          "many.xml:1:1: note: note\n"
                                          "many.xml: 2 more findings left out\n"
                                          "more.xml:1:1:"));
  CU_ASSERT_TRUE(
      g_str_has_suffix(out->str, "[unknown-thing]\nmore.xml: 1 more finding left out\n"));
}

static void test_drop(void)
{
  OWNED(findings) findings = findings_new(NULL);
  for (guint i = 1; i <= FINDINGS_PER_FILE + 2; i++)
    findings_add(findings, &odd, at("many.xml", i, 1), NULL);
  findings_add(findings, &unknown, at("many.xml", 1, 1), "x", "name", NULL);
  findings_drop(findings, &odd);
  CU_ASSERT_EQUAL(findings_count(findings, SEVERITY_WARNING), 0);
  CU_ASSERT_EQUAL(findings_count(findings, SEVERITY_ERROR), 1);
  CU_ASSERT_EQUAL(findings_left_out(findings, g_intern_string("many.xml")), 1);
  findings_add(findings, &unknown, at("many.xml", 2, 1), "y", "name", NULL);
  assert_printed(findings, "many.xml:2:1: error: 'y' is no name [unknown-thing]\n"
                           "many.xml: 1 more finding left out\n");
}

static void test_whole_files(void)
{
  OWNED(findings) findings = findings_new(NULL);
  findings_add(findings, &unknown, at("a.xml", 1, 1), "x", "name", NULL);
  findings_add(findings, &odd, at("b.xml", 0, 0), NULL);
  assert_printed(findings, "b.xml: warning: odd [odd-thing]\n"
                           "a.xml:1:1: error: 'x' is no name [unknown-thing]\n");
}

static void test_unmask(void)
{
  OWNED(findings) findings = findings_new(NULL);
  findings_add(findings, &unknown, at("a.xml", 1, 1), "late", "name", NULL);
  findings_unmask(findings, "late");
  findings_add(findings, &unknown, at("a.xml", 2, 1), "l\u0430te", "name", NULL);
  findings_unmask(findings, "l\u0430te");
  assert_printed(findings, "a.xml:1:1: error: 'late' is no name [unknown-thing]\n"
                           "a.xml:2:1: error: 'l\u0430te' is no name: it holds a character that is "
                           "not what it looks like, U+0430 CYRILLIC SMALL LETTER A "
                           "[unknown-thing]\n");
}

SUITE(finding, {"sorted by place, then rule, then as found", test_order},
      {"what is unknown of a place is left out", test_places},
      {"suggestions and related places, translated", test_extras},
      {"a letter in disguise is named", test_unmask},
      {"a reason is whole, on one line", test_reason},
      {"quoted words are cut and cannot break a line", test_quotes},
      {"a file has at most so many, the rest is counted", test_limit},
      {"what is dropped is counted no more", test_drop},
      {"what is wrong with a whole file comes first", test_whole_files})
