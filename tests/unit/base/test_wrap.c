/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines on a terminal: width and wrapping. */
#include "base/text.h"

#include <string.h>

#include "support/suite.h"

static void test_width(void)
{
  CU_ASSERT_EQUAL(text_width(""), 0);
  CU_ASSERT_EQUAL(text_width("abc"), 3);
  CU_ASSERT_EQUAL(text_width("été"), 3);
  CU_ASSERT_EQUAL(text_width("e\u0301"), 1);
  CU_ASSERT_EQUAL(text_width("漢字"), 4);
  CU_ASSERT_EQUAL(text_width("🙂"), 2);
}

static void test_fit(void)
{
  static const struct {
    const char *text;
    int room;
    gsize fit; /* bytes */
  } cases[] = {
      {"", 3, 0},        {"abc", 3, 3},     {"abcd", 3, 3}, {"été là", 4, 6},
      {"ab   cd", 2, 5}, {"漢字", 3, 3},    {"漢字", 1, 0}, {"e\u0301a", 1, 3},
      {"a b", 0, 0},     {"ab é cd", 4, 6}, {"abc", -1, 0},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    gsize fit = text_fit(cases[i].text, strlen(cases[i].text), cases[i].room);
    if (fit != cases[i].fit)
      CU_FAIL(cases[i].text);
  }
}

struct wrapping {
  const char *text;
  int width, first;
  const char *indent, *expected;
};

static void assert_wraps(const struct wrapping *cases, gsize count)
{
  for (gsize i = 0; i < count; i++) {
    g_autoptr(GString) out = g_string_new(NULL);
    text_wrap(out, cases[i].text, cases[i].width, cases[i].first, cases[i].indent);
    ASSERT_TEXT(out->str, cases[i].expected);
  }
}

static void test_breaks(void)
{
  static const struct wrapping cases[] = {
      {"", 10, 0, "", ""},
      {"one two three", 7, 0, "", "one two\nthree"},
      {"one two three", 8, 0, "", "one two\nthree"},
      {"one two three", 6, 0, "", "one\ntwo\nthree"},
      {"one two three", 80, 0, "", "one two three"},
      {"one   two", 5, 0, "", "one\ntwo"},
      {"one two   ", 7, 0, "", "one two"},
      {"pre-war", 5, 0, "", "pre-\nwar"},
      {"漢字漢字", 5, 0, "", "漢字\n漢字"},
      {"ou e\u0301te\u0301 ou", 6, 0, "", "ou e\u0301te\u0301\nou"},
      {"tapez :fin ici", 8, 0, "", "tapez\n:fin ici"},
      {"voir plan.md ici", 10, 0, "", "voir\nplan.md\nici"},
      {"voir :été ici", 8, 0, "", "voir\n:été ici"},
      {"abc « de", 6, 0, "", "abc\n« de"},
  };
  assert_wraps(cases, G_N_ELEMENTS(cases));
}

static void test_glue(void)
{
  static const struct wrapping cases[] = {
      {"est-ce vrai\u202f? oui", 11, 0, "", "est-ce\nvrai\u202f? oui"},
      {"dit «\u00a0oui\u00a0» ou", 8, 0, "", "dit\n«\u00a0oui\u00a0»\nou"},
      {"dit « oui » ou", 5, 0, "", "dit\n« oui\n» ou"},
      {"dit « oui » ou", 8, 0, "", "dit\n« oui »\nou"},
      {"abc\u00a0def", 3, 0, "", "ab\nc\u00a0d\nef"}, /* too long: inside, but not at the glue */
  };
  assert_wraps(cases, G_N_ELEMENTS(cases));
}

static void test_numbers(void)
{
  static const struct wrapping cases[] = {
      {"on Monday 23 November", 14, 0, "", "on Monday\n23 November"},
      {"Monday 23 November 2026", 20, 0, "", "Monday\n23 November 2026"},
      {"1er décembre", 8, 0, "", "1er\ndécembre"}, /* there is no other place */
      {"dès le 1er décembre", 15, 0, "", "dès le\n1er décembre"},
      {"for (5 minutes)", 8, 0, "", "for\n(5\nminutes)"},
      {"it takes 5 minutes", 12, 0, "", "it takes\n5 minutes"},
      {"reste 40 % libre", 8, 0, "", "reste\n40 %\nlibre"},
      {"on paie 300 € net", 12, 0, "", "on paie\n300 € net"},
      {"vers 9 h 30, ou non", 9, 0, "", "vers\n9 h 30,\nou non"},
      {"in room 12, 5 people", 14, 0, "", "in room 12,\n5 people"},
      {"on 20 November, 10 am", 18, 0, "", "on 20 November,\n10 am"},
      {"from 3 and 1000 people", 10, 0, "", "from\n3 and 1000\npeople"},
      {"a 12 \"b\"", 4, 0, "", "a 12\n\"b\""},
      {"in November 2026", 11, 0, "", "in November\n2026"},
  };
  assert_wraps(cases, G_N_ELEMENTS(cases));
}

static void test_held(void)
{
  g_autofree char *held = text_hold("Le 23 novembre 2026, à 9 h 30, en 5 mots ou 6.");
  ASSERT_TEXT(held, "Le 23\u00a0novembre\u00a02026, à 9\u00a0h\u00a030, en 5\u00a0mots ou 6.");
  g_autofree char *without = text_hold("No number.");
  ASSERT_TEXT(without, "No number.");
}

static void test_indent(void)
{
  static const struct wrapping cases[] = {
      {"one two three", 9, 2, "  ", "one two\n  three"},
      {"one two three", 8, 2, "  ", "one\n  two\n  three"},
      {"three", 8, 6, "  ", "\n  three"},
      {"abcdefghij", 6, 5, "  ", "\n  abcd\n  efgh\n  ij"},
      {"one two", 3, 0, "> ", "one\n> t\n> w\n> o"},
  };
  assert_wraps(cases, G_N_ELEMENTS(cases));
}

static void test_long_words(void)
{
  static const struct wrapping cases[] = {
      {"abcdefgh", 3, 0, "", "abc\ndef\ngh"},
      {"a bcdefgh", 3, 0, "", "a\nbcd\nefg\nh"},
      {"ab", 0, 0, "", "a\nb"},
      {"漢字", 1, 0, "", "漢\n字"},
      {"e\u0301e\u0301", 1, 0, "", "e\u0301\ne\u0301"},
  };
  assert_wraps(cases, G_N_ELEMENTS(cases));
}

static void test_line_feeds(void)
{
  static const struct wrapping cases[] = {
      {"one\ntwo", 80, 0, "", "one\ntwo"},
      {"one \n\ntwo\n", 80, 0, "  ", "one\n\n  two\n"},
      {"\none", 80, 5, "..", "\n..one"},
      {"one two\nthree", 5, 0, "  ", "one\n  two\n  thr\n  ee"},
  };
  assert_wraps(cases, G_N_ELEMENTS(cases));
}

static void test_appends(void)
{
  g_autoptr(GString) out = g_string_new("1. ");
  text_wrap(out, "", 10, 3, "   ");
  ASSERT_TEXT(out->str, "1. "); /* the caller's own blank stays */
  text_wrap(out, "one two three", 10, 3, "   ");
  ASSERT_TEXT(out->str, "1. one two\n   three");
}

/* Random words: every line fits, none begins or ends with a blank, and no character is lost. */
static void test_any(void)
{
  static const char *const words[] = {"a",           "été",     "l’heure", "«\u00a0oui\u00a0»",
                                      "vrai\u202f!", "漢字",    "x-y-z",   "12:30",
                                      "e\u0301",     "🙂🙂"};
  g_autoptr(GRand) random = g_rand_new_with_seed(20261123);
  for (int round = 0; round < 2000; round++) {
    g_autoptr(GString) text = g_string_new(NULL);
    int count = g_rand_int_range(random, 1, 20);
    for (int i = 0; i < count; i++)
      g_string_append_printf(text, "%s%s", i ? " " : "",
                             words[g_rand_int_range(random, 0, G_N_ELEMENTS(words))]);
    int width = g_rand_int_range(random, 8, 30);
    g_autoptr(GString) out = g_string_new(NULL);
    text_wrap(out, text->str, width, 0, "");
    g_auto(GStrv) lines = g_strsplit(out->str, "\n", -1);
    for (char **line = lines; *line; line++)
      if (text_width(*line) > width || **line == ' ' || **line == '\0' ||
          g_str_has_suffix(*line, " "))
        CU_FAIL(out->str);
    g_string_replace(out, "\n", "", 0);
    g_string_replace(out, " ", "", 0);
    g_string_replace(text, " ", "", 0);
    ASSERT_TEXT(out->str, text->str);
  }
}

SUITE(wrap, {"width counts columns", test_width}, {"so does what fits", test_fit},
      {"lines end between words", test_breaks}, {"what does not break does not break", test_glue},
      {"numbers stay with what they count", test_numbers},
      {"numbers are held by no-break spaces", test_held},
      {"indents and filled columns count", test_indent},
      {"a word longer than a line is broken inside", test_long_words},
      {"line feeds stay", test_line_feeds}, {"text is appended", test_appends},
      {"every line fits and nothing is lost", test_any})
