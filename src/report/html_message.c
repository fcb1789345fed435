/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words, and a message as fields with its link for mail programs. */
#include <string.h>

#include "report/html_parts.h"
#include "report/report.h"

/* What mail programs take for sure: longer addresses are cut off, or not opened at all. */
#define LONGEST_MAILTO 1900
/* Letters that a line of a message holds on a sheet; the screen makes room by itself. */
#define LINE_LETTERS 60

void html_add_text(GString *out, const char *text)
{
  static const char signs[] = "&<>\"";
  static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;"};
  for (;;) {
    gsize plain = strcspn(text, signs);
    g_string_append_len(out, text, (gssize)plain);
    text += plain;
    if (!*text)
      return;
    g_string_append(out, entities[strchr(signs, *text++) - signs]);
  }
}

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
  g_autofree char *whole = mail_address(subject, body);
  gboolean fits = strlen(whole) <= LONGEST_MAILTO;
  g_autofree char *address = fits ? g_steal_pointer(&whole) : mail_address(subject, NULL);
  const char *words =
      fits ? N_("Open in the mail program")
           : N_("Open a mail with this subject (copy the text into it: it is too long for a link)");
  g_string_append(out, "<p class=\"take\"><a href=\"");
  html_add_text(out, address);
  g_string_append(out, "\">");
  html_add_text(out, tr(translator, words));
  g_string_append(out, "</a></p>\n");
}

static void add_field(GString *out, const char *label, const struct phrase *phrase)
{
  if (phrase_empty(phrase))
    return;
  g_autofree char *words = phrase_plain(phrase);
  g_string_append(out, "<label>");
  html_add_text(out, label);
  g_string_append(out, " <textarea rows=\"1\">\n");
  html_add_text(out, words);
  g_string_append(out, "</textarea></label>\n");
}

static guint count_rows(const char *body)
{
  for (guint rows = 1;; rows++, body++) {
    gsize length = strcspn(body, "\n");
    rows += (guint)g_utf8_strlen(body, (gssize)length) / LINE_LETTERS;
    body += length;
    if (!*body)
      return rows;
  }
}

static void add_body(GString *out, const char *label, const char *body)
{
  g_string_append(out, "<textarea aria-label=\"");
  html_add_text(out, label);
  g_string_append_printf(out, "\" rows=\"%u\">\n", count_rows(body));
  html_add_text(out, body);
  g_string_append(out, "</textarea>\n");
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
  add_body(out, tr(translator, N_("Message")), body->str);
  if (draft->channel == CHANNEL_EMAIL)
    add_mail_link(out, draft, body->str, translator);
  g_string_append(out, "</div>\n");
}
