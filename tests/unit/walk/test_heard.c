/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is heard in typed words. */
#include "walk/heard.h"

#include "support/pack.h"
#include "support/suite.h"

static void test_meets(void)
{
  static const struct {
    const char *hears, *text;
    gboolean meets;
  } cases[] = {
      {"late|delay*", "I was late.", TRUE},
      {"late|delay*", "It got later", FALSE},
      {"late|delay*", "DELAYED, sadly", TRUE},
      {"late|delay*", "delay", TRUE},
      {"late|delay*", "undelayed", FALSE},
      {"not on time", "I was not, on  time", TRUE},
      {"not on time", "not really on time", FALSE},
      {"not on time", "on time", FALSE},
      {"à l’heure", "J'étais a l'heure", TRUE},
      {"retard*", "En RÉTARDÉ", TRUE},
      {" late | early ", "early", TRUE},
      {"l'heure*", "l’heures", TRUE},
      {"999", "call 999!", TRUE},
      {"end it.", "I want to end it", TRUE},
      {"end it.", "End it…", TRUE},
      {"end it.", "end it here", FALSE},
      {"end it.", "end it, end it!", TRUE},
      {"late", "", FALSE},
      {"||", "late", FALSE},
      {"*", "late", FALSE},
      {NULL, "late", FALSE},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    if (heard_meets(cases[i].hears, cases[i].text) != cases[i].meets)
      CU_FAIL(cases[i].text);
}

static const char theme[] =
    "<question id='where' kind='choice'><prompt>Où ?</prompt><option value='FR'><label>F</label>"
    "</option><option value='QC'><label>Q</label></option></question>"
    "<question id='all' kind='choices'><prompt>Quoi ?</prompt>"
    "<option value='a' hears='pomme*'><label>A</label></option>"
    "<option value='b' hears='poire|fruit'><label>B</label></option>"
    "<option value='c' hears='fruit' when=\"$where = 'QC'\"><label>C</label></option>"
    "<option value='d'><label>D</label></option></question>"
    "<question id='one' kind='choice' from='all'><prompt>Lequel ?</prompt></question>";

static char *heard(const struct pass *pass, const struct test_pack *pack, const char *id,
                   const char *text)
{
  g_autoptr(GPtrArray) values =
      heard_options(pass, (struct step){test_pack_item(pack, id), 0}, text);
  g_ptr_array_add(values, NULL);
  return g_strjoinv(" ", (char **)values->pdata);
}

static void answer(struct answers *answers, const struct test_pack *pack, const char *id,
                   const char *value)
{
  g_auto(GStrv) values = g_strsplit(value, "|", -1);
  answers_set(answers, (struct step){test_pack_item(pack, id), 0}, (const char *const *)values, 1);
}

static void test_options(void)
{
  OWNED(test_pack) pack = test_pack_new(NULL, theme);
  OWNED(answers) answers = answers_new(pack->catalogue);
  answer(answers, pack, "where", "FR");
  answer(answers, pack, "all", "a|b");
  OWNED(pass) pass = pass_new(pack->catalogue, answers, 1);
  for (struct step met; pass_next(pass, &met);)
    continue;
  g_autofree char *both = heard(pass, pack, "all", "une pomme et un fruit");
  ASSERT_TEXT(both, "a b");
  g_autofree char *from = heard(pass, pack, "one", "Poire");
  ASSERT_TEXT(from, "b");
  g_autofree char *nothing = heard(pass, pack, "all", "rien");
  ASSERT_TEXT(nothing, "");
  g_autofree char *text = heard(pass, pack, "where", "France");
  ASSERT_TEXT(text, "");
}

SUITE(heard, {"whole words, folded, in their order", test_meets},
      {"of the options only those that are offered", test_options})
