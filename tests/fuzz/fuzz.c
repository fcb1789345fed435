/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pack, a folder and reports for all fuzzers. */
#include "fuzz.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "reader/catalogue_read.h"
#include "report/report.h"

static const char pack_xml[] =
    "<pack xmlns=\"urn:rebond:content:1\" id=\"fuzz\" xml:lang=\"fr\"><title>T</title>"
    "<about>A</about><subject>S</subject><topic id=\"t\"><title>T</title></topic></pack>";

static char *folder;

static void leave_folder(void)
{
  GDir *files = g_dir_open(folder, 0, NULL);
  for (const char *name; files && (name = g_dir_read_name(files));) {
    g_autofree char *file = g_build_filename(folder, name, NULL);
    g_unlink(file);
  }
  if (files)
    g_dir_close(files);
  g_rmdir(folder);
}

const char *fuzz_file(const char *name, const char *bytes, gsize size)
{
  if (!folder) {
    folder = g_dir_make_tmp("rebond-fuzz-XXXXXX", NULL);
    atexit(leave_folder);
  }
  g_autofree char *file = g_build_filename(folder, name, NULL);
  if (!g_file_set_contents_full(file, bytes, (gssize)size, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    abort();
  const char *path = g_intern_string(file);
  return path;
}

int fuzz_today(void)
{
  return date_from_ymd(2026, 11, 23);
}

const struct catalogue *fuzz_catalogue(void)
{
  static struct catalogue *catalogue;
  if (!catalogue) {
    OWNED(findings) findings = findings_new(NULL);
    catalogue = catalogue_read(FUZZ_PACK, NULL, findings);
    if (!catalogue || findings_count(findings, SEVERITY_ERROR))
      abort();
  }
  return catalogue;
}

struct catalogue *fuzz_theme(const char *bytes, gsize size)
{
  OWNED(findings) findings = findings_new(NULL);
  fuzz_file("10.xml", bytes, size);
  g_autofree char *pack = g_path_get_dirname(fuzz_file("pack.xml", pack_xml, strlen(pack_xml)));
  OWNED(catalogue) catalogue = catalogue_read(pack, NULL, findings);
  g_autoptr(GString) out = g_string_new(NULL);
  findings_print(findings, out);
  return findings_count(findings, SEVERITY_ERROR) ? NULL : g_steal_pointer(&catalogue);
}

void fuzz_report(const struct plan *plan)
{
  const struct report_options options = {
      .language = "fr", .width = 40, .stamp = "20261123T120000Z", .debrief = "1"};
  OWNED(report) report = report_new(plan, &options);
  for (const struct report_format *format = report_formats; format->name; format++) {
    g_autoptr(GString) out = g_string_new(NULL);
    format->write(report, out);
  }
}

void fuzz_fail(const char *why, const char *first, const char *second)
{
  fprintf(stderr, "%s\n--- first\n%s\n--- second\n%s\n---\n", why, first, second);
  abort();
}
