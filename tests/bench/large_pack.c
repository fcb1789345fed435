/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pack of any size, for benchmarks. */
#include "bench/large_pack.h"

#include <stdio.h>

#define HEADER "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define NAMESPACE "xmlns=\"urn:rebond:content:1\""

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
  fputs(HEADER "<pack " NAMESPACE " id=\"large\" xml:lang=\"fr\">\n"
               "  <title>Grand</title><about>Un grand paquet.</about><subject>Grand</subject>\n"
               "  <topic id=\"one\"><title>Un sujet</title></topic>\n"
               "  <source id=\"book\"><title>Un livre</title></source>\n</pack>\n",
        out);
  fclose(out);
}

static void write_question(FILE *out, guint n)
{
  fprintf(out, "  <question id=\"q%u\" kind=\"choice\" topic=\"one\"", n);
  if (n % 100 > 2)
    fprintf(out, " when=\"not($q%u = 'other') or $q%u = 'some'\"", n - 1, n - 2);
  fprintf(out,
          ">\n    <prompt>Comment s’est passée l’étape numéro %u de ce long chemin, vue d’ici "
          "?</prompt>\n"
          "    <label>Étape %u</label>\n"
          "    <help>Une réponse <em>courte</em> suffit ; on pourra toujours y revenir plus "
          "tard.</help>\n"
          "    <option value=\"well\"><label>Plutôt bien, sans rien d’inattendu</label>\n"
          "      <strength id=\"s%u\" topic=\"one\">Cette étape s’est passée comme "
          "prévu.</strength></option>\n"
          "    <option value=\"some\"><label>Avec quelques accrocs, vite réparés</label></option>\n"
          "    <option value=\"other\"><label>Autrement que prévu</label>\n"
          "      <lesson id=\"l%u\" topic=\"one\" source=\"book#p%u\" evidence=\"practice\" "
          "reviewed=\"2026-11\">\n"
          "        <fact>L’étape <answer of=\"q%u\" else=\"dite\"/> ne s’est pas passée comme "
          "prévu.</fact>\n"
          "        <if>une étape de ce genre se présente</if>\n"
          "        <then>je la prépare la veille, avec une liste &amp; une marge</then>\n"
          "        <exercise>Écrivez les trois points à vérifier, puis relisez-les le matin "
          "même.</exercise>\n"
          "      </lesson></option>\n  </question>\n",
          n, n, n, n, n, n);
}

static void write_action(FILE *out, guint n)
{
  fprintf(out,
          "  <action id=\"a%u\" channel=\"email\" topic=\"one\" minutes=\"10\" when=\"$q%u = "
          "'other'\"\n"
          "      source=\"book\" evidence=\"practice\" reviewed=\"2026-11\">\n"
          "    <title>Reprendre l’étape %u</title>\n"
          "    <due after=\"answered\" days=\"1\" on=\"mon-fri\"/>\n"
          "    <why>Un mot court suffit.</why>\n  </action>\n",
          n, n, n);
}

void large_pack_write(const char *folder, guint questions)
{
  FILE *out = NULL;
  g_mkdir_with_parents(folder, 0700);
  write_pack(folder);
  for (guint n = 0; n < questions; n++) {
    if (n % 10000 == 0) {
      g_autofree char *name = g_strdup_printf("%06u.xml", n);
      if (out)
        fclose(out);
      out = open_in(folder, name);
      fprintf(out, HEADER "<theme " NAMESPACE " id=\"t%u\">\n  <title>Partie %u</title>\n", n, n);
    }
    write_question(out, n);
    if (n % 10 == 9)
      write_action(out, n);
    if (n % 10000 == 9999 || n + 1 == questions)
      fputs("</theme>\n", out);
  }
  if (out)
    fclose(out);
}
