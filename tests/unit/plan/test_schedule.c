/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days of actions, by the letter of content/FORMAT.md, section 4. 20 November 2026 is a Friday. */
#include "plan/schedule.h"

#include "plan/told.h"

static const char pack[] =
    "<subject>Un essai</subject><topic id='topic'><title>Sujet</title></topic>"
    "<define id='wanted' test=\"$role = 'cook'\"/>"
    "<holiday region='FR' date='--07-14'/>"
    "<holiday region='FR QC' easter='1'/>"
    "<holiday region='QC' date='--05-18' on='mon'/>"
    "<holiday region='FR' date='--12-28' on='fri'/>"
    "<holiday region='FR' easter='-60'/>";

/* Questions that stand before the actions of a case. */
static const char questions[] =
    "<question id='region' kind='choice'><prompt>Où ?</prompt>"
    "<option value='FR'><label>FR</label></option><option value='QC'><label>QC</label></option>"
    "</question>"
    "<question id='talk' kind='date'><prompt>Quand ?</prompt></question>"
    "<question id='reply' kind='date'><prompt>Réponse ?</prompt></question>"
    "<question id='role' kind='text'><prompt>Rôle ?</prompt></question>"
    "<question id='late' kind='choice'><prompt>À l’heure ?</prompt><option value='yes'/>"
    "<option value='no' when=\"not($role = 'boss')\">"
    "<question id='warned' kind='choice'><prompt>Prévenu ?</prompt><option value='yes'/>"
    "<option value='no'>"
    "<action id='nested' channel='self' when=\"$wanted\"><title>T</title>"
    "<due after='answered' days='1'/></action>"
    "</option></question>"
    "</option></question>";

/* "2026-11-20", with "done", "late", "lapsed" or "displaced" behind it; "none" undated, "out" not
 * selected. */
static char *fate(const GArray *schedule, const char *id)
{
  for (guint i = 0; i < schedule->len; i++) {
    const struct scheduled *scheduled = &g_array_index(schedule, struct scheduled, i);
    if (!g_str_equal(scheduled->action->item.id, id))
      continue;
    g_autofree char *day = scheduled->day ? date_to_iso(scheduled->day) : g_strdup("none");
    return g_strconcat(day, scheduled->done ? " done" : "", scheduled->late ? " late" : "",
                       scheduled->lapsed ? " lapsed" : "", scheduled->displaced ? " displaced" : "",
                       NULL);
  }
  return g_strdup("out");
}

#define MOST_TOLD 8

struct case_ {
  const char *actions; /* after the questions */
  struct told told[MOST_TOLD];
  const char *today; /* NULL: 2026-11-20 */
  const char *of;    /* NULL: a */
  const char *fate;
};

static void check(const struct case_ *cases, gsize count)
{
  for (gsize i = 0; i < count; i++) {
    g_autofree char *theme = g_strconcat(questions, cases[i].actions, NULL);
    struct fixture fixture = begin(pack, theme, cases[i].told, "2026-11-10",
                                   cases[i].today ? cases[i].today : "2026-11-20");
    g_autoptr(GArray) schedule = schedule_new(fixture.pass);
    g_autofree char *is = fate(schedule, cases[i].of ? cases[i].of : "a");
    ASSERT_TEXT(is, cases[i].fate);
    end(&fixture);
  }
}

#define CHECK(cases) check(cases, G_N_ELEMENTS(cases))

#define ACTION(id, attributes, dues)                                                               \
  "<action id='" id "' channel='self' " attributes "><title>T</title>" dues "</action>"
#define A(dues) ACTION("a", "", dues)

#define ON(day)                                                                                    \
  {                                                                                                \
    "talk", day, "2026-11-20", 0                                                                   \
  }
#define IN_FR                                                                                      \
  {                                                                                                \
    "region", "FR", "2026-11-20", 0                                                                \
  }
#define IN_QC                                                                                      \
  {                                                                                                \
    "region", "QC", "2026-11-20", 0                                                                \
  }

static void first_due_that_holds(void)
{
  static const struct case_ cases[] = {
      {A("<due after='talk' days='3'/>"), {ON("2026-11-20")}, NULL, NULL, "2026-11-23"},
      {A("<due after='talk'/>"), {ON("2026-11-20")}, NULL, NULL, "2026-11-20"},
      {A("<due after='talk' days='-2'/>"), {ON("2026-11-25")}, NULL, NULL, "2026-11-23"},
      /* the first has no date, the second counts */
      {A("<due after='reply' days='1'/><due after='talk' days='3'/>"),
       {ON("2026-11-20")},
       NULL,
       NULL,
       "2026-11-23"},
      /* the first does not hold */
      {A("<due after='talk' days='1' when=\"$late = 'no'\"/><due after='talk' days='3'/>"),
       {ON("2026-11-20"), {"late", "yes", "2026-11-20", 0}},
       NULL,
       NULL,
       "2026-11-23"},
      {A("<due after='talk' days='1' when=\"$late = 'yes'\"/><due after='talk' days='3'/>"),
       {ON("2026-11-20"), {"late", "yes", "2026-11-20", 0}},
       NULL,
       NULL,
       "2026-11-21"},
      {A("<due after='talk'/>"), {{"talk", "-", "2026-11-20", 0}}, NULL, NULL, "none"},
      {A("<due after='reply'/>"), {ON("2026-11-20")}, NULL, NULL, "none"},
      {A(""), {ON("2026-11-20")}, NULL, NULL, "none"},
      {ACTION("a", "when=\"$late = 'no'\"", "<due after='talk'/>"),
       {ON("2026-11-20")},
       NULL,
       NULL,
       "out"},
      /* the calendar has no such day */
      {A("<due after='talk' days='1'/><due after='talk' days='-1'/>"),
       {ON("9999-12-31")},
       NULL,
       NULL,
       "9999-12-30"},
  };
  CHECK(cases);
}

static void weekdays_and_holidays(void)
{
  static const struct case_ cases[] = {
      {A("<due after='talk' on='mon-fri'/>"), {ON("2026-11-21")}, NULL, NULL, "2026-11-23"},
      {A("<due after='talk' on='mon-fri'/>"), {ON("2026-11-20")}, NULL, NULL, "2026-11-20"},
      {A("<due after='talk' days='8' on='tue-thu'/>"),
       {ON("2026-11-20")},
       NULL,
       NULL,
       "2026-12-01"},
      {A("<due after='talk' on='tue fri'/>"), {ON("2026-11-21")}, NULL, NULL, "2026-11-24"},
      {A("<due after='talk' on='sat-mon'/>"), {ON("2026-11-24")}, NULL, NULL, "2026-11-28"},
      /* 14 July 2027 is a Wednesday */
      {A("<due after='talk' on='mon-fri'/>"), {IN_FR, ON("2027-07-14")}, NULL, NULL, "2027-07-15"},
      {A("<due after='talk' on='mon-fri'/>"), {IN_QC, ON("2027-07-14")}, NULL, NULL, "2027-07-14"},
      {A("<due after='talk' on='mon-fri'/>"), {ON("2027-07-14")}, NULL, NULL, "2027-07-14"},
      /* without `on` nothing moves, holiday or not */
      {A("<due after='talk'/>"), {IN_FR, ON("2027-07-14")}, NULL, NULL, "2027-07-14"},
      /* Easter Monday 2027 is 29 March */
      {A("<due after='talk' on='mon-fri'/>"), {IN_FR, ON("2027-03-27")}, NULL, NULL, "2027-03-30"},
      {A("<due after='talk' on='mon-fri'/>"), {IN_QC, ON("2027-03-27")}, NULL, NULL, "2027-03-30"},
      /* the first Monday from 18 May on: 24 May 2027 */
      {A("<due after='talk' on='mon'/>"), {IN_QC, ON("2027-05-18")}, NULL, NULL, "2027-05-31"},
      {A("<due after='talk' on='mon'/>"), {IN_QC, ON("2027-05-17")}, NULL, NULL, "2027-05-17"},
      /* the first Friday from 28 December 2026 on is 1 January 2027 */
      {A("<due after='talk' on='fri'/>"), {IN_FR, ON("2027-01-01")}, NULL, NULL, "2027-01-08"},
      /* 60 days before Easter 2027, 28 March */
      {A("<due after='talk' on='mon-fri'/>"), {IN_FR, ON("2027-01-27")}, NULL, NULL, "2027-01-28"},
  };
  CHECK(cases);
}

static void after_what_was_answered(void)
{
  static const struct case_ cases[] = {
      /* nothing answered that it depends on: the day it began */
      {A("<due after='answered' days='15'/>"), {ON("2026-11-20")}, NULL, NULL, "2026-11-25"},
      /* its own condition, through a define */
      {ACTION("a", "when=\"not($wanted)\"", "<due after='answered' days='15'/>"),
       {{"role", "boss", "2026-11-18", 0}},
       NULL,
       NULL,
       "2026-12-03"},
      /* not what a due's condition names */
      {A("<due after='answered' days='15' when=\"$role\"/>"),
       {{"role", "boss", "2026-11-18", 0}},
       NULL,
       NULL,
       "2026-11-25"},
      /* the question and option it stands in, and theirs: late (17), warned (16), role (12) */
      {"",
       {{"role", "cook", "2026-11-12", 0},
        {"late", "no", "2026-11-17", 0},
        {"warned", "no", "2026-11-16", 0},
        ON("2026-11-20")},
       "2026-11-12",
       "nested",
       "2026-11-18"},
      /* the option's condition names role, answered last */
      {"",
       {{"role", "cook", "2026-11-19", 0},
        {"late", "no", "2026-11-17", 0},
        {"warned", "no", "2026-11-16", 0}},
       "2026-11-12",
       "nested",
       "2026-11-20"},
      /* not what those questions depend on in turn: warned is named, late is not */
      {ACTION("a", "when=\"$warned\"", "<due after='answered' days='15'/>"),
       {{"late", "no", "2026-11-19", 0}, {"warned", "yes", "2026-11-12", 0}},
       NULL,
       NULL,
       "2026-11-27"},
      /* a parked answer is not active */
      {ACTION("a", "when=\"not($warned)\"", "<due after='answered' days='15'/>"),
       {{"late", "yes", "2026-11-12", 0}, {"warned", "yes", "2026-11-12", 0}},
       NULL,
       NULL,
       "2026-11-25"},
      /* all items of a repeat */
      {"<repeat id='r' max='3'><prompt>Encore ?</prompt>"
       "<question id='hard' kind='text'><prompt>Quoi ?</prompt></question></repeat>" ACTION(
           "a", "when=\"$hard = 'x'\"", "<due after='answered' days='15'/>"),
       {{"r", "yes", "2026-11-19", 1},
        {"hard", "x", "2026-11-11", 1},
        {"r", "yes", "2026-11-19", 2},
        {"hard", "y", "2026-11-13", 2},
        {"r", "no", "2026-11-19", 3}},
       NULL,
       NULL,
       "2026-11-28"},
  };
  CHECK(cases);
}

static void after_other_actions(void)
{
#define TWO(first, second) ACTION("f", "slot='s'", first) ACTION("a", "", second)
  static const struct case_ cases[] = {
      /* its day in the plan */
      {TWO("<due after='talk' days='1' on='mon-fri'/>", "<due after='s' days='7' on='tue-thu'/>"),
       {ON("2026-11-20")},
       NULL,
       NULL,
       "2026-12-01"},
      /* lateness included: f moves from 11 November to today */
      {TWO("<due after='talk' days='1'/>", "<due after='s' days='7'/>"),
       {ON("2026-11-10")},
       NULL,
       NULL,
       "2026-11-27"},
      /* its tick */
      {TWO("<due after='talk' days='1'/>", "<due after='s' days='7'/>"),
       {ON("2026-11-10"), {"s", "+", "2026-11-16", 0}},
       NULL,
       NULL,
       "2026-11-23"},
      /* lapsed, so without a day: the next due */
      {TWO("<due after='talk' days='1' until='2'/>",
           "<due after='s' days='7'/><due after='talk' days='30'/>"),
       {ON("2026-11-10")},
       NULL,
       NULL,
       "2026-12-10"},
      /* undated: no date */
      {TWO("", "<due after='s' days='7'/>"), {ON("2026-11-20")}, NULL, NULL, "none"},
      /* its tick counts although it is not selected now */
      {ACTION("f", "when=\"$late = 'no'\"", "<due after='talk'/>")
           ACTION("a", "", "<due after='f' days='7'/>"),
       {ON("2026-11-20"), {"f", "+", "2026-11-18", 0}},
       NULL,
       NULL,
       "2026-11-25"},
      {ACTION("f", "when=\"$late = 'no'\"", "<due after='talk'/>")
           ACTION("a", "", "<due after='f' days='7'/>"),
       {ON("2026-11-20")},
       NULL,
       NULL,
       "none"},
      /* a slot as made up to here: its second action stands, as its first has lapsed */
      {ACTION("f", "slot='s'", "<due after='talk' days='1' until='0'/>")
           ACTION("g", "slot='s'", "<due after='talk' days='20'/>") A("<due after='s' days='1'/>"),
       {ON("2026-11-10")},
       NULL,
       NULL,
       "2026-12-01"},
  };
  CHECK(cases);
}

static void lateness_and_lapsing(void)
{
  static const struct case_ cases[] = {
      {A("<due after='talk' days='1'/>"), {ON("2026-11-10")}, NULL, NULL, "2026-11-20 late"},
      {A("<due after='talk' days='1'/>"), {ON("2026-11-19")}, NULL, NULL, "2026-11-20"},
      /* today is no working day */
      {A("<due after='talk' days='1' on='mon-fri'/>"),
       {ON("2026-11-19")},
       "2026-11-22",
       NULL,
       "2026-11-23 late"},
      /* until counts from the day before the move */
      {A("<due after='talk' days='1' until='4'/>"),
       {ON("2026-11-15")},
       NULL,
       NULL,
       "2026-11-20 late"},
      {A("<due after='talk' days='1' until='4'/>"),
       {ON("2026-11-14")},
       NULL,
       NULL,
       "2026-11-20 late lapsed"},
      {A("<due after='talk' until='0'/>"), {ON("2026-11-20")}, NULL, NULL, "2026-11-20"},
      {A("<due after='talk' until='0'/>"),
       {ON("2026-11-19")},
       NULL,
       NULL,
       "2026-11-20 late lapsed"},
      /* a tick: neither late nor lapsed, on its own day */
      {A("<due after='talk' until='0'/>"),
       {ON("2026-11-10"), {"a", "+", "2026-11-12", 0}},
       NULL,
       NULL,
       "2026-11-12 done"},
      {A(""), {{"a", "+", "2026-11-12", 0}}, NULL, NULL, "2026-11-12 done"},
  };
  CHECK(cases);
}

static void slots(void)
{
#define SLOT                                                                                       \
  ACTION("f", "slot='s' when=\"$late = 'no'\"", "<due after='talk' days='1' until='4'/>")          \
  ACTION("g", "slot='s'", "<due after='talk' days='2' until='30'/>")                               \
  ACTION("h", "slot='s'", "<due after='talk' days='3'/>")
  static const struct case_ cases[] = {
      {SLOT, {ON("2026-11-20")}, NULL, "g", "2026-11-22"},
      {SLOT, {ON("2026-11-20")}, NULL, "h", "2026-11-23 displaced"},
      {SLOT, {ON("2026-11-20"), {"late", "no", "2026-11-20", 0}}, NULL, "f", "2026-11-21"},
      {SLOT,
       {ON("2026-11-20"), {"late", "no", "2026-11-20", 0}},
       NULL,
       "g",
       "2026-11-22 displaced"},
      /* the first has lapsed, the next stands */
      {SLOT, {ON("2026-11-10"), {"late", "no", "2026-11-20", 0}}, NULL, "g", "2026-11-20 late"},
      /* a ticked slot: the first selected is done, even one that would have lapsed */
      {SLOT,
       {ON("2026-11-10"), {"late", "no", "2026-11-20", 0}, {"s", "+", "2026-11-19", 0}},
       NULL,
       "f",
       "2026-11-19 done"},
      {SLOT,
       {ON("2026-11-10"), {"late", "no", "2026-11-20", 0}, {"s", "+", "2026-11-19", 0}},
       NULL,
       "g",
       "2026-11-19 done displaced"},
  };
  CHECK(cases);
}

static void hours(void)
{
  struct told told[] = {ON("2026-11-20"), {"b", "+", "2026-11-20", 0}, {0}};
  g_autofree char *theme = g_strconcat(questions, ACTION("a", "", "<due after='talk' at='17:30'/>"),
                                       ACTION("b", "", "<due after='talk' at='17:30'/>"),
                                       ACTION("c", "", "<due after='talk'/>"), NULL);
  struct fixture fixture = begin(pack, theme, told, "2026-11-20", "2026-11-20");
  g_autoptr(GArray) schedule = schedule_new(fixture.pass);
  CU_ASSERT_EQUAL_FATAL(schedule->len, 3);
  CU_ASSERT_EQUAL(g_array_index(schedule, struct scheduled, 0).at, 17 * 60 + 30);
  CU_ASSERT_EQUAL(g_array_index(schedule, struct scheduled, 1).at, -1);
  CU_ASSERT_EQUAL(g_array_index(schedule, struct scheduled, 2).at, -1);
  end(&fixture);
}

static void no_working_day_at_all(void)
{
  g_autoptr(GString) holidays = g_string_new(pack);
  for (int month = 1; month <= 12; month++)
    for (int day = 1; day <= 31; day++)
      if (date_from_ymd(2028, month, day))
        g_string_append_printf(holidays, "<holiday region='FR' date='--%02d-%02d'/>", month, day);
  struct told told[] = {IN_FR, ON("2026-11-21"), {0}};
  g_autofree char *theme = g_strconcat(questions, A("<due after='talk' on='mon-fri'/>"), NULL);
  struct fixture fixture = begin(holidays->str, theme, told, "2026-11-20", "2026-11-20");
  g_autoptr(GArray) schedule = schedule_new(fixture.pass);
  g_autofree char *is = fate(schedule, "a");
  ASSERT_TEXT(is, "2026-11-21");
  end(&fixture);
}

/* ---- any pack ---- */

/* A random due that may count from anything before it. */
static void random_due(GRand *rand, GString *out, int before)
{
  static const char *const ons[] = {"", "on='mon-fri'", "on='tue fri'", "on='sat-mon'"};
  static const char *const whens[] = {"", "when=\"$late = 'no'\"", "when=\"$role\""};
  g_autofree char *after = NULL;
  int kind = g_rand_int_range(rand, 0, before > 0 ? 5 : 3);
  if (kind < 3)
    after = g_strdup(kind == 0 ? "talk" : kind == 1 ? "reply" : "answered");
  else
    after = g_strdup_printf("a%d", g_rand_int_range(rand, 0, before));
  g_string_append_printf(out, "<due after='%s' days='%d' %s %s", after,
                         g_rand_int_range(rand, -20, 20), ons[g_rand_int_range(rand, 0, 4)],
                         whens[g_rand_int_range(rand, 0, 3)]);
  if (g_rand_boolean(rand))
    g_string_append_printf(out, " until='%d'", g_rand_int_range(rand, 0, 12));
  g_string_append(out, "/>");
}

static char *random_theme(GRand *rand)
{
  GString *out = g_string_new(questions);
  for (int i = 0; i < 8; i++) {
    g_string_append_printf(out, "<action id='a%d' channel='self'%s><title>T</title>", i,
                           g_rand_boolean(rand) ? " when=\"$role or $late\"" : "");
    for (int dues = g_rand_int_range(rand, 0, 4); dues > 0; dues--)
      random_due(rand, out, i);
    g_string_append(out, "</action>");
  }
  return g_string_free(out, FALSE);
}

static void random_told(GRand *rand, struct fixture *fixture)
{
  static const char *const days[] = {"2026-10-30", "2026-11-10", "2026-11-19", "2026-11-20"};
  static const struct told all[] = {{"region", "FR", NULL, 0},
                                    {"region", "QC", NULL, 0},
                                    {"talk", "2026-11-18", NULL, 0},
                                    {"talk", "2026-12-24", NULL, 0},
                                    {"reply", "2027-03-27", NULL, 0},
                                    {"role", "cook", NULL, 0},
                                    {"late", "no", NULL, 0},
                                    {"warned", "no", NULL, 0},
                                    {"a0", "+", NULL, 0},
                                    {"a3", "+", NULL, 0}};
  for (guint i = 0; i < G_N_ELEMENTS(all); i++) {
    struct told told = all[i];
    told.day = days[g_rand_int_range(rand, 0, 4)];
    if (g_rand_boolean(rand))
      tell(fixture, &told);
  }
}

static void check_days(const struct fixture *fixture)
{
  struct pass *pass = pass_new(fixture->pack->catalogue, fixture->answers, fixture->today);
  for (struct step met; pass_next(pass, &met);)
    continue;
  g_autoptr(GArray) schedule = schedule_new(pass);
  for (guint i = 0; i < schedule->len; i++) {
    const struct scheduled *scheduled = &g_array_index(schedule, struct scheduled, i);
    int tick = answers_tick(fixture->answers, scheduled->action->task);
    CU_ASSERT_EQUAL(scheduled->done, tick != 0);
    CU_ASSERT(tick ? scheduled->day == tick
                   : scheduled->day == 0 || scheduled->day >= fixture->today);
    CU_ASSERT(!tick || (!scheduled->late && !scheduled->lapsed));
    CU_ASSERT(scheduled->late == (!tick && scheduled->due != 0 && scheduled->due < fixture->today));
    CU_ASSERT(!scheduled->lapsed || scheduled->late);
  }
  pass_free(pass);
}

static void never_before_today(void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed(4);
  for (int i = 0; i < 40; i++) {
    g_autofree char *theme = random_theme(rand);
    struct fixture fixture = begin(pack, theme, NULL, "2026-11-10", "2026-11-20");
    for (int j = 0; j < 10; j++) {
      random_told(rand, &fixture);
      check_days(&fixture);
    }
    end(&fixture);
  }
}

#define S                                                                                          \
  ACTION("a", "slot='s' when=\"$late = 'yes'\"", "<due after='talk' days='3' until='2'/>")         \
  ACTION("b", "slot='s'", "<due after='talk' days='5'/>")
#define LATE                                                                                       \
  {                                                                                                \
    "late", "yes", "2026-11-20", 0                                                                 \
  }

/* A tick that names an action is that action's, whatever comes into the slot after it. */
static void what_was_done_stays(void)
{
  static const struct case_ cases[] = {
      {S, {ON("2026-11-20"), LATE, {"s", "+a", "2026-11-20", 0}}, NULL, "a", "2026-11-20 done"},
      {S,
       {ON("2026-11-20"), LATE, {"s", "+a", "2026-11-20", 0}},
       NULL,
       "b",
       "2026-11-25 displaced"},
      /* not advised any more, and another in its place */
      {S, {ON("2026-11-20"), {"s", "+a", "2026-11-20", 0}}, NULL, "a", "2026-11-20 done"},
      {S, {ON("2026-11-20"), {"s", "+a", "2026-11-20", 0}}, NULL, "b", "2026-11-25"},
      /* one that comes before it now */
      {S, {ON("2026-11-20"), LATE, {"s", "+b", "2026-11-20", 0}}, NULL, "a", "2026-11-23"},
      {S, {ON("2026-11-20"), LATE, {"s", "+b", "2026-11-20", 0}}, NULL, "b", "2026-11-20 done"},
      /* what is done does not lapse */
      {S, {ON("2026-11-10"), LATE, {"s", "+a", "2026-11-20", 0}}, NULL, "a", "2026-11-20 done"},
      {S, {ON("2026-11-10"), LATE, {"s", "+b", "2026-11-20", 0}}, NULL, "b", "2026-11-20 done"},
      /* an action that the pack has no more: the slot is open */
      {S, {ON("2026-11-20"), {"s", "+gone", "2026-11-20", 0}}, NULL, "b", "2026-11-25"},
      {S, {ON("2026-11-20"), {"s", "+late", "2026-11-20", 0}}, NULL, "b", "2026-11-25"},
      /* a tick that names nothing is the slot's */
      {S, {ON("2026-11-20"), {"s", "+", "2026-11-20", 0}}, NULL, "a", "out"},
      {S, {ON("2026-11-20"), {"s", "+", "2026-11-20", 0}}, NULL, "b", "2026-11-20 done"},
      /* others count from what is still to be done, else from the tick */
      {S ACTION("c", "", "<due after='s' days='2'/>"),
       {ON("2026-11-20"), {"s", "+a", "2026-11-20", 0}},
       NULL,
       "c",
       "2026-11-27"},
      {S ACTION("c", "", "<due after='s' days='2'/>"),
       {ON("2026-11-20"), LATE, {"s", "+a", "2026-11-20", 0}},
       NULL,
       "c",
       "2026-11-22"},
      {ACTION("a", "slot='s' when=\"$late = 'yes'\"", "")
           ACTION("c", "", "<due after='s' days='2'/>"),
       {ON("2026-11-20"), {"s", "+a", "2026-11-20", 0}},
       NULL,
       "c",
       "2026-11-22"},
  };
  CHECK(cases);
}

static void put_off(void)
{
  static const struct case_ cases[] = {
      {S, {ON("2026-11-20"), {"s", ">", "2026-11-29", 0}}, NULL, "b", "2026-11-29"},
      {A("<due after='talk' days='3' on='mon-fri'/>"),
       {ON("2026-11-20"), {"a", ">", "2026-11-29", 0}},
       NULL,
       NULL,
       "2026-11-29"},
      {A(""), {{"a", ">", "2026-11-29", 0}}, NULL, NULL, "2026-11-29"},
      {A("<due after='talk' days='3' on='mon-fri'/>"),
       {ON("2026-11-20"), {"a", ">", "2026-11-27", 0}},
       "2026-11-28",
       NULL,
       "2026-11-30 late"},
      {A("<due after='talk' days='3' until='1'/>"),
       {ON("2026-11-20"), {"a", ">", "2026-11-27", 0}},
       "2026-11-29",
       NULL,
       "2026-11-29 late lapsed"},
      {A("<due after='talk' days='3' until='1'/>"),
       {ON("2026-11-10"), {"a", ">", "2026-11-27", 0}},
       NULL,
       NULL,
       "2026-11-27"},
      {A("<due after='talk'/>"),
       {ON("2026-11-10"), {"a", ">", "2026-11-27", 0}, {"a", "+", "2026-11-19", 0}},
       NULL,
       NULL,
       "2026-11-19 done"},
      {A("<due after='talk'/>") ACTION("b", "", "<due after='a' days='1'/>"),
       {ON("2026-11-10"), {"a", ">", "2026-11-27", 0}},
       NULL,
       "b",
       "2026-11-28"},
  };
  CHECK(cases);
}

/* Late for a day on which a plan had it: the debrief had begun, what the day is counted from was
 * known, and no condition that looks at today chose another day then. */
static void what_stood_in_a_plan(void)
{
#define TALK(day, given)                                                                           \
  {                                                                                                \
    {"talk", day, given, 0},                                                                       \
    {                                                                                              \
      0                                                                                            \
    }                                                                                              \
  }
  static const struct {
    const char *action;
    struct told told[4];
    const char *begun;
    gboolean stood;
  } cases[] = {
      {A("<due after='talk' days='1'/>"), TALK("2026-11-16", "2026-11-16"), "2026-11-16", TRUE},
      {A("<due after='talk' days='1'/>"), TALK("2026-11-16", "2026-11-16"), "2026-11-18", FALSE},
      {A("<due after='talk' days='1'/>"), TALK("2026-11-16", "2026-11-18"), "2026-11-10", FALSE},
      {A("<due after='talk' days='1'/>"),
       {{"talk", "2026-11-16", "2026-11-18", 0}, {"a", ">", "2026-11-19", 0}, {0}},
       "2026-11-10",
       TRUE},
      {A("<due after='talk' days='4' when='days-since($talk) &lt; 4'/><due after='answered' "
         "days='1'/>"),
       TALK("2026-11-16", "2026-11-16"), "2026-11-16", FALSE},
      {ACTION("a", "when='days-since($talk) &gt; 2'", "<due after='talk' days='1'/>"),
       TALK("2026-11-16", "2026-11-16"), "2026-11-16", FALSE},
      {A("<due after='reply' days='1'/><due after='talk' days='1'/>"),
       {{"talk", "2026-11-16", "2026-11-16", 0}, {"reply", "-", "2026-11-18", 0}, {0}},
       "2026-11-16",
       FALSE},
      {ACTION("a", "when=\"$late = 'yes' and not($role = 'cook')\"",
              "<due after='talk' days='1'/>"),
       {{"talk", "2026-11-16", "2026-11-16", 0}, {"late", "yes", "2026-11-18", 0}, {0}},
       "2026-11-16",
       FALSE},
      {ACTION("a", "when=\"$late = 'yes' and not($role = 'cook')\"",
              "<due after='talk' days='1'/>"),
       {{"talk", "2026-11-16", "2026-11-16", 0},
        {"late", "yes", "2026-11-16", 0},
        {"role", "baker", "2026-11-18", 0},
        {0}},
       "2026-11-16",
       TRUE},
      {ACTION("b", "slot='s' when='days-since($talk) &lt; 2'", "<due after='talk'/>")
           ACTION("a", "slot='s'", "<due after='talk' days='1'/>"),
       TALK("2026-11-16", "2026-11-16"), "2026-11-16", FALSE},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *theme = g_strconcat(questions, cases[i].action, NULL);
    struct fixture fixture = begin(pack, theme, cases[i].told, cases[i].begun, "2026-11-20");
    g_autoptr(GArray) schedule = schedule_new(fixture.pass);
    CU_ASSERT_EQUAL_FATAL(schedule->len, 1);
    const struct scheduled *scheduled = &g_array_index(schedule, struct scheduled, 0);
    CU_ASSERT_TRUE(scheduled->late);
    CU_ASSERT_EQUAL(schedule_stood(fixture.pass, scheduled), cases[i].stood);
    end(&fixture);
  }
#undef TALK
}

/* By day, then hour, then order; what leads before what does not; what is done, gone, displaced or
 * undated is passed over. */
static void next_due(void)
{
  static const struct action follows = {.lead = FALSE}, leads = {.lead = TRUE};
  const struct scheduled entries[] = {
      {&leads, .day = 0, .at = -1},
      {&leads, .day = 10, .at = -1, .done = TRUE},
      {&leads, .day = 11, .at = -1, .lapsed = TRUE},
      {&leads, .day = 12, .at = -1, .displaced = TRUE},
      {&follows, .day = 20, .at = 600},
      {&follows, .day = 14, .at = 600},
      {&follows, .day = 14, .at = 540},
      {&follows, .day = 14, .at = 540},
      {&leads, .day = 22, .at = 600},
      {&leads, .day = 21, .at = 600},
  };
  g_autoptr(GArray) schedule = g_array_new(FALSE, FALSE, sizeof(struct scheduled));
  CU_ASSERT_PTR_NULL(schedule_next(schedule));
  g_array_append_vals(schedule, entries, 4);
  CU_ASSERT_PTR_NULL(schedule_next(schedule));
  g_array_append_vals(schedule, entries + 4, 4);
  CU_ASSERT_PTR_EQUAL(schedule_next(schedule), &g_array_index(schedule, struct scheduled, 6));
  g_array_append_vals(schedule, entries + 8, 2);
  CU_ASSERT_PTR_EQUAL(schedule_next(schedule), &g_array_index(schedule, struct scheduled, 9));
}

SUITE(schedule, {"what is due first", next_due},
      {"the first due that holds and has a date", first_due_that_holds},
      {"weekdays and holidays of the region", weekdays_and_holidays},
      {"after what was answered", after_what_was_answered},
      {"after other actions and slots", after_other_actions},
      {"late and lapsed", lateness_and_lapsing}, {"one a slot", slots},
      {"what was done stays", what_was_done_stays}, {"put off", put_off}, {"hours", hours},
      {"what stood in a plan", what_stood_in_a_plan},
      {"holidays without end", no_working_day_at_all},
      {"no day before today unless done", never_before_today})
