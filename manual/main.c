/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the manual and the completions into a file, while the program is built:
 *   pages OUT roff LANGUAGE LOCALE MANUAL.mo PAGE    a page of the manual; LOCALE: the program's
 *   pages OUT pot PAGE…                            what there is to translate in these pages
 *   pages OUT bash | zsh | fish                      a completion
 * In a page a line "{{commands}}" stands for a table of the program, "{{README.md Environment}}"
 * for what README.md, or another file beside or above, has below that heading, and "{{FORMAT.md}}"
 * for all of it below its title.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/language.h"
#include "command/messages.h"
#include "completions.h"
#include "markdown.h"
#include "tables.h"

struct words {
  const struct translator *translator;
  struct messages *messages; /* NULL: none, or they are collected */
  GPtrArray *collected;      /* in the order of the pages; NULL: they are looked up */
  GHashTable *seen;
};

static const char *say(void *data, const char *message)
{
  struct words *words = data;
  if (words->collected && g_hash_table_add(words->seen, g_strdup(message)))
    g_ptr_array_add(words->collected, g_strdup(message));
  const char *found = words->messages ? messages_find(words->messages, message) : NULL;
  return found ? found : message;
}

static void fail(const char *what, const char *which)
{
  fprintf(stderr, "pages: %s '%s'\n", what, which);
  exit(1);
}

static char *read_file(const char *file)
{
  char *text;
  if (!g_file_get_contents(file, &text, NULL, NULL))
    fail("cannot read", file);
  return text;
}

/* What stands in TEXT below the heading TITLE, or below the first one if that is NULL. */
static char *below(const char *text, const char *title)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  char **line = lines;
  while (*line && !(**line == '#' && (!title || g_str_has_suffix(*line, title))))
    line++;
  if (!*line)
    fail("no heading", title ? title : "#");
  gsize level = strspn(*line, "#");
  char **end = line + 1;
  while (*end && !(**end == '#' && strspn(*end, "#") <= level))
    end++;
  char *next = g_steal_pointer(end);
  char *section = g_strjoinv("\n", line + 1);
  *end = next;
  return section;
}

/* What the line "{{NAME}}" or "{{FILE HEADING}}" of a page in FOLDER stands for. */
static void expand(const char *name, const char *folder, const struct words *words, GString *out)
{
  g_auto(GStrv) parts = g_strsplit(name, " ", 2);
  if (!strstr(name, ".md")) {
    if (words->collected || tables_write(name, words->translator, out))
      return;
    fail("no table", name);
  }
  g_autofree char *file = g_build_filename(folder, parts[0], NULL);
  g_autofree char *text = read_file(file);
  g_autofree char *section = below(text, parts[1]);
  g_string_append(out, section);
}

static void write_page(const char *file, struct words *words, GString *out)
{
  g_autofree char *text = read_file(file);
  g_autofree char *folder = g_path_get_dirname(file);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  g_autoptr(GString) whole = g_string_new(NULL);
  for (char **line = lines; *line; line++) {
    g_autofree char *name =
        g_str_has_prefix(*line, "{{") ? g_strndup(*line + 2, strcspn(*line + 2, "}")) : NULL;
    if (name)
      expand(name, folder, words, whole);
    else
      g_string_append_printf(whole, "%s\n", *line);
  }
  markdown_to_roff(whole->str, REBOND_VERSION, say, words, out);
}

/* As gettext writes it: a line of the file a line of the message. */
static void write_message(const char *message, GString *out)
{
  g_autoptr(GString) text = g_string_new(message);
  g_string_replace(text, "\\", "\\\\", 0);
  g_string_replace(text, "\"", "\\\"", 0);
  g_string_replace(text, "\n", "\\n\"\n\"", 0);
  g_string_append_printf(out, "\nmsgid \"%s\"\nmsgstr \"\"\n", text->str);
}

static void write_template(char **files, GString *out)
{
  struct words words = {.collected = g_ptr_array_new_with_free_func(g_free),
                        .seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
  g_autoptr(GString) pages = g_string_new(NULL);
  for (char **file = files; *file; file++)
    write_page(*file, &words, pages);
  g_string_append(out, "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                       "\"Content-Transfer-Encoding: 8bit\\n\"\n");
  for (guint i = 0; i < words.collected->len; i++)
    write_message(g_ptr_array_index(words.collected, i), out);
  g_ptr_array_free(words.collected, TRUE);
  g_hash_table_destroy(words.seen);
}

static void write_translated(char **arguments, GString *out)
{
  OWNED(language) language = language_settle(arguments[0], arguments[1], NULL);
  struct words words = {.translator = language_program(language),
                        .messages = messages_open(arguments[2])};
  write_page(arguments[3], &words, out);
  g_clear_pointer(&words.messages, messages_free);
}

int main(int argc, char **argv)
{
  g_autoptr(GString) out = g_string_new(NULL);
  const char *what = argc > 2 ? argv[2] : "";
  if (g_str_equal(what, "roff") && argc == 7)
    write_translated(argv + 3, out);
  else if (g_str_equal(what, "pot") && argc > 3)
    write_template(argv + 3, out);
  else if (!completions_write(what, out))
    fail("unknown", what);
  if (!g_file_set_contents(argv[1], out->str, (gssize)out->len, NULL))
    fail("cannot write", argv[1]);
  return 0;
}
