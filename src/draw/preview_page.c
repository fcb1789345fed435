/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections within sections, as the items of the pack stand in each other. */
#include "draw/preview_page.h"

#include <string.h>

#include "base/text.h"
#include "catalogue/spots.h"
#include "draw/graph_words.h"
#include "draw/preview_idle.h"
#include "draw/preview_lines.h"
#include "draw/preview_links.h"
#include "draw/preview_markup.h"
#include "reader/translation.h"
#include "report/html_page.h"

/* Of more links than these only the number is in sight. */
#define LINKS_IN_SIGHT 6
/* Characters of what a link leads to. */
#define BRIEF 48

static const char style[] =
    ":root{--width:76em}\n"
    "h4,h5,h6{font-size:1em;margin:1em 0 .3em;color:var(--accent);break-after:avoid}\n"
    "small,code{font-size:.85em;font-weight:400;overflow-wrap:anywhere}\n"
    "section section{margin:.9em 0;padding-inline-start:.8em;"
    "border-inline-start:2px solid var(--line)}\n"
    ".line{margin:.5em 0;break-inside:avoid}\n"
    ".deeper{margin-inline-start:1em}\n"
    ".role,.rule,.links{margin:.2em 0;font-size:.9em}\n"
    ".role{font-weight:600}\n"
    ".when{font-weight:400}\n"
    ".texts{display:grid;gap:.1em 1.4em;"
    "grid-template-columns:repeat(auto-fit,minmax(min(100%,16em),1fr))}\n"
    ".texts p{margin:.1em 0}\n"
    ".texts [lang]::before{content:attr(lang) \"\\2002\";font-size:.8em;color:var(--accent)}\n"
    ".if{background:var(--shade)}\n"
    ".finding{margin:.3em 0;padding:.2em .5em;background:var(--mark)}\n"
    "summary{cursor:pointer}\n"
    "summary{margin:.4em 0}summary h2{display:inline}\n"
    "@media (min-width:56em){.line:not(:has(.when)){display:grid;"
    "grid-template-columns:8em 1fr;gap:0 1em}.line>:not(.role){grid-column:2}}\n"
    "@media (max-width:30em){section section{padding-inline-start:.35em}"
    ".deeper{margin-inline-start:.5em}}\n"
    "@media print{.links{display:none}}\n";

struct paging {
  struct preview_markup markup;
  const struct preview_page *page;
  struct preview_links *links;
  struct preview_idle *idle;
  const struct item **places; /* of the findings: in what each stands, or NULL */
  int open;                   /* sections */
};

static const char *say(const struct paging *paging, const char *msgid)
{
  return tr(paging->page->translator, msgid);
}

static void add(const struct paging *paging, const char *html)
{
  g_string_append(paging->markup.out, html);
}

static void add_words(const struct paging *paging, const char *words)
{
  markup_add_words(&paging->markup, words);
}

/* What ITEM is called, briefly, as a link. */
static void add_link(const struct paging *paging, const struct item *item)
{
  g_autofree char *title = graph_title(paging->markup.catalogue, item, paging->page->translator);
  g_autofree char *brief = text_shorten(title, BRIEF);
  const char *id = item->id ? item->id : say(paging, item_element(item->kind));
  markup_add_link(&paging->markup, item, *brief ? brief : id);
}

/* ---- findings ---- */

/* The last item that begins in the same file before FINDING, as what stands in an item stands
 * behind its beginning; NULL outside of themes. */
static const struct item *place_of(const struct catalogue *catalogue, const struct finding *finding)
{
  const struct item *last = NULL;
  for (guint i = 0; i < catalogue->item_count; i++) {
    const struct item *item = catalogue->items[i];
    struct place at = item->place, there = finding->place;
    gboolean before = at.line < there.line || (at.line == there.line && at.column <= there.column);
    if (at.file == there.file && before)
      last = item;
  }
  return preview_block(last);
}

static const struct item **find_places(const struct catalogue *catalogue, struct findings *findings)
{
  GPtrArray *places = g_ptr_array_new();
  for (guint i = 0; findings_get(findings, i); i++)
    g_ptr_array_add(places, (gpointer)place_of(catalogue, findings_get(findings, i)));
  return (const struct item **)g_ptr_array_free(places, FALSE);
}

/* "warning: WORDS file:12:3 [rule]" */
static void add_finding(const struct paging *paging, const struct finding *finding)
{
  gboolean error = finding->rule->severity == SEVERITY_ERROR;
  g_autofree char *kind = g_strdup_printf(
      "<strong>%s</strong> ", error ? say(paging, N_("error")) : say(paging, N_("warning")));
  g_autofree char *file =
      finding->place.file ? g_path_get_basename(finding->place.file) : g_strdup("");
  g_autofree char *place = g_strdup_printf(" %s:%u:%u [%s]", file, finding->place.line,
                                           finding->place.column, finding->rule->name);
  add(paging, kind);
  add_words(paging, finding->message);
  add(paging, "<code>");
  add_words(paging, place);
  add(paging, "</code>");
}

/* Those that stand in ITEM itself. */
static void add_findings_at(const struct paging *paging, const struct item *item)
{
  for (guint i = 0; findings_get(paging->page->findings, i); i++) {
    if (paging->places[i] != item)
      continue;
    add(paging, "<p class=\"finding\">");
    add_finding(paging, findings_get(paging->page->findings, i));
    add(paging, "</p>\n");
  }
}

/* Each leads to its place. */
static void add_findings(const struct paging *paging)
{
  struct findings *findings = paging->page->findings;
  gboolean begun = FALSE;
  for (guint i = 0; findings_get(findings, i); i++) {
    const struct item *place = paging->places ? paging->places[i] : NULL;
    if (paging->markup.part && !(place && markup_shows(&paging->markup, place)))
      continue;
    add(paging, begun ? "<li>" : "<ul class=\"findings\">\n<li>");
    begun = TRUE;
    add_finding(paging, findings_get(findings, i));
    add(paging, place ? " → " : "");
    if (place)
      add_link(paging, place);
    add(paging, "</li>\n");
  }
  add(paging, begun ? "</ul>\n" : "");
}

/* ---- links ---- */

static void add_list(const struct paging *paging, const GArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++) {
    struct preview_node node = g_array_index(nodes, struct preview_node, i);
    add(paging, i ? " · " : " ");
    if (node.define) {
      markup_add_define(&paging->markup, node.define);
      continue;
    }
    add_link(paging, node.item);
  }
}

/* Behind MSGID, folded where they are many. */
static void add_links(const struct paging *paging, const char *msgid, const GArray *nodes)
{
  if (!nodes || nodes->len == 0)
    return;
  gboolean many = nodes->len > LINKS_IN_SIGHT;
  add(paging, many ? "<details class=\"links\"><summary>" : "<p class=\"links\">");
  add_words(paging, say(paging, msgid));
  if (many)
    g_string_append_printf(paging->markup.out, " %u</summary><p>", nodes->len);
  add_list(paging, nodes);
  add(paging, many ? "</p></details>\n" : "</p>\n");
}

static void add_links_of(const struct paging *paging, struct preview_node node)
{
  add_links(paging, N_("Depends on:"), preview_links_from(paging->links, node));
  add_links(paging, N_("On this depend:"), preview_links_to(paging->links, node));
}

/* The answers to ITEM from which nothing follows. */
static void add_idle(const struct paging *paging, const struct item *item)
{
  g_autoptr(GPtrArray) idle = preview_idle_of(paging->idle, item);
  if (idle->len == 0)
    return;
  add(paging, "<p class=\"links\">");
  add_words(paging, say(paging, N_("Nothing follows from:")));
  for (guint i = 0; i < idle->len; i++) {
    const struct option *option = idle->pdata[i];
    add(paging, i ? " · <code>" : " <code>");
    add_words(paging, option->item.id);
    add(paging, "</code>");
  }
  add(paging, "</p>\n");
}

/* ---- slots ---- */

/* Where ITEM has one: the way to all that share it. */
static void add_slot(const struct paging *paging, const struct item *item)
{
  const char *slot = item_slot(item);
  if (!slot)
    return;
  g_autofree char *words = tr_fill(say(paging, N_("slot '{1}'")), slot, NULL);
  add(paging, "<p class=\"links\">");
  if (!paging->markup.part)
    g_string_append_printf(paging->markup.out, "<a href=\"#slot:%s\">", slot);
  add_words(paging, words);
  add(paging, paging->markup.part ? "</p>\n" : "</a></p>\n");
}

/* Whether no item before number I has SLOT. */
static gboolean is_first(const struct catalogue *catalogue, guint i, const char *slot)
{
  while (i-- > 0)
    if (g_strcmp0(item_slot(catalogue->items[i]), slot) == 0)
      return FALSE;
  return TRUE;
}

static void add_members(const struct paging *paging, const char *slot)
{
  const struct catalogue *catalogue = paging->markup.catalogue;
  g_string_append_printf(paging->markup.out, "<h3 id=\"slot:%s\">%s</h3>\n<ol>\n", slot, slot);
  for (guint i = 0; i < catalogue->item_count; i++) {
    if (g_strcmp0(item_slot(catalogue->items[i]), slot) != 0)
      continue;
    add(paging, "<li>");
    add_link(paging, catalogue->items[i]);
    add(paging, "</li>\n");
  }
  add(paging, "</ol>\n");
}

static void add_slots(const struct paging *paging)
{
  const struct catalogue *catalogue = paging->markup.catalogue;
  gboolean begun = FALSE;
  for (guint i = 0; i < catalogue->item_count; i++) {
    const char *slot = item_slot(catalogue->items[i]);
    if (!slot || !is_first(catalogue, i, slot))
      continue;
    if (!begun) {
      add(paging, "<details>\n<summary><h2>");
      add_words(paging, say(paging, N_("Slots: of these only the first that holds counts")));
      add(paging, "</h2></summary>\n");
    }
    begun = TRUE;
    add_members(paging, slot);
  }
  add(paging, begun ? "</details>\n" : "");
}

/* ---- texts ---- */

/* The language that comes before number I and of which that is one of a country; else NULL. */
static const struct preview_language *without_country(const struct preview_page *page, guint i)
{
  const char *tag = page->languages[i].tag;
  gsize length = strcspn(tag, "-");
  for (guint j = 0; j < i && tag[length]; j++)
    if (strlen(page->languages[j].tag) == length &&
        strncmp(page->languages[j].tag, tag, length) == 0)
      return &page->languages[j];
  return NULL;
}

static void add_pieces(const struct paging *paging, const char *tag, const struct piece *pieces)
{
  g_autofree char *lang = html_lang(tag);
  g_string_append_printf(paging->markup.out, "<p%s>", lang);
  markup_add_pieces(&paging->markup, pieces);
  add(paging, "</p>");
}

static void add_missing(const struct paging *paging, const char *tag)
{
  g_autofree char *words = g_strdup_printf("%s: %s", tag, say(paging, N_("not translated")));
  add(paging, "<p><mark>");
  add_words(paging, words);
  add(paging, "</mark></p>");
}

static void add_translation(const struct paging *paging, guint i, const struct text *text)
{
  const struct preview_language *language = &paging->page->languages[i];
  const struct preview_language *whole = without_country(paging->page, i);
  const char *words = tr(language->translator, text->source);
  if (whole && g_str_equal(words, tr(whole->translator, text->source)))
    return;
  const struct piece *pieces =
      words == text->source ? NULL : translation_read(paging->markup.catalogue, text, words);
  if (pieces)
    add_pieces(paging, language->tag, pieces);
  else
    add_missing(paging, language->tag);
}

static void add_text(const struct paging *paging, const struct text *text)
{
  if (!text || !*text->source)
    return;
  add(paging, "<div class=\"texts\">");
  add_pieces(paging, paging->page->languages[0].tag, text->pieces);
  for (guint i = 1; i < paging->page->language_count; i++)
    add_translation(paging, i, text);
  add(paging, "</div>\n");
}

/* What is said in LINE. */
static void add_said(const struct paging *paging, const struct preview_line *line)
{
  add_text(paging, line->text);
  add_text(paging, line->more);
  if (!line->words)
    return;
  add(paging, "<p>");
  add_words(paging, line->words);
  add(paging, "</p>\n");
}

/* ---- sections ---- */

/* Of the whole pack what stands outermost is folded. */
static gboolean is_folded(const struct paging *paging, int depth)
{
  return depth == 0 && !paging->markup.part;
}

static void close_sections(struct paging *paging, int until)
{
  while (paging->open > until)
    add(paging, is_folded(paging, --paging->open) ? "</details>\n" : "</section>\n");
}

/* What ITEM is called, unless it is its whole text. Caller frees. */
static char *title_of(const struct paging *paging, const struct item *item)
{
  gboolean short_one = item && item->kind != ITEM_REMARK && item->kind != ITEM_STRENGTH &&
                       item->kind != ITEM_OPENING;
  return short_one ? graph_title(paging->markup.catalogue, item, paging->page->translator) : NULL;
}

/* The title, and what it is: "question 'late' (one answer)". */
static void add_heading(const struct paging *paging, const struct preview_line *line)
{
  int level = MIN(6, line->deep + 2);
  g_autofree char *title = title_of(paging, line->item);
  g_autofree char *details =
      *line->details ? g_strdup_printf(" (%s)", line->details) : g_strdup("");
  gboolean titled = title && *title;
  g_string_append_printf(paging->markup.out, "<h%d>", level);
  if (titled)
    add_words(paging, title);
  add(paging, titled ? " <small>" : "");
  add_words(paging, line->name);
  add_words(paging, details);
  g_string_append_printf(paging->markup.out, "%s</h%d>\n", titled ? "</small>" : "", level);
}

static void add_rule(const struct paging *paging, const struct condition *when)
{
  if (!when)
    return;
  add(paging, "<p class=\"rule\">");
  markup_add_when(&paging->markup, when);
  add(paging, "</p>\n");
}

/* The end of what is seen while it is folded: how much is wrong in there. */
static void add_summary(const struct paging *paging, const struct item *theme)
{
  guint count = 0;
  for (guint i = 0; theme && findings_get(paging->page->findings, i); i++)
    count += item_is_within(paging->places[i], theme);
  if (count)
    g_string_append_printf(paging->markup.out, " <mark>%u</mark>", count);
  add(paging, "</summary>\n");
}

static void begin_section(struct paging *paging, const struct preview_line *line)
{
  const struct item *item = line->item;
  g_autofree char *anchor = item ? markup_anchor(item) : g_strdup("page:pack");
  close_sections(paging, line->deep);
  gboolean folded = is_folded(paging, paging->open++);
  g_string_append_printf(paging->markup.out,
                         folded ? "<details id=\"%s\">\n<summary>" : "<section id=\"%s\">\n",
                         anchor);
  add_heading(paging, line);
  if (folded)
    add_summary(paging, item);
  add_rule(paging, line->when);
  if (!item)
    return;
  add_findings_at(paging, item);
  add_slot(paging, item);
  add_links_of(paging, (struct preview_node){.item = item});
  add_idle(paging, item);
}

/* ---- lines ---- */

static void add_role(const struct paging *paging, const struct preview_line *line)
{
  add(paging, "<p class=\"role\">");
  if (line->kind == PREVIEW_CHOICE)
    g_string_append_printf(paging->markup.out, "%g ", line->number);
  if (line->name) {
    add(paging, line->kind == PREVIEW_CHOICE ? "<code>" : "");
    add_words(paging, line->name);
    add(paging, line->kind == PREVIEW_CHOICE ? "</code>" : "");
  }
  add(paging, line->when ? " " : "");
  markup_add_when(&paging->markup, line->when);
  add(paging, "</p>\n");
}

static void add_line(const struct preview_line *line, void *data)
{
  struct paging *paging = data;
  gboolean section = line->item || line->deep == 0;
  if (section)
    begin_section(paging, line);
  if (section && !line->text)
    return;
  gboolean deeper = !section && line->deep > paging->open;
  g_autofree char *id =
      line->define ? g_strdup_printf(" id=\"%s\"", line->define->name->id) : g_strdup("");
  g_string_append_printf(paging->markup.out, "<div class=\"line%s\"%s>", deeper ? " deeper" : "",
                         id);
  if (!section)
    add_role(paging, line);
  if (line->define)
    add_links_of(paging, (struct preview_node){.define = line->define});
  add_said(paging, line);
  add(paging, "</div>\n");
}

/* ---- the page ---- */

static void add_contents(struct paging *paging)
{
  const struct catalogue *catalogue = paging->markup.catalogue;
  preview_visit(catalogue, paging->markup.part, paging->page->translator, add_line, paging);
  close_sections(paging, 0);
  if (!paging->markup.part)
    add_slots(paging);
}

void preview_page_write(const struct catalogue *catalogue, const struct item *part,
                        const struct preview_page *page, GString *out)
{
  gboolean sound = catalogue && catalogue->sound;
  findings_sort(page->findings);
  OWNED(preview_links) links = sound ? preview_links_new(catalogue) : NULL;
  OWNED(preview_idle) idle = sound ? preview_idle_new(catalogue) : NULL;
  g_autofree const struct item **places = sound ? find_places(catalogue, page->findings) : NULL;
  struct paging paging = {.markup = {catalogue, part, page->translator, out},
                          .page = page,
                          .links = links,
                          .idle = idle,
                          .places = places};
  g_autofree char *title =
      sound ? graph_pack_title(catalogue) : g_strdup(say(&paging, N_("What is wrong")));
  html_page_begin(out, page->language, title, style);
  add(&paging, "<h1>");
  add_words(&paging, title);
  add(&paging, "</h1>\n<p>");
  add_words(&paging, page->summary);
  add(&paging, "</p>\n");
  add_findings(&paging);
  if (sound)
    add_contents(&paging);
  html_page_end(out);
}
