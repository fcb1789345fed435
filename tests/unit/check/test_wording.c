/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found of the words of a text. */
#include "check/wording.h"

#include "support/suite.h"

/* The first word of each form in TEXT as "tu,vous", "," if there is none. */
static char *address(const char *language, const char *text)
{
  const struct wording *wording = wording_find(language);
  g_autofree char *familiar = wording_address(wording, ADDRESS_FAMILIAR, text);
  g_autofree char *polite = wording_address(wording, ADDRESS_POLITE, text);
  return g_strdup_printf("%s,%s", familiar ? familiar : "", polite ? polite : "");
}

static void test_address(void)
{
  static const char *const cases[][2] = {
      {"", ","},
      {"Tu viens, toi ?", "Tu,"},
      {"Dites VOTRE avis, et vos doutes.", ",VOTRE"},
      {"vous et tu", "tu,vous"},
      {"t", ","},
      {"-tu, l’tes", "tu,"},
      {"6tu tu6", "tu,"},
      {"têtu tué vousé été Ωtu étoile voûte tutu", ","},
      {"un rendez-vous", ","},
      {"Rendez-Vous, vos amis", ",vos"},
      {"rendez vous", ",vous"},
      {"On t’attend, vous", "t’,vous"},
      {"Qu'il T'ait vu", "T',"},
      {"qu’a-t-il, le « t’ », tt’a", ","},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *found = address("fr-CA", cases[i][0]);
    ASSERT_TEXT(found, cases[i][1]);
  }
}

/* English has one form of address, and nothing is known of German or a language like fr. */
static void test_no_address(void)
{
  static const char *const languages[] = {"en", "de", "fry", ""};
  for (gsize i = 0; i < G_N_ELEMENTS(languages); i++) {
    g_autofree char *found = address(languages[i], "tu, vous");
    ASSERT_TEXT(found, ",");
  }
}

static void test_compound(void)
{
  static const struct {
    const char *language, *text;
    gboolean compound;
  } cases[] = {
      {"fr", "En retard ? Pourquoi ?", TRUE},
      {"fr", "Étiez-vous en retard et aviez-vous appelé ?", TRUE},
      {"fr", "Étiez-vous en retard et seul ?", FALSE},
      {"fr", "Est-ce que vous étiez seul et est-ce que vous aviez appelé ?", TRUE},
      {"fr", "Quand et où était-ce ?", TRUE},
      {"fr", "Qui était là, et qui menait ?", FALSE},
      {"en", "When and where was it?", TRUE},
      {"en", "Were you late and did you call?", TRUE},
      {"en", "Étiez-vous en retard et aviez-vous appelé ?", FALSE},
      {"de", "En retard ? Pourquoi ?", FALSE},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    if (wording_is_compound(wording_find(cases[i].language), cases[i].text) != cases[i].compound)
      CU_FAIL(cases[i].text);
}

SUITE(wording, {"words of address are found where they stand alone", test_address},
      {"a language without forms of address has none", test_no_address},
      {"two questions in one are found by language", test_compound})
