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
      {"days are seen from the day of the voice", test_days})
