/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one look over a text finds of its words. */
#include "check/wording.h"

#include "base/text.h"
#include "support/suite.h"

/* The first word of each form in TEXT as "tu,vous", "," if there is none. */
static char *address(const char *language, const char *text)
{
  struct look look = wording_look(wording_find(language), text);
  const struct word *familiar = &look.address[ADDRESS_FAMILIAR];
  const struct word *polite = &look.address[ADDRESS_POLITE];
  return g_strdup_printf("%.*s,%.*s", (int)familiar->length, familiar->length ? familiar->at : "",
                         (int)polite->length, polite->length ? polite->at : "");
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

/* Never fewer words than there are, and no more in texts such as most are. */
static void test_words(void)
{
  static const struct {
    const char *text;
    guint words;
  } cases[] = {
      {"", 0},
      {"Étiez-vous en retard ?", 4},
      {" Il n’y a… rien à ajouter ! ", 7},
      {"à 9 h 30, 3,5 km", 7},
      {"œuvre ÿ ª straße", 4},
      {"漢字", 2},
      {"1² ½ 2×3", 5},
      {"a_b 3a", 4},
      {"étés e\u0301te\u0301", 3},
      {"Ωμέγα", 5},
  };
  const struct wording *wording = wording_find("fr");
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    guint words = wording_look(wording, cases[i].text).words;
    if (words != cases[i].words || words < text_words(cases[i].text))
      CU_FAIL(cases[i].text);
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
      {"a look counts no fewer words than there are", test_words},
      {"two questions in one are found by language", test_compound})
