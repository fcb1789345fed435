/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Catalogues of translations held against the texts of a pack: as they are written, since fuzzy
 * marks are in no .mo file. */
#include <string.h>

#include "base/rules.h"
#include "base/text.h"
#include "check/check.h"
#include "check/pofile.h"
#include "reader/translation.h"

struct translation {
  char *text;
  gboolean fuzzy;
};

struct translation_reading {
  const struct catalogue *catalogue;
  struct findings *findings;
  const char *file, *language;
  GHashTable *translations; /* message -> struct translation */
};

static void translation_free(void *data)
{
  struct translation *translation = data;
  g_free(translation->text);
  g_free(translation);
}

/* ---- reading ---- */

static void keep_message(const struct translated *translated, void *data)
{
  struct translation_reading *reading = data;
  struct translation *translation = g_new(struct translation, 1);
  translation->text = g_strdup(translated->forms[0]);
  translation->fuzzy = translated->fuzzy;
  g_hash_table_replace(reading->translations, g_strdup(translated->message), translation);
}

/* ---- comparing ---- */

static void report(struct translation_reading *reading, enum rule_id rule, const char *source,
                   struct place place)
{
  findings_add(reading->findings, &rules[rule], place, reading->language, source, NULL);
}

/* The translation of SOURCE; NULL, with a finding, if there is none to use. */
static const char *find_translation(struct translation_reading *reading, const char *source,
                                    struct place place)
{
  const struct translation *translation = g_hash_table_lookup(reading->translations, source);
  if (!translation || !*translation->text) {
    /* one of a country, such as fr_CA, holds only what differs there */
    if (!strchr(reading->language, '_'))
      report(reading, RULE_UNTRANSLATED, source, place);
    return NULL;
  }
  if (translation->fuzzy)
    report(reading, RULE_FUZZY, source, place);
  return translation->fuzzy ? NULL : translation->text;
}

static void compare(struct translation_reading *reading, const struct text *text)
{
  const char *translation = find_translation(reading, text->source, text->place);
  if (!translation || translation_read(reading->catalogue, text, translation))
    return;
  report(reading, RULE_TRANSLATION_MARKUP, text->source, text->place);
  g_autofree char *fault = translation_fault(reading->catalogue, text, translation,
                                             findings_translator(reading->findings));
  g_autofree char *quoted = findings_quote(translation);
  findings_explain(reading->findings, fault);
  findings_explain(reading->findings, quoted);
}

/* Additions are of the person who wrote them, and nobody translates them. */
static gboolean is_added(const struct catalogue *catalogue, struct place place)
{
  g_autofree char *folder = g_path_get_dirname(catalogue->place.file);
  g_autofree char *own = g_path_get_dirname(place.file);
  return strcmp(own, folder) != 0;
}

static void see_message(const char *source, const char *element, struct place place, void *data)
{
  struct translation_reading *reading = data;
  (void)element;
  if (!is_added(reading->catalogue, place))
    find_translation(reading, source, place);
}

static void check_language(struct translation_reading *reading)
{
  const GPtrArray *texts = catalogue_texts(reading->catalogue);
  for (guint i = 0; i < texts->len; i++) {
    const struct text *text = g_ptr_array_index(texts, i);
    if (text->pieces && !is_added(reading->catalogue, text->place))
      compare(reading, text);
  }
  catalogue_messages(reading->catalogue, see_message, reading);
}

static void check_file(const struct catalogue *catalogue, const char *path, const char *language,
                       struct findings *findings)
{
  g_autoptr(GHashTable) translations =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, translation_free);
  struct translation_reading reading = {catalogue, findings, g_intern_string(path), language,
                                        translations};
  guint errors = findings_count(findings, SEVERITY_ERROR);
  gboolean read = pofile_visit(path, findings, keep_message, &reading);
  if (read && findings_count(findings, SEVERITY_ERROR) == errors) /* else half of it is missing */
    check_language(&reading);
}

/* As people type it after --lang: de, pt_BR. */
static gboolean is_language(const char *name)
{
  return g_regex_match_simple("^[a-z]{2,3}([_@-][A-Za-z0-9]+)*$", name, 0, 0);
}

/* The catalogue that NAME in the folder LOCALE is, LANGUAGE.po, or holds, beside what gettext
 * reads. */
static void check_entry(const struct catalogue *catalogue, const char *locale, const char *name,
                        struct findings *findings)
{
  g_autofree char *base = g_strconcat("rebond-", catalogue->id, ".po", NULL);
  g_autofree char *inside = g_build_filename(locale, name, "LC_MESSAGES", base, NULL);
  g_autofree char *path = g_build_filename(locale, name, NULL);
  g_autofree char *language = g_strndup(name, strcspn(name, "."));
  if (g_str_has_suffix(name, ".po") && !is_language(language))
    findings_add(findings, &rules[RULE_BAD_TRANSLATIONS],
                 (struct place){g_intern_string(path), 0, 0},
                 tr(findings_translator(findings),
                    N_("its name is no code of a language, such as de.po or pt_BR.po")),
                 NULL);
  else if (g_str_has_suffix(name, ".po"))
    check_file(catalogue, path, language, findings);
  else if (g_file_test(inside, G_FILE_TEST_IS_REGULAR))
    check_file(catalogue, inside, name, findings);
}

void check_translations(const struct catalogue *catalogue, const char *locale,
                        struct findings *findings)
{
  if (!catalogue->place.file) /* no pack was read that could be translated */
    return;
  g_autoptr(GDir) dir = g_dir_open(locale, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  const char *name;
  while (dir && (name = g_dir_read_name(dir)))
    g_ptr_array_add(names, g_strdup(name));
  g_ptr_array_sort(names, text_compare);
  for (guint i = 0; i < names->len; i++)
    check_entry(catalogue, locale, g_ptr_array_index(names, i), findings);
}
