/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conversations: answers, moves, defaults, mistakes, what is told. */
#include "french.h"
#include "scripted.h"

#define YES_NO "<option value='yes'/><option value='no'/>"
#define TWO                                                                                        \
  "<question id='one' kind='choice'><prompt>Premier ?</prompt><label>Un</label>"                   \
  "<help>Une aide.</help>"                                                                         \
  "<option value='a'><label>Alpha</label></option>"                                                \
  "<option value='b'><label>Bêta</label><help>La seconde.</help>"                                 \
  "<question id='inner' kind='text'><prompt>Dedans ?</prompt><label>Dedans</label></question>"     \
  "</option></question>"                                                                           \
  "<question id='two' kind='text' optional='no'><prompt>Deuxième ?</prompt><label>Deux</label>"   \
  "</question>"

static void test_answers_are_kept_in_order(void)
{
  OWNED(scripted) s = scripted_new(NULL, TWO, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "2\nlà\nfin\n\n"), DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "one=b inner=là two=fin");
  ASSERT_SAID(s, "Premier ?  (between 2 and 3 questions left)\n  1  Alpha\n  2  Bêta\n");
  ASSERT_SAID(s, "  → Bêta\n");
  ASSERT_SAID(s, "Deuxième ?  (the last question)\n");
  ASSERT_SAID(s, "That was the last question.");
}

/* How many are left is told from where there are few. */
static void test_many_questions_are_not_counted(void)
{
  g_autoptr(GString) theme = g_string_new(NULL);
  for (int i = 1; i <= 16; i++)
    g_string_append_printf(
        theme, "<question id='q%d' kind='text'><prompt>Question %d ?</prompt></question>", i, i);
  OWNED(scripted) s = scripted_new(NULL, theme->str, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "là\n:quit\n"), DIALOGUE_STOPPED);
  ASSERT_SAID(s, "Question 1 ?\n");
  ASSERT_SAID(s, "Question 2 ?  (15 questions left)\n");
}

static void test_input_runs_out(void)
{
  OWNED(scripted) s = scripted_new(NULL, TWO, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "2\nlà"), DIALOGUE_EXHAUSTED);
  ASSERT_TEXT(s->where, "Deux");
  ASSERT_TEXT(s->recorded->str, "one=b inner=là");
}

/* Where it ended the next conversation goes on; at the very end the input may end. */
static void test_goes_on(void)
{
  OWNED(scripted) s = scripted_new(NULL, TWO, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, ":quit\n"), DIALOGUE_STOPPED);
  ASSERT_SAID(s, "Stopped; nothing was kept.");
  CU_ASSERT_EQUAL(scripted_run(s, "2\n:quit\n"), DIALOGUE_STOPPED);
  ASSERT_SAID(s, "Everything is saved; 'rebond' goes on from here.");
  CU_ASSERT_EQUAL(scripted_run(s, "là\nfin\n:quit\n"), DIALOGUE_STOPPED);
  ASSERT_TEXT(s->recorded->str, "inner=là two=fin");
  CU_ASSERT_EQUAL(scripted_run(s, ""), DIALOGUE_FINISHED);
}

static void test_empty_line_skips(void)
{
  OWNED(scripted) s = scripted_new(NULL, TWO, NULL);
  scripted_run(s, "\n");
  ASSERT_TEXT(s->recorded->str, "one=-");
  ASSERT_SAID(s, "Left out.");
}

static void test_required_is_asked_again(void)
{
  OWNED(scripted) s = scripted_new(NULL, TWO, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "1\n\n:skip\n"), DIALOGUE_EXHAUSTED);
  ASSERT_TEXT(s->recorded->str, "one=a");
  ASSERT_TEXT(s->where, "Deux");
  ASSERT_SAID(s, "What follows needs this answer.");
  ASSERT_SAID(s, "This question cannot be skipped; please answer it.");
}

static void test_default_is_said(void)
{
  OWNED(scripted)
  s = scripted_new(
      NULL,
      "<question id='d' kind='date' default='today-1'><prompt>Quel jour ?</prompt>"
      "</question><question id='c' kind='choice' default='no'><prompt>Bien ?</prompt>" YES_NO
      "</question>",
      NULL);
  scripted_run(s, "\n\n");
  ASSERT_TEXT(s->recorded->str, "d=2026-11-22 c=no");
  ASSERT_SAID(s, "Enter alone means 'Sunday 22 November 2026'.");
  ASSERT_SAID(s, "Taken: Sunday 22 November 2026.");
  ASSERT_SAID(s, "Enter alone means 'no'.");
}

/* Going back over a question left out does not give it its default. */
static void test_left_out_stays_so(void)
{
  OWNED(scripted)
  s = scripted_new(NULL,
                   "<question id='c' kind='choice' default='no'><prompt>?</prompt>" YES_NO
                   "</question><question id='t' kind='text'><prompt>?</prompt></question>",
                   NULL);
  scripted_run(s, ":skip\n:back\n\n");
  ASSERT_TEXT(s->recorded->str, "c=- c=-");
  ASSERT_SAID(s, "You left this out; Enter alone leaves it so.");
}

static void test_days_are_echoed_in_full(void)
{
  OWNED(scripted)
  s = scripted_new(
      NULL, "<question id='d' kind='date' max='today'><prompt>Quel jour ?</prompt></question>",
      &french);
  scripted_run(s, "demain\nhier\n");
  ASSERT_TEXT(s->recorded->str, "d=2026-11-22");
  ASSERT_SAID(s, "Understood as 'mardi 24 novembre 2026': it is too late;");
  ASSERT_SAID(s, "→ dimanche 22 novembre 2026\n");
}

static void test_back_keeps_and_changes(void)
{
  OWNED(scripted) s = scripted_new(NULL, TWO, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, ":back\n2\nlà\n:back\n:back\n\nici\nfin\n"), DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "one=b inner=là one=b inner=ici two=fin");
  ASSERT_SAID(s, "This is where it begins; there is nothing before.");
  ASSERT_SAID(s, "Your answer is 'Bêta'; Enter alone keeps it.");
  ASSERT_SAID(s, "Kept: Bêta.");
}

/* Also while the line before could not be understood. */
static void test_back_after_a_mistake(void)
{
  OWNED(scripted) s = scripted_new(NULL, TWO, NULL);
  scripted_run(s, "1\n:bogus\n:retour\n:b\n");
  CU_ASSERT_PTR_EQUAL(walk_current(s->walk).item, test_pack_item(s->pack, "one"));
}

static void test_parked_and_restored_are_told(void)
{
  OWNED(scripted) s = scripted_new(NULL, TWO, NULL);
  scripted_run(s, "2\nlà\n:review\n1\n1\n:review 1\n2\n");
  ASSERT_TEXT(s->recorded->str, "one=b inner=là one=a one=b");
  ASSERT_SAID(s, "Set aside, in case you come back to it: Dedans.");
  ASSERT_SAID(s, "Counts again, as you answered it: Dedans.");
}

static void test_review(void)
{
  OWNED(scripted) s = scripted_new(NULL, TWO, NULL);
  scripted_run(s, ":review\n2\n\n:review\n7\nx\n\nfin\n");
  ASSERT_SAID(s, "There is no answer yet.");
  ASSERT_SAID(s, "  1  Un: Bêta\n  2  Dedans: (skipped)\n");
  ASSERT_SAID(s, "There is no answer '7'; the numbers go from 1 to 2.");
  ASSERT_TEXT(s->recorded->str, "one=b inner=- two=fin");
}

static void test_last_moment(void)
{
  OWNED(scripted) s = scripted_new(NULL, TWO, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "1\nfin\n:back\nmieux\nhm\n:help\n:why\n"), DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "one=a two=fin two=mieux");
  ASSERT_SAID(s, "Nothing is asked now;");
}

static void test_three_mistakes_bring_help(void)
{
  OWNED(scripted) s = scripted_new(NULL, TWO, NULL);
  scripted_run(s, "x\nx\n");
  ASSERT_UNSAID(s, "Une aide.");
  scripted_run(s, "x\nx\nx\n");
  ASSERT_SAID(s, "Une aide.");
  ASSERT_SAID(s, "  2  La seconde.");
  ASSERT_SAID(s, "':skip' leaves this one out");
}

static void test_commands(void)
{
  OWNED(scripted) s = scripted_new(NULL, TWO, NULL);
  scripted_run(s, "?\n:bakc\n:zzzz\n:s\n:sk\n");
  ASSERT_TEXT(s->recorded->str, "one=-");
  ASSERT_SAID(s, "  :review   all answers so far");
  ASSERT_SAID(s, "There is no command ':bakc'; did you mean ':back'?");
  ASSERT_SAID(s, "There is no command ':zzzz';");
  ASSERT_SAID(s, "There is no command ':s';"); /* skip or support */
}

static void test_colon_typed(void)
{
  OWNED(scripted)
  s = scripted_new(NULL, "<question id='t' kind='text'><prompt>?</prompt></question>", NULL);
  scripted_run(s, "::) content\n");
  ASSERT_TEXT(s->recorded->str, "t=:) content");
}

static void test_localised_commands(void)
{
  OWNED(scripted) s = scripted_new(NULL, TWO, &french);
  CU_ASSERT_EQUAL(scripted_run(s, ":passer\n:quitter\n"), DIALOGUE_STOPPED);
  ASSERT_TEXT(s->recorded->str, "one=-");
  CU_ASSERT_EQUAL(scripted_run(s, ":quit\n"), DIALOGUE_STOPPED);
}

static void test_support(void)
{
  OWNED(scripted)
  s = scripted_new("<support region='FR'><title>Parler</title><p>Le 3114.</p></support>", TWO,
                   NULL);
  scripted_run(s, ":support\n");
  ASSERT_SAID(s, "Parler\n  Le 3114.\n");
}

/* Words that call for help are no mistake: help is shown, and the question again. */
static void test_heard(void)
{
  OWNED(scripted)
  s = scripted_new("<support region='FR' hears='triste'><title>Parler</title><p>Le 3114.</p>"
                   "</support>",
                   TWO, NULL);
  scripted_run(s, "je suis triste\n");
  const char *help = strstr(s->said, "Le 3114.");
  CU_ASSERT_PTR_NOT_NULL_FATAL(help);
  CU_ASSERT_PTR_NOT_NULL(strstr(help, "Premier ?"));
  ASSERT_TEXT(s->recorded->str, "");
}

static void test_hide(void)
{
  OWNED(scripted) s = scripted_new(NULL, TWO, NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "1\n:hide\n"), DIALOGUE_HIDDEN);
  ASSERT_TEXT(s->recorded->str, "one=a");
  OWNED(scripted)
  note = scripted_new(NULL, "<question id='n' kind='note'><prompt>?</prompt></question>", NULL);
  CU_ASSERT_EQUAL(scripted_run(note, "un\n:hide\n"), DIALOGUE_HIDDEN);
  ASSERT_TEXT(note->recorded->str, "n=un");
  ASSERT_UNSAID(note, "Noted");
}

static void test_notes(void)
{
  OWNED(scripted)
  s = scripted_new(NULL, "<question id='n' kind='note'><prompt>?</prompt></question>" TWO, NULL);
  scripted_run(s, "un\n:help\n::deux\n\n");
  ASSERT_TEXT(s->recorded->str, "n=un\n:deux");
  ASSERT_SAID(s, "Noted: 2 words.");
}

/* What was typed of a note is kept, however it ends. */
static void test_note_cut_short(void)
{
  OWNED(scripted)
  s = scripted_new(NULL, TWO "<question id='n' kind='note'><prompt>?</prompt></question>", NULL);
  CU_ASSERT_EQUAL(scripted_run(s, "1\nx\nun\ndeux\n:quit\n"), DIALOGUE_STOPPED);
  ASSERT_TEXT(s->recorded->str, "one=a two=x n=un\ndeux");
}

/* On the way back it waits. */
static void test_note_left_and_found_again(void)
{
  OWNED(scripted)
  s = scripted_new(NULL, TWO "<question id='n' kind='note'><prompt>?</prompt></question>", NULL);
  scripted_run(s, "1\nx\nun\n:back\n\ndeux\n\n");
  ASSERT_TEXT(s->recorded->str, "one=a two=x two=x n=un\ndeux");
  ASSERT_SAID(s, "Your text so far;");
}

static void test_failure_to_keep(void)
{
  OWNED(scripted) s = scripted_new(NULL, TWO, NULL);
  s->fail_after = 1;
  CU_ASSERT_EQUAL(scripted_run(s, "2\nlà\nfin\n"), DIALOGUE_FAILED);
  ASSERT_SAID(s, "This could not be kept: the disk is full.");
  ASSERT_UNSAID(s, "Deuxième");
}

static void test_repeat(void)
{
  OWNED(scripted)
  s = scripted_new(NULL,
                   "<repeat id='r' max='2'><prompt>Une question difficile ?</prompt>"
                   "<question id='q' kind='text'><prompt>Laquelle ?</prompt></question></repeat>",
                   &french);
  CU_ASSERT_EQUAL(scripted_run(s, "o\nPourquoi ?\nbof\nnon\n"), DIALOGUE_FINISHED);
  ASSERT_TEXT(s->recorded->str, "r=yes q=Pourquoi ? r=no");
  ASSERT_SAID(s, "'bof' is neither yes nor no");
}

static void test_remarks_are_short(void)
{
  OWNED(scripted)
  s = scripted_new(NULL,
                   "<question id='q' kind='choice'><prompt>?</prompt><option value='yes'>"
                   "<remark>Premier mot.</remark><remark>Deuxième mot.</remark>"
                   "<remark>Un troisième, qui est long, si long que tout cela ensemble ne tient "
                   "plus dans les deux lignes qui sont permises ici.</remark>"
                   "</option></question>",
                   NULL);
  scripted_run(s, "1\n");
  ASSERT_SAID(s, "  Premier mot.\n  Deuxième mot.\n");
  ASSERT_UNSAID(s, "troisième");
}

/* A word too many for the line is a second line, and makes three. */
static void test_remark_of_a_word_too_many(void)
{
  OWNED(scripted)
  s = scripted_new(NULL,
                   "<question id='q' kind='choice'><prompt>?</prompt><option value='yes'>"
                   "<remark>Premier mot.</remark>"
                   "<remark>Un deuxième, qui tiendrait juste sur la ligne qui lui reste, s’il n’y "
                   "avait ce mot.</remark>"
                   "</option></question>",
                   NULL);
  scripted_run(s, "1\n");
  ASSERT_SAID(s, "  Premier mot.\n");
  ASSERT_UNSAID(s, "deuxième");
}

SUITE(dialogue,
      {"answers are kept in the order in which they are given", test_answers_are_kept_in_order},
      {"many questions are not counted", test_many_questions_are_not_counted},
      {"input that runs out names the question", test_input_runs_out},
      {"a stopped conversation goes on where it stood", test_goes_on},
      {"an empty line leaves a question out", test_empty_line_skips},
      {"a required question is asked again", test_required_is_asked_again},
      {"a default is said and taken on an empty line", test_default_is_said},
      {"what was left out stays so on Enter", test_left_out_stays_so},
      {"days are echoed in full", test_days_are_echoed_in_full},
      {"back keeps answers and lets them change", test_back_keeps_and_changes},
      {"back works after a mistake", test_back_after_a_mistake},
      {"parked and restored answers are told by label", test_parked_and_restored_are_told},
      {"the review lists answers and jumps", test_review},
      {"the last answer can be changed too", test_last_moment},
      {"three mistakes bring the help", test_three_mistakes_bring_help},
      {"unknown commands are told", test_commands}, {"two colons type one", test_colon_typed},
      {"commands have words of the language", test_localised_commands},
      {"support is at hand", test_support}, {"and shown to words that call for it", test_heard},
      {"hide ends at once, saved", test_hide}, {"a note has several lines", test_notes},
      {"a note cut short is kept", test_note_cut_short},
      {"a note left on the way back waits", test_note_left_and_found_again},
      {"what cannot be kept ends the conversation", test_failure_to_keep},
      {"a repeat asks for one more", test_repeat},
      {"remarks stay within two lines", test_remarks_are_short},
      {"of which the last word counts too", test_remark_of_a_word_too_many})
