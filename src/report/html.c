/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of HTML that stands alone: no script, nothing loaded, fit for a phone and for paper. */
#include <string.h>

#include "report/document.h"
#include "report/formats.h"
#include "report/nodes.h"
#include "report/parts.h"

/* The list of what comes then has boxes in place of bullets. On paper the page is a sheet, dark on
 * light, and what is folded away follows it, open. */
static const char style[] =
    ":root{color-scheme:light dark;--ink:#1c1b1a;--paper:#fff;--shade:#f5f2ed;--line:#8a8178;"
    "--accent:#7a4b00;--mark:#ffeeb8}\n"
    "@media screen and (prefers-color-scheme:dark){:root{--ink:#ece8e3;--paper:#1a1918;"
    "--shade:#24221f;--line:#8b8378;--accent:#f0b860;--mark:#54430f}}\n"
    "body{max-width:42em;margin:0 auto;padding:1em 1.2em 4em;background:var(--paper);"
    "color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif;overflow-wrap:break-word}\n"
    "h1{font-size:1.3em;line-height:1.25;margin:.4em 0 .8em}\n"
    "h2{font-size:1.2em;line-height:1.3;margin:1.6em 0 .5em;color:var(--accent)}\n"
    "h3{font-size:1.05em;margin:1.6em 0 .5em;color:var(--accent)}\n"
    "h1,h2,h3{break-after:avoid}\n"
    "p{margin:.5em 0}\n"
    "a{color:var(--accent)}\n"
    "ul,ol{padding-left:1.4em}\n"
    "li{margin:.35em 0;break-inside:avoid}\n"
    "li:has(>[type=checkbox]){list-style:none;position:relative}\n"
    "li>[type=checkbox]{position:absolute;left:-1.4em;top:.25em}\n"
    "[type=checkbox]{width:1.1em;height:1.1em;margin:0 .45em 0 0;vertical-align:-.15em;"
    "accent-color:var(--accent)}\n"
    ".message{margin:.8em 0;padding:.6em 1em;border-left:.25em solid var(--accent);"
    "background:var(--shade);break-inside:avoid}\n"
    ".message label{display:flex;gap:.5em;align-items:baseline;font-weight:600}\n"
    "textarea{display:block;box-sizing:border-box;width:100%;margin:.5em 0 0;padding:.3em .4em;"
    "font:inherit;font-weight:400;color:inherit;background:transparent;resize:vertical;"
    "border:1px dotted var(--line);border-radius:.2em;field-sizing:content}\n"
    "label textarea{flex:1;margin:0}\n"
    "mark{background:var(--mark);color:inherit}\n"
    "details{margin-top:2.5em;border-top:1px solid var(--line)}\n"
    "summary{cursor:pointer}\n"
    "summary h2{display:inline-block}\n"
    "@page{margin:14mm}\n"
    "@media print{body{max-width:none;padding:0;font-size:10pt;line-height:1.35}"
    "h1{margin-top:0}h2{margin:1.1em 0 .3em}a{color:inherit}.take{display:none}"
    "textarea{border:0;padding:0;resize:none}"
    "details a::after{content:\" (\" attr(href) \")\"}"
    "details{break-before:page;border:0;margin:0}summary{list-style:none}"
    "details::details-content{content-visibility:visible;display:block;height:auto}}\n";

/* Nothing may be loaded or run, whatever stands in the page. */
static const char head[] =
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
    "<meta name=\"referrer\" content=\"no-referrer\">\n";

/* ---- what is ticked ---- */

/* A box that can be ticked, for the visit and on paper, named by its action. Caller frees. */
static char *box(const struct planned_action *action, gboolean done)
{
  g_autofree char *title = phrase_plain(action->title);
  return g_markup_printf_escaped("<input type=\"checkbox\" aria-label=\"%s\"%s>", title,
                                 done ? " checked" : "");
}

static void show_box(cmark_node *node, gboolean done)
{
  g_autofree char *words = box(node_action(node), done);
  cmark_node_set_on_enter(node, words);
}

/* The next step has its box before its title. */
static void show_title_box(cmark_node *heading)
{
  const struct planned_action *action = node_action(heading);
  if (!action || cmark_node_get_heading_level(heading) != 2)
    return;
  g_autofree char *words = box(action, FALSE);
  cmark_node *node = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
  cmark_node_set_on_enter(node, words);
  cmark_node_insert_before(cmark_node_first_child(heading), node);
}

/* ---- messages ---- */

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

/* In fields, so that what is copied takes nothing of the page's looks along, and brackets can be
 * filled in on the spot. */
static void show_draft(cmark_node *quote, const struct translator *translator)
{
  const struct planned_draft *draft = node_draft(quote);
  g_autoptr(GString) out = g_string_new("<div class=\"message\">\n"), body = g_string_new(NULL);
  report_draft_body(draft, body);
  g_strchomp(body->str);
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
  cmark_node *block = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
  cmark_node_set_on_enter(block, out->str);
  cmark_node_insert_before(quote, block);
  cmark_node_free(quote);
}

/* ---- the tree ---- */

/* The heading is what one sees of them at first. */
static void fold_details(cmark_node *details)
{
  cmark_node *summary = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
  cmark_node *heading = cmark_node_first_child(details);
  cmark_node_set_on_enter(details, "<details>");
  cmark_node_set_on_exit(details, "</details>");
  cmark_node_set_on_enter(summary, "<summary>");
  cmark_node_set_on_exit(summary, "</summary>");
  cmark_node_insert_before(heading, summary);
  cmark_node_append_child(summary, heading);
}

static void show_mark(cmark_node *node)
{
  enum mark mark = node_mark(node);
  if (mark == MARK_TO_DO || mark == MARK_DONE)
    show_box(node, mark == MARK_DONE);
  if (mark == MARK_BLANK) {
    cmark_node_set_on_enter(node, "<mark>[");
    cmark_node_set_on_exit(node, "]</mark>");
  }
}

/* cmark writes what a custom node holds as it is, all else escaped. */
static void show_nodes(cmark_node *tree, const struct translator *translator)
{
  cmark_iter *iter = cmark_iter_new(tree);
  for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
    cmark_node *node = cmark_iter_get_node(iter);
    cmark_node_type type = cmark_node_get_type(node);
    if (event == CMARK_EVENT_EXIT && type == CMARK_NODE_BLOCK_QUOTE)
      show_draft(node, translator);
    else if (event == CMARK_EVENT_ENTER && type == CMARK_NODE_CUSTOM_INLINE)
      show_mark(node);
    else if (event == CMARK_EVENT_EXIT && type == CMARK_NODE_HEADING)
      show_title_box(node);
    else if (event == CMARK_EVENT_EXIT && type == CMARK_NODE_CUSTOM_BLOCK)
      fold_details(node);
  }
  cmark_iter_free(iter);
}

/* Whether LANGUAGE, "ar" or "ar-MA", is written from right to left (the scripts of ISO 15924 from
 * 100 to 199, as far as a language has none other). */
static gboolean is_right_to_left(const char *language)
{
  static const char *const languages[] = {"ar", "dv", "fa", "he", "ps", "ur", "yi", NULL};
  g_autofree char *base = g_strndup(language, strcspn(language, "-_"));
  return g_strv_contains(languages, base);
}

void html_write(const struct plan *plan, const struct report_options *options, GString *out)
{
  OWNED_TREE tree = document_new(plan, options);
  show_nodes(tree, options->translator);
  g_autofree char *subject = phrase_plain(plan->subject);
  g_autofree char *title =
      g_markup_escape_text(*subject ? subject : tr(options->translator, N_("Plan")), -1);
  g_autofree char *language = g_markup_escape_text(options->language, -1);
  const char *direction = is_right_to_left(options->language) ? " dir=\"rtl\"" : "";
  g_string_append_printf(out,
                         "<!DOCTYPE html>\n<html lang=\"%s\"%s>\n<head>\n%s<title>%s</title>\n",
                         language, direction, head, title);
  g_string_append_printf(out, "<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
  char *body = cmark_render_html(tree, CMARK_OPT_DEFAULT);
  g_string_append(out, body);
  cmark_get_default_mem_allocator()->free(body);
  g_string_append(out, "</main>\n</body>\n</html>\n");
}
