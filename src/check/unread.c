/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and folders that lie where nothing is read. */
#include "check/unread.h"

#include <stdio.h>
#include <string.h>

#include "base/blank.h"
#include "base/rules.h"
#include "base/text.h"

/* So much of a file shows what it is. */
#define BEGINNING 4096
/* So deep a folder is looked into. */
#define DEPTH 4

struct unread {
  const struct catalogue *catalogue;
  struct findings *findings;
  GPtrArray *left;
  gboolean content; /* something was found that looks like it */
};

static void report(struct unread *unread, const char *path, const char *reason, const char *nearest)
{
  g_autofree char *name = g_path_get_basename(path);
  findings_add(unread->findings, &rules[RULE_NOT_READ], (struct place){g_intern_string(path), 0, 0},
               name, NULL);
  findings_explain(unread->findings, tr(findings_translator(unread->findings), reason));
  findings_suggest(unread->findings, nearest);
}

/* The same for what things of the pack may be used in. */
static void report_content(struct unread *unread, const char *path, const char *reason,
                           const char *nearest)
{
  report(unread, path, reason, nearest);
  unread->content = TRUE;
}

/* ---- one file ---- */

static gboolean is_passed_over(const char *name)
{
  return *name == '.' || *name == '#' || g_str_has_suffix(name, "~") ||
         g_str_has_suffix(name, ".swp");
}

/* Whether the file at PATH is XML, and has WORDS near its beginning. */
static gboolean begins_with(const char *path, const char *words)
{
  char bytes[BEGINNING + 1] = "";
  FILE *file = g_file_test(path, G_FILE_TEST_IS_REGULAR) ? fopen(path, "r") : NULL;
  if (!file)
    return FALSE;
  bytes[fread(bytes, 1, BEGINNING, file)] = '\0';
  fclose(file);
  const char *start = skip_blanks(g_str_has_prefix(bytes, "\xef\xbb\xbf") ? bytes + 3 : bytes);
  return *start == '<' && strstr(start, words) != NULL;
}

/* Whether NAME ends in ENDING, be it in capitals. */
static gboolean ends_in(const char *name, const char *ending)
{
  g_autofree char *lower = g_ascii_strdown(name, -1);
  return g_str_has_suffix(lower, ending);
}

static gboolean looks_like_content(const char *path)
{
  if (ends_in(path, ".rng") || ends_in(path, ".rnc"))
    return FALSE; /* schemas for editors, which name the format as well */
  return ends_in(path, ".xml") || ends_in(path, ".po") || begins_with(path, "urn:rebond:content:1");
}

/* ---- folders ---- */

/* The names in FOLDER that are not passed over, sorted and NULL-terminated; NULL: it cannot be
 * read. Caller frees. */
static char **names_in(const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  if (!dir)
    return NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  const char *name;
  while ((name = g_dir_read_name(dir)))
    if (!is_passed_over(name))
      g_ptr_array_add(names, g_strdup(name));
  g_ptr_array_sort(names, text_compare);
  return (char **)g_ptr_array_free(g_steal_pointer(&names), FALSE);
}

/* Whether something in FOLDER looks like content; a pack of its own is another matter. */
static gboolean holds_content(const char *folder, guint depth)
{
  g_auto(GStrv) names = names_in(folder);
  gboolean holds = FALSE;
  if (names && g_strv_contains((const char *const *)names, "pack.xml"))
    return FALSE;
  for (char **name = names; name && *name && !holds; name++) {
    g_autofree char *path = g_build_filename(folder, *name, NULL);
    holds = g_file_test(path, G_FILE_TEST_IS_DIR) ? depth < DEPTH && holds_content(path, depth + 1)
                                                  : looks_like_content(path);
  }
  return holds;
}

/* FOLDER, of whose files those in .xml are read, and of whose folders those called KNOWN. REASON
 * says where the files of others belong. */
static void look_into(struct unread *unread, const char *folder, const char *const *known,
                      const char *reason)
{
  g_auto(GStrv) names = names_in(folder);
  for (char **name = names; name && *name; name++) {
    g_autofree char *path = g_build_filename(folder, *name, NULL);
    gboolean directory = g_file_test(path, G_FILE_TEST_IS_DIR);
    if (directory && !g_strv_contains(known, *name) && holds_content(path, 0))
      report_content(unread, path, reason, text_nearest(*name, known));
    else if (!directory && ends_in(*name, ".po"))
      report(unread, path, N_("translations stand in the folder locale"), NULL);
    else if (!directory && !g_str_has_suffix(*name, ".xml") && looks_like_content(path))
      report_content(
          unread, path,
          N_("its name does not end in .xml, in small letters; rename it, or move it away"), NULL);
    else if (!directory && !g_str_has_suffix(*name, ".xml"))
      g_ptr_array_add(unread->left, g_strdup(*name));
  }
}

/* Catalogues whose name goes on behind .po, as an editor or a file manager lets it. */
static void look_at_catalogues(struct unread *unread, const char *locale)
{
  g_auto(GStrv) names = names_in(locale);
  for (char **name = names; name && *name; name++) {
    g_autofree char *path = g_build_filename(locale, *name, NULL);
    g_autofree char *lower = g_ascii_strdown(*name, -1);
    const char *ending = strstr(lower, ".po");
    if (ending && !g_str_equal(ending, ".pot") && !g_str_has_suffix(*name, ".po"))
      report(unread, path, N_("its name does not end in .po, in small letters"), NULL);
  }
}

/* Folders for other packs may stand beside that for this one; one that is called almost like it is
 * meant for it. */
static void look_at_additions(struct unread *unread, const char *additions)
{
  static const char *const none[] = {NULL};
  const char *const own[] = {unread->catalogue->id, NULL};
  g_auto(GStrv) names = names_in(additions);
  for (char **name = names; name && *name; name++) {
    g_autofree char *path = g_build_filename(additions, *name, NULL);
    gboolean directory = g_file_test(path, G_FILE_TEST_IS_DIR);
    gboolean astray = directory ? text_nearest(*name, own) != NULL : looks_like_content(path);
    if (g_strcmp0(*name, *own) == 0)
      look_into(unread, path, none, N_("additions stand in the folder of their pack itself"));
    else if (astray)
      report_content(unread, path, N_("additions stand in a folder that is called like their pack"),
                     *own);
  }
}

/* A theme among the examples is found where they are read; what hangs on it is missing till then.
 */
static gboolean holds_theme(const char *examples)
{
  g_auto(GStrv) names = names_in(examples);
  gboolean holds = FALSE;
  for (char **name = names; name && *name && !holds; name++) {
    g_autofree char *path = g_build_filename(examples, *name, NULL);
    holds = g_str_has_suffix(*name, ".xml") && begins_with(path, "<theme");
  }
  return holds;
}

gboolean unread_check(const struct catalogue *catalogue, const char *folder, const char *additions,
                      struct findings *findings, GPtrArray *left)
{
  static const char *const folders[] = {"examples", "locale", NULL}, *const none[] = {NULL};
  struct unread unread = {catalogue, findings, left, FALSE};
  g_autofree char *examples = g_build_filename(folder, "examples", NULL);
  g_autofree char *locale = g_build_filename(folder, "locale", NULL);
  look_into(&unread, folder, folders,
            N_("themes stand beside pack.xml itself, examples in the folder examples, and "
               "translations in locale"));
  look_into(&unread, examples, none, N_("examples stand in the folder examples itself"));
  look_at_catalogues(&unread, locale);
  if (additions && catalogue->id)
    look_at_additions(&unread, additions);
  return unread.content || holds_theme(examples);
}
