/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language that is settled on, from what is wanted and what is there. */
#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "command/language.h"
#include "support/pack.h"
#include "support/suite.h"

/* Catalogues need only be there to be chosen: LIST is "fr/rebond de/rebond-p". */
static char *make_locale(const char *folder, const char *list)
{
  char *locale = g_build_filename(folder, "locale", NULL);
  g_auto(GStrv) entries = g_strsplit(list, " ", -1);
  for (char **entry = entries; *entry && **entry; entry++) {
    g_auto(GStrv) parts = g_strsplit(*entry, "/", 2);
    g_autofree char *path = g_build_filename(locale, parts[0], "LC_MESSAGES", NULL);
    g_autofree char *name = g_strconcat(parts[1], ".mo", NULL);
    g_mkdir_with_parents(path, 0700);
    test_folder_write(path, name, "");
  }
  return locale;
}

struct wish {
  const char *asked, *environment; /* "LANGUAGE=fr LANG=de" */
  const char *tag;
};

/* Settles in a process of its own, since the choice is for good, and gives the exit code 0 if it is
 * as wished. */
static int settle(const struct wish *wish, const char *locale, const struct pack *pack)
{
  static const char *const variables[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
  for (gsize i = 0; i < G_N_ELEMENTS(variables); i++)
    g_unsetenv(variables[i]);
  g_auto(GStrv) settings = g_strsplit(wish->environment, " ", -1);
  for (char **setting = settings; *setting && **setting; setting++) {
    g_auto(GStrv) parts = g_strsplit(*setting, "=", 2);
    g_setenv(parts[0], parts[1], TRUE);
  }
  OWNED(language) language = language_settle(wish->asked, locale, pack);
  if (g_str_equal(language_tag(language), wish->tag))
    return 0;
  printf("\n%s %s: %s, not %s\n", wish->asked, wish->environment, language_tag(language),
         wish->tag);
  fflush(stdout);
  return 1;
}

static void assert_wishes(const struct wish *wishes, gsize count, const char *catalogues,
                          const char *source)
{
  g_autofree char *folder = test_folder_new();
  g_autofree char *locale = make_locale(folder, catalogues);
  struct pack pack = {.folder = folder, .id = (char *)"p", .language = (char *)source};
  /* The folder serves as the program's and as the pack's own. */
  for (gsize i = 0; i < count; i++) {
    fflush(stdout);
    pid_t child = fork();
    if (child == 0)
      _exit(settle(&wishes[i], locale, source ? &pack : NULL));
    int status = -1;
    waitpid(child, &status, 0);
    CU_ASSERT_EQUAL(status, 0);
  }
  test_folder_remove(folder);
}

static void test_both(void)
{
  static const struct wish wishes[] = {
      {NULL, "LANGUAGE=fr_FR:fr:en LANG=C.UTF-8", "fr"},
      {NULL, "LANG=fr_FR.UTF-8", "fr"},
      {NULL, "LC_ALL=fr_CA.UTF-8 LANG=en_GB.UTF-8", "fr"},
      {NULL, "LC_MESSAGES=fr_FR@euro LANG=en_GB.UTF-8", "fr"},
      {NULL, "LANGUAGE=de:fr:en LANG=en_US.UTF-8", "fr"},
      {NULL, "LANGUAGE= LANG=fr_FR.UTF-8", "fr"},
      {NULL, "LANG=de_DE.UTF-8", "en"},
      {NULL, "LANG=C.UTF-8", "en"},
      {NULL, "LC_ALL=POSIX LANG=fr_FR", "en"},
      {NULL, "LANG=C", "en"},
      {NULL, "LANGUAGE=fr LC_ALL=C", "en"},
      {NULL, "LANGUAGE=fr LC_MESSAGES=POSIX LANG=fr_FR.UTF-8", "en"},
      {NULL, "LANGUAGE=fr LC_ALL= LC_MESSAGES= LANG=C", "en"},
      {NULL, "LANGUAGE=fr LC_ALL=fr_FR.UTF-8 LANG=C", "fr"},
      {NULL, "LANGUAGE=fr LC_ALL=C.UTF-8", "fr"},
      {NULL, "LANGUAGE=fr", "fr"},
      {"fr", "LC_ALL=C", "fr"},
      {NULL, "", "en"},
      {"fr", "LANG=en_GB.UTF-8", "fr"},
      {"fr-CA", "", "fr"},
      {"en", "LANGUAGE=fr LANG=fr_FR.UTF-8", "en"},
      {"de", "LANG=fr_FR.UTF-8", "en"},
  };
  assert_wishes(wishes, G_N_ELEMENTS(wishes), "fr/rebond en/rebond-p", "fr");
}

static void test_country(void)
{
  static const struct wish wishes[] = {
      {NULL, "LANG=fr_CA.UTF-8", "fr-CA"},
      {NULL, "LANG=fr_BE.UTF-8", "fr"},
      {"fr", "", "fr"},
  };
  assert_wishes(wishes, G_N_ELEMENTS(wishes), "fr/rebond fr_CA/rebond-p", "fr");
}

/* Of the languages wanted one that the pack has counts, whatever the program has. */
static void test_one_for_both(void)
{
  static const struct wish wishes[] = {
      {NULL, "LANGUAGE=de:es:fr", "es"},
      {NULL, "LANGUAGE=de:fr:es", "fr"},
      {NULL, "LANGUAGE=de", "en"},
      {NULL, "LANGUAGE=es", "es"},
  };
  assert_wishes(wishes, G_N_ELEMENTS(wishes), "de/rebond fr/rebond es/rebond-p en/rebond-p", "fr");
}

static void test_pack_without_english(void)
{
  static const struct wish wishes[] = {
      {NULL, "LANG=C.UTF-8", "fr"}, {NULL, "LANG=de_DE", "fr"}, {"en", "", "fr"}};
  assert_wishes(wishes, G_N_ELEMENTS(wishes), "fr/rebond", "fr");
}

static void test_program_alone(void)
{
  static const struct wish wishes[] = {
      {NULL, "LANG=fr_FR.UTF-8", "fr"}, {NULL, "LANG=es_ES", "en"}, {NULL, "", "en"}};
  assert_wishes(wishes, G_N_ELEMENTS(wishes), "fr/rebond", NULL);
}

static void test_first_look(void)
{
  static const struct {
    const char *text, *id, *language;
  } cases[] = {
      {"<?xml version='1.0' encoding='UTF-8'?>\n<!-- a word before -->\n"
       "<pack xmlns='urn:rebond:content:1' id='one' xml:lang='fr' version='2'><title>",
       "one", "fr"},
      {"\xEF\xBB\xBF<pack id=\"two\" xml:lang=\"en\"/>", "two", "en"},
      {"<theme id='three' xml:lang='en'/>", NULL, NULL},
      {"<pack id='four", NULL, NULL},
      {"", NULL, NULL},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *folder = test_folder_new();
    test_folder_write(folder, "pack.xml", cases[i].text);
    OWNED(pack) pack = pack_look(folder);
    CU_ASSERT_FATAL(pack != NULL);
    ASSERT_TEXT(pack->id, cases[i].id);
    ASSERT_TEXT(pack->language, cases[i].language);
    test_folder_remove(folder);
  }
  CU_ASSERT(pack_look("/no/such/folder") == NULL);
}

SUITE(language, {"the first that the pack has", test_both},
      {"a country's words where there are some", test_country},
      {"one language for both", test_one_for_both},
      {"a pack without English speaks its own language", test_pack_without_english},
      {"without a pack the program's languages count", test_program_alone},
      {"a pack is known by its first element", test_first_look})
