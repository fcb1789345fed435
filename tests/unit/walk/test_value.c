/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which values may stand at a question, and what is said of those that may not. */
#include "walk/value.h"

#include <string.h>

#include "base/date.h"
#include "support/pack.h"
#include "support/suite.h"

static const char theme[] =
    "<question id='when' kind='date' min='today-30' max='today' default='today-1'>"
    "<prompt>Quel jour ?</prompt></question>"
    "<question id='late' kind='choice' default='no'><prompt>En retard ?</prompt>"
    "<option value='yes'/><option value='no'/>"
    "<option value='never' when=\"$when = '2026-11-19'\"><label>Jamais</label></option></question>"
    "<question id='minutes' kind='number' min='0' max='180' unit='minutes'><prompt>Combien "
    "?</prompt>"
    "</question>"
    "<question id='rate' kind='number' decimals='yes' min='0.5'><prompt>Taux ?</prompt></question>"
    "<question id='mood' kind='scale' min='1' max='5'><prompt>Humeur ?</prompt></question>"
    "<question id='at' kind='time' min='08:00' max='18:30'><prompt>Heure ?</prompt></question>"
    "<question id='good' kind='choices' min='2' max='3'><prompt>Bien ?</prompt>"
    "<option value='a'><label>Un</label></option><option value='b'><label>Deux</label></option>"
    "<option value='c'><label>Trois</label></option><option "
    "value='d'><label>Quatre</label></option>"
    "</question>"
    "<question id='bad' kind='choices'><prompt>Mal ?</prompt>"
    "<option value='a'><label>Un</label></option><option value='b'><label>Deux</label></option>"
    "<option value='none' exclusive='yes'><label>Rien de cela</label></option></question>"
    "<question id='one' kind='choice' from='good'><prompt>Lequel ?</prompt></question>"
    "<question id='code' kind='text' pattern='[0-9]{5}'><prompt>Code ?</prompt></question>"
    "<question id='story' kind='note'><prompt>Racontez.</prompt></question>"
    "<question id='until' kind='date'><prompt>Jusqu’à ?</prompt>"
    "<constraint test='$until >= $when or days-since($until) &lt;= days-since($when)'>"
    "pas avant le <answer of='when'/></constraint>"
    "<constraint test='not(count($late) = 1 and days-since($until) = 0)'>pas ce jour</constraint>"
    "</question>"
    "<repeat id='more' max='2'><prompt>Encore ?</prompt>"
    "<question id='first' kind='number'><prompt>Un ?</prompt></question>"
    "<question id='second' kind='number'><prompt>Deux ?</prompt>"
    "<constraint test='$second > $first'>plus que l’autre</constraint></question>"
    "<question id='third' kind='number' min='$first'><prompt>Trois ?</prompt></question></repeat>"
    "<question id='left' kind='number' min='$mood' max='$minutes' default='$minutes' "
    "unit='minutes'>"
    "<prompt>Reste ?</prompt></question>"
    "<question id='back' kind='date' min='$when' default='$when'><prompt>Retour ?</prompt>"
    "</question>"
    "<question id='kept' kind='choices' max='$minutes' default='$good'><prompt>Garder ?</prompt>"
    "<option value='a'><label>Un</label></option><option value='b'><label>Deux</label></option>"
    "<option value='c'><label>Trois</label></option></question>"
    "<question id='just' kind='number' min='5' max='5' unit='minutes'><prompt>Cinq ?</prompt>"
    "</question>"
    "<question id='pair' kind='choices' min='2' max='2'><prompt>Deux ?</prompt>"
    "<option value='a'><label>Un</label></option><option value='b'><label>Deux</label></option>"
    "<option value='c'><label>Trois</label></option></question>"
    "<question id='now' kind='date' min='today' max='today'><prompt>Ce jour ?</prompt></question>";

static const char *today = "2026-11-20";

/* The pack, answers and a pass over all of it, as a fixture of one test. */
struct fixture {
  struct test_pack *pack;
  struct answers *answers;
  struct pass *pass;
};

static void restart(struct fixture *fixture)
{
  if (fixture->pass)
    pass_free(fixture->pass);
  fixture->pass = pass_new(fixture->pack->catalogue, fixture->answers, date_parse(today));
  for (struct step met; pass_next(fixture->pass, &met);)
    continue;
}

static struct step step_of(const struct fixture *fixture, const char *id, guint turn)
{
  return (struct step){test_pack_item(fixture->pack, id), turn};
}

/* Sets ID to VALUES, which are separated by blanks. */
static void set(struct fixture *fixture, const char *id, guint turn, const char *values)
{
  g_auto(GStrv) list = g_strsplit(values, " ", -1);
  answers_set(fixture->answers, step_of(fixture, id, turn), (const char *const *)list,
              date_parse(today));
}

static struct fixture begin(void)
{
  struct fixture fixture = {.pack = test_pack_new(NULL, theme)};
  g_autofree char *findings = test_pack_findings(fixture.pack);
  ASSERT_TEXT(findings, "");
  fixture.answers = answers_new(fixture.pack->catalogue);
  set(&fixture, "when", 0, "2026-11-18");
  set(&fixture, "late", 0, "yes");
  set(&fixture, "good", 0, "a c");
  set(&fixture, "more", 1, "yes");
  set(&fixture, "first", 1, "10");
  set(&fixture, "more", 2, "yes");
  set(&fixture, "first", 2, "3");
  restart(&fixture);
  return fixture;
}

static void end(struct fixture *fixture)
{
  pass_free(fixture->pass);
  answers_free(fixture->answers);
  test_pack_free(fixture->pack);
}

/* What value_check() says of VALUES, separated by |; "" if they may stand. */
static char *verdict_at(const struct fixture *fixture, const char *id, guint turn,
                        const char *values)
{
  g_auto(GStrv) list = g_strsplit(values, "|", -1);
  char *why = NULL;
  gboolean fine =
      value_check(fixture->pass, step_of(fixture, id, turn), (const char *const *)list, NULL, &why);
  CU_ASSERT_EQUAL(fine, why == NULL);
  return why ? why : g_strdup("");
}

struct verdict {
  const char *id, *values, *why;
};

static void assert_verdict(const struct fixture *fixture, const char *id, guint turn,
                           const char *values, const char *expected)
{
  g_autofree char *said = verdict_at(fixture, id, turn, values);
  ASSERT_TEXT(said, expected);
}

static void check_all(const struct verdict *verdicts, gsize count)
{
  struct fixture fixture = begin();
  for (gsize i = 0; i < count; i++) {
    g_autofree char *said = verdict_at(&fixture, verdicts[i].id, 0, verdicts[i].values);
    g_autofree char *actual =
        g_strdup_printf("%s=%s: %s", verdicts[i].id, verdicts[i].values, said);
    g_autofree char *expected =
        g_strdup_printf("%s=%s: %s", verdicts[i].id, verdicts[i].values, verdicts[i].why);
    ASSERT_TEXT(actual, expected);
  }
  end(&fixture);
}

#define TOO_MUCH "it is too much; it should be between 0 and 180\u00a0minutes"
#define TIME_FORM " is not a time of day; write hours and minutes, such as 09:30"
#define DATE_FORM " is not a date; write year, month and day, such as 2026-11-20"
#define NUMBER_FORM " is not a number; write it in digits"
#define EMPTY "it is empty; write something, or skip it"
#define SEVERAL "it has several values; one is wanted"

static void test_numbers(void)
{
  static const struct verdict verdicts[] = {
      {"minutes", "0", ""},
      {"minutes", "180", ""},
      {"minutes", "181", TOO_MUCH},
      {"minutes", "-1", "it is too little; it should be between 0 and 180\u00a0minutes"},
      {"minutes", "12.5", "12.5 is not a whole number; leave out the decimals"},
      {"minutes", "12,5", "'12,5'" NUMBER_FORM},
      {"minutes", "1e2", "'1e2'" NUMBER_FORM},
      {"minutes", " 12", "' 12'" NUMBER_FORM},
      {"minutes", "12\n", "'12\n'" NUMBER_FORM},
      {"minutes", "", EMPTY},
      {"minutes", "1|2", SEVERAL},
      {"rate", "0.5", ""},
      {"rate", "2", ""},
      {"rate", "0.49", "it is too little; it should be at least 0.5"},
      {"mood", "1", ""},
      {"mood", "5", ""},
      {"mood", "6", "it is too much; it should be between 1 and 5"},
      {"mood", "2.5", "2.5 is not a whole number; leave out the decimals"},
  };
  check_all(verdicts, G_N_ELEMENTS(verdicts));
}

static void test_days(void)
{
  static const struct verdict verdicts[] = {
      {"when", "2026-11-20", ""},
      {"when", "2026-10-21", ""},
      {"when", "2026-11-21",
       "it is too late; it should be between Wednesday 21 October 2026 and "
       "Friday 20 November 2026"},
      {"when", "2026-10-20",
       "it is too early; it should be between Wednesday 21 October 2026 and "
       "Friday 20 November 2026"},
      {"when", "2026-02-29", "'2026-02-29'" DATE_FORM},
      {"when", "today", "'today'" DATE_FORM},
      {"when", "20/11/2026", "'20/11/2026'" DATE_FORM},
      {"at", "08:00", ""},
      {"at", "18:30", ""},
      {"at", "18:31", "it is too late; it should be between 8 am and 6:30 pm"},
      {"at", "07:59", "it is too early; it should be between 8 am and 6:30 pm"},
      {"at", "24:00", "'24:00'" TIME_FORM},
      {"at", "9h30", "'9h30'" TIME_FORM},
  };
  check_all(verdicts, G_N_ELEMENTS(verdicts));
}

static void test_options(void)
{
  static const struct verdict verdicts[] = {
      {"late", "yes", ""},
      {"late", "Yes", "'Yes' is not offered here; what is: yes and no"},
      {"late", "never", "'never' is not offered here; what is: yes and no"},
      {"late", "yes|no", SEVERAL},
      {"good", "a|b", ""},
      {"good", "c|b|a", ""},
      {"good", "a", "too few are chosen; choose between 2 and 3"},
      {"good", "a|b|c|d", "too many are chosen; choose between 2 and 3"},
      {"good", "a|a", "'a' is chosen twice; choose it once"},
      {"good", "a|z", "'z' is not offered here; what is: a, b, c and d"},
      {"good", "", EMPTY},
      {"bad", "a|b", ""},
      {"bad", "none", ""},
      {"bad", "a|none", "'Rien de cela' goes with no other; choose it alone, or only others"},
      {"one", "c", ""},
      {"one", "b", "'b' is not offered here; what is: a and c"},
  };
  check_all(verdicts, G_N_ELEMENTS(verdicts));
}

/* Where there is nothing between, that is not said. */
static void test_one_value(void)
{
  static const struct verdict verdicts[] = {
      {"just", "5", ""},
      {"just", "4", "it should be 5\u00a0minutes"},
      {"just", "6", "it should be 5\u00a0minutes"},
      {"pair", "a", "choose 2, neither more nor fewer"},
      {"pair", "a|b|c", "choose 2, neither more nor fewer"},
      {"now", "2026-11-19", "it should be Friday 20 November 2026"},
      {"now", "2026-11-21", "it should be Friday 20 November 2026"},
  };
  check_all(verdicts, G_N_ELEMENTS(verdicts));
}

static void test_texts(void)
{
  static const struct verdict verdicts[] = {
      {"code", "75011", ""},
      {"code", "7501", "'7501' has not the form that is wanted here, [0-9]{5}"},
      {"code", "75011\n", "it has several lines; write it in one"},
      {"code", " \t", EMPTY},
      {"story", "one\ntwo", ""},
      {"story", "\n \u00a0\n", EMPTY},
  };
  check_all(verdicts, G_N_ELEMENTS(verdicts));
}

static void test_length(void)
{
  struct fixture fixture = begin();
  g_autofree char *most = g_strnfill(16 * 1024, 'x');
  g_autofree char *more = g_strconcat(most, "x", NULL);
  g_autofree char *fine = verdict_at(&fixture, "story", 0, most);
  g_autofree char *wrong = verdict_at(&fixture, "story", 0, more);
  ASSERT_TEXT(fine, "");
  ASSERT_TEXT(wrong, "it is too long; the most is 16 kB");
  end(&fixture);
}

static void test_constraints(void)
{
  struct fixture fixture = begin();
  static const struct verdict verdicts[] = {
      {"until", "2026-11-18", ""},
      {"until", "2026-11-17", "pas avant le Wednesday 18 November"},
      {"until", "2026-11-20", "pas ce jour"},
      {"until", "no day", "'no day'" DATE_FORM},
  };
  check_all(verdicts, G_N_ELEMENTS(verdicts));

  /* What stood there before makes no difference. */
  set(&fixture, "until", 0, "2026-11-19");
  restart(&fixture);
  g_autofree char *again = verdict_at(&fixture, "until", 0, "2026-11-17");
  ASSERT_TEXT(again, "pas avant le Wednesday 18 November");
  CU_ASSERT_STRING_EQUAL(answers_get(fixture.answers, step_of(&fixture, "until", 0))->values[0],
                         "2026-11-19");

  /* In an item the other answers are those of the same item. */
  g_autofree char *first = verdict_at(&fixture, "second", 1, "5");
  g_autofree char *second = verdict_at(&fixture, "second", 2, "5");
  ASSERT_TEXT(first, "plus que l’autre");
  ASSERT_TEXT(second, "");
  end(&fixture);
}

/* What is counted from today has moved on since. */
static void test_given(void)
{
  struct fixture fixture = begin();
  static const struct {
    const char *id, *value, *given;
    gboolean fine;
  } cases[] = {
      {"when", "2026-10-15", "2026-11-20", FALSE}, {"when", "2026-10-15", "2026-11-14", TRUE},
      {"when", "2026-10-14", "2026-11-14", FALSE}, {"when", "2026-11-20", "2026-11-14", TRUE},
      {"when", "2026-11-21", "2026-11-30", FALSE}, {"until", "2026-11-20", "2026-11-20", FALSE},
      {"until", "2026-11-20", "2026-11-19", TRUE}, {"until", "2026-11-19", "2026-11-19", TRUE},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *why = NULL;
    const char *values[] = {cases[i].value, NULL};
    CU_ASSERT_EQUAL(value_check_given(fixture.pass, step_of(&fixture, cases[i].id, 0), values,
                                      date_parse(cases[i].given), NULL, &why),
                    cases[i].fine);
    CU_ASSERT_EQUAL(why == NULL, cases[i].fine);
  }
  end(&fixture);
}

static void test_repeats(void)
{
  struct fixture fixture = begin();
  g_autofree char *yes = verdict_at(&fixture, "more", 1, "yes");
  g_autofree char *no = verdict_at(&fixture, "more", 2, "no");
  g_autofree char *other = verdict_at(&fixture, "more", 2, "oui");
  ASSERT_TEXT(yes, "");
  ASSERT_TEXT(no, "");
  ASSERT_TEXT(other, "'oui' is neither 'yes' nor 'no'");
  end(&fixture);
}

static void test_forms(void)
{
  struct fixture fixture = begin();
  static const struct verdict verdicts[] = {
      {"late", "never", ""}, /* of the pack, though not offered */
      {"late", "sometimes", "there is no option 'sometimes'"},
      {"one", "b", ""},
      {"one", "z", "there is no option 'z'"},
      {"minutes", "181", TOO_MUCH},
      {"until", "2026-11-20", ""}, /* constraints look at other answers */
  };
  for (gsize i = 0; i < G_N_ELEMENTS(verdicts); i++) {
    g_autofree char *why = NULL;
    const char *values[] = {verdicts[i].values, NULL};
    gboolean fine = value_check_form(fixture.pass, step_of(&fixture, verdicts[i].id, 0), values,
                                     date_parse(today), NULL, &why);
    CU_ASSERT_EQUAL(fine, !*verdicts[i].why);
    ASSERT_TEXT(why ? why : "", verdicts[i].why);
  }
  end(&fixture);
}

static const char *french(const struct translator *translator, const char *msgid)
{
  (void)translator;
  if (g_str_equal(msgid, "decimal point"))
    return ",";
  return g_str_equal(msgid, "{1} is not a whole number; leave out the decimals")
             ? "{1} n’est pas entier"
             : msgid;
}

static void test_language(void)
{
  struct fixture fixture = begin();
  static const struct translator translator = {.message = french};
  g_autofree char *why = NULL;
  const char *values[] = {"1.5", NULL};
  CU_ASSERT_FALSE(
      value_check(fixture.pass, step_of(&fixture, "minutes", 0), values, &translator, &why));
  ASSERT_TEXT(why, "1,5 n’est pas entier");
  end(&fixture);
}

/* EXPECTED: the values, joined by blanks, or NULL. */
static void assert_default(const struct fixture *fixture, const char *id, const char *expected)
{
  g_auto(GStrv) values = value_default(fixture->pass, step_of(fixture, id, 0));
  g_autofree char *words = values ? g_strjoinv(" ", values) : NULL;
  ASSERT_TEXT(words, expected);
}

static void test_defaults(void)
{
  struct fixture fixture = begin();
  struct question question = *item_question(test_pack_item(fixture.pack, "when"));
  static const struct {
    const char *fallback, *day;
  } cases[] = {
      {"today", "2026-11-20"},
      {"today-30", "2026-10-21"},
      {"today+12", "2026-12-02"},
      {"2026-01-02", "2026-01-02"},
      {NULL, NULL},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    question.fallback = cases[i].fallback;
    g_auto(GStrv) day = value_default(fixture.pass, (struct step){&question.item, 0});
    ASSERT_TEXT(day ? day[0] : NULL, cases[i].day);
  }
  assert_default(&fixture, "late", "no");
  end(&fixture);
}

/* The default is what was answered there, all of it, and none without an answer. */
static void test_named_defaults(void)
{
  struct fixture fixture = begin();
  assert_default(&fixture, "left", NULL);
  set(&fixture, "minutes", 0, "20");
  restart(&fixture);
  assert_default(&fixture, "left", "20");
  assert_default(&fixture, "back", "2026-11-18");
  assert_default(&fixture, "kept", "a c");
  end(&fixture);
}

/* ---- bounds that other answers give ---- */

static void test_named_bounds(void)
{
  struct fixture fixture = begin();
  assert_verdict(&fixture, "left", 0, "9000", "");
  assert_verdict(&fixture, "back", 0, "2026-11-18", "");
  assert_verdict(&fixture, "back", 0, "2026-11-17",
                 "it is too early; it should be no earlier than Wednesday 18 November 2026");
  set(&fixture, "minutes", 0, "1");
  set(&fixture, "mood", 0, "1");
  restart(&fixture);
  assert_verdict(&fixture, "left", 0, "1", "");
  assert_verdict(&fixture, "left", 0, "2", "it is too much; it should be at most 1\u00a0minutes");
  assert_verdict(&fixture, "left", 0, "0",
                 "it is too little; it should be at least 1\u00a0minutes");
  assert_verdict(&fixture, "kept", 0, "a", "");
  assert_verdict(&fixture, "kept", 0, "a|b", "too many are chosen; choose at most 1");
  assert_verdict(&fixture, "third", 1, "9", "it is too little; it should be at least 10");
  assert_verdict(&fixture, "third", 2, "9", "");
  end(&fixture);
}

/* What stood within its bound does not stand once another answer has moved that. */
static void test_moved_bounds(void)
{
  struct fixture fixture = begin();
  static const char *const values[] = {"15", NULL};
  struct step left = step_of(&fixture, "left", 0);
  set(&fixture, "minutes", 0, "20");
  restart(&fixture);
  CU_ASSERT(value_stands(fixture.pass, left, values, date_parse(today)));
  set(&fixture, "minutes", 0, "10");
  restart(&fixture);
  CU_ASSERT(!value_stands(fixture.pass, left, values, date_parse(today)));
  end(&fixture);
}

SUITE(value, {"numbers and scales: digits, whole, bounds", test_numbers},
      {"dates and times, relative to today", test_days},
      {"options: offered now, how many, exclusive", test_options}, {"one value", test_one_value},
      {"text: one line, pattern, not empty", test_texts},
      {"no text longer than a file may tell", test_length},
      {"constraints as if the value stood there", test_constraints},
      {"as of the day on which it was said", test_given},
      {"a repeat takes yes and no", test_repeats},
      {"the form alone, for what is not asked", test_forms},
      {"reasons in the language in use", test_language},
      {"defaults, counted from today", test_defaults},
      {"defaults that another answer gives", test_named_defaults},
      {"bounds that another answer gives", test_named_bounds},
      {"and what stood does not, once they move", test_moved_bounds})
