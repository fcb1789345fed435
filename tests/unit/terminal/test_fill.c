/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences with a gap, messages finished at the end, and what is heard in typed words. */
#include "scripted.h"
#include "support/po.h"
#include "terminal/typed.h"

#define PACK                                                                                       \
  "<source id='s'><title>Un article</title></source><topic id='t'><title>Sujet</title></topic>"    \
  "<support hears='too much|give up'><title>Somebody</title><p>Ring 3114.</p></support>"
#define MESSAGE                                                                                    \
  "<question id='day' kind='date' optional='no' max='today'><prompt>Which "                        \
  "day?</prompt></question>"                                                                       \
  "<question id='asked' kind='text' stem='yes'><prompt>They asked me about <blank/>.</prompt>"     \
  "<label>Asked</label></question>"                                                                \
  "<action id='thank' channel='email' source='s' evidence='study'><title>Say thank you</title>"    \
  "<due after='day' days='1'/>"                                                                    \
  "<draft id='mail'><subject>Thanks, <blank id='me'>your name</blank></subject>"                   \
  "<p>Dear <blank id='who' example='Ms Martin'>the name of the host</blank>, thank you.</p>"       \
  "<p>You spoke of <answer of='asked'/>. I liked <blank id='liked'>what you liked</blank>. "       \
  "Yours, <blank id='me'>your name</blank>, <blank>your number</blank></p></draft></action>"

static void test_stem(void)
{
  OWNED(scripted) s = scripted_new(PACK, MESSAGE, NULL);
  scripted_run(s, "today\nabout the permits.\n");
  ASSERT_SAID(s, "They asked me about ____.");
  ASSERT_SAID(s, "  → They asked me about the permits.\n");
  ASSERT_TEXT(s->recorded->str, "day=2026-11-23 asked=the permits.");
  s->dialogue.plain = TRUE;
  scripted_run(s, ":back\nTests\n");
  ASSERT_SAID(s, "They asked me about ….");
  ASSERT_SAID(s, "Answer: They asked me about Tests.\n");
}

static void test_blanks_are_gone_through(void)
{
  OWNED(scripted) s = scripted_new(PACK, MESSAGE, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "today\npay\nAnn Lee\nMr Ray\n\n\n"), DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "day=2026-11-23 asked=pay me:Ann Lee who:Mr Ray");
  ASSERT_SAID(s, "your name  (blank 1 of 3)\n  Thanks, ____\n");
  ASSERT_SAID(s, "the name of the host  (blank 2 of 3)\n  (for example: Ms Martin)\n");
  ASSERT_SAID(s, "  Dear ____, thank you.\n");
  ASSERT_SAID(s, "  → Dear Mr Ray, thank you.\n");
  ASSERT_SAID(s, "  I liked ____.\n");
  ASSERT_SAID(s, "Left open.");
  ASSERT_SAID(s, "Subject: Thanks, Ann Lee\n");
  ASSERT_SAID(s, "  2  Dear Mr Ray, thank you.\n");
  ASSERT_SAID(s, "I liked [what you liked].");
  ASSERT_SAID(s, "What stands in square brackets is still to be written.");
  ASSERT_SAID(s, "'rebond draft' prints it for copying");
}

static void test_back_and_change(void)
{
  OWNED(scripted) s = scripted_new(PACK, MESSAGE, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "today\npay\nAnn\n:back\nAnn Lee\n:skip\n:b\n:b\n:b\ntests\n\n"
                                  "Mr Ray\nthe team\n:back\nthe garden\n\n"),
                  DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "day=2026-11-23 asked=pay me:Ann me:Ann Lee asked=tests who:Mr Ray "
                                "liked:the team liked:the garden");
  ASSERT_SAID(s, "Your answer is 'Ann'; Enter alone keeps it.");
  ASSERT_SAID(s, "Kept: Ann Lee.");
  ASSERT_SAID(s, "I liked the garden.");
}

/* The next visit begins where this one ended; a message that lacks nothing asks nothing. */
static void test_left_half(void)
{
  OWNED(scripted) s = scripted_new(PACK, MESSAGE, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "today\npay\nAnn\n:quit\n"), DIALOGUE_STOPPED);
  CU_ASSERT_EQUAL(scripted_run(s, "Mr Ray\nthe team\n\n"), DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "who:Mr Ray liked:the team");
  CU_ASSERT_EQUAL(scripted_run(s, "\n"), DIALOGUE_FINISHED);
  ASSERT_UNSAID(s, "blank 1");
  CU_ASSERT_EQUAL(scripted_run(s, ":fill\n\n\nthe food\n\n"), DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "liked:the food");
  ASSERT_SAID(s, "what you liked  (blank 3 of 3)");
}

/* Where the input ends among the blanks, all questions are answered. */
static void test_input_may_end(void)
{
  OWNED(scripted) s = scripted_new(PACK, MESSAGE, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "today\npay\n"), DIALOGUE_FINISHED);
  CU_ASSERT_EQUAL(scripted_run(s, ":fill 7\n:fill\nAnn\n:help\n:quit\n"), DIALOGUE_STOPPED);
  ASSERT_SAID(s, "place of the blank");
}

/* ---- what may be left ---- */

#define OFFER                                                                                      \
  "<question id='day' kind='date' optional='no' max='today'><prompt>Which "                        \
  "day?</prompt></question>"                                                                       \
  "<action id='thank' channel='email' source='s' evidence='study'><title>Say thank you</title>"    \
  "<due after='day' days='1'/><draft id='mail'>"                                                   \
  "<p><blank id='more' optional='yes' example='It rained.'>a sentence of your own</blank></p>"     \
  "<p>Dear <blank id='who'>the name of the host</blank>, thank you.</p></draft></action>"

static guint times_said(const struct scripted *s, const char *words)
{
  guint times = 0;
  for (const char *at = s->said; (at = strstr(at, words)); at++)
    times++;
  return times;
}

/* It comes last although it stands first, below the message that is filled but for it. */
static void test_optional_left(void)
{
  OWNED(scripted) s = scripted_new(PACK, OFFER, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "today\nMr Ray\n\n\n"), DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "day=2026-11-23 who:Mr Ray");
  ASSERT_SAID(s, "the name of the host  (blank 1 of 1)\n");
  ASSERT_SAID(s, "  Your message as it stands:\n\n  1  Dear Mr Ray, thank you.\n\n"
                 "a sentence of your own  (optional)\n  (for example: It rained.)\n"
                 "  Enter alone leaves the message as it is.\n");
  ASSERT_SAID(s, "The message stays as it is.\n  'rebond draft' prints it");
  CU_ASSERT_EQUAL(times_said(s, "  1  Dear Mr Ray, thank you.\n"), 1);
  ASSERT_UNSAID(s, "square brackets");
}

static void test_optional_filled(void)
{
  OWNED(scripted) s = scripted_new(PACK, OFFER, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "today\n\n:help\nI kept the card\n\n"), DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "day=2026-11-23 more:I kept the card");
  ASSERT_SAID(s, "The words you type stand in the message as a paragraph of their own.");
  CU_ASSERT_EQUAL(times_said(s, "Your message as it stands:"), 1);
  ASSERT_SAID(
      s, "Your message:\n\n  1  I kept the card\n  2  Dear [the name of the host], thank you.\n");
  ASSERT_SAID(s, "square brackets");
  CU_ASSERT_EQUAL(times_said(s, "'rebond draft' prints it"), 1);
}

/* Back from it leads to the blank before it, and back from the end to it; it can be taken out. */
static void test_optional_changed(void)
{
  OWNED(scripted) s = scripted_new(PACK, OFFER, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "today\nMr Ray\n:back\nMs Ray\nIt rained\n:back\n:skip\n\n"),
                  DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "day=2026-11-23 who:Mr Ray who:Ms Ray more:It rained more:none");
  ASSERT_SAID(s, "Your message as it stands:\n\n  1  Dear Ms Ray, thank you.\n");
  ASSERT_SAID(s, "Your message as it stands:\n\n  1  It rained\n  2  Dear Ms Ray, thank you.\n");
  ASSERT_SAID(s, "Your answer is 'It rained'; Enter alone keeps it, ':skip' takes it out.");
  ASSERT_SAID(s, "Taken out of the message.\n\n  Your message:\n\n  1  Dear Ms Ray, thank you.\n");
}

/* A message that lacks nothing else offers it, once in each conversation, until it is filled. */
static void test_optional_alone(void)
{
  OWNED(scripted) s = scripted_new(PACK, OFFER, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "today\nMr Ray\n\n\n"), DIALOGUE_FINISHED);
  CU_ASSERT_EQUAL(scripted_run(s, ":skip\n\n"), DIALOGUE_FINISHED);
  ASSERT_UNSAID(s, "a few words are missing");
  ASSERT_SAID(s, "Your message as it stands:");
  CU_ASSERT_EQUAL(scripted_run(s, "It rained\n\n"), DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "more:It rained");
  CU_ASSERT_EQUAL(scripted_run(s, "\n"), DIALOGUE_FINISHED);
  ASSERT_UNSAID(s, "a sentence of your own");
  CU_ASSERT_EQUAL(scripted_run(s, ":fill\n\nIt snowed\n\n"), DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "more:It snowed");
}

static void test_optional_hears(void)
{
  OWNED(scripted) s = scripted_new(PACK, OFFER, NULL);
  scripted_run(s, "today\nMr Ray\nI give up\n\n");
  ASSERT_SAID(s, "Ring 3114.");
  ASSERT_TEXT(s->recorded->str, "day=2026-11-23 who:Mr Ray more:I give up");
}

/* ---- heard ---- */

#define CHOICE                                                                                     \
  "<question id='q' kind='choice'><prompt>What was it?</prompt>"                                   \
  "<option value='late' hears='late|train*'><label>Being behind time</label></option>"             \
  "<option value='ill' hears='ill|sick'><label>My health</label></option>"                         \
  "<option value='none'><label>Nothing</label></option></question>"
#define CHOICES                                                                                    \
  "<question id='m' kind='choices'><prompt>What else?</prompt>"                                    \
  "<option value='a' hears='money|pay'><label>The wage</label></option>"                           \
  "<option value='b' hears='team'><label>The people</label></option></question>"

static void test_options_are_heard(void)
{
  OWNED(scripted) s = scripted_new(PACK, CHOICE CHOICES, NULL);
  scripted_run(s, "my trains were LATE\nyes\nthe team, and money\ny\n");
  ASSERT_TEXT(s->recorded->str, "q=late m=a+b");
  ASSERT_SAID(s, "Did you mean 'Being behind time'? (yes, no) ");
  ASSERT_SAID(s, "Did you mean '1 (The wage) and 2 (The people)'?");
  ASSERT_SAID(s, "  → Being behind time\n");
}

static void test_no_is_no(void)
{
  OWNED(scripted) s = scripted_new(PACK, CHOICE, NULL);
  scripted_run(s, "the train\nno\nthe train\n3\n");
  ASSERT_TEXT(s->recorded->str, "q=none");
  OWNED(scripted) other = scripted_new(PACK, CHOICE, NULL);
  scripted_run(other, "the train\n\n");
  ASSERT_TEXT(other->recorded->str, "");
}

static void test_which_of_two(void)
{
  OWNED(scripted) s = scripted_new(PACK, CHOICE, NULL);
  scripted_run(s, "late and sick\n2\n");
  ASSERT_TEXT(s->recorded->str, "q=ill");
  ASSERT_SAID(s, "That may be 1 (Being behind time) or 2 (My health); type one of the numbers.");
}

/* Shown once, wherever it was typed, and what was typed counts as it would have. */
static void test_support_is_heard(void)
{
  OWNED(scripted) s = scripted_new(PACK, MESSAGE CHOICE, NULL);
  scripted_run(s, "today\nwhy I give up\nI give up\nlate\n");
  ASSERT_TEXT(s->recorded->str, "day=2026-11-23 asked=why I give up q=late");
  ASSERT_SAID(s, "Somebody\n  Ring 3114.\n");
  CU_ASSERT_PTR_NULL(strstr(strstr(s->said, "Ring 3114") + 1, "Ring 3114"));
  OWNED(scripted) other = scripted_new(PACK, CHOICE, NULL);
  scripted_run(other, "it is all too much\n3\n");
  ASSERT_SAID(other, "Ring 3114.");
  ASSERT_UNSAID(other, "none of the answers");
  ASSERT_TEXT(other->recorded->str, "q=none");
}

/* ---- days ---- */

#define DAYS                                                                                       \
  "<question id='a' kind='date' max='today'><prompt>When?</prompt></question>"                     \
  "<question id='b' kind='date'><prompt>Until when?</prompt>"                                      \
  "<constraint test='days-since($b) &lt; days-since($a)'>It should come "                          \
  "after.</constraint></question>"                                                                 \
  "<question id='c' kind='date' min='today' edge='first'><prompt>From when?</prompt></question>"

/* A weekday is the one that may stand: today is a Monday. */
static void test_days(void)
{
  OWNED(scripted) s = scripted_new(NULL, DAYS, NULL);
  scripted_run(s, "friday\nwithin a week\nearly next week\n");
  ASSERT_TEXT(s->recorded->str, "a=2026-11-20 b=2026-11-30 c=2026-11-30");
  ASSERT_SAID(s, "  → Friday 20 November 2026\n");
  ASSERT_SAID(s, "  → by Monday 30 November 2026\n");
  ASSERT_SAID(s, "from Monday 30 November to Tuesday 1 December; what counts is Monday\n    "
                 "30 November 2026\n");
  OWNED(scripted) other = scripted_new(NULL, DAYS, NULL);
  scripted_run(other, "friday\nfriday noon\nby Friday, 5pm\n");
  ASSERT_TEXT(other->recorded->str, "a=2026-11-20 b=2026-11-27 c=2026-11-23");
  ASSERT_SAID(other, "  → Friday 27 November 2026, without the hour\n");
}

/* Of what is due after something else the coming weekday is meant. */
static void test_day_behind_another(void)
{
  OWNED(scripted)
  s = scripted_new(NULL,
                   "<question id='a' kind='date' max='today'><prompt>When?</prompt></question>"
                   "<question id='b' kind='date' min='$a' max='today+200'>"
                   "<prompt>Until when?</prompt></question>",
                   NULL);
  scripted_run(s, "friday\nfriday\n");
  ASSERT_TEXT(s->recorded->str, "a=2026-11-20 b=2026-11-27");
}

static void test_far_days(void)
{
  OWNED(scripted) s = scripted_new(NULL, DAYS, NULL);
  scripted_run(s, "20/11/1926\nno\n20/11/2006\n20/11/2026\n27/11/2126\nyes\n");
  ASSERT_TEXT(s->recorded->str, "a=2026-11-20 b=2126-11-27");
  ASSERT_SAID(s, "Saturday 20 November 1926 is far from today; is that the day? (yes, no) ");
}

/* ---- what came of it ---- */

#define OUTCOME                                                                                    \
  "<question id='day' kind='date' optional='no' max='today'><prompt>Which "                        \
  "day?</prompt></question>"                                                                       \
  "<action id='thank' channel='email' source='s' evidence='study'><title>Say thank you</title>"    \
  "<due after='day' days='1'/><question id='said' kind='text'><prompt>What did they say?</prompt>" \
  "</question></action>"                                                                           \
  "<action id='rest' channel='self' source='s' evidence='study'><title>Rest</title>"               \
  "<due after='day' days='1'/></action>"

static void test_outcome_follows_its_tick(void)
{
  OWNED(scripted) s = scripted_new(PACK, OUTCOME, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "today\n\n"), DIALOGUE_FINISHED);
  ASSERT_UNSAID(s, "What did they say?");
  scripted_later(s, 3);
  CU_ASSERT_EQUAL(scripted_run(s, "yes\n24/11\nsoon\nnext week\n\n"), DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "thank!2026-11-24 said=soon rest>2026-11-30");
}

SUITE(fill, {"a stem shows its gap, then its words", test_stem},
      {"the blanks of the next message are gone through", test_blanks_are_gone_through},
      {"blanks can be gone back to and changed", test_back_and_change},
      {"a message left half is gone on with", test_left_half},
      {"the input may end among the blanks", test_input_may_end},
      {"what may be left comes last, and leaves no trace", test_optional_left},
      {"what may be left stands where it is filled", test_optional_filled},
      {"what may be left can be changed and taken out", test_optional_changed},
      {"a message may lack nothing but what may be left", test_optional_alone},
      {"support is heard where something may be left", test_optional_hears},
      {"options are heard, and asked about", test_options_are_heard},
      {"what was not meant is not taken", test_no_is_no},
      {"of two that are heard one is asked for", test_which_of_two},
      {"support is heard wherever it is called for", test_support_is_heard},
      {"days are read as they may stand", test_days},
      {"a weekday is looked for behind the day it has to follow", test_day_behind_another},
      {"days far away are asked back", test_far_days},
      {"what came of an action is asked after its tick", test_outcome_follows_its_tick})
