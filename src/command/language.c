/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settling on one language, and the catalogues behind two translators. */
#include "command/language.h"

#include <locale.h>
#include <string.h>

#include "base/text.h"
#include "command/messages.h"

/* The language in which the program's own messages are written. */
#define SOURCE "en"
#define DOMAIN "rebond"

/* Where the catalogues of a domain may lie, and for how many names of a language. */
#define FOLDERS 2
#define NAMES 2
#define FILES 3

/* A translator that looks through the catalogues of one domain. */
struct domain {
  struct translator translator;
  struct messages *catalogues[NAMES * FOLDERS * FILES + 1]; /* as they are asked, NULL-terminated */
};

struct language {
  char *code; /* as catalogues are filed: "fr", "fr_CA" */
  char *tag;
  struct domain program, pack;
};

/* ---- what is there ---- */

/* Where catalogues may be: of one domain, written in one language. */
struct supply {
  const char *domain;
  const char *source;
  const char *folders[FOLDERS]; /* looked through in this order; NULL: no more */
  const char *own;              /* that of them in which authors write, or NULL */
};

/* The files that may hold the catalogue for just CODE in FOLDER, the one that an author edits
 * first: NULL-terminated. Caller frees. */
static char **catalogue_files_of(const struct supply *supply, const char *folder, const char *code)
{
  g_autofree char *written = g_strconcat(code, ".po", NULL);
  g_autofree char *beside = g_strconcat(supply->domain, ".po", NULL);
  g_autofree char *compiled = g_strconcat(supply->domain, ".mo", NULL);
  char **files = g_new0(char *, FILES + 1);
  guint count = 0;
  if (folder == supply->own) {
    files[count++] = g_build_filename(folder, written, NULL);
    files[count++] = g_build_filename(folder, code, "LC_MESSAGES", beside, NULL);
  }
  files[count] = g_build_filename(folder, code, "LC_MESSAGES", compiled, NULL);
  return files;
}

static gboolean has_catalogue(const struct supply *supply, const char *code)
{
  gboolean found = FALSE;
  for (int i = 0; i < FOLDERS && supply->folders[i] && !found; i++) {
    g_auto(GStrv) files = catalogue_files_of(supply, supply->folders[i], code);
    for (char **file = files; *file && !found; file++)
      found = g_file_test(*file, G_FILE_TEST_EXISTS);
  }
  return found;
}

static gboolean has_exactly(const struct supply *supply, const char *code)
{
  return g_strcmp0(supply->source, code) == 0 || has_catalogue(supply, code);
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

/* The locale for messages that the environment names; empty: none. */
static const char *locale_named(void)
{
  static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
  const char *named = "";
  for (gsize i = 0; i < G_N_ELEMENTS(variables) && !*named; i++)
    named = g_getenv(variables[i]) ? g_getenv(variables[i]) : "";
  return named;
}

/* Who says C or POSIX wants what was written, whatever LANGUAGE says, as with GNU gettext. C.UTF-8
 * speaks of characters alone. */
static const char *environment_wants(void)
{
  const char *locale = locale_named(), *languages = g_getenv("LANGUAGE");
  gboolean as_written = g_str_equal(locale, "C") || g_str_equal(locale, "POSIX");
  return !as_written && languages && *languages ? languages : locale;
}

/* The languages to try, best first: those of the first source that says anything. */
static char **wanted(const char *asked)
{
  const char *said = asked && *asked ? asked : environment_wants();
  char **codes = g_strsplit(*said ? said : SOURCE, ":", -1);
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
    if (has(pack ? pack : program, *code))
      return as_exact_as_needed(*code, program, pack);
  if (pack && pack->source && !has(pack, SOURCE))
    return g_strdup(pack->source);
  return g_strdup(SOURCE);
}

/* ---- translating ---- */

static const char *message(const struct translator *translator, const char *msgid)
{
  const struct domain *domain = (const struct domain *)translator;
  const char *found = NULL;
  /* The empty message is the catalogue's header. */
  for (guint i = 0; *msgid && domain->catalogues[i] && !found; i++)
    found = messages_find(domain->catalogues[i], msgid);
  return found ? found : msgid;
}

static const char *plural(const struct translator *translator, const char *singular,
                          const char *plural_form, unsigned long n)
{
  const struct domain *domain = (const struct domain *)translator;
  const char *found = NULL;
  for (guint i = 0; domain->catalogues[i] && !found; i++)
    found = messages_find_plural(domain->catalogues[i], singular, n);
  return found ? found : n == 1 ? singular : plural_form;
}

/* Opens the catalogues for CODE, then those for its language anywhere. */
static void domain_open(struct domain *domain, const struct supply *supply, const char *code)
{
  g_autofree char *language = without_country(code);
  const char *names[NAMES] = {code, g_str_equal(language, code) ? NULL : language};
  guint count = 0;
  domain->translator = (struct translator){message, plural};
  for (int name = 0; name < NAMES && names[name]; name++)
    for (int i = 0; i < FOLDERS && supply->folders[i]; i++) {
      g_auto(GStrv) files = catalogue_files_of(supply, supply->folders[i], names[name]);
      for (char **file = files; *file; file++) {
        domain->catalogues[count] = messages_open(*file);
        count += domain->catalogues[count] != NULL;
      }
    }
}

static void domain_close(struct domain *domain)
{
  for (guint i = 0; domain->catalogues[i]; i++)
    messages_free(domain->catalogues[i]);
}

static const struct translator *domain_translator(const struct domain *domain)
{
  return domain->catalogues[0] ? &domain->translator : NULL;
}

/*
 * C.UTF-8 is part of the C library and so always there. The system's own words, for what a file
 * cannot be opened, are those of the person's locale where it is installed. Numbers stay as C
 * writes them.
 */
static void speak(const char *code)
{
  setlocale(LC_CTYPE, "C.UTF-8");
  setlocale(LC_MESSAGES, "");
  g_setenv("LANGUAGE", code, TRUE);
}

/* Where the texts of a pack may be. */
struct pack_supply {
  struct supply supply;
  char *domain, *own, *source;
};

static void pack_supply_set(struct pack_supply *packs, const char *locale, const struct pack *pack)
{
  packs->domain = g_strconcat(DOMAIN "-", pack ? pack->id : NULL, NULL);
  packs->own = pack ? g_build_filename(pack->folder, "locale", NULL) : NULL;
  packs->source = pack && pack->language ? normal_code(pack->language) : NULL;
  packs->supply = (struct supply){packs->domain, packs->source, {packs->own, locale}, packs->own};
}

static void pack_supply_clear(struct pack_supply *packs)
{
  g_free(packs->domain);
  g_free(packs->own);
  g_free(packs->source);
}

static gboolean is_known(const struct pack *pack)
{
  return pack && pack->id && pack->language;
}

struct language *language_open(const char *code, const char *locale, const struct pack *pack)
{
  struct supply program = {DOMAIN, SOURCE, {locale}, NULL};
  struct language *language = g_new0(struct language, 1);
  language->code = g_strdup(code);
  language->tag = g_strdelimit(g_strdup(code), "_", '-');
  domain_open(&language->program, &program, code);
  if (!is_known(pack))
    return language;
  CLEARED(pack_supply) packs = {0};
  pack_supply_set(&packs, locale, pack);
  domain_open(&language->pack, &packs.supply, code);
  return language;
}

struct language *language_settle(const char *asked, const char *locale, const struct pack *pack)
{
  struct supply program = {DOMAIN, SOURCE, {locale}, NULL};
  CLEARED(pack_supply) packs = {0};
  pack_supply_set(&packs, locale, pack);
  g_autofree char *code = choose(asked, &program, is_known(pack) ? &packs.supply : NULL);
  speak(code);
  return language_open(code, locale, pack);
}

/* Adds to CODES those of what lies in FOLDER: LL.po, or a folder LL. */
static void list_codes(const struct supply *supply, const char *folder, GPtrArray *codes)
{
  GDir *dir = g_dir_open(folder, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name(dir));) {
    gsize length = strlen(name) - (g_str_has_suffix(name, ".po") ? strlen(".po") : 0);
    g_autofree char *code = g_strndup(name, length);
    gboolean fresh = !g_ptr_array_find_with_equal_func(codes, code, g_str_equal, NULL);
    if (fresh && g_strcmp0(code, supply->source) != 0 && has_catalogue(supply, code))
      g_ptr_array_add(codes, g_steal_pointer(&code));
  }
  if (dir)
    g_dir_close(dir);
}

char **language_codes(const char *locale, const struct pack *pack)
{
  GPtrArray *codes = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  CLEARED(pack_supply) packs = {0};
  pack_supply_set(&packs, locale, pack);
  for (int i = 0; is_known(pack) && i < FOLDERS && packs.supply.folders[i]; i++)
    list_codes(&packs.supply, packs.supply.folders[i], codes);
  g_ptr_array_sort(codes, text_compare);
  return (char **)g_ptr_array_free(codes, FALSE);
}

void language_free(struct language *language)
{
  g_free(language->code);
  g_free(language->tag);
  domain_close(&language->program);
  domain_close(&language->pack);
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
  return domain_translator(&language->program);
}

const struct translator *language_pack(const struct language *language)
{
  return domain_translator(&language->pack);
}
