/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for blanks, stems, and days as they stand in a sentence. */
#include "base/date.h"
#include "support/pack.h"
#include "support/suite.h"
#include "walk/phrase.h"

#define TODAY "2026-11-24"

static const char theme[] =
    "<question id='asked' kind='text' stem='yes'><prompt>On m’a demandé <blank "
    "example='pourquoi'/>."
    "</prompt></question>"
    "<question id='where' kind='text'><prompt>Où ?</prompt></question>"
    "<question id='liked' kind='text' stem='yes'><prompt when=\"$where = 'là'\">J’ai <em>aimé"
    "</em> <blank/>.</prompt><prompt when='$where'>Dit à <answer of='where'/> : <blank/>.</prompt>"
    "</question><repeat id='hard' max='2'><prompt>Dur ?</prompt><question id='what' kind='text' "
    "stem='yes'><prompt>Sur <blank/>, non.</prompt></question><question id='then' kind='text'>"
    "<prompt>Bien. <answer of='what' form='stem'/></prompt></question></repeat>"
    "<question id='plain' kind='text'><prompt>Quoi ?</prompt></question>"
    "<question id='day' kind='date'><prompt>Quand ?</prompt></question>"
    "<action id='call' channel='phone'><title>Appeler <answer of='whom' else='quelqu’un'/></title>"
    "<draft id='d'><p>%s</p></draft><draft id='e'><p><blank "
    "id='whom'>nom</blank></p></draft></action>";

struct fixture {
  struct test_pack *pack;
  struct answers *answers;
  struct pass *pass;
  struct voice voice;
};

static void answer(struct fixture *fixture, const char *id, const char *value)
{
  answers_set(fixture->answers, (struct step){test_pack_item(fixture->pack, id), 0},
              (const char *const[]){value, NULL}, date_parse(TODAY));
}

static int planned(const void *plan, const struct task *task)
{
  (void)plan, (void)task;
  return date_parse("2026-12-01");
}

/* With a draft that says TEXT. */
static struct fixture begin(const char *text)
{
  g_auto(GStrv) parts = g_strsplit(theme, "%s", 2);
  g_autofree char *whole = g_strconcat(parts[0], text, parts[1], NULL);
  struct fixture fixture = {.pack = test_pack_new(NULL, whole)};
  g_autofree char *findings = test_pack_findings(fixture.pack);
  ASSERT_TEXT(findings, "");
  fixture.answers = answers_new(fixture.pack->catalogue);
  answer(&fixture, "asked", "Pourquoi partir.");
  answer(&fixture, "plain", "Un point.");
  answer(&fixture, "day", "2026-11-21");
  fixture.pass = pass_new(fixture.pack->catalogue, fixture.answers, date_parse(TODAY));
  for (struct step met; pass_next(fixture.pass, &met);)
    continue;
  fixture.voice = (struct voice){.pass = fixture.pass, .planned = planned};
  return fixture;
}

static void end(struct fixture *fixture)
{
  pass_free(fixture->pass);
  answers_free(fixture->answers);
  test_pack_free(fixture->pack);
}

static const struct action *the_action(const struct fixture *fixture)
{
  return item_action(test_pack_item(fixture->pack, "call"));
}

static void assert_said(const struct fixture *fixture, const struct text *text,
                        const char *expected)
{
  g_autofree char *said = phrase_say(&fixture->voice, text);
  ASSERT_TEXT(said, expected);
}

static const struct text *draft_text(const struct fixture *fixture)
{
  return the_action(fixture)->drafts->paragraphs;
}

static void test_fill(void)
{
  struct fixture fixture =
      begin("Bonjour <blank id='whom' example='Mme Roy'>nom</blank> <blank id='how'/>"
            "<blank>x</blank>, <answer of='whom'/>");
  OWNED(phrase) empty = phrase_new(&fixture.voice, draft_text(&fixture));
  const struct run *blank = empty->runs->next;
  ASSERT_TEXT(blank->text, "nom");
  ASSERT_TEXT(blank->example, "Mme Roy");
  ASSERT_TEXT(blank->fill->id, "whom");
  assert_said(&fixture, draft_text(&fixture), "Bonjour [nom] […][x],");
  assert_said(&fixture, the_action(&fixture)->titles, "Appeler quelqu’un");
  answers_set_fill(fixture.answers, "whom", "*M. Hu*");
  OWNED(phrase) filled = phrase_new(&fixture.voice, draft_text(&fixture));
  const struct run *words = filled->runs->next;
  CU_ASSERT_EQUAL(words->style, RUN_QUOTED);
  CU_ASSERT_PTR_NULL(words->example);
  ASSERT_TEXT(words->fill->id, "whom");
  CU_ASSERT_TRUE(phrase_has_blank(filled));
  assert_said(&fixture, draft_text(&fixture), "Bonjour *M. Hu* […][x], *M. Hu*");
  assert_said(&fixture, the_action(&fixture)->titles, "Appeler *M. Hu*");
  end(&fixture);
}

static void test_stem(void)
{
  struct fixture fixture = begin("On m’a demandé <answer of='asked'/>. <answer of='plain'/>");
  assert_said(&fixture, draft_text(&fixture), "On m’a demandé Pourquoi partir. Un point.");
  const struct question *question = item_question(test_pack_item(fixture.pack, "asked"));
  assert_said(&fixture, question->prompts, "On m’a demandé […].");
  answer(&fixture, "asked", "et puis...");
  pass_rewind(fixture.pass, (struct step){0});
  for (struct step met; pass_next(fixture.pass, &met);)
    continue;
  assert_said(&fixture, draft_text(&fixture), "On m’a demandé et puis.... Un point.");
  end(&fixture);
}

static void test_sentence(void)
{
  struct fixture fixture =
      begin("Merci. <answer of='asked' sentence='yes'/> (<answer of='whom' sentence='yes' "
            "else='Rien.'/>)");
  answer(&fixture, "asked", "j’aide à l’école");
  pass_rewind(fixture.pass, (struct step){0});
  for (struct step met; pass_next(fixture.pass, &met);)
    continue;
  assert_said(&fixture, draft_text(&fixture), "Merci. J’aide à l’école. (Rien.)");
  answers_set_fill(fixture.answers, "whom", "voilà !");
  assert_said(&fixture, draft_text(&fixture), "Merci. J’aide à l’école. (Voilà !)");
  end(&fixture);
}

/* With VALUE for the question ID. */
static void assert_said_with(struct fixture *fixture, const char *id, const char *value,
                             const char *expected)
{
  answer(fixture, id, value);
  pass_rewind(fixture->pass, (struct step){0});
  for (struct step met; pass_next(fixture->pass, &met);)
    continue;
  assert_said(fixture, draft_text(fixture), expected);
}

static void test_whole_sentence(void)
{
  struct fixture fixture = begin(
      "Merci. <strong><answer of='liked' form='stem'/></strong> <answer of='asked' form='stem' "
      "else='Rien.'/> <answer of='liked' form='stem' else='Rien.'/>");
  assert_said(&fixture, draft_text(&fixture), "Merci. On m’a demandé Pourquoi partir. Rien.");
  assert_said_with(&fixture, "liked", "la cour. ", "Merci. On m’a demandé Pourquoi partir.");
  assert_said_with(&fixture, "where", "Aix",
                   "Merci. Dit à Aix : la cour. On m’a demandé Pourquoi partir. Dit à Aix : la "
                   "cour.");
  assert_said_with(&fixture, "where", "là",
                   "Merci. J’ai aimé la cour. On m’a demandé Pourquoi partir. J’ai aimé la cour.");
  OWNED(phrase) phrase = phrase_new(&fixture.voice, draft_text(&fixture));
  const struct run *em = phrase->runs->next->next, *words = em->next->next;
  CU_ASSERT_EQUAL(em->style, RUN_EM | RUN_STRONG);
  ASSERT_TEXT(words->text, "la cour");
  CU_ASSERT_EQUAL(words->style, RUN_QUOTED | RUN_STRONG);
  CU_ASSERT_FALSE(phrase_has_blank(phrase));
  end(&fixture);
}

/* Prompt and draft; the second translation of the draft has lost the sentence. */
static const char *english(const struct translator *translator, const char *msgid)
{
  static const char *const messages[][2] = {
      {"Dit à <answer of=\"where\"/> : <blank></blank>.",
       "<blank/>, I said in <answer of=\"where\"/>."},
      {"Oui. <answer of=\"liked\" form=\"stem\"/>", "<answer of=\"liked\" form=\"stem\"/> Yes."},
      {"Non. <answer of=\"liked\" form=\"stem\"/>", "No: <answer of=\"liked\"/>."}};
  (void)translator;
  for (guint i = 0; i < G_N_ELEMENTS(messages); i++)
    if (g_str_equal(messages[i][0], msgid))
      return messages[i][1];
  return msgid;
}

static void assert_said_in_english(const char *text, const char *expected)
{
  static const struct translator translator = {.message = english};
  struct fixture fixture = begin(text);
  catalogue_translate(fixture.pack->catalogue, &translator);
  answer(&fixture, "where", "Aix");
  assert_said_with(&fixture, "liked", "la cour", expected);
  end(&fixture);
}

static void test_sentence_in_english(void)
{
  assert_said_in_english("Oui. <answer of='liked' form='stem'/>", "la cour, I said in Aix. Yes.");
  assert_said_in_english("Non. <answer of='liked' form='stem'/>", "Non. la cour, I said in Aix.");
}

static void test_sentence_of_item(void)
{
  struct fixture fixture = begin("Merci.");
  const struct item *repeat = test_pack_item(fixture.pack, "hard");
  const struct item *what = test_pack_item(fixture.pack, "what");
  for (guint turn = 1; turn <= 2; turn++) {
    answers_set(fixture.answers, (struct step){repeat, turn}, (const char *const[]){"yes", NULL},
                date_parse(TODAY));
    answers_set(fixture.answers, (struct step){what, turn},
                (const char *const[]){turn == 1 ? "un" : "deux.", NULL}, date_parse(TODAY));
  }
  pass_rewind(fixture.pass, (struct step){0});
  for (struct step met; pass_next(fixture.pass, &met);)
    continue;
  const struct text *text = item_question(test_pack_item(fixture.pack, "then"))->prompts;
  fixture.voice.turn = 1;
  assert_said(&fixture, text, "Bien. Sur un, non.");
  fixture.voice.turn = 2;
  assert_said(&fixture, text, "Bien. Sur deux, non.");
  end(&fixture);
}

static void test_days(void)
{
  struct fixture fixture =
      begin("<answer of='day'/>, <answer of='day' form='on'/>, <answer of='day' form='of'/>, "
            "<date of='call'/>, <date of='call' form='until'/>, <date of='call' form='day'/>");
  assert_said(&fixture, draft_text(&fixture),
              "Saturday 21 November, on Saturday, Saturday, Tuesday 1 December, until 1 December, "
              "1 December");
  fixture.voice.seen = date_parse("2026-11-30");
  assert_said(&fixture, draft_text(&fixture),
              "Saturday 21 November, on 21 November, 21 November, Tuesday 1 December, until "
              "tomorrow, tomorrow");
  end(&fixture);
}

SUITE(fill, {"blanks with an id are filled wherever they stand", test_fill},
      {"a stem's words go without their full stop", test_stem},
      {"words that stand by themselves become a sentence", test_sentence},
      {"the whole sentence of a stem is that of the prompt that holds", test_whole_sentence},
      {"in another language it is the prompt's translation", test_sentence_in_english},
      {"in a repeat it is that of the item", test_sentence_of_item},
      {"days are seen from the day of the voice", test_days})
