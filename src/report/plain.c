/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terminal's renderer: the tree as wrapped lines, with styles only where they are wanted. */
#include <string.h>

#include "base/text.h"
#include "report/formats.h"
#include "report/nodes.h"

/* However deep the indentation, this many columns are left for words. */
#define NARROWEST 16
/* How far the further lines of an item stand in where no sign goes before it, as in braille. */
#define RUNOVER 2

/* From byte START on, up to the next of them. */
struct shape {
  gsize start;
  guint style; /* of enum run_style */
};

/* The words of a block. */
struct styled {
  const struct report_options *options;
  GString *words;
  GString *solid; /* as they are wrapped, if there is an address in them, which has no place at
                     which it may break; else empty */
  GArray *shapes; /* of struct shape */
  GArray *lines;  /* of struct text_line: as they are wrapped */
};

struct screen {
  GString *out;
  const struct report_options *options;
  const char *indent;       /* before every line */
  const char *lead;         /* before the next line in place of the indentation, or NULL */
  struct styled *styled;    /* the words of the block that is written */
  guint chapters, sections; /* headings so far, below the title and below the last of those */
};

/* ---- inlines ---- */

static void add(struct styled *styled, const char *words, guint style)
{
  struct shape shape = {styled->words->len, style};
  if (styled->options->colour)
    g_array_append_val(styled->shapes, shape);
  g_string_append(styled->words, words);
  if (styled->solid->len)
    g_string_append(styled->solid, words);
}

/* The address behind a link, unless the words before it say the same. */
static void add_address(struct styled *styled, const char *url, guint style)
{
  const char *scheme_end = strchr(url, ':');
  const char *words = styled->words->str;
  if (g_str_has_suffix(words, url) || (scheme_end && g_str_has_suffix(words, scheme_end + 1)))
    return;
  add(styled, " (", style);
  if (!styled->solid->len)
    g_string_append(styled->solid, styled->words->str);
  gsize start = styled->solid->len;
  add(styled, url, style);
  memset(styled->solid->str + start, 'x', styled->solid->len - start);
  add(styled, ")", style);
}

static void add_inlines(struct styled *styled, cmark_node *parent, guint style);

static void add_blank(struct styled *styled, cmark_node *blank, guint style)
{
  guint inside = style | RUN_BLANK;
  if (!styled->options->words_only) {
    add(styled, "[", inside);
    add_inlines(styled, blank, inside);
    add(styled, "]", inside);
    return;
  }
  add(styled, "(", style);
  /* TRANSLATORS: read aloud before what only the person can write in a draft. */
  add(styled, tr(styled->options->translator, N_("to fill in:")), style);
  add(styled, " ", style);
  add_inlines(styled, blank, inside);
  add(styled, ")", style);
}

static void add_inline(struct styled *styled, cmark_node *node, guint style)
{
  const char *literal = cmark_node_get_literal(node);
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_TEXT: /* behind a task box it begins with a blank */
    add(styled, literal + (styled->words->len == 0 && *literal == ' '), style);
    break;
  case CMARK_NODE_LINEBREAK:
    add(styled, "\n", style);
    break;
  case CMARK_NODE_STRONG:
    add_inlines(styled, node, style | RUN_STRONG);
    break;
  case CMARK_NODE_EMPH:
    add_inlines(styled, node, style | RUN_EM);
    break;
  case CMARK_NODE_LINK:
    add_inlines(styled, node, style);
    add_address(styled, cmark_node_get_url(node), style);
    break;
  default: /* a box stands before the line */
    if (node_mark(node) == MARK_BLANK)
      add_blank(styled, node, style);
    else if (node_mark(node) == MARK_FOREIGN)
      add_inlines(styled, node, style);
    break;
  }
}

static void add_inlines(struct styled *styled, cmark_node *parent, guint style)
{
  for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node))
    add_inline(styled, node, style);
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

/* Writes the words from START to END, with their styles if there are any. */
static void write_line(struct screen *screen, const struct styled *styled, gsize start, gsize end)
{
  guint style = 0;
  gsize at = start;
  start_line(screen);
  for (guint i = 0; i < styled->shapes->len; i++) {
    const struct shape *shape = &g_array_index(styled->shapes, struct shape, i);
    gboolean last = i + 1 == styled->shapes->len;
    gsize until = last ? end : MIN(shape[1].start, end);
    if (until <= at)
      continue;
    change_style(screen, style, shape->style);
    style = shape->style;
    g_string_append_len(screen->out, styled->words->str + at, (gssize)(until - at));
    at = until;
  }
  change_style(screen, style, 0);
  g_string_append_len(screen->out, styled->words->str + at, (gssize)(end - at));
  end_line(screen);
}

static void write_lines(struct screen *screen, const struct styled *styled)
{
  int indent = text_width(screen->indent);
  int first = screen->lead ? text_width(screen->lead) - indent : 0;
  int width = MAX(screen->options->width - indent, NARROWEST);
  const char *words = styled->solid->len ? styled->solid->str : styled->words->str;
  text_lines(styled->lines, words, width, first, 0);
  for (guint i = 0; i < styled->lines->len; i++) {
    const struct text_line *line = &g_array_index(styled->lines, struct text_line, i);
    gsize start = (gsize)(line->start - words);
    write_line(screen, styled, start, start + line->length);
  }
}

static void write_block(struct screen *screen, cmark_node *block, guint style)
{
  struct styled *styled = screen->styled;
  g_string_truncate(styled->words, 0);
  g_string_truncate(styled->solid, 0);
  g_array_set_size(styled->shapes, 0);
  g_array_set_size(styled->lines, 0);
  add_inlines(styled, block, style);
  write_lines(screen, styled);
}

/* ---- blocks ---- */

static void write_children(struct screen *screen, cmark_node *parent);

/* What tells a heading from a paragraph, and its level, where there are words alone: "2. ", "2.1.
 * ". Nothing (NULL) before the title of the whole. Caller frees. */
static char *heading_number(struct screen *screen, guint level)
{
  if (level == 1)
    return NULL;
  screen->sections = level == 2 ? 0 : screen->sections + 1;
  screen->chapters += level == 2;
  return level == 2 ? g_strdup_printf("%u. ", screen->chapters)
                    : g_strdup_printf("%u.%u. ", screen->chapters, screen->sections);
}

/* As wide as the widest of the lines from byte START on. */
static void underline(struct screen *screen, gsize start, char sign)
{
  int width = 0;
  for (const char *line = screen->out->str + start; *line;) {
    gsize length = strcspn(line, "\n");
    width = MAX(width, text_width_of(line, length));
    line += length + (line[length] != '\0');
  }
  while (width-- > 0)
    g_string_append_c(screen->out, sign);
  end_line(screen);
}

static void write_heading(struct screen *screen, cmark_node *heading)
{
  static const char underlines[] = {[1] = '=', [2] = '-'};
  gsize start = screen->out->len;
  guint level = (guint)cmark_node_get_heading_level(heading);
  g_autofree char *number = screen->options->words_only ? heading_number(screen, level) : NULL;
  if (number)
    screen->lead = number;
  write_block(screen, heading, RUN_STRONG);
  if (!screen->options->words_only && !screen->options->colour && level < sizeof underlines)
    underline(screen, start, underlines[level]);
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

static char *item_lead(struct screen *screen, cmark_node *item)
{
  const struct translator *translator = screen->options->translator;
  gboolean words_only = screen->options->words_only;
  enum inline_mark box = node_box(item);
  if (box != MARK_NONE && words_only)
    return g_strconcat(tr(translator, box == MARK_DONE ? N_("Done:") : N_("To do:")), " ", NULL);
  if (box != MARK_NONE)
    return g_strdup(box == MARK_DONE ? "[x] " : "[ ] ");
  return g_strdup(words_only ? "" : "- ");
}

static void write_list(struct screen *screen, cmark_node *list)
{
  for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item)) {
    g_autofree char *lead = item_lead(screen, item);
    gsize columns = screen->options->words_only ? RUNOVER : (gsize)text_width(lead);
    g_autofree char *indent = g_strnfill(columns, ' ');
    write_indented(screen, item, lead, indent);
  }
}

static void write_edge(struct screen *screen)
{
  if (screen->options->words_only)
    return;
  start_line(screen);
  g_string_append(screen->out, "- - - - - - - - - -");
  end_line(screen);
}

/* A message stands between two lines, and nothing before its own: what is copied from the screen is
 * the message alone. */
static void write_draft(struct screen *screen, cmark_node *draft)
{
  write_edge(screen);
  write_children(screen, draft);
  write_edge(screen);
}

static void write_node(struct screen *screen, cmark_node *node)
{
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
    write_draft(screen, node);
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

void plain_write(const struct report *report, GString *out)
{
  g_autoptr(GString) words = g_string_new(NULL);
  g_autoptr(GString) solid = g_string_new(NULL);
  g_autoptr(GArray) shapes = g_array_new(FALSE, FALSE, sizeof(struct shape));
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(struct text_line));
  struct styled styled = {report->options, words, solid, shapes, lines};
  struct screen screen = {.out = out, .options = report->options, .indent = "", .styled = &styled};
  write_children(&screen, report->tree);
}
