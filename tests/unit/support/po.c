/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/po.h"

#include <string.h>

struct po {
  struct translator translator;
  GHashTable *messages;
};

static const char *message(const struct translator *translator, const char *msgid)
{
  const struct po *po = (const struct po *)translator;
  const char *found = g_hash_table_lookup(po->messages, msgid);
  return found && *found ? found : msgid;
}

static const char *plural(const struct translator *translator, const char *singular,
                          const char *plural, unsigned long n)
{
  (void)translator;
  return n == 1 ? singular : plural;
}

/* Adds the quoted part of LINE to TEXT. */
static void add_quoted(GString *text, const char *line)
{
  const char *start = strchr(line, '"');
  const char *end = strrchr(line, '"');
  if (!start || end <= start)
    return;
  g_autofree char *inner = g_strndup(start + 1, (gsize)(end - start - 1));
  g_autofree char *plain = g_strcompress(inner);
  g_string_append(text, plain);
}

static void read_lines(struct po *po, char **lines)
{
  g_autoptr(GString) id = g_string_new(NULL);
  g_autoptr(GString) words = g_string_new(NULL);
  GString *into = NULL;
  for (; *lines; lines++) {
    if (g_str_has_prefix(*lines, "msgid ")) {
      g_string_truncate(id, 0);
      g_string_truncate(words, 0);
      into = id;
    } else if (g_str_has_prefix(*lines, "msgstr ")) {
      into = words;
    } else if (**lines != '"') {
      if (into == words && id->len)
        g_hash_table_insert(po->messages, g_strdup(id->str), g_strdup(words->str));
      into = NULL;
    }
    if (into)
      add_quoted(into, *lines);
  }
}

const struct translator *po_read(const char *file)
{
  static GHashTable *all;
  if (!all)
    all = g_hash_table_new(g_str_hash, g_str_equal);
  struct po *po = g_hash_table_lookup(all, file);
  if (po)
    return &po->translator;
  g_autofree char *path = g_build_filename(g_getenv("SOURCE"), file, NULL);
  g_autofree char *content = NULL;
  if (!g_file_get_contents(path, &content, NULL, NULL))
    g_error("no translation at %s", path);
  po = g_new0(struct po, 1);
  po->translator = (struct translator){message, plural};
  po->messages = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_auto(GStrv) lines = g_strsplit(content, "\n", -1);
  read_lines(po, lines);
  g_hash_table_insert(all, g_strdup(file), po);
  return &po->translator;
}

const struct translator *po_translator(const char *language)
{
  g_autofree char *file = g_strdup_printf("po/rebond/%s.po", language);
  return po_read(file);
}
