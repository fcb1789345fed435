/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A message as fields, and its link for mail programs. */
#include <string.h>

#include "report/html_parts.h"
#include "report/report.h"

/* What mail programs take for sure: longer addresses are cut off, or not opened at all. */
#define LONGEST_MAILTO 1900
/* Letters that a line of a message holds on a sheet; the screen makes room by itself. */
#define LINE_LETTERS 60

/* An address that opens a mail of SUBJECT and BODY, NULL for none. Lines end as RFC 6068, 5, wants.
 * Caller frees. */
static char *mail_address(const char *subject, const char *body)
{
  g_autoptr(GString) lines = g_string_new(body);
  g_string_replace(lines, "\n", "\r\n", 0);
  g_autofree char *of_subject = g_uri_escape_string(subject, NULL, FALSE);
  g_autofree char *of_body = g_uri_escape_string(lines->str, NULL, FALSE);
  return g_strdup_printf("mailto:?subject=%s%s%s", of_subject, body ? "&body=" : "", of_body);
}

static void add_mail_link(GString *out, const struct planned_draft *draft, const char *body,
                          const struct translator *translator)
{
  g_autofree char *subject = phrase_plain(draft->subject);
  g_autofree char *whole = mail_address(subject, body), *bare = mail_address(subject, NULL);
  gboolean fits = strlen(whole) <= LONGEST_MAILTO;
  const char *words =
      fits ? N_("Open in the mail program")
           : N_("Open a mail with this subject (copy the text into it: it is too long for a link)");
  g_autofree char *link = g_markup_printf_escaped("<p class=\"take\"><a href=\"%s\">%s</a></p>\n",
                                                  fits ? whole : bare, tr(translator, words));
  g_string_append(out, link);
}

static void add_field(GString *out, const char *label, const struct phrase *phrase)
{
  if (phrase_empty(phrase))
    return;
  g_autofree char *words = phrase_plain(phrase);
  g_autofree char *field = g_markup_printf_escaped(
      "<label>%s <textarea rows=\"1\">\n%s</textarea></label>\n", label, words);
  g_string_append(out, field);
}

static guint count_rows(const char *body)
{
  guint rows = 0;
  g_auto(GStrv) lines = g_strsplit(body, "\n", -1);
  for (char **line = lines; *line; line++)
    rows += 1 + (guint)g_utf8_strlen(*line, -1) / LINE_LETTERS;
  return rows;
}

void html_add_message(GString *out, const struct planned_draft *draft, guint number,
                      const struct translator *translator)
{
  g_autoptr(GString) body = g_string_new(NULL);
  report_draft_body(draft, body);
  g_strchomp(body->str);
  g_string_append_printf(out, "<div class=\"message\" id=\"message-%u\">\n", number);
  if (!draft->own) {
    add_field(out, tr(translator, N_("To:")), draft->to);
    add_field(out, tr(translator, N_("Subject:")), draft->subject);
  }
  g_autofree char *text =
      g_markup_printf_escaped("<textarea aria-label=\"%s\" rows=\"%u\">\n%s</textarea>\n",
                              tr(translator, N_("Message")), count_rows(body->str), body->str);
  g_string_append(out, text);
  if (draft->channel == CHANNEL_EMAIL)
    add_mail_link(out, draft, body->str, translator);
  g_string_append(out, "</div>");
}
