/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"
#include "support/play.h"

#define DAY PLAY_DAY

#define TEXT(id, rest) "<question id='" id "' kind='text'" rest "><prompt>?</prompt></question>"

#define NEWS                                                                                       \
  TEXT("first", "")                                                                                \
  "<question id='stage' kind='choice' optional='no' revisit='yes'><prompt>?</prompt>"              \
  "<option value='waiting'><label>L</label></option><option "                                      \
  "value='refused'><label>L</label>" TEXT("reason", "") "</option></question>" TEXT("fault", "")   \
      TEXT("feeling", " revisit='yes'") TEXT("last", "")

#define BEFORE "first Ann; stage waiting; fault none; feeling good"

static void assert_start(const struct walk *walk, const char *expected)
{
  g_autofree char *name = told_name(walk_current(walk));
  ASSERT_TEXT(name, expected);
}

static void assert_days(const struct walk *walk, const char *step, int given, int seen)
{
  const struct answer *answer = answers_get(walk_answers(walk), play_step(walk, step));
  CU_ASSERT_PTR_NOT_NULL_FATAL(answer);
  CU_ASSERT_EQUAL(answer->given, given);
  CU_ASSERT_EQUAL(answer->seen, seen);
}

/* ---- revisit ---- */

static void test_same_day(void)
{
  OWNED(test_pack) pack = play_pack(NEWS);
  OWNED(walk) walk = play_start(pack, BEFORE, DAY);
  assert_start(walk, "last");
}

static void test_no_news(void)
{
  OWNED(test_pack) pack = play_pack(NEWS);
  OWNED(walk) walk = play_start(pack, BEFORE, DAY + 3);
  assert_start(walk, "stage");
  CU_ASSERT_TRUE(walk_is_again(walk));
  ASSERT_PLAY(walk, "skip; good; end", "feeling*; last; -");
  play_told(walk, "stage", "stage waiting");
  assert_days(walk, "stage", DAY, DAY + 3);
  assert_days(walk, "feeling", DAY, DAY + 3);
  assert_days(walk, "fault", DAY, DAY);
  assert_days(walk, "last", DAY + 3, DAY + 3);
}

/* What the news makes relevant comes with it, and never the old questions. */
static void test_news(void)
{
  OWNED(test_pack) pack = play_pack(NEWS);
  OWNED(walk) walk = play_start(pack, BEFORE "; last so", DAY + 3);
  ASSERT_PLAY(walk, "refused; no idea; bad", "reason; feeling*; -");
  assert_days(walk, "stage", DAY + 3, DAY + 3);
  assert_days(walk, "feeling", DAY + 3, DAY + 3);
}

/* A day that was to come is no answer any more once it has passed, but is set aside. */
static void test_passed(void)
{
  OWNED(test_pack)
  pack = play_pack("<question id='next' kind='date' min='today' revisit='yes'><prompt>?</prompt>"
                   "</question>" TEXT("last", ""));
  g_autofree char *day = date_to_iso(DAY + 2), *told = g_strconcat("next ", day, NULL);
  OWNED(walk) early = play_start(pack, told, DAY + 1);
  g_assert_false(walk_is_past(early));
  ASSERT_PLAY(early, "skip", "last");
  play_told(early, "next", told);
  OWNED(walk) late = play_start(pack, told, DAY + 3);
  g_assert_true(walk_is_past(late));
  ASSERT_PLAY(late, "skip", "last");
  play_told(late, "next", "next");
  const GPtrArray *aside = answers_strays(walk_answers(late));
  g_assert_cmpuint(aside->len, ==, 1);
  const struct stray *stray = g_ptr_array_index(aside, 0);
  g_assert_cmpstr(stray->of, ==, "next");
  g_assert_cmpstr(stray->values[0], ==, day);
}

/* The day of a next time is asked anew once it has passed, though it is no news; one that may be
 * told still is not. */
static void test_next_time_passed(void)
{
  static const char *const bounds[] = {"min='today'", ""};
  for (guint i = 0; i < G_N_ELEMENTS(bounds); i++) {
    g_autofree char *theme =
        g_strconcat("<question id='next' kind='date' next-time='yes' ", bounds[i],
                    "><prompt>?</prompt></question>", TEXT("last", ""), NULL);
    OWNED(test_pack) pack = play_pack(theme);
    g_autofree char *day = date_to_iso(DAY + 2), *told = g_strconcat("next ", day, "; last", NULL);
    OWNED(walk) early = play_start(pack, told, DAY + 2);
    CU_ASSERT_PTR_NULL(walk_current(early).item);
    OWNED(walk) late = play_start(pack, told, DAY + 3);
    if (*bounds[i])
      ASSERT_PLAY(late, "skip", "-");
    CU_ASSERT_PTR_NULL(walk_current(late).item);
  }
}

/* A second look on the same day, and a skip that was asked again. */
static void test_seen_once_a_day(void)
{
  OWNED(test_pack) pack = play_pack(NEWS);
  struct answers *answers = told_answers(pack->catalogue, "first Ann; fault none; feeling", DAY);
  told_set(answers, pack->catalogue, "stage waiting", DAY + 3);
  OWNED(walk) walk = walk_new(pack->catalogue, answers, DAY + 3, NULL);
  assert_start(walk, "feeling");
  ASSERT_PLAY(walk, "skip", "last");
  play_told(walk, "feeling", "feeling");
  assert_days(walk, "feeling", DAY, DAY + 3);
}

/* What was told before the debrief began is no earlier visit. */
static void test_begun_today(void)
{
  OWNED(test_pack) pack = play_pack(NEWS);
  struct answers *answers = told_answers(pack->catalogue, BEFORE, DAY);
  answers_set_begun(answers, DAY + 3);
  OWNED(walk) walk = walk_new(pack->catalogue, answers, DAY + 3, NULL);
  assert_start(walk, "last");
}

static void test_parked_revisit(void)
{
  OWNED(test_pack)
  pack = play_pack("<question id='late' kind='choice'><prompt>?</prompt><option value='no'/>"
                   "<option value='yes'>" TEXT(
                       "called", " revisit='yes'") "</option></question>" TEXT("last", ""));
  OWNED(walk) walk = play_start(pack, "late no; called yes", DAY + 1);
  assert_start(walk, "last");
  ASSERT_PLAY(walk, "back; yes; no", "late*; called* +called; last");
}

/* Back leads over what was asked on this visit first, then over the rest. */
static void test_back_on_a_visit(void)
{
  OWNED(test_pack) pack = play_pack(NEWS);
  OWNED(walk) walk = play_start(pack, BEFORE, DAY + 3);
  ASSERT_PLAY(walk, "back; Ann; skip; skip; back; back; back; back",
              "first*; stage*; feeling*; last; feeling*; stage*; first*; no first*");
  ASSERT_PLAY(walk, "Ann; waiting; good", "stage*; feeling*; last");

  OWNED(walk) other = play_start(pack, BEFORE, DAY + 3);
  ASSERT_PLAY(other, "skip; skip; back; back; back; back; Ann; refused; why; skip",
              "feeling*; last; feeling*; stage*; first*; no first*; stage*; reason; last; -");
}

/* Forward from what is due, and back from there, the old questions still stay where they are. */
static void test_forward_on_a_visit(void)
{
  OWNED(test_pack) pack = play_pack(NEWS);
  OWNED(walk) walk = play_start(pack, BEFORE, DAY + 3);
  ASSERT_PLAY(walk, "jump feeling; back; none; waiting; good",
              "feeling*; fault*; stage*; feeling*; last");
}

/* Without revisit questions a later day goes back over everything. */
static void test_back_over_an_old_visit(void)
{
  OWNED(test_pack) pack = play_pack(TEXT("a", "") TEXT("b", "") TEXT("c", "") TEXT("d", ""));
  OWNED(walk) walk = play_start(pack, "a 1; b 2", DAY + 1);
  ASSERT_PLAY(walk, "3; back; back; back; 1; 2; 3", "d; c*; b*; a*; b*; c*; d");

  OWNED(walk) other = play_start(pack, "a 1; b 2; c 3", DAY + 1);
  ASSERT_PLAY(other, "back; back; back; 1; back; 1; 2; 3", "c*; b*; a*; b*; a*; b*; c*; d");
}

/* Once seen, a revisit question is one like all others. */
static void test_skip_after_revisit(void)
{
  OWNED(test_pack) pack = play_pack(NEWS);
  OWNED(walk) walk = play_start(pack, BEFORE, DAY + 3);
  ASSERT_PLAY(walk, "skip; skip; back; skip; back; back; skip",
              "feeling*; last; feeling*; last; feeling*; stage*; no stage*");
  play_told(walk, "feeling", "feeling");
}

/* ---- ticks ---- */

#define SENT                                                                                       \
  TEXT("first", " when='$mail'")                                                                   \
  TEXT("name", "")                                                                                 \
  "<action id='mail' channel='email'><title>Mail</title></action>" TEXT("open",                    \
                                                                        " when='not($mail)'")      \
      TEXT("reply",                                                                                \
           " when='days-since($mail) &gt;= 3'") "<remark id='m' "                                  \
                                                "when='$mail'>Bien.</remark>" TEXT("last", "")

static void test_tick(void)
{
  OWNED(test_pack) pack = play_pack(SENT);
  OWNED(walk) walk = play_start(pack, "name Ann; open so; last l", DAY + 5);
  assert_start(walk, "-");
  ASSERT_PLAY(walk, "tick mail -2; x", "first; - -open !m");
  ASSERT_PLAY(walk, "tick mail -3; y", "reply; -");
  ASSERT_PLAY(walk, "untick mail", "- -first -reply +open");
  ASSERT_PLAY(walk, "tick mail 0", "- -open +first !m");
}

/* A tick leaves a person where he stands, as long as that is on the way. */
static void test_tick_in_between(void)
{
  OWNED(test_pack) pack = play_pack(SENT);
  OWNED(walk) walk = play_start(pack, "name Ann; open so; first f", DAY + 5);
  ASSERT_PLAY(walk, "back; back; tick mail 0; Bea", "open*; name*; name* -open +first !m; last");
  ASSERT_PLAY(walk, "untick mail; back; tick mail 0",
              "last -first +open; name*; name* -open +first !m");
}

SUITE(visit, {"nothing is asked again on the same day", test_same_day},
      {"on a later day news is asked, and a skip keeps what was", test_no_news},
      {"a skip does not keep a day that has passed", test_passed},
      {"the day of a next time that has passed is asked anew", test_next_time_passed},
      {"news leads to what it makes relevant", test_news},
      {"news is asked once a day", test_seen_once_a_day},
      {"a debrief that begins today has no news yet", test_begun_today},
      {"what is parked is not asked again, but when it comes back", test_parked_revisit},
      {"back follows the visit", test_back_on_a_visit},
      {"from what is due one can go forward and back", test_forward_on_a_visit},
      {"back goes over an earlier visit too", test_back_over_an_old_visit},
      {"a skip empties what was seen", test_skip_after_revisit},
      {"a tick opens and closes questions", test_tick},
      {"a tick leaves a person where he stands", test_tick_in_between})
