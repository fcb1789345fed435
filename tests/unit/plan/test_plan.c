/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a plan, and in which order. 20 November 2026 is a Friday. */
#include "plan/page.h"

#include "plan/told.h"

static const char pack[] =
    "<subject><answer of='exam' else='Un examen'/>, <answer of='school' else='lieu inconnu'/>"
    "</subject>"
    "<topic id='time'><title>Heure</title></topic><topic id='words'><title>Mots</title></topic>"
    "<sheet id='place'><title>L’école</title></sheet><sheet id='unused'><title>Vide</title></sheet>"
    "<sheet id='level'><title>Le niveau</title></sheet>"
    "<source id='b' url='https://example.org/b'><title>B</title></source>"
    "<source id='never'><title>Jamais</title></source>"
    "<source id='a' date='2016'><title>A</title><publisher>Éditeur</publisher></source>"
    "<define id='apology-due' test=\"$late = 'late' and not($apology = 'briefly')\"/>"
    "<holiday region='FR' date='--07-14'/><holiday region='FR QC' easter='1'/>";

static const char theme[] =
    "<question id='region' kind='choice'><prompt>Où ?</prompt>"
    "<option value='FR'><label>En France</label></option>"
    "<option value='QC'><label>Au Québec</label></option></question>"
    "<question id='degree' kind='text' sheet='level'><prompt>Quel niveau ?</prompt></question>"
    "<question id='school' kind='text' sheet='place'><prompt>Quelle école ?</prompt>"
    "<label>École</label></question>"
    "<question id='exam' kind='text' sheet='place'><prompt>Quel examen ?</prompt>"
    "<label>Examen</label></question>"
    "<question id='mood' kind='text' sheet='place' private='yes'><prompt>Humeur ?</prompt>"
    "</question>"
    "<question id='day' kind='date' optional='no' max='today'><prompt>Quel jour ?</prompt>"
    "</question>"
    "<question id='late' kind='choice'><prompt>À l’heure ?</prompt><label>Ponctualité</label>"
    "<option value='on-time'><label>Oui</label>"
    "<strength id='punctual' topic='time' source='b'>Vous étiez à l’heure.</strength></option>"
    "<option value='late'><label>Non, en retard</label>"
    "<remark id='it-happens'>Cela arrive.</remark>"
    "<question id='warned' kind='choice'><prompt>Prévenu ?</prompt><label>Prévenu</label>"
    "<option value='yes'/><option value='no'>"
    "<lesson id='call-ahead' topic='time' source='a#1'><fact when=\"$mood\">Avec humeur.</fact>"
    "<fact>Le retard a été découvert.</fact><if>je suis en retard</if><then>j’appelle</then>"
    "</lesson></option></question>"
    "<question id='apology' kind='choice'><prompt>Excuses ?</prompt><label>Excuses</label>"
    "<option value='briefly'><label>En une phrase</label></option>"
    "<option value='no'><label>Non</label></option></question>"
    "</option></question>"
    "<repeat id='hard' max='3'><prompt>Un mot difficile ?</prompt>"
    "<question id='word' kind='text'><prompt>Lequel ?</prompt></question>"
    "<lesson id='learn' topic='words' stress=\"$word = 'hapax'\"><fact>Le mot <answer of='word'/>"
    "</fact><if>un mot manque</if><then>je demande</then></lesson></repeat>"
    "<action id='sorry' channel='email' slot='thanks' minutes='10' when='$apology-due'"
    " source='a#2'><title>Remercier, avec une phrase sur le retard</title>"
    "<due after='day' days='1' on='mon-fri' until='4'/>"
    "<step when=\"$school\">Écrire à <answer of='school'/>.</step><step>Relire.</step>"
    "<avoid>Demander pardon.</avoid>"
    "<draft id='sorry-mail'><to><answer of='mood'/></to>"
    "<subject when=\"$exam\">Mon examen : <answer of='exam'/></subject><subject>Examen</subject>"
    "<p>Bonjour,</p><p><answer of='exam'/></p><p when=\"$school\"><blank>Un moment</blank> m’a "
    "plu.</p><p><blank id='more' optional='yes'>Une phrase</blank></p></draft>"
    "<draft id='sorry-call' channel='phone' when=\"$warned = 'yes'\"><subject>Appel</subject>"
    "<p>Allô</p></draft></action>"
    "<action id='thank' channel='email' slot='thanks'><title>Remercier</title>"
    "<due after='day' days='1' on='mon-fri' until='4'/></action>"
    "<action id='follow' channel='phone'><title>Prendre des nouvelles</title>"
    "<due after='thanks' days='7' on='tue-thu' until='10'/>"
    "<due after='day' days='8' on='tue-thu' until='10'/>"
    "<why>Après le message du <date of='thanks'/>.</why></action>"
    "<action id='noon' channel='self' when=\"$school\"><title>Midi</title>"
    "<due after='day' days='3' at='12:00'/></action>"
    "<action id='morning' channel='self' when=\"$school\"><title>Matin</title>"
    "<due after='day' days='3' at='09:00'/></action>"
    "<action id='some-day' channel='self' when=\"$school\"><title>Un jour</title></action>"
    "<action id='all-day' channel='self' when=\"$school\"><title>Journée</title>"
    "<due after='day' days='3'/></action>";

/* The first example of the format's small pack, about another subject. */
static const struct told late_not_warned[] = {{"region", "FR", "2026-11-20", 0},
                                              {"school", "Altaïr", "2026-11-20", 0},
                                              {"day", "2026-11-20", "2026-11-20", 0},
                                              {"late", "late", "2026-11-20", 0},
                                              {"warned", "no", "2026-11-20", 0},
                                              {"apology", "no", "2026-11-20", 0},
                                              {"exam", "-", "2026-11-20", 0},
                                              {"mood", "triste", "2026-11-20", 0},
                                              {"degree", "B2", "2026-11-20", 0},
                                              {"hard", "yes", "2026-11-20", 1},
                                              {"word", "seuil", "2026-11-20", 1},
                                              {"hard", "yes", "2026-11-20", 2},
                                              {"word", "hapax", "2026-11-20", 2},
                                              {"hard", "no", "2026-11-20", 3},
                                              {0}};

/* The second. */
static const struct told thanks_sent[] = {
    {"region", "FR", "2026-11-20", 0},    {"school", "-", "2026-11-20", 0},
    {"exam", "-", "2026-11-20", 0},       {"degree", "-", "2026-11-20", 0},
    {"mood", "-", "2026-11-20", 0},       {"day", "2026-11-20", "2026-11-20", 0},
    {"late", "on-time", "2026-11-20", 0}, {"hard", "no", "2026-11-20", 1},
    {"thanks", "+", "2026-11-24", 0},     {0}};

static struct plan *plan_of(const struct fixture *fixture, gboolean keep_private)
{
  return plan_new(fixture->pack->catalogue, fixture->answers, fixture->today, NULL, keep_private);
}

static struct fixture begin_late(void)
{
  return begin(pack, theme, late_not_warned, "2026-11-20", "2026-11-20");
}

/* The actions as "day id state", one a line. */
static char *agenda(const struct plan *plan)
{
  static const char *const states[] = {
      [ACTION_OPEN] = "open", [ACTION_LATE] = "late", [ACTION_DONE] = "done"};
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < plan->actions->len; i++) {
    const struct planned_action *action = plan->actions->pdata[i];
    g_autofree char *day = action->day ? date_to_iso(action->day) : g_strdup("none");
    g_string_append_printf(out, "%s %s %s\n", day, action->action->item.id, states[action->state]);
  }
  return g_string_free(out, FALSE);
}

static gboolean has(const struct plan *plan, const char *id)
{
  return plan_has_advice(plan, catalogue_find(plan->catalogue, id));
}

static void assert_phrase(const struct phrase *phrase, const char *expected)
{
  g_autofree char *plain = phrase_plain(phrase);
  ASSERT_TEXT(plain, expected);
}

static void first_example(void)
{
  struct fixture fixture = begin_late();
  OWNED(plan) plan = plan_of(&fixture, FALSE);
  g_autofree char *is = agenda(plan);
  ASSERT_TEXT(is, "2026-11-23 sorry open\n2026-11-23 all-day open\n2026-11-23 morning open\n"
                  "2026-11-23 noon open\n2026-12-01 follow open\nnone some-day open\n");
  CU_ASSERT(has(plan, "call-ahead"));
  CU_ASSERT(has(plan, "it-happens"));
  CU_ASSERT(has(plan, "sorry"));
  CU_ASSERT(has(plan, "thanks"));
  CU_ASSERT_FALSE(has(plan, "thank"));
  CU_ASSERT_FALSE(has(plan, "punctual"));
  CU_ASSERT_FALSE(has(plan, "late"));
  CU_ASSERT_STRING_EQUAL(plan_next(plan)->action->item.id, "sorry");
  end(&fixture);
}

static void second_example(void)
{
  struct fixture fixture = begin(pack, theme, thanks_sent, "2026-11-20", "2026-11-26");
  OWNED(plan) plan = plan_of(&fixture, FALSE);
  g_autofree char *is = agenda(plan);
  ASSERT_TEXT(is, "2026-11-24 thank done\n2026-12-01 follow open\n");
  CU_ASSERT(has(plan, "punctual"));
  CU_ASSERT_FALSE(has(plan, "sorry"));
  CU_ASSERT_FALSE(has(plan, "it-happens"));
  CU_ASSERT_STRING_EQUAL(plan_next(plan)->action->item.id, "follow");
  CU_ASSERT_EQUAL(plan->missing->len, 0);
  CU_ASSERT_EQUAL(plan->begun, date_parse("2026-11-20"));
  const struct planned_action *thanks = plan->actions->pdata[0];
  CU_ASSERT_PTR_EQUAL(plan_task(plan, thanks->action->task), thanks);
  CU_ASSERT_EQUAL(thanks->due, date_parse("2026-11-23"));
  end(&fixture);
}

static void late_and_lapsed(void)
{
  struct fixture fixture = begin(pack, theme, late_not_warned, "2026-11-20", "2026-11-25");
  OWNED(plan) plan = plan_of(&fixture, FALSE);
  const struct planned_action *sorry =
      plan_task(plan, catalogue_find(plan->catalogue, "thanks")->task);
  CU_ASSERT_PTR_NOT_NULL_FATAL(sorry);
  CU_ASSERT_EQUAL(sorry->state, ACTION_LATE);
  CU_ASSERT_EQUAL(sorry->day, date_parse("2026-11-25"));
  CU_ASSERT_EQUAL(sorry->due, date_parse("2026-11-23"));
  CU_ASSERT_TRUE(sorry->overdue);
  end(&fixture);

  struct fixture later = begin(pack, theme, late_not_warned, "2026-11-20", "2026-11-28");
  OWNED(plan) lapsed = plan_of(&later, FALSE);
  CU_ASSERT_FALSE(has(lapsed, "sorry"));
  CU_ASSERT_FALSE(has(lapsed, "thanks"));
  CU_ASSERT_PTR_NULL(plan_task(lapsed, catalogue_find(lapsed->catalogue, "thanks")->task));
  end(&later);
}

static void words_of_an_action(void)
{
  struct fixture fixture = begin_late();
  OWNED(plan) plan = plan_of(&fixture, FALSE);
  const struct planned_action *sorry = plan->actions->pdata[0];
  assert_phrase(sorry->title, "Remercier, avec une phrase sur le retard");
  CU_ASSERT_EQUAL_FATAL(sorry->steps->len, 2);
  assert_phrase(sorry->steps->pdata[0], "Écrire à Altaïr.");
  CU_ASSERT_EQUAL(sorry->avoids->len, 1);
  CU_ASSERT(sorry->because->len > 0);
  CU_ASSERT_EQUAL_FATAL(sorry->drafts->len, 1); /* the call's condition does not hold */
  const struct planned_draft *draft = sorry->drafts->pdata[0];
  assert_phrase(draft->subject, "Examen"); /* the first that holds */
  CU_ASSERT_EQUAL(draft->channel, CHANNEL_EMAIL);
  CU_ASSERT_EQUAL_FATAL(draft->paragraphs->len, 2); /* what turned out empty is left out */
  assert_phrase(draft->paragraphs->pdata[1], "[Un moment] m’a plu.");
  CU_ASSERT(draft->has_blank);
  CU_ASSERT_EQUAL(plan_draft_words(draft), 6);
  /* <date of> says where the plan has put the slot */
  assert_phrase(plan_task(plan, catalogue_find(plan->catalogue, "follow")->task)->why,
                "Après le message du Monday 23 November.");
  assert_phrase(plan->subject, "Un examen, Altaïr");
  end(&fixture);
}

static void drafts_of_another_channel(void)
{
  struct fixture fixture = begin_late();
  tell(&fixture, &(struct told){"warned", "yes", "2026-11-20", 0});
  tell(&fixture, &(struct told){"school", "-", "2026-11-20", 0});
  OWNED(plan) plan = plan_of(&fixture, FALSE);
  const struct planned_action *sorry = plan->actions->pdata[0];
  CU_ASSERT_EQUAL_FATAL(sorry->drafts->len, 2);
  const struct planned_draft *mail = sorry->drafts->pdata[0], *call = sorry->drafts->pdata[1];
  CU_ASSERT_EQUAL(call->channel, CHANNEL_PHONE);
  CU_ASSERT_EQUAL(mail->paragraphs->len, 1);
  CU_ASSERT_FALSE(mail->has_blank);
  end(&fixture);
}

/* It is no part of the message until it is filled, then a paragraph like the others. */
static void optional_paragraphs(void)
{
  struct fixture fixture = begin_late();
  tell(&fixture, &(struct told){"school", "-", "2026-11-20", 0});
  OWNED(plan) left = plan_of(&fixture, FALSE);
  const struct planned_action *sorry = left->actions->pdata[0];
  const struct planned_draft *draft = sorry->drafts->pdata[0];
  CU_ASSERT_EQUAL(draft->paragraphs->len, 1);
  CU_ASSERT_FALSE(draft->has_blank);
  CU_ASSERT_EQUAL(plan_draft_words(draft), 2);
  CU_ASSERT_EQUAL_FATAL(draft->offered->len, 1);
  assert_phrase(draft->offered->pdata[0], "[Une phrase]");
  answers_set_fill(fixture.answers, "more", "Je reste joignable");
  OWNED(plan) filled = plan_of(&fixture, FALSE);
  sorry = filled->actions->pdata[0];
  draft = sorry->drafts->pdata[0];
  CU_ASSERT_EQUAL_FATAL(draft->paragraphs->len, 2);
  assert_phrase(draft->paragraphs->pdata[1], "Je reste joignable");
  CU_ASSERT_EQUAL(plan_draft_words(draft), 5);
  CU_ASSERT_EQUAL(draft->offered->len, 0);
  CU_ASSERT_FALSE(draft->has_blank);
  end(&fixture);
}

static void private_answers(void)
{
  struct fixture fixture = begin_late();
  OWNED(plan) shown = plan_of(&fixture, FALSE);
  OWNED(plan) kept = plan_of(&fixture, TRUE);
  const struct planned_action *before = shown->actions->pdata[0], *after = kept->actions->pdata[0];
  assert_phrase(((struct planned_draft *)before->drafts->pdata[0])->to, "triste");
  assert_phrase(((struct planned_draft *)after->drafts->pdata[0])->to, "");
  end(&fixture);
}

static void lessons(void)
{
  struct fixture fixture = begin_late();
  OWNED(plan) plan = plan_of(&fixture, FALSE);
  CU_ASSERT_EQUAL_FATAL(plan->lessons->len, 3);
  const struct planned_lesson *first = plan->lessons->pdata[0], *second = plan->lessons->pdata[1],
                              *third = plan->lessons->pdata[2];
  CU_ASSERT(first->stressed && !second->stressed && !third->stressed);
  CU_ASSERT_EQUAL(first->turn, 2);
  assert_phrase(first->fact, "Le mot hapax");
  assert_phrase(first->topic, "Mots");
  CU_ASSERT_STRING_EQUAL(second->lesson->item.id, "call-ahead");
  assert_phrase(second->fact, "Avec humeur.");
  assert_phrase(second->if_text, "je suis en retard");
  CU_ASSERT(phrase_empty(second->exercise));
  assert_phrase(third->fact, "Le mot seuil");
  end(&fixture);
}

static void sheets(void)
{
  struct fixture fixture = begin_late();
  OWNED(plan) plan = plan_of(&fixture, TRUE);
  CU_ASSERT_EQUAL_FATAL(plan->sheets->len, 2);
  const struct planned_sheet *place = plan->sheets->pdata[0], *level = plan->sheets->pdata[1];
  assert_phrase(place->title, "L’école");
  assert_phrase(level->title, "Le niveau");
  CU_ASSERT_EQUAL_FATAL(place->lines->len, 1); /* the exam was skipped, the mood is private */
  const struct sheet_line *line = place->lines->pdata[0];
  ASSERT_TEXT(line->label, "École");
  ASSERT_TEXT(line->words, "Altaïr");
  CU_ASSERT_EQUAL(line->style, RUN_QUOTED);
  OWNED(plan) shown = plan_of(&fixture, FALSE);
  place = shown->sheets->pdata[0];
  CU_ASSERT_EQUAL_FATAL(place->lines->len, 2);
  ASSERT_TEXT(((struct sheet_line *)place->lines->pdata[1])->words, "triste");
  end(&fixture);
}

static void sources(void)
{
  struct fixture late = begin_late();
  OWNED(plan) plan = plan_of(&late, FALSE);
  CU_ASSERT_EQUAL_FATAL(plan->sources->len, 1); /* cited twice */
  const struct planned_source *a = plan->sources->pdata[0];
  assert_phrase(a->title, "A");
  assert_phrase(a->publisher, "Éditeur");
  end(&late);
  struct fixture on_time = begin(pack, theme, thanks_sent, "2026-11-20", "2026-11-26");
  OWNED(plan) other = plan_of(&on_time, FALSE);
  CU_ASSERT_EQUAL_FATAL(other->sources->len, 1);
  assert_phrase(((struct planned_source *)other->sources->pdata[0])->title, "B");
  end(&on_time);
}

static void unfinished(void)
{
  struct told told[] = {{"region", "FR", "2026-11-20", 0},
                        {"school", "Altaïr", "2026-11-20", 0},
                        {"late", "late", "2026-11-20", 0},
                        {0}};
  struct fixture fixture = begin(pack, theme, told, "2026-11-20", "2026-11-20");
  OWNED(plan) plan = plan_of(&fixture, FALSE);
  g_ptr_array_add(plan->missing, NULL);
  g_autofree char *missing = g_strjoinv("|", (char **)plan->missing->pdata);
  ASSERT_TEXT(missing, "Quel niveau ?|Examen|Humeur ?|Quel jour ?|Prévenu|Excuses|"
                       "Un mot difficile ?");
  CU_ASSERT(has(plan, "sorry")); /* it works at any moment */
  CU_ASSERT_PTR_NULL(plan_next(plan));
  end(&fixture);
}

static struct plan *sketch_of(struct fixture *fixture, enum plan_scope scope)
{
  return plan_sketch(fixture->pack->catalogue, fixture->answers, fixture->today, NULL, FALSE,
                     scope);
}

/* Days, titles and what is open are those of the whole; reasons, drafts and lessons are not there.
 */
static void sketch_to_do(void)
{
  struct fixture late = begin_late();
  OWNED(plan) whole = plan_of(&late, FALSE);
  OWNED(plan) sketch = sketch_of(&late, PLAN_TO_DO);
  CU_ASSERT_EQUAL_FATAL(sketch->actions->len, whole->actions->len);
  CU_ASSERT_EQUAL(sketch->missing->len, whole->missing->len);
  CU_ASSERT_EQUAL(sketch->lessons->len + sketch->strengths->len, 0);
  for (guint i = 0; i < whole->actions->len; i++) {
    const struct planned_action *short_of = sketch->actions->pdata[i];
    const struct planned_action *of = whole->actions->pdata[i];
    g_autofree char *title = phrase_plain(of->title);
    assert_phrase(short_of->title, title);
    CU_ASSERT(short_of->day == of->day && short_of->state == of->state);
    CU_ASSERT_EQUAL(short_of->because->len + short_of->drafts->len, 0);
  }
  end(&late);
}

/* What comes next is that of the whole, and stands alone. */
static void sketch_next(void)
{
  struct fixture late = begin_late();
  OWNED(plan) whole = plan_of(&late, FALSE);
  OWNED(plan) sketch = sketch_of(&late, PLAN_NEXT);
  const struct planned_action *of = plan_next(whole), *next = plan_next(sketch);
  CU_ASSERT_EQUAL_FATAL(sketch->actions->len, 1);
  CU_ASSERT(whole->actions->len > 1 && next->action == of->action);
  CU_ASSERT(next->day == of->day && next->at == of->at && next->overdue == of->overdue);
  CU_ASSERT_EQUAL(sketch->missing->len, whole->missing->len);
  g_autofree char *title = phrase_plain(of->title);
  assert_phrase(next->title, title);
  end(&late);
}

/* The lessons are those of the whole, as far as they say what to do; actions are not there. */
static void sketch_learnt(void)
{
  struct fixture late = begin_late();
  OWNED(plan) whole = plan_of(&late, FALSE);
  OWNED(plan) sketch = sketch_of(&late, PLAN_LEARNT);
  CU_ASSERT_EQUAL_FATAL(sketch->lessons->len, whole->lessons->len);
  CU_ASSERT_EQUAL(sketch->strengths->len, whole->strengths->len);
  CU_ASSERT_EQUAL(sketch->missing->len, whole->missing->len);
  CU_ASSERT_EQUAL(sketch->actions->len, 0);
  const struct planned_lesson *lesson = whole->lessons->pdata[0],
                              *other = sketch->lessons->pdata[0];
  g_autofree char *deed = phrase_plain(lesson->then_text);
  assert_phrase(other->then_text, deed);
  CU_ASSERT(phrase_empty(other->fact));
  end(&late);
}

SUITE(plan, {"late, not warned", first_example}, {"thanks sent", second_example},
      {"late, then lapsed", late_and_lapsed}, {"words of an action", words_of_an_action},
      {"drafts with conditions and channels", drafts_of_another_channel},
      {"optional paragraphs", optional_paragraphs}, {"private answers", private_answers},
      {"lessons", lessons}, {"sheets", sheets}, {"sources", sources}, {"unfinished", unfinished},
      {"a sketch of what is to do", sketch_to_do}, {"a sketch of what comes next", sketch_next},
      {"a sketch of what was learnt", sketch_learnt})
