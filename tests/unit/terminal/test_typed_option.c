/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options as people name them, and every kind of question read through one door. */
#include <string.h>

#include "base/date.h"
#include "french.h"
#include "support/pack.h"
#include "support/suite.h"
#include "terminal/typed.h"

/* A walk that stands at the only question, THEME, of a pack. */
struct asked {
  struct test_pack *pack;
  struct walk *walk;
};

static struct asked ask(const char *theme)
{
  struct asked asked = {.pack = test_pack_new(NULL, theme)};
  CU_ASSERT_EQUAL_FATAL(findings_count(asked.pack->findings, SEVERITY_ERROR), 0);
  asked.walk = walk_new(asked.pack->catalogue, answers_new(asked.pack->catalogue),
                        date_from_ymd(2026, 11, 23), &french);
  return asked;
}

static void done(struct asked *asked)
{
  walk_free(asked->walk);
  test_pack_free(asked->pack);
}

/* "TEXT => values", or "TEXT => ! why". */
static void expect(const struct asked *asked, const char *text, const char *expected)
{
  g_autofree char *why = NULL;
  g_auto(GStrv) values =
      typed_read(walk_pass(asked->walk), walk_current(asked->walk), text, &french, "fr", &why);
  g_autofree char *list = values ? g_strjoinv(" ", values) : g_strconcat("! ", why, NULL);
  g_autofree char *seen = g_strdup_printf("%s => %s", text, list);
  g_autofree char *wanted = g_strdup_printf("%s => %s", text, expected);
  ASSERT_TEXT(seen, wanted);
  CU_ASSERT_EQUAL(values != NULL, why == NULL);
}

#define CHOICE                                                                                     \
  "<question id='q' kind='choice'><prompt>?</prompt>"                                              \
  "<option value='briefly'><label>Oui, en une phrase</label></option>"                             \
  "<option value='at-length'><label>Oui, longuement</label></option>"                              \
  "<option value='no'><label>Non, pas à l’époque</label></option>"                             \
  "<option value='unsure'><label>Été comme hiver</label></option></question>"

static void test_choice(void)
{
  struct asked asked = ask(CHOICE);
  static const char *const cases[][2] = {
      {"1", "briefly"},
      {"2.", "at-length"},
      {" 3) ", "no"},
      {"Oui, longuement", "at-length"},
      {"OUI, LONG", "at-length"},
      {"oui, en", "briefly"},
      {"non", "no"},
      {"n", "no"},
      {"no", "no"},
      {"ete", "unsure"},
      {"ÉTÉ", "unsure"},
      {"a l'epoque", "no"},
      {"longuement", "at-length"},
      {"hiver", "unsure"},
      {"at-length", "at-length"},
      {"oui",
       "! 'oui' fits 1 (Oui, en une phrase) et 2 (Oui, longuement); type one of the numbers"},
      {"yes",
       "! 'yes' fits 1 (Oui, en une phrase) et 2 (Oui, longuement); type one of the numbers"},
      {"5",
       "! '5' is none of the answers; type a number from 1 to 4, or the beginning of an answer"},
      {"0",
       "! '0' is none of the answers; type a number from 1 to 4, or the beginning of an answer"},
      {"peut-être", "! 'peut-être' is none of the answers; type a number from 1 to 4, or the "
                    "beginning of an answer"},
      {"1-2", "! '1-2' is none of the answers; type a number from 1 to 4, or the beginning of an "
              "answer"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    expect(&asked, cases[i][0], cases[i][1]);
  done(&asked);
}

static void test_yes_and_no(void)
{
  struct asked asked = ask("<question id='q' kind='choice'><prompt>?</prompt>"
                           "<option value='no'/><option value='yes'/>"
                           "<option value='later'><label>Oui mais plus tard</label></option>"
                           "</question>");
  expect(&asked, "oui", "yes");
  expect(&asked, "o", "yes");
  expect(&asked, "y", "yes");
  expect(&asked, "Non", "no");
  expect(&asked, "oui mais", "later");
  g_autofree char *label =
      typed_label(walk_pass(asked.walk), walk_current(asked.walk), "yes", &french);
  ASSERT_TEXT(label, "Oui");
  done(&asked);
}

static void test_choices(void)
{
  struct asked asked =
      ask("<question id='q' kind='choices'><prompt>?</prompt>"
          "<option value='a'><label>Les idées, claires</label></option>"
          "<option value='b'><label>Le calme</label></option>"
          "<option value='c'><label>Les questions</label></option>"
          "<option value='d'><label>L’accueil</label></option>"
          "<option value='e'><label>Écoute</label></option>"
          "<option value='f'><label>Humour</label></option>"
          "<option value='z' exclusive='yes'><label>Rien de tout cela</label></option></question>");
  static const char *const cases[][2] = {
      {"2-4,6", "b c d f"},
      {"2 - 4 , 6", "b c d f"},
      {"6,2-4", "b c d f"},
      {"1 3 5", "a c e"},
      {"1 et 3", "a c"},
      {"1,1,1", "a"},
      {"1;2", "a b"},
      {"le calme", "b"},
      {"les idées, claires", "a"},
      {"les idées, claires, humour", "a f"},
      {"humour, ecoute, 2", "b e f"},
      {"rien", "z"},
      {"1,rien", "a z"},
      {"1,", "a"},
      {"les", "! 'les' fits 1 (Les idées, claires) et 3 (Les questions); type one of the numbers"},
      {"4-2", "! '4-2' is none of the answers; type a number from 1 to 7, or the beginning of an "
              "answer"},
      {"1,9", "! '9' is none of the answers; type a number from 1 to 7, or the beginning of an "
              "answer"},
      {",", "! no answer was named; type a number or the beginning of one"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    expect(&asked, cases[i][0], cases[i][1]);
  done(&asked);
}

static void test_scale(void)
{
  struct asked asked = ask("<question id='q' kind='scale' min='1' max='5'><prompt>?</prompt>"
                           "<low>Pas du tout</low><high>Très</high></question>");
  expect(&asked, "3", "3");
  expect(&asked, "3/5", "3");
  expect(&asked, "tres", "5");
  expect(&asked, "pas du tout", "1");
  expect(&asked, "bof", "! 'bof' is no number; type it in figures");
  g_autofree char *hint = typed_hint(walk_pass(asked.walk), walk_current(asked.walk), NULL);
  ASSERT_TEXT(hint, "a number from 1 (Pas du tout) to 5 (Très)");
  done(&asked);
}

/* Once there is an answer that bounds the number, it is part of what can be typed. */
static void test_number_of_another(void)
{
  struct asked asked = ask("<question id='had' kind='number' min='0'><prompt>?</prompt></question>"
                           "<question id='kept' kind='number' min='0' max='$had'><prompt>?</prompt>"
                           "</question>");
  static const char *const had[] = {"5", NULL};
  g_autofree char *why = NULL, *open = NULL, *hint = NULL;
  CU_ASSERT(walk_skip(asked.walk, &why));
  open = typed_hint(walk_pass(asked.walk), walk_current(asked.walk), NULL);
  ASSERT_TEXT(open, "a number");
  CU_ASSERT(walk_back(asked.walk) && walk_answer(asked.walk, had, &why));
  hint = typed_hint(walk_pass(asked.walk), walk_current(asked.walk), NULL);
  ASSERT_TEXT(hint, "a number from 0 to 5");
  done(&asked);
}

/* The bounds of the question tell which year is meant. */
static void test_date(void)
{
  struct asked past = ask("<question id='q' kind='date' max='today'><prompt>?</prompt></question>");
  expect(&past, "mardi", "2026-11-17");
  expect(&past, "2/12", "2025-12-02");
  expect(&past, "bientôt",
         "! 'bientôt' is no day that I can read; type a day, such as yesterday, last Tuesday, 12 "
         "November or 12/11");
  done(&past);
  struct asked ahead =
      ask("<question id='q' kind='date' min='today'><prompt>?</prompt></question>");
  expect(&ahead, "mardi", "2026-11-24");
  expect(&ahead, "2/12", "2026-12-02");
  expect(&ahead, "12/11", "2027-11-12");
  done(&ahead);
}

/* Of two days that may stand the one on the side on which there is more room. */
static void test_weekday(void)
{
  struct asked back = ask(
      "<question id='q' kind='date' min='today-400' max='today+120'><prompt>?</prompt></question>");
  expect(&back, "mardi", "2026-11-17");
  done(&back);
  struct asked on = ask(
      "<question id='q' kind='date' min='today-30' max='today+200'><prompt>?</prompt></question>");
  expect(&on, "mardi", "2026-11-24");
  expect(&on, "lundi", "2026-11-30");
  done(&on);
  struct asked open =
      ask("<question id='q' kind='date' min='today-30'><prompt>?</prompt></question>");
  expect(&open, "mardi", "2026-11-24");
  done(&open);
}

static void test_other_kinds(void)
{
  struct asked time = ask("<question id='q' kind='time'><prompt>?</prompt></question>");
  expect(&time, "9 h 30", "09:30");
  expect(&time, "tard", "! 'tard' is no time of day; type a time, such as 9:30 or 2 pm");
  done(&time);
  struct asked number =
      ask("<question id='q' kind='number' unit='minutes'><prompt>?</prompt></question>");
  expect(&number, "12 min", "12");
  expect(&number, "2 h", "! understood 2, but not 'h'; the number is of minutes");
  done(&number);
  struct asked text = ask("<question id='q' kind='text'><prompt>?</prompt></question>");
  expect(&text, " Altaïr\nParis ", "Altaïr Paris");
  done(&text);
  struct asked note = ask("<question id='q' kind='note'><prompt>?</prompt></question>");
  expect(&note, "un\n\ndeux\n", "un\n\ndeux");
  done(&note);
}

SUITE(typed_option, {"an option is a number, a label or a beginning of it", test_choice},
      {"yes and no need no label", test_yes_and_no},
      {"several options are lists, ranges and labels", test_choices},
      {"the ends of a scale have words", test_scale},
      {"an answer that bounds a number is told", test_number_of_another},
      {"the bounds of a question choose the year", test_date},
      {"the bounds of a question choose the week", test_weekday},
      {"times, numbers, texts and notes are read by their kind", test_other_kinds})
