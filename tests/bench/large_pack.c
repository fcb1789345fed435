/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pack of any size, for benchmarks: one block of ten questions over and over. */
#include "bench/large_pack.h"

#include <stdio.h>
#include <string.h>

#define HEADER "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define NAMESPACE "xmlns=\"urn:rebond:content:1\""
#define BLOCK 10
#define FILE_QUESTIONS 10000

static const char *const topics[] = {
    "path",      "time",    "calm",    "tact",    "voice",     "manner",
    "substance", "closing", "writing", "figures", "next-step", "rest",
};
static const char *const sources[] = {
    "study-2016", "book",  "survey-2019", "study-2004", "guide-2023",
    "letters",    "notes", "study-2012",  "handbook",
};

static FILE *open_in(const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  FILE *file = fopen(path, "w");
  if (!file)
    g_error("cannot write '%s'", path);
  return file;
}

static void write_pack(const char *folder)
{
  FILE *out = open_in(folder, "pack.xml");
  fputs(HEADER
        "<pack " NAMESPACE " id=\"large\" xml:lang=\"fr\" version=\"1\">\n"
        "  <title>Grand</title>\n  <about>Un grand paquet.</about>\n"
        "  <subject>Grand</subject>\n  <sheet id=\"words\"><title>Vos mots</title></sheet>\n",
        out);
  for (guint i = 0; i < G_N_ELEMENTS(topics); i++)
    fprintf(out, "  <topic id=\"%s\"><title>Sujet %u</title></topic>\n", topics[i], i);
  for (guint i = 0; i < G_N_ELEMENTS(sources); i++)
    fprintf(out, "  <source id=\"%s\"><title>Source %u</title></source>\n", sources[i], i);
  fputs("</pack>\n", out);
  fclose(out);
}

/* TEXT with {0} to {9} as the numbers from FIRST on. */
static void write_block(FILE *out, const char *text, guint first)
{
  const char *mark;
  for (; (mark = strchr(text, '{')); text = mark + strlen("{0}")) {
    fwrite(text, 1, (gsize)(mark - text), out);
    if (g_ascii_isdigit(mark[1]) && mark[2] == '}')
      fprintf(out, "%u", first + (guint)g_ascii_digit_value(mark[1]));
    else
      fwrite(mark, 1, strlen("{0}"), out);
  }
  fputs(text, out);
}

static void write_theme(const char *folder, const char *block, guint first, guint end)
{
  g_autofree char *name = g_strdup_printf("%06u.xml", first);
  FILE *out = open_in(folder, name);
  fprintf(out, HEADER "<theme " NAMESPACE " id=\"t%u\">\n  <title>Partie %u</title>\n", first,
          first);
  for (guint n = first; n < end; n += BLOCK)
    write_block(out, block, n);
  fputs("</theme>\n", out);
  fclose(out);
}

void large_pack_write(const char *folder, guint questions)
{
  g_autofree char *block = NULL;
  g_autoptr(GError) error = NULL;
  if (!g_file_get_contents(LARGE_PACK_BLOCK, &block, NULL, &error))
    g_error("%s", error->message);
  g_mkdir_with_parents(folder, 0700);
  write_pack(folder);
  for (guint n = 0; n < questions; n += FILE_QUESTIONS)
    write_theme(folder, block, n, MIN(questions, n + FILE_QUESTIONS));
}
