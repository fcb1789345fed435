/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report taken to pieces. */
#include "pages.h"

#include <string.h>

#include "base/text.h"
#include "report/report.h"

#define ENDLESS 1000000 /* columns */
#define LEAST_WORDS 3

char *page_text(const struct plan *plan, const struct translator *program, gboolean page_only)
{
  struct report_options options = {
      .translator = program, .language = "fr", .page_only = page_only, .width = ENDLESS};
  OWNED(report) report = report_new(plan, &options);
  g_autoptr(GString) out = g_string_new(NULL);
  report_format_find("text")->write(report, out);
  return g_string_free(g_steal_pointer(&out), FALSE);
}

/* ---- lines ---- */

/* True for the line below a heading. */
static gboolean is_rule(const char *line)
{
  return line && *line && strspn(line, "=-~") == strlen(line);
}

/* LINE without what marks a list or a box. */
static const char *without_marks(const char *line)
{
  static const char *const marks[] = {" ", "- ", "[ ]", "[x]"};
  for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
    if (g_str_has_prefix(line, marks[i]))
      return without_marks(line + strlen(marks[i]));
  return line;
}

/* A greeting and a closing end with a comma, a subject has its name before it, a signature is a
 * blank, and so begins what shows what goes into one. */
static gboolean is_courtesy(const char *line)
{
  return g_str_has_suffix(line, ",") || g_str_has_prefix(line, "Objet") ||
         g_str_has_prefix(line, "Subject") || *line == '[';
}

/* ---- sentences ---- */

static void add_sentence(GPtrArray *out, const char *sentence)
{
  g_autofree char *folded = text_fold(sentence);
  if (text_words(folded) >= LEAST_WORDS)
    g_ptr_array_add(out, g_steal_pointer(&folded));
}

/* A sentence ends with its mark, what closes a quotation, and a blank. */
static void add_line(GPtrArray *out, const char *line)
{
  static GRegex *end;
  if (!end)
    end = g_regex_new("(?<=[.?!…])([\\s\\x{a0}\\x{202f}]*[»”])?\\s+(?=[\\p{Lu}«“\\[*])",
                      G_REGEX_OPTIMIZE, 0, NULL);
  g_auto(GStrv) sentences = g_regex_split(end, line, 0);
  for (char **sentence = sentences; *sentence; sentence++)
    add_sentence(out, *sentence);
}

GPtrArray *page_sentences(const char *text)
{
  GPtrArray *out = g_ptr_array_new_with_free_func(g_free);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++) {
    const char *words = without_marks(*line);
    if (!is_rule(*line) && !is_rule(line[1]) && !is_courtesy(words))
      add_line(out, words);
  }
  return out;
}

/* What stands above a message and below it. */
#define EDGE "- - - "

char *page_without_messages(const char *text)
{
  GString *out = g_string_new(NULL);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  gboolean inside = FALSE;
  for (char **line = lines; *line; line++) {
    gboolean edge = g_str_has_prefix(*line, EDGE);
    inside ^= edge;
    if (!inside && !edge)
      g_string_append_printf(out, "%s\n", *line);
  }
  return g_string_free(out, FALSE);
}

/* ---- days ---- */

#define WEEKDAYS                                                                                   \
  "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|"  \
  "saturday|sunday|aujourd.hui|hier|demain|today|yesterday|tomorrow"
#define MONTHS                                                                                     \
  "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|"  \
  "february|march|april|may|june|july|august|september|october|november|december"
#define BEFORE "du|le|de|d|jusqu.au|jusqu.a|on|until"

char *page_without_days(const char *sentence)
{
  static GRegex *days;
  if (!days)
    days = g_regex_new("(\\b(" BEFORE ")\\W+)?\\b(" WEEKDAYS "|\\d+\\W+(" MONTHS "))\\b"
                       "(\\W+\\d+(er|st|nd|rd|th)?)?(\\W+(" MONTHS "))?(\\W+\\d{4})?",
                       G_REGEX_OPTIMIZE, 0, NULL);
  return g_regex_replace_literal(days, sentence, -1, 0, "#", 0, NULL);
}
