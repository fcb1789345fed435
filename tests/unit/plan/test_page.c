/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a plan stands on the page, and what its openings, replies and drafts say. */
#include "plan/page.h"

#include "plan/told.h"

static const char pack[] = "<subject>Un essai</subject><topic id='topic'><title>S</title></topic>"
                           "<topic id='other'><title>A</title></topic>";

#define ACTION(id, attributes, days, drafts)                                                       \
  "<action id='" id "' channel='email' " attributes "><title>" id "</title>"                       \
  "<due after='answered' days='" days "'/>" drafts "</action>"
#define LESSON(id, topic) "<lesson id='" id "' topic='" topic "'><then>" id "</then></lesson>"

static const char theme[] =
    "<question id='region' kind='choice'><prompt>Où ?</prompt><option value='FR'><label>F</label>"
    "</option></question>" ACTION("a", "", "1", "") ACTION(
        "b", "lead='yes'", "3",
        "<draft id='b1'><p>Le <blank id='x'>mot</blank></p></draft>"
        "<draft id='b2'><p>Autre</p></draft>") ACTION("c", "lead='yes'", "4", "")
        ACTION("d", "", "5", "") ACTION("e", "", "6", "") ACTION("f", "", "7", "")
            LESSON("l1", "topic") LESSON("l2", "topic") LESSON(
                "l3", "other") "<strength id='s1'>Un</strength><strength id='s2'>Deux</strength>"
                               "<opening><p>Avant <answer of='x' else='tout'/>.</p></opening>"
                               "<reply><title>Si</title><p>Oui.</p></reply><reply><title>Sinon</"
                               "title><p>Non.</p></reply>";

static char *titles(const GPtrArray *actions)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < actions->len; i++)
    g_string_append(out, ((const struct planned_action *)actions->pdata[i])->action->item.id);
  return g_string_free(out, FALSE);
}

static void test_page(void)
{
  static const struct told told[] = {{"region", "FR", "2026-11-20", 0}, {0}};
  struct fixture fixture = begin(pack, theme, told, "2026-11-20", "2026-11-20");
  answers_set_own_draft(fixture.answers, "b2", "À moi");
  OWNED(plan) plan = plan_new(fixture.pack->catalogue, fixture.answers, fixture.today, NULL, FALSE);
  OWNED(plan_page) page = plan_page_new(plan);
  ASSERT_TEXT(page->next->action->item.id, "b");
  ASSERT_TEXT(page->message->draft->id, "b1");
  CU_ASSERT_PTR_NULL(page->message->own);
  g_autofree char *later = titles(page->later);
  ASSERT_TEXT(later, "acde");
  CU_ASSERT_EQUAL_FATAL(page->lessons->len, 2);
  ASSERT_TEXT(((struct planned_lesson *)page->lessons->pdata[1])->lesson->item.id, "l3");
  CU_ASSERT_EQUAL(page->replies->len, 2);
  ASSERT_TEXT(page->strength->strength->item.id, "s1");
  CU_ASSERT_TRUE(plan_page_holds(page, page->next));
  CU_ASSERT_TRUE(plan_page_holds(page, plan->replies->pdata[1]));
  CU_ASSERT_FALSE(plan_page_holds(page, page->next->drafts->pdata[1]));
  CU_ASSERT_FALSE(plan_page_holds(page, plan->lessons->pdata[1]));
  CU_ASSERT_FALSE(plan_page_holds(page, NULL));
  const struct planned_draft *other = page->next->drafts->pdata[1];
  ASSERT_TEXT(other->own, "À moi");
  const struct planned_opening *opening = plan->openings->pdata[0];
  g_autofree char *words = phrase_plain(opening->paragraphs->pdata[0]);
  ASSERT_TEXT(words, "Avant tout.");
  end(&fixture);
}

#define ALONE(id, after, days)                                                                     \
  "<action id='" id "' channel='self'><title>" id "</title>"                                       \
  "<due after='" after "' days='" days "'/></action>"

/* What has its one day is not left out for what could be done on any. */
static void test_eve(void)
{
  static const char alone[] =
      "<question id='region' kind='choice'><prompt>Où ?</prompt><option value='FR'><label>F</label>"
      "</option></question><question id='day' kind='date' next-time='yes'><prompt>Quand ?</prompt>"
      "</question>" ALONE("a", "answered", "1") ALONE("b", "answered", "2")
          ALONE("c", "answered", "3") ALONE("d", "answered", "4") ALONE("e", "answered", "5")
              ALONE("f", "day", "-1");
  static const struct told told[] = {
      {"region", "FR", "2026-11-20", 0}, {"day", "2026-12-01", "2026-11-20", 0}, {0}};
  struct fixture fixture = begin(pack, alone, told, "2026-11-20", "2026-11-20");
  OWNED(plan) plan = plan_new(fixture.pack->catalogue, fixture.answers, fixture.today, NULL, FALSE);
  OWNED(plan_page) page = plan_page_new(plan);
  g_autofree char *later = titles(page->later);
  ASSERT_TEXT(later, "bcdf");
  end(&fixture);
}

/* WORDS words. Caller frees. */
static char *many(guint words)
{
  GString *text = g_string_new("mot");
  while (--words)
    g_string_append(text, " mot");
  return g_string_free(text, FALSE);
}

/* What is too long for what room is left is left out, and what comes after it may still fit. */
static void test_words(void)
{
  g_autofree char *most = many(30), *much = many(90); /* who was asked one question */
  g_autofree char *long_theme = g_strdup_printf(
      "<question id='region' kind='choice'><prompt>Où ?</prompt><option value='FR'><label>F</label>"
      "</option></question>"
      "<action id='a' channel='email'><title>A</title><due after='answered' days='1'/>"
      "<draft id='a1'><p>%s</p></draft></action>"
      "<action id='b' channel='email'><title>B</title><due after='answered' days='2'/>"
      "<step>%s</step></action>"
      "<action id='c' channel='email'><title>C</title><due after='answered' days='3'/></action>"
      "<reply><title>Si</title><p>%s</p></reply><reply><title>Sinon</title><p>Non.</p></reply>",
      most, much, much);
  static const struct told told[] = {{"region", "FR", "2026-11-20", 0}, {0}};
  struct fixture fixture = begin(pack, long_theme, told, "2026-11-20", "2026-11-20");
  OWNED(plan) plan = plan_new(fixture.pack->catalogue, fixture.answers, fixture.today, NULL, FALSE);
  OWNED(plan_page) page = plan_page_new(plan);
  g_autofree char *later = titles(page->later);
  ASSERT_TEXT(page->next->action->item.id, "a");
  ASSERT_TEXT(later, "c");
  CU_ASSERT_EQUAL_FATAL(page->replies->len, 1);
  CU_ASSERT_PTR_EQUAL(page->replies->pdata[0], plan->replies->pdata[1]);
  end(&fixture);
}

#define HOLIDAY(date, title) "<holiday region='FR' date='--" date "'>" title "</holiday>"

/* Those with a title, on a working day, before the last step of the page. */
static void test_holidays(void)
{
  static const char holidays[] = "<subject>Un essai</subject>" HOLIDAY("11-25",
                                                                       "<title>Mercredi</title>")
      HOLIDAY("11-26", "") HOLIDAY("11-28", "<title>Samedi</title>") HOLIDAY(
          "11-30", "<title>Le dernier</title>") "<holiday region='QC' "
                                                "date='--11-24'><title>Ailleurs</title></holiday>";
  static const char steps[] =
      "<question id='region' kind='choice'><prompt>Où ?</prompt><option value='FR'><label>F</label>"
      "</option><option value='QC'><label>Q</label></option></question>" ACTION(
          "a", "lead='yes'", "1", "") ACTION("b", "", "2", "") ACTION("c", "", "10", "");
  static const struct told told[] = {{"region", "FR", "2026-11-20", 0}, {0}};
  struct fixture fixture = begin(holidays, steps, told, "2026-11-20", "2026-11-20");
  OWNED(plan) plan = plan_new(fixture.pack->catalogue, fixture.answers, fixture.today, NULL, FALSE);
  OWNED(plan_page) page = plan_page_new(plan);
  CU_ASSERT_EQUAL(plan->holidays->len, 2);
  CU_ASSERT_EQUAL_FATAL(page->holidays->len, 1);
  const struct planned_holiday *holiday = page->holidays->pdata[0];
  CU_ASSERT_EQUAL(holiday->day, date_parse("2026-11-25"));
  g_autofree char *title = phrase_plain(holiday->title);
  ASSERT_TEXT(title, "Mercredi");
  end(&fixture);
}

static void test_nothing_next(void)
{
  struct fixture fixture = begin(pack,
                                 "<question id='region' kind='choice'><prompt>Où ?</prompt><option "
                                 "value='FR'><label>F</label></option></question>",
                                 NULL, "2026-11-20", "2026-11-20");
  OWNED(plan) plan = plan_new(fixture.pack->catalogue, fixture.answers, fixture.today, NULL, FALSE);
  OWNED(plan_page) page = plan_page_new(plan);
  CU_ASSERT_PTR_NULL(page->next);
  CU_ASSERT_PTR_NULL(page->message);
  CU_ASSERT_PTR_NULL(page->strength);
  end(&fixture);
}

/* What each opening says that it answers, with "|" between; nothing where it says nothing. Caller
 * frees. */
static char *asked(const struct plan *plan)
{
  GString *said = g_string_new(NULL);
  for (guint i = 0; i < plan->openings->len; i++) {
    const struct planned_opening *opening = plan->openings->pdata[i];
    g_autofree char *words = opening->asked ? phrase_plain(opening->asked) : NULL;
    g_string_append_printf(said, "%s%s", i ? "|" : "", words ? words : "");
  }
  return g_string_free(said, FALSE);
}

/* Of several things asked each answer says which it is for; one alone needs no name at the head of
 * the plan, only further down; what is private is named to nobody but the person, and what has no
 * label or is asked of each item of something is not named. */
static void test_asked(void)
{
  static const char questions[] =
      "<question id='region' kind='choice'><prompt>Où ?</prompt><option value='FR'><label>F</label>"
      "</option></question><question id='carried' kind='choices' %s><prompt>Quoi ?</prompt>"
      "<option value='lost' slot='lost'><label>Perdu ?</label></option>"
      "<option value='write' slot='write'><label>Écrire ?</label></option></question>"
      "<question id='sure' kind='choice'><prompt>Sûr ?</prompt>"
      "<option value='yes' slot='rest'/><option value='no'/></question>"
      "<repeat id='r' max='2'><prompt>Encore ?</prompt><question id='again' kind='choice'>"
      "<prompt>Quoi ?</prompt><option value='x' slot='rest'><label>X ?</label></option>"
      "</question></repeat>"
      "<opening slot='write'><p>Oui.</p></opening><opening slot='rest'><p>Bon.</p></opening>"
      "<opening slot='lost'><p>Non.</p></opening>";
  static const struct {
    const char *attribute, *values;
    gboolean keep_private;
    const char *asked;
  } cases[] = {{"", "write", FALSE, "||"},
               {"", "lost|write", TRUE, "Écrire ?||Perdu ?"},
               {"private='yes'", "lost|write", FALSE, "Écrire ?||Perdu ?"},
               {"private='yes'", "lost|write", TRUE, "||"},
               {"", "lost", FALSE, "||Perdu ?"}};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    struct told told[] = {{"carried", cases[i].values, "2026-11-20", 0},
                          {"sure", "yes", "2026-11-20", 0},
                          {"r", "yes", "2026-11-20", 1},
                          {"again", "x", "2026-11-20", 1},
                          {0}};
    g_autofree char *theme_xml = g_strdup_printf(questions, cases[i].attribute);
    struct fixture fixture = begin(pack, theme_xml, told, "2026-11-20", "2026-11-20");
    OWNED(plan)
    plan = plan_new(fixture.pack->catalogue, fixture.answers, fixture.today, NULL,
                    cases[i].keep_private);
    g_autofree char *said = asked(plan);
    ASSERT_TEXT(said, cases[i].asked);
    end(&fixture);
  }
}

SUITE(page, {"the next step, four later ones, two lessons, one strength", test_page},
      {"the eve of the next time", test_eve},
      {"no more words than one reads at a sitting", test_words},
      {"holidays on the way", test_holidays}, {"which question an opening answers", test_asked},
      {"an empty plan", test_nothing_next})
