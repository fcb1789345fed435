/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of HTML that stands alone: no script, nothing loaded, fit for a phone and for paper. */
#include "report/document.h"
#include "report/formats.h"
#include "report/nodes.h"

/* The list of what comes then has boxes in place of bullets. On paper the page is a sheet, and what
 * is folded away follows it, open. */
static const char style[] =
    ":root{color-scheme:light dark;--ink:#1c1b1a;--paper:#fff;--shade:#f5f2ed;--line:#d8d3cc;"
    "--accent:#7a4b00;--mark:#ffeeb8}\n"
    "@media(prefers-color-scheme:dark){:root{--ink:#ece8e3;--paper:#1a1918;--shade:#24221f;"
    "--line:#45403a;--accent:#f0b860;--mark:#54430f}}\n"
    "body{max-width:42em;margin:0 auto;padding:1em 1.2em 4em;background:var(--paper);"
    "color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif;overflow-wrap:break-word}\n"
    "h1{font-size:1.5em;line-height:1.25;margin:.6em 0 .6em}\n"
    "h2{font-size:1.2em;line-height:1.3;margin:1.6em 0 .5em;color:var(--accent)}\n"
    "h3{font-size:1.05em;margin:1.6em 0 .5em;color:var(--accent)}\n"
    "h1,h2,h3{break-after:avoid}\n"
    "p{margin:.5em 0}\n"
    "a{color:var(--accent)}\n"
    "ul,ol{padding-left:1.4em}\n"
    "li{margin:.35em 0;break-inside:avoid}\n"
    "li:has(>input){position:relative;list-style:none;margin-left:.5em}\n"
    "input{font:inherit;appearance:none;position:absolute;left:-1.9em;top:.25em;width:1.15em;"
    "height:1.15em;margin:0;border:.12em solid var(--ink);border-radius:.2em}\n"
    "input:checked{background:var(--ink);box-shadow:inset 0 0 0 .18em var(--paper);"
    "print-color-adjust:exact}\n"
    "blockquote{margin:.8em 0;padding:.4em 1em;border-left:.25em solid var(--accent);"
    "background:var(--shade)}\n"
    "mark{background:var(--mark);color:inherit}\n"
    "details{margin-top:2.5em;border-top:1px solid var(--line)}\n"
    "summary{cursor:pointer}\n"
    "summary h2{display:inline-block}\n"
    "@page{margin:15mm}\n"
    "@media print{body{max-width:none;padding:0;font-size:10pt;line-height:1.4}a{color:inherit}"
    "h1{margin-top:0}blockquote{break-inside:avoid}"
    "details{break-before:page;border:0;margin:0}summary{list-style:none}"
    "details::details-content{content-visibility:visible;display:block;height:auto}}\n";

/* Nothing may be loaded or run, whatever stands in the page. */
static const char head[] =
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
    "<meta name=\"referrer\" content=\"no-referrer\">\n";

static void show_box(cmark_node *node, gboolean done, const struct translator *translator)
{
  const char *words = tr(translator, done ? N_("done") : N_("to do"));
  g_autofree char *box = g_markup_printf_escaped(
      "<input type=\"checkbox\" aria-label=\"%s\" disabled%s>", words, done ? " checked" : "");
  cmark_node_set_on_enter(node, box);
}

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

/* cmark writes what a custom node holds as it is, all else escaped. */
static void show_marks(cmark_node *tree, const struct translator *translator)
{
  cmark_iter *iter = cmark_iter_new(tree);
  for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
    cmark_node *node = cmark_iter_get_node(iter);
    enum mark mark = event == CMARK_EVENT_ENTER ? node_mark(node) : MARK_NONE;
    if (mark == MARK_TO_DO || mark == MARK_DONE)
      show_box(node, mark == MARK_DONE, translator);
    if (mark == MARK_BLANK) {
      cmark_node_set_on_enter(node, "<mark>[");
      cmark_node_set_on_exit(node, "]</mark>");
    }
  }
  cmark_iter_free(iter);
}

void html_write(const struct plan *plan, const struct report_options *options, GString *out)
{
  OWNED_TREE tree = document_new(plan, options);
  cmark_node *last = cmark_node_last_child(tree);
  if (last && cmark_node_get_type(last) == CMARK_NODE_CUSTOM_BLOCK)
    fold_details(last);
  show_marks(tree, options->translator);
  g_autofree char *subject = phrase_plain(plan->subject);
  g_autofree char *title =
      g_markup_escape_text(*subject ? subject : tr(options->translator, N_("Plan")), -1);
  g_autofree char *language = g_markup_escape_text(options->language, -1);
  g_string_append_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n%s<title>%s</title>\n",
                         language, head, title);
  g_string_append_printf(out, "<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
  char *body = cmark_render_html(tree, CMARK_OPT_DEFAULT);
  g_string_append(out, body);
  cmark_get_default_mem_allocator()->free(body);
  g_string_append(out, "</main>\n</body>\n</html>\n");
}
