/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of HTML that stands alone: no script, nothing loaded, fit for a phone and for paper. */
#include <string.h>

#include "report/document.h"
#include "report/formats.h"
#include "report/html_parts.h"
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
    ".late{font-style:normal;background:var(--mark);padding:.1em .3em}\n"
    ".days{display:block;width:100%;height:3.9em;font-size:.85em;overflow:visible;"
    "color:var(--accent);break-inside:avoid}\n"
    ".days text{fill:currentColor}\n"
    "details{margin-top:2.5em;border-top:1px solid var(--line)}\n"
    "summary{cursor:pointer}\n"
    "summary h2{display:inline-block}\n"
    "@page{margin:12mm}\n"
    "@media print{body{max-width:none;padding:0;font-size:9.5pt;line-height:1.28}"
    "h1{margin:0 0 .5em}h2{margin:.75em 0 .2em}p,ul,ol{margin:.3em 0}li{margin:.2em 0}"
    ".message{margin:.5em 0;padding:.3em .8em}a{color:inherit}.take{display:none}"
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

/* What a page is written from, and how far it is. */
struct page_writer {
  const struct plan *plan;
  const struct plan_page *page;
  const struct report_options *options;
  gboolean days_drawn;
};

/* WORDS of HTML as they are. Caller inserts it. */
static cmark_node *raw_node(cmark_node_type type, const char *words)
{
  cmark_node *node = cmark_node_new(type);
  cmark_node_set_on_enter(node, words);
  return node;
}

/* ---- ways to messages ---- */

/* The number of DRAFT among all of the plan, from 1 on. */
static guint draft_number(const struct plan *plan, const struct planned_draft *draft)
{
  guint number = 0;
  for (guint i = 0; i < plan->actions->len; i++) {
    const GPtrArray *drafts = ((struct planned_action *)plan->actions->pdata[i])->drafts;
    for (guint j = 0; j < drafts->len; j++, number++)
      if (drafts->pdata[j] == draft)
        return number + 1;
  }
  return 0;
}

/* Before all else, for small screens, where the message stands further down. */
static void lead_to_message(const struct page_writer *writer, cmark_node *title)
{
  const struct translator *translator = writer->options->translator;
  if (!writer->page->message)
    return;
  g_autofree char *link = g_markup_printf_escaped(
      "<p class=\"take\"><a href=\"#message-%u\">%s</a></p>",
      draft_number(writer->plan, writer->page->message), tr(translator, N_("Go to the message")));
  cmark_node_insert_after(title, raw_node(CMARK_NODE_CUSTOM_BLOCK, link));
}

/* A step that comes later has its messages among the details. */
static void lead_to_details(const struct page_writer *writer, cmark_node *item,
                            const struct planned_action *action)
{
  if (writer->options->page_only || action->drafts->len == 0)
    return;
  const struct translator *translator = writer->options->translator;
  const char *message = tr(translator, N_("Message"));
  g_autofree char *title = phrase_plain(action->title);
  g_autofree char *label = tr_fill(tr(translator, N_("{1}: {2}")), message, title, NULL);
  g_autofree char *link =
      g_markup_printf_escaped(" <a class=\"take\" href=\"#message-%u\" aria-label=\"%s\">%s</a>",
                              draft_number(writer->plan, action->drafts->pdata[0]), label, message);
  cmark_node_append_child(item, raw_node(CMARK_NODE_CUSTOM_INLINE, link));
}

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
  cmark_node_insert_before(cmark_node_first_child(heading),
                           raw_node(CMARK_NODE_CUSTOM_INLINE, words));
}

/* ---- the tree ---- */

static void show_draft(const struct page_writer *writer, cmark_node *quote)
{
  const struct planned_draft *draft = node_draft(quote);
  g_autoptr(GString) out = g_string_new(NULL);
  html_add_message(out, draft, draft_number(writer->plan, draft), writer->options->translator);
  cmark_node_insert_before(quote, raw_node(CMARK_NODE_CUSTOM_BLOCK, out->str));
  cmark_node_free(quote);
}

/* The heading is what one sees of them at first. A block that is written as it is has no children.
 */
static void fold_details(cmark_node *details)
{
  cmark_node *heading = cmark_node_first_child(details);
  if (!heading)
    return;
  cmark_node *summary = raw_node(CMARK_NODE_CUSTOM_BLOCK, "<summary>");
  cmark_node_set_on_enter(details, "<details>");
  cmark_node_set_on_exit(details, "</details>");
  cmark_node_set_on_exit(summary, "</summary>");
  cmark_node_insert_before(heading, summary);
  cmark_node_append_child(summary, heading);
}

/* Whether LANGUAGE, "ar" or "ar-MA", is written from right to left (the scripts of ISO 15924 from
 * 100 to 199, as far as a language has none other). */
static gboolean is_right_to_left(const char *language)
{
  static const char *const languages[] = {"ar", "dv", "fa", "he", "ps", "ur", "yi", NULL};
  g_autofree char *base = g_strndup(language, strcspn(language, "-_"));
  return g_strv_contains(languages, base);
}

/* The list of what comes then has the time line before it. */
static void draw_days(struct page_writer *writer, cmark_node *list)
{
  if (writer->days_drawn)
    return;
  writer->days_drawn = TRUE;
  g_autoptr(GString) days = g_string_new(NULL);
  html_add_days(days, writer->plan, writer->page, writer->options->translator,
                is_right_to_left(writer->options->language));
  if (days->len > 0)
    cmark_node_insert_before(list, raw_node(CMARK_NODE_CUSTOM_BLOCK, days->str));
}

static void show_step(struct page_writer *writer, cmark_node *node)
{
  cmark_node *paragraph = cmark_node_parent(node), *item = cmark_node_parent(paragraph);
  draw_days(writer, cmark_node_parent(item));
  lead_to_details(writer, paragraph, node_action(node));
  show_box(node, FALSE);
}

static void show_mark(struct page_writer *writer, cmark_node *node)
{
  switch (node_mark(node)) {
  case MARK_TO_DO:
    show_step(writer, node);
    break;
  case MARK_DONE:
    show_box(node, TRUE);
    break;
  case MARK_BLANK:
    cmark_node_set_on_enter(node, "<mark>[");
    cmark_node_set_on_exit(node, "]</mark>");
    break;
  case MARK_NONE:
    break;
  }
}

static void show_heading(const struct page_writer *writer, cmark_node *heading)
{
  if (cmark_node_get_heading_level(heading) == 1)
    lead_to_message(writer, heading);
  else
    show_title_box(heading);
}

/* What is late is seen at a glance. */
static void show_late(cmark_node *words)
{
  if (!node_action(words))
    return;
  cmark_node *late = raw_node(CMARK_NODE_CUSTOM_INLINE, "<em class=\"late\">"), *child;
  cmark_node_set_on_exit(late, "</em>");
  cmark_node_insert_before(words, late);
  while ((child = cmark_node_first_child(words)))
    cmark_node_append_child(late, child);
  cmark_node_free(words);
}

/* What NODE, all of which has been seen, becomes. */
static void show_node(const struct page_writer *writer, cmark_node *node)
{
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_BLOCK_QUOTE:
    show_draft(writer, node);
    break;
  case CMARK_NODE_HEADING:
    show_heading(writer, node);
    break;
  case CMARK_NODE_EMPH:
    show_late(node);
    break;
  case CMARK_NODE_CUSTOM_BLOCK:
    fold_details(node);
    break;
  default:
    break;
  }
}

/* cmark writes what a custom node holds as it is, all else escaped. */
static void show_nodes(struct page_writer *writer, cmark_node *tree)
{
  cmark_iter *iter = cmark_iter_new(tree);
  for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
    cmark_node *node = cmark_iter_get_node(iter);
    if (event == CMARK_EVENT_EXIT)
      show_node(writer, node);
    else if (cmark_node_get_type(node) == CMARK_NODE_CUSTOM_INLINE)
      show_mark(writer, node);
  }
  cmark_iter_free(iter);
}

void html_write(const struct plan *plan, const struct report_options *options, GString *out)
{
  OWNED(plan_page) page = plan_page_new(plan);
  OWNED_TREE tree = document_new(plan, page, options);
  struct page_writer writer = {.plan = plan, .page = page, .options = options};
  show_nodes(&writer, tree);
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
