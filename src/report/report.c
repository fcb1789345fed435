/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats by name, and the draft by itself. */
#include "report/report.h"

#include <string.h>

#include "report/document.h"
#include "report/formats.h"
#include "report/parts.h"

const struct report_format report_formats[] = {
    {"markdown", ".md", markdown_write},
    {"html", ".html", html_write},
    {"ics", ".ics", calendar_write},
    {"text", ".txt", plain_write},
    {NULL, NULL, NULL},
};

const struct report_format *report_format_find(const char *name)
{
  for (const struct report_format *format = report_formats; format->name; format++)
    if (g_str_equal(format->name, name))
      return format;
  return NULL;
}

struct report *report_new(const struct plan *plan, const struct report_options *options)
{
  struct report *report = g_new0(struct report, 1);
  report->plan = plan;
  report->options = options;
  report->page = plan_page_new(plan);
  report->tree = document_new(plan, report->page, options);
  return report;
}

void report_free(struct report *report)
{
  cmark_node_free(report->tree);
  plan_page_free(report->page);
  g_free(report);
}

const char *channel_in_words(enum channel channel, const struct translator *translator)
{
  static const char *const channels[] = {
      [CHANNEL_EMAIL] = N_("by e-mail"),  [CHANNEL_PHONE] = N_("by phone"),
      [CHANNEL_LETTER] = N_("by letter"), [CHANNEL_PERSON] = N_("in person"),
      [CHANNEL_SELF] = N_("on your own"),
  };
  return tr(translator, channels[channel]);
}

static void add_header(GString *out, const char *label, const struct phrase *phrase)
{
  if (phrase_empty(phrase))
    return;
  g_autofree char *words = phrase_plain(phrase);
  g_string_append_printf(out, "%s %s\n", label, words);
}

void report_draft_body(const struct planned_draft *draft, GString *out)
{
  gsize start = out->len;
  if (draft->own)
    g_string_append(out, draft->own);
  for (guint i = 0; !draft->own && i < draft->paragraphs->len; i++) {
    g_autofree char *words = phrase_plain(draft->paragraphs->pdata[i]);
    g_string_append(out, out->len > start ? "\n" : "");
    g_string_append(out, words);
    g_string_append_c(out, '\n');
  }
}

void report_draft(const struct planned_draft *draft, const struct report_options *options,
                  GString *out)
{
  gsize start = out->len;
  if (draft->own) {
    g_string_append_printf(out, "%s\n", draft->own);
    return;
  }
  add_header(out, tr(options->translator, N_("To:")), draft->to);
  add_header(out, tr(options->translator, N_("Subject:")), draft->subject);
  if (out->len > start && draft->paragraphs->len > 0)
    g_string_append_c(out, '\n');
  report_draft_body(draft, out);
}

const char *report_draft_own(const struct planned_draft *draft,
                             const struct report_options *options, const char *words)
{
  struct planned_draft bare = *draft;
  g_autoptr(GString) plans = g_string_new(NULL);
  bare.own = NULL;
  report_draft(&bare, options, plans);
  return strcmp(words, g_strchomp(plans->str)) == 0 ? NULL : words;
}
