/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a plan is another than before. 20 November 2026 is a Friday. */
#include "plan/since.h"

#include "plan/told.h"

static const char theme[] =
    "<question id='region' kind='choice'><prompt>Où ?</prompt><option value='FR'><label>En "
    "France</label></option></question>"
    "<question id='day' kind='date' optional='no'><prompt>Quel jour ?</prompt></question>"
    "<question id='meeting' kind='date'><prompt>Quand ?</prompt></question>"
    "<question id='news' kind='choice'><prompt>Des nouvelles ?</prompt>"
    "<option value='none'><label>Rien</label></option><option value='no'/></question>"
    "<action id='advice' channel='email' slot='message' when=\"$news = "
    "'no'\"><title>Conseil</title>"
    "<due after='day' days='1'/></action>"
    "<action id='thank' channel='email' slot='message'><title>Merci</title>"
    "<due after='day' days='1'/></action>"
    "<action id='ask' channel='phone' when=\"$news != 'no'\"><title>Demander</title>"
    "<due after='message' days='7'/></action>"
    "<action id='prepare' channel='self'><title>Préparer</title>"
    "<due after='meeting' days='-1'/></action>"
    "<action id='rest' channel='self'><title>Se reposer</title></action>";

static const struct told waiting[] = {{"region", "FR", "2026-11-20", 0},
                                      {"day", "2026-11-20", "2026-11-20", 0},
                                      {"meeting", "2026-12-10", "2026-11-20", 0},
                                      {"news", "none", "2026-11-20", 0},
                                      {0}};

static struct plan *plan_on(const struct fixture *fixture, const char *day)
{
  return plan_new(fixture->pack->catalogue, fixture->answers, date_parse(day), NULL, FALSE);
}

static void append(GString *out, char sign, const struct planned_action *planned)
{
  g_string_append_printf(out, "%c%s ", sign, planned->action->item.id);
}

/* What of the plan of FIXTURE on the day NOW is not as it was in BEFORE. */
static void assert_since(const struct fixture *fixture, const struct plan *before, const char *now,
                         const char *expected)
{
  OWNED(plan) plan = plan_on(fixture, now);
  OWNED(since) since = since_new(before, plan);
  g_autoptr(GString) is = g_string_new(NULL);
  for (guint i = 0; i < since->come->len; i++)
    append(is, '+', since->come->pdata[i]);
  for (guint i = 0; i < since->gone->len; i++)
    append(is, '-', since->gone->pdata[i]);
  for (guint i = 0; i < since->moved->len; i++) {
    const struct since_move *move = &g_array_index(since->moved, struct since_move, i);
    CU_ASSERT_PTR_EQUAL(move->was->action, move->is->action);
    append(is, '~', move->is);
  }
  ASSERT_TEXT(is->str, expected);
}

static void begin_waiting(struct fixture *fixture)
{
  *fixture = begin("<subject>Essai</subject>", theme, waiting, "2026-11-20", "2026-11-20");
}

static void nothing_changes_by_itself(void)
{
  struct fixture fixture;
  begin_waiting(&fixture);
  OWNED(plan) before = plan_on(&fixture, "2026-11-20");
  assert_since(&fixture, before, "2026-11-20", "");
  /* What is late is shown today, and what follows it is later for that. */
  assert_since(&fixture, before, "2026-11-24", "~ask ");
  end(&fixture);
}

static void news_change_it(void)
{
  struct fixture fixture;
  begin_waiting(&fixture);
  OWNED(plan) before = plan_on(&fixture, "2026-11-20");
  tell(&fixture, &(struct told){"news", "no", "2026-11-21", 0});
  tell(&fixture, &(struct told){"meeting", "2026-12-14", "2026-11-21", 0});
  assert_since(&fixture, before, "2026-11-21", "+advice -thank -ask ~prepare ");
  end(&fixture);
}

/* What was done is no news, and was not dropped. */
static void ticks_are_no_change(void)
{
  struct fixture fixture;
  begin_waiting(&fixture);
  OWNED(plan) before = plan_on(&fixture, "2026-11-20");
  tell(&fixture, &(struct told){"message", "+thank", "2026-11-21", 0});
  tell(&fixture, &(struct told){"rest", "+rest", "2026-11-21", 0});
  assert_since(&fixture, before, "2026-11-21", "");
  /* Another action that takes its place is. */
  tell(&fixture, &(struct told){"news", "no", "2026-11-21", 0});
  assert_since(&fixture, before, "2026-11-21", "+advice -ask ");
  OWNED(plan) ticked = plan_on(&fixture, "2026-11-21");
  tell(&fixture, &(struct told){"message", "+advice", "2026-11-22", 0});
  assert_since(&fixture, ticked, "2026-11-22", "");
  end(&fixture);
}

/* Nor is what was done as soon as it came. */
static void done_at_once(void)
{
  struct fixture fixture;
  begin_waiting(&fixture);
  OWNED(plan) before = plan_on(&fixture, "2026-11-20");
  tell(&fixture, &(struct told){"news", "no", "2026-11-21", 0});
  tell(&fixture, &(struct told){"message", "+advice", "2026-11-21", 0});
  assert_since(&fixture, before, "2026-11-21", "-thank -ask ");
  end(&fixture);
}

static void days_come_and_go(void)
{
  struct fixture fixture;
  begin_waiting(&fixture);
  tell(&fixture, &(struct told){"meeting", "-", "2026-11-20", 0});
  OWNED(plan) before = plan_on(&fixture, "2026-11-20");
  tell(&fixture, &(struct told){"meeting", "2026-12-14", "2026-11-20", 0});
  assert_since(&fixture, before, "2026-11-20", "~prepare ");
  OWNED(plan) dated = plan_on(&fixture, "2026-11-20");
  tell(&fixture, &(struct told){"meeting", "-", "2026-11-20", 0});
  assert_since(&fixture, dated, "2026-11-20", "~prepare ");
  tell(&fixture, &(struct told){"rest", ">2026-11-30", "2026-11-20", 0});
  assert_since(&fixture, before, "2026-11-20", "~rest ");
  end(&fixture);
}

SUITE(since, {"nothing changes by itself", nothing_changes_by_itself},
      {"news change it", news_change_it}, {"ticks are no change", ticks_are_no_change},
      {"what is done at once is no news", done_at_once}, {"days come and go", days_come_and_go})
