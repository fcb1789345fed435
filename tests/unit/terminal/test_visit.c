/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan in a conversation: the first action, drafts, reasons, and what is due on a later day. */
#include "french.h"
#include "scripted.h"

#define SOURCE                                                                                     \
  "<source id='s'><title>Un article</title></source>"                                              \
  "<source id='o'><title>Un autre</title></source>"                                                \
  "<topic id='t'><title>Sujet</title></topic>"
#define ACTIONS                                                                                    \
  "<question id='day' kind='date' optional='no' max='today'><prompt>Quel jour ?</prompt>"          \
  "<label>Date</label></question>"                                                                 \
  "<question id='bad' kind='choice'><prompt>Un souci ?</prompt><label>Souci</label>"               \
  "<option value='yes'/><option value='no'/></question>"                                           \
  "<question id='news' kind='choice' revisit='yes'><prompt>Des nouvelles ?</prompt>"               \
  "<label>Nouvelles</label><option value='yes'/><option value='no'/></question>"                   \
  "<action id='excuse' channel='email' slot='thanks' when=\"$bad = 'yes'\" source='s#A1 o s#A2 "   \
  "s' "                                                                                            \
  "evidence='study' reviewed='2026-11'><title>S’excuser</title><due after='day' days='1'/>"      \
  "<why>C’est mieux.</why><draft id='d1'><subject>Pardon</subject>"                              \
  "<p>Bonjour, <blank>un mot</blank>.</p></draft></action>"                                        \
  "<action id='thank' channel='email' slot='thanks' source='s' evidence='study'>"                  \
  "<title>Remercier</title><due after='day' days='1'/></action>"                                   \
  "<action id='call' channel='phone' source='s' evidence='study'><title>Appeler</title>"           \
  "<due after='thanks' days='7'/></action>"

static void test_first_action_is_told(void)
{
  OWNED(scripted) s = scripted_new(SOURCE, ACTIONS, NULL);
  scripted_run(s, "today\nyes\n");
  ASSERT_SAID(s, "First thing to do, as it stands: Remercier, Tuesday 24 November.");
  /* The same one, in other words. */
  ASSERT_UNSAID(s, "stands: S’excuser");
  scripted_run(s, ":back\n:back\n20/11\n");
  ASSERT_SAID(s, "stands: S’excuser, Monday 23 November.");
}

/* Not while a question that can rule it out, or the date of another, is still to come. */
static void test_first_action_is_known(void)
{
  OWNED(scripted)
  s = scripted_new("<define id='fine' test=\"$mood = 'yes' and not($offer = 'yes')\"/>",
                   "<question id='mood' kind='choice'><prompt>Ça va ?</prompt>"
                   "<option value='yes'/><option value='no'/></question>"
                   "<question id='offer' kind='choice'><prompt>Une offre ?</prompt>"
                   "<option value='yes'/><option value='no'/></question>"
                   "<question id='day' kind='date'><prompt>Quel jour ?</prompt></question>"
                   "<question id='more' kind='text'><prompt>Encore ?</prompt></question>"
                   "<action id='thank' channel='email' when=\"$offer = 'no'\">"
                   "<title>Remercier</title><due after='day' days='1'/></action>"
                   "<action id='read' channel='self' when=\"$offer = 'yes'\"><title>Relire</title>"
                   "<due after='answered' days='1'/></action>"
                   "<action id='go-on' channel='self' when='$fine'><title>Avancer</title>"
                   "<due after='answered' days='2'/></action>",
                   NULL);
  scripted_run(s, "yes\n");
  ASSERT_UNSAID(s, "First thing to do");
  scripted_run(s, "no\n");
  ASSERT_UNSAID(s, "First thing to do");
  scripted_run(s, "today\n");
  ASSERT_SAID(s, "First thing to do, as it stands: Remercier, Tuesday 24 November.");
  scripted_run(s, ":back\n:back\nyes\n:quit\n");
  ASSERT_SAID(s, "First thing to do, as it stands: Relire, Tuesday 24 November.");
}

static void test_drafts_and_reasons(void)
{
  OWNED(scripted) s = scripted_new(SOURCE, ACTIONS, NULL);
  scripted_run(s,
               ":draft\ntoday\nyes\n:draft\n:draft 1\n:draft 2\n:draft 9\n:why 1\n:why 9\n:why\n");
  ASSERT_SAID(s, "  1  Tuesday 24 November: S’excuser (with a draft)\n"
                 "  2  Tuesday 1 December: Appeler\n");
  ASSERT_SAID(s, "Bonjour, [un mot].");
  ASSERT_SAID(s, "This action has no draft.");
  ASSERT_SAID(s, "The plan has no action '9'; ':draft' lists them.");
  ASSERT_SAID(s,
              "  C’est mieux.\n  Because you said:\n  - Souci: yes\n  Source: Un article.\n"
              "  Source: Un autre.\n  It rests on a study.\n  Last reviewed in November 2026.\n");
  ASSERT_SAID(s, "This is asked in every conversation");
}

static void test_why_is_asked(void)
{
  OWNED(scripted)
  s = scripted_new(NULL,
                   "<question id='a' kind='choice' private='yes'><prompt>?</prompt><label>A</label>"
                   "<option value='yes'/></question>"
                   "<question id='b' kind='choice'><prompt>?</prompt><label>B</label>"
                   "<option value='yes'/></question>"
                   "<question id='c' kind='text' when=\"$a = 'yes'\"><prompt>?</prompt></question>"
                   "<question id='d' kind='text' when=\"$b = 'yes'\"><prompt>?</prompt></question>",
                   NULL);
  scripted_run(s, "y\ny\n:why\n\n:why\n");
  ASSERT_SAID(s, "This is asked because of an answer that stays between us.");
  ASSERT_SAID(s, "This is asked because you said:\n  - B: yes\n");
}

static void told(struct scripted *s)
{
  scripted_run(s, "today\nno\nno\n\n");
  ASSERT_TEXT(s->recorded->str, "day=2026-11-23 bad=no news=no");
}

static void test_due_actions_come_first(void)
{
  OWNED(scripted) s = scripted_new(SOURCE, ACTIONS, NULL);
  told(s);
  scripted_later(s, 3);
  CU_ASSERT_EQUAL(scripted_run(s, "yes\nyesterday\n\n"), DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "thanks!2026-11-25 news=no");
  ASSERT_SAID(s, "── Since last time ─");
  ASSERT_SAID(s, "Remercier\n  Due on Tuesday 24 November. Done?\n");
  ASSERT_SAID(s, "On which day? (Enter: today, Thursday 26 November 2026)");
  ASSERT_SAID(s, "Done on Wednesday 25 November 2026.");
  ASSERT_SAID(s, "Your answer is 'no'; Enter alone keeps it.");
  ASSERT_UNSAID(s, "Un souci ?");
}

static void test_enter_is_today(void)
{
  OWNED(scripted) s = scripted_new(SOURCE, ACTIONS, NULL);
  told(s);
  scripted_later(s, 3);
  CU_ASSERT_EQUAL(scripted_run(s, "yes\n\n\n"), DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "thanks!2026-11-26 news=no");
  ASSERT_SAID(s, "Done on Thursday 26 November 2026.");
  ASSERT_UNSAID(s, "Left open");
}

static void test_day_is_understood_at_once(void)
{
  OWNED(scripted) s = scripted_new(SOURCE, ACTIONS, NULL);
  told(s);
  scripted_later(s, 3);
  scripted_run(s, "soon\n20/11/2026\n:why\n24/11\n\n");
  ASSERT_TEXT(s->recorded->str, "thanks!2026-11-24 news=no");
  ASSERT_SAID(s, "'soon' is neither yes nor no nor a day");
  ASSERT_SAID(s, "That is before this began, on Monday 23 November 2026; type a later day.");
  ASSERT_SAID(s, "Source: Un article.");
}

/* One is the first answer everywhere else: here it is yes, not the first of a month. */
static void test_one_is_yes(void)
{
  OWNED(scripted) s = scripted_new(SOURCE, ACTIONS, NULL);
  told(s);
  scripted_later(s, 3);
  scripted_run(s, "1\ntomorrow\n24/11\n\n");
  ASSERT_TEXT(s->recorded->str, "thanks!2026-11-24 news=no");
  ASSERT_SAID(s, "That day is still to come; type a day up to today.");
}

/* What is late is asked after at a weekend too, when nothing stands in the plan for that day. */
static void test_weekend(void)
{
  OWNED(scripted)
  s = scripted_new(SOURCE,
                   "<question id='day' kind='date' optional='no' max='today'><prompt>?</prompt>"
                   "</question><action id='thank' channel='email' source='s' evidence='study'>"
                   "<title>Remercier</title><due after='day' days='1' on='mon-fri'/></action>",
                   NULL);
  scripted_run(s, "today\n\n");
  scripted_later(s, 5);
  scripted_run(s, "24/11\n\n");
  ASSERT_TEXT(s->recorded->str, "thank!2026-11-24");
}

/* What has been due for longest is asked after first, whatever comes first in the pack. */
static void test_late_first(void)
{
  OWNED(scripted)
  s = scripted_new(SOURCE,
                   "<question id='day' kind='date' optional='no' max='today'><prompt>?</prompt>"
                   "</question><action id='call' channel='phone' source='s' evidence='study'>"
                   "<title>Appeler</title><due after='day' days='3'/></action>"
                   "<action id='thank' channel='email' source='s' evidence='study'>"
                   "<title>Remercier</title><due after='day' days='1'/></action>",
                   NULL);
  scripted_run(s, "today\n\n");
  scripted_later(s, 3);
  scripted_run(s, "24/11\n:back\nno\nno\n\n");
  ASSERT_TEXT(s->recorded->str, "thank!2026-11-24 thank!no");
}

/* How somebody is comes before what is due, and back goes there. */
static void test_asked_before_what_is_due(void)
{
  OWNED(scripted)
  s = scripted_new(SOURCE,
                   "<question id='mood' kind='choice' revisit='first'><prompt>Ça va ?</prompt>"
                   "<option value='yes'/><option value='no'/></question>" ACTIONS,
                   NULL);
  scripted_run(s, "yes\ntoday\nno\nno\n\n");
  scripted_later(s, 3);
  scripted_run(s, "no\nno\n\n\n");
  ASSERT_TEXT(s->recorded->str, "mood=no news=no");
  CU_ASSERT(strstr(s->said, "Ça va") < strstr(s->said, "Since last time"));
  scripted_later(s, 3);
  scripted_run(s, "no\n:back\nyes\nno\n:back\n\nyes\n");
  ASSERT_TEXT(s->recorded->str, "mood=no mood=yes news=yes");
}

/* Nobody can have done what the answer before has only just brought. */
static void test_new_today(void)
{
  OWNED(scripted)
  s = scripted_new(SOURCE,
                   "<question id='mood' kind='choice' revisit='first'><prompt>Ça va ?</prompt>"
                   "<option value='yes'/><option value='no'/></question>"
                   "<action id='rest' channel='self' when=\"$mood = 'no'\"><title>Souffler</title>"
                   "<due after='answered' days='0'/></action>" ACTIONS,
                   NULL);
  scripted_run(s, "yes\ntoday\nno\nno\n\n");
  scripted_later(s, 3);
  scripted_run(s, "no\n\n\n\n");
  ASSERT_SAID(s, "Remercier");
  ASSERT_UNSAID(s, "Souffler\n  Due on");
  scripted_later(s, 1);
  scripted_run(s, "\n\n");
  ASSERT_SAID(s, "Souffler\n  Due on");
}

/* A day to come is one to put it off to. */
static void test_put_off(void)
{
  static const char *const days[][2] = {{"tomorrow", "2026-11-27"},
                                        {"friday", "2026-11-27"},
                                        {"next week", "2026-11-30"},
                                        {"by 4 december", "2026-12-04"},
                                        {"in two weeks", "2026-12-10"}};
  for (gsize i = 0; i < G_N_ELEMENTS(days); i++) {
    OWNED(scripted) s = scripted_new(SOURCE, ACTIONS, NULL);
    told(s);
    scripted_later(s, 3);
    g_autofree char *typed = g_strconcat(days[i][0], "\n\n", NULL);
    g_autofree char *kept = g_strconcat("thanks>", days[i][1], " news=no", NULL);
    scripted_run(s, typed);
    ASSERT_TEXT(s->recorded->str, kept);
    ASSERT_SAID(s, "Put off to ");
  }
}

static void test_back_from_the_day(void)
{
  OWNED(scripted) s = scripted_new(SOURCE, ACTIONS, NULL);
  told(s);
  scripted_later(s, 3);
  scripted_run(s, "yes\n:back\nno\n\n");
  ASSERT_TEXT(s->recorded->str, "news=no");
}

static void test_due_action_left_open(void)
{
  OWNED(scripted) s = scripted_new(SOURCE, ACTIONS, NULL);
  told(s);
  scripted_later(s, 3);
  scripted_run(s, "\n\n");
  ASSERT_TEXT(s->recorded->str, "news=no");
  ASSERT_SAID(s, "Left open.");
}

/* Asking after one makes the next due; back leads to both, also from the first question. */
static void test_back_to_due_actions(void)
{
  OWNED(scripted) s = scripted_new(SOURCE, ACTIONS, NULL);
  told(s);
  scripted_later(s, 9);
  scripted_run(s, ":back\n24/11\nno\n:back\n:back\nno\n:skip\n\n");
  ASSERT_TEXT(s->recorded->str, "thanks!2026-11-24 thanks!no news=no");
  ASSERT_SAID(s, "This is where it begins; there is nothing before.");
  ASSERT_SAID(s, "You did it on Tuesday 24 November; still so?");
}

static void test_input_ends_at_due_action(void)
{
  OWNED(scripted) s = scripted_new(SOURCE, ACTIONS, NULL);
  told(s);
  scripted_later(s, 3);
  CU_ASSERT_EQUAL(scripted_run(s, ""), DIALOGUE_EXHAUSTED);
  ASSERT_TEXT(s->where, "Remercier");
}

/* Twice on one day asks once. */
static void test_same_day_asks_once(void)
{
  OWNED(scripted) s = scripted_new(SOURCE, ACTIONS, NULL);
  told(s);
  scripted_later(s, 3);
  scripted_run(s, "no\nyes\n");
  scripted_later(s, 0);
  CU_ASSERT_EQUAL(scripted_run(s, "\n"), DIALOGUE_FINISHED);
  ASSERT_UNSAID(s, "Since last time");
}

/* ---- what has lapsed since ---- */

/* Thanks, and something that stands only as long as they have not been said. */
#define LAPSING                                                                                    \
  "<question id='day' kind='date' optional='no' max='today'><prompt>Quel jour ?</prompt>"          \
  "<label>Date</label></question>"                                                                 \
  "<question id='news' kind='choice' revisit='yes'><prompt>Des nouvelles ?</prompt>"               \
  "<label>Nouvelles</label><option value='yes'/><option value='no'/></question>"                   \
  "<action id='thank' channel='email' source='s' evidence='study'><title>Remercier</title>"        \
  "<due after='day' days='1' until='2'/><why>C’est poli.</why></action>"                         \
  "<action id='both' channel='email' when='not($thank)'><title>Les deux</title>"                   \
  "<due after='day' days='6'/></action>"

static void test_lapsed_action_is_asked_after(void)
{
  OWNED(scripted) s = scripted_new(SOURCE, LAPSING, NULL);
  scripted_run(s, "today\nno\n\n");
  scripted_later(s, 7);
  CU_ASSERT_EQUAL(scripted_run(s, "soon\n:why\n24/11\nno\n:review\n\n"), DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "thank!2026-11-24 news=no");
  ASSERT_SAID(s, "Remercier\n  Due on Tuesday 24 November. Done?\n");
  ASSERT_SAID(s, "C’est poli.");
  ASSERT_UNSAID(s, "Les deux");
}

/* A tick takes the other action out of the plan; back goes over it, not onto it. */
static void test_back_over_what_has_gone(void)
{
  OWNED(scripted) s = scripted_new(SOURCE, LAPSING, NULL);
  scripted_run(s, "today\nno\n\n");
  scripted_later(s, 7);
  scripted_run(s, "no\n\n:back\n:back\n24/11\n:back\n:back\n:back\n\n\n");
  ASSERT_SAID(s, "You did it on Tuesday 24 November; still so?");
}

static void test_lapsed_action_is_asked_after_once(void)
{
  OWNED(scripted) s = scripted_new(SOURCE, LAPSING, NULL);
  scripted_run(s, "today\nno\n\n");
  scripted_later(s, 7);
  scripted_run(s, "24/11\n:back\nno\n\n\n\n");
  ASSERT_TEXT(s->recorded->str, "thank!2026-11-24 thank!no news=no");
  ASSERT_SAID(s, "You did it on Tuesday 24 November; still so?");
  ASSERT_SAID(s, "Les deux\n  Due on Sunday 29 November. Done?\n");
  scripted_later(s, 1);
  scripted_run(s, "\n\n\n");
  ASSERT_UNSAID(s, "Remercier");
  ASSERT_SAID(s, "Les deux");
}

/* What had lapsed before the first visit was never planned. */
static void test_lapsed_before_it_was_planned(void)
{
  OWNED(scripted) s = scripted_new(SOURCE, LAPSING, NULL);
  scripted_run(s, "18/11\nno\n\n");
  scripted_later(s, 7);
  scripted_run(s, "\n\n\n");
  ASSERT_UNSAID(s, "Remercier");
}

/* What was late before it was told was never planned for that day. */
static void test_late_from_the_start(void)
{
  OWNED(scripted) s = scripted_new(SOURCE, ACTIONS, NULL);
  scripted_run(s, "20/11\nno\nno\n\n");
  scripted_later(s, 1);
  scripted_run(s, "no\n\n\n");
  ASSERT_SAID(s, "Remercier\n  Is it done?\n");
}

/* ---- answers of the debrief before ---- */

#define REMEMBERED                                                                                 \
  "<question id='where' kind='text' remember='silent'><prompt>Où ?</prompt><label>Lieu</label>"   \
  "</question><question id='who' kind='text' remember='ask'><prompt>Qui ?</prompt></question>"

/* What was done since may have overtaken what must be told: it is named, and not kept by an empty
 * line. What may be left out stays as it was. */
static void test_overtaken_by_a_tick(void)
{
  OWNED(scripted)
  s = scripted_new(SOURCE,
                   ACTIONS "<question id='stage' kind='choice' optional='no' revisit='yes' "
                           "default='out'><prompt>Où en êtes-vous ?</prompt>"
                           "<option value='out'><label>out</label></option><option value='thanked'>"
                           "<label>thanked</label></option></question>",
                   NULL);
  scripted_run(s, "today\nno\nno\n\n");
  scripted_later(s, 3);
  scripted_run(s, "yesterday\n\n\nthanked\n");
  ASSERT_SAID(s, "Your answer is 'no'; Enter alone keeps it.");
  ASSERT_SAID(s, "Before what you have done since, you had said 'out'.");
  ASSERT_SAID(s, "What follows needs this answer.");
  ASSERT_TEXT(s->recorded->str, "thanks!2026-11-25 news=no stage=thanked");
  scripted_later(s, 4);
  scripted_run(s, "\n\n\n");
  ASSERT_SAID(s, "Your answer is 'thanked'; Enter alone keeps it.");
}

/* So may a next time that came of it and has been since; its day is asked anew then. */
static void test_overtaken_by_a_next_time(void)
{
  OWNED(scripted)
  s = scripted_new(SOURCE,
                   "<question id='stage' kind='choice' optional='no' revisit='yes'><prompt>Où ?"
                   "</prompt><option value='next'><label>next</label></option>"
                   "<option value='out'><label>out</label></option></question>"
                   "<question id='mood' kind='choice' optional='no' revisit='yes'><prompt>Ça va ?"
                   "</prompt><option value='well'><label>well</label></option></question>"
                   "<question id='day' kind='date' next-time='yes' min='today' "
                   "when=\"$stage = 'next'\"><prompt>Quel jour ?</prompt></question>",
                   NULL);
  scripted_run(s, "next\nwell\nfriday\n\n");
  scripted_later(s, 2);
  scripted_run(s, "\n\n\n");
  ASSERT_TEXT(s->recorded->str, "stage=next mood=well");
  scripted_later(s, 5);
  scripted_run(s, "\nnext\n\nnext friday\n\n");
  ASSERT_SAID(s, "Before what you have done since, you had said 'next'.");
  ASSERT_SAID(s, "Your answer is 'well'; Enter alone keeps it.");
  ASSERT_TEXT(s->recorded->str, "stage=next mood=well day=2026-12-04");
}

/* A day that is over is named where it is asked for anew, and an empty line sets it aside. */
static void test_over(void)
{
  OWNED(scripted)
  s = scripted_new(SOURCE,
                   "<question id='day' kind='date' next-time='yes' min='today'><prompt>Quel jour ?"
                   "</prompt></question>",
                   NULL);
  scripted_run(s, "friday\n\n");
  scripted_later(s, 5);
  scripted_run(s, "\n\n");
  ASSERT_SAID(s, "You had said 'Friday 27 November 2026', which is over; Enter alone sets it");
  ASSERT_TEXT(s->recorded->str, "day=-");
  g_assert_cmpuint(answers_strays(walk_answers(s->walk))->len, ==, 1);
  scripted_later(s, 6);
  scripted_run(s, "\n");
  ASSERT_UNSAID(s, "Quel jour");
}

static void test_remembered(void)
{
  OWNED(scripted) before = scripted_new(NULL, REMEMBERED, NULL);
  scripted_run(before, "Paris\nAnne\n");
  OWNED(scripted) s = scripted_new(NULL, REMEMBERED, NULL);
  g_autoptr(GPtrArray) told_before = answers_list(walk_answers(before->walk));
  OWNED(answers) previous = answers_new(s->pack->catalogue);
  for (guint i = 0; i < told_before->len; i++) {
    const struct answer *answer = told_before->pdata[i];
    struct step step = {test_pack_item(s->pack, answer->step.item->id), 0};
    answers_set(previous, step, (const char *const *)answer->values, answer->given);
  }
  s->dialogue.previous = previous;
  scripted_run(s, "\n:review\n\n");
  ASSERT_TEXT(s->recorded->str, "where=Paris who=Anne");
  ASSERT_UNSAID(s, "Où ?");
  ASSERT_SAID(s, "Enter alone means 'Anne', as last time.");
  ASSERT_SAID(s, "Taken from last time: Anne.");
  ASSERT_SAID(s, "  1  Lieu: Paris\n");
}

/* ---- words only ---- */

static void test_plain_is_words(void)
{
  OWNED(scripted) s = scripted_new(SOURCE, ACTIONS, NULL);
  s->dialogue.plain = s->dialogue.colour = TRUE;
  scripted_run(s, "yesterday\n2\n:review\n3\n?\n:draft\n:why 1\n:help\n\n");
  ASSERT_TEXT(s->recorded->str, "day=2026-11-22 bad=no news=-");
  ASSERT_SAID(s, "Your answer: \nAnswer: Sunday 22 November 2026.\n");
  ASSERT_SAID(s, "1: Yes\n2: No\n");
  for (const char *at = s->said; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    gboolean fine = c == '\n' || (g_unichar_isprint(c) && (c < 0x2190 || c > 0x2bff));
    CU_ASSERT_TRUE(fine);
  }
  ASSERT_UNSAID(s, "\n\n\n");
  ASSERT_UNSAID(s, "\n ");
}

SUITE(visit, {"what a tick has overtaken is asked anew", test_overtaken_by_a_tick},
      {"what a next time has overtaken is asked anew", test_overtaken_by_a_next_time},
      {"a day that is over is named, and set aside by an empty line", test_over},
      {"the first action is told as soon as it is known", test_first_action_is_told},
      {"no first action is told that answers to come can rule out", test_first_action_is_known},
      {"drafts and reasons can be looked at on the way", test_drafts_and_reasons},
      {"why something is asked is told, private answers are not", test_why_is_asked},
      {"due actions come first on a later day", test_due_actions_come_first},
      {"done without a day is done today", test_enter_is_today},
      {"a day says that it was done", test_day_is_understood_at_once},
      {"one means yes", test_one_is_yes}, {"a day to come puts it off", test_put_off},
      {"what is asked first comes before what is due", test_asked_before_what_is_due},
      {"what has only just come up is not asked after", test_new_today},
      {"what is late is asked after at a weekend", test_weekend},
      {"what has been due for longest is asked after first", test_late_first},
      {"back from the day asks again whether it was done", test_back_from_the_day},
      {"a due action can be left open", test_due_action_left_open},
      {"back leads to due actions", test_back_to_due_actions},
      {"input that runs out names the task", test_input_ends_at_due_action},
      {"due actions are asked after once a day", test_same_day_asks_once},
      {"what has lapsed since is asked after", test_lapsed_action_is_asked_after},
      {"back goes over an action that has left the plan", test_back_over_what_has_gone},
      {"what has lapsed is asked after once", test_lapsed_action_is_asked_after_once},
      {"what was never planned is not asked after", test_lapsed_before_it_was_planned},
      {"a day before the first visit is not held up", test_late_from_the_start},
      {"answers of last time are offered or taken", test_remembered},
      {"plain mode says everything in words", test_plain_is_words})
