/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a plan stands on the page, and what its openings, replies and drafts say. */
#include "plan/page.h"

#include "plan/told.h"

static const char pack[] = "<subject>Un essai</subject><topic id='topic'><title>S</title></topic>";

#define ACTION(id, attributes, days, drafts)                                                       \
  "<action id='" id "' channel='email' " attributes "><title>" id "</title>"                       \
  "<due after='answered' days='" days "'/>" drafts "</action>"
#define LESSON(id) "<lesson id='" id "' topic='topic'><then>" id "</then></lesson>"

static const char theme[] =
    "<question id='region' kind='choice'><prompt>Où ?</prompt><option value='FR'><label>F</label>"
    "</option></question>" ACTION("a", "", "1", "")
        ACTION("b", "lead='yes'", "3",
               "<draft id='b1'><p>Le <blank id='x'>mot</blank></p></draft>"
               "<draft id='b2'><p>Autre</p></draft>") ACTION("c", "lead='yes'", "4", "")
            ACTION("d", "", "5", "") ACTION("e", "", "6", "") ACTION("f", "", "7", "") LESSON("l1")
                LESSON("l2")
                    LESSON("l3") "<strength id='s1'>Un</strength><strength id='s2'>Deux</strength>"
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
  CU_ASSERT_EQUAL(page->lessons->len, 2);
  CU_ASSERT_EQUAL(page->replies->len, 2);
  ASSERT_TEXT(page->strength->strength->item.id, "s1");
  CU_ASSERT_TRUE(plan_page_holds(page, page->next));
  CU_ASSERT_TRUE(plan_page_holds(page, plan->replies->pdata[1]));
  CU_ASSERT_FALSE(plan_page_holds(page, page->next->drafts->pdata[1]));
  CU_ASSERT_FALSE(plan_page_holds(page, plan->lessons->pdata[2]));
  CU_ASSERT_FALSE(plan_page_holds(page, NULL));
  const struct planned_draft *other = page->next->drafts->pdata[1];
  ASSERT_TEXT(other->own, "À moi");
  const struct planned_opening *opening = plan->openings->pdata[0];
  g_autofree char *words = phrase_plain(opening->paragraphs->pdata[0]);
  ASSERT_TEXT(words, "Avant tout.");
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

SUITE(page, {"the next step, four later ones, two lessons, one strength", test_page},
      {"an empty plan", test_nothing_next})
