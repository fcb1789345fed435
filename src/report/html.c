/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan as a page: what can be ticked, edited, copied, and unfolded. */
#include "report/formats.h"
#include "report/html_page.h"
#include "report/html_parts.h"
#include "report/nodes.h"
#include "report/parts.h"

/* The list of what comes then has boxes in place of bullets. On paper the page is a sheet, and the
 * details follow it. */
static const char style[] =
    "li:has(>[type=checkbox]){list-style:none;position:relative}\n"
    "li>[type=checkbox]{position:absolute;left:-1.4em;top:calc((1lh - 1em)/2)}\n"
    "[type=checkbox]{font:inherit;width:1em;height:1em;margin:0 .4em 0 0;vertical-align:-.1em;"
    "accent-color:var(--accent)}\n"
    ".message{margin:.8em 0;padding:.6em 1em;border-left:.25em solid var(--accent);"
    "background:var(--shade);break-inside:avoid}\n"
    ".message label{display:flex;gap:.5em;align-items:baseline;font-weight:600}\n"
    "textarea{display:block;box-sizing:border-box;width:100%;margin:.5em 0 0;padding:.3em .4em;"
    "font:inherit;font-weight:400;color:inherit;background:transparent;resize:vertical;"
    "border:1px dotted var(--line);border-radius:.2em;field-sizing:content}\n"
    "label textarea{flex:1;margin:0}\n"
    ".late{font-style:normal;background:var(--mark);padding:.1em .3em}\n"
    "h2.today,h3.today,.today>strong:first-of-type{text-decoration:underline .4em var(--mark);"
    "text-underline-offset:-.2em;text-decoration-skip-ink:none}\n"
    ".days{display:block;width:100%;height:3.9em;font-size:.85em;overflow:visible;"
    "color:var(--accent);break-inside:avoid}\n"
    ".days text{fill:currentColor}\n"
    "details{margin-top:2.5em;border-top:1px solid var(--line)}\n"
    "summary h2{display:inline-block}\n"
    "@media print{.message{margin:.5em 0;padding:.3em .8em}.take{display:none}"
    "textarea{border:0;padding:0;resize:none}"
    "details a::after{content:\" (\" attr(href) \")\"}"
    "details{break-before:page;border:0;margin:0}}\n";

/* The headings of the parts of the details, and from how many of them on there is a list of them.
 */
#define PART_LEVEL 3
#define CONTENTS_FROM 4

struct page_writer {
  const struct report *report;
  GString *out;
  /* The headings (cmark_node) to which the contents of the details lead, or NULL. */
  GPtrArray *parts;
};

static const char *say(const struct page_writer *writer, const char *msgid)
{
  return tr(writer->report->options->translator, msgid);
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
static void lead_to_message(const struct page_writer *writer)
{
  const struct planned_draft *message = writer->report->page->message;
  if (!message)
    return;
  g_string_append_printf(writer->out, "<p class=\"take\"><a href=\"#message-%u\">",
                         draft_number(writer->report->plan, message));
  html_add_text(writer->out, say(writer, N_("Go to the message")));
  g_string_append(writer->out, "</a></p>\n");
}

/* A step that comes later has its messages among the details. */
static void lead_to_details(const struct page_writer *writer, const struct planned_action *action)
{
  if (writer->report->options->page_only || action->drafts->len == 0)
    return;
  const char *message = say(writer, N_("Message"));
  g_autofree char *title = phrase_plain(action->title);
  g_autofree char *label = tr_fill(say(writer, N_("{1}: {2}")), message, title, NULL);
  g_string_append_printf(writer->out, " <a class=\"take\" href=\"#message-%u\" aria-label=\"",
                         draft_number(writer->report->plan, action->drafts->pdata[0]));
  html_add_text(writer->out, label);
  g_string_append(writer->out, "\">");
  html_add_text(writer->out, message);
  g_string_append(writer->out, "</a>");
}

/* ---- words ---- */

/* A box that can be ticked, for the visit and on paper, named by its action. */
static void write_box(const struct page_writer *writer, const struct planned_action *action,
                      gboolean done)
{
  g_autofree char *title = phrase_plain(action->title);
  g_string_append(writer->out, "<input type=\"checkbox\" aria-label=\"");
  html_add_text(writer->out, title);
  g_string_append(writer->out, done ? "\" checked>" : "\">");
}

static void write_inlines(const struct page_writer *writer, cmark_node *parent);

static void write_between(const struct page_writer *writer, const char *start, cmark_node *parent,
                          const char *end)
{
  g_string_append(writer->out, start);
  write_inlines(writer, parent);
  g_string_append(writer->out, end);
}

static void write_mark(const struct page_writer *writer, cmark_node *node)
{
  enum inline_mark mark = node_mark(node);
  if (mark == MARK_BLANK) {
    write_between(writer, "<mark>[", node, "]</mark>");
  } else if (mark == MARK_FOREIGN) {
    g_string_append(writer->out, "<span lang=\"");
    html_add_text(writer->out, node_language(node));
    write_between(writer, "\">", node, "</span>");
  } else {
    write_box(writer, node_action(node), mark == MARK_DONE);
  }
}

static void write_inline(const struct page_writer *writer, cmark_node *node)
{
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_TEXT:
    html_add_text(writer->out, cmark_node_get_literal(node));
    break;
  case CMARK_NODE_LINEBREAK:
    g_string_append(writer->out, "<br>\n");
    break;
  case CMARK_NODE_LINK:
    g_string_append(writer->out, "<a href=\"");
    html_add_text(writer->out, cmark_node_get_url(node));
    write_between(writer, "\">", node, "</a>");
    break;
  case CMARK_NODE_STRONG:
    write_between(writer, "<strong>", node, "</strong>");
    break;
  case CMARK_NODE_EMPH: /* what is late is seen at a glance */
    write_between(writer, node_action(node) ? "<em class=\"late\">" : "<em>", node, "</em>");
    break;
  default:
    write_mark(writer, node);
    break;
  }
}

static void write_inlines(const struct page_writer *writer, cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node))
    write_inline(writer, node);
}

/* ---- blocks ---- */

static void write_block(const struct page_writer *writer, cmark_node *node);

static void write_blocks(const struct page_writer *writer, cmark_node *first)
{
  for (cmark_node *node = first; node; node = cmark_node_next(node))
    write_block(writer, node);
}

/* The start of an element of what ACTION, or none, is told in, with its ID unless that is empty:
 * what is to be done today is seen at a glance. */
static void begin_step(const struct page_writer *writer, const char *tag, const char *id,
                       const struct planned_action *action)
{
  gboolean today = action && action->day == writer->report->plan->today;
  g_string_append_printf(writer->out, "<%s%s%s>", tag, id, today ? " class=\"today\"" : "");
}

/* The id by which the contents of the details lead to HEADING; "" if they do not. Caller frees. */
static char *part_id(const struct page_writer *writer, cmark_node *heading)
{
  guint index;
  gboolean listed = writer->parts && g_ptr_array_find(writer->parts, heading, &index);
  return listed ? g_strdup_printf(" id=\"part-%u\"", index + 1) : g_strdup("");
}

/* The next step has its box before its title. */
static void write_heading(const struct page_writer *writer, cmark_node *heading)
{
  int level = cmark_node_get_heading_level(heading);
  const struct planned_action *action = node_action(heading);
  const char tag[] = {'h', (char)('0' + level), '\0'};
  g_autofree char *id = part_id(writer, heading);
  begin_step(writer, tag, id, action);
  if (level == 2 && action)
    write_box(writer, action, FALSE);
  write_inlines(writer, heading);
  g_string_append(writer->out, "</");
  g_string_append(writer->out, tag);
  g_string_append(writer->out, ">\n");
  if (level == 1)
    lead_to_message(writer);
}

static gboolean has_steps(cmark_node *list)
{
  for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item))
    if (node_box(item) == MARK_TO_DO)
      return TRUE;
  return FALSE;
}

static void write_item(const struct page_writer *writer, cmark_node *item)
{
  cmark_node *paragraph = cmark_node_first_child(item);
  const struct planned_action *step =
      node_box(item) == MARK_TO_DO ? node_action(cmark_node_first_child(paragraph)) : NULL;
  begin_step(writer, "li", "", step);
  write_inlines(writer, paragraph);
  if (step)
    lead_to_details(writer, step);
  g_string_append(writer->out, "</li>\n");
}

/* Whether LIST is the last of its block that has steps. */
static gboolean ends_steps(cmark_node *list)
{
  if (!has_steps(list))
    return FALSE;
  for (cmark_node *node = cmark_node_next(list); node; node = cmark_node_next(node))
    if (cmark_node_get_type(node) == CMARK_NODE_LIST && has_steps(node))
      return FALSE;
  return TRUE;
}

/* The last steps have the time line of all before them. */
static void write_list(const struct page_writer *writer, cmark_node *list)
{
  const struct report_options *options = writer->report->options;
  if (ends_steps(list))
    html_add_days(writer->out, writer->report->plan, writer->report->page, options->translator,
                  html_right_to_left(options->language));
  g_string_append(writer->out, "<ul>\n");
  for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item))
    write_item(writer, item);
  g_string_append(writer->out, "</ul>\n");
}

static void write_draft(const struct page_writer *writer, const struct planned_draft *draft)
{
  html_add_message(writer->out, draft, draft_number(writer->report->plan, draft),
                   writer->report->options->translator);
}

/* ---- the details ---- */

/* The headings of the parts of DETAILS. Caller frees. */
static GPtrArray *find_parts(cmark_node *details)
{
  GPtrArray *parts = g_ptr_array_new();
  for (cmark_node *node = cmark_node_first_child(details); node; node = cmark_node_next(node))
    if (cmark_node_get_type(node) == CMARK_NODE_HEADING && cmark_node_previous(node))
      g_ptr_array_add(parts, node);
  return parts;
}

/* The words of NODE alone. */
static void write_plain(const struct page_writer *writer, cmark_node *node)
{
  if (cmark_node_get_type(node) == CMARK_NODE_TEXT)
    html_add_text(writer->out, cmark_node_get_literal(node));
  for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child))
    write_plain(writer, child);
}

static void write_contents(const struct page_writer *writer)
{
  g_string_append(writer->out, "<nav class=\"take\" aria-label=\"");
  html_add_text(writer->out, say(writer, N_("What the details hold")));
  g_string_append(writer->out, "\">\n<ul>\n");
  for (guint i = 0; i < writer->parts->len; i++) {
    g_string_append_printf(writer->out, "<li><a href=\"#part-%u\">", i + 1);
    write_plain(writer, writer->parts->pdata[i]);
    g_string_append(writer->out, "</a></li>\n");
  }
  g_string_append(writer->out, "</ul>\n</nav>\n");
}

/* Their heading is what one sees of them at first; where there are many parts, a list leads to
 * them.
 */
static void write_details(const struct page_writer *writer, cmark_node *details)
{
  cmark_node *heading = cmark_node_first_child(details);
  g_autoptr(GPtrArray) parts = find_parts(details);
  struct page_writer inside = {writer->report, writer->out,
                               parts->len >= CONTENTS_FROM ? parts : NULL};
  g_string_append(writer->out, "<details>\n<summary>\n");
  write_heading(writer, heading);
  g_string_append(writer->out, "</summary>\n");
  if (inside.parts)
    write_contents(&inside);
  write_blocks(&inside, cmark_node_next(heading));
  g_string_append(writer->out, "</details>\n");
}

static void write_block(const struct page_writer *writer, cmark_node *node)
{
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_HEADING:
    write_heading(writer, node);
    break;
  case CMARK_NODE_PARAGRAPH:
    write_between(writer, "<p>", node, "</p>\n");
    break;
  case CMARK_NODE_LIST:
    write_list(writer, node);
    break;
  case CMARK_NODE_BLOCK_QUOTE:
    write_draft(writer, node_draft(node));
    break;
  case CMARK_NODE_CUSTOM_BLOCK:
    write_details(writer, node);
    break;
  default:
    g_assert_not_reached(); /* document.c makes no other block */
  }
}

/* ---- the page ---- */

void html_write(const struct report *report, GString *out)
{
  struct page_writer writer = {report, out, NULL};
  g_autofree char *subject = phrase_plain(report->plan->subject);
  const char *title = *subject ? subject : say(&writer, N_("Plan"));
  html_page_begin(out, report->options->language, title, style);
  write_blocks(&writer, cmark_node_first_child(report->tree));
  html_page_end(out);
}
