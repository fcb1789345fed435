/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers to and from the example format. */
#include "walk/exchange.h"

#include <string.h>

#include "base/date.h"
#include "support/pack.h"
#include "support/suite.h"

#define BEGUN "2026-11-20"
#define TODAY "2026-11-24"

static const char theme[] =
    "<question id='late' kind='choice'><prompt>En retard ?</prompt>"
    "<option value='no'/><option value='yes'>"
    "<question id='minutes' kind='number' max='180'><prompt>Combien ?</prompt></question>"
    "<question id='story' kind='note'><prompt>Racontez.</prompt></question></option></question>"
    "<question id='good' kind='choices'><prompt>Bien ?</prompt>"
    "<option value='a'><label>A</label></option><option value='b'><label>B</label></option>"
    "<option value='c' when=\"$late = 'no'\"><label>C</label></option>"
    "<option value='none' exclusive='yes'><label>Rien</label></option></question>"
    "<question id='best' kind='choice' from='good'><prompt>Le mieux ?</prompt></question>"
    "<question id='day' kind='date' optional='no' max='today'><prompt>Quand ?</prompt></question>"
    "<question id='soon' kind='date' min='today-1'><prompt>Et la suite ?</prompt></question>"
    "<question id='feeling' kind='choice' private='yes'><prompt>Ça va ?</prompt>"
    "<option value='yes'/><option value='no'>"
    "<question id='talk' kind='text'><prompt>À qui ?</prompt></question></option></question>"
    "<question id='help' kind='text' when=\"$feeling = 'no'\"><prompt>Aide ?</prompt></question>"
    "<question id='note' kind='text' when=\"$late = 'no'\"><prompt>Et ?</prompt></question>"
    "<repeat id='hard' max='3' when=\"not($good = 'none')\"><prompt>Encore ?</prompt>"
    "<question id='what' kind='text'><prompt>Quoi ?</prompt></question>"
    "<question id='why' kind='choice'><prompt>Pourquoi ?</prompt><option value='new'>"
    "<label>Neuf</label></option><option value='odd'><label>Drôle</label></option></question>"
    "<question id='despite' kind='choice' from='good'><prompt>Malgré quoi ?</prompt></question>"
    "</repeat>"
    "<action id='call' channel='phone'><title>Appeler</title><draft id='call-note'>"
    "<p>À <blank id='whom'>nom</blank>, <blank id='when'>jour</blank></p></draft></action>"
    "<action id='short' channel='email' slot='thanks'><title>Court</title></action>"
    "<action id='long' channel='email' slot='thanks'><title>Long</title></action>";

static struct step step_of(const struct test_pack *pack, const char *id, guint turn)
{
  return (struct step){test_pack_item(pack, id), turn};
}

/* A file named as those of a pack are, so that findings are shown without the folder. */
static struct answers *read_text(const struct test_pack *pack, const char *text)
{
  g_autofree char *file = g_build_filename(pack->folder, "e.xml", NULL);
  test_folder_write(pack->folder, "e.xml", text);
  OWNED(example) example = example_read(file, pack->findings);
  CU_ASSERT_PTR_NOT_NULL_FATAL(example);
  return exchange_read(pack->catalogue, example, NULL, pack->findings);
}

/* BODY begins on line 2 of the file. */
static struct answers *read_body(const struct test_pack *pack, const char *body)
{
  g_autofree char *text = g_strconcat(
      "<example xmlns='urn:rebond:content:1' title='t' today='" TODAY "' given='" BEGUN "'>\n",
      body, "</example>\n", NULL);
  return read_text(pack, text);
}

static struct pass *pass_over(const struct answers *answers, const struct test_pack *pack)
{
  struct pass *pass = pass_new(pack->catalogue, answers, date_parse(TODAY));
  for (struct step met; pass_next(pass, &met);)
    continue;
  return pass;
}

static gboolean counts(const struct pass *pass, const struct answer *answer)
{
  return pass_has_met(pass, answer->step) && pass_settled(pass, answer->step) &&
         !pass_answers_itself(pass, answer->step);
}

/*
 * The answers, "id.turn=value|value@day" each, without turn outside of repeats, without day on the
 * first one, "id-" for a skip, in brackets when parked; then the ticks. Skips that count are left
 * out.
 */
static char *list_answers(const struct answers *answers, const struct test_pack *pack)
{
  GString *out = g_string_new(NULL);
  OWNED(pass) pass = pass_over(answers, pack);
  g_autoptr(GPtrArray) list = answers_list(answers);
  for (guint i = 0; i < list->len; i++) {
    const struct answer *answer = list->pdata[i];
    gboolean parked = !counts(pass, answer);
    if (answer->skipped && !parked)
      continue;
    g_string_append_printf(out, "%s%s%s", out->len ? " " : "", parked ? "(" : "",
                           answer->step.item->id);
    if (answer->step.turn)
      g_string_append_printf(out, ".%u", answer->step.turn);
    g_autofree char *values = answer->skipped ? NULL : g_strjoinv("|", answer->values);
    g_string_append_printf(out, "%s%s", values ? "=" : "-", values ? values : "");
    g_autofree char *day = date_to_iso(answer->given);
    if (!g_str_equal(day, BEGUN))
      g_string_append_printf(out, "@%s", day);
    g_string_append(out, parked ? ")" : "");
  }
  for (guint i = 0; i < pack->catalogue->task_count; i++) {
    int day = answers_tick(answers, pack->catalogue->tasks[i]);
    g_autofree char *iso = day ? date_to_iso(day) : NULL;
    if (day)
      g_string_append_printf(out, " %s:%s", pack->catalogue->tasks[i]->name->id, iso);
  }
  return g_string_free(out, FALSE);
}

struct reading {
  const char *body, *answers, *findings;
};

static void check_all(const struct reading *readings, gsize count)
{
  for (gsize i = 0; i < count; i++) {
    OWNED(test_pack) pack = test_pack_new(NULL, theme);
    CU_ASSERT_EQUAL_FATAL(findings_count(pack->findings, SEVERITY_ERROR), 0);
    findings_free(pack->findings);
    pack->findings = findings_new(NULL);
    OWNED(answers) answers = read_body(pack, readings[i].body);
    g_autofree char *list = list_answers(answers, pack);
    g_autofree char *findings = test_pack_findings(pack);
    ASSERT_TEXT(list, readings[i].answers);
    ASSERT_TEXT(findings, readings[i].findings);
  }
}

#define DAY "<answer of='day'>2026-11-19</answer>\n"

static void test_reads(void)
{
  static const struct reading readings[] = {
      {"<answer of='late' given='2026-11-22'> yes </answer><answer of='minutes'>12</answer>\n"
       "<answer of='good'><value>b</value><value>a</value></answer>\n"
       "<answer of='story'>  I ran &amp;\n  fell </answer>\n" DAY
       "<skip of='best'/><done of='call' on='2026-11-24'/><done of='thanks' on='2026-11-21'/>\n",
       "late=yes@2026-11-22 minutes=12 story=  I ran &\n  fell  good=a|b day=2026-11-19 "
       "call:2026-11-24 thanks:2026-11-21",
       ""},
      /* what answers itself may be repeated */
      {"<answer of='good'><value>b</value></answer><answer of='best'>b</answer>" DAY,
       "good=b day=2026-11-19", ""},
      {"<answer of='story'>tab\there \xe2\x80\xae</answer><answer of='late'>yes</answer>" DAY,
       "late=yes story=tab here \xef\xbf\xbd day=2026-11-19", ""},
      /* it could be said on the day on which it was */
      {DAY "<answer of='soon'>2026-11-19</answer>", "day=2026-11-19 soon=2026-11-19", ""},
  };
  check_all(readings, G_N_ELEMENTS(readings));
}

static void test_items(void)
{
  static const struct reading readings[] = {
      {DAY "<item of='hard'><answer of='what' given='2026-11-22'>un</answer>"
           "<answer of='why' given='2026-11-21'>new</answer></item>\n"
           "<item of='hard'><skip of='why'/></item>\n",
       "day=2026-11-19 hard.1=yes@2026-11-21 what.1=un@2026-11-22 why.1=new@2026-11-21 "
       "hard.2=yes hard.3=no",
       ""},
      {DAY "<answer of='hard' given='2026-11-22'>no</answer>\n",
       "day=2026-11-19 hard.1=no@2026-11-22", ""},
      {DAY "<item of='hard'><answer of='hard' given='2026-11-23'>yes</answer></item>"
           "<skip of='hard'/>\n",
       "day=2026-11-19 hard.1=yes@2026-11-23", ""},
      {DAY "<item of='hard'/><item of='hard'><answer of='hard'>no</answer>"
           "<answer of='what' parked='yes'>x</answer></item>\n",
       "day=2026-11-19 hard.1=yes hard.2=no (what.2=x)", ""},
      {DAY "<item of='hard'/><item of='hard'/><item of='hard'/>\n<item of='hard'>\n"
           "<answer of='what'>x</answer></item>\n",
       "day=2026-11-19 hard.1=yes hard.2=yes hard.3=yes",
       "e.xml:4:1: error: 'hard' cannot be answered so: there are too many items; the most is 3 "
       "[bad-answer]\n"},
      {DAY "<answer of='what'>x</answer>\n<item of='hard'>\n<answer of='late'>no</answer></item>\n"
           "<item of='late'/>\n<item of='haard'><answer of='what'>x</answer></item>\n",
       "day=2026-11-19 hard.1=yes hard.2=no",
       "e.xml:3:1: error: 'what' cannot be answered so: it belongs in an item of 'hard' "
       "[bad-answer]\n"
       "e.xml:5:1: error: 'late' cannot be answered so: it is no question of 'hard'; write it "
       "outside of the item [bad-answer]\n"
       "e.xml:6:1: error: 'late' cannot be answered so: it has no items; write an answer "
       "[bad-answer]\n"
       "e.xml:7:1: error: there is no question 'haard'; did you mean 'hard'? [unknown-question]\n"},
      {DAY "<item of='hard'/><item of='hard'/><item of='hard'/><answer of='hard'>no</answer>\n",
       "day=2026-11-19 hard.1=yes hard.2=yes hard.3=yes",
       "e.xml:3:52: error: 'hard' cannot be answered so: all its items are there, so it is not "
       "asked again; leave this out [bad-answer]\n"},
  };
  check_all(readings, G_N_ELEMENTS(readings));
}

static void test_errors(void)
{
  static const struct reading readings[] = {
      {DAY "<answer of='lat'>yes</answer>\n<skip of='call'/>\n", "day=2026-11-19",
       "e.xml:3:1: error: there is no question 'lat'; did you mean 'late'? [unknown-question]\n"
       "e.xml:4:1: error: there is no question 'call' [unknown-question]\n"},
      {DAY "<answer of='late'>yes</answer>\n  <answer of='late'>no</answer>\n<skip of='late'/>\n",
       "late=yes day=2026-11-19",
       "e.xml:4:3: error: 'late' stands here a second time; keep one of the two [second-answer]\n"
       "e.xml:3:1: note: the first stands here\n"
       "e.xml:5:1: error: 'late' is both answered and skipped; keep one of the two "
       "[answer-and-skip]\n"
       "e.xml:3:1: note: the first stands here\n"},
      {DAY "<answer of='late'>ye</answer>\n<answer of='minutes'>5</answer>\n"
           "<answer of='good'>a</answer>\n<answer of='note'><value>x</value></answer>\n",
       "(minutes=5) good=a day=2026-11-19",
       "e.xml:3:1: error: 'late' cannot be answered so: 'ye' is not offered here; what is: no and "
       "yes; did you mean 'yes'? [bad-answer]\n"
       "e.xml:6:1: error: 'note' cannot be answered so: one value is wanted; write it without "
       "<value> [bad-answer]\n"},
      {"<skip of='day'/>\n", "",
       "e.xml:2:1: error: 'day' needs an answer and cannot be skipped [missing-answer]\n"},
      {"", "", "e.xml:1:1: error: 'day' needs an answer and cannot be skipped [missing-answer]\n"},
      {"<answer of='day'>2026-11-25</answer>\n", "",
       "e.xml:2:1: error: 'day' cannot be answered so: it is too late; it should be no later than "
       "Tuesday 24 November 2026 [bad-answer]\n"},
      {DAY "<answer of='soon' given='2026-11-24'>2026-11-19</answer>\n", "day=2026-11-19",
       "e.xml:3:1: error: 'soon' cannot be answered so: it is too early; it should be no earlier "
       "than Monday 23 November 2026 [bad-answer]\n"},
      {DAY "<answer of='late'>yes</answer><answer of='minutes'/>\n", "late=yes day=2026-11-19",
       "e.xml:3:31: error: 'minutes' cannot be answered so: it is empty; write something, or skip "
       "it [bad-answer]\n"},
      {DAY "<answer of='good'><value>b</value></answer>\n<answer of='best'>a</answer>\n",
       "good=b day=2026-11-19",
       "e.xml:4:1: error: 'best' cannot be answered so: it answers itself with 'b'; leave it out, "
       "or repeat that [bad-answer]\n"},
      {DAY "<answer of='good'><value>a</value><value>none</value></answer>\n", "day=2026-11-19",
       "e.xml:3:1: error: 'good' cannot be answered so: 'Rien' goes with no other; choose it "
       "alone, or only others [bad-answer]\n"},
  };
  check_all(readings, G_N_ELEMENTS(readings));
}

static void test_ticks(void)
{
  static const struct reading readings[] = {
      {DAY "<done of='call' on='2026-11-25'/>\n<done of='short' on='2026-11-24'/>\n"
           "<done of='cal' on='2026-11-24'/>\n<done of='late' on='2026-11-24'/>\n<done of='thanks' "
           "on='2026-11-23'/>\n"
           "<done of='thanks' on='2026-11-24'/>\n",
       "day=2026-11-19 thanks:2026-11-23",
       "e.xml:3:1: error: 'call' cannot be done on Wednesday 25 November 2026; the latest day is "
       "Tuesday 24 November 2026, the day of the file [tick-after-today]\n"
       "e.xml:4:1: error: there is nothing 'short' to be done; name an action without a slot, or "
       "a slot; did you mean 'thanks'? [unknown-task]\n"
       "e.xml:5:1: error: there is nothing 'cal' to be done; name an action without a slot, or a "
       "slot; did you mean 'call'? [unknown-task]\n"
       "e.xml:6:1: error: there is nothing 'late' to be done; name an action without a slot, or a "
       "slot [unknown-task]\n"
       "e.xml:8:1: error: 'thanks' stands here a second time; keep one of the two "
       "[second-answer]\n"},
  };
  check_all(readings, G_N_ELEMENTS(readings));
}

static void test_parked(void)
{
  static const struct reading readings[] = {
      {DAY "<answer of='late'>no</answer><answer of='minutes'>5</answer>\n"
           "<answer of='story' parked='yes'>x</answer><skip of='help'/>\n",
       "late=no (minutes=5) (story=x) day=2026-11-19 (help-)",
       "e.xml:3:30: warning: 'minutes' is not asked with these answers; leave it out, or write "
       "parked=\"yes\" [not-asked]\n"},
      /* it must still be what the question could take */
      {DAY "<answer of='minutes' parked='yes'>many</answer>\n", "day=2026-11-19",
       "e.xml:3:1: error: 'minutes' cannot be answered so: 'many' is not a number; write it in "
       "digits [bad-answer]\n"},
      /* parked once, but asked now */
      {DAY "<answer of='late'>yes</answer><answer of='minutes' parked='yes'>5</answer>\n",
       "late=yes minutes=5 day=2026-11-19", ""},
      /* an option that is not offered now waits, unless it is said to count */
      {DAY "<answer of='late'>yes</answer>\n<answer of='good' parked='yes'><value>c</value>"
           "</answer>\n",
       "late=yes (good=c) day=2026-11-19", ""},
      {DAY "<answer of='late'>yes</answer>\n<answer of='good'><value>c</value></answer>\n",
       "late=yes day=2026-11-19",
       "e.xml:4:1: error: 'good' cannot be answered so: 'c' is not offered here; what is: a, b "
       "and none [bad-answer]\n"},
      {DAY "<answer of='good'><value>b</value></answer><answer of='best' parked='yes'>a</answer>\n",
       "good=b (best=a) day=2026-11-19", ""},
      {DAY "<answer of='good'><value>none</value></answer>\n"
           "<item of='hard'>\n<answer of='what'>x</answer></item>\n",
       "good=none day=2026-11-19 (hard.1=yes) (what.1=x)",
       "e.xml:5:1: warning: 'what' is not asked with these answers; leave it out, or write "
       "parked=\"yes\" [not-asked]\n"},
  };
  check_all(readings, G_N_ELEMENTS(readings));
}

/* What is not told after a required gap can still be asked. */
static void test_open(void)
{
  OWNED(test_pack) pack = test_pack_new(NULL, theme);
  OWNED(answers)
  open = read_body(pack, "<answer of='late'>no</answer><skip of='help'/>"
                         "<skip of='feeling'/>\n<item of='hard'/>\n");
  g_autofree char *list = list_answers(open, pack);
  ASSERT_TEXT(list, "late=no (help-) hard.1=yes");
  CU_ASSERT_TRUE(answers_get(open, step_of(pack, "good", 0))->skipped);
  CU_ASSERT_TRUE(answers_get(open, step_of(pack, "feeling", 0))->skipped);
  CU_ASSERT_PTR_NULL(answers_get(open, step_of(pack, "note", 0)));
  CU_ASSERT_PTR_NULL(answers_get(open, step_of(pack, "hard", 2)));
  OWNED(answers) none = read_body(pack, "");
  CU_ASSERT_PTR_NULL(answers_get(none, step_of(pack, "hard", 1)));
  OWNED(answers) whole = read_body(pack, DAY "<answer of='late'>no</answer>\n");
  CU_ASSERT_TRUE(answers_get(whole, step_of(pack, "note", 0))->skipped);
  CU_ASSERT_TRUE(answers_get(whole, step_of(pack, "hard", 1))->skipped);
}

static void test_required(void)
{
  OWNED(test_pack)
  pack = test_pack_new(
      NULL, "<question id='first' kind='choice'><prompt>Un ?</prompt><option value='yes'/>"
            "<option value='no'/></question>"
            "<question id='second' kind='choice' optional='no'><prompt>Deux ?</prompt>"
            "<option value='yes'/><option value='no' when=\"$first = 'no'\"/></question>");
  OWNED(answers) answers = read_body(pack, "<answer of='second' parked='yes'>no</answer>\n");
  g_autofree char *list = list_answers(answers, pack);
  g_autofree char *findings = test_pack_findings(pack);
  ASSERT_TEXT(list, "(second=no)");
  ASSERT_TEXT(
      findings,
      "e.xml:2:1: error: 'second' needs an answer and cannot be skipped [missing-answer]\n");
}

static void test_required_in_item(void)
{
  OWNED(test_pack)
  pack = test_pack_new(NULL, "<repeat id='hard' max='3'><prompt>Encore ?</prompt>"
                             "<question id='what' kind='text' optional='no'><prompt>Quoi ?</prompt>"
                             "</question></repeat>");
  OWNED(answers)
  answers = read_body(pack, "<item of='hard'><answer of='what'>x</answer></item>\n"
                            "<item of='hard'/>\n");
  CU_ASSERT_PTR_NOT_NULL(answers);
  g_autofree char *findings = test_pack_findings(pack);
  ASSERT_TEXT(findings,
              "e.xml:3:1: error: 'what' needs an answer and cannot be skipped [missing-answer]\n");
}

/* ---- writing ---- */

static void tell(struct answers *answers, const struct test_pack *pack, const char *id, guint turn,
                 const char *values, const char *day)
{
  g_auto(GStrv) list = values ? g_strsplit(values, "|", -1) : NULL;
  int given = date_parse(day);
  answers_restore(answers, step_of(pack, id, turn), (const char *const *)list, given, given);
}

static struct answers *tell_all(const struct test_pack *pack)
{
  struct answers *answers = answers_new(pack->catalogue);
  answers_set_begun(answers, date_parse(BEGUN));
  tell(answers, pack, "late", 0, "no", BEGUN);
  tell(answers, pack, "minutes", 0, "5", BEGUN);
  tell(answers, pack, "story", 0, NULL, BEGUN);
  tell(answers, pack, "good", 0, "c|b", "2026-11-21");
  tell(answers, pack, "best", 0, NULL, BEGUN);
  tell(answers, pack, "day", 0, "2026-11-19", BEGUN);
  tell(answers, pack, "feeling", 0, "no", BEGUN);
  tell(answers, pack, "talk", 0, "Ma sœur", BEGUN);
  tell(answers, pack, "help", 0, "Oui", BEGUN);
  tell(answers, pack, "note", 0, " a < b & \"c\" ", BEGUN);
  tell(answers, pack, "hard", 1, "yes", "2026-11-21");
  tell(answers, pack, "what", 1, "Un", "2026-11-21");
  tell(answers, pack, "why", 1, NULL, BEGUN);
  tell(answers, pack, "despite", 1, "c", "2026-11-21");
  tell(answers, pack, "hard", 2, "no", BEGUN);
  answers_set_tick(answers, catalogue_find(pack->catalogue, "thanks")->task, date_parse(TODAY),
                   NULL);
  return answers;
}

static char *written(const struct test_pack *pack, enum exchange_private private)
{
  OWNED(answers) answers = tell_all(pack);
  GString *out = g_string_new(NULL);
  exchange_write(pack->catalogue, answers, "a \"b\"", date_parse(TODAY), private,
                 "  <expect question=\"late\"/>\n", out);
  return g_string_free(out, FALSE);
}

#define ROOT                                                                                       \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                   \
  "<example xmlns=\"urn:rebond:content:1\" title=\"a &quot;b&quot;\" today=\"2026-11-24\" "        \
  "given=\"2026-11-20\">\n"
#define BEFORE                                                                                     \
  "  <answer of=\"late\">no</answer>\n"                                                            \
  "  <answer of=\"minutes\" parked=\"yes\">5</answer>\n"                                           \
  "  <skip of=\"story\"/>\n"                                                                       \
  "  <answer of=\"good\" given=\"2026-11-21\"><value>b</value><value>c</value></answer>\n"         \
  "  <skip of=\"best\"/>\n"                                                                        \
  "  <answer of=\"day\">2026-11-19</answer>\n"
#define AFTER                                                                                      \
  "  <answer of=\"note\"> a &lt; b &amp; &quot;c&quot; </answer>\n"                                \
  "  <item of=\"hard\">\n"                                                                         \
  "    <answer of=\"what\" given=\"2026-11-21\">Un</answer>\n"                                     \
  "    <skip of=\"why\"/>\n"                                                                       \
  "    <answer of=\"despite\" given=\"2026-11-21\">c</answer>\n"                                   \
  "  </item>\n"                                                                                    \
  "  <done of=\"thanks\" on=\"2026-11-24\"/>\n"                                                    \
  "  <expect question=\"late\"/>\n"                                                                \
  "</example>\n"

static void test_writes(void)
{
  OWNED(test_pack) pack = test_pack_new(NULL, theme);
  g_autofree char *all = written(pack, PRIVATE_INCLUDED);
  ASSERT_TEXT(all, ROOT BEFORE "  <answer of=\"feeling\">no</answer>\n"
                               "  <answer of=\"talk\">Ma sœur</answer>\n"
                               "  <answer of=\"help\">Oui</answer>\n" AFTER);
  g_autofree char *public = written(pack, PRIVATE_LEFT_OUT);
  ASSERT_TEXT(public, ROOT BEFORE "  <answer of=\"help\" parked=\"yes\">Oui</answer>\n" AFTER);
  OWNED(answers) read = read_text(pack, public);
  g_autofree char *findings = test_pack_findings(pack);
  ASSERT_TEXT(findings, "");
  CU_ASSERT_PTR_NOT_NULL(read);
}

/* What answers itself is not written, so the day of an item cannot be told from it. */
static void test_writes_days(void)
{
  OWNED(test_pack) pack = test_pack_new(NULL, theme);
  OWNED(answers) answers = answers_new(pack->catalogue);
  answers_set_begun(answers, date_parse(BEGUN));
  tell(answers, pack, "good", 0, "b", BEGUN);
  tell(answers, pack, "best", 0, "b", BEGUN);
  tell(answers, pack, "hard", 1, "yes", "2026-11-22");
  tell(answers, pack, "what", 1, "Un", "2026-11-23");
  tell(answers, pack, "despite", 1, "b", "2026-11-22");
  tell(answers, pack, "hard", 2, "yes", BEGUN);
  g_autoptr(GString) out = g_string_new(NULL);
  exchange_write(pack->catalogue, answers, "a \"b\"", date_parse(TODAY), PRIVATE_INCLUDED, NULL,
                 out);
  ASSERT_TEXT(out->str, ROOT "  <answer of=\"good\"><value>b</value></answer>\n"
                             "  <item of=\"hard\">\n"
                             "    <answer of=\"hard\" given=\"2026-11-22\">yes</answer>\n"
                             "    <answer of=\"what\" given=\"2026-11-23\">Un</answer>\n"
                             "  </item>\n"
                             "  <item of=\"hard\">\n"
                             "  </item>\n"
                             "</example>\n");
}

/* ---- there and back ---- */

static const char *const texts[] = {"x", " < & > ]]> \"' ", "é\u00a0€ ", "{1}\\n", "--", "\u202fa"};

/* A value that may stand at STEP; NULL: a skip. */
static char **random_values(GRand *rand, const struct pass *pass, struct step step)
{
  const struct question *question = item_question(step.item);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
  if ((!question || question->optional) && g_rand_int_range(rand, 0, 4) == 0)
    return NULL;
  if (!question) {
    g_strv_builder_add(builder, g_rand_boolean(rand) ? "yes" : "no");
  } else if (question->kind == KIND_CHOICE || question->kind == KIND_CHOICES) {
    g_autoptr(GArray) offers = pass_offers(pass, step);
    guint picked = (guint)g_rand_int_range(rand, 0, (gint)offers->len);
    for (guint i = 0; i < offers->len; i++)
      if (i == picked || (question->kind == KIND_CHOICES && g_rand_boolean(rand)))
        g_strv_builder_add(builder, g_array_index(offers, struct offer, i).value);
  } else if (question->kind == KIND_NUMBER) {
    g_strv_builder_add(builder, g_rand_boolean(rand) ? "0" : "180");
  } else if (question->kind == KIND_DATE) {
    g_strv_builder_add(builder, g_rand_boolean(rand) ? "2026-11-19" : "2026-11-24");
  } else {
    g_strv_builder_add(builder, texts[g_rand_int_range(rand, 0, G_N_ELEMENTS(texts))]);
  }
  return g_strv_builder_end(builder);
}

static void answer_at_random(GRand *rand, struct answers *answers, const struct pass *pass,
                             struct step step)
{
  for (;;) {
    g_auto(GStrv) values = random_values(rand, pass, step);
    g_autofree char *why = NULL;
    int day = date_parse(BEGUN) + g_rand_int_range(rand, 0, 5);
    if (values && !value_check(pass, step, (const char *const *)values, NULL, &why))
      continue;
    answers_restore(answers, step, (const char *const *)values, day, day);
    return;
  }
}

/* Answers all that is asked and not settled. */
static void answer_rest(GRand *rand, const struct test_pack *pack, struct answers *answers)
{
  OWNED(pass) pass = pass_new(pack->catalogue, answers, date_parse(TODAY));
  for (struct step met; pass_next(pass, &met);) {
    gboolean asked = item_question(met.item) || item_repeat(met.item);
    if (!asked || pass_settled(pass, met))
      continue;
    answer_at_random(rand, answers, pass, met);
    pass_rewind(pass, met);
  }
}

/* Changes one answer that counts, and answers what is asked because of it. */
static void change_one(GRand *rand, const struct test_pack *pack, struct answers *answers)
{
  OWNED(pass) pass = pass_over(answers, pack);
  g_autoptr(GPtrArray) list = answers_list(answers);
  const struct answer *answer = list->pdata[g_rand_int_range(rand, 0, (gint)list->len)];
  if (counts(pass, answer))
    answer_at_random(rand, answers, pass, answer->step);
  answer_rest(rand, pack, answers);
}

static void tick_some(GRand *rand, const struct test_pack *pack, struct answers *answers)
{
  for (guint i = 0; i < pack->catalogue->task_count; i++)
    if (g_rand_boolean(rand))
      answers_set_tick(answers, pack->catalogue->tasks[i],
                       date_parse(BEGUN) + g_rand_int_range(rand, 0, 5),
                       g_rand_boolean(rand) ? i ? "short" : "call" : NULL);
}

static const char *any_words(GRand *rand)
{
  static const char *const words[] = {"Mme Roy", "a < b & \"c\"", "une ligne\net une autre",
                                      "é ]]>"};
  return words[g_rand_int_range(rand, 0, G_N_ELEMENTS(words))];
}

static void write_some(GRand *rand, const struct test_pack *pack, struct answers *answers)
{
  if (g_rand_boolean(rand))
    answers_set_moved(answers, pack->catalogue->tasks[1], date_parse(TODAY) + 9);
  if (g_rand_boolean(rand))
    answers_set_fill(answers, "whom", any_words(rand));
  if (g_rand_boolean(rand))
    answers_set_fill(answers, "when", any_words(rand));
  if (g_rand_boolean(rand))
    answers_set_own_draft(answers, "call-note", any_words(rand));
}

/* Takes out what a file does not tell: days of skips, and what stands where a step answers itself.
 */
static void forget_untold(struct answers *answers, const struct test_pack *pack)
{
  OWNED(pass) pass = pass_over(answers, pack);
  g_autoptr(GPtrArray) list = answers_list(answers);
  int begun = answers_begun(answers);
  for (guint i = 0; i < list->len; i++) {
    const struct answer *answer = list->pdata[i];
    if (pass_answers_itself(pass, answer->step))
      answers_remove(answers, answer->step);
    else if (answer->skipped)
      answers_restore(answers, answer->step, NULL, begun, begun);
  }
}

static void test_messages(void)
{
  OWNED(test_pack) pack = test_pack_new(NULL, theme);
  OWNED(answers)
  answers =
      read_body(pack, "<answer of='day'>2026-11-19</answer><fill of='whom'> Mme\tRoy </fill>\n"
                      "<fill of='when'>  </fill><draft of='call-note'>Bonjour,\n\nà bientôt</draft>"
                      "<done of='thanks' on='2026-11-22' action='long'/>"
                      "<moved of='thanks' to='2026-11-30'/>");
  g_autofree char *findings = test_pack_findings(pack);
  ASSERT_TEXT(findings, "");
  const struct task *thanks = catalogue_find(pack->catalogue, "thanks")->task;
  ASSERT_TEXT(answers_fill(answers, "whom"), "Mme Roy");
  CU_ASSERT_PTR_NULL(answers_fill(answers, "when"));
  ASSERT_TEXT(answers_own_draft(answers, "call-note"), "Bonjour,\n\nà bientôt");
  ASSERT_TEXT(answers_ticked_action(answers, thanks), "long");
  CU_ASSERT_EQUAL(answers_moved(answers, thanks), date_parse("2026-11-30"));
  g_autoptr(GString) out = g_string_new(NULL);
  exchange_write(pack->catalogue, answers, "t", date_parse(TODAY), PRIVATE_INCLUDED, NULL, out);
  const char *rest = strstr(out->str, "  <done");
  ASSERT_TEXT(rest ? rest : out->str,
              "  <done of=\"thanks\" on=\"2026-11-22\" action=\"long\"/>\n"
              "  <moved of=\"thanks\" to=\"2026-11-30\"/>\n"
              "  <fill of=\"whom\">Mme Roy</fill>\n"
              "  <draft of=\"call-note\">Bonjour,\n\nà bientôt</draft>\n</example>\n");
}

static void test_message_errors(void)
{
  static const struct reading readings[] = {
      {"<answer of='day'>2026-11-19</answer>\n<fill of='who'>A</fill>\n<fill of='whom'>A</fill>\n"
       "<fill of='whom'>B</fill>\n<draft of='call'>A</draft>\n<moved of='short' to='2026-12-01'/>\n"
       "<done of='thanks' on='2026-11-22' action='call'/>",
       "day=2026-11-19",
       "e.xml:3:1: error: there is no blank 'who' [unknown-id]\n"
       "e.xml:5:1: error: 'whom' stands here a second time; keep one of the two [second-answer]\n"
       "e.xml:6:1: error: there is no draft 'call' [unknown-id]\n"
       "e.xml:7:1: error: there is nothing 'short' to be done; name an action without a slot, or a "
       "slot; did you mean 'thanks'? [unknown-task]\n"
       "e.xml:8:1: error: 'thanks' cannot be answered so: 'call' is no action of it "
       "[bad-answer]\n"},
  };
  check_all(readings, G_N_ELEMENTS(readings));
}

static void test_there_and_back(void)
{
  /* with items that may hold nothing */
  g_autofree char *more = g_strconcat(
      theme,
      "<repeat id='more' max='3' when=\"$late = 'yes'\"><prompt>Encore ?</prompt>"
      "<question id='thing' kind='text' when='$minutes > 0'><prompt>Quoi ?</prompt></question>"
      "</repeat>",
      NULL);
  OWNED(test_pack) pack = test_pack_new(NULL, more);
  for (guint32 seed = 1; seed <= 400; seed++) {
    g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
    OWNED(answers) answers = answers_new(pack->catalogue);
    answers_set_begun(answers, date_parse(BEGUN));
    answer_rest(rand, pack, answers);
    for (int changes = g_rand_int_range(rand, 0, 12); changes > 0; changes--)
      change_one(rand, pack, answers);
    tick_some(rand, pack, answers);
    write_some(rand, pack, answers);

    g_autoptr(GString) out = g_string_new(NULL);
    exchange_write(pack->catalogue, answers, "t", date_parse(TODAY), PRIVATE_INCLUDED, NULL, out);
    OWNED(answers) read = read_text(pack, out->str);
    forget_untold(answers, pack);
    forget_untold(read, pack);
    if (!answers_equal(answers, read) || findings_get(pack->findings, 0)) {
      g_autofree char *wanted = list_answers(answers, pack);
      g_autofree char *got = list_answers(read, pack);
      g_autofree char *findings = test_pack_findings(pack);
      g_autofree char *shown = g_strdup_printf("%s\n%s\n%s", got, findings, out->str);
      printf("\nseed %u\n", seed);
      ASSERT_TEXT(shown, wanted);
      CU_FAIL("what is written reads back the same");
      return;
    }
  }
}

/* ---- a debrief, from one journal to another ---- */

/* Days of all kinds, and some of what was asked not answered yet. */
static void disturb(GRand *rand, const struct test_pack *pack, struct answers *answers)
{
  g_autoptr(GPtrArray) list = answers_list(answers);
  for (guint i = 0; i < list->len; i++) {
    const struct answer *answer = list->pdata[i];
    int given = date_parse(BEGUN) + g_rand_int_range(rand, 0, 9);
    g_auto(GStrv) values = g_strdupv(answer->values);
    if (g_rand_int_range(rand, 0, 8) == 0)
      answers_remove(answers, answer->step);
    else
      answers_restore(answers, answer->step, (const char *const *)values, given,
                      given + g_rand_int_range(rand, 0, 2));
  }
  answers_set_fill(answers, "name", " Ada <&> ");
  answers_set_own_draft(answers, "mail", "Bonjour,\n\nAda\n");
  for (guint i = 0; i < pack->catalogue->task_count; i++)
    if (g_rand_boolean(rand))
      answers_set_moved(answers, pack->catalogue->tasks[i], date_parse(TODAY) + 9);
}

static struct answers *there_and_back(const struct test_pack *from, const struct answers *answers,
                                      const struct test_pack *to)
{
  g_autoptr(GString) out = g_string_new(NULL);
  exchange_write(from->catalogue, answers, "t", date_parse(BEGUN), PRIVATE_INCLUDED, NULL, out);
  struct answers *read = read_text(to, out->str);
  g_autofree char *findings = test_pack_findings(to);
  ASSERT_TEXT(findings, "");
  if (*findings)
    printf("%s", out->str);
  return read;
}

/* Whatever stands in it, and also by way of a pack that knows little of it. */
static void test_debrief(void)
{
  g_autofree char *more = g_strconcat(
      theme,
      "<repeat id='more' max='3'><prompt>Encore ?</prompt><question id='thing' kind='text'>"
      "<prompt>Quoi ?</prompt></question></repeat>",
      NULL);
  OWNED(test_pack) pack = test_pack_new(NULL, more);
  for (guint32 seed = 1; seed <= 300; seed++) {
    g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
    OWNED(answers) answers = answers_new(pack->catalogue);
    answers_set_begun(answers, date_parse(BEGUN));
    answers_set_identity(answers, "d0123");
    answer_rest(rand, pack, answers);
    change_one(rand, pack, answers);
    tick_some(rand, pack, answers);
    disturb(rand, pack, answers);
    OWNED(answers) read = there_and_back(pack, answers, pack);
    CU_ASSERT(answers_equal(answers, read));
    ASSERT_TEXT(answers_identity(read), "d0123");
    OWNED(test_pack)
    other = test_pack_new(NULL, "<question id='late' kind='date'><prompt>A</prompt></question>"
                                "<question id='what' kind='text'><prompt>A</prompt></question>"
                                "<repeat id='more' max='1'><prompt>Encore ?</prompt>"
                                "<question id='thing' kind='number'><prompt>Q</prompt></question>"
                                "</repeat>");
    OWNED(answers) abroad = there_and_back(pack, answers, other);
    OWNED(answers) home = there_and_back(other, abroad, pack);
    CU_ASSERT(answers_equal(answers, home));
    if (!answers_equal(answers, read) || !answers_equal(answers, home)) {
      g_autoptr(GString) wanted = g_string_new(NULL);
      g_autoptr(GString) got = g_string_new(NULL);
      const struct answers *wrong = answers_equal(answers, read) ? home : read;
      exchange_write(pack->catalogue, answers, "", 1, PRIVATE_INCLUDED, NULL, wanted);
      exchange_write(pack->catalogue, wrong, "", 1, PRIVATE_INCLUDED, NULL, got);
      printf("\nseed %u\n", seed);
      ASSERT_TEXT(got->str, wanted->str);
      return;
    }
  }
}

SUITE(exchange, {"answers, skips and ticks, each with its day", test_reads},
      {"items of a repeat", test_items}, {"each error at the line of its entry", test_errors},
      {"ticks name tasks, up to today", test_ticks},
      {"what is not asked is kept parked", test_parked},
      {"an answer that waits does not do where one is required", test_required},
      {"one that is missing in an item is missing there", test_required_in_item},
      {"after a required gap nothing counts as skipped", test_open},
      {"written in document order, private answers on demand", test_writes},
      {"an item's day is told where it does not follow", test_writes_days},
      {"words for messages, and days put off", test_messages},
      {"their errors", test_message_errors},
      {"what is written reads back the same", test_there_and_back},
      {"a debrief comes back as it was", test_debrief})
