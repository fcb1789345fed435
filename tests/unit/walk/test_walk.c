/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/play.h"

#define DAY PLAY_DAY

#define CHOICE(id, rest) "<question id='" id "' kind='choice'" rest "><prompt>?</prompt>"
#define CHOICES(id, rest) "<question id='" id "' kind='choices'" rest "><prompt>?</prompt>"
#define TEXT(id, rest) "<question id='" id "' kind='text'" rest "><prompt>?</prompt></question>"
#define OPTION(value, nested) "<option value='" value "'><label>L</label>" nested "</option>"
#define END "</question>"
#define REMARK(id, rest) "<remark id='" id "'" rest ">Bien.</remark>"

/* ---- straight on ---- */

#define LATE                                                                                       \
  TEXT("name", "")                                                                                 \
  CHOICE("late", "")                                                                               \
  OPTION("no", "")                                                                                 \
  OPTION("yes", REMARK("m-late", "") TEXT("minutes", "") TEXT("called", ""))                       \
  REMARK("m-said", "")                                                                             \
  END TEXT("must", " optional='no'") TEXT("note", " when=\"$minutes = 'ten'\"") TEXT("last", "")

static void test_straight(void)
{
  OWNED(test_pack) pack = play_pack(LATE);
  OWNED(walk) walk = play_start(pack, "", DAY);
  g_autofree char *first = told_name(walk_current(walk));
  ASSERT_TEXT(first, "name");
  CU_ASSERT_FALSE(walk_is_again(walk));
  ASSERT_PLAY(walk, "Ann; yes; ten; skip; said; so; end",
              "late; minutes !m-late; called; must !m-said; note; last; -");
  g_autoptr(GArray) path = walk_path(walk);
  g_autofree char *names = told_names(path);
  ASSERT_TEXT(names, "name late minutes called must note last");
  play_told(walk, "called", "called");
  play_told(walk, "minutes", "minutes ten");
}

static void test_refused(void)
{
  OWNED(test_pack) pack = play_pack(LATE);
  OWNED(walk) walk = play_start(pack, "", DAY);
  ASSERT_PLAY(walk, "Ann; maybe; no; skip; back; back; back",
              "late; no late; must !m-said; no must; late*; name*; no name*");
  play_told(walk, "late", "late no");
  g_autofree char *why = NULL;
  walk_jump(walk, play_step(walk, "must"));
  CU_ASSERT_FALSE(walk_skip(walk, &why));
  CU_ASSERT_PTR_NOT_NULL(why);
  play_told(walk, "must", NULL);
}

/* ---- back ---- */

static void test_back(void)
{
  OWNED(test_pack) pack = play_pack(LATE);
  OWNED(walk) walk = play_start(pack, "name Ann; late yes; minutes ten; called; must so", DAY);
  ASSERT_PLAY(walk, "back; back; back; back; back; back",
              "must*; called*; minutes*; late*; name*; no name*");
  ASSERT_PLAY(walk, "Ann; yes; ten; skip; so", "late*; minutes*; called*; must*; note");
  ASSERT_PLAY(walk, "skip; end; back; back", "last; -; last*; note*");
}

/* A changed answer keeps the later ones; what is newly asked comes first, then the frontier. */
static void test_change(void)
{
  OWNED(test_pack) pack = play_pack(LATE);
  OWNED(walk) walk = play_start(pack, "name Ann; late no; must so", DAY);
  ASSERT_PLAY(walk, "back; back; yes; ten; yes; what; end",
              "must*; late*; minutes !m-late; called; note; last; -");
  play_told(walk, "must", "must so");
}

static void test_park_and_restore(void)
{
  OWNED(test_pack) pack = play_pack(LATE);
  OWNED(walk)
  walk = play_start(pack, "name Ann; late yes; minutes ten; called yes; must so; note n", DAY);
  ASSERT_PLAY(walk, "jump late; no", "late*; last -minutes -called -note");
  play_told(walk, "minutes", "minutes ten");
  CU_ASSERT_PTR_NULL(pass_answer(walk_pass(walk), play_step(walk, "minutes")));
  ASSERT_PLAY(walk, "jump late; yes", "late*; last +minutes +called +note !m-late");
  ASSERT_PLAY(walk, "jump minutes; five; jump minutes; ten",
              "minutes*; last -note; minutes*; last +note");
  ASSERT_PLAY(walk, "jump late; skip", "late*; last -minutes -called -note");
  ASSERT_PLAY(walk, "jump minutes; jump note", "no last; no last");
}

/* What lies beyond a new question is told once the way leads past it. */
static void test_news_in_time(void)
{
  OWNED(test_pack)
  pack = play_pack(CHOICE("a", "") OPTION("x", TEXT("ax", "")) OPTION("y", TEXT("ay", "")) END TEXT(
      "b", " when=\"$ax or $ay = 'keep'\"") REMARK("m", " when='$b'") TEXT("c", ""));
  OWNED(walk) walk = play_start(pack, "", DAY);
  ASSERT_PLAY(walk, "x; told; said", "ax; b; c !m");
  ASSERT_PLAY(walk, "jump a; y; lose", "a*; ay -ax; c -b");
  ASSERT_PLAY(walk, "jump ay; keep", "ay*; c +b !m");
}

/* ---- jump ---- */

static void test_jump(void)
{
  OWNED(test_pack) pack = play_pack(LATE);
  OWNED(walk) walk = play_start(pack, "name Ann; late no; must so", DAY);
  ASSERT_PLAY(walk, "jump name; Bea", "name*; last");
  ASSERT_PLAY(walk, "jump late; yes; ten; yes; skip", "late*; minutes !m-late; called; note; last");
  ASSERT_PLAY(walk, "jump minutes; back; yes; ten", "minutes*; late*; minutes*; called*");
  ASSERT_PLAY(walk, "jump name; Cil; yes", "name*; called*; must*");
  ASSERT_PLAY(walk, "jump last; end", "last; -");
  ASSERT_PLAY(walk, "jump must; jump name; Dea", "must*; name*; -");
}

/* From where one went back to, one can also jump forward, and comes back. */
static void test_jump_forward(void)
{
  OWNED(test_pack) pack = play_pack(LATE);
  OWNED(walk) walk = play_start(pack, "name Ann; late no; must so", DAY);
  ASSERT_PLAY(walk, "back; back; back; jump must; more; Ann; no; more",
              "must*; late*; name*; must*; name*; late*; must*; last");
  ASSERT_PLAY(walk, "back; back; back; jump must; back; no; more",
              "must*; late*; name*; must*; late*; must*; last");

  OWNED(walk) other = play_start(pack, "name Ann; late no; must so; last l", DAY);
  ASSERT_PLAY(other, "back; back; back; jump name; jump last; back; so",
              "last*; must*; late*; name*; last*; must*; last*");
}

/* A new question ends what one goes back over, also when it is gone again. */
static void test_leg_ends(void)
{
  OWNED(test_pack)
  pack = play_pack(CHOICE("a", "") OPTION("x", "") OPTION("y", "") END TEXT("b", "")
                       TEXT("new", " when=\"$a = 'y'\"") TEXT("c", "") TEXT("d", ""));
  OWNED(walk) walk = play_start(pack, "a x; b 1; c 2; d 3", DAY);
  ASSERT_PLAY(walk, "back; back; back; back; y; back; x; 1", "d*; c*; b*; a*; b*; a*; b*; -");
  ASSERT_PLAY(walk, "back; back; back; jump a; y; jump a; x; 1", "d*; c*; b*; a*; b*; a*; b*; -");
}

/* ---- skips ---- */

static void test_skip_again(void)
{
  OWNED(test_pack) pack = play_pack(LATE);
  OWNED(walk) walk = play_start(pack, "name Ann; late no; must so", DAY);
  ASSERT_PLAY(walk, "jump name; skip; back; back; back", "name*; last; must*; late*; name*");
  play_told(walk, "name", "name");
  ASSERT_PLAY(walk, "jump must; skip", "must*; no must*");
}

/* ---- what answers itself, what is offered no more ---- */

#define FAULTS CHOICES("faults", "") OPTION("a", "") OPTION("b", "") OPTION("c", "") END

static void test_from(void)
{
  OWNED(test_pack) pack = play_pack(FAULTS CHOICE("worst", " from='faults'") END TEXT("last", ""));
  OWNED(walk) walk = play_start(pack, "", DAY);
  ASSERT_PLAY(walk, "a; back", "last; faults*");
  CU_ASSERT_FALSE(walk_jump(walk, play_step(walk, "worst")));
  ASSERT_PLAY(walk, "a|b; b", "worst; last");
  ASSERT_PLAY(walk, "jump faults; b", "faults*; last");
  ASSERT_PLAY(walk, "jump faults; c", "faults*; last -worst");
  ASSERT_PLAY(walk, "jump faults; b|c", "faults*; last +worst");
  ASSERT_PLAY(walk, "jump faults; a|c", "faults*; worst -worst");
  play_told(walk, "worst", "worst b");
  ASSERT_PLAY(walk, "c; back; jump faults; c", "last; worst*; faults*; last");
}

/* ---- repeats ---- */

static void test_repeat(void)
{
  OWNED(test_pack)
  pack = play_pack(
      "<repeat id='r' max='2'><prompt>?</prompt>" TEXT("q", "") "</repeat>" TEXT("last", ""));
  OWNED(walk) walk = play_start(pack, "", DAY);
  ASSERT_PLAY(walk, "yes; one; yes; two; back; back; back; no",
              "q.1; r.2; q.2; last; q.2*; r.2*; q.1*; r.2*");
  ASSERT_PLAY(walk, "no; jump r.1; no; jump r.1; yes; jump r.2; yes",
              "last -q.2; r.1*; last -q.1 -r.2; r.1*; last +q.1 +r.2; r.2*; last +q.2");
}

/* ---- looked at again ---- */

#define NUMBER(id, rest, inside)                                                                   \
  "<question id='" id "' kind='number'" rest "><prompt>?</prompt>" inside "</question>"

/* What another answer has made impossible is named, asked again, and there once it is possible. */
static void test_constraint_between_answers(void)
{
  OWNED(test_pack)
  pack = play_pack(NUMBER("all", "", "") NUMBER(
      "part", "", "<constraint test='not($part > $all)'>Trop.</constraint>") TEXT("last", ""));
  OWNED(walk) walk = play_start(pack, "all 10; part 8; last x", DAY);
  CU_ASSERT(walk_current(walk).item == NULL);
  CU_ASSERT(walk_jump(walk, play_step(walk, "all")));
  ASSERT_PLAY(walk, "5", "part -part");
  play_told(walk, "part", "part 8");
  CU_ASSERT(walk_jump(walk, play_step(walk, "all")));
  ASSERT_PLAY(walk, "9", "part* +part");
  CU_ASSERT(walk_jump(walk, play_step(walk, "all")));
  ASSERT_PLAY(walk, "5; 4", "part -part; -");
  play_told(walk, "part", "part 4");
}

/* A pack that has changed since: kind, bounds, pattern, number of choices. */
static void test_accepted_by_another_pack(void)
{
  OWNED(test_pack)
  pack = play_pack(NUMBER("kind", "", "") NUMBER("bound", " max='5'", "")
                       TEXT("form", " pattern='[a-z]+'") CHOICES("few", " max='1'") OPTION("a", "")
                           OPTION("b", "") END CHOICE("one", "") OPTION("a", "") OPTION("b", "")
                               END TEXT("last", ""));
  OWNED(walk) walk = play_start(pack, "kind word; bound 7; form 12; few a|b; one a|b; last x", DAY);
  ASSERT_PLAY(walk, "3; 4; abc; a; b", "bound; form; few; one; -");
  OWNED(walk) again = play_start(pack, "kind 1; bound 7; last x", DAY);
  play_told(again, "bound", "bound 7");
  ASSERT_PLAY(again, "7; 5", "no bound; form");
}

SUITE(walk, {"questions follow each other to the end", test_straight},
      {"what may not stand changes nothing", test_refused},
      {"back goes to the first, and answers lead forward again", test_back},
      {"a changed answer asks what is new, then goes on", test_change},
      {"answers off the way are parked and come back", test_park_and_restore},
      {"news is told when it is known", test_news_in_time},
      {"a jump comes back to where the person stood", test_jump},
      {"also a jump forward", test_jump_forward},
      {"a new question ends the way back", test_leg_ends},
      {"an answer can be taken back by a skip", test_skip_again},
      {"what answers itself is not asked", test_from}, {"a repeat goes turn by turn", test_repeat},
      {"an answer that another one rules out is asked again", test_constraint_between_answers},
      {"what the pack would refuse now is asked again", test_accepted_by_another_pack})
