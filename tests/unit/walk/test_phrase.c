/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts as said to one person, and answers in words. */
#include "walk/phrase.h"

#include <string.h>

#include "base/date.h"
#include "support/pack.h"
#include "support/suite.h"

/* What is asked before each text of these tests. */
static const char questions[] =
    "<question id='name' kind='text'><prompt>Qui ?</prompt><label>Nom</label></question>"
    "<question id='none' kind='text'><prompt>Rien ?</prompt></question>"
    "<question id='skipped' kind='text'><prompt>Passé ?</prompt></question>"
    "<question id='day' kind='date'><prompt>Quand ?</prompt></question>"
    "<question id='hour' kind='time'><prompt>À quelle heure ?</prompt></question>"
    "<question id='long' kind='number' unit='min'><prompt>Combien ?</prompt></question>"
    "<question id='rate' kind='number' decimals='yes'><prompt>Taux ?</prompt></question>"
    "<question id='mood' kind='scale' min='1' max='5'><prompt>Humeur ?</prompt></question>"
    "<question id='yes' kind='choice'><prompt when=\"$name = 'Zoé'\">Vraiment, Zoé ?</prompt>"
    "<prompt>Vraiment ?</prompt><option value='yes'/><option value='no'/></question>"
    "<question id='good' kind='choices'><prompt>Bien ?</prompt>"
    "<option value='a'><label>Le <em>calme</em></label></option>"
    "<option value='b'><label>L’écoute</label></option>"
    "<option value='c'><label>Les exemples</label></option></question>"
    "<question id='best' kind='choice' from='good'><prompt>Le mieux ?</prompt></question>"
    "<question id='secret' kind='choice' private='yes'><prompt>Secret ?</prompt>"
    "<option value='x'><label>Caché</label>"
    "<question id='under' kind='text'><prompt>Dessous ?</prompt></question></option>"
    "<option value='y'><label>Autre</label></option></question>"
    "<question id='by-secret' kind='choice' default='$secret'><prompt>Encore ?</prompt>"
    "<option value='x'><label>Pareil</label></option></question>"
    "<question id='hidden' kind='choices' private='yes'><prompt>Cachés ?</prompt>"
    "<option value='p'><label>Pomme</label></option>"
    "<option value='q'><label>Quetsche</label></option></question>"
    "<question id='of-hidden' kind='choice' from='hidden'><prompt>Lequel ?</prompt></question>"
    "<repeat id='more' max='3'><prompt>Encore ?</prompt>"
    "<question id='thing' kind='text'><prompt>Quoi ?</prompt></question>"
    "<question id='sort' kind='choice'><prompt>Sorte de <answer of='thing'/> ?</prompt>"
    "<option value='s'><label>Comme <answer of='thing'/></label></option></question>"
    "<lesson id='lesson' topic='topic'><fact>Ici <answer of='thing'/></fact><if>a</if>"
    "<then>b</then></lesson></repeat>"
    "<repeat id='others' max='2'><prompt>Et puis ?</prompt>"
    "<question id='other' kind='text'><prompt>Autre ?</prompt></question>"
    "<lesson id='across' topic='topic'><fact><answer of='other'/> : <answer of='thing'/></fact>"
    "<if>a</if><then>b</then></lesson></repeat>"
    "<action id='call' channel='phone'><title>Appeler</title></action>"
    "<action id='write' channel='email'><title>Écrire</title></action>";

static const struct {
  const char *id;
  guint turn;
  const char *values;
} told[] = {
    {"name", 0, "  Zoé Martin "},
    {"day", 0, "2026-11-24"},
    {"hour", 0, "09:30"},
    {"long", 0, "12"},
    {"rate", 0, "-1.5"},
    {"mood", 0, "3"},
    {"yes", 0, "yes"},
    {"good", 0, "a|c"},
    {"best", 0, "c"},
    {"secret", 0, "x"},
    {"under", 0, "dessous"},
    {"by-secret", 0, "x"},
    {"hidden", 0, "p|q"},
    {"of-hidden", 0, "q"},
    {"more", 1, "yes"},
    {"thing", 1, "un"},
    {"sort", 1, "s"},
    {"more", 2, "yes"},
    {"sort", 2, "s"},
    {"thing", 2, "deux"},
    {"more", 3, "no"},
    {"others", 1, "yes"},
    {"other", 1, "A"},
    {"others", 2, "yes"},
    {"other", 2, "B"},
};

struct fixture {
  struct test_pack *pack;
  struct answers *answers;
  struct pass *pass;
  struct voice voice;
};

static int planned(const void *plan, const struct task *task)
{
  return g_str_equal(task->name->id, plan) ? date_parse("2026-12-01") : 0;
}

static struct step step_of(const struct fixture *fixture, const char *id, guint turn)
{
  return (struct step){test_pack_item(fixture->pack, id), turn};
}

/* A pack in which the remark `r` says TEXT, with everything told. */
static struct fixture begin(const char *text)
{
  g_autofree char *theme = g_strconcat(questions, "<remark id='r'>", text, "</remark>\n", NULL);
  struct fixture fixture = {
      .pack = test_pack_new("<topic id='topic'><title>Sujet</title></topic>", theme)};
  if (findings_count(fixture.pack->findings, SEVERITY_ERROR)) {
    g_autofree char *findings = test_pack_findings(fixture.pack);
    ASSERT_TEXT(findings, "");
  }
  int day = date_parse("2026-11-20");
  fixture.answers = answers_new(fixture.pack->catalogue);
  for (gsize i = 0; i < G_N_ELEMENTS(told); i++) {
    g_auto(GStrv) values = g_strsplit(told[i].values, "|", -1);
    answers_set(fixture.answers, step_of(&fixture, told[i].id, told[i].turn),
                (const char *const *)values, day);
  }
  answers_set(fixture.answers, step_of(&fixture, "skipped", 0), NULL, day);
  fixture.pass = pass_new(fixture.pack->catalogue, fixture.answers, day);
  for (struct step met; pass_next(fixture.pass, &met);)
    continue;
  fixture.voice = (struct voice){.pass = fixture.pass, .planned = planned, .plan = "call"};
  return fixture;
}

static void end(struct fixture *fixture)
{
  pass_free(fixture->pass);
  answers_free(fixture->answers);
  test_pack_free(fixture->pack);
}

static const struct text *remark_text(const struct fixture *fixture)
{
  return item_remark(test_pack_item(fixture->pack, "r"))->text;
}

/* Says each text and compares; FORM gives a phrase as a string. */
struct saying {
  const char *text, *said;
};

static void check_all(const struct saying *sayings, gsize count, gboolean keep_private,
                      char *(*form)(const struct phrase *phrase))
{
  for (gsize i = 0; i < count; i++) {
    struct fixture fixture = begin(sayings[i].text);
    fixture.voice.keep_private = keep_private;
    OWNED(phrase) phrase = phrase_new(&fixture.voice, remark_text(&fixture));
    g_autofree char *said = form(phrase);
    ASSERT_TEXT(said, sayings[i].said);
    end(&fixture);
  }
}

static void test_answers(void)
{
  static const struct saying sayings[] = {
      {"Bonjour <answer of='name'/>.", "Bonjour Zoé Martin."},
      {"Bonjour <answer of='none'/>.", "Bonjour."},
      {"Bonjour <answer of='none' else='vous'/>.", "Bonjour vous."},
      {"Bonjour <answer of='skipped' else='vous'/>.", "Bonjour vous."},
      {"Le <answer of='day'/> à <answer of='hour'/>", "Le Tuesday 24 November à 9:30 am"},
      {"En <answer of='long'/>", "En 12\u00a0min"},
      {"<answer of='rate'/> et <answer of='mood'/>", "-1.5 et 3"},
      {"<answer of='yes'/> : <answer of='good'/>", "yes : Le calme and Les exemples"},
      {"Surtout <answer of='best'/> !", "Surtout Les exemples !"},
      {"Tout : <answer of='thing'/>.", "Tout : un and deux."},
      {"Appeler <date of='call'/>", "Appeler Tuesday 1 December"},
      {"Écrire <date of='write'/>, puis", "Écrire, puis"},
  };
  check_all(sayings, G_N_ELEMENTS(sayings), FALSE, phrase_plain);
}

static void test_holes(void)
{
  static const struct saying sayings[] = {
      {"Merci<span when='$none'> chez <answer of='none'/></span>.", "Merci."},
      {"Merci<span when='$name'> à <answer of='name'/></span>.", "Merci à Zoé Martin."},
      {"<answer of='none'/> et <answer of='none'/>\u00a0?", "et\u00a0?"},
      {"Avec <em><answer of='none'/></em>\u202f!", "Avec\u202f!"},
      {"Avec <strong><span when='$none'>x</span></strong> , (<answer of='none'/>)", "Avec, ()"},
      {"<answer of='none'/>", ""},
  };
  check_all(sayings, G_N_ELEMENTS(sayings), FALSE, phrase_plain);
}

static void test_private(void)
{
  static const struct saying said[] = {
      {"<answer of='secret'/>, <answer of='under'/>", "Caché, dessous"},
      {"<answer of='hidden'/> / <answer of='of-hidden'/>", "Pomme and Quetsche / Quetsche"},
  };
  static const struct saying kept[] = {
      {"Dit <answer of='secret' else='rien'/>.", "Dit rien."},
      {"Dit <answer of='under'/>.", "Dit."},
      {"Dit <answer of='hidden'/> <answer of='of-hidden'/>.", "Dit."},
      {"Dit <answer of='by-secret'/>.", "Dit."},
      {"Dit <answer of='name'/>.", "Dit Zoé Martin."},
  };
  check_all(said, G_N_ELEMENTS(said), FALSE, phrase_plain);
  check_all(kept, G_N_ELEMENTS(kept), TRUE, phrase_plain);
}

/* Runs as "style:text@href|". */
static char *list_runs(const struct phrase *phrase)
{
  GString *list = g_string_new(NULL);
  for (const struct run *run = phrase->runs; run; run = run->next) {
    g_string_append_printf(list, "%s%s%s%s:%s%s%s|", run->style & RUN_EM ? "e" : "",
                           run->style & RUN_STRONG ? "s" : "", run->style & RUN_BLANK ? "b" : "",
                           run->style & RUN_QUOTED ? "q" : "", run->text, run->href ? "@" : "",
                           run->href ? run->href : "");
  }
  return g_string_free(list, FALSE);
}

static void test_runs(void)
{
  static const struct saying sayings[] = {
      {"un <em>deux <strong>trois</strong></em> quatre", ":un |e:deux |es:trois|: quatre|"},
      {"à <em><answer of='name'/></em>", ":à |eq:Zoé Martin|"},
      {"à <answer of='best'/>", ":à Les exemples|"},
      {"<link href='https://a.org'>un <em>site</em></link>",
       ":un @https://a.org|e:site@https://a.org|"},
      {"<answer of='none' else='rien'/> ici", ":rien ici|"},
      {"un <em><answer of='none'/></em> deux", ":un deux|"},
  };
  check_all(sayings, G_N_ELEMENTS(sayings), FALSE, list_runs);
}

static void test_plain(void)
{
  static const struct saying sayings[] = {
      {"Voir <link href='https://a.org'>le <em>site</em></link>.", "Voir le site (https://a.org)."},
      {"Voir <link href='https://a.org'>https://a.org</link>.", "Voir https://a.org."},
      {"Le <link href='tel:3114'>3114</link>", "Le 3114"},
      {"<link href='tel:18662773553'>1 866 277-3553</link>", "1 866 277-3553"},
      {"<link href='tel:18662773553'>Appeler</link>", "Appeler (18662773553)"},
      {"<link href='mailto:a@b.org'>Écrire</link>", "Écrire (a@b.org)"},
  };
  check_all(sayings, G_N_ELEMENTS(sayings), FALSE, phrase_plain);
}

/* The paragraph of a draft, the one place where a blank may stand. */
static char *say_draft(const char *paragraph, char **runs, gboolean *has_blank)
{
  g_autofree char *theme =
      g_strconcat("<question id='q' kind='text'><prompt>Q ?</prompt></question>"
                  "<action id='act' channel='email'><title>T</title><draft id='d'><p>",
                  paragraph, "</p></draft></action>", NULL);
  OWNED(test_pack) pack = test_pack_new(NULL, theme);
  OWNED(answers) answers = answers_new(pack->catalogue);
  const char *values[] = {"dit", NULL};
  answers_set(answers, (struct step){test_pack_item(pack, "q"), 0}, values, 1);
  OWNED(pass) pass = pass_new(pack->catalogue, answers, 1);
  for (struct step met; pass_next(pass, &met);)
    continue;
  struct voice voice = {.pass = pass};
  const struct action *action = item_action(test_pack_item(pack, "act"));
  OWNED(phrase) phrase = phrase_new(&voice, action->drafts->paragraphs);
  *runs = list_runs(phrase);
  *has_blank = phrase_has_blank(phrase);
  return phrase_plain(phrase);
}

static void test_blanks(void)
{
  static const struct {
    const char *paragraph, *plain, *runs;
    gboolean has_blank;
  } cases[] = {
      {"Merci pour <blank>un moment</blank>.", "Merci pour [un moment].",
       ":Merci pour |b:un moment|:.|", TRUE},
      {"<blank>ce que <answer of='q'/> dit</blank> fin", "[ce que dit dit] fin",
       "b:ce que |bq:dit|b: dit|: fin|", TRUE},
      {"Sans rien.", "Sans rien.", ":Sans rien.|", FALSE},
      {"<blank><span when='not($q)'>x</span></blank>", "[…]", "b:…|", TRUE},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *runs = NULL;
    gboolean has_blank;
    g_autofree char *plain = say_draft(cases[i].paragraph, &runs, &has_blank);
    ASSERT_TEXT(plain, cases[i].plain);
    ASSERT_TEXT(runs, cases[i].runs);
    CU_ASSERT_EQUAL(has_blank, cases[i].has_blank);
  }
}

static void test_items(void)
{
  struct fixture fixture = begin("x");
  const struct lesson *lesson = item_lesson(test_pack_item(fixture.pack, "lesson"));
  const struct lesson *across = item_lesson(test_pack_item(fixture.pack, "across"));
  fixture.voice.turn = 2;
  g_autofree char *own = phrase_say(&fixture.voice, lesson->facts);
  g_autofree char *other = phrase_say(&fixture.voice, across->facts);
  ASSERT_TEXT(own, "Ici deux");
  ASSERT_TEXT(other, "B : un and deux");
  end(&fixture);
}

static void test_empty(void)
{
  OWNED(phrase) none = phrase_of("", RUN_EM);
  OWNED(phrase) nothing = phrase_of(NULL, 0);
  OWNED(phrase) words = phrase_of("mots", RUN_QUOTED);
  OWNED(phrase) no_text = phrase_new(NULL, NULL);
  g_autofree char *list = list_runs(words);
  CU_ASSERT_TRUE(phrase_empty(none));
  CU_ASSERT_TRUE(phrase_empty(nothing));
  CU_ASSERT_TRUE(phrase_empty(no_text));
  CU_ASSERT_FALSE(phrase_empty(words));
  ASSERT_TEXT(list, "q:mots|");
}

static void test_words(void)
{
  struct fixture fixture = begin("x");
  static const struct {
    const char *id;
    guint turn;
    const char *name, *answer;
    guint style;
  } cases[] = {
      {"name", 0, "Nom", "Zoé Martin", RUN_QUOTED},
      {"none", 0, "Rien ?", "", RUN_QUOTED},
      {"yes", 0, "Vraiment ?", "yes", 0},
      {"thing", 2, "Quoi ?", "deux", RUN_QUOTED},
      {"thing", 3, "Quoi ?", "", RUN_QUOTED},
      {"sort", 2, "Sorte de deux ?", "Comme deux", 0},
      {"more", 3, "Encore ?", "no", 0},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    struct step step = step_of(&fixture, cases[i].id, cases[i].turn);
    guint style = ~0u;
    g_autofree char *name = question_words(&fixture.voice, step);
    g_autofree char *answer = answer_words(&fixture.voice, step, &style);
    ASSERT_TEXT(name, cases[i].name);
    ASSERT_TEXT(answer, cases[i].answer);
    CU_ASSERT_EQUAL(style, cases[i].style);
  }
  const char *others[] = {"b", "c", NULL};
  g_autofree char *words = values_words(&fixture.voice, step_of(&fixture, "good", 0), others);
  ASSERT_TEXT(words, "L’écoute and Les exemples");
  end(&fixture);
}

static const char *french(const struct translator *translator, const char *msgid)
{
  static const char *const messages[][2] = {
      {"decimal point", ","}, {"yes", "oui"}, {"{1} and {2}", "{1} et {2}"}, {"min", "minutes"}};
  (void)translator;
  for (gsize i = 0; i < G_N_ELEMENTS(messages); i++)
    if (g_str_equal(messages[i][0], msgid))
      return messages[i][1];
  return msgid;
}

static void test_language(void)
{
  static const struct translator translator = {.message = french};
  struct fixture fixture =
      begin("<answer of='rate'/>, <answer of='yes'/>, <answer of='good'/>, <answer of='long'/>");
  fixture.voice.translator = &translator;
  g_autofree char *own = phrase_say(&fixture.voice, remark_text(&fixture));
  ASSERT_TEXT(own, "-1,5, oui, Le calme et Les exemples, 12\u00a0min");
  catalogue_translate(fixture.pack->catalogue, &translator);
  g_autofree char *translated = phrase_say(&fixture.voice, remark_text(&fixture));
  ASSERT_TEXT(translated, "-1,5, oui, Le calme et Les exemples, 12\u00a0minutes");
  end(&fixture);
}

SUITE(phrase, {"answers of each kind in words", test_answers},
      {"what is empty leaves no hole", test_holes},
      {"private answers, and what would betray them, are kept", test_private},
      {"runs with style and address, neighbours joined", test_runs},
      {"plain text names the addresses of links", test_plain},
      {"blanks are marked and never empty", test_blanks},
      {"an item's own answer, all answers from outside", test_items},
      {"nothing said is an empty phrase", test_empty},
      {"short names of questions, words of answers", test_words},
      {"the program's language and the pack's", test_language})
