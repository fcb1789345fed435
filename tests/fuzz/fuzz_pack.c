/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the whole way of content: bytes as a theme file, read; and if it is sound, walked with
 * answers drawn from the same bytes, planned and written in every format. The start corpus is any
 * folder of theme files.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "reader/catalogue_read.h"
#include "report/report.h"
#include "walk/walk.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char pack_xml[] =
    "<pack xmlns=\"urn:rebond:content:1\" id=\"fuzz\" xml:lang=\"fr\"><title>T</title>"
    "<about>A</about><subject>S</subject><topic id=\"t\"><title>T</title></topic></pack>";

static const char *folder(void)
{
  static char path[] = "/tmp/rebond-fuzz-XXXXXX";
  static gboolean made;
  if (!made) {
    g_autofree char *file = NULL;
    if (!g_mkdtemp(path))
      abort();
    file = g_build_filename(path, "pack.xml", NULL);
    g_file_set_contents(file, pack_xml, -1, NULL);
    made = TRUE;
  }
  return path;
}

static struct catalogue *read_bytes(const uint8_t *data, size_t size)
{
  OWNED(findings) findings = findings_new(NULL);
  g_autofree char *file = g_build_filename(folder(), "10.xml", NULL);
  g_file_set_contents_full(file, (const char *)data, (gssize)size, G_FILE_SET_CONTENTS_NONE, 0600,
                           NULL);
  OWNED(catalogue) catalogue = catalogue_read(folder(), NULL, findings);
  g_autoptr(GString) out = g_string_new(NULL);
  findings_print(findings, out);
  return findings_count(findings, SEVERITY_ERROR) ? NULL : g_steal_pointer(&catalogue);
}

/* Something that may fit the current step, chosen by BYTE; what does not fit is skipped, or ends
 * the walk. */
static gboolean step_on(struct walk *walk, uint8_t byte)
{
  static const char *const guesses[] = {"yes", "no", "1", "3", "2026-11-12", "09:30", "mot"};
  struct step step = walk_current(walk);
  g_autoptr(GArray) offers = item_question(step.item) ? pass_offers(walk_pass(walk), step) : NULL;
  const char *value = offers && offers->len
                          ? g_array_index(offers, struct offer, byte % offers->len).value
                          : guesses[byte % G_N_ELEMENTS(guesses)];
  const char *values[] = {value, NULL};
  g_autofree char *why = NULL, *why_not = NULL;
  if (byte % 11 == 0 && walk_back(walk))
    return TRUE;
  return walk_answer(walk, values, &why) || walk_skip(walk, &why_not);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  OWNED(catalogue) catalogue = read_bytes(data, size);
  if (!catalogue)
    return 0;
  int today = date_from_ymd(2026, 11, 23);
  struct answers *answers = answers_new(catalogue);
  answers_set_begun(answers, today - 3);
  OWNED(walk) walk = walk_new(catalogue, answers, today, NULL);
  for (size_t i = 0;
       walk_current(walk).item && i < 200 && step_on(walk, size ? data[i % size] : 0);)
    i++;
  OWNED(plan) plan = plan_new(catalogue, walk_answers(walk), today, NULL, TRUE);
  const struct report_options options = {
      .language = "fr", .width = 40, .stamp = "20261123T120000Z", .debrief = "1"};
  OWNED(report) report = report_new(plan, &options);
  for (const struct report_format *format = report_formats; format->name; format++) {
    g_autoptr(GString) out = g_string_new(NULL);
    format->write(report, out);
  }
  return 0;
}
