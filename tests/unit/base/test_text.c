/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text cleaned, folded, counted, and matched to names. */
#include "base/text.h"

#include <string.h>

#include "support/suite.h"

#define REPLACED "\xef\xbf\xbd"

static void test_clean(void)
{
  static const char *const cases[][2] = {
      {"plain é 漢字 🙂", "plain é 漢字 🙂"},
      {"a\tb", "a b"},
      {"a\r\nb\n", "a\nb\n"},
      {"a\rb", "a" REPLACED "b"},
      {"\x1b[2J", REPLACED "[2J"},
      {"\x7f\x01", REPLACED REPLACED},
      {"\xc2\x85\xc2\x9b", REPLACED REPLACED},
      {"\u202eabc\u202c\u2066x\u2069", REPLACED "abc" REPLACED REPLACED "x" REPLACED},
      {"\u200eא\u200f", "\u200eא\u200f"},
      {"\xff\xc3", REPLACED REPLACED},
      {"\u00a0\u202f", "\u00a0\u202f"},
      {"a\ufffe\uffff", "a" REPLACED REPLACED},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *cleaned = text_clean(cases[i][0], -1);
    ASSERT_TEXT(cleaned, cases[i][1]);
  }
}

static void test_clean_length(void)
{
  g_autofree char *part = text_clean("abcdef", 3);
  ASSERT_TEXT(part, "abc");
  g_autofree char *nul = text_clean("a\0b", 3);
  ASSERT_TEXT(nul, "a" REPLACED "b");
  g_autofree char *cut = text_clean("é", 1);
  ASSERT_TEXT(cut, REPLACED);
}

static void test_fold(void)
{
  static const char *const cases[][2] = {
      {"Été", "ete"},        {"  Non,\u00a0pas \n encore ", "non, pas encore"},
      {"CŒUR", "coeur"},     {"j’ai", "j'ai"},
      {"Straße", "strasse"}, {"ＡＢ１", "ab1"},
      {"garçon", "garcon"},  {"garc\u0327on", "garcon"},
      {"が", "か\u3099"},    {"", ""},
      {"Ægir", "aegir"},     {"Smørrebrød", "smorrebrod"},
      {"Łódź", "lodz"},      {"\xff", REPLACED},
      {"क्ष", "क्ष"}, /* with a virama */
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *folded = text_fold(cases[i][0]);
    ASSERT_TEXT(folded, cases[i][1]);
  }
}

static void test_words(void)
{
  static const struct {
    const char *text;
    guint words;
  } cases[] = {
      {"", 0},
      {" … ! ", 0},
      {"one", 1},
      {"Merci pour votre accueil, vraiment !", 5},
      {"aujourd’hui, l'heure", 2},
      {"3,5 km à 9:30", 5},
      {"a-b", 2},
      {"«L’été», (dit-il)…", 3},
      {"5'3 l'1 d’", 4},
      {"'tis d’été-l’œuvre", 3},
      {"aʼb ǉubav ma\u0301 漢字", 5},
      {"e.g. 3.5, 9:30: fin.", 5},
      {"un\u202fmot à\u00a0part", 3},
      {"Fin_de 12 m², été\u0301 (là): c’est ça.", 8},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    guint words = text_words(cases[i].text);
    if (words != cases[i].words)
      CU_FAIL(cases[i].text);
  }
}

static void test_nearest(void)
{
  static const char *const names[] = {"prompt", "option", "question", "when", "été", "of", NULL};
  static const char *const cases[][2] = {
      {"promt", "prompt"},      {"opiton", "option"},
      {"optoin", "option"},     {"questions", "question"},
      {"wen", "when"},          {"ete", NULL},
      {"étè", "été"},           {"fo", NULL},
      {"banana", NULL},         {"", NULL},
      {"qeustoin", "question"}, {"when", "when"},
      {"whe\xc3", NULL},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    ASSERT_TEXT(text_nearest(cases[i][0], names), cases[i][1]);
}

static void test_nearest_long(void)
{
  g_autofree char *word = g_strnfill(1 << 20, 'x');
  g_autofree char *name = g_strnfill((1 << 20) + 1, 'x');
  const char *const names[] = {name, "x", NULL};
  CU_ASSERT_PTR_NULL(text_nearest(word, names));
  CU_ASSERT_PTR_NULL(text_nearest("xy", names));
}

static void test_nearest_first(void)
{
  const char *const names[] = {"late", "rate", "lates", NULL};
  ASSERT_TEXT(text_nearest("mate", names), "late");
}

/* Every code point, among others that are clean. */
static void test_is_clean(void)
{
  for (gunichar c = 1; c < 0x30000; c++) {
    if (!g_unichar_validate(c))
      continue;
    char text[32] = "ab";
    gsize length = 2 + (gsize)g_unichar_to_utf8(c, text + 2);
    memcpy(text + length, "é", 2);
    g_autofree char *cleaned = text_clean(text, (gssize)length + 2);
    if (text_is_clean(text, length + 2) != g_str_equal(cleaned, text))
      CU_FAIL(cleaned);
  }
}

static void test_no_text(void)
{
  static const struct {
    const char *text;
    gsize length;
    gboolean clean;
  } cases[] = {
      {"", 0, TRUE},
      {"0123456789", 10, TRUE},
      {"0123456789\0abcdefg", 18, FALSE},
      {"0123456789\xe2\x80", 12, FALSE},
      {"012\xff"
       "3456789",
       11, FALSE},
      {"\xed\xa0\x80 a surrogate", 15, FALSE},
      {"\xc0\xaf overlong", 10, FALSE},
      {"0123456\x80 alone", 13, FALSE},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    CU_ASSERT_EQUAL(text_is_clean(cases[i].text, cases[i].length), cases[i].clean);
}

static void test_folded_length(void)
{
  static const struct {
    const char *text;
    gsize folded;
  } cases[] = {
      {"", 0},          {"one", 3},       {"one word", 8}, {" one", 0},      {"one ", 3},
      {"one  word", 3}, {"one\nword", 3}, {"one \n", 3},   {"one\tword", 3}, {"né à\x7f", 7},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    CU_ASSERT_EQUAL(text_folded_length(cases[i].text, strlen(cases[i].text)), cases[i].folded);
}

static void test_disguised(void)
{
  static const char *const cases[][2] = {
      {"late on arrival", NULL},
      {"été", NULL},
      {"поздно", NULL},
      {"a\u00a0b", "U+00A0 NO-BREAK SPACE"},
      {"l\u0430te", "U+0430 CYRILLIC SMALL LETTER A"},
      {"la\u200bte", "U+200B ZERO WIDTH SPACE"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *character = text_disguised(cases[i][0]);
    ASSERT_TEXT(character, cases[i][1]);
  }
}

static void test_sentence(void)
{
  static const char *const cases[][2] = {
      {"je respire", "Je respire."},
      {"Fini.", "Fini."},
      {"il a dit : « Venez. »", "Il a dit : « Venez. »"},
      {"(cela sonne.)", "(cela sonne.)"},
      {"vraiment ?", "Vraiment ?"},
      {"élan", "Élan."},
      {"", ""},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *sentence = text_sentence(cases[i][0]);
    ASSERT_TEXT(sentence, cases[i][1]);
  }
}

static void test_capital(void)
{
  static const char *const cases[][2] = {{"mardi 24", "Mardi 24"}, {"à 10 h", "À 10 h"},
                                         {"iOS 9", "iOS 9"},       {"Tuesday", "Tuesday"},
                                         {"24 mars", "24 mars"},   {"", ""}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *capital = text_capital(cases[i][0]);
    ASSERT_TEXT(capital, cases[i][1]);
  }
}

static void test_last_character(void)
{
  static const char *const last[] = {"x", "é", "e\u0301", "👨\u200d👩\u200d👧", "🇫🇷"};
  for (gsize i = 0; i < G_N_ELEMENTS(last); i++) {
    g_autofree char *text = g_strconcat("a👧", last[i], NULL);
    CU_ASSERT_EQUAL(text_last_character(text, strlen(text)), strlen("a👧"));
    CU_ASSERT_EQUAL(text_last_character(last[i], strlen(last[i])), 0);
  }
}

static void test_shorten(void)
{
  static const struct {
    const char *text;
    glong most;
    const char *short_text;
  } cases[] = {
      {"", 4, ""},
      {"été", 3, "été"},
      {"un été long", 6, "un été…"}, /* the blank may stand behind the last */
      {"un été long", 5, "un…"},
      {"étéslongs", 3, "été…"},
      {"un\nété", 9, "un été"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *shortened = text_shorten(cases[i].text, cases[i].most);
    ASSERT_TEXT(shortened, cases[i].short_text);
  }
}

static void slips(void)
{
  static const char *const apart[][2] = {
      {"thanks", "thank"}, {"thank", "thnak"}, {"thank", "thenk"}, {"été-a", "éte-a"}};
  static const char *const others[][2] = {{"thanks", "thanks"},
                                          {"thanks", "than"},
                                          {"step-1", "step-2"},
                                          {"step1", "step12"},
                                          {"part-a", "part-b"},
                                          {"ab", "ac"},
                                          {"", "a"},
                                          {"if-gap", "if-max"}};
  for (guint i = 0; i < G_N_ELEMENTS(apart); i++) {
    CU_ASSERT_TRUE(text_is_slip(apart[i][0], apart[i][1]));
    CU_ASSERT_TRUE(text_is_slip(apart[i][1], apart[i][0]));
  }
  for (guint i = 0; i < G_N_ELEMENTS(others); i++)
    CU_ASSERT_FALSE(text_is_slip(others[i][0], others[i][1]));
  g_autofree char *longest = g_strnfill(101, 'a'), *longer = g_strnfill(102, 'a');
  CU_ASSERT_FALSE(text_is_slip(longest, longer));
}

SUITE(text, {"what a terminal would obey is taken out", test_clean},
      {"a part is cleaned as a part", test_clean_length},
      {"clean is what cleaning leaves as it is", test_is_clean},
      {"bytes that are no text are not clean", test_no_text},
      {"case, accents, width and blanks do not count", test_fold},
      {"words that single spaces part are folded", test_folded_length},
      {"words are counted as a reader does", test_words},
      {"a slip finds the name that was meant", test_nearest},
      {"a long word costs nothing", test_nearest_long},
      {"of equally near names the first is taken", test_nearest_first},
      {"a slip is one edit, and no next one of a row", slips},
      {"what is not what it looks like is named", test_disguised},
      {"what is long is cut after a word", test_shorten},
      {"a sentence has a capital and an end", test_sentence},
      {"a capital spares a word with letters of its own", test_capital},
      {"the last character as it is seen", test_last_character})
