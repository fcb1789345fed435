/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libgettextpo called. */
#include "check/pofile.h"

#include <gettext-po.h>
#include <string.h>

#include "base/rules.h"

/* The library hands its complaints to plain functions, so where they go stands here while it reads.
 */
static struct {
  struct findings *findings;
  const char *file;
  const char *text; /* of the file */
  size_t line;      /* of the last complaint */
} current;

/* Whether LINE of the file has other than two quotes that stand for themselves, or none. */
static gboolean misquotes(size_t line)
{
  const char *at = current.text;
  for (; at && line > 1; line--)
    at = strchr(at, '\n') ? strchr(at, '\n') + 1 : NULL;
  guint quotes = 0;
  for (; at && *at && *at != '\n'; at++) {
    quotes += *at == '"';
    at += *at == '\\' && at[1] ? 1 : 0;
  }
  return quotes != 0 && quotes != 2;
}

/* What is right where the library complains of LINE, whose own words are for those who know its
 * terms; NULL for no line. */
static const char *reason_of(guint line)
{
  if (!line)
    return NULL;
  if (misquotes(line) || misquotes(line - 1)) /* it is met at the end of a line */
    return N_("a text stands between two quotes, and inside it a quote is written \\\"");
  return N_("each text stands once, behind msgid, and its translation below it, behind msgstr");
}

static void complain(int severity, po_message_t message, const char *file, size_t line,
                     size_t column, int multiline, const char *text)
{
  (void)message, (void)file, (void)multiline;
  if (severity == PO_SEVERITY_WARNING || !current.findings || line == current.line)
    return; /* of a line the first complaint is the cause of the others */
  current.line = line;
  struct place place = {current.file, line == (size_t)-1 ? 0 : (guint)line,
                        column == (size_t)-1 ? 0 : (guint)column};
  findings_add(current.findings, &rules[RULE_BAD_TRANSLATIONS], place, text, NULL);
  const char *reason = reason_of(place.line);
  if (reason)
    findings_explain(current.findings, tr(findings_translator(current.findings), reason));
}

static void complain_of_two(int severity, po_message_t message, const char *file, size_t line,
                            size_t column, int multiline, const char *text, po_message_t message2,
                            const char *file2, size_t line2, size_t column2, int multiline2,
                            const char *text2)
{
  (void)message2, (void)file2, (void)line2, (void)column2, (void)multiline2, (void)text2;
  complain(severity, message, file, line, column, multiline, text);
}

static void show(po_message_t message, void (*see)(const struct translated *translated, void *data),
                 void *data)
{
  g_autoptr(GPtrArray) forms = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  const char *form = po_message_msgid_plural(message) ? po_message_msgstr_plural(message, 0)
                                                      : po_message_msgstr(message);
  while (form) {
    g_ptr_array_add(forms, (gpointer)form);
    form = po_message_msgid_plural(message) ? po_message_msgstr_plural(message, (int)forms->len)
                                            : NULL;
  }
  struct translated translated = {po_message_msgid(message), (const char *const *)forms->pdata,
                                  po_message_is_fuzzy(message) != 0};
  if (forms->len)
    see(&translated, data);
}

gboolean pofile_visit(const char *path, struct findings *findings,
                      void (*see)(const struct translated *translated, void *data), void *data)
{
  static const struct po_xerror_handler handler = {complain, complain_of_two};
  g_autofree char *text = NULL;
  gsize length = 0;
  gboolean there = g_file_get_contents(path, &text, &length, NULL);
  if (there && !g_utf8_validate_len(text, length, NULL)) {
    if (findings)
      findings_add(findings, &rules[RULE_NOT_UTF8], (struct place){g_intern_string(path), 0, 0},
                   NULL);
    return FALSE;
  }
  current.findings = findings;
  current.file = g_intern_string(path);
  current.text = text;
  current.line = 0;
  po_file_t file = po_file_read(path, &handler);
  if (!file)
    return FALSE;
  po_message_iterator_t iterator = po_message_iterator(file, NULL);
  po_message_t message;
  while ((message = po_next_message(iterator)))
    if (!po_message_is_obsolete(message))
      show(message, see, data);
  po_message_iterator_free(iterator);
  po_file_free(file);
  return TRUE;
}
