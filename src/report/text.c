/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terminal's renderer: the tree as wrapped lines, with styles only where they are wanted. */
#include <string.h>

#include "base/text.h"
#include "report/document.h"
#include "report/formats.h"
#include "report/nodes.h"

/* However deep the indentation, this many columns are left for words. */
#define NARROWEST 16

struct screen {
  GString *out;
  const struct report_options *options;
  const char *indent;       /* before every line */
  const char *lead;         /* before the next line in place of the indentation, or NULL */
  guint chapters, sections; /* headings so far, below the title and below the last of those */
};

/* Words with the style of each byte. */
struct styled {
  GString *words;
  GString *shapes;    /* as they are wrapped: an address has no place at which it may break */
  GByteArray *styles; /* of enum run_style */
};

/* ---- inlines ---- */

static void add(struct styled *styled, const char *words, guint style)
{
  guint before = styled->styles->len;
  if (!*words) /* where nothing stands yet, there is no memory either */
    return;
  g_string_append(styled->words, words);
  g_string_append(styled->shapes, words);
  g_byte_array_set_size(styled->styles, (guint)styled->words->len);
  memset(styled->styles->data + before, (int)style, styled->styles->len - before);
}

/* The address behind a link, unless the words before it say the same. */
static void add_address(struct styled *styled, const char *url)
{
  const char *scheme_end = strchr(url, ':');
  const char *words = styled->words->str;
  if (g_str_has_suffix(words, url) || (scheme_end && g_str_has_suffix(words, scheme_end + 1)))
    return;
  add(styled, " (", 0);
  gsize start = styled->shapes->len;
  add(styled, url, 0);
  memset(styled->shapes->str + start, 'x', styled->shapes->len - start);
  add(styled, ")", 0);
}

static void add_bracket(struct styled *styled, gboolean opening,
                        const struct report_options *options)
{
  if (!options->words_only) {
    add(styled, opening ? "[" : "]", RUN_BLANK);
    return;
  }
  add(styled, opening ? "(" : ")", 0);
  if (opening) {
    /* TRANSLATORS: read aloud before what only the person can write in a draft. */
    add(styled, tr(options->translator, N_("to fill in:")), 0);
    add(styled, " ", 0);
  }
}

static guint style_of(cmark_node *text)
{
  guint style = 0;
  for (cmark_node *up = cmark_node_parent(text); node_is_stretch(up); up = cmark_node_parent(up)) {
    cmark_node_type type = cmark_node_get_type(up);
    style |= type == CMARK_NODE_STRONG ? RUN_STRONG : type == CMARK_NODE_EMPH ? RUN_EM : 0;
    style |= node_mark(up) == MARK_BLANK ? RUN_BLANK : 0;
  }
  return style;
}

static void flatten(struct styled *styled, cmark_node *block, const struct report_options *options)
{
  cmark_iter *iter = cmark_iter_new(block);
  for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
    cmark_node *node = cmark_iter_get_node(iter);
    cmark_node_type type = cmark_node_get_type(node);
    const char *literal = cmark_node_get_literal(node);
    if (type == CMARK_NODE_TEXT) /* behind a task box it begins with a blank */
      add(styled, literal + (styled->words->len == 0 && *literal == ' '), style_of(node));
    else if (type == CMARK_NODE_LINEBREAK)
      add(styled, "\n", 0);
    else if (type == CMARK_NODE_LINK && event == CMARK_EVENT_EXIT)
      add_address(styled, cmark_node_get_url(node));
    else if (node_mark(node) == MARK_BLANK)
      add_bracket(styled, event == CMARK_EVENT_ENTER, options);
  }
  cmark_iter_free(iter);
}

/* ---- lines ---- */

static void start_line(struct screen *screen)
{
  g_string_append(screen->out, screen->lead ? screen->lead : screen->indent);
  screen->lead = NULL;
}

static void end_line(struct screen *screen)
{
  while (screen->out->len > 0 && screen->out->str[screen->out->len - 1] == ' ')
    g_string_truncate(screen->out, screen->out->len - 1);
  g_string_append_c(screen->out, '\n');
}

static void empty_line(struct screen *screen)
{
  start_line(screen);
  end_line(screen);
}

/* Goes over from style BEFORE to NOW (ECMA-48, 8.3.117). */
static void change_style(struct screen *screen, guint before, guint now)
{
  if (!screen->options->colour || before == now)
    return;
  if (before)
    g_string_append(screen->out, "\033[0m");
  if (now & (RUN_STRONG | RUN_BLANK))
    g_string_append(screen->out, "\033[1m");
  if (now & RUN_EM)
    g_string_append(screen->out, "\033[3m");
  if (now & RUN_BLANK)
    g_string_append(screen->out, "\033[4m");
}

/* Writes STYLED as its shapes were WRAPPED, which lacks only blanks at which lines end. */
static void write_lines(struct screen *screen, const struct styled *styled, const char *wrapped)
{
  guint style = 0;
  gsize at = 0;
  start_line(screen);
  for (; *wrapped; wrapped++) {
    if (*wrapped == '\n') {
      change_style(screen, style, 0);
      style = 0;
      end_line(screen);
      start_line(screen);
      continue;
    }
    while (styled->shapes->str[at] != *wrapped)
      at++;
    guint now = styled->styles->data[at];
    change_style(screen, style, now);
    style = now;
    g_string_append_c(screen->out, styled->words->str[at++]);
  }
  change_style(screen, style, 0);
  end_line(screen);
}

static void write_words(struct screen *screen, const struct styled *styled)
{
  int indent = text_width(screen->indent);
  int first = screen->lead ? text_width(screen->lead) - indent : 0;
  int width = MAX(screen->options->width - indent, NARROWEST);
  g_autoptr(GString) wrapped = g_string_new(NULL);
  text_wrap(wrapped, styled->shapes->str, width, first, "");
  write_lines(screen, styled, wrapped->str);
}

static void write_block(struct screen *screen, cmark_node *block, guint style)
{
  g_autoptr(GString) words = g_string_new(NULL);
  g_autoptr(GString) shapes = g_string_new(NULL);
  g_autoptr(GByteArray) styles = g_byte_array_new();
  struct styled styled = {words, shapes, styles};
  flatten(&styled, block, screen->options);
  for (guint i = 0; i < styles->len; i++)
    styles->data[i] |= (guint8)style;
  write_words(screen, &styled);
}

/* ---- blocks ---- */

static void write_children(struct screen *screen, cmark_node *parent);

/* What tells a heading from a paragraph, and its level, where there are words alone: "2. ", "2.1.
 * ". Nothing before the title of the whole. Caller frees. */
static char *heading_number(struct screen *screen, guint level)
{
  if (level == 1)
    return g_strdup("");
  screen->sections = level == 2 ? 0 : screen->sections + 1;
  screen->chapters += level == 2;
  return level == 2 ? g_strdup_printf("%u. ", screen->chapters)
                    : g_strdup_printf("%u.%u. ", screen->chapters, screen->sections);
}

static void write_heading(struct screen *screen, cmark_node *heading)
{
  static const char underlines[] = {[1] = '=', [2] = '-'};
  gsize start = screen->out->len;
  guint level = (guint)cmark_node_get_heading_level(heading);
  g_autofree char *number =
      screen->options->words_only ? heading_number(screen, level) : g_strdup("");
  if (*number)
    screen->lead = number;
  write_block(screen, heading, RUN_STRONG);
  if (screen->options->words_only || screen->options->colour || level >= sizeof underlines)
    return;
  g_autofree char *title = g_strndup(screen->out->str + start, screen->out->len - start - 1);
  g_auto(GStrv) lines = g_strsplit(title, "\n", -1);
  int width = 0;
  for (char **line = lines; *line; line++)
    width = MAX(width, text_width(*line));
  g_autofree char *underline = g_strnfill((gsize)width, underlines[level]);
  g_string_append(screen->out, underline);
  end_line(screen);
}

/* Writes the children of NODE behind LEAD, and as far to the right as that reaches. */
static void write_indented(struct screen *screen, cmark_node *node, const char *lead,
                           const char *indent)
{
  g_autofree char *whole_lead =
      g_strconcat(screen->lead ? screen->lead : screen->indent, lead, NULL);
  g_autofree char *whole_indent = g_strconcat(screen->indent, indent, NULL);
  struct screen inner = *screen;
  inner.lead = whole_lead;
  inner.indent = whole_indent;
  write_children(&inner, node);
  screen->lead = NULL;
}

static char *item_lead(struct screen *screen, cmark_node *item, guint number)
{
  const struct translator *translator = screen->options->translator;
  gboolean words_only = screen->options->words_only;
  enum mark box = node_box(item);
  if (box != MARK_NONE && words_only)
    return g_strconcat(tr(translator, box == MARK_DONE ? N_("Done:") : N_("To do:")), " ", NULL);
  if (box != MARK_NONE)
    return g_strdup(box == MARK_DONE ? "[x] " : "[ ] ");
  if (cmark_node_get_list_type(cmark_node_parent(item)) == CMARK_ORDERED_LIST)
    return g_strdup_printf("%u. ", number);
  return g_strdup(words_only ? "" : "- ");
}

static void write_list(struct screen *screen, cmark_node *list)
{
  guint number = 1;
  for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item)) {
    if (number > 1 && !cmark_node_get_list_tight(list))
      empty_line(screen);
    g_autofree char *lead = item_lead(screen, item, number++);
    gsize columns = screen->options->words_only ? 0 : (gsize)text_width(lead);
    g_autofree char *indent = g_strnfill(columns, ' ');
    write_indented(screen, item, lead, indent);
  }
}

static void write_node(struct screen *screen, cmark_node *node)
{
  const char *bar = screen->options->words_only ? "" : "| ";
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_HEADING:
    write_heading(screen, node);
    break;
  case CMARK_NODE_PARAGRAPH:
    write_block(screen, node, 0);
    break;
  case CMARK_NODE_LIST:
    write_list(screen, node);
    break;
  case CMARK_NODE_BLOCK_QUOTE:
    write_indented(screen, node, bar, bar);
    break;
  case CMARK_NODE_CUSTOM_BLOCK:
    write_children(screen, node);
    break;
  default:
    g_assert_not_reached(); /* document.c makes no other block */
  }
}

/* Blocks are parted by an empty line, but in an item, where they belong closely together. */
static void write_children(struct screen *screen, cmark_node *parent)
{
  gboolean close = cmark_node_get_type(parent) == CMARK_NODE_ITEM;
  for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
    if (!close && cmark_node_previous(node))
      empty_line(screen);
    write_node(screen, node);
  }
}

void text_write(const struct plan *plan, const struct report_options *options, GString *out)
{
  OWNED(plan_page) page = plan_page_new(plan);
  OWNED_TREE tree = document_new(plan, page, options);
  struct screen screen = {.out = out, .options = options, .indent = ""};
  write_children(&screen, tree);
}
