/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What conditions say, in words. */
#include <string.h>

#include "support/pack.h"
#include "support/suite.h"
#include "walk/condition_words.h"

static const char defines[] =
    "<topic id=\"x\"><title>X</title></topic>"
    "<define id=\"low\" test=\"$mood = 'low'\"/>"
    "<define id=\"either\" test=\"$mood = 'low' or $way = 'video'\"/>"
    "<define id=\"much\" test=\"$mood = 'low' or $way = 'video' or $day\"/>"
    "<define id=\"nested\" test=\"$low and $day\"/>"
    "<define id=\"some\" test=\"$each = 'yes'\"/>";

static const char questions[] =
    "<question id=\"way\" kind=\"choice\"><prompt>Comment ?</prompt><label>Setting</label>"
    "<option value=\"video\"><label>By video</label></option>"
    "<option value=\"room\"><label>In a <em>room</em></label></option></question>\n"
    "<question id=\"mood\" kind=\"choice\"><prompt>Quoi ?</prompt><label>Mood</label>"
    "<option value=\"low\"><label>Low</label></option>"
    "<option value=\"high\"><label>High</label></option><option value=\"no\"/></question>\n"
    "<question id=\"day\" kind=\"date\"><prompt>Which day?</prompt></question>\n"
    "<question id=\"at\" kind=\"time\"><prompt>Quand ?</prompt><label>Hour</label></question>\n"
    "<question id=\"long\" kind=\"text\">"
    "<prompt>What would you have said if there had been time?</prompt></question>\n"
    "<question id=\"size\" kind=\"number\" decimals=\"yes\" unit=\"m\"><prompt>Q ?</prompt>"
    "<label>Size</label></question>\n"
    "<question id=\"ease\" kind=\"scale\" min=\"1\" max=\"5\"><prompt>Q ?</prompt>"
    "<label>Ease</label><low>a</low><high>b</high></question>\n"
    "<question id=\"causes\" kind=\"choices\"><prompt>Q ?</prompt><label>Causes</label>"
    "<option value=\"load\"><label>The load</label></option>"
    "<option value=\"noise\"><label>Noise</label></option></question>\n"
    "<question id=\"first\" kind=\"choice\" from=\"causes\"><prompt>Q ?</prompt>"
    "<label>First cause</label></question>\n"
    "<repeat id=\"many\" max=\"3\"><prompt>Another?</prompt>"
    "<question id=\"each\" kind=\"choice\"><prompt>Q ?</prompt><label>Each</label>"
    "<option value=\"yes\"/><option value=\"no\"/></question>"
    "<question id=\"after\" kind=\"text\" when=\"$some and $each = 'no'\"><prompt>Q ?</prompt>"
    "</question></repeat>\n"
    "<action id=\"call\" channel=\"phone\"><title>Call them</title></action>\n";

/* Of a remark that holds when CONDITION does. */
static char *words_of(const char *condition, const struct translator *translator)
{
  g_autofree char *escaped = g_markup_escape_text(condition, -1);
  g_autofree char *theme =
      g_strdup_printf("%s<remark id=\"r\" when=\"%s\">R.</remark>\n", questions, escaped);
  OWNED(test_pack) pack = test_pack_new(defines, theme);
  return condition_words(pack->catalogue, test_pack_item(pack, "r")->when, translator);
}

static void assert_words(const char *condition, const char *expected)
{
  g_autofree char *words = words_of(condition, NULL);
  ASSERT_TEXT(words, expected);
}

static void test_labels(void)
{
  assert_words("$way = 'video' and not($mood = 'low')",
               "Setting is 'By video' and Mood is not 'Low'");
  assert_words("'room' = $way", "Setting is 'In a room'");
  assert_words("$mood = 'no'", "Mood is 'no'");
  assert_words("$mood != 'low'", "Mood is another than 'Low'");
  assert_words("$mood = 'none'", "Mood is 'none'");
  assert_words("$mood = ''", "Mood is ''");
  assert_words("$first = 'load'", "First cause is 'The load'");
}

static void test_prompts(void)
{
  assert_words("$day", "'Which day?' is answered");
  assert_words("not($long)", "'What would you have said if there had…' is not answered");
}

static void test_values(void)
{
  assert_words("$day = '2026-11-12'", "'Which day?' is Thursday 12 November 2026");
  assert_words("$at = '14:00'", "Hour is 2 pm");
  assert_words("$size > 1.5", "Size is more than 1.5\u00a0m");
  assert_words("30 > $size", "Size is less than 30\u00a0m");
  assert_words("30 >= $size", "Size is at most 30\u00a0m");
  assert_words("30 < $size", "Size is more than 30\u00a0m");
  assert_words("30 <= $size", "Size is at least 30\u00a0m");
  assert_words("1 < 2", "1 is less than 2");
  assert_words("$ease <= 2", "Ease is at most 2");
  assert_words("not($ease >= 2)", "not (Ease is at least 2)");
  assert_words("$ease < $size", "Ease is less than Size");
}

static void test_several(void)
{
  assert_words("$causes = 'load'", "'The load' is among Causes");
  assert_words("not($causes = 'load')", "'The load' is not among Causes");
  assert_words("$causes != 'load'", "another than 'The load' is among Causes");
  assert_words("$each = 'yes'", "'yes' is among Each");
  assert_words("$many", "something was told at 'Another?'");
  assert_words("not($many)", "nothing was told at 'Another?'");
  assert_words("count($causes) >= 2", "the number of Causes is at least 2");
}

static void test_sums(void)
{
  assert_words("days-since($day) > 3", "the number of days since 'Which day?' is more than 3");
  assert_words("sum($ease | $size) = 4", "the sum of Ease and Size is 4");
  assert_words("$ease - ($size + 1) < -2", "Ease − (Size + 1) is less than −2");
  assert_words("-($ease + 1) < 2", "−(Ease + 1) is less than 2");
  assert_words("count($causes)", "the number of Causes is another than 0");
  assert_words("not(count($causes))", "the number of Causes is 0");
}

static void test_joints(void)
{
  assert_words("$mood = 'low' or $mood = 'high' or $day",
               "Mood is 'Low' or 'High' or 'Which day?' is answered");
  assert_words("$causes = 'load' or $causes = 'noise'", "'The load' or 'Noise' is among Causes");
  assert_words("$ease = 1 or $ease = $size", "Ease is 1 or Ease is Size");
  assert_words("($day or $at) and $way",
               "('Which day?' is answered or Hour is answered) and Setting is answered");
  assert_words("not($day or $at)", "not ('Which day?' is answered or Hour is answered)");
  assert_words("true() or not(true())", "always or never");
}

static void test_tasks(void)
{
  assert_words("$call", "'Call them' is done");
  assert_words("not($call)", "'Call them' is not done");
}

static void test_defines(void)
{
  assert_words("$low", "Mood is 'Low'");
  assert_words("not($low)", "Mood is not 'Low'");
  assert_words("$either and $day",
               "(Mood is 'Low' or Setting is 'By video') and 'Which day?' is answered");
  assert_words("$much", "'much' is true");
  assert_words("not($much)", "'much' is false");
  assert_words("$nested", "'low' is true and 'Which day?' is answered");
}

/* Within a repeat it still looks at all that was told there. */
static void test_define_in_repeat(void)
{
  OWNED(test_pack) pack = test_pack_new(defines, questions);
  const struct condition *when = test_pack_item(pack, "after")->when;
  g_autofree char *words = condition_words(pack->catalogue, when, NULL);
  ASSERT_TEXT(words, "'yes' is among Each and Each is 'no'");
}

static const char *shout(const struct translator *translator, const char *msgid)
{
  (void)translator;
  if (g_str_equal(msgid, "no"))
    return "NON";
  if (!*msgid) /* which gettext answers with the head of its file */
    return "HEAD";
  return g_str_equal(msgid, "{1} is {2}") ? "{2} EST {1}" : msgid;
}

static void test_language(void)
{
  struct translator translator = {.message = shout};
  g_autofree char *words = words_of("$mood = 'low'", &translator);
  ASSERT_TEXT(words, "'Low' EST Mood");
  g_autofree char *plain = words_of("$mood = 'no'", &translator);
  ASSERT_TEXT(plain, "'NON' EST Mood");
  g_autofree char *empty = words_of("$mood = ''", &translator);
  ASSERT_TEXT(empty, "'' EST Mood");
}

static void test_beside(void)
{
  g_autofree char *theme =
      g_strdup_printf("%s<remark id=\"r\" when=\"$mood = 'low'\">R.</remark>\n", questions);
  OWNED(test_pack) pack = test_pack_new(defines, theme);
  const struct item *remark = test_pack_item(pack, "r"), *mood = test_pack_item(pack, "mood");
  g_autofree char *words = condition_words_beside(pack->catalogue, remark->when, NULL);
  ASSERT_TEXT(words, "Mood is 'Low' [$mood = 'low']");
  g_autofree char *denied = condition_denied_beside(pack->catalogue, remark->when, NULL);
  ASSERT_TEXT(denied, "Mood is not 'Low' [not($mood = 'low')]");
  g_autofree char *chosen = choice_words(pack->catalogue, item_question(mood), "low", NULL);
  ASSERT_TEXT(chosen, "Mood is 'Low'");
  const struct item *causes = test_pack_item(pack, "causes");
  g_autofree char *among = choice_words(pack->catalogue, item_question(causes), "load", NULL);
  ASSERT_TEXT(among, "'The load' is among Causes");
}

/* What of both is an `or` stands in brackets, defines are opened in both, and one that is not there
 * leaves no trace. */
static void test_both(void)
{
  g_autofree char *theme =
      g_strdup_printf("%s<remark id=\"r\" when=\"$low or $day\">R.</remark>\n", questions);
  OWNED(test_pack) pack = test_pack_new(defines, theme);
  struct translator translator = {.message = shout};
  const struct condition *either = test_pack_item(pack, "r")->when;
  g_autofree char *both = condition_words_both(pack->catalogue, either, either, NULL);
  ASSERT_TEXT(both, "(Mood is 'Low' or 'Which day?' is answered) and "
                    "(Mood is 'Low' or 'Which day?' is answered)");
  g_autofree char *first = condition_words_both(pack->catalogue, either, NULL, &translator);
  g_autofree char *second = condition_words_both(pack->catalogue, NULL, either, &translator);
  g_autofree char *neither = condition_words_both(pack->catalogue, NULL, NULL, NULL);
  ASSERT_TEXT(first, "'Low' EST Mood or 'Which day?' is answered");
  ASSERT_TEXT(second, first);
  ASSERT_TEXT(neither, "");
}

SUITE(condition_words, {"questions and options have their labels", test_labels},
      {"without one the prompt is quoted, and cut", test_prompts},
      {"days, times and numbers are said as people say them", test_values},
      {"of several answers each is among them", test_several},
      {"what is counted and added has words", test_sums},
      {"values of one question are said together, and brackets stand where they are needed",
       test_joints},
      {"advice is done or not", test_tasks},
      {"a define that names little is opened, another is named", test_defines},
      {"a define looks at all turns of a repeat", test_define_in_repeat},
      {"the translator orders the words", test_language},
      {"the condition stands beside its words", test_beside},
      {"two conditions are joined", test_both})
