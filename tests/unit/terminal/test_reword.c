/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of the finished message said another way, at the end of a conversation. */
#include "scripted.h"

#define PACK                                                                                       \
  "<source id='s'><title>Un article</title></source><topic id='t'><title>Sujet</title></topic>"
#define MESSAGE                                                                                    \
  "<question id='day' kind='date' optional='no' max='today'><prompt>Which "                        \
  "day?</prompt></question>"                                                                       \
  "<action id='thank' channel='email' source='s' evidence='study'><title>Say thank you</title>"    \
  "<due after='day' days='1'/><draft id='mail'><subject>Thanks</subject>"                          \
  "<p>Dear <blank id='who'>the name of the host</blank>,</p><p>Thank you. I liked the "            \
  "tour.</p><p>See you,</p></draft></action>"

static void test_numbered(void)
{
  OWNED(scripted) s = scripted_new(PACK, MESSAGE, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "today\nMr Ray\n\n"), DIALOGUE_FINISHED);
  ASSERT_SAID(s, "  1  Subject: Thanks\n  2  Dear Mr Ray,\n  3  Thank you. I liked the tour.\n"
                 "  4  See you,\n");
  ASSERT_SAID(s, "Would you say a part of the message another way? Its number lets you do so.");
  ASSERT_TEXT(s->recorded->str, "day=2026-11-23 who:Mr Ray");
}

static void test_changed(void)
{
  OWNED(scripted) s = scripted_new(PACK, MESSAGE, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "today\nMr Ray\n3\nI liked the garden.\n\n"), DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "day=2026-11-23 who:Mr Ray mail#Subject: Thanks\n\nDear Mr "
                                "Ray,\n\nI liked the garden.\n\nSee you,");
  ASSERT_SAID(s, "  3  I liked the garden.\n  4  See you,\n");
}

/* A part that is taken out is counted no longer; several may be changed. */
static void test_taken_out(void)
{
  OWNED(scripted) s = scripted_new(PACK, MESSAGE, NULL);
  scripted_run(s, "today\nMr Ray\n1\n:skip\n3\nYours,\n4\n\n");
  ASSERT_TEXT(answers_own_draft(walk_answers(s->walk), "mail"),
              "Dear Mr Ray,\n\nThank you. I liked the tour.\n\nYours,");
  ASSERT_SAID(s, "Nothing more is asked; Enter alone shows the plan.");
}

/* Enter, back and the end of the input leave the message; the plan's words make it the plan's. */
static void test_kept(void)
{
  OWNED(scripted) s = scripted_new(PACK, MESSAGE, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "today\nMr Ray\n2\n\n2\n:back\n4\n:help\n"), DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "day=2026-11-23 who:Mr Ray");
  CU_ASSERT_EQUAL(scripted_run(s, ":fill\n\n4\nYours,\n4\nSee you,\n\n"), DIALOGUE_FINISHED);
  CU_ASSERT_PTR_NULL(answers_own_draft(walk_answers(s->walk), "mail"));
}

/* Of a message that is the person's own no blank is asked: back leads to the question. */
static void test_back(void)
{
  OWNED(scripted) s = scripted_new(PACK, MESSAGE, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "today\nMr Ray\n4\nYours,\n:back\nyesterday\n\n"),
                  DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "day=2026-11-23 who:Mr Ray mail#Subject: Thanks\n\nDear Mr "
                                "Ray,\n\nThank you. I liked the tour.\n\nYours, day=2026-11-22");
}

SUITE(reword, {"the parts have numbers", test_numbered}, {"one is changed", test_changed},
      {"one is taken out", test_taken_out}, {"left as it is", test_kept},
      {"back from there", test_back})
