/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settling on one language, and gettext behind two translators. */
#include "command/language.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

/* The language in which the program's own messages are written. */
#define SOURCE "en"
#define DOMAIN "rebond"

/* A translator that asks gettext for the messages of one domain. */
struct domain {
  struct translator translator;
  char *name;
};

struct language {
  char *code; /* as gettext names it: "fr", "fr_CA" */
  char *tag;
  struct domain program, pack;
  gboolean program_translates, pack_translates;
};

/* ---- what is there ---- */

/* Where catalogues may be: of one domain, written in one language. */
struct supply {
  const char *domain;
  const char *source;
  const char *folders[2]; /* looked through in this order; NULL: no more */
};

/* The folder that holds the catalogue for just CODE, or NULL. */
static const char *folder_for(const struct supply *supply, const char *code)
{
  g_autofree char *name = g_strconcat(supply->domain, ".mo", NULL);
  for (int i = 0; i < 2 && supply->folders[i]; i++) {
    g_autofree char *file = g_build_filename(supply->folders[i], code, "LC_MESSAGES", name, NULL);
    if (g_file_test(file, G_FILE_TEST_EXISTS))
      return supply->folders[i];
  }
  return NULL;
}

static gboolean has_exactly(const struct supply *supply, const char *code)
{
  return g_strcmp0(supply->source, code) == 0 || folder_for(supply, code);
}

/* "fr" of "fr_CA". */
static char *without_country(const char *code)
{
  return g_strndup(code, strcspn(code, "_"));
}

static gboolean has(const struct supply *supply, const char *code)
{
  g_autofree char *language = without_country(code);
  return has_exactly(supply, code) || has_exactly(supply, language);
}

/* ---- what is wanted ---- */

/* "fr_CA" of "fr_CA.UTF-8@euro", and of "fr-CA"; "en" of what names no language. */
static char *normal_code(const char *locale)
{
  char *code = g_strdelimit(g_strndup(locale, strcspn(locale, ".@")), "-", '_');
  if (*code && !g_str_equal(code, "C") && !g_str_equal(code, "POSIX"))
    return code;
  g_free(code);
  return g_strdup(SOURCE);
}

/* The languages to try, best first: those of the first source that says anything. */
static char **wanted(const char *asked)
{
  static const char *const variables[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
  const char *said = asked;
  for (gsize i = 0; i < G_N_ELEMENTS(variables) && (!said || !*said); i++)
    said = g_getenv(variables[i]);
  char **codes = g_strsplit(said && *said ? said : SOURCE, ":", -1);
  for (char **code = codes; *code; code++) {
    g_autofree char *raw = *code;
    *code = normal_code(raw);
  }
  return codes;
}

/* ---- the choice ---- */

/* As much of CODE as a catalogue makes a difference for. */
static char *as_exact_as_needed(const char *code, const struct supply *program,
                                const struct supply *pack)
{
  if (has_exactly(program, code) || (pack && has_exactly(pack, code)))
    return g_strdup(code);
  return without_country(code);
}

static char *choose(const char *asked, const struct supply *program, const struct supply *pack)
{
  g_auto(GStrv) codes = wanted(asked);
  for (char **code = codes; *code; code++)
    if (has(program, *code) && (!pack || has(pack, *code)))
      return as_exact_as_needed(*code, program, pack);
  if (pack && pack->source && !has(pack, SOURCE))
    return g_strdup(pack->source);
  return g_strdup(SOURCE);
}

/* ---- gettext ---- */

static const char *message(const struct translator *translator, const char *msgid)
{
  const struct domain *domain = (const struct domain *)translator;
  /* The empty message is the catalogue's header. */
  return *msgid ? dgettext(domain->name, msgid) : msgid;
}

static const char *plural(const struct translator *translator, const char *singular,
                          const char *plural_form, unsigned long n)
{
  const struct domain *domain = (const struct domain *)translator;
  return dngettext(domain->name, singular, plural_form, n);
}

/* Binds DOMAIN to where CODE's catalogue is. True if there is one, so that it translates. */
static gboolean bind(struct domain *domain, const struct supply *supply, const char *code)
{
  g_autofree char *language = without_country(code);
  const char *folder = folder_for(supply, code);
  if (!folder)
    folder = folder_for(supply, language);
  domain->translator = (struct translator){message, plural};
  domain->name = g_strdup(supply->domain);
  if (!folder)
    return FALSE;
  bindtextdomain(domain->name, folder);
  bind_textdomain_codeset(domain->name, "UTF-8");
  return TRUE;
}

/*
 * gettext translates nothing while the locale is "C", and takes the languages from LANGUAGE in any
 * other; C.UTF-8 is part of the C library and so always there. Numbers stay as C writes them.
 */
static void speak(const char *code)
{
  setlocale(LC_CTYPE, "C.UTF-8");
  setlocale(LC_MESSAGES, "C.UTF-8");
  g_setenv("LANGUAGE", code, TRUE);
}

struct language *language_settle(const char *asked, const char *locale, const struct pack *pack)
{
  struct supply program = {DOMAIN, SOURCE, {locale}};
  g_autofree char *domain = g_strconcat(DOMAIN "-", pack ? pack->id : NULL, NULL);
  g_autofree char *own = pack ? g_build_filename(pack->folder, "locale", NULL) : NULL;
  g_autofree char *source = pack && pack->language ? normal_code(pack->language) : NULL;
  struct supply packs = {domain, source, {own, locale}};
  gboolean known = pack && pack->id && pack->language;

  struct language *language = g_new0(struct language, 1);
  language->code = choose(asked, &program, known ? &packs : NULL);
  language->tag = g_strdelimit(g_strdup(language->code), "_", '-');
  speak(language->code);
  language->program_translates = bind(&language->program, &program, language->code);
  language->pack_translates = known && bind(&language->pack, &packs, language->code);
  return language;
}

void language_free(struct language *language)
{
  g_free(language->code);
  g_free(language->tag);
  g_free(language->program.name);
  g_free(language->pack.name);
  g_free(language);
}

const char *language_tag(const struct language *language)
{
  return language->tag;
}

gboolean language_is(const struct language *language, const char *asked)
{
  g_autofree char *code = normal_code(asked);
  g_autofree char *wanted_one = without_country(code);
  g_autofree char *settled = without_country(language->code);
  return g_str_equal(wanted_one, settled);
}

const struct translator *language_program(const struct language *language)
{
  return language->program_translates ? &language->program.translator : NULL;
}

const struct translator *language_pack(const struct language *language)
{
  return language->pack_translates ? &language->pack.translator : NULL;
}
