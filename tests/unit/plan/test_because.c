/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why advice is given: which answers, in which words. */
#include "plan/because.h"

#include "plan/told.h"

static const char pack[] =
    "<subject>Un essai</subject><topic id='topic'><title>Sujet</title></topic>"
    "<define id='sorry' test=\"$late = 'yes' and not($said = 'yes')\"/>";

#define TEXTS "<if>a</if><then>b</then>"

static const char theme[] =
    "<question id='region' kind='choice'><prompt>Où ?</prompt><option value='FR'>"
    "<label>France</label></option></question>"
    "<question id='late' kind='choice'><prompt>En retard ?</prompt>"
    "<option value='no'/><option value='yes'>"
    "<question id='minutes' kind='number' unit='min'><prompt>Combien ?</prompt>"
    "<label>Durée</label></question>"
    "<lesson id='simple' topic='topic'>" TEXTS "</lesson>"
    "<lesson id='long' topic='topic' when='$minutes > 10'>" TEXTS "</lesson></option></question>"
    "<question id='said' kind='choice'><prompt>Dit ?</prompt><label>Excuses</label>"
    "<option value='yes'/><option value='no'/></question>"
    "<question id='day' kind='date'><prompt>Quel jour ?</prompt><label>Jour</label>"
    "<lesson id='after' topic='topic'>" TEXTS "</lesson></question>"
    "<question id='story' kind='note'><prompt>Racontez.</prompt></question>"
    "<question id='good' kind='choices'><prompt>Bien ?</prompt><label>Points forts</label>"
    "<option value='a'><label>Le calme</label></option>"
    "<option value='b'><label>L’écoute</label>"
    "<lesson id='nested' topic='topic'>" TEXTS "</lesson></option></question>"
    "<question id='secret' kind='choice' private='yes'><prompt>Secret ?</prompt>"
    "<option value='yes'><lesson id='private' topic='topic' when=\"$late = 'yes'\">" TEXTS
    "</lesson></option><option value='no'/></question>"
    "<lesson id='spared' topic='topic' when=\"not($secret = 'no')\">" TEXTS "</lesson>"
    "<repeat id='hard' max='2' when='$good'><prompt>Encore ?</prompt>"
    "<question id='what' kind='text'><prompt>Quoi ?</prompt><label>Quoi</label></question>"
    "<question id='sort' kind='choice'><prompt>Sorte ?</prompt>"
    "<label>Sorte de <answer of='what'/></label><option value='yes'/></question>"
    "<lesson id='item' topic='topic' when=\"not($what = 'x') and not($sort = 'no')\">" TEXTS
    "</lesson></repeat>"
    "<lesson id='defined' topic='topic' when='$sorry'>" TEXTS "</lesson>"
    "<lesson id='either' topic='topic' when=\"$said = 'no' or $good = 'c' or $late = 'yes'\">" TEXTS
    "</lesson>"
    "<lesson id='noted' topic='topic' when=\"$story and $day and $late and $late\">" TEXTS
    "</lesson>"
    "<lesson id='ticked' topic='topic' when='not($call) and not($said = 3)'>" TEXTS "</lesson>"
    "<lesson id='chosen' topic='topic' when=\"$good = 'c' or $good and 'a' = $good\">" TEXTS
    "</lesson>"
    "<lesson id='both' topic='topic' when=\"$good = 'b' and $good = 'a'\">" TEXTS "</lesson>"
    "<lesson id='not-chosen' topic='topic' when=\"not($good = 'c')\">" TEXTS "</lesson>"
    "<lesson id='items' topic='topic' when=\"$what = 'un'\">" TEXTS "</lesson>"
    "<lesson id='done' topic='topic' when='$written and $said'>" TEXTS "</lesson>"
    "<lesson id='always' topic='topic'>" TEXTS "</lesson>"
    "<action id='call' channel='phone' when='count($good) >= 2'><title>Appeler</title></action>"
    "<action id='written' channel='email'><title>Écrire</title></action>";

static const struct told told[] = {
    {"late", "yes", "2026-11-20", 0},   {"minutes", "12", "2026-11-20", 0},
    {"said", "no", "2026-11-20", 0},    {"day", "2026-11-19", "2026-11-20", 0},
    {"story", "a\nb", "2026-11-20", 0}, {"good", "a|b", "2026-11-20", 0},
    {"secret", "yes", "2026-11-20", 0}, {"hard", "yes", "2026-11-20", 1},
    {"what", "un", "2026-11-20", 1},    {"hard", "yes", "2026-11-20", 2},
    {"what", "deux", "2026-11-20", 2},  {"sort", "yes", "2026-11-20", 2},
    {"written", "+", "2026-11-20", 0},  {NULL, NULL, NULL, 0},
};

static char *join(GPtrArray *lines)
{
  g_ptr_array_add(lines, NULL);
  return g_strjoinv(" / ", (char **)lines->pdata);
}

static struct step step_of(const struct fixture *fixture, const char *id, guint turn)
{
  return (struct step){test_pack_item(fixture->pack, id), turn};
}

static char *words(const struct fixture *fixture, const char *id, guint turn,
                   const struct translator *translator)
{
  struct voice voice = {.pass = fixture->pass, .translator = translator};
  g_autoptr(GPtrArray) lines = because_words(&voice, step_of(fixture, id, turn), NULL);
  return join(lines);
}

static void test_words(void)
{
  static const struct {
    const char *id;
    guint turn;
    const char *words;
  } cases[] = {
      {"simple", 0, "En retard ? yes"},
      {"long", 0, "En retard ? yes / Durée: 12\u00a0min"},
      {"after", 0, ""},
      {"defined", 0, "En retard ? yes / Excuses: no"},
      {"either", 0, "En retard ? yes / Excuses: no"},
      {"noted", 0, "En retard ? yes / Jour: Thursday 19 November 2026 / Racontez. a b"},
      {"ticked", 0, "Excuses: no"},
      {"item", 1, "Points forts: Le calme and L’écoute / Quoi: un"},
      {"item", 2, "Points forts: Le calme and L’écoute / Quoi: deux / Sorte de deux: yes"},
      {"nested", 0, "Points forts: L’écoute"},
      {"chosen", 0, "Points forts: Le calme"},
      {"both", 0, "Points forts: Le calme and L’écoute"},
      {"not-chosen", 0, "Points forts: Le calme and L’écoute"},
      {"items", 0, "Quoi: un and deux"},
      {"done", 0, "Excuses: no"},
      {"always", 0, ""},
      {"call", 0, "Points forts: Le calme and L’écoute"},
  };
  struct fixture fixture = begin(pack, theme, told, "2026-11-20", "2026-11-21");
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    CU_ASSERT_TRUE(pass_has_met(fixture.pass, step_of(&fixture, cases[i].id, cases[i].turn)));
    g_autofree char *said = words(&fixture, cases[i].id, cases[i].turn, NULL);
    g_autofree char *actual = g_strdup_printf("%s: %s", cases[i].id, said);
    g_autofree char *expected = g_strdup_printf("%s: %s", cases[i].id, cases[i].words);
    ASSERT_TEXT(actual, expected);
  }
  end(&fixture);
}

static char *list_names(const struct fixture *fixture, const char *id)
{
  g_autoptr(GPtrArray) names = because_names(fixture->pass, step_of(fixture, id, 0));
  g_autoptr(GPtrArray) ids = g_ptr_array_new();
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add(ids, (void *)((const struct name *)names->pdata[i])->id);
  return join(ids);
}

static void test_private(void)
{
  struct fixture fixture = begin(pack, theme, told, "2026-11-20", "2026-11-21");
  g_autofree char *said = words(&fixture, "private", 0, NULL);
  ASSERT_TEXT(said, "En retard ? yes");

  g_autofree char *listed = list_names(&fixture, "private");
  ASSERT_TEXT(listed, "late / secret");
  end(&fixture);
}

/* What all get who did not give an answer tells nothing of it. */
static void test_hidden(void)
{
  static const struct {
    const char *id;
    gboolean keep_private, hidden;
  } cases[] = {
      {"private", TRUE, TRUE}, {"private", FALSE, FALSE}, {"spared", TRUE, FALSE},
      {"simple", TRUE, FALSE}, {"always", TRUE, FALSE},
  };
  struct fixture fixture = begin(pack, theme, told, "2026-11-20", "2026-11-21");
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    struct voice voice = {.pass = fixture.pass, .keep_private = cases[i].keep_private};
    struct step step = step_of(&fixture, cases[i].id, 0);
    CU_ASSERT_TRUE(pass_has_met(fixture.pass, step));
    CU_ASSERT_EQUAL(because_is_hidden(&voice, step), cases[i].hidden);
  }
  end(&fixture);
}

static void test_unanswered(void)
{
  static const struct told little[] = {
      {"late", "yes", "2026-11-20", 0}, {"said", "-", "2026-11-20", 0}, {NULL, NULL, NULL, 0}};
  struct fixture fixture = begin(pack, theme, little, "2026-11-20", "2026-11-21");
  g_autofree char *said = words(&fixture, "defined", 0, NULL);
  g_autofree char *listed = list_names(&fixture, "defined");
  ASSERT_TEXT(said, "En retard ? yes");
  ASSERT_TEXT(listed, "late");
  end(&fixture);
}

/* A text is cut behind its last whole word within 80 characters. */
static void test_long(void)
{
  g_autofree char *word = g_strnfill(76, 'x');
  g_autofree char *one = g_strnfill(81, 'x');
  const struct {
    const char *start, *rest, *cut;
  } cases[] = {
      {word, "é \nend", "é…"},    {word, " ici", " ici"}, {word, " là \nend", " là…"},
      {word, " ici là", " ici…"}, {word, " voici", "…"},  {one, " la fin", NULL},
  };
  struct fixture fixture = begin(pack, theme, told, "2026-11-20", "2026-11-21");
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *story = g_strconcat(cases[i].start, cases[i].rest, NULL);
    tell(&fixture, &(struct told){"story", story, "2026-11-20", 0});
    g_autofree char *said = words(&fixture, "noted", 0, NULL);
    g_autofree char *cut = cases[i].cut ? g_strconcat(cases[i].start, cases[i].cut, NULL)
                                        : g_strdup_printf("%.80s…", cases[i].start);
    g_autofree char *expected =
        g_strconcat("En retard ? yes / Jour: Thursday 19 November 2026 / Racontez. ", cut, NULL);
    ASSERT_TEXT(said, expected);
  }
  end(&fixture);
}

/* The label of an option is never cut. */
static void test_long_label(void)
{
  g_autofree char *label = g_strnfill(200, 'x');
  g_autofree char *asked = g_strconcat(
      "<question id='region' kind='choice'><prompt>Où ?</prompt><option value='FR'>"
      "<label>",
      label, "</label><lesson id='l' topic='topic'>" TEXTS "</lesson></option></question>", NULL);
  static const struct told here[] = {{"region", "FR", "2026-11-20", 0}, {NULL, NULL, NULL, 0}};
  struct fixture fixture = begin("<subject>Un essai</subject><topic id='topic'><title>Sujet</title>"
                                 "</topic>",
                                 asked, here, "2026-11-20", "2026-11-21");
  g_autofree char *said = words(&fixture, "l", 0, NULL);
  g_autofree char *expected = g_strconcat("Où ? ", label, NULL);
  ASSERT_TEXT(said, expected);
  end(&fixture);
}

static const char *french(const struct translator *translator, const char *msgid)
{
  (void)translator;
  if (g_str_equal(msgid, "{1}: {2}"))
    return "{1}\u00a0: {2}";
  return g_str_equal(msgid, "no") ? "non" : msgid;
}

static void test_language(void)
{
  static const struct translator translator = {.message = french};
  struct fixture fixture = begin(pack, theme, told, "2026-11-20", "2026-11-21");
  g_autofree char *said = words(&fixture, "ticked", 0, &translator);
  ASSERT_TEXT(said, "Excuses\u00a0: non");
  end(&fixture);
}

SUITE(because, {"options and true comparisons, in document order, once each", test_words},
      {"never a private answer, but its name", test_private},
      {"what a private answer led to", test_hidden},
      {"what was not answered is not said", test_unanswered},
      {"a long text is cut between words", test_long}, {"a label is not cut", test_long_label},
      {"in the language of the voice", test_language})
