/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"
#include "support/suite.h"
#include "support/told.h"

#define DAY 739000

#define CHOICE(id, rest) "<question id='" id "' kind='choice'" rest
#define TEXT(id, rest) "<question id='" id "' kind='text'" rest "><prompt>?</prompt></question>"
#define PROMPT "><prompt>?</prompt>"
#define OPTION(value, rest) "<option value='" value "'" rest
#define PLAIN(value) OPTION(value, "><label>L</label></option>")
#define STRENGTH(id, rest) "<strength id='" id "'" rest ">Bien.</strength>"

static struct test_pack *make_pack(const char *pack, const char *theme)
{
  struct test_pack *made = test_pack_new(pack, theme);
  g_autofree char *findings = test_pack_findings(made);
  ASSERT_TEXT(findings, "");
  g_assert(made->catalogue && *findings == '\0');
  return made;
}

/* All that a pass meets, to the end. */
static char *run(struct pass *pass)
{
  struct step step;
  while (pass_next(pass, &step))
    g_assert(pass_has_met(pass, step));
  return told_names(pass_met(pass));
}

struct way {
  const char *answers, *met;
};

static void check_ways(const struct test_pack *pack, const struct way *ways)
{
  for (; ways->answers; ways++) {
    OWNED(answers) answers = told_answers(pack->catalogue, ways->answers, DAY);
    OWNED(pass) pass = pass_new(pack->catalogue, answers, DAY);
    g_autofree char *met = run(pass);
    ASSERT_TEXT(met, ways->met);
  }
}

static void test_nesting(void)
{
  OWNED(test_pack)
  pack = make_pack(
      NULL, "<question id='q' kind='choices'" PROMPT OPTION("a", "><label>A</label>") TEXT("qa", "")
                STRENGTH("sa", "") "</option>" OPTION("b", "><label>B</label>") CHOICE("qb", PROMPT)
                    PLAIN("no") PLAIN("yes")
                        STRENGTH("qb-after", "") "</question></option>" TEXT("qz", "")
                            STRENGTH("sz", "") "</question><remark>Oui.</remark>" TEXT("last", ""));
  check_ways(pack, (const struct way[]){{"", "q (remark) last"},
                                        {"q", "q (remark) last"},
                                        {"q a", "q qa sa qz sz (remark) last"},
                                        {"q b|a", "q qa sa qb qz sz (remark) last"},
                                        {"q b; qb no", "q qb qb-after qz sz (remark) last"},
                                        {"qb no; qa told", "q (remark) last"},
                                        {0}});
}

static void test_when(void)
{
  OWNED(test_pack)
  pack = make_pack(
      NULL, TEXT("k", "") CHOICE("q", " when=\"$k = 'q'\"" PROMPT) PLAIN("a")
                STRENGTH("in-q", "") "</question><repeat id='r' max='2' when=\"$k = "
                                     "'r'\"><prompt>?</prompt>" TEXT("rq", "") "</repeat>" STRENGTH(
                                         "s", " when=\"$k = 's' or $q\""));
  check_ways(pack, (const struct way[]){{"q a; r.1 yes", "k"},
                                        {"k q; q a", "k q in-q s"},
                                        {"k q", "k q"},
                                        {"k r; r.1 yes", "k r.1 rq.1 r.2"},
                                        {"k s; q a", "k s"},
                                        {0}});
}

static void test_theme_when(void)
{
  char *folder = test_folder_new();
  const char *head = "<theme xmlns='urn:rebond:content:1' id='%s' %s><title>T</title>%s</theme>";
  g_autofree char *one = g_strdup_printf(head, "one", "", TEXT("k", ""));
  g_autofree char *two =
      g_strdup_printf(head, "two", "when=\"$k = 'two'\"", TEXT("q", "") STRENGTH("s", ""));
  g_autofree char *three = g_strdup_printf(head, "three", "", TEXT("last", " when='not($q)'"));
  test_folder_write(folder, "pack.xml",
                    "<pack xmlns='urn:rebond:content:1' id='p' xml:lang='fr'><title>T</title>"
                    "<about>A</about><subject>S</subject></pack>");
  test_folder_write(folder, "1.xml", one);
  test_folder_write(folder, "2.xml", two);
  test_folder_write(folder, "3.xml", three);
  OWNED(test_pack) pack = test_pack_read(folder);
  CU_ASSERT_EQUAL_FATAL(findings_count(pack->findings, SEVERITY_ERROR), 0);
  check_ways(pack, (const struct way[]){{"k one; q parked", "k last"},
                                        {"k two; q told", "k q s"},
                                        {"k two", "k q s last"},
                                        {0}});
}

/* ---- what is offered ---- */

static char *offers_at(const struct pass *pass, struct step step)
{
  g_autoptr(GArray) offers = pass_offers(pass, step);
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < offers->len; i++) {
    const struct offer *offer = &g_array_index(offers, struct offer, i);
    g_string_append_printf(out, "%s%s%s ", offer->value, offer->option ? "+" : "",
                           offer->label ? "" : "?");
  }
  return g_string_free(g_steal_pointer(&out), FALSE);
}

/* An answer naming an option that is not offered now is parked, and the question open again. */
static void test_options(void)
{
  OWNED(test_pack)
  pack = make_pack(
      NULL, TEXT("k", "") CHOICE("q", PROMPT) OPTION("yes", "/>") OPTION(
                "x", " when=\"$k = 'x'\"><label>X</label>" STRENGTH(
                         "in-x", "") "</option>") "</question>" STRENGTH("said", " when='$q'"));
  struct step step = told_step(pack->catalogue, "q", 0);
  OWNED(answers) answers = told_answers(pack->catalogue, "k x; q x", DAY);
  OWNED(pass) pass = pass_new(pack->catalogue, answers, DAY);
  g_autofree char *met = run(pass);
  ASSERT_TEXT(met, "k q in-x said");
  g_autofree char *offers = offers_at(pass, step);
  ASSERT_TEXT(offers, "yes+? x+ ");

  pass_rewind(pass, told_step(pack->catalogue, "k", 0));
  CU_ASSERT_FALSE(pass_has_met(pass, step));
  told_set(answers, pack->catalogue, "k y", DAY);
  g_autofree char *again = run(pass);
  ASSERT_TEXT(again, "k q");
  CU_ASSERT_FALSE(pass_settled(pass, step));
  CU_ASSERT_PTR_NULL(pass_answer(pass, step));
  g_autofree char *fewer = offers_at(pass, step);
  ASSERT_TEXT(fewer, "yes+? ");
}

static void test_several_values(void)
{
  OWNED(test_pack)
  pack = make_pack(NULL, TEXT("k", "") "<question id='q' kind='choices'" PROMPT PLAIN("a") OPTION(
                             "x", " when=\"$k = 'x'\"><label>X</label></option>") "</question>");
  OWNED(answers) answers = told_answers(pack->catalogue, "k y; q a|x", DAY);
  OWNED(pass) pass = pass_new(pack->catalogue, answers, DAY);
  g_autofree char *met = run(pass);
  ASSERT_TEXT(met, "k q");
  CU_ASSERT_FALSE(pass_settled(pass, told_step(pack->catalogue, "q", 0)));
}

static void test_nothing_offered(void)
{
  OWNED(test_pack)
  pack = make_pack(
      NULL,
      TEXT("k", "") CHOICE("q", PROMPT) OPTION(
          "x", " when=\"$k = 'x'\"><label>X</label></option>") "</question>" STRENGTH("s", ""));
  check_ways(pack, (const struct way[]){{"", "k s"}, {"k x", "k q s"}, {"k y; q x", "k s"}, {0}});
}

/* A skip counts as an answer that says nothing, but not where one is required. */
static void test_skips(void)
{
  OWNED(test_pack) pack = make_pack(NULL, TEXT("may", "") TEXT("must", " optional='no'"));
  OWNED(answers) answers = told_answers(pack->catalogue, "may; must", DAY);
  OWNED(pass) pass = pass_new(pack->catalogue, answers, DAY);
  g_autofree char *met = run(pass);
  ASSERT_TEXT(met, "may must");
  CU_ASSERT_TRUE(pass_settled(pass, told_step(pack->catalogue, "may", 0)));
  CU_ASSERT_PTR_NULL(pass_answer(pass, told_step(pack->catalogue, "may", 0)));
  CU_ASSERT_FALSE(pass_settled(pass, told_step(pack->catalogue, "must", 0)));
}

/* ---- from ---- */

#define FAULTS                                                                                     \
  "<question id='faults' kind='choices'" PROMPT PLAIN("a") PLAIN("b") PLAIN("c") "</question>"

static void test_from(void)
{
  OWNED(test_pack)
  pack = make_pack(NULL, FAULTS CHOICE("worst", " from='faults'" PROMPT) OPTION("b", ">")
                             STRENGTH("worst-b", "") "</option></question>" STRENGTH(
                                 "s", " when=\"$worst = 'b'\""));
  check_ways(pack, (const struct way[]){{"", "faults"},
                                        {"faults; worst b", "faults"},
                                        {"faults a", "faults worst"},
                                        {"faults b", "faults worst worst-b s"},
                                        {"faults a; worst b", "faults worst"},
                                        {"faults a|b", "faults worst"},
                                        {"faults b|c; worst b", "faults worst worst-b s"},
                                        {"faults a|c; worst b", "faults worst"},
                                        {0}});

  struct step worst = told_step(pack->catalogue, "worst", 0);
  OWNED(answers) answers = told_answers(pack->catalogue, "faults b", DAY);
  told_set(answers, pack->catalogue, "faults b", DAY + 3);
  told_set(answers, pack->catalogue, "worst c", DAY + 2);
  OWNED(pass) pass = pass_new(pack->catalogue, answers, DAY + 4);
  g_free(run(pass));
  CU_ASSERT_TRUE(pass_answers_itself(pass, worst));
  CU_ASSERT_TRUE(pass_settled(pass, worst));
  const struct answer *answer = pass_answer(pass, worst);
  g_autofree char *text = told_answer(answer);
  ASSERT_TEXT(text, "worst b");
  CU_ASSERT_EQUAL(answer->given, DAY);
  CU_ASSERT_EQUAL(answer->seen, DAY + 3);

  pass_rewind(pass, told_step(pack->catalogue, "faults", 0));
  told_set(answers, pack->catalogue, "faults c|b", DAY);
  g_free(run(pass));
  CU_ASSERT_FALSE(pass_answers_itself(pass, worst));
  g_autofree char *offers = offers_at(pass, worst);
  ASSERT_TEXT(offers, "b+ c ");
  g_autofree char *own = told_answer(pass_answer(pass, worst));
  ASSERT_TEXT(own, "worst c");
}

static void test_from_of_from(void)
{
  OWNED(test_pack)
  pack = make_pack(NULL, FAULTS "<question id='two' kind='choices' from='faults'" PROMPT
                                "</question>" CHOICE("one", " from='two' default='c'" PROMPT)
                                    OPTION("c", ">") STRENGTH("s", "") "</option></question>");
  check_ways(pack, (const struct way[]){{"faults a|b|c", "faults two"},
                                        {"faults a|b|c; two c|a", "faults two one"},
                                        {"faults a|b|c; two c|a; one c", "faults two one s"},
                                        {"faults c", "faults two one s"},
                                        {0}});
  OWNED(answers) answers = told_answers(pack->catalogue, "faults a|b|c; two c|a", DAY);
  OWNED(pass) pass = pass_new(pack->catalogue, answers, DAY);
  g_free(run(pass));
  g_autofree char *offers = offers_at(pass, told_step(pack->catalogue, "one", 0));
  ASSERT_TEXT(offers, "a c+ ");
}

/* ---- repeats ---- */

static void test_repeat(void)
{
  OWNED(test_pack)
  pack = make_pack(
      "<topic id='t'><title>T</title></topic>",
      "<repeat id='r' max='3'><prompt>?</prompt>" CHOICE("rq", PROMPT) PLAIN("a")
          OPTION("b", "><label>B</label>") TEXT("rb", "") "</option></question>" TEXT(
              "rz", "") "<lesson id='l' topic='t' when='$rz'><if>si</if><then>alors</then></lesson>"
                        "</repeat>" TEXT("last", ""));
  check_ways(pack, (const struct way[]){
                       {"", "r.1 last"},
                       {"r.1 no", "r.1 last"},
                       {"r.1", "r.1 last"},
                       {"r.1 yes", "r.1 rq.1 rz.1 r.2 last"},
                       {"r.1 yes; rq.1 b; rz.1 told; r.2 no", "r.1 rq.1 rb.1 rz.1 l.1 r.2 last"},
                       {"r.1 yes; rq.1 a; r.2 yes; rz.2 told; r.3 yes; rq.3 b; rz.3 told",
                        "r.1 rq.1 rz.1 r.2 rq.2 rz.2 l.2 r.3 rq.3 rb.3 rz.3 l.3 last"},
                       {"r.1 no; r.2 yes; rq.2 b", "r.1 last"},
                       {0}});
}

/* Inside a repeat a variable means this item's answer, outside those of all items, in another
 * repeat too; its own name is the set of its items. */
static void test_repeat_names(void)
{
  OWNED(test_pack)
  pack = make_pack(
      "<define id='is-x' test=\"$rq = 'x'\"/>",
      "<repeat id='r' max='3'><prompt>?</prompt>" TEXT("rq", "") TEXT("rx", " when='$is-x'") TEXT(
          "rlast", " when='$r = 2'") "</repeat>" STRENGTH("any-x", " when='$is-x'")
          STRENGTH("any-y", " when=\"$rq = 'y'\"") STRENGTH(
              "both", " when='count($r) = 2'") STRENGTH("first", " when='$r = 1'")
              STRENGTH("third", " when='$r = 3'") "<repeat id='r2' max='2'><prompt>?</prompt>" TEXT(
                  "r2q", " when=\"$rq = 'y'\"") "</repeat>");
  check_ways(pack, (const struct way[]){
                       {"r.1 yes; rq.1 x; r.2 yes; rq.2 y; r2.1 yes; r2.2 yes",
                        "r.1 rq.1 rx.1 r.2 rq.2 rlast.2 r.3 any-x any-y both first r2.1 r2q.1 "
                        "r2.2 r2q.2"},
                       {"r.1 yes; rq.1 z; r2.1 yes", "r.1 rq.1 r.2 first r2.1 r2.2"},
                       {"r2.1 yes", "r.1 r2.1 r2.2"},
                       {0}});

  /* Seen from the end, an item still knows only the items up to its own. */
  OWNED(answers) answers = told_answers(pack->catalogue, "r.1 yes; r.2 yes; r.3 yes", DAY);
  OWNED(pass) pass = pass_new(pack->catalogue, answers, DAY);
  g_free(run(pass));
  const struct condition *second = test_pack_item(pack, "rlast")->when;
  CU_ASSERT_FALSE(pass_holds(pass, second, 1));
  CU_ASSERT_TRUE(pass_holds(pass, second, 2));
  CU_ASSERT_TRUE(pass_holds(pass, second, 3));
}

static void test_repeat_from(void)
{
  OWNED(test_pack)
  pack = make_pack(
      NULL,
      "<repeat id='r' max='2'><prompt>?</prompt><question id='rs' kind='choices'" PROMPT PLAIN(
          "a") PLAIN("b")
          PLAIN("c") "</question>" CHOICE("rw", " from='rs'" PROMPT) "</question></repeat>" CHOICE(
              "w", " from='rs'" PROMPT) "</question>");
  OWNED(answers)
  answers = told_answers(pack->catalogue, "r.1 yes; rs.1 c; r.2 yes; rs.2 a|c; rw.2 a; w c", DAY);
  told_set(answers, pack->catalogue, "rs.1 b", DAY + 1);
  OWNED(pass) pass = pass_new(pack->catalogue, answers, DAY + 1);
  g_autofree char *met = run(pass);
  ASSERT_TEXT(met, "r.1 rs.1 rw.1 r.2 rs.2 rw.2 w");
  struct step inside = told_step(pack->catalogue, "rw", 2);
  struct step outside = told_step(pack->catalogue, "w", 0);
  g_autofree char *own = offers_at(pass, inside);
  ASSERT_TEXT(own, "a c ");
  g_autofree char *all = offers_at(pass, outside);
  ASSERT_TEXT(all, "a b c ");
  const struct answer *first = pass_answer(pass, told_step(pack->catalogue, "rw", 1));
  CU_ASSERT_PTR_NOT_NULL_FATAL(first);
  ASSERT_TEXT(first->values[0], "b");
  CU_ASSERT_EQUAL(first->given, DAY + 1);
  CU_ASSERT_EQUAL(first->step.turn, 1);
}

/* ---- ticks, today, region ---- */

static void test_ticks_and_days(void)
{
  OWNED(test_pack)
  pack = make_pack(
      NULL, STRENGTH("early",
                     " when='$call'") "<action id='call' channel='self'><title>T</title>"
                                      "</action>" STRENGTH("sent", " when=\"$call = '2026-11-12'\"")
                                          STRENGTH("old", " when='days-since($call) = 3'"));
  int day = date_from_ymd(2026, 11, 12);
  OWNED(answers) answers = answers_new(pack->catalogue);
  OWNED(pass) pass = pass_new(pack->catalogue, answers, day + 3);
  g_autofree char *before = run(pass);
  ASSERT_TEXT(before, "call");
  answers_set_tick(answers, pack->catalogue->tasks[0], day, NULL);
  pass_rewind(pass, (struct step){0});
  g_autofree char *after = run(pass);
  ASSERT_TEXT(after, "early call sent old");
}

/* What stands in an action counts once a tick names it; one that names none is that of an action
 * without a slot. */
static void test_after_a_tick(void)
{
  OWNED(test_pack)
  pack = make_pack(
      NULL, "<action id='a' channel='self' slot='s'><title>T</title>" STRENGTH(
                "in-a", "") "</action><action id='b' channel='self' slot='s'>"
                            "<title>T</title>" STRENGTH("in-b", "") "</action>"
                                                                    "<action id='c' channel='self'>"
                                                                    "<title>T</title>" STRENGTH(
                                                                        "in-c", "") "</action>");
  static const struct {
    const char *action;
    guint task;
    const char *met;
  } cases[] = {
      {"a", 0, "a in-a b c"}, {"b", 0, "a b in-b c"},  {NULL, 0, "a b c"},
      {"c", 1, "a b c in-c"}, {NULL, 1, "a b c in-c"}, {"a", 1, "a b c"},
  };
  int day = date_from_ymd(2026, 11, 12);
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    OWNED(answers) answers = answers_new(pack->catalogue);
    answers_set_tick(answers, pack->catalogue->tasks[cases[i].task], day, cases[i].action);
    OWNED(pass) pass = pass_new(pack->catalogue, answers, day);
    g_autofree char *met = run(pass);
    ASSERT_TEXT(met, cases[i].met);
  }
}

static void test_region(void)
{
  char *folder = test_folder_new();
  test_folder_write(folder, "pack.xml",
                    "<pack xmlns='urn:rebond:content:1' id='p' xml:lang='fr' region='where'>"
                    "<title>T</title><about>A</about><subject>S</subject></pack>");
  test_folder_write(
      folder, "1.xml",
      "<theme xmlns='urn:rebond:content:1' id='t'><title>T</title>" CHOICE("where", PROMPT)
          PLAIN("FR") PLAIN("QC") "</question>" STRENGTH("fr", " region='FR'")
              STRENGTH("both", " region='FR QC'") STRENGTH("all", "") "</theme>");
  OWNED(test_pack) pack = test_pack_read(folder);
  CU_ASSERT_EQUAL_FATAL(findings_count(pack->findings, SEVERITY_ERROR), 0);
  check_ways(pack, (const struct way[]){{"", "where all"},
                                        {"where", "where all"},
                                        {"where QC", "where both all"},
                                        {"where FR", "where fr both all"},
                                        {0}});
  OWNED(answers) answers = told_answers(pack->catalogue, "where QC", DAY);
  OWNED(pass) pass = pass_new(pack->catalogue, answers, DAY);
  CU_ASSERT_PTR_NULL(pass_region(pass));
  g_free(run(pass));
  ASSERT_TEXT(pass_region(pass), "QC");
  CU_ASSERT_TRUE(pass_in_region(pass, NULL));
  CU_ASSERT_FALSE(pass_in_region(pass, (const char *[]){"FR", NULL}));
}

/* ---- moving ---- */

/* After a rewind to any step the same way is met again, and no more stands than before it. */
static void test_rewind(void)
{
  OWNED(test_pack)
  pack = make_pack(
      NULL,
      FAULTS "<repeat id='r' max='3'><prompt>?</prompt>" TEXT("rq", "") "</repeat>" CHOICE(
          "worst", " from='faults'" PROMPT) "</question>" STRENGTH("s", " when=\"$rq = 'b'\""));
  OWNED(answers)
  answers =
      told_answers(pack->catalogue, "faults b; r.1 yes; rq.1 a; r.2 yes; rq.2 b; r.3 no", DAY);
  OWNED(pass) pass = pass_new(pack->catalogue, answers, DAY);
  g_autofree char *met = run(pass);
  ASSERT_TEXT(met, "faults r.1 rq.1 r.2 rq.2 r.3 worst s");
  g_autoptr(GArray) way = g_array_copy((GArray *)pass_met(pass));
  for (guint i = 0; i < way->len; i++) {
    struct step step = g_array_index(way, struct step, i);
    CU_ASSERT_EQUAL(pass_index(pass, step), (int)i);
    pass_rewind(pass, step);
    for (guint j = 0; j < way->len; j++)
      CU_ASSERT_EQUAL(pass_has_met(pass, g_array_index(way, struct step, j)), j < i);
    CU_ASSERT_PTR_NULL(pass_answer(pass, step));
    g_autofree char *again = run(pass);
    ASSERT_TEXT(again, met);
  }
}

/* Values of names may be held together, as a comparison does, and are those of the moment. */
static void test_values(void)
{
  OWNED(test_pack)
  pack = make_pack(NULL,
                   "<repeat id='r' max='2'><prompt>?</prompt>" TEXT(
                       "rq", "") "</repeat><repeat id='r2' "
                                 "max='2'><prompt>?</prompt>" TEXT("r2q", "") "</repeat>" STRENGTH(
                                     "same", " when='$rq = $r2q'")
                                     STRENGTH("other", " when='$rq != $r2q'"));
  check_ways(pack, (const struct way[]){
                       {"r.1 yes; rq.1 a; r.2 yes; rq.2 b; r2.1 yes; r2q.1 c; "
                        "r2.2 yes; r2q.2 b",
                        "r.1 rq.1 r.2 rq.2 r2.1 r2q.1 r2.2 r2q.2 same other"},
                       {"r.1 yes; rq.1 a; r2.1 yes; r2q.1 a", "r.1 rq.1 r.2 r2.1 r2q.1 r2.2 same"},
                       {0}});
}

static void test_choose_and_reasons(void)
{
  OWNED(test_pack)
  pack = make_pack(
      NULL, TEXT("k", "") CHOICE("q", "><prompt when=\"$k = 'x'\">X</prompt><prompt>Y</prompt>")
                PLAIN("a") "</question>" STRENGTH("s", " when=\"$q = 'a' and not($k)\""));
  OWNED(answers) answers = told_answers(pack->catalogue, "k x", DAY);
  OWNED(pass) pass = pass_new(pack->catalogue, answers, DAY);
  g_free(run(pass));
  const struct question *question = item_question(test_pack_item(pack, "q"));
  ASSERT_TEXT(pass_choose(pass, question->prompts, 0)->source, "X");
  CU_ASSERT_PTR_NULL(pass_choose(pass, NULL, 0));

  pass_rewind(pass, told_step(pack->catalogue, "k", 0));
  told_set(answers, pack->catalogue, "k", DAY);
  told_set(answers, pack->catalogue, "q a", DAY);
  g_autofree char *again = run(pass);
  ASSERT_TEXT(again, "k q s");
  ASSERT_TEXT(pass_choose(pass, question->prompts, 0)->source, "Y");
  g_autoptr(GArray) reasons = g_array_new(FALSE, FALSE, sizeof(struct reason));
  pass_reasons(pass, test_pack_item(pack, "s")->when, 0, REASONS_ALL, reasons);
  CU_ASSERT_EQUAL_FATAL(reasons->len, 2);
  ASSERT_TEXT(g_array_index(reasons, struct reason, 0).name->id, "q");
}

SUITE(pass, {"what is nested counts once its option is chosen, in document order", test_nesting},
      {"a condition that is false takes all inside with it", test_when},
      {"so does that of a theme", test_theme_when},
      {"an answer that is not offered any more does not count", test_options},
      {"nor do several when one of them is not", test_several_values},
      {"a choice with nothing to offer is not met", test_nothing_offered},
      {"a skip settles what may be skipped", test_skips},
      {"`from` offers what was chosen, and answers itself with the only one", test_from},
      {"`from` can follow `from`", test_from_of_from},
      {"a repeat is met turn by turn", test_repeat},
      {"names mean this item inside a repeat and all items outside", test_repeat_names},
      {"`from` keeps to the item of its repeat", test_repeat_from},
      {"ticks and today count", test_ticks_and_days},
      {"what stands in an action counts once it is ticked", test_after_a_tick},
      {"regional advice counts where the region is known", test_region},
      {"a pass can be rewound to any step", test_rewind},
      {"values of two repeats can be compared", test_values},
      {"alternatives and reasons", test_choose_and_reasons})
