/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan as a page: what can be ticked, edited, copied, and unfolded. */
#include <string.h>

#include "report/document.h"
#include "report/formats.h"
#include "report/html_page.h"
#include "report/html_parts.h"
#include "report/nodes.h"
#include "report/parts.h"

/* The list of what comes then has boxes in place of bullets. On paper the page is a sheet, and the
 * details follow it. */
static const char style[] =
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
    ".late{font-style:normal;background:var(--mark);padding:.1em .3em}\n"
    ".days{display:block;width:100%;height:3.9em;font-size:.85em;overflow:visible;"
    "color:var(--accent);break-inside:avoid}\n"
    ".days text{fill:currentColor}\n"
    "details{margin-top:2.5em;border-top:1px solid var(--line)}\n"
    "summary h2{display:inline-block}\n"
    "@media print{.message{margin:.5em 0;padding:.3em .8em}.take{display:none}"
    "textarea{border:0;padding:0;resize:none}"
    "details a::after{content:\" (\" attr(href) \")\"}"
    "details{break-before:page;border:0;margin:0}}\n";

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

/* The list of what comes then has the time line before it. */
static void draw_days(struct page_writer *writer, cmark_node *list)
{
  if (writer->days_drawn)
    return;
  writer->days_drawn = TRUE;
  g_autoptr(GString) days = g_string_new(NULL);
  html_add_days(days, writer->plan, writer->page, writer->options->translator,
                html_right_to_left(writer->options->language));
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
  const char *title = *subject ? subject : tr(options->translator, N_("Plan"));
  html_page_begin(out, options->language, title, style);
  char *body = cmark_render_html(tree, CMARK_OPT_DEFAULT);
  g_string_append(out, body);
  cmark_get_default_mem_allocator()->free(body);
  html_page_end(out);
}
