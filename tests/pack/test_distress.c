/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Distress is heard as people type it, in both languages; tiredness and anger are let pass. */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "people.h"
#include "support/po.h"
#include "support/suite.h"
#include "walk/heard.h"

#define LEAST 40 /* phrases of each language and kind */

/* How many phrases of one kind there are, and how many of them are heard. */
struct count {
  guint all, heard;
};

static char **phrases(void)
{
  g_autofree char *file = g_build_filename(g_getenv("SOURCE"), "tests/pack/distress.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  if (!g_file_get_contents(file, &text, NULL, &error))
    g_error("%s", error->message);
  return g_strsplit(text, "\n", -1);
}

static gboolean is_heard(const struct pass *pass, const char *phrase)
{
  g_autoptr(GPtrArray) supports = heard_supports(pass, phrase);
  return supports->len > 0;
}

/* Tries the lines that begin with KIND, such as "fr +", and prints those that are not as WANTED. */
static struct count try_kind(const struct pass *pass, const char *kind, gboolean wanted)
{
  struct count count = {0, 0};
  g_auto(GStrv) lines = phrases();
  for (char **line = lines; *line; line++) {
    if (!g_str_has_prefix(*line, kind))
      continue;
    gboolean heard = is_heard(pass, *line + strlen(kind));
    count.all++;
    count.heard += heard;
    if (heard != wanted)
      printf("\n%s: %s", heard ? "heard" : "not heard", *line);
  }
  return count;
}

static void try_language(const char *language, const char *file)
{
  people_speak(file ? po_read(file) : NULL);
  OWNED(answers) nothing = answers_new(people_pack());
  OWNED(pass) pass = pass_new(people_pack(), nothing, date_parse("2026-11-24"));
  g_autofree char *distress = g_strdup_printf("%s +", language);
  g_autofree char *tired = g_strdup_printf("%s -", language);
  struct count heard = try_kind(pass, distress, TRUE), passed = try_kind(pass, tired, FALSE);
  printf("\n%s: %u of %u in distress are heard, %u of %u tired or angry", language, heard.heard,
         heard.all, passed.heard, passed.all);
  CU_ASSERT(heard.all >= LEAST && heard.heard == heard.all);
  CU_ASSERT(passed.all >= LEAST && passed.heard == 0);
  people_speak(NULL);
}

static void test_french(void)
{
  try_language("fr", NULL);
}

static void test_english(void)
{
  try_language("en", "po/interview/en.po");
}

/* Every line of support has the same ear: who is heard is shown those of their region. */
static void test_same_ear(void)
{
  const struct support *first = people_pack()->supports;
  for (const struct support *support = first; support; support = support->next)
    CU_ASSERT_STRING_EQUAL(support->hears, first->hears);
}

SUITE(distress, {"distress in French", test_french}, {"distress in English", test_english},
      {"one ear for all regions", test_same_ear})
