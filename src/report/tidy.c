/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every format shows alike: blanks, and stretches that no format has trouble with. */
#include "report/nodes.h"

#include <string.h>

#include "base/text.h"

/* ---- blanks ---- */

/* Where tidying stands in a block. */
struct line {
  gboolean begun;       /* something was said since the block's start */
  cmark_node_type owed; /* before what comes next: a blank (TEXT), a LINEBREAK or NONE */
};

/* Puts what is owed before LEAF, outside of any stretch that begins with it. */
static void pay(struct line *line, cmark_node *leaf)
{
  if (line->begun && line->owed != CMARK_NODE_NONE) {
    cmark_node *top = leaf;
    while (!cmark_node_previous(top) && node_is_stretch(cmark_node_parent(top)))
      top = cmark_node_parent(top);
    cmark_node *owed = cmark_node_new(line->owed);
    if (line->owed == CMARK_NODE_TEXT)
      cmark_node_set_literal(owed, " ");
    cmark_node_insert_before(top, owed);
  }
  *line = (struct line){.begun = TRUE, .owed = CMARK_NODE_NONE};
}

static void owe_blank(struct line *line)
{
  if (line->owed == CMARK_NODE_NONE)
    line->owed = CMARK_NODE_TEXT;
}

/* TEXT behind BEFORE, a blank or nothing, with single blanks inside and none at its end. */
static char *single_blanks(const char *before, const char *text)
{
  GString *out = g_string_sized_new(strlen(text) + 1);
  for (; *(text += strspn(text, " \t")); before = " ") {
    gsize length = strcspn(text, " \t");
    g_string_append(out, before);
    g_string_append_len(out, text, (gssize)length);
    text += length;
  }
  return g_string_free(out, FALSE);
}

/* Takes over a blank that is owed, unless LEAF begins a stretch, outside of which it stands. */
static gboolean take_blank(struct line *line, cmark_node *leaf)
{
  gboolean outside = !cmark_node_previous(leaf) && node_is_stretch(cmark_node_parent(leaf));
  if (!line->begun || line->owed != CMARK_NODE_TEXT || outside)
    return FALSE;
  line->owed = CMARK_NODE_NONE;
  return TRUE;
}

static gboolean is_blank(char byte)
{
  return byte == ' ' || byte == '\t';
}

static void tidy_text(struct line *line, cmark_node *node)
{
  const char *literal = cmark_node_get_literal(node);
  gsize length = strlen(literal);
  gboolean first = is_blank(literal[0]), last = length > 0 && is_blank(literal[length - 1]);
  if (first)
    owe_blank(line);
  if (length == 0 || (first && strspn(literal, " \t") == length)) {
    cmark_node_free(node);
    return;
  }
  gboolean blank = take_blank(line, node), has_blank = blank && literal[0] == ' ';
  pay(line, node);
  gsize rest = length - (gsize)has_blank;
  if (blank != has_blank || text_folded_length(literal + has_blank, rest) < rest) {
    g_autofree char *words = single_blanks(blank ? " " : "", literal);
    cmark_node_set_literal(node, words);
  }
  if (last)
    owe_blank(line);
}

/* Breaks are owed as blanks are, so that none stands at an edge or beside another. */
static void tidy_break(struct line *line, cmark_node *node)
{
  cmark_node *block = cmark_node_parent(node);
  while (node_is_stretch(block))
    block = cmark_node_parent(block);
  if (cmark_node_get_type(block) == CMARK_NODE_HEADING)
    owe_blank(line);
  else
    line->owed = CMARK_NODE_LINEBREAK;
  cmark_node_free(node);
}

static void tidy_inlines(struct line *line, cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child(parent), *next; node; node = next) {
    next = cmark_node_next(node);
    if (cmark_node_get_type(node) == CMARK_NODE_TEXT) {
      tidy_text(line, node);
    } else if (cmark_node_get_type(node) == CMARK_NODE_LINEBREAK) {
      tidy_break(line, node);
    } else if (!node_is_stretch(node)) {
      pay(line, node); /* a box */
    } else {
      tidy_inlines(line, node);
      if (!cmark_node_first_child(node))
        cmark_node_free(node);
    }
  }
}

/* ---- styles ---- */

/* The children of NODE stand in its place; NODE is freed. */
static void unwrap(cmark_node *node)
{
  cmark_node *child;
  while ((child = cmark_node_first_child(node)))
    cmark_node_insert_before(node, child);
  cmark_node_free(node);
}

static gboolean is_gap(gunichar c)
{
  return c == 0 || g_unichar_isspace(c);
}

/* CommonMark 0.30 counts no symbols outside ASCII, later versions do: what stands outside of a mark
 * is asked the first, what stands inside the second, so that both read alike. */
static gboolean is_punctuation(gunichar c)
{
  if (c < 0x80)
    return g_ascii_ispunct((char)c);
  GUnicodeType type = g_unichar_type(c);
  return type >= G_UNICODE_CONNECT_PUNCTUATION && type <= G_UNICODE_OPEN_PUNCTUATION;
}

static gboolean is_punctuation_or_symbol(gunichar c)
{
  return g_unichar_ispunct(c);
}

/* Whether ** and the like between OUTER and INNER would be read as an edge of a styled stretch. */
static gboolean edge_holds(gunichar outer, gunichar inner)
{
  if (outer == '*' || is_gap(inner))
    return FALSE;
  return !is_punctuation_or_symbol(inner) || is_gap(outer) || is_punctuation(outer);
}

/* As CommonMark (6.2) has it. */
static gboolean stretch_holds(cmark_node *node)
{
  gunichar first = node_edge(cmark_node_first_child(node), FALSE);
  gunichar last = node_edge(cmark_node_last_child(node), TRUE);
  gunichar before = node_edge(cmark_node_previous(node), TRUE);
  gunichar after = node_edge(cmark_node_next(node), FALSE);
  return edge_holds(before, first) && edge_holds(after, last);
}

/* What some reader of Markdown would not see as styled is plain in every format. */
static void guard_styles(cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child(parent), *next; node; node = next) {
    next = cmark_node_next(node);
    guard_styles(node);
    if (node_is_styled(node) && !stretch_holds(node))
      unwrap(node);
  }
}

/* ---- numbers ---- */

/* They stay with what they count in every format, but for messages: what is copied has plain
 * blanks, as it was written. */
static void hold_numbers(cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
    cmark_node_type type = cmark_node_get_type(node);
    if (type != CMARK_NODE_TEXT && type != CMARK_NODE_BLOCK_QUOTE) {
      hold_numbers(node);
    } else if (type == CMARK_NODE_TEXT && strpbrk(cmark_node_get_literal(node), "0123456789")) {
      g_autofree char *held = text_hold(cmark_node_get_literal(node));
      cmark_node_set_literal(node, held);
    }
  }
}

/* ---- the whole ---- */

static void tidy_words(cmark_node *block)
{
  struct line line = {.owed = CMARK_NODE_NONE};
  tidy_inlines(&line, block);
  guard_styles(block);
  if (cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH && !cmark_node_first_child(block))
    cmark_node_free(block);
}

static void tidy_blocks(cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child(parent), *next; node; node = next) {
    cmark_node_type type = cmark_node_get_type(node);
    next = cmark_node_next(node);
    if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)
      tidy_words(node);
    else
      tidy_blocks(node);
  }
}

void nodes_tidy(cmark_node *tree)
{
  tidy_blocks(tree);
  cmark_consolidate_text_nodes(tree);
  hold_numbers(tree);
}
